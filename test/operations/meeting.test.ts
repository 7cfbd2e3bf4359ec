import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMeeting, setAttendance, startMeeting, stepTo } from '../../src/operations/meeting.ts';
import {
  addRecommendation,
  agreePlan,
  captureAction,
  dropAction,
  setFindings,
} from '../../src/operations/meetingPlan.ts';
import { viewCase } from '../../src/operations/view.ts';
import { accepted, refusalOf, startShell, type Shell } from '../support/shell.ts';
import { arranged, ATTENDED } from '../support/story.ts';

let shell: Shell;
let caseId: string;
let day: string;
beforeAll(async () => {
  shell = await startShell({ today: '2026-03-02' });
});
beforeEach(async () => {
  ({ caseId, day } = await arranged(shell));
  shell.on(day);
});
afterAll(() => shell.close());
const chair = () => ({ caseId, person: shell.who('indy-chair') });
const spoc = () => ({ caseId, person: shell.who('cora-spoc') });
const workings = async () => accepted(await viewCase(shell.deps, caseId, null)).workings;
const started = async () => {
  accepted(await openMeeting(shell.deps, chair()));
  accepted(await setAttendance(shell.deps, { ...chair(), attended: [...ATTENDED] }));
  return accepted(await startMeeting(shell.deps, chair()));
};
const action = { title: 'Visit each week', ownerPerson: 'odd-fellow', dueOn: '2026-04-30' };

