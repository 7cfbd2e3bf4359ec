import { z } from 'zod/v4';

/** A day in Europe/London, `YYYY-MM-DD`. Never an instant. */
export type Day = string;

/** Accepts only days that exist, between 2000 and 2099. */
export const DaySchema = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a day, YYYY-MM-DD')
  .refine((day) => isRealDay(day), 'is a day that does not exist');

function isRealDay(day: string): boolean {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const at = new Date(Date.UTC(year, month - 1, date));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
}
