import { definePolicy, type Rule } from '../../domain/policy.ts';

/** Every rule of the printed procedure in our words, family by family. What below rests on a rule bears its id. */
const rules: Rule[] = [
  // 1: who may apply, refusals
  {
    id: 'WAR-1.1',
    section: '4',
    force: 'M',
    words:
      'The victim applies, or anybody the victim has agreed to: a carer, relative, MP, councillor or somebody who works with them. No form of agreement is laid down.',
  },
  { id: 'WAR-1.2', section: '4', force: 'I', words: 'A victim may be a person, a business or a community group.' },
  { id: 'WAR-1.3', section: '4', force: 'M', words: 'An application without a name is not looked at.' },
  {
    id: 'WAR-1.4',
    section: '4',
    force: 'S',
    words: 'The applicant is promised that the people complained of will not be given their details.',
  },
  {
    id: 'WAR-1.5',
    section: '5, 5.1, App 1',
    force: 'M',
    words:
      'It goes to the applicant’s own district or borough, one of 5, by online form, printed form, telephone, email or letter.',
  },
  {
    id: 'WAR-1.6',
    section: '5.1, 3',
    force: 'M',
    words:
      'It is no complaints procedure. A complaint elsewhere, to an agency, the ombudsman or police standards, does not stop a review that meets the threshold.',
  },
  {
    id: 'WAR-1.7',
    section: '5',
    force: 'M',
    words: 'Each council names a SPOC and somebody who stands in, so that no date is lost while one is away.',
  },
  // 2: threshold
  {
    id: 'WAR-2.1',
    section: '5.3',
    force: 'M',
    words: 'The threshold is 3 qualifying complaints by the victim or more in the 6 months before.',
  },
  {
    id: 'WAR-2.2',
    section: '5.3',
    force: 'M',
    words:
      'A complaint qualifies when it was made within 1 month of what happened and the application comes within 6 months, counted from the first complaint.',
  },
  {
    id: 'WAR-2.3',
    section: '5.3',
    force: 'M',
    words:
      'What counts is what was reported. Whether an agency answered, and whether its case is open or closed, plays no part.',
  },
  {
    id: 'WAR-2.4',
    section: '5.3',
    force: 'M',
    words: 'Once the count is there the threshold is met, and a review must follow.',
  },
  {
    id: 'WAR-2.5',
    section: '5.3',
    force: 'D',
    words:
      'Below the count an application may be taken all the same. How long it has gone on, the harm done or feared, and how agencies answered are weighed.',
  },
  {
    id: 'WAR-2.6',
    section: '5.3',
    force: 'D',
    words:
      'With 2 complaints in 6 months it may be taken where the harm is a serious worry, or the answer was poor, or both.',
  },
  {
    id: 'WAR-2.7',
    section: '5.3',
    force: 'S',
    words: 'Harm is weighed as a whole. No single incident has to amount to harassment, alarm or distress.',
  },
  {
    id: 'WAR-2.8',
    section: '5.3',
    force: 'D',
    words: 'Hate incidents that were reported may be among the complaints. They need no smaller number.',
  },
  {
    id: 'WAR-2.9',
    section: '2',
    force: 'I',
    words:
      'All 3 meanings of the Act apply: harassment, alarm or distress; nuisance to somebody in their home; nuisance to do with housing.',
  },
  {
    id: 'WAR-2.10',
    section: '3',
    force: 'I',
    words:
      'A complaint is made to the council, the police or a registered social landlord. One incident told to several of them is not dealt with.',
  },
  // 3: receipt and threshold decision
  {
    id: 'WAR-3.1',
    section: '5.2',
    force: 'S',
    words:
      'The SPOC acknowledges in writing within 5 working days of receiving the application and says what comes next.',
  },
  {
    id: 'WAR-3.2',
    section: '5.3.2',
    force: 'M',
    words:
      'The bodies decide the threshold together, in a meeting, by telephone or by email. The SPOC never decides alone.',
  },
  {
    id: 'WAR-3.3',
    section: '5.3.3',
    force: 'M',
    words:
      'The SPOC tells the applicant: what comes next where it is met, the reasons in a letter where it is not. No day is set.',
  },
  // 4: review and outcome
  {
    id: 'WAR-4.1',
    section: '5.4.1',
    force: 'S',
    words: 'Review and answer come within 6 weeks of the acknowledgement. A hard case may take longer.',
  },
  {
    id: 'WAR-4.2',
    section: '5.4.1',
    force: 'S',
    words: 'The applicant is told how long it is likely to take. How often is not said.',
  },
  {
    id: 'WAR-4.3',
    section: '5.4',
    force: 'I',
    words: 'It may be held in any meeting of the partnership that fits, or in a panel of its own.',
  },
  // 5: information from agencies
  {
    id: 'WAR-5.1',
    section: '5.4',
    force: 'S',
    words:
      'Each organisation sends in, or brings to the meeting, what it has had to do with victim and case. There is no form and no day.',
  },
  { id: 'WAR-5.2', section: '5.4', force: 'M', words: 'An organisation that sends nothing is named in the findings.' },
  {
    id: 'WAR-5.3',
    section: '5.4',
    force: 'M',
    words: 'The meeting looks at what was done so far and asks whether it needs to know more.',
  },
  // 6: the victim’s voice
  {
    id: 'WAR-6.1',
    section: '5.4',
    force: 'M',
    words:
      'The victim may say what it has meant to them and their household: by coming to part of the meeting, by sending an advocate, in writing or on video. No length is set.',
  },
  // 7: risk and support
  {
    id: 'WAR-7.1',
    section: '5.3.1',
    force: 'M',
    words:
      'How vulnerable the victim is must be assessed for the threshold decision. Without the assessment on record there is no decision.',
  },
  {
    id: 'WAR-7.2',
    section: '5.3.1',
    force: 'S',
    words: 'A victim who is especially vulnerable is considered for practical and emotional support.',
  },
  // 8: panel and chair
  {
    id: 'WAR-8.1',
    section: '5.4',
    force: 'M',
    words:
      'Council, police and a registered social landlord are there; health and youth offending where they bear on the case.',
  },
  {
    id: 'WAR-8.2',
    section: '5.4',
    force: 'S',
    words: 'Where the person complained of is under 18, the Youth Justice Service is invited.',
  },
  {
    id: 'WAR-8.3',
    section: '5.4',
    force: 'S',
    words:
      'Where the victim’s health makes them vulnerable, a health partner is brought in. Something in writing is enough.',
  },
  {
    id: 'WAR-8.4',
    section: '5.4.2',
    force: 'D',
    words:
      'The panel considers, each time, a trained chair from outside, and, where most members had part in the case, somebody who had none. What was considered is written down.',
  },
  // 9: interim action, letters, minutes, plan
  {
    id: 'WAR-9.1',
    section: '5.4',
    force: 'M',
    words:
      'The applicant gets a formal answer in writing. Where actions follow, the plan is talked over with applicant or victim.',
  },
  { id: 'WAR-9.2', section: '5.4', force: 'S', words: 'The plan says how it will be followed up.' },
  // 10: follow-up of actions
  {
    id: 'WAR-10.1',
    section: '5.4',
    force: 'I',
    words: 'Who follows up, and how often, is settled in each plan. There are no steps upwards.',
  },
  // 11: further applications, withdrawal, no contact
  {
    id: 'WAR-11.1',
    section: '5.3',
    force: 'M',
    words: 'A second application needs new incidents that each qualify. Those of the first do not count again.',
  },
  {
    id: 'WAR-11.2',
    section: '5.3',
    force: 'D',
    words:
      'Where the bodies found an applicant unreasonably persistent, the body concerned may use its own policy for that. Withdrawal and lost contact are not dealt with.',
  },
  // 12: appeals
  {
    id: 'WAR-12.1',
    section: '6',
    force: 'M',
    words: 'An appeal goes to the commissioner’s office, about the way the review was done or about the threshold.',
  },
  {
    id: 'WAR-12.2',
    section: '6',
    force: 'S',
    words: 'It comes in writing within 28 working days of the day the outcome reached the applicant.',
  },
  {
    id: 'WAR-12.3',
    section: '6',
    force: 'I',
    words: 'How it is handled, what may come of it and whether that is final stand on the commissioner’s own pages.',
  },
  // 13: figures and revision
  {
    id: 'WAR-13.1',
    section: '7',
    force: 'M',
    words:
      'At least every 12 months the councils publish: applications, threshold not met, reviews, reviews with recommendations.',
  },
  {
    id: 'WAR-13.2',
    section: '8',
    force: 'M',
    words:
      'The procedure is looked at whenever something is learned, and by all partners every year, with the commissioner consulted.',
  },
  // 14: sharing and records
  {
    id: 'WAR-14.1',
    section: '5.4, 1',
    force: 'I',
    words:
      'The bodies, which are councils, police, integrated care boards and landlords who joined, share with each other. No system, basis or form of consent is named.',
  },
];

