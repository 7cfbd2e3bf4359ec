import { definePolicy, type Rule } from '../../domain/policy.ts';

/** Every rule of the printed procedure in our words, family by family. What below rests on a rule bears its id. */
const rules: Rule[] = [
  // 1: who may apply, refusals
  {
    id: 'STF-1.1',
    section: '3.3',
    force: 'I',
    words:
      'A victim of any age may apply, or a relative, friend, carer, councillor, MP or professional for them. A victim may be a person, a business or a community group.',
  },
  {
    id: 'STF-1.2',
    section: '3.3',
    force: 'S',
    words:
      'The victim’s consent is asked for. Where somebody else applies, the victim is asked to confirm it and to say who the main contact is.',
  },
  {
    id: 'STF-1.3',
    section: '3.3',
    force: 'M',
    words: 'Somebody else becomes the main contact only when the victim has signed a declaration.',
  },
  {
    id: 'STF-1.4',
    section: '3.3',
    force: 'D',
    words:
      'An application without consent may be taken where the victim cannot consent, or where there is a serious risk of harm. Which of the two is written down.',
  },
  {
    id: 'STF-1.5',
    section: '3.4, 3.7',
    force: 'S',
    words:
      'It must be within reach of young people, of people with learning difficulties, of those without English or the internet: by telephone, email, post, printed form and online form, all published.',
  },
  // 2: threshold
  {
    id: 'STF-2.1',
    section: '3.2',
    force: 'M',
    words: 'The threshold is set locally, at 3 complaints in the last 6 months or fewer.',
  },
  {
    id: 'STF-2.2',
    section: '3.2',
    force: 'M',
    words:
      'A complaint qualifies when it was made within 1 month of the behaviour and the application within 6 months of the complaint.',
  },
  {
    id: 'STF-2.3',
    section: '3.2',
    force: 'I',
    words:
      'Behaviour that harasses, alarms or distresses the public counts. Nuisance at home may, as the victim cannot walk away from it.',
  },
  {
    id: 'STF-2.4',
    section: '3.2',
    force: 'M',
    words:
      'What was reported decides, not what agencies did, and not whether a case is open. Once the threshold is reached the review must be held.',
  },
  {
    id: 'STF-2.5',
    section: '3.5',
    force: 'S',
    words:
      'Short of it, how long it has gone on, the harm, the answers and the effect of it all together are weighed. Lesser behaviour may be enough for the harm it threatens.',
  },
  { id: 'STF-2.6', section: '3.5', force: 'S', words: 'The bodies decide and tell the victim.' },
  {
    id: 'STF-2.7',
    section: '3.5',
    force: 'D',
    words: 'Reports of hate incidents may be included. They need no smaller number.',
  },
  {
    id: 'STF-2.8',
    section: '3.5',
    force: 'S',
    words: 'A review may begin unasked: complaints that qualify are logged, and the third in 6 months starts one.',
  },
  {
    id: 'STF-2.9',
    section: '3.5',
    force: 'S',
    words: 'Where somebody applies again and again about other matters, bodies look for a need behind it.',
  },
  // 3: receipt and threshold decision
  {
    id: 'STF-3.1',
    section: '3.1, 3.5',
    force: 'M',
    words:
      'The local procedure states its own times. The applicant is answered at 3 points: on the threshold, on the outcome and on the actions.',
  },
  {
    id: 'STF-3.2',
    section: '3.5',
    force: 'S',
    words: 'Where the threshold is not met, the applicant is told, and what else can be done is still looked at.',
  },
  // 4: review and outcome
  {
    id: 'STF-4.1',
    section: '3.5',
    force: 'M',
    words:
      'Where it is met, the applicant is told, risk and support are looked at again, information is shared and the panel is called. The pack has no times for this.',
  },
  // 5: information from agencies
  {
    id: 'STF-5.1',
    section: '2.2',
    force: 'M',
    words:
      'In an appeal agencies hand over everything. What is missing, and any step away from guidance or local process, needs a full explanation.',
  },
  // 6: the victim’s voice
  {
    id: 'STF-6.1',
    section: '3.5, App B',
    force: 'S',
    words:
      'It is always considered whether to ask the victim to part of the meeting, or a representative. If they cannot come, a support service speaks for them.',
  },
  // 7: risk and support
  {
    id: 'STF-7.1',
    section: '3.5, App B',
    force: 'S',
    words:
      'Risk is assessed in writing before the threshold decision and again during the review, best with one common matrix. An appeal looks at both.',
  },
  {
    id: 'STF-7.2',
    section: '3.5',
    force: 'S',
    words: 'Victims who are especially vulnerable get more support and are put in touch with victim services.',
  },
  // 8: panel and chair
  {
    id: 'STF-8.1',
    section: '3.2',
    force: 'I',
    words:
      'The bodies are district councils, local authorities, police, registered landlords who joined, and health or the ICB.',
  },
  {
    id: 'STF-8.2',
    section: '3.5',
    force: 'S',
    words: 'Where the person complained of is under 18, the youth offending team is invited.',
  },
  {
    id: 'STF-8.3',
    section: '3.5',
    force: 'S',
    words:
      'Where health makes the victim vulnerable, health takes part as a matter of course, in evidence, in a statement or in person.',
  },
  {
    id: 'STF-8.4',
    section: '3.5, App B',
    force: 'D',
    words:
      'A trained chair from outside is considered. Where most members had part in the case, somebody who had none is brought in.',
  },
  // 9: interim action, letters, minutes, plan
  {
    id: 'STF-9.1',
    section: '3.5',
    force: 'M',
    words:
      'A body with public functions has regard to what is recommended and says so. It is challenged where it declines without good reason.',
  },
  {
    id: 'STF-9.2',
    section: '3.5',
    force: 'S',
    words: 'The victim has a part in making the plan, hears it with its dates and is kept informed.',
  },
  // 10: follow-up of actions
  {
    id: 'STF-10.1',
    section: '4.2',
    force: 'S',
    words:
      'After an appeal that asks for action the commissioner may ask each body for its answer, for progress after 3 months, and later again. No law demands it.',
  },
  // 12: appeals
  {
    id: 'STF-12.1',
    section: '2.1',
    force: 'M',
    words: 'The appeal is asked for within 28 days of the day the outcome was told.',
  },
  {
    id: 'STF-12.2',
    section: '2.1, 2.2',
    force: 'M',
    words:
      'It goes to the lead body, which passes it on, or straight to the commissioner by web form or email. The day it was asked for decides whether it is in time; the day the office has it starts the office’s times.',
  },
  {
    id: 'STF-12.3',
    section: '2.2',
    force: 'M',
    words:
      'It needs 1 of 3 grounds at least: the threshold was met though refused; a process, policy or protocol that mattered was left aside; facts with evidence that mattered were.',
  },
  {
    id: 'STF-12.4',
    section: '2.2',
    force: 'I',
    words: 'Every step of the appeal is counted from one day, when the office has the appeal.',
  },
  {
    id: 'STF-12.5',
    section: '2.2',
    force: 'M',
    words:
      'Within 5 working days of that day the Independent Review Manager asks all bodies for documents and the applicant for reasons to each ground.',
  },
  {
    id: 'STF-12.6',
    section: '2.2',
    force: 'M',
    words: 'Within 15 working days of it the documents and the applicant’s answer are in.',
  },
  {
    id: 'STF-12.7',
    section: '2.2',
    force: 'M',
    words:
      'Within 25 working days of it the report is finished and talked over with the Commissioner and the lead for ASB.',
  },
  { id: 'STF-12.8', section: '2.2', force: 'M', words: 'Within 35 working days of it everybody has the answer.' },
  {
    id: 'STF-12.9',
    section: '2.2',
    force: 'D',
    words:
      'It may take longer when documents are late, the case is unusually hard or there is too much of it. Updates are given; how often is not said.',
  },
  {
    id: 'STF-12.10',
    section: 'App A',
    force: 'M',
    words:
      'Each document on the list is marked as there or not, with a reason if not: application, policy followed, threshold reasons, timeline, support, minutes, letters, plan, progress, risk assessments, and whatever else there is.',
  },
  {
    id: 'STF-12.11',
    section: '2.2',
    force: 'M',
    words:
      'The result is one of these or both: the case goes back for a named process, policy or protocol to be considered; or for named information to be.',
  },
  {
    id: 'STF-12.12',
    section: '2.2',
    force: 'M',
    words: 'The commissioner recommends. A decision cannot be changed or overturned by the commissioner.',
  },
  {
    id: 'STF-12.13',
    section: '1, 2.1',
    force: 'I',
    words:
      'The appeal is done on paper and is about the threshold or the way the review was done. Late ones, and whether the result is final, are not dealt with.',
  },
  // 13: figures and revision
  {
    id: 'STF-13.1',
    section: '4.1',
    force: 'M',
    words:
      'At least every 12 months, with nothing that points to a victim, these are published: applications, threshold not met, reviews, and appeals the commissioner considered.',
  },
  {
    id: 'STF-13.2',
    section: '4.1',
    force: 'I',
    words: 'The commissioner watches applications, threshold not met, reviews and appeals asked for.',
  },
  {
    id: 'STF-13.3',
    section: '3.1',
    force: 'M',
    words:
      'Commissioner and landlords are consulted on the procedure. It says how it is judged and changed, and every body publishes it and points to the lead.',
  },
  { id: 'STF-13.4', section: '3.7', force: 'S', words: 'It is called ASB Case Review; the earlier name is given up.' },
  // 14: sharing and records
  {
    id: 'STF-14.1',
    section: '3.6',
    force: 'M',
    words:
      'Consent is asked for to gather and share. Agreements settle sharing, risk and aims. What is asked for must be given, but for the exceptions of the Act.',
  },
  {
    id: 'STF-14.2',
    section: 'App B',
    force: 'I',
    words: 'An audit looks for a declaration on sharing, signed for each agency. No record system is named.',
  },
];

