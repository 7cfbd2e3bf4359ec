import type { Rule } from './policy.ts';

/** The Act’s own rules (2014 Act, section 104 and Schedule 4), which stand beside every procedure and over every setting. */
export const STATUTE: Rule[] = [
  {
    id: 'STAT-1',
    section: 's104(1)',
    force: 'M',
    words: 'Where somebody applies and the bodies decide that the threshold is met, a review has to be carried out.',
  },
  {
    id: 'STAT-2',
    section: 's104(2), (3)',
    force: 'M',
    words:
      'The procedure is published with a point of contact, and every application that reaches it goes on to all the bodies of the area.',
  },
  {
    id: 'STAT-3',
    section: 's104(4); explanatory note 231 and guidance',
    force: 'M',
    words:
      'Where the complaints that qualify reach the local number, which is never above 3, the threshold is met. No local condition, no view of the answer given and no label changes that.',
  },
  {
    id: 'STAT-4',
    section: 's104(5)',
    force: 'M',
    words:
      'Short of it the local procedure decides. It may look at how long it went on, the harm done or feared, and the answer given.',
  },
  {
    id: 'STAT-5',
    section: 's104(11), as councils restate it',
    force: 'M',
    words:
      'A complaint qualifies when made within the month that begins with the behaviour, if the application comes within the 6 months that begin with the complaint. Each is tested by its own dates. A local rule may be kinder.',
  },
  {
    id: 'STAT-6',
    section: 's104(6), (8)',
    force: 'M',
    words: 'The applicant is told the threshold decision, the outcome of the review and what it recommends.',
  },
  {
    id: 'STAT-7',
    section: 's104(7)',
    force: 'M',
    words: 'A body with public functions has regard to a recommendation. It may decline, and then says why.',
  },
  {
    id: 'STAT-8',
    section: 's104(9)',
    force: 'M',
    words:
      'At least every 12 months 4 counts are published: applications, threshold not met, reviews, reviews with recommendations.',
  },
  {
    id: 'STAT-9',
    section: 'Sch 4 para 3',
    force: 'M',
    words:
      'Somebody unhappy with the handling of an application, or with the way a review was done, can take it further. Both decisions can be appealed against.',
  },
  {
    id: 'STAT-10',
    section: 'Sch 4 para 7',
    force: 'M',
    words:
      'A body with public functions gives what it holds and is asked for, save what data protection law or the Investigatory Powers Act 2016 forbids. Others may give it.',
  },
  {
    id: 'STAT-11',
    section: 'Sch 4 paras 1, 2, 4',
    force: 'M',
    words:
      'Commissioner and fitting landlords are consulted when the procedure is made or changed, and it says how it is judged and revised.',
  },
  {
    id: 'STAT-12',
    section: 'guidance, July 2025 edition, not read in full',
    force: 'S',
    words:
      'The victim has one named contact throughout, several ways to apply, a say in how far to take part and in the plan, an invitation to meetings, and word when and why a case closes. An independent chair is advised, and victims hear of the review at the second report in 6 months.',
  },
  {
    id: 'STAT-13',
    section: 's104(1), (4)–(6)',
    force: 'M',
    words:
      'A case ends after a review with its outcome told; after a decision that the threshold is not met, or a decline below the count, told with reasons; because the applicant withdraws or the victim cannot be reached; or because another case holds the same complaints. Each ending is told, with when and why, and leaves a way to be dissatisfied.',
  },
];
