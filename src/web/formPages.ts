import express, { Router, type Request, type Response } from 'express';
import { doAsk } from '../bot/doAsk.ts';
import { openForm, type Opened } from '../bot/formContext.ts';
import { reportAction } from '../cards/forms/reportAction.ts';
import { refusalErrors, submitForm, typedInto } from '../cards/forms/submit.ts';
import type { Errors, Values } from '../cards/forms/form.ts';
import { DialogParams } from '../cards/verbs.ts';
import { formatDay } from '../calendar/isoDate.ts';
import type { Log } from '../log.ts';
import { done, refused, type Deps, type Outcome } from '../operations/deps.ts';
import { openLink, type OpenedLink } from '../operations/links.ts';
import { partnershipIn } from '../operations/standing.ts';
import { addressOf, countFailures } from './failures.ts';
import { readPosted } from './posted.ts';
import { guard, render } from './pages.ts';
import { safely } from './safely.ts';
import { pageOf } from './viewOfForm.ts';

interface Parts {
  deps: Deps;
  log: Pick<Log, 'error'>;
}

/**
 * /form/<token>: the form of one agency, or the report on one action, for whoever holds the personal link. The token is the
 * right to look; what it opens is decided by the rights of its person, each time. Works without scripts.
 */
export function formPages({ deps, log }: Parts): Router {
  const router = Router();
  const failures = countFailures(deps.now);
  router.use(guard);

  /** The form behind the link; null when the answer has been given: the link is not (or no longer) good. */
  async function behind(request: Request, response: Response): Promise<(Opened & { link: OpenedLink }) | null> {
    const opened = await openByLink(deps, String(request.params['token'] ?? ''));
    if (opened.kind === 'done') return opened.value;
    const limited = failures.tooMany(addressOf(request));
    response
      .status(limited ? 429 : 404)
      .send(render('notice.njk', { title: 'This link does not work', text: opened.refusal.text }));
    return null;
  }

  router.get(
    '/:token',
    safely(log, async (request, response) => {
      const opened = await behind(request, response);
      if (opened === null) return;
      const said = request.query['said'];
      if (said === 'sent' || said === 'kept') return void response.send(render('said.njk', saidWords(said, deps)));
      show(response, opened, opened.form.start?.(opened.ctx) ?? {});
    }),
  );
  router.post(
    '/:token',
    express.urlencoded({ extended: false, limit: '256kb', parameterLimit: 500 }),
    safely(log, async (request, response) => {
      const opened = await behind(request, response);
      if (opened !== null) await submitted(deps, request, response, opened);
    }),
  );
  return router;
}

async function submitted(
  deps: Deps,
  request: Request,
  response: Response,
  opened: Opened & { link: OpenedLink },
): Promise<void> {
  const { form, ctx, link } = opened;
  const posted = readPosted(form.fields(ctx, readPosted([], request.body).values), request.body);
  const values = typedInto(form, ctx, posted.values);
  const built = submitForm(form, ctx, values, posted.press);
  if (built.kind === 'errors') return show(response, opened, values, built.errors);
  if (built.kind === 'again') return show(response, opened, built.values);
  const did = await doAsk(deps, { person: link.person }, { ask: built.ask, params: ctx.params });
  if (did.kind === 'refused') return show(response, opened, values, refusalErrors(form, ctx, values, did.refusal));
  if (did.kind === 'again') {
    const fresh = await openForm(deps, ctx, ctx.params, form);
    return show(response, fresh.kind === 'done' ? fresh.value : opened, did.values ?? values);
  }
  const said = did.kind === 'closed' && did.sent ? 'sent' : 'kept';
  response.redirect(303, `${request.baseUrl}/${encodeURIComponent(String(request.params['token']))}?said=${said}`);
}

function show(response: Response, { form, ctx }: Opened, values: Values, errors: Errors = {}): void {
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  response.status(status).send(render('form.njk', pageOf(form, ctx, values, errors)));
}

async function openByLink(deps: Deps, token: string): Promise<Outcome<Opened & { link: OpenedLink }>> {
  const linked = await openLink(deps, token);
  if (linked.kind === 'refused') return linked;
  const link = linked.value;
  const partnership = await partnershipIn(deps.db);
  const dialog = link.purpose === 'return' ? 'return' : 'actionDelayed';
  const params = DialogParams.parse({ ...link.data, dialog, caseId: link.caseId });
  const asker = { person: link.person, partnership };
  const opened = await openForm(deps, asker, params, link.purpose === 'return' ? undefined : reportAction);
  return opened.kind === 'done' ? done({ ...opened.value, link }) : refused(opened.refusal);
}

const saidWords = (said: 'sent' | 'kept', deps: Deps) =>
  said === 'sent'
    ? {
        title: 'Thank you',
        text: `Your answer was recorded on ${formatDay(deps.today())}. You can open your link again to see how it stands.`,
      }
    : { title: 'Your draft is kept', text: 'It has not been sent. Open your link again to go on.' };
