import { definePolicy, type Rule } from '../../domain/policy.ts';

/** Every rule of the printed procedure in our words, family by family. What below rests on a rule bears its id. */
const rules: Rule[] = [
  // 1: who may apply, refusals
  {
    id: 'SHR-1.1',
    section: 'Who can use',
    force: 'I',
    words: 'People, businesses and community groups may use it, at any age, children too.',
  },
  {
    id: 'SHR-1.2',
    section: 'Who can use',
    force: 'M',
    words:
      'Anybody may refer a victim who agrees. Where the victim lacks capacity, the representative or advocate agrees for them.',
  },
  {
    id: 'SHR-1.3',
    section: 'How do I demand',
    force: 'M',
    words:
      'The referral form goes to the Business Unit by email or post, or online. It can be filled in by telephone. Post may be some days on its way.',
  },
  {
    id: 'SHR-1.4',
    section: 'What is a Case Review',
    force: 'I',
    words: 'It is no complaints procedure. Complaints and the ombudsman stay open.',
  },
  {
    id: 'SHR-1.5',
    section: 'What is ASB',
    force: 'I',
    words:
      'Behaviour that harasses, alarms or distresses, once or often, online or face to face. What neighbours ordinarily put up with is left out.',
  },
  // 2: threshold
  {
    id: 'SHR-2.1',
    section: 'When can I',
    force: 'M',
    words: 'The threshold is 3 reports or more in the last 6 months by the same person.',
  },
  {
    id: 'SHR-2.2',
    section: 'When can I',
    force: 'M',
    words: 'Each incident was reported within 1 month of happening.',
  },
  {
    id: 'SHR-2.3',
    section: 'What is ASB',
    force: 'I',
    words:
      'Hate is explained by 9 protected characteristics but needs no smaller number here. The council’s web page has shown a route of its own: confirm with the council.',
  },
  {
    id: 'SHR-2.4',
    section: 'not stated',
    force: 'I',
    words: 'Discretion, one incident told twice and who decides are left open.',
  },
  // 3: receipt and threshold decision
  {
    id: 'SHR-3.1',
    section: 'How do I demand',
    force: 'M',
    words: 'The Business Unit confirms that the referral has come. No day is set.',
  },
  {
    id: 'SHR-3.2',
    section: 'How do I demand',
    force: 'M',
    words:
      'Lead Officer or chair, or both, meet the victim, mostly on Teams, otherwise as suits them, and ask what happened, what it did to them and what support they need.',
  },
  {
    id: 'SHR-3.3',
    section: 'Criteria not met',
    force: 'D',
    words:
      'Where the threshold is not met there is no meeting. Chair or Lead Officer may put the person in touch with services or ask an agency to call on them.',
  },
  // 4: review and outcome
  {
    id: 'SHR-4.1',
    section: 'After the review (chart)',
    force: 'M',
    words: 'The draft of the decision letter goes to the panel within 2 working days of the plan being agreed.',
  },
  {
    id: 'SHR-4.2',
    section: 'After the review (chart)',
    force: 'M',
    words: 'The response letter and the plan go to the victim within 5 working days of the plan being agreed.',
  },
  {
    id: 'SHR-4.3',
    section: 'If accepted',
    force: 'M',
    words:
      'Within 7 working days of the meeting the victim knows what is in the plan, when it is looked at again and what to do if unhappy.',
  },
  {
    id: 'SHR-4.4',
    section: 'not stated',
    force: 'I',
    words:
      'There is no day for the threshold decision nor for the meeting: the chart that may hold them carries no text.',
  },
  // 5: information from agencies
  {
    id: 'SHR-5.1',
    section: 'How do I demand',
    force: 'M',
    words:
      'A form goes to the agencies the referrer names: what they know and what they did. It has no number and no day.',
  },
  // 6: the victim’s voice
  {
    id: 'SHR-6.1',
    section: 'If accepted',
    force: 'M',
    words:
      'The victim is asked to the beginning, and may bring a supporter, send a representative or have the Lead Officer read a statement. No length is set.',
  },
  // 7: risk and support
  {
    id: 'SHR-7.1',
    section: 'How do I demand',
    force: 'M',
    words: 'Where anybody’s safety is at risk now, the right agency is told at once.',
  },
  {
    id: 'SHR-7.2',
    section: 'How do I demand',
    force: 'M',
    words: 'What support is needed is talked over, and referrals are helped along. There is no risk form.',
  },
  // 8: panel and chair
  {
    id: 'SHR-8.1',
    section: 'Relevant agencies',
    force: 'M',
    words:
      'The panel is the police Chief Inspector for Safer Neighbourhood, the chair of the social landlords’ forum, the council’s Assistant Director for Homes and Communities, the ICB’s Head of Adult Safeguarding and Victim Support; and the Head of Youth Justice where the person responsible is under 18.',
  },
  {
    id: 'SHR-8.2',
    section: 'Relevant agencies',
    force: 'M',
    words: 'Local authority, police, registered social landlord and ICB must be among them; others as fits.',
  },
  { id: 'SHR-8.3', section: 'Relevant agencies', force: 'D', words: 'Other staff may come and explain what they did.' },
  {
    id: 'SHR-8.4',
    section: 'Relevant agencies',
    force: 'M',
    words:
      'The independent chair is the partnership’s Statutory Safeguarding Business Partner. The deputy is the Assistant Director, who is the council’s panel member too.',
  },
  // 9: interim action, letters, minutes, plan
  {
    id: 'SHR-9.1',
    section: 'If accepted',
    force: 'M',
    words: 'Each agency says what it holds, did and could do. The panel asks and suggests, and makes the plan.',
  },
  {
    id: 'SHR-9.2',
    section: 'not stated',
    force: 'I',
    words: 'Who gets the minutes and what is left out of them is open. There are minutes, as an appeal reads them.',
  },
  // 10: follow-up of actions
  {
    id: 'SHR-10.1',
    section: 'After the review (chart)',
    force: 'M',
    words: 'The referrer is called back within 3 months of the plan: are they satisfied, and has it stopped?',
  },
  {
    id: 'SHR-10.2',
    section: 'After the review (chart)',
    force: 'M',
    words: 'Then the case is closed, or a further review starts. There are no steps upwards.',
  },
  // 11: further applications, withdrawal, no contact
  {
    id: 'SHR-11.1',
    section: 'not stated',
    force: 'I',
    words: 'Further applications, withdrawal and lost contact are left open.',
  },
  // 12: appeals
  {
    id: 'SHR-12.1',
    section: 'Not satisfied',
    force: 'M',
    words:
      'An appeal goes in writing or by email to the Independent Chair and Scrutineer within 20 working days of the day the response letter was sent.',
  },
  {
    id: 'SHR-12.2',
    section: 'Not satisfied',
    force: 'S',
    words: 'It says what the person is unhappy with. There is no list of grounds.',
  },
  {
    id: 'SHR-12.3',
    section: 'Not satisfied',
    force: 'I',
    words: 'No time is set for answering the appeal, and none is shown.',
  },
  {
    id: 'SHR-12.4',
    section: 'Not satisfied',
    force: 'M',
    words:
      'The Scrutineer speaks to the person, reads referral, agencies’ information, minutes and plan, decides what comes next and answers in writing.',
  },
  // 13: figures and revision
  {
    id: 'SHR-13.1',
    section: 'Publishing Data',
    force: 'M',
    words:
      'At least once a year these are published: applications, threshold not met, reviews, reviews with recommendations.',
  },
  {
    id: 'SHR-13.2',
    section: 'Publishing Data',
    force: 'M',
    words: 'The partnership looks at the process and reports on it every quarter.',
  },
  // 14: sharing and records
  {
    id: 'SHR-14.1',
    section: 'not stated',
    force: 'I',
    words: 'Basis of sharing, words of consent and record system are not named.',
  },
];

