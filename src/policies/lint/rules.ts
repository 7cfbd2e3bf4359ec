import type { Policy } from '../../domain/policy.ts';
import { STATUTE } from '../../domain/statute.ts';
import { AMBIGUITIES } from '../ambiguities.ts';
import type { Say } from './finding.ts';

/** Ids of rules: the procedure's own once each, and every id that data rests on known somewhere. */
export function lintRules(policy: Policy, all: readonly Policy[], say: Say): void {
  const own = policy.rules.map((it) => it.id);
  own
    .filter((id, at) => own.indexOf(id) !== at)
    .forEach((id) => {
      say('fault', `${id} stands twice`);
    });
  for (const id of own)
    if (!id.startsWith(`${policy.prefix}-`)) say('fault', `${id} is not a rule of ${policy.prefix}`);
  const known = new Set([...own, ...STATUTE.map((it) => it.id), ...AMBIGUITIES.map((it) => it.id)]);
  const elsewhere = new Set(all.flatMap((it) => it.rules.map((rule) => rule.id)));
  for (const { id, what } of named(policy))
    if (!known.has(id) && !/^capability /.test(id)) say('fault', `${what} rests on ${id}, which is no known rule`);
  // An act that is lacking here is named by the rule of the procedure that has it.
  for (const [act, id] of Object.entries(policy.actsLacking))
    if (!known.has(id) && !elsewhere.has(id)) say('fault', `${act} is lacking by ${id}, which is no known rule`);
}

/** Every place of a module that names a rule. */
function named(policy: Policy): { id: string; what: string }[] {
  const { seats, appeal, safeguarding, anonymous } = policy;
  const places: [string, string | null | undefined][] = [
    ['consent', policy.consent.rule],
    ['anonymous', anonymous?.rule],
    ['decline', policy.decline.rule],
    ['newSetRule', policy.newSetRule],
    ['countRule', policy.countRule],
    ['hateRule', policy.hateRule],
    ['riskRule', policy.riskRule],
    ['bodiesRule', policy.bodiesRule],
    ['safeguarding', safeguarding?.rule],
    ['seats.minimumRule', seats.minimumRule],
    ['seats.chairRule', seats.chairRule],
    ['seats.bodiesRule', seats.bodiesRule],
    ['voice', policy.voice.writtenAgreementRule],
    ['openActionsRule', policy.openActionsRule],
    ['appeal.otherAuthorityRule', appeal.otherAuthorityRule],
    ['appeal.deciderRole', appeal.deciderRole?.rule],
    ['appeal.overturnRule', appeal.overturnRule],
    ['followUpRule', policy.followUpRule],
    ['figures', policy.figures.rule],
    ...policy.clocks.map((it): [string, string] => [it.id, it.rule]),
    ...policy.ladder.map((it): [string, string] => [`ladder step ${it.step}`, it.rule]),
    ...Object.entries(policy.letterRules).map(([letter, id]): [string, string] => [`letter ${letter}`, id]),
  ];
  return places.flatMap(([what, id]) => (id === null || id === undefined ? [] : [{ id, what }]));
}
