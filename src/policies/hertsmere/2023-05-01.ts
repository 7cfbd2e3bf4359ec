import { definePolicy, type Rule } from '../../domain/policy.ts';

/** Every rule of the printed procedure in our words, family by family. What below rests on a rule bears its id. */
const rules: Rule[] = [
  // 1: who may apply, refusals
  { id: 'HER-1.1', section: '8', force: 'I', words: 'A victim may be a person, a business or a community group.' },
  {
    id: 'HER-1.2',
    section: '8',
    force: 'M',
    words:
      'A friend, relative, carer, councillor, MP or other professional may apply with the victim’s consent. The council still asks the victim for the facts and may check the consent.',
  },
  {
    id: 'HER-1.3',
    section: '8, 5',
    force: 'D',
    words: 'Nobody has to apply where a senior manager opens a review to protect a vulnerable victim.',
  },
  {
    id: 'HER-1.4',
    section: '9',
    force: 'M',
    words:
      'Not taken: an application without a name; one against a charging decision of the Crown Prosecution Service; one against a court’s decision; one that is only about service.',
  },
  {
    id: 'HER-1.5',
    section: '10',
    force: 'M',
    words:
      'By online form, document, email, telephone or letter, to any agency that was told of the incidents. The partnership finds the details.',
  },
  {
    id: 'HER-1.6',
    section: '2, 4',
    force: 'I',
    words:
      'It is meant for serious behaviour that goes on, where the victim feels that nothing has worked. Two of the Act’s meanings are quoted.',
  },
  // 2: threshold
  {
    id: 'HER-2.1',
    section: '5',
    force: 'M',
    words:
      'Route A: 3 separate incidents or more that qualify, told to council, police or a registered provider in the last 6 months, and the victim feels nothing effective was done.',
  },
  {
    id: 'HER-2.2',
    section: '5',
    force: 'M',
    words:
      'Route B: 1 hate incident or crime reported in the last 6 months without effective action, for race, religion, disability, sexual orientation or transgender identity.',
  },
  {
    id: 'HER-2.3',
    section: '5',
    force: 'D',
    words:
      'Route C: a senior manager decides, to protect a vulnerable victim: Community Safety Manager or above, police Inspector or above, or the like in another responsible body. Name, rank, body and reason are written down.',
  },
  {
    id: 'HER-2.4',
    section: '5',
    force: 'M',
    words: 'An incident qualifies when it was reported within 30 days of happening.',
  },
  { id: 'HER-2.5', section: '5', force: 'M', words: 'One incident told to several agencies counts once.' },
  {
    id: 'HER-2.6',
    section: '5',
    force: 'M',
    words: 'How long it has gone on, the harm done or feared, and how well agencies answered are taken into account.',
  },
  {
    id: 'HER-2.7',
    section: '5',
    force: 'S',
    words: 'Where the behaviour goes on, the application is accepted, whatever was done before.',
  },
  // 3: receipt and threshold decision
  {
    id: 'HER-3.1',
    section: '11',
    force: 'M',
    words:
      'The CSIO acknowledges within 2 working days of the application, with the next steps, whom to turn to and the times.',
  },
  {
    id: 'HER-3.2',
    section: '11',
    force: 'M',
    words: 'The CSIO asks the agencies to confirm the reports the applicant lists. There is no form and no day for it.',
  },
  {
    id: 'HER-3.3',
    section: '11',
    force: 'S',
    words:
      'Where the threshold is not met, CT3 goes within 14 working days of the application, with reasons and the appeal form CT3a.',
  },
  {
    id: 'HER-3.4',
    section: '11',
    force: 'M',
    words: 'Where it is met, CT4 goes within 14 working days of the application.',
  },
  {
    id: 'HER-3.5',
    section: '11',
    force: 'M',
    words:
      'CT4 says who can support and speak for the victim, how to be put in touch, and how the victim can be heard.',
  },
  // 4: review and outcome
  { id: 'HER-4.1', section: '11', force: 'I', words: 'No day is set for holding the review.' },
  {
    id: 'HER-4.2',
    section: '11',
    force: 'M',
    words: 'The outcome is told by telephone if it can be, and in writing within 5 working days of the review.',
  },
  {
    id: 'HER-4.3',
    section: '11',
    force: 'M',
    words: 'The CSIO sends minutes and plan to every panel member within 5 working days of the review.',
  },
  // 5: information from agencies
  {
    id: 'HER-5.1',
    section: '11',
    force: 'M',
    words:
      'Agencies concerned get the form CT5 (reports received, action taken) and return it within 2 working days of its being sent.',
  },
  {
    id: 'HER-5.2',
    section: '11',
    force: 'S',
    words:
      'Other services that matter, such as mental health or drugs and alcohol, are brought in on the strength of existing agreements and the law.',
  },
  { id: 'HER-5.3', section: 'not stated', force: 'I', words: 'What follows when a CT5 does not come is left open.' },
  // 6: the victim’s voice
  {
    id: 'HER-6.1',
    section: '11',
    force: 'M',
    words:
      'The victim may come to the start of the review or write a statement. No length is set. A victim who wants to come is asked which days suit.',
  },
  // 7: risk and support
  {
    id: 'HER-7.1',
    section: '11',
    force: 'S',
    words:
      'Within 5 working days of CT4 the CSIO speaks to the victim, by telephone if possible: explains the stages, asks how they want to be heard, gathers facts, completes the risk assessment CT6 and refers on.',
  },
  // 8: panel and chair
  {
    id: 'HER-8.1',
    section: '6',
    force: 'M',
    words:
      'At least 3 of these are represented: borough council, county council, police, commissioner, health commissioner, registered providers. Others come as the case needs.',
  },
  {
    id: 'HER-8.2',
    section: '11',
    force: 'M',
    words:
      'The smallest panel is the Community Safety Manager, the CSIO, the Neighbourhood Inspector, and a manager each of a social housing provider and of the health commissioner.',
  },
  { id: 'HER-8.3', section: '11', force: 'M', words: 'The chair is independent. The CSIO takes the minutes.' },
  {
    id: 'HER-8.4',
    section: '11',
    force: 'M',
    words:
      'The panel has before it the chair’s pack, the list of informal and formal powers and its terms of reference.',
  },
  // 9: interim action, letters, minutes, plan
  {
    id: 'HER-9.1',
    section: '11',
    force: 'S',
    words: 'Where somebody is found to be in danger of harm, body or mind, before the meeting, agencies act at once.',
  },
  { id: 'HER-9.2', section: '11', force: 'S', words: 'Each such interim action is told to the CSIO.' },
  { id: 'HER-9.3', section: '11', force: 'S', words: 'The victim is told what was agreed.' },
  {
    id: 'HER-9.4',
    section: '11',
    force: 'S',
    words:
      'Left out of what the victim is told is any action that would give away protected or sensitive data of the person complained of. The council’s copy lists what was left out and why. Data protection law demands it.',
  },
  // 10: follow-up of actions
  {
    id: 'HER-10.1',
    section: '11, 13',
    force: 'S',
    words: 'The owner does the action in time and tells the CSIO when it is done, or why it is late.',
  },
  {
    id: 'HER-10.2',
    section: '13',
    force: 'M',
    words: 'Step 0: the day after the due date the CSIO turns to the owner of an action that is not done.',
  },
  {
    id: 'HER-10.3',
    section: '13',
    force: 'M',
    words: 'Step 1: more than 21 days (3 weeks) after the due date it goes to the owner’s own line manager.',
  },
  {
    id: 'HER-10.4',
    section: '13',
    force: 'M',
    words:
      'Step 2: more than 2 months after the due date it goes to the Head of Service, or to the Chief Executive where the line manager is the Head of Service.',
  },
  {
    id: 'HER-10.5',
    section: '13',
    force: 'M',
    words: 'Step 3: more than 3 months after the due date it goes to the Chief Executive.',
  },
  {
    id: 'HER-10.6',
    section: '13',
    force: 'M',
    words: 'An action is done only when the CSIO knows: the day of telling is the day of completion.',
  },
  {
    id: 'HER-10.7',
    section: '13',
    force: 'M',
    words:
      'Where an action can no longer be done, or is no longer needed, the owner tells the CSIO so, and what came of it, so that partners can agree something else or refer the case again.',
  },
  {
    id: 'HER-10.8',
    section: '11',
    force: 'D',
    words: 'Where things change greatly, the CSIO may ask the panel to look again.',
  },
  // 11: further applications, withdrawal, no contact
  {
    id: 'HER-11.1',
    section: '14',
    force: 'D',
    words:
      'A further application after a decision is judged for itself. It may be allowed where something material has changed.',
  },
  {
    id: 'HER-11.2',
    section: '14',
    force: 'D',
    words:
      'Repeated applications without good cause fall under the policy on unreasonably persistent complainants of the council or the body concerned.',
  },
  {
    id: 'HER-11.3',
    section: '11',
    force: 'M',
    words:
      'A victim who cannot be reached after reasonable tries, by letter, telephone, email and visit, has the review listed as withdrawn and closed.',
  },
  { id: 'HER-11.4', section: '11', force: 'M', words: 'A letter confirms that within 10 working days of closing.' },
  // 12: appeals
  {
    id: 'HER-12.1',
    section: '12',
    force: 'M',
    words:
      'The victim may appeal against the threshold decision or the decision of the review. Neither grounds nor a last day are given.',
  },
  {
    id: 'HER-12.2',
    section: '12',
    force: 'M',
    words:
      'The Community Safety Manager decides it, together with an independent person from another Hertfordshire partnership where that can be had.',
  },
  { id: 'HER-12.3', section: '12', force: 'M', words: 'It is heard within 15 working days of being received.' },
  { id: 'HER-12.4', section: '12', force: 'M', words: 'The victim is told within 5 working days of the hearing.' },
  {
    id: 'HER-12.5',
    section: '11',
    force: 'M',
    words:
      'On the threshold: once CT3a comes back, CT3b says who will decide, and the outcome follows within 21 working days.',
  },
  {
    id: 'HER-12.6',
    section: 'not stated',
    force: 'I',
    words: 'Whether the result is final, which papers go along and what follows for the case are left open.',
  },
  // 13: figures and revision
  {
    id: 'HER-13.1',
    section: 'not stated',
    force: 'I',
    words:
      'Publishing figures is not mentioned; the Act asks for it all the same. The procedure is to follow later national guidance.',
  },
  // 14: sharing and records
  {
    id: 'HER-14.1',
    section: '7, 11',
    force: 'I',
    words:
      'The 2014 Act, the Data Protection Act in its older form and section 115 of the 1998 Act are quoted, the law on interception by its former name. Bodies without public functions may share.',
  },
  {
    id: 'HER-14.2',
    section: '11',
    force: 'M',
    words:
      'Cases are kept on SafetyNet+. The CSIO looks for a case there or opens one; the council leads, and after the review the lead may pass to an agency better placed.',
  },
];

