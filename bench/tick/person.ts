import { APP_ID } from '../ground.ts';
import { ACTIONS_OF_OWNER } from '../oneCase.ts';
import { call } from './call.ts';
import type { ProductReady } from './product.ts';
import type { Service } from './service.ts';

/** The owner of the actions in Teams: says a word to the echo, or ticks one action after another. */
export interface AtTeams {
  /** Fails unless the echo came back. */
  say: () => Promise<void>;
  /** Ticks the next action; fails unless the card in the answer says so. */
  tick: () => Promise<void>;
}

export function personAt(service: Service, echo: string, product: ProductReady): AtTeams {
  const { person, hostTenantId } = product;
  const from = {
    id: `29:${person.objectId}`,
    name: person.name,
    aadObjectId: person.objectId,
    tenantId: person.tenantId,
  };
  let count = 0;
  const activity = (more: object): object => ({
    id: `activity-${(count += 1)}`,
    channelId: 'msteams',
    serviceUrl: service.url,
    from,
    recipient: { id: `28:${APP_ID}`, name: 'Convene' },
    conversation: { id: 'a:one', conversationType: 'personal', tenantId: hostTenantId },
    channelData: { tenant: { id: hostTenantId } },
    ...more,
  });
  const actions = ACTIONS_OF_OWNER.flatMap((action) => product.cases.map((caseId) => ({ caseId, action })));
  return {
    say: async () => {
      const before = service.posted();
      const { status } = await call(echo, service.token, activity({ type: 'message', text: 'Good morning' }));
      if (status !== 200 || service.posted() !== before + 1) throw new Error(`the echo answered ${status}`);
    },
    tick: async () => {
      const data = actions.shift();
      if (data === undefined) throw new Error('there is no action left to tick');
      const value = { action: { type: 'Action.Execute', verb: 'action.done', data } };
      const press = activity({ type: 'invoke', name: 'adaptiveCard/action', value });
      const { status, text } = await call(product.url, service.token, press);
      if (status !== 200 || !text.includes('Recorded as done')) throw new Error(`a tick was answered ${status}`);
    },
  };
}
