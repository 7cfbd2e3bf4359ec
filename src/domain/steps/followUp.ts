import { datesOf, owed, type Draft, type StepContext } from './context.ts';

/** The call back after the plan (SHR-10.1), or the progress asked for after an appeal (STF-10.1), at whatever stage it falls. */
export function stepsOfFollowUp(context: StepContext): Draft[] {
  const clock = owed(context, { act: 'follow_up' });
  if (clock === undefined) return [];
  const words =
    clock.kind === 'request'
      ? 'Record the progress on what the appeal recommended'
      : 'Call the victim back: are they satisfied?';
  return [{ key: 'followUp', who: context.spoc, words, opens: { form: 'followUp' }, ...datesOf(clock) }];
}
