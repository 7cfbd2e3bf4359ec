import { describe, expect, it } from 'vitest';
import { isInput } from '../../../src/cards/forms/fields.ts';
import type { FormContext, Values } from '../../../src/cards/forms/form.ts';
import { FORMS } from '../../../src/cards/forms/index.ts';
import { possibleNow } from '../../../src/cards/forms/possible.ts';
import { submitForm } from '../../../src/cards/forms/submit.ts';
import { beforeData } from '../../../src/cards/meeting/before.ts';
import type { Dialog } from '../../../src/cards/verbs.ts';
import { PROCEDURES } from '../../../src/domain/words.ts';
import { notMet, PANEL, received, type Playing, THREE } from '../../policies/support/playing.ts';

const TODAY = '2026-04-20';

function contextOf(playing: Playing, dialog: Dialog): FormContext {
  const view = playing.view(TODAY);
  const person = view.partnership.people.find((it) => it.roles.includes('coordinator'));
  if (person === undefined) throw new Error('this partnership has no coordinator');
  return { params: { dialog, caseId: view.reference }, person, today: TODAY, partnership: view.partnership, view };
}
const press = (playing: Playing, dialog: Dialog, values: Values) =>
  submitForm(FORMS[dialog], contextOf(playing, dialog), values, 'send');
const fieldsOf = (playing: Playing, dialog: Dialog, values: Values = {}) => {
  const ctx = contextOf(playing, dialog);
  return FORMS[dialog].fields(ctx, { ...FORMS[dialog].start?.(ctx), ...values });
};
const inputs = (playing: Playing, dialog: Dialog) => fieldsOf(playing, dialog).filter(isInput);
const choices = (playing: Playing, dialog: Dialog, name: string): string[] => {
  const field = inputs(playing, dialog).find((it) => it.name === name);
  return field !== undefined && 'choices' in field ? field.choices.map((it) => it.value) : [];
};

describe('the dialog of the threshold decision', () => {
  it('asks for each body of the directory who decided for it, its own people alone (AMB-B11, WAR-3.2)', () => {
    const war = received('warwickshire');
    const asked = inputs(war, 'threshold').filter((it) => it.name.startsWith('by_'));
    expect(asked.map((it) => it.name).slice(0, 4)).toEqual(['by_council', 'by_police', 'by_icb', 'by_landlord']);
    expect(choices(war, 'threshold', 'by_police')).toEqual(['saskia-trent', 'lionel-marsden', 'freya-duncombe']);
    const office = asked.find((it) => it.name === 'by_commissioner');
    expect(office?.help).toContain('this office cannot decide an appeal');
  });

  it('records them by name, title and agency, and their ids beside', () => {
    const decided = { result: 'met', by_council: 'claudia-northey', by_police: 'saskia-trent', reasons: 'Three.' };
    expect(press(received('warwickshire'), 'threshold', decided)).toMatchObject({
      kind: 'ask',
      ask: {
        act: 'decideThreshold',
        with: {
          bodies: [
            { body: 'council', name: 'Claudia Northey', role: 'Community Safety Manager' },
            { body: 'police', name: 'Saskia Trent', role: 'Safer Neighbourhood Inspector' },
          ],
        },
        detail: { deciders: ['claudia-northey', 'saskia-trent'] },
      },
    });
  });

  it('takes nobody from another body, and not a decision by nobody', () => {
    const play = received('warwickshire');
    const typed = { result: 'met', reasons: 'Three.' };
    expect(press(play, 'threshold', typed)).toMatchObject({ kind: 'errors', errors: { by_council: /who decided/ } });
    expect(press(play, 'threshold', { ...typed, by_police: 'claudia-northey' })).toMatchObject({
      kind: 'errors',
      errors: { by_police: 'Choose from the answers' },
    });
  });
});

