import { z } from 'zod/v4';
import { busyTimes } from '../teamwork/busyTimes.ts';
import type { TenantPerson } from '../people.ts';
import { Refused, reply, type Call, type Reply } from '../wire/call.ts';
import type { World } from '../world.ts';
import { bodyOf } from './bodies.ts';
import { contextOf } from './odata.ts';
import { DateTimeZone, preferredZone, readTime, writeTime } from './times.ts';
import { demandMailbox } from './users.ts';

const ScheduleBody = z.strictObject({
  schedules: z.array(z.string()).min(1).max(20),
  startTime: DateTimeZone,
  endTime: DateTimeZone,
  availabilityViewInterval: z.number().int().min(5).max(1440).nullish(),
});
const LONGEST_DAYS = 62;
const DIGIT: Record<string, string> = { free: '0', tentative: '1', busy: '2', oof: '3' };

/** Free/busy of up to 20 people. Whoever cannot be seen has an error of their own inside the 200. */
export function getSchedule(world: World, call: Call): Reply {
  demandMailbox(world, call);
  const body = bodyOf(call, ScheduleBody);
  const [from, to] = [readTime(body.startTime), readTime(body.endTime)];
  if (to <= from) throw new Refused(400, 'ErrorInvalidParameter', 'The end must be after the start.');
  if (to.getTime() - from.getTime() >= LONGEST_DAYS * 86_400_000) {
    throw new Refused(400, 'ErrorInvalidParameter', 'The requested time window is too long.');
  }
  const minutes = body.availabilityViewInterval ?? 30;
  const zone = preferredZone(call);
  const value = body.schedules.map((address) => scheduleOf(world, address, { from, to, minutes, zone }));
  return reply(200, { '@odata.context': contextOf('Collection(microsoft.graph.scheduleInformation)'), value });
}

interface Window {
  from: Date;
  to: Date;
  minutes: number;
  zone: string;
}

function scheduleOf(world: World, address: string, window: Window): Record<string, unknown> {
  const person = world.people.byEmail(address);
  if (person === undefined || !sharesTimes(world, person)) return { scheduleId: address, error: notResolved(address) };
  const items = busyTimes(world, person, window.from, window.to);
  return {
    scheduleId: address,
    availabilityView: viewOf(items, window),
    scheduleItems: items.map((item) => ({
      isPrivate: false,
      status: item.status,
      start: writeTime(item.start, window.zone),
      end: writeTime(item.end, window.zone),
    })),
    workingHours: {
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      startTime: '09:00:00.0000000',
      endTime: '17:00:00.0000000',
      timeZone: { name: 'GMT Standard Time' },
    },
  };
}

/** People of the host tenant, and of agencies whose administrators share free/busy times with it. */
export function sharesTimes(world: World, person: TenantPerson): boolean {
  if (person.host) return true;
  const agencies = world.options.partnership.agencies;
  const sharing =
    world.options.sharesAvailability ?? agencies.filter((one) => one.body === 'landlord').map((one) => one.id);
  return person.agency !== null && sharing.includes(person.agency);
}

const notResolved = (address: string) => ({
  message: `The recipient ${address} could not be resolved.`,
  responseCode: '5009',
});

function viewOf(items: { start: string; end: string; status: string }[], window: Window): string {
  const step = window.minutes * 60_000;
  let view = '';
  for (let at = window.from.getTime(); at < window.to.getTime(); at += step) {
    const over = items.filter((item) => Date.parse(item.start) < at + step && Date.parse(item.end) > at);
    view += over.map((item) => DIGIT[item.status] ?? '0').reduce((most, digit) => (digit > most ? digit : most), '0');
  }
  return view;
}
