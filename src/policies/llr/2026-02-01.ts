import { definePolicy, type Rule } from '../../domain/policy.ts';

/** Every rule of the printed procedure in our words, family by family. What below rests on a rule bears its id. */
const rules: Rule[] = [
  // 1: who may apply, refusals
  {
    id: 'LLR-1.1',
    section: '1, 9',
    force: 'M',
    words:
      'The victim applies, or somebody for them who holds the victim’s consent in writing. Until that consent is on file nothing is shared.',
  },
  {
    id: 'LLR-1.2',
    section: '1, 9',
    force: 'I',
    words: 'People and businesses are named as victims. Community groups are not mentioned.',
  },
  {
    id: 'LLR-1.3',
    section: '3',
    force: 'M',
    words:
      'Applying means sending the report form, on screen or on paper, to the council’s SPOC in community safety. The paper form can be asked for by telephone or fetched at the offices.',
  },
  {
    id: 'LLR-1.4',
    section: '9',
    force: 'M',
    words:
      'There are 6 reasons to turn an application away: it is prejudicial, discriminatory, malicious, unreasonable, vexatious or frivolous. The applicant hears why, and how to appeal where that is open.',
  },
  {
    id: 'LLR-1.5',
    section: '9',
    force: 'I',
    words: 'Somebody who has not reported anything yet is shown how to report it in the usual way first.',
  },
  {
    id: 'LLR-1.6',
    section: '8, 9',
    force: 'I',
    words:
      'A case review is no complaint about an agency. Its complaints procedure, the ombudsman and the police conduct body stay open at the same time.',
  },
  // 2: threshold
  {
    id: 'LLR-2.1',
    section: '2, 9',
    force: 'M',
    words:
      'Route A: one person has told the council, the police or a registered housing provider of 3 separate incidents or more in the area, all within the last 6 months.',
  },
  {
    id: 'LLR-2.2',
    section: '2, 9',
    force: 'M',
    words: 'Route B: 1 hate incident in the last 6 months is enough by itself. Either route opens a review.',
  },
  {
    id: 'LLR-2.3',
    section: '2, 9',
    force: 'M',
    words:
      'An incident counts only if it was reported within 1 month of the day it happened, on route A and on route B.',
  },
  {
    id: 'LLR-2.4',
    section: '2',
    force: 'I',
    words: 'The 6 months are counted back from the application: to the report on route A, to the incident on route B.',
  },
  {
    id: 'LLR-2.5',
    section: '2',
    force: 'I',
    words: 'The count belongs to one person. What different people reported is not put together.',
  },
  {
    id: 'LLR-2.6',
    section: '2, 9',
    force: 'I',
    words:
      'It does not matter whether agencies did enough, whether a case is closed, or how old the last report is within the window.',
  },
  // 3: receipt and threshold decision
  {
    id: 'LLR-3.1',
    section: '4',
    force: 'M',
    words: 'The SPOC sends Letter 1 within 5 working days of receiving the application.',
  },
  {
    id: 'LLR-3.2',
    section: '4',
    force: 'S',
    words:
      'Within 10 working days of the date on Letter 1 the applicant is told the threshold decision: Letter 2a if it is met, Letter 2b if not.',
  },
  {
    id: 'LLR-3.3',
    section: '4',
    force: 'M',
    words:
      'More time only for exceptional reasons, which are written down. Until the letter goes, the applicant gets an update every 10 working days, however often.',
  },
  {
    id: 'LLR-3.4',
    section: '4, 9',
    force: 'M',
    words:
      'The letter says what was decided and what follows. Letter 2b gives the reasons too, and what the applicant can do now.',
  },
  // 4: review and outcome
  {
    id: 'LLR-4.1',
    section: '4',
    force: 'M',
    words:
      'Where the threshold is met, the agencies review the case together at a meeting. The policy sets no day for it.',
  },
  {
    id: 'LLR-4.2',
    section: '4, 9',
    force: 'M',
    words: 'The outcome goes out in Letter 3 within 30 working days of the date on Letter 2a.',
  },
  {
    id: 'LLR-4.3',
    section: '4',
    force: 'M',
    words:
      'More time only for exceptional reasons, with an update to the applicant every 20 working days until Letter 3 goes.',
  },
  {
    id: 'LLR-4.4',
    section: '4',
    force: 'M',
    words: 'Every review ends in a report. There is an action plan as well wherever something has to be done.',
  },
  // 5: information from agencies
  {
    id: 'LLR-5.1',
    section: '4',
    force: 'M',
    words:
      'Before the decision every agency involved is asked what it holds on each complaint of the application. The policy promises a day for the answer but names none.',
  },
  {
    id: 'LLR-5.2',
    section: '4',
    force: 'M',
    words:
      'Once the threshold is met, and not before, agencies are asked what was reported to them and what they did. Again no day is named.',
  },
  {
    id: 'LLR-5.3',
    section: '4, 7',
    force: 'I',
    words:
      'The answers are put together for the meeting. A list of events in order of date is kept, as an appeal needs it.',
  },
  {
    id: 'LLR-5.4',
    section: 'not stated',
    force: 'I',
    words: 'What follows when an agency sends nothing is left open.',
  },
  // 6: the victim’s voice
  {
    id: 'LLR-6.1',
    section: '4',
    force: 'M',
    words: 'The victim is offered the chance to make a statement of what it has done to them.',
  },
  {
    id: 'LLR-6.2',
    section: '4',
    force: 'M',
    words: 'The victim is offered up to 30 minutes of the meeting to give it. The chair may make it shorter or longer.',
  },
  {
    id: 'LLR-6.3',
    section: '4',
    force: 'M',
    words: 'Or the statement is given by Victim First, or by somebody the victim has agreed to in writing.',
  },
  {
    id: 'LLR-6.4',
    section: '4',
    force: 'M',
    words:
      'When the victim or a representative comes, the meeting has two parts: an open one with them in the room and a closed one for the full review. Confidential matters belong in the closed part alone.',
  },
  // 7: risk and support
  {
    id: 'LLR-7.1',
    section: '5',
    force: 'I',
    words:
      'Agencies have agreed among themselves how risk is assessed. The policy has no form, no score and no date for it.',
  },
  // 8: panel and chair
  {
    id: 'LLR-8.1',
    section: '1',
    force: 'I',
    words:
      'The bodies are councils, police, integrated care boards and registered social landlords. No least number has to come.',
  },
  {
    id: 'LLR-8.2',
    section: '4',
    force: 'D',
    words: 'Youth Justice may be asked to come where it bears on the case. No age is given.',
  },
  { id: 'LLR-8.3', section: '4', force: 'I', words: 'Who chairs a review, and whether from outside, is not said.' },
  // 9: interim action, letters, minutes, plan
  { id: 'LLR-9.1', section: '4', force: 'S', words: 'Letter 3 comes with a copy of the action plan.' },
  {
    id: 'LLR-9.2',
    section: '4',
    force: 'I',
    words:
      'Beyond the closed part of the meeting there is no rule on what the victim’s copy leaves out, and none on interim action.',
  },
  // 10: follow-up of actions
  { id: 'LLR-10.1', section: 'not stated', force: 'I', words: 'How actions are followed up is left open.' },
  // 11: further applications, withdrawal, no contact
  {
    id: 'LLR-11.1',
    section: '6',
    force: 'M',
    words: 'A new application after a review that meets the threshold goes through the same steps in the same times.',
  },
  {
    id: 'LLR-11.2',
    section: '6',
    force: 'D',
    words:
      'It is read beside the earlier report. Whether things have changed decides, case by case, if there is a further review; the victim is told.',
  },
  // 12: appeals
  {
    id: 'LLR-12.1',
    section: '7',
    force: 'M',
    words:
      'An appeal comes in writing within 20 working days of the day the applicant was told that the threshold is not met, or told the outcome.',
  },
  {
    id: 'LLR-12.2',
    section: '7',
    force: 'M',
    words:
      'It rests on 1 of 2 grounds or both: a process, policy or protocol that mattered was left aside; or facts that mattered were.',
  },
  {
    id: 'LLR-12.3',
    section: '7',
    force: 'M',
    words: 'It names its ground and says how it is made out. Without that it goes no further.',
  },
  {
    id: 'LLR-12.4',
    section: '7',
    force: 'M',
    words:
      'It goes by email or letter to the SPOC of the council whose decision it is about. Somebody who appeals for the victim adds the victim’s signed consent.',
  },
  {
    id: 'LLR-12.5',
    section: '7',
    force: 'M',
    words:
      'The SPOC of another council handles it, taken from the county team’s list. The council appealed against never does.',
  },
  {
    id: 'LLR-12.6',
    section: '7',
    force: 'M',
    words:
      'The first SPOC asks the county team who will handle it and passes the papers on within 1 working day of the answer: application, minutes, list of events, result letter, outcome report and plan where there are any, the appeal with its grounds, blank Letters 4, 5 and 6, and whatever else bears on it.',
  },
  {
    id: 'LLR-12.7',
    section: '7',
    force: 'M',
    words: 'The handling council sends Letter 4 within 5 working days of receiving the appeal.',
  },
  {
    id: 'LLR-12.8',
    section: '7',
    force: 'M',
    words:
      'It looks first whether a ground is made out. If so it calls a panel, which may hear the victim or a representative at the start for a set time, and may include the first reviewer, others who took part, and its own community safety staff.',
  },
  {
    id: 'LLR-12.9',
    section: '7',
    force: 'M',
    words:
      'The result goes to applicant and SPOC within 30 working days of the date on Letter 4: Letter 5 where no ground is made out, Letter 6 otherwise. In exceptional cases later, with an update every 20 working days.',
  },
  {
    id: 'LLR-12.10',
    section: '7',
    force: 'M',
    words:
      'Where an appeal on the threshold succeeds, the first council holds the review in the usual times. The applicant is told, with reasons.',
  },
  {
    id: 'LLR-12.11',
    section: '7',
    force: 'M',
    words: 'An appeal on a whole review does not begin it anew. It weighs what was left out beside what was found.',
  },
  { id: 'LLR-12.12', section: '7, 9', force: 'M', words: 'What the independent reviewer decides is the last word.' },
  {
    id: 'LLR-12.13',
    section: '7',
    force: 'M',
    words:
      'What appeals teach is taken to the partnership boards, and the appeal process is itself looked at every 2 years.',
  },
  // 13: figures and revision
  {
    id: 'LLR-13.1',
    section: '9',
    force: 'M',
    words:
      'Each council publishes for each financial year: applications, those that met the threshold, reviews, and whether recommendations and a plan came of them.',
  },
  {
    id: 'LLR-13.2',
    section: '9',
    force: 'M',
    words: 'All the councils show the same agreed words on their web pages.',
  },
  // 14: sharing and records
  {
    id: 'LLR-14.1',
    section: '5',
    force: 'M',
    words:
      'Sharing rests on the 2014 Act, the Data Protection Act 2018 and section 115 of the Crime and Disorder Act 1998.',
  },
  {
    id: 'LLR-14.2',
    section: '5',
    force: 'M',
    words: 'The victim agrees to their information being gathered and shared.',
  },
  {
    id: 'LLR-14.3',
    section: '5',
    force: 'M',
    words:
      'What is asked for must be given, but for what data protection law or the law on investigatory powers forbids. That something was told in confidence is no third exception.',
  },
  {
    id: 'LLR-14.4',
    section: '4, 7',
    force: 'I',
    words: 'The partnership’s record system is ECINS. The letters, the report and the plan are kept there as blanks.',
  },
];

