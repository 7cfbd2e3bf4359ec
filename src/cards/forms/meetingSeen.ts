import { caseOf, type FormContext, type Values } from './form.ts';

/** Which state of the meeting was on the screen when the dialog opened, so that two people changing it at once are noticed. */
export function meetingSeen(ctx: FormContext): Values {
  const version = caseOf(ctx).workings.meetingVersion;
  return version === undefined ? {} : { seen: String(version) };
}
export const seen = (values: Values): Values => (values['seen'] === undefined ? {} : { seen: values['seen'] });

export const expectOf = (values: Values): number | undefined =>
  /^\d{1,9}$/.test(values['seen'] ?? '') ? Number(values['seen']) : undefined;
