import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import { newId } from './identifiers.ts';
import type { TenantState } from './state/tenantState.ts';

export const TOKEN_ISSUER = 'https://api.botframework.com';

export interface Tokens {
  /** A token as the Bot Connector puts on an activity. `serviceUrl` must be the activity's own. */
  sign(claims: { audience: string; serviceUrl: string }): Promise<string>;
  /** Public keys, with the channels that each may vouch for. */
  keys(): { keys: Record<string, unknown>[] };
}

/** Makes the tenant's signing key, or takes it up again after a restart. Token times are real times: the bot checks them by its own clock. */
export async function openTokens(state: TenantState): Promise<Tokens> {
  const held = state.fact('signingKey') ?? (await freshKey());
  state.setFact('signingKey', held);
  const jwk = held as JWK;
  const key = await importJWK(jwk, 'RS256');
  const kid = String(jwk.kid);
  return {
    sign: ({ audience, serviceUrl }) =>
      new SignJWT({ serviceurl: serviceUrl })
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .setIssuer(TOKEN_ISSUER)
        .setAudience(audience)
        .setIssuedAt()
        .setNotBefore('-1m')
        .setExpirationTime('1h')
        .sign(key),
    keys: () => ({
      keys: [{ kty: jwk.kty, n: jwk.n, e: jwk.e, kid, alg: 'RS256', use: 'sig', endorsements: ['msteams'] }],
    }),
  };
}

async function freshKey(): Promise<Record<string, unknown>> {
  const pair = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(pair.privateKey)), kid: newId() };
}
