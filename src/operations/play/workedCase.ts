import { z } from 'zod/v4';
import type { Day } from '../../calendar/isoDate.ts';
import { DaySchema } from '../../calendar/isoDate.ts';
import type { Act, With } from '../../domain/acts.ts';
import { ACT_NAMES } from '../../domain/acts.ts';
import { SettingsSchema } from '../../domain/settings.ts';
import type { Procedure, RefusalCode } from '../../domain/words.ts';
import { PROCEDURES, REFUSAL_CODES } from '../../domain/words.ts';
import { Expectation } from './expectation.ts';

/** The frame of a worked case; what each step carries is parsed by the act it names (parseWorkedCase.ts). */
export const Frame = z.strictObject({
  title: z.string().min(1),
  procedure: z.enum(PROCEDURES),
  authority: z.string().min(1).optional(),
  settings: SettingsSchema.optional(),
  steps: z
    .array(
      z.strictObject({
        on: DaySchema,
        happenedOn: DaySchema.optional(),
        because: z.string().min(1).optional(),
        act: z.enum(ACT_NAMES),
        with: z.unknown().optional(),
        refused: z.enum(REFUSAL_CODES).optional(),
        expect: Expectation.optional(),
      }),
    )
    .min(1),
  asOf: DaySchema.optional(),
  expect: Expectation.optional(),
});

export interface Step {
  /** The day it was entered. */
  on: Day;
  /** The day it happened, where that was another. */
  happenedOn?: Day | undefined;
  /** Why it was entered so late. */
  because?: string | undefined;
  act: Act;
  with: With<Act>;
  refused?: RefusalCode | undefined;
  expect?: Expectation | undefined;
}

export interface WorkedCase {
  title: string;
  procedure: Procedure;
  authority?: string | undefined;
  /** What the authority sets over the shipped values, by name. */
  settings: Record<string, unknown>;
  steps: Step[];
  asOf: Day;
  expect?: Expectation | undefined;
}