/** The Staffordshire Commissioner's appeal pack, undated. The lead body's own times are compulsory settings (STF-3.1). */
export default definePolicy({
  procedure: 'staffordshire',
  prefix: 'STF',
  version: '2023-03-01',
  document: {
    title: 'ASB Case Review: appeal pack of the Commissioner',
    dated: 'undated; cites guidance of March 2023 and a plan for 2021 to 2024',
    note: 'Binds the appeal stage; the review stage comes from the lead body. Two flowcharts carry no text.',
  },
  rules,
  settings: {
    'threshold.discretion': ['persistence', 'harm', 'adequacy'],
    'risk.before_decision': 'block',
    'extension.interval': { n: 10, unit: 'wd' },
    followup: { n: 3, unit: 'mo' },
    'appeal.window': { n: 28, unit: 'cd' },
    'appeal.grounds': ['threshold', 'process', 'facts'],
    'appeal.can_overturn': false,
    'appeal.body': 'the Police, Fire and Crime Commissioner',
  },
  compulsory: ['ack', 'threshold.decision', 'agency.return.threshold', 'agency.return.review', 'outcome'],
  consent: { forms: ['signed'], rule: 'STF-1.3', code: 'declaration_missing' },
  anonymous: null,
  decline: { rule: 'STF-1.1', reasons: {} },
  newSetRule: null,
  countRule: 'STF-2.1',
  hateRule: 'STF-2.7',
  riskRule: 'STF-7.1',
  asksNamedAgenciesAlone: false,
  bodiesRule: 'AMB-B11',
  safeguarding: null,
  letters: {
    acknowledgement: 'acknowledgement',
    met: 'threshold',
    not_met: 'threshold',
    outcome: 'outcome',
    appeal_acknowledged: 'appealAcknowledgement',
    appeal_result: 'appealOutcome',
    update: 'update',
    minutes: 'minutes',
    closing: 'closing',
  },
  letterRules: {
    acknowledgement: 'STF-3.1',
    threshold: 'STF-3.1',
    outcome: 'STF-3.1',
    minutes: 'STF-9.2',
    appealAcknowledgement: 'STF-12.5',
    appealOutcome: 'STF-12.8',

    closing: 'STAT-13',
  },
  clocks: [
    {
      id: 'STF.ack.target',
      rule: 'STF-3.1',
      section: '3.1',
      label: 'Acknowledge the application (lead body’s time)',
      kind: 'target',
      owedBy: 'spoc',
      from: 'application',
      period: 'ack',
      metBy: { letter: ['acknowledgement'] },
      outlivesClosing: false,
      onlyIf: 'application',
    },
    {
      id: 'STF.threshold.target',
      rule: 'STF-3.1',
      section: '3.1',
      label: 'Decide the threshold (lead body’s time)',
      kind: 'target',
      owedBy: 'spoc',
      from: 'application',
      period: 'threshold.decision',
      metBy: { act: 'decided' },
      outlivesClosing: false,
      onlyIf: 'application',
    },
    {
      id: 'STF.agency.threshold.target',
      rule: 'AMB-C3',
      section: '3.1',
      label: 'What each agency holds on the complaints (lead body’s time)',
      kind: 'target',
      owedBy: 'agency',
      per: 'threshold_request',
      from: 'request_sent',
      period: 'agency.return.threshold',
      metBy: { act: 'return' },
      outlivesClosing: false,
    },
    {
      id: 'STF.agency.review.target',
      rule: 'AMB-C3',
      section: '3.1',
      label: 'Each agency’s involvement, for the meeting (lead body’s time)',
      kind: 'target',
      owedBy: 'agency',
      per: 'review_request',
      from: 'request_sent',
      period: 'agency.return.review',
      metBy: { act: 'return' },
      outlivesClosing: false,
    },
    {
      id: 'STF.outcome.target',
      rule: 'STF-3.1',
      section: '3.1',
      label: 'Tell the applicant the outcome (lead body’s time)',
      kind: 'target',
      owedBy: 'spoc',
      from: 'met_letter',
      period: 'outcome',
      metBy: { letter: ['outcome'] },
      outlivesClosing: false,
    },
    {
      id: 'STF.closing.target',
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
      id: 'STF.appeal.window',
      rule: 'STF-12.1',
      section: '2.1',
      label: 'Last day to ask for an appeal',
      kind: 'right',
      owedBy: 'applicant',
      per: 'decision_told',
      from: 'told',
      period: 'appeal.window',
      metBy: { act: 'appeal' },
      outlivesClosing: true,
    },
    {
      id: 'STF.appeal.request',
      rule: 'STF-12.5',
      section: '2.2',
      label: 'Ask all bodies for documents and the applicant for reasons',
      kind: 'duty',
      owedBy: 'decider',
      per: 'appeal',
      from: 'office_received',
      period: { n: 5, unit: 'wd' },
      metBy: { act: 'appeal_request' },
      outlivesClosing: true,
    },
    {
      id: 'STF.appeal.documents',
      rule: 'STF-12.6',
      section: '2.2',
      label: 'Documents of the agency, answer of the applicant',
      kind: 'agency',
      owedBy: 'agency',
      per: 'appeal_request',
      from: 'office_received',
      period: { n: 15, unit: 'wd' },
      metBy: { act: 'return' },
      outlivesClosing: true,
    },
    {
      id: 'STF.appeal.report',
      rule: 'STF-12.7',
      section: '2.2',
      label: 'Finish the report and discuss it with the Commissioner',
      kind: 'duty',
      owedBy: 'decider',
      per: 'appeal',
      from: 'office_received',
      period: { n: 25, unit: 'wd' },
      metBy: { act: 'heard' },
      outlivesClosing: true,
    },
    {
      id: 'STF.appeal.response',
      rule: 'STF-12.8',
      section: '2.2',
      label: 'Respond to all parties',
      kind: 'duty',
      owedBy: 'decider',
      per: 'appeal',
      from: 'office_received',
      period: { n: 35, unit: 'wd' },
      metBy: { letter: ['appealOutcome'] },
      outlivesClosing: true,
      updatesEvery: { n: 10, unit: 'wd' },
    },
    {
      id: 'STF.followup',
      rule: 'STF-10.1',
      section: '4.2',
      label: 'Progress on the recommendations',
      kind: 'request',
      owedBy: 'lead_body',
      from: 'appeal_result_with_recommendations',
      period: 'followup',
      metBy: { act: 'follow_up' },
      outlivesClosing: true,
    },
  ],
  bindTogether: [],
  seats: {
    minimumRule: 'STF-8.1',
    chairRule: 'STF-8.4',
    bodiesRule: 'STF-8.1',
    bodies: null,
    youth: 'required',
    health: true,
    labels: { youth_justice: 'Youth offending team', health: 'Health partner' },
  },
  voice: { writtenAgreementRule: null, modes: ['attend', 'representative', 'none'], bearer: null },
  ladder: [],
  openActionsRule: 'capability 41',
  appeal: {
    madeTo: 'either',
    decidedBy: 'commissioner',
    enclose: 'the declaration that the victim has signed',
    hearing: false,
    upheldMakesMet: false,
    otherAuthorityRule: null,
    deciderRole: null,
    officeDecides: true,
    overturnRule: 'STF-12.12',
    resultClock: ['STF.appeal.response'],
    results: ['criteria_not_met', 'dismissed', 'referred_back'],
    deciderRoles: ['independent_review_manager'],
    documents: [
      'application',
      'policy_followed',
      'threshold_rationale',
      'timeline',
      'support',
      'minutes',
      'correspondence',
      'plan',
      'action_progress',
      'risk_assessments',
      'other',
    ],
  },
  actsLacking: {},
  followUpRule: 'STF-10.1',
  labels: {
    officer: 'Single Point of Contact',
    officerShort: 'SPOC',
    form: 'agency response form',
    recordSystem: null,
  },
  figures: {
    rule: 'STF-13.1',
    period: '1 April to 31 March',
    counts: ['applications', 'not_met', 'reviews', 'with_recommendations', 'appeals'],
  },
});