describe('the meeting, run by its chair', () => {
  it('opens on the day of the panel and not before; a second click finds it open', async () => {
    shell.on('2026-03-16');
    expect(refusalOf(await openMeeting(shell.deps, chair())).code).toBe('not_yet');
    shell.on(day);
    const view = accepted(await openMeeting(shell.deps, chair()));
    expect(view.workings.meeting).toMatchObject({
      started: false,
      step: 0,
      chair: { person: 'indy-chair', independent: true },
    });
    expect(accepted(await openMeeting(shell.deps, spoc())).workings.meetingVersion).toBe(1);
  });

  it('is nobody’s but the chair’s and the coordinator’s', async () => {
    expect(refusalOf(await openMeeting(shell.deps, { caseId, person: shell.who('lana-lord') })).code).toBe(
      'not_allowed',
    );
    accepted(await openMeeting(shell.deps, chair()));
    const theirs = { caseId, person: shell.who('sam-manager'), findings: 'Mine.' };
    expect(refusalOf(await setFindings(shell.deps, theirs)).code).toBe('not_allowed');
  });

  it('shows what the minimum panel lacks before the start, and asks for a reason below it (HER-8.2)', async () => {
    accepted(await openMeeting(shell.deps, chair()));
    const four = ATTENDED.slice(0, 4);
    const view = accepted(await setAttendance(shell.deps, { ...chair(), attended: [...four] }));
    expect(view.workings.gaps).toEqual(['health_commissioner']);
    expect(refusalOf(await startMeeting(shell.deps, chair()))).toMatchObject({
      code: 'below_minimum',
      rule: 'HER-8.2',
    });
    expect((await workings()).meeting?.started).toBe(false);
    const on = accepted(await startMeeting(shell.deps, { ...chair(), regardless: 'Health has answered in writing.' }));
    expect(on.workings.meeting).toMatchObject({ started: true, regardless: 'Health has answered in writing.' });
  });

  it('notices a chair who is not independent (HER-8.3)', async () => {
    accepted(await openMeeting(shell.deps, chair()));
    accepted(await setAttendance(shell.deps, { ...spoc(), attended: [...ATTENDED], chair: 'sam-manager' }));
    expect((await workings()).gaps).toEqual(['independent_chair']);
    expect(refusalOf(await startMeeting(shell.deps, spoc()))).toMatchObject({ code: 'below_minimum', rule: 'HER-8.3' });
  });

  it('goes step by step with notes; the same click twice goes on once; an older card does not pull it back', async () => {
    await started();
    accepted(await stepTo(shell.deps, { ...chair(), step: 1, from: 0, note: 'All agreed.' }));
    accepted(await stepTo(shell.deps, { ...chair(), step: 1, from: 0, note: 'All agreed.' }));
    accepted(await stepTo(shell.deps, { ...chair(), step: 2, from: 1 }));
    accepted(await stepTo(shell.deps, { ...chair(), step: 3, from: 2 }));
    expect(refusalOf(await stepTo(shell.deps, { ...spoc(), step: 2, from: 1 })).code).toBe('stale');
    const { meeting } = await workings();
    expect(meeting).toMatchObject({ step: 3, notes: [{ step: 'welcome', note: 'All agreed.' }] });
  });

  it('captures an action with one owner, whose agency and manager come from the directory', async () => {
    await started();
    const view = accepted(
      await captureAction(shell.deps, { ...chair(), action: { ...action, ownerPerson: 'lana-lord' } }),
    );
    expect(view.workings.meeting?.actions).toEqual([
      {
        id: '1',
        title: 'Visit each week',
        owner: 'Lana Lord',
        ownerPerson: 'lana-lord',
        agency: 'Invented Homes',
        dueOn: '2026-04-30',
        managerIsHeadOfService: true,
      },
    ]);
    const changed = { ...chair(), action: { ...action, id: '1', title: 'Visit twice a week' } };
    expect(accepted(await captureAction(shell.deps, changed)).workings.meeting?.actions).toMatchObject([
      { id: '1', title: 'Visit twice a week', owner: 'Odd Fellow' },
    ]);
    expect(accepted(await dropAction(shell.deps, { ...chair(), action: '1' })).workings.meeting?.actions).toEqual([]);
  });

  it.each([
    ['an owner nobody knows', { ...action, ownerPerson: 'no-body' }, 'ownerPerson'],
    ['a day that has passed', { ...action, dueOn: '2026-03-01' }, 'dueOn'],
    ['a day that does not exist', { ...action, dueOn: '2026-02-30' }, 'dueOn'],
    ['no words', { ...action, title: '  ' }, 'title'],
    ['too many words', { ...action, title: 'x'.repeat(400) }, 'actions.0.title'],
  ])('refuses an action with %s at the field, and changes nothing', async (_, wrong, field) => {
    await started();
    const before = await shell.everything();
    expect(refusalOf(await captureAction(shell.deps, { ...chair(), action: wrong }))).toMatchObject({ field });
    expect(await shell.everything()).toBe(before);
  });

  it('loses nothing when two people edit at once, and says so to the one whose screen was older', async () => {
    const seen = (await started()).workings.meetingVersion ?? 0;
    const both = await Promise.all([
      captureAction(shell.deps, { ...chair(), action }),
      captureAction(shell.deps, { ...spoc(), action: { ...action, title: 'Write to the neighbours' } }),
    ]);
    expect(both.every((it) => it.kind === 'done')).toBe(true);
    expect((await workings()).meeting?.actions).toHaveLength(2);
    const older = await setFindings(shell.deps, { ...spoc(), findings: 'Old screen.', expect: seen });
    expect(refusalOf(older).code).toBe('stale');
    expect((await workings()).meeting?.findings).toBe('');
  });

  it('becomes the record when the plan is agreed: panel and plan together, minutes, chains, and owners told', async () => {
    await started();
    accepted(await stepTo(shell.deps, { ...chair(), step: 1, note: 'Names given.' }));
    accepted(await captureAction(shell.deps, { ...chair(), action }));
    accepted(await addRecommendation(shell.deps, { ...chair(), to: 'homes', text: 'Look again at the tenancy.' }));
    accepted(await setFindings(shell.deps, { ...chair(), findings: 'Nobody held the whole picture.' }));
    const view = accepted(await agreePlan(shell.deps, chair()));
    expect(view.review).toMatchObject({
      stage: 'plan',
      planAgreedOn: day,
      panelHeld: {
        with: { findings: 'Nobody held the whole picture.' },
        detail: { minutes: [{ step: 'welcome', note: 'Names given.' }] },
      },
      actions: [{ id: '1', owner: 'Odd Fellow', chain: { lineManager: 'line-manager', chiefExecutive: 'chief-exec' } }],
      recommendations: [{ id: 'r1', to: 'Invented Homes' }],
    });
    expect(view.told.panel).toMatchObject({ quorate: true, missing: [] });
    expect(view.workings).toEqual({});
    const cards = (await shell.effects(caseId)).filter((it) => it.kind === 'card' && it.matter.is === 'action');
    expect(cards.map((it) => it.lane)).toEqual(['chat/odd-fellow']);
    const before = await shell.everything();
    accepted(await agreePlan(shell.deps, chair()));
    expect(await shell.everything()).toBe(before);
  });

  it('is not agreed before it is started, and not on an older screen', async () => {
    accepted(await openMeeting(shell.deps, chair()));
    expect(refusalOf(await agreePlan(shell.deps, chair())).code).toBe('not_yet');
    await started();
    expect(refusalOf(await agreePlan(shell.deps, { ...chair(), expect: 1 })).code).toBe('stale');
  });
});