/** Leicester, Leicestershire and Rutland, February 2026. */
export default definePolicy({
  procedure: 'llr',
  prefix: 'LLR',
  version: '2026-02-01',
  document: {
    title: 'ASB Case Review Policy',
    dated: 'February 2026',
    note: 'No return-by for agencies, no risk form, no monitoring of actions, no minimum panel.',
  },
  rules,
  settings: {
    'threshold.hate': { count: 1, months: 6 },
    'threshold.hate.window_on': 'incident',
    'target.meeting': { n: 20, unit: 'wd' },
    'agency.return.threshold': { n: 5, unit: 'wd' },
    'agency.return.review': { n: 10, unit: 'wd' },
    slot_minutes: 30,
    'appeal.window': { n: 20, unit: 'wd' },
    'appeal.grounds': ['process', 'facts'],
    'appeal.final': true,
    'appeal.body': 'another council of the area',
  },
  compulsory: [],
  consent: { forms: ['written', 'signed'], rule: 'LLR-1.1', code: 'consent_missing' },
  anonymous: null,
  decline: {
    rule: 'LLR-1.4',
    reasons: {
      prejudicial: 'It is prejudicial',
      discriminatory: 'It is discriminatory',
      malicious: 'It is malicious',
      unreasonable: 'It is unreasonable',
      vexatious: 'It is vexatious',
      frivolous: 'It is frivolous',
    },
  },
  newSetRule: null,
  countRule: 'LLR-2.1',
  hateRule: 'LLR-2.2',
  riskRule: 'AMB-B12',
  asksNamedAgenciesAlone: false,
  bodiesRule: 'AMB-B11',
  safeguarding: null,
  letters: {
    acknowledgement: 'Letter 1',
    met: 'Letter 2a',
    not_met: 'Letter 2b',
    outcome: 'Letter 3',
    appeal_acknowledged: 'Letter 4',
    appeal_criteria_not_met: 'Letter 5',
    appeal_result: 'Letter 6',
    update: 'update',
    minutes: 'minutes',
    closing: 'closing',
  },
  letterRules: { minutes: 'LLR-4.4', closing: 'STAT-13' },
  clocks: [
    {
      id: 'LLR.ack',
      rule: 'LLR-3.1',
      section: '4',
      label: 'Acknowledge the application (Letter 1)',
      kind: 'duty',
      owedBy: 'spoc',
      from: 'application',
      period: { n: 5, unit: 'wd' },
      metBy: { letter: ['Letter 1'] },
      outlivesClosing: false,
      onlyIf: 'application',
    },
    {
      id: 'LLR.threshold',
      rule: 'LLR-3.2',
      section: '4',
      label: 'Tell the applicant whether the threshold is met (Letter 2a or 2b)',
      kind: 'duty',
      owedBy: 'spoc',
      from: 'acknowledged',
      period: { n: 10, unit: 'wd' },
      metBy: { letter: ['Letter 2a', 'Letter 2b'] },
      outlivesClosing: false,
      updatesEvery: { n: 10, unit: 'wd' },
    },
    {
      id: 'LLR.agency.threshold.target',
      rule: 'AMB-C3',
      section: '4',
      label: 'Information on each complaint (local target)',
      kind: 'target',
      owedBy: 'agency',
      per: 'threshold_request',
      from: 'request_sent',
      period: 'agency.return.threshold',
      metBy: { act: 'return' },
      outlivesClosing: false,
      capBefore: 3,
    },
    {
      id: 'LLR.agency.review.target',
      rule: 'AMB-C3',
      section: '4',
      label: 'Reports received and actions taken (local target)',
      kind: 'target',
      owedBy: 'agency',
      per: 'review_request',
      from: 'request_sent',
      period: 'agency.return.review',
      metBy: { act: 'return' },
      outlivesClosing: false,
      capBefore: 3,
    },
    {
      id: 'LLR.meeting.target',
      rule: 'AMB-C2',
      section: '4',
      label: 'Hold the review (local target)',
      kind: 'target',
      owedBy: 'spoc',
      from: 'met_letter',
      period: 'target.meeting',
      metBy: { act: 'panel_held' },
      outlivesClosing: false,
    },
    {
      id: 'LLR.outcome',
      rule: 'LLR-4.2',
      section: '4, 9',
      label: 'Write to the applicant with the outcome (Letter 3)',
      kind: 'duty',
      owedBy: 'spoc',
      from: 'met_letter',
      period: { n: 30, unit: 'wd' },
      metBy: { letter: ['Letter 3'] },
      outlivesClosing: false,
      updatesEvery: { n: 20, unit: 'wd' },
      onlyIf: 'not_passed_back',
    },
    {
      id: 'LLR.passback',
      rule: 'LLR-12.10',
      section: '7',
      label: 'Outcome of the review that the appeal ordered (Letter 3)',
      kind: 'duty',
      owedBy: 'spoc',
      from: 'passed_back',
      period: { n: 30, unit: 'wd' },
      metBy: { letter: ['Letter 3'] },
      outlivesClosing: false,
      updatesEvery: { n: 20, unit: 'wd' },
      onlyIf: 'passed_back',
    },
    {
      id: 'LLR.closing.target',
      rule: 'AMB-C11',
      section: 'not stated',
      label: 'Tell the applicant when and why the case was closed (local target)',
      kind: 'target',
      owedBy: 'spoc',
      from: 'closed_untold',
      period: 'closing.letter',
      metBy: { letter: ['closing'] },
      outlivesClosing: true,
    },
    {
      id: 'LLR.appeal.window',
      rule: 'LLR-12.1',
      section: '7',
      label: 'Last day to appeal',
      kind: 'right',
      owedBy: 'applicant',
      per: 'decision_told',
      from: 'told',
      period: 'appeal.window',
      metBy: { act: 'appeal' },
      outlivesClosing: true,
    },
    {
      id: 'LLR.appeal.handover',
      rule: 'LLR-12.6',
      section: '7',
      label: 'Hand the documents to the council that handles the appeal',
      kind: 'duty',
      owedBy: 'spoc',
      per: 'appeal',
      from: 'appeal_assigned',
      period: { n: 1, unit: 'wd' },
      metBy: { act: 'handover' },
      outlivesClosing: true,
    },
    {
      id: 'LLR.appeal.ack',
      rule: 'LLR-12.7',
      section: '7',
      label: 'Acknowledge the appeal (Letter 4)',
      kind: 'duty',
      owedBy: 'handling_authority',
      per: 'appeal',
      from: 'appeal_received',
      period: { n: 5, unit: 'wd' },
      metBy: { letter: ['Letter 4'] },
      outlivesClosing: true,
    },
    {
      id: 'LLR.appeal.result',
      rule: 'LLR-12.9',
      section: '7',
      label: 'Result of the appeal (Letter 5 or 6)',
      kind: 'duty',
      owedBy: 'handling_authority',
      per: 'appeal',
      from: 'appeal_acknowledged',
      period: { n: 30, unit: 'wd' },
      metBy: { letter: ['Letter 5', 'Letter 6'] },
      outlivesClosing: true,
      updatesEvery: { n: 20, unit: 'wd' },
    },
  ],
  bindTogether: [],
  seats: {
    minimumRule: 'LLR-8.1',
    chairRule: 'LLR-8.3',
    bodiesRule: 'LLR-8.1',
    bodies: null,
    youth: 'none',
    health: false,
    labels: {},
  },
  voice: {
    writtenAgreementRule: 'LLR-6.3',
    modes: ['attend', 'representative', 'written', 'none'],
    bearer: 'Victim First',
  },
  ladder: [],
  openActionsRule: 'capability 41',
  appeal: {
    madeTo: 'lead',
    decidedBy: 'council',
    enclose: 'a letter of consent that the victim has signed',
    hearing: false,
    upheldMakesMet: true,
    otherAuthorityRule: 'LLR-12.5',
    deciderRole: null,
    officeDecides: false,
    overturnRule: null,
    resultClock: ['LLR.appeal.result'],
    results: ['criteria_not_met', 'dismissed', 'upheld'],
    deciderRoles: ['spoc'],
    documents: [
      'application',
      'minutes',
      'chronology',
      'result_letter',
      'outcome_report',
      'plan',
      'appeal',
      'blank_letters',
      'other',
    ],
  },
  actsLacking: { passOnAppeal: 'STF-12.2' },
  followUpRule: null,
  labels: {
    officer: 'Single Point of Contact',
    officerShort: 'SPOC',
    form: 'agency response form',
    recordSystem: 'ECINS',
  },
  figures: {
    rule: 'LLR-13.1',
    period: '1 April to 31 March',
    counts: ['applications', 'met', 'not_met', 'reviews', 'with_recommendations'],
  },
});
