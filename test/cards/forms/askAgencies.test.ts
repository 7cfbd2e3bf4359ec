import { describe, expect, it } from 'vitest';
import { FORMS } from '../../../src/cards/forms/index.ts';
import type { Procedure } from '../../../src/domain/words.ts';
import { partnershipOf, received } from '../../policies/support/playing.ts';

/** Whom "Ask the agencies" has ticked at first, in an application that names the police and the council. */
function ticked(procedure: Procedure, kind: 'threshold' | 'review' | 'appeal' = 'threshold'): string[] {
  const view = received(procedure).view('2026-03-30');
  const partnership = partnershipOf(procedure);
  const person = partnership.people[0];
  if (!person) throw new Error('nobody is in the directory');
  const params = { dialog: 'requestReturns', caseId: view.reference, kind } as const;
  const start = FORMS.requestReturns.start?.({ params, person, today: view.today, partnership, view });
  return (start?.['agencies'] ?? '').split(',');
}

describe('asking the agencies', () => {
  it.each([
    ['llr', 'wexcombe-council,tarnside-police,millgate-housing,harrow-vale-icb'],
    ['warwickshire', 'oldbarrow-council,heathmoor-police,brookfold-homes,avonlea-icb'],
    ['hertsmere', 'nonesuch-council,marshwick-police,larkfield-homes,fenside-icb'],
    ['staffordshire', 'thornley-council,peakside-police,canalside-homes,highmoor-icb'],
  ] as const)('%s: ticks the bodies of the Act, and nobody who decides appeals', (procedure, agencies) => {
    expect(ticked(procedure)).toEqual(agencies.split(','));
    expect(ticked(procedure, 'review')).toEqual(agencies.split(','));
  });
  it('Shropshire: ticks those alone whom the referral names (SHR-5.1)', () => {
    expect(ticked('shropshire')).toEqual(['clunmere-council', 'westmarch-police']);
  });
  it('Staffordshire: in an appeal the applicant and the bodies, never the commissioner who decides it (STF-12.5)', () => {
    expect(ticked('staffordshire', 'appeal')).toEqual([
      'the applicant',
      'thornley-council',
      'peakside-police',
      'canalside-homes',
      'highmoor-icb',
    ]);
  });
});
