import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { AppCredentials } from 'botframework-connector';

export const APP_ID = '11111111-1111-4111-8111-111111111111';
export const TENANT_ID = '22222222-2222-4222-8222-222222222222';

class StaticCredentials extends AppCredentials {
  readonly #given: () => boolean;
  constructor(id: string, given: () => boolean) {
    super(id);
    this.#given = given;
  }
  override async getToken(): Promise<string> {
    if (!this.#given()) throw new Error('the secret has run out');
    return 'outbound-test-token';
  }
  protected override async refreshToken(): Promise<never> {
    throw new Error('not asked for');
  }
}

/** The real adapter, whose outbound token is a fixed text: signing in needs the Internet. `signIn`: whether there is one now. */
export const testAdapter = (signIn: () => boolean = () => true): CloudAdapter =>
  new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(
      {
        MicrosoftAppId: APP_ID,
        MicrosoftAppTenantId: TENANT_ID,
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppPassword: 'unused',
        ToBotFromChannelOpenIdMetadataUrl: 'http://127.0.0.1:9/openid',
        ToBotFromEmulatorOpenIdMetadataUrl: 'http://127.0.0.1:9/openid',
        ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${TENANT_ID}`,
        OAuthUrl: 'https://token.botframework.com',
        CallerId: 'urn:botframework:azure',
      },
      {
        isValidAppId: async (id: string) => id === APP_ID,
        isAuthenticationDisabled: async () => false,
        createCredentials: async (id: string) => new StaticCredentials(id, signIn),
      },
    ),
  );