/** Hertsmere's policy and procedures, revised May 2023: readable top to bottom beside the printed pages. */
export default definePolicy({
  procedure: 'hertsmere',
  prefix: 'HER',
  version: '2023-05-01',
  document: {
    title: 'ASB Case Review Policy and Procedures',
    dated: 'revised May 2023',
    note: 'Rests on 2023 guidance; no deadline for holding the review, no appeal window, no section on figures.',
  },
  rules,
  settings: {
    'threshold.report_limit': { n: 30, unit: 'day' },
    'threshold.hate': {
      count: 1,
      months: 6,
      strands: ['race', 'religion', 'disability', 'sexual orientation', 'transgender identity'],
    },
    'target.meeting': { n: 20, unit: 'wd' },
    'agency.return.review': { n: 2, unit: 'wd' },
    'panel.minimum': [
      'community_safety_manager',
      'csio',
      'neighbourhood_inspector',
      'housing_provider',
      'health_commissioner',
    ],
    'chair.independent': 'required',
    ladder: true,
    'appeal.independence': 'warn',
    'appeal.body': 'the Community Safety Manager, where possible with an independent person from another partnership',
  },
  compulsory: [],
  consent: { forms: ['written', 'signed', 'verbal'], rule: 'HER-1.2', code: 'consent_missing' },
  anonymous: { rule: 'HER-1.4' },
  decline: {
    rule: 'HER-1.4',
    reasons: {
      anonymous: 'The applicant wishes to stay anonymous',
      cps: 'It challenges a decision of the Crown Prosecution Service to charge or not',
      court: 'It challenges a decision of a civil or criminal court',
      service_only: 'It is a complaint about service alone',
    },
  },
  newSetRule: null,
  countRule: 'HER-2.1',
  hateRule: 'HER-2.2',
  riskRule: 'AMB-B12',
  asksNamedAgenciesAlone: false,
  bodiesRule: 'AMB-B11',
  safeguarding: {
    rule: 'HER-2.3',
    ranks: [
      'inspector',
      'chief_inspector',
      'superintendent',
      'community_safety_manager',
      'head_of_service',
      'director',
      'chief_executive',
      'senior_manager',
    ],
  },
  letters: {
    acknowledgement: 'acknowledgement',
    met: 'CT4',
    not_met: 'CT3',
    outcome: 'outcome',
    appeal_acknowledged: 'CT3b',
    appeal_result: 'appealOutcome',
    update: 'update',
    minutes: 'minutes',
    withdrawal: 'withdrawal',
    closing: 'closing',
  },
  letterRules: { CT3b: 'HER-12.5', appealOutcome: 'HER-12.4', closing: 'STAT-13' },
  clocks: [
    {
      id: 'HER.ack',
      rule: 'HER-3.1',
      section: '11',
      label: 'Acknowledge the application',
      kind: 'duty',
      owedBy: 'spoc',
      from: 'application',
      period: { n: 2, unit: 'wd' },
      metBy: { letter: ['acknowledgement'] },
      outlivesClosing: false,
      onlyIf: 'application',
    },
    {
      id: 'HER.not_met',
      rule: 'HER-3.3',
      section: '11',
      label: 'Tell the applicant that the threshold is not met (CT3)',
      kind: 'duty',
      owedBy: 'spoc',
      from: 'application',
      period: { n: 14, unit: 'wd' },
      metBy: { letter: ['CT3'] },
      outlivesClosing: false,
      onlyIf: 'not_met',
    },
    {
      id: 'HER.met',
      rule: 'HER-3.4',
      section: '11',
      label: 'Tell the applicant that the threshold is met (CT4)',
      kind: 'duty',
      owedBy: 'spoc',
      from: 'application',
      period: { n: 14, unit: 'wd' },
      metBy: { letter: ['CT4'] },
      outlivesClosing: false,
      onlyIf: 'met',
    },
    {
      id: 'HER.agency',
      rule: 'HER-5.1',
      section: '11',
      label: 'Return the Agency Response Form (CT5)',
      kind: 'agency',
      owedBy: 'agency',
      per: 'review_request',
      from: 'request_sent',
      period: 'agency.return.review',
      metBy: { act: 'return' },
      outlivesClosing: false,
    },
    {
      id: 'HER.contact',
      rule: 'HER-7.1',
      section: '11',
      label: 'Contact the victim and complete the risk assessment (CT6)',
      kind: 'duty',
      owedBy: 'spoc',
      from: 'met_letter',
      period: { n: 5, unit: 'wd' },
      metBy: { act: 'contact_and_risk' },
      outlivesClosing: false,
    },
    {
      id: 'HER.meeting.target',
      rule: 'AMB-C2',
      section: '11',
      label: 'Hold the review (local target)',
      kind: 'target',
      owedBy: 'spoc',
      from: 'met_letter',
      period: 'target.meeting',
      metBy: { act: 'panel_held' },
      outlivesClosing: false,
    },
    {
      id: 'HER.outcome',
      rule: 'HER-4.2',
      section: '11',
      label: 'Write to the victim with the outcome',
      kind: 'duty',
      owedBy: 'spoc',
      from: 'panel_held',
      period: { n: 5, unit: 'wd' },
      metBy: { letter: ['outcome'] },
      outlivesClosing: false,
    },
    {
      id: 'HER.minutes',
      rule: 'HER-4.3',
      section: '11',
      label: 'Send minutes and plan to all panel members',
      kind: 'duty',
      owedBy: 'spoc',
      from: 'panel_held',
      period: { n: 5, unit: 'wd' },
      metBy: { letter: ['minutes'] },
      outlivesClosing: false,
    },
    {
      id: 'HER.withdrawn',
      rule: 'HER-11.4',
      section: '11',
      label: 'Confirm to the victim that the review is withdrawn and closed',
      kind: 'duty',
      owedBy: 'spoc',
      from: 'closed_without_contact',
      period: 'nocontact.letter',
      metBy: { letter: ['withdrawal'] },
      outlivesClosing: true,
    },
    {
      id: 'HER.closing.target',
      rule: 'AMB-C11',
      section: 'not stated',
      label: 'Tell the applicant when and why the case was closed (local target)',
      kind: 'target',
      owedBy: 'spoc',
      from: 'closed_untold',
      period: 'closing.letter',
      metBy: { letter: ['withdrawal', 'closing'] },
      outlivesClosing: true,
    },
    {
      id: 'HER.appeal.window',
      rule: 'HER-12.1',
      section: '12',
      label: 'Last day to appeal (only where the council sets one)',
      kind: 'right',
      owedBy: 'applicant',
      per: 'decision_told',
      from: 'told',
      period: 'appeal.window',
      metBy: { act: 'appeal' },
      outlivesClosing: true,
    },
    {
      id: 'HER.appeal.heard',
      rule: 'HER-12.3',
      section: '12',
      label: 'Hear the appeal',
      kind: 'duty',
      owedBy: 'decider',
      per: 'appeal',
      from: 'appeal_received',
      period: { n: 15, unit: 'wd' },
      metBy: { act: 'heard' },
      outlivesClosing: true,
    },
    {
      id: 'HER.appeal.told',
      rule: 'HER-12.4',
      section: '12',
      label: 'Tell the victim the result of the appeal',
      kind: 'duty',
      owedBy: 'decider',
      per: 'appeal',
      from: 'appeal_heard',
      period: { n: 5, unit: 'wd' },
      metBy: { letter: ['appealOutcome'] },
      outlivesClosing: true,
    },
    {
      id: 'HER.appeal.threshold',
      rule: 'HER-12.5',
      section: '11',
      label: 'Tell the victim the result of the threshold appeal (backstop)',
      kind: 'duty',
      owedBy: 'decider',
      per: 'threshold_appeal',
      from: 'appeal_backstop',
      period: 'appeal.threshold_backstop',
      metBy: { letter: ['appealOutcome'] },
      outlivesClosing: true,
    },
  ],
  bindTogether: [{ clocks: ['HER.appeal.told', 'HER.appeal.threshold'], reading: 'AMB-D3' }],
  seats: {
    minimumRule: 'HER-8.2',
    chairRule: 'HER-8.3',
    bodiesRule: 'HER-8.1',
    bodies: { least: 3, of: ['council', 'county_council', 'police', 'commissioner', 'icb', 'landlord'] },
    youth: 'none',
    health: false,
    labels: {
      community_safety_manager: 'Community Safety Manager',
      csio: 'Community Safety Intervention Officer (CSIO)',
      neighbourhood_inspector: 'Neighbourhood Inspector',
      housing_provider: 'Social housing provider, manager',
      health_commissioner: 'Health commissioner (ICB), manager',
    },
  },
  voice: { writtenAgreementRule: null, modes: ['attend', 'written', 'none'], bearer: null },
  ladder: [
    { step: 0, rule: 'HER-10.2', after: { n: 0, unit: 'cd' }, to: 'owner' },
    { step: 1, rule: 'HER-10.3', after: { n: 21, unit: 'cd' }, to: 'line_manager' },
    {
      step: 2,
      rule: 'HER-10.4',
      after: { n: 2, unit: 'mo' },
      to: 'head_of_service',
      toIfManagerIsHead: 'chief_executive',
    },
    { step: 3, rule: 'HER-10.5', after: { n: 3, unit: 'mo' }, to: 'chief_executive' },
  ],
  openActionsRule: 'HER-10.6',
  appeal: {
    madeTo: 'lead',
    decidedBy: 'council',
    enclose: null,
    hearing: true,
    upheldMakesMet: true,
    otherAuthorityRule: null,
    deciderRole: null,
    officeDecides: false,
    overturnRule: null,
    resultClock: ['HER.appeal.told', 'HER.appeal.threshold'],
    results: ['dismissed', 'upheld', 'referred_back'],
    deciderRoles: ['community_safety_manager', 'other'],
    documents: [],
  },
  actsLacking: { passOnAppeal: 'STF-12.2', handOverAppeal: 'HER-12.6' },
  followUpRule: null,
  labels: {
    officer: 'Community Safety Intervention Officer',
    officerShort: 'CSIO',
    form: 'Agency Response Form (CT5)',
    recordSystem: 'SafetyNet+',
  },
  figures: {
    rule: 'HER-13.1',
    period: '1 April to 31 March',
    counts: ['applications', 'not_met', 'reviews', 'with_recommendations'],
  },
});
