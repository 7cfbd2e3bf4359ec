import { cardFor } from './cards/cardFor.ts';
import { mailFor } from './cards/mailFor.ts';
import { messagesFor } from './cards/messageFor.ts';
import { noticeFor } from './cards/notices.ts';
import { troubleCard } from './cards/troubleCard.ts';
import type { SenderParts } from './delivery/parts.ts';
import { fileFor } from './documents/fileFor.ts';
import { membersOf } from './domain/authority.ts';
import type { CaseView } from './domain/caseView.ts';
import type { Effect } from './domain/effects.ts';
import { wholeCase } from './operations/altered.ts';
import type { Deps } from './operations/deps.ts';
import { personalLink } from './operations/links.ts';
import { partnershipIn } from './operations/standing.ts';
import { tellCoordinators } from './operations/tellCoordinators.ts';
import { viewCase } from './operations/view.ts';
import { outboxStates } from './store/outbox.ts';
import { loadPartnership } from './store/people.ts';

const LINK_DAYS = 30;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Hands the senders what they draw from: cards, words, documents and links, each made from the case at the moment of sending. */
export function senderPartsOf(
  deps: Deps,
  around: Pick<SenderParts, 'graph' | 'teams' | 'log' | 'notifications'> & { publicUrl: string },
): SenderParts {
  const { graph, teams, log, notifications, publicUrl } = around;
  const loaded = async (caseId: string) => {
    const [stored, partnership] = [await wholeCase(deps.db, caseId), await loadPartnership(deps.db)];
    return stored && stored !== 'altered' && partnership ? { review: stored.review, partnership } : null;
  };
  const seen = async (caseId: string): Promise<CaseView | null> => {
    const outcome = await viewCase(deps, caseId, null);
    return outcome.kind === 'done' ? outcome.value : null;
  };
  /** Each with its case as it stands now; one whose case cannot be seen is left out. */
  const withViews = async <T extends { effect: { caseId: string } }>(
    items: T[],
  ): Promise<(T & { view: CaseView })[]> => {
    const views = new Map<string, CaseView | null>();
    const found: (T & { view: CaseView })[] = [];
    for (const item of items) {
      const { caseId } = item.effect;
      const view = views.has(caseId) ? views.get(caseId) : await seen(caseId);
      views.set(caseId, view ?? null);
      if (view) found.push({ ...item, view });
    }
    return found;
  };
  return {
    db: deps.db,
    graph,
    teams,
    log,
    notifications,
    now: deps.now,
    directory: () => partnershipIn(deps.db),
    loadCase: loaded,
    membersOf: async (caseId) => {
      const found = await loaded(caseId);
      return found ? membersOf(found.review, found.partnership) : [];
    },
    draw: async (caseId, matter) => {
      const view = await seen(caseId);
      if (view && matter.is === 'trouble') {
        const failed = (await outboxStates(deps.db, { caseId })).find((row) => row.key === matter.of);
        return {
          card: troubleCard(view, matter.of, failed?.error ?? undefined),
          summary: `${caseId}: a message did not go out`,
        };
      }
      return view && cardFor(matter, view);
    },
    writeMessage: async (effects) => messagesFor(await withViews(effects.map((effect) => ({ effect })))),
    writeMail: async (items) => mailFor(await withViews(items)),
    writeNotice: noticeFor,
    tellCoordinators: (told) => tellCoordinators(deps, told),
    personalLink: async (effect) => {
      const found = await loaded(effect.caseId);
      const owed = found && whatIsPressed(effect, found);
      if (!owed) return null;
      const token = await personalLink(deps, { caseId: effect.caseId, person: effect.to, days: LINK_DAYS, ...owed });
      return `${publicUrl}/form/${token}`;
    },
    writeDocument: async (caseId, document) => {
      const view = await seen(caseId);
      return view && { content: (await fileFor(document, view)).content, contentType: DOCX };
    },
  };
}

/** What the recipient of a mail owes and may do by link: their agency's form, or their own action. Managers are told, not asked. */
function whatIsPressed(
  effect: Extract<Effect, { kind: 'mail' }>,
  { review, partnership }: NonNullable<Awaited<ReturnType<SenderParts['loadCase']>>>,
): { purpose: 'return' | 'action'; data: Record<string, string> } | null {
  const { matter, to } = effect;
  if (matter.is === 'request') {
    const agency = partnership.agencies.find((it) => it.id === matter.agency);
    if (!agency?.responders.includes(to)) return null;
    return { purpose: 'return', data: { kind: matter.returnKind, agency: matter.agency } };
  }
  if (matter.is !== 'action') return null;
  const chain = review.actions.find((it) => it.id === matter.action)?.chain;
  return chain && [chain.owner, chain.deputy].includes(to)
    ? { purpose: 'action', data: { action: matter.action } }
    : null;
}