/** Shropshire's process, approved 21 November 2023. The chart for receiving a referral is a picture and carries no text. */
const policy = definePolicy({
  procedure: 'shropshire',
  prefix: 'SHR',
  version: '2023-11-21',
  document: {
    title: 'ASB Case Review process',
    dated: 'final draft 13 September 2023, approved 21 November 2023',
    note: 'Due for review in November 2025: confirm with the council. The chart for receipt carries no text.',
  },
  rules: [],
  settings: {
    'target.ack': { n: 5, unit: 'wd' },
    'target.threshold': { n: 15, unit: 'wd' },
    'target.meeting': { n: 20, unit: 'wd' },
    'agency.return.threshold': { n: 5, unit: 'wd' },
    'agency.return.review': { n: 10, unit: 'wd' },
    'panel.minimum': [
      'police_chief_inspector',
      'landlords_forum_chair',
      'assistant_director',
      'icb_adult_safeguarding',
      'victim_support',
    ],
    'chair.independent': 'named',
    followup: { n: 3, unit: 'mo' },
    'appeal.anchor': 'sent',
    'appeal.window': { n: 20, unit: 'wd' },
    'appeal.decider': 'scrutineer',
    'appeal.body': 'the Independent Chair and Scrutineer',
  },
  compulsory: [],
  consent: { forms: ['written', 'signed', 'verbal'], exemptions: false, rule: 'SHR-1.2', code: 'consent_missing' },
  anonymous: null,
  decline: { rule: 'SHR-1.1', reasons: {} },
  newSetRule: null,
  countRule: 'SHR-2.1',
  hateRule: 'SHR-2.3',
  riskRule: 'AMB-B12',
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
    plan_draft: 'planDraft',
  },
  letterRules: {
    acknowledgement: 'SHR-3.1',
    threshold: 'SHR-3.3',
    outcome: 'SHR-4.2',
    minutes: 'SHR-9.2',
    appealAcknowledgement: 'SHR-12.4',
    appealOutcome: 'SHR-12.4',
  },
  clocks: [
    {
      id: 'SHR.ack.target',
      rule: 'AMB-C1',
      section: 'How do I demand',
      label: 'Confirm receipt (local target)',
      kind: 'target',
      owedBy: 'spoc',
      from: 'application',
      period: 'target.ack',
      metBy: { letter: ['acknowledgement'] },
      onlyIf: 'application',
    },
    {
      id: 'SHR.threshold.target',
      rule: 'AMB-C1',
      section: 'Criteria',
      label: 'Decide the threshold (local target)',
      kind: 'target',
      owedBy: 'spoc',
      from: 'application',
      period: 'target.threshold',
      metBy: { act: 'decided' },
      onlyIf: 'application',
    },
    {
      id: 'SHR.agency.threshold.target',
      rule: 'AMB-C3',
      section: 'How do I demand',
      label: 'What each agency knows and did (local target)',
      kind: 'target',
      owedBy: 'agency',
      per: 'threshold_request',
      from: 'request_sent',
      period: 'agency.return.threshold',
      metBy: { act: 'return' },
      capBefore: 3,
    },
    {
      id: 'SHR.agency.review.target',
      rule: 'AMB-C3',
      section: 'If accepted',
      label: 'What each agency holds, for the meeting (local target)',
      kind: 'target',
      owedBy: 'agency',
      per: 'review_request',
      from: 'request_sent',
      period: 'agency.return.review',
      metBy: { act: 'return' },
      capBefore: 3,
    },
    {
      id: 'SHR.meeting.target',
      rule: 'AMB-C2',
      section: 'If accepted',
      label: 'Hold the review (local target)',
      kind: 'target',
      owedBy: 'spoc',
      from: 'decided_met',
      period: 'target.meeting',
      metBy: { act: 'panel_held' },
    },
    {
      id: 'SHR.draft',
      rule: 'SHR-4.1',
      section: 'After the review',
      label: 'Share the draft letter with the panel',
      kind: 'duty',
      owedBy: 'spoc',
      from: 'plan_agreed',
      period: { n: 2, unit: 'wd' },
      metBy: { letter: ['planDraft'] },
    },
    {
      id: 'SHR.letter',
      rule: 'SHR-4.2',
      section: 'After the review',
      label: 'Response letter and plan to the victim',
      kind: 'duty',
      owedBy: 'spoc',
      from: 'plan_agreed',
      period: { n: 5, unit: 'wd' },
      metBy: { letter: ['outcome'] },
    },
    {
      id: 'SHR.told',
      rule: 'SHR-4.3',
      section: 'If accepted',
      label: 'Tell the victim what is in the plan (from the meeting)',
      kind: 'duty',
      owedBy: 'spoc',
      from: 'panel_held',
      period: { n: 7, unit: 'wd' },
      metBy: { letter: ['outcome'] },
    },
    {
      id: 'SHR.callback',
      rule: 'SHR-10.1',
      section: 'After the review',
      label: 'Call the referrer back',
      kind: 'duty',
      owedBy: 'spoc',
      from: 'plan_agreed',
      period: 'followup',
      metBy: { act: 'follow_up' },
    },
    {
      id: 'SHR.appeal.window',
      rule: 'SHR-12.1',
      section: 'Not satisfied',
      label: 'Last day to appeal',
      kind: 'right',
      owedBy: 'applicant',
      per: 'decision_told',
      from: 'told',
      period: 'appeal.window',
      metBy: { act: 'appeal' },
    },
    {
      id: 'SHR.appeal.result',
      rule: 'SHR-12.3',
      section: 'Not satisfied',
      label: 'Answer to the appeal (no time is set)',
      kind: 'duty',
      owedBy: 'decider',
      per: 'appeal',
      from: 'appeal_received',
      period: 'none_set',
      metBy: { letter: ['appealOutcome'] },
    },
  ],
  bindTogether: [['SHR.letter', 'SHR.told']],
  seats: {
    minimumRule: 'SHR-8.1',
    chairRule: 'SHR-8.4',
    bodiesRule: 'SHR-8.2',
    bodies: null,
    youth: 'seat',
    health: false,
    labels: {
      police_chief_inspector: 'Police Chief Inspector (Safer Neighbourhood)',
      landlords_forum_chair: "Chair of the social landlords' forum",
      assistant_director: 'Assistant Director (Homes and Communities)',
      icb_adult_safeguarding: 'Head of Adult Safeguarding (ICB)',
      victim_support: 'Victim Support',
      youth_justice: 'Head of Youth Justice',
    },
  },
  voice: { writtenAgreementRule: null, modes: ['attend', 'representative', 'read_out', 'none'] },
  ladder: [],
  openActionsRule: 'capability 41',
  appeal: {
    upheldMakesMet: true,
    otherAuthorityRule: null,
    deciderRole: { role: 'scrutineer', rule: 'AMB-D10' },
    overturnRule: null,
    resultClock: [],
    results: ['dismissed', 'upheld', 'referred_back'],
    deciderRoles: ['scrutineer'],
    documents: [],
  },
  actsLacking: { passOnAppeal: 'STF-12.2', handOverAppeal: 'SHR-12.4' },
  followUpRule: 'SHR-10.1',
  labels: {
    officer: 'Lead Officer',
    officerShort: 'Lead Officer',
    form: 'agency information form',
    recordSystem: null,
    appealBody: 'the Independent Chair and Scrutineer',
  },
  figures: {
    rule: 'SHR-13.1',
    period: '1 April to 31 March',
    counts: ['applications', 'not_met', 'reviews', 'with_recommendations'],
  },
});

// Beside the module and not in it: some clocks rest on a reading (AMB), which is no rule of the page. The linter checks the ids.
export default { ...policy, rules };
