import { periodWords } from '../../domain/explain.ts';
import type { ResolvedPolicy } from '../../domain/policy.ts';
import type { Block } from './block.ts';
import { valueWords } from './valueWords.ts';

/** Panel, letters, ladder, reasons to decline, appeal and figures of a procedure. */
export const partsOf = (policy: ResolvedPolicy): Block[] => [
  { heading: 'Panel' },
  { list: panelWords(policy) },
  { heading: 'Letters' },
  {
    table: {
      head: ['What for', 'Letter'],
      rows: Object.entries(policy.letters).map(([role, letter]) => [role.replaceAll('_', ' '), letter]),
    },
  },
  ...ladderBlocks(policy),
  { heading: 'Applications, appeals and figures' },
  { list: [...applicationWords(policy), ...appealWords(policy), figureWords(policy)] },
];

function panelWords({ seats, settings }: ResolvedPolicy): string[] {
  const least = settings['panel.minimum'].map((seat) => seats.labels[seat] ?? seat.replaceAll('_', ' '));
  const youth = { required: 'is wanted besides', seat: 'is a seat of the minimum', none: 'may be asked' }[seats.youth];
  return [
    least.length === 0
      ? `No smallest panel is laid down (${seats.minimumRule}).`
      : `Smallest panel (${seats.minimumRule}): ${least.join('; ')}.`,
    ...(seats.bodies === null
      ? []
      : [`At least ${seats.bodies.least} different bodies of ${valueWords(seats.bodies.of)} (${seats.bodiesRule}).`]),
    `Where the person complained of is under 18, Youth Justice ${youth}.`,
    ...(seats.health ? ['Where the victim’s health makes them vulnerable, health is wanted; in writing will do.'] : []),
    `Independent chair: ${valueWords(settings['chair.independent'])} (${seats.chairRule}).`,
  ];
}

function ladderBlocks({ ladder, settings }: ResolvedPolicy): Block[] {
  if (!settings.ladder || ladder.length === 0) return [];
  const rows = ladder.map((rung) => [
    String(rung.step),
    rung.after.n === 0 ? 'the due date' : `${periodWords(rung.after)} after the due date`,
    rung.to.replaceAll('_', ' '),
    rung.toIfManagerIsHead?.replaceAll('_', ' ') ?? 'the same',
    rung.rule,
  ]);
  const head = ['Step', 'First day after', 'To', 'Where the line manager is the Head of Service', 'Rule'];
  return [{ heading: 'Actions that are late' }, { table: { head, rows } }];
}

function applicationWords({ consent, anonymous, decline, safeguarding, newSetRule }: ResolvedPolicy): string[] {
  const reasons = Object.values(decline.reasons);
  return [
    `Consent to be represented (${consent.rule}): ${consent.forms.join(' or ')}. Nothing is disclosed before it, save where a named senior person records that the victim cannot consent or that asking would put somebody at risk (AMB-E8).`,
    ...(anonymous ? [`An application without a name is not taken (${anonymous.rule}).`] : []),
    reasons.length === 0
      ? 'No reasons to decline an application are listed.'
      : `Reasons to decline (${decline.rule}): ${reasons.join('; ')}.`,
    ...(safeguarding
      ? [`A senior manager may open a review (${safeguarding.rule}): ${valueWords(safeguarding.ranks)}.`]
      : []),
    ...(newSetRule ? [`A second application needs new incidents (${newSetRule}).`] : []),
  ];
}

function appealWords({ settings, appeal }: ResolvedPolicy): string[] {
  const { otherAuthorityRule, deciderRole, overturnRule } = appeal;
  return [
    `Appeals go to ${settings['appeal.body']}. Last day: ${valueWords(settings['appeal.window'])}, counted from the letter ${settings['appeal.anchor']}. Grounds: ${valueWords(settings['appeal.grounds'])}.`,
    ...(otherAuthorityRule ? [`Another authority decides (${otherAuthorityRule}).`] : []),
    ...(deciderRole ? [`The ${deciderRole.role} decides (${deciderRole.rule}).`] : []),
    ...(overturnRule ? [`The decision cannot be overturned (${overturnRule}).`] : []),
    `An appeal on the threshold that succeeds ${appeal.upheldMakesMet ? 'opens the review' : 'leads to a new decision, and opens no review by itself'}. The result is ${settings['appeal.final'] ? '' : 'not said to be '}final.`,
  ];
}

const figureWords = ({ figures }: ResolvedPolicy): string =>
  `Figures for each ${figures.period} (${figures.rule}): ${valueWords(figures.counts)}.`;