/** Warwickshire's procedure, undated; it cites the guidance of March 2023. */
export default definePolicy({
  procedure: 'warwickshire',
  prefix: 'WAR',
  version: '2023-03-01',
  document: {
    title: 'ASB Case Review Procedure',
    dated: 'undated; cites guidance of March 2023',
    note: 'No deadline for the threshold, no return-by, no forms named; appeal steps are on the commissioner’s own pages.',
  },
  rules,
  settings: {
    'threshold.discretion': ['persistence', 'harm', 'adequacy', 'two_complaints'],
    'risk.before_decision': 'block',
    'target.threshold': { n: 10, unit: 'wd' },
    'agency.return.threshold': { n: 5, unit: 'wd' },
    'agency.return.review': { n: 10, unit: 'wd' },
    'extension.interval': { n: 10, unit: 'wd' },
    'panel.minimum': ['council', 'police', 'landlord'],
    'chair.independent': 'consider',
    'appeal.window': { n: 28, unit: 'wd' },
    'appeal.body': 'the Police and Crime Commissioner’s office',
  },
  compulsory: [],
  consent: { forms: ['written', 'signed', 'verbal'], rule: 'WAR-1.1', code: 'consent_missing' },
  anonymous: { rule: 'WAR-1.3' },
  decline: { rule: 'WAR-1.3', reasons: { anonymous: 'The applicant wishes to stay anonymous' } },
  newSetRule: 'WAR-11.1',
  countRule: 'WAR-2.1',
  hateRule: 'WAR-2.8',
  riskRule: 'WAR-7.1',
  asksNamedAgenciesAlone: false,
  bodiesRule: 'WAR-3.2',
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
    threshold: 'WAR-3.3',
    outcome: 'WAR-4.1',
    minutes: 'WAR-9.1',
    appealAcknowledgement: 'WAR-12.1',
    appealOutcome: 'WAR-12.1',

    closing: 'STAT-13',
  },
  clocks: [
    {
      id: 'WAR.ack',
      rule: 'WAR-3.1',
      section: '5.2',
      label: 'Acknowledge the application in writing',
      kind: 'duty',
      owedBy: 'spoc',
      from: 'application',
      period: { n: 5, unit: 'wd' },
      metBy: { letter: ['acknowledgement'] },
      outlivesClosing: false,
      onlyIf: 'application',
    },
    {
      id: 'WAR.threshold.target',
      rule: 'AMB-C1',
      section: '5.3',
      label: 'Decide the threshold together (local target)',
      kind: 'target',
      owedBy: 'spoc',
      from: 'acknowledged',
      period: 'target.threshold',
      metBy: { act: 'decided' },
      outlivesClosing: false,
    },
    {
      id: 'WAR.agency.threshold.target',
      rule: 'AMB-C3',
      section: '5.4',
      label: 'What each organisation holds on the complaints (local target)',
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
      id: 'WAR.agency.review.target',
      rule: 'AMB-C3',
      section: '5.4',
      label: 'Each organisation’s involvement, for the meeting (local target)',
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
      id: 'WAR.response',
      rule: 'WAR-4.1',
      section: '5.4.1',
      label: 'Review and formal response',
      kind: 'duty',
      owedBy: 'spoc',
      from: 'acknowledged_or_received',
      period: { n: 6, unit: 'wk' },
      metBy: { letter: ['outcome'] },
      outlivesClosing: false,
      updatesEvery: { n: 10, unit: 'wd' },
    },
    {
      id: 'WAR.closing.target',
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
      id: 'WAR.appeal.window',
      rule: 'WAR-12.2',
      section: '6',
      label: 'Last day to appeal',
      kind: 'right',
      owedBy: 'applicant',
      per: 'decision_told',
      from: 'told',
      period: 'appeal.window',
      metBy: { act: 'appeal' },
      outlivesClosing: true,
    },
  ],
  bindTogether: [],
  seats: {
    minimumRule: 'WAR-8.1',
    chairRule: 'WAR-8.4',
    bodiesRule: 'WAR-8.1',
    bodies: null,
    youth: 'required',
    health: true,
    labels: {
      council: 'Council',
      police: 'Police',
      landlord: 'Registered social landlord',
      youth_justice: 'Youth Justice Service',
      health: 'Health partner',
    },
  },
  voice: { writtenAgreementRule: null, modes: ['attend', 'representative', 'written', 'video', 'none'], bearer: null },
  ladder: [],
  openActionsRule: 'capability 41',
  appeal: {
    madeTo: 'office',
    decidedBy: 'commissioner',
    enclose: null,
    hearing: false,
    upheldMakesMet: false,
    otherAuthorityRule: null,
    deciderRole: null,
    officeDecides: true,
    overturnRule: null,
    resultClock: [],
    results: ['dismissed', 'upheld', 'referred_back'],
    deciderRoles: ['other'],
    documents: [],
  },
  actsLacking: { handOverAppeal: 'WAR-12.3' },
  followUpRule: null,
  labels: {
    officer: 'Single Point of Contact',
    officerShort: 'SPOC',
    form: 'agency response form',
    recordSystem: null,
  },
  figures: {
    rule: 'WAR-13.1',
    period: '1 April to 31 March',
    counts: ['applications', 'not_met', 'reviews', 'with_recommendations'],
  },
});
