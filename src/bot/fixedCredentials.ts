import { AppCredentials, type ServiceClientCredentialsFactory } from 'botframework-connector';

/**
 * Credentials that need no login page: for a Connector that takes any bearer, on loopback. botbuilder's own login refuses plain
 * http. Handed to `makeAdapter` by a rehearsal's or a test's composition; the production start has no way to them.
 */
export function fixedCredentials(appId: string, token: string): ServiceClientCredentialsFactory {
  class FixedCredentials extends AppCredentials {
    override getToken(): Promise<string> {
      return Promise.resolve(token);
    }
    protected override refreshToken(): Promise<never> {
      return Promise.reject(new Error('a fixed token never runs out'));
    }
  }
  const factory: Pick<
    ServiceClientCredentialsFactory,
    'isValidAppId' | 'isAuthenticationDisabled' | 'createCredentials'
  > = {
    isValidAppId: (id) => Promise.resolve(id === appId),
    isAuthenticationDisabled: () => Promise.resolve(false),
    createCredentials: (id) => Promise.resolve(new FixedCredentials(id ?? appId)),
  };
  return factory;
}