describe('the dialog that declines an application', () => {
  const titles = (play: Playing) => {
    const ctx = contextOf(play, 'decline');
    return FORMS.decline.buttons(ctx, {}).map((it) => it.title);
  };
  const offered = (play: Playing) =>
    possibleNow(play.view(TODAY), contextOf(play, 'more').person)
      .flatMap((group) => group.things)
      .map((it) => it.title);

  it('says at the count that it cannot be, and opens the decision instead; “More” does not offer it (STAT-3, AMB-B6)', () => {
    const play = received('llr');
    expect(titles(play)).toEqual(['Decide the threshold']);
    expect(JSON.stringify(fieldsOf(play, 'decline'))).toContain('cannot be declined');
    expect(inputs(play, 'decline')).toEqual([]);
    expect(press(play, 'decline', { why: 'vexatious', text: 'Again.' })).toMatchObject({ kind: 'errors' });
    expect(offered(play)).not.toContain('Decline the application');
  });

  it('one below the count declines for the procedure’s own reasons, and asks for no approver (LLR-1.4)', () => {
    const play = received('llr', { complaints: THREE.slice(0, 2) });
    expect(titles(play)).toEqual(['Decline the application']);
    expect(inputs(play, 'decline').map((it) => it.name)).toEqual(['why', 'text']);
    expect(offered(play)).toContain('Decline the application');
    expect(press(play, 'decline', { why: 'vexatious', text: 'Again.' })).toMatchObject({
      ask: { act: 'declineApplication', with: { reason: 'vexatious', text: 'Again.', approvedBy: [] } },
    });
  });
});

describe('consent that cannot be asked for (AMB-E8, STAT-1)', () => {
  const EXEMPT = ['cannot_consent', 'risk_of_harm'];
  it.each(PROCEDURES)('%s: is offered in application, consent and appeal, with who decided', (procedure) => {
    const play = notMet(procedure);
    const manager = play.view(TODAY).partnership.people.find((it) => it.roles.includes('senior_manager'));
    if (manager === undefined) throw new Error('this partnership has no senior manager');
    const by = `${manager.name}, ${manager.title}`;
    const places = [
      ['application', 'consentForm', 'consentBy'],
      ['consent', 'form', 'by'],
      ['receiveAppeal', 'consentForm', 'consentBy'],
    ] as const;
    for (const [dialog, form, who] of places) {
      expect(choices(play, dialog, form)).toEqual(expect.arrayContaining(EXEMPT));
      expect(choices(play, dialog, who)).toContain(manager.id);
    }
    expect(press(play, 'consent', { form: 'cannot_consent' })).toMatchObject({
      errors: { by: 'Choose the senior person who decided it' },
    });
    expect(press(play, 'consent', { form: 'risk_of_harm', by: manager.id })).toMatchObject({
      ask: { act: 'recordConsent', with: { exempt: 'risk_of_harm', by } },
    });
    const appeal = { about: 'threshold', to: 'lead', grounds: 'other', how_other: 'Two more.', by: 'Corin Adair' };
    const typed = { ...appeal, consentForm: 'cannot_consent', consentBy: manager.id };
    expect(press(play, 'receiveAppeal', typed)).toMatchObject({
      ask: { act: 'receiveAppeal', with: { by: 'Corin Adair', consent: { exempt: 'cannot_consent', by } } },
    });
  });
});

describe('what else these rules ask a person for', () => {
  it('under 18, learned in an assessment of the risk (AMB-E3)', () => {
    expect(
      press(received('warwickshire'), 'risk', { at: 'review', level: 'high', perpetratorAge: 'under18' }),
    ).toMatchObject({
      ask: { act: 'assessRisk', with: { stage: 'review', level: 'high', perpetrator: { age: 'under18' } } },
    });
  });

  it('the reason to begin a panel before the victim was asked; the card says so, and not once they were (STAT-12)', () => {
    const chair = { person: 'ursula', name: 'Ursula Vail', independent: true };
    const meeting = {
      openedOn: TODAY,
      chair,
      attended: PANEL.attended,
      started: false,
      step: 0,
      notes: [],
      actions: [],
      recommendations: [],
      findings: '',
    };
    const limits = { rows: 20, characters: 500 };
    const play = received('hertsmere');
    const unasked = beforeData(play.view(TODAY), meeting, limits);
    expect(unasked.regardless).toBe(true);
    expect(JSON.stringify(unasked)).toContain('The victim was not asked how to be heard.');
    play.does('2026-04-13', 'recordVoice', { mode: 'written' });
    const asked = beforeData(play.view(TODAY), meeting, limits);
    expect(asked.regardless).toBe(false);
    expect(JSON.stringify(asked)).not.toContain('not asked');
  });
});
