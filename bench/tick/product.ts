import { openDatabase } from '../../src/store/database.ts';
import { trueCopies } from '../copies.ts';
import { groundOn } from '../ground.ts';
import { OWNER, reviewWithPlan, TICKED_ON, who } from '../oneCase.ts';
import { listen, runChild } from './child.ts';

export interface ProductStart {
  folder: string;
  openIdUrl: string;
  cases: number;
}
export interface ProductReady {
  url: string;
  cases: string[];
  person: { tenantId: string; objectId: string; name: string };
  hostTenantId: string;
}

/** The whole product on a store in a folder, with cases whose plans have actions to tick. */
runChild<ProductStart, ProductReady>(async ({ folder, openIdUrl, cases }) => {
  const store = await openDatabase({ folder });
  const ground = await groundOn(store.db, TICKED_ON, openIdUrl);
  const template = await reviewWithPlan(ground);
  ground.on(TICKED_ON);
  const { tenantId, objectId, name } = who(ground, OWNER);
  const ready = {
    url: await listen(ground.server),
    cases: await trueCopies(store.db, template, cases),
    person: { tenantId, objectId, name },
    hostTenantId: ground.partnership.authority.tenantId,
  };
  return { ready, close: () => store.close() };
});
