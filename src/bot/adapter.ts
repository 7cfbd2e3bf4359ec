import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import { AuthenticationError, type ServiceClientCredentialsFactory } from 'botframework-connector';
import type { Log } from '../log.ts';
import { reportFault } from './turnErrors.ts';

export interface AdapterConfig {
  appId: string;
  tenantId: string;
  appType: 'SingleTenant' | 'UserAssignedMsi';
  appPassword: string | null;
}
/** Replaces the public addresses in a rehearsal or test; all of them or none. Never built from production configuration. */
export interface Elsewhere {
  openIdMetadataUrl: string;
  credentials: ServiceClientCredentialsFactory;
}
interface Around {
  log: Pick<Log, 'info' | 'warn' | 'error'>;
  /** Random text: names a fault for the person and the operator alike. */
  newId: () => string;
}

/** botbuilder's adapter with one door of ours: every refusal is a status, never an exception and never a dump. */
export class ConveneAdapter extends CloudAdapter {
  /** Authenticates the activity and runs the turn. 401 for whoever is not the service, 500 for a fault; neither says more. */
  async receive(
    authorization: string,
    activity: object,
    logic: (context: TurnContext) => Promise<unknown>,
  ): Promise<{ status: number; body?: unknown }> {
    try {
      const answer = await this.processActivity(authorization, activity as never, async (context) => {
        await logic(context);
      });
      return answer === undefined ? { status: 200 } : { status: answer.status, body: answer.body as unknown };
    } catch (error) {
      if (isTokenFault(error)) return { status: 401 };
      throw error;
    }
  }
}

/** The adapter of the configuration given; a missing credential has already stopped the start. */
export function makeAdapter(config: AdapterConfig, around: Around, elsewhere?: Elsewhere): ConveneAdapter {
  const adapter = new ConveneAdapter(authenticationOf(config, elsewhere));
  adapter.onTurnError = async (context, error) => reportFault(context, error, around);
  return adapter;
}

function authenticationOf(config: AdapterConfig, elsewhere?: Elsewhere): ConfigurationBotFrameworkAuthentication {
  const own = {
    MicrosoftAppId: config.appId,
    MicrosoftAppTenantId: config.tenantId,
    MicrosoftAppType: config.appType,
    ...(config.appPassword === null ? {} : { MicrosoftAppPassword: config.appPassword }),
  };
  if (elsewhere === undefined) return new ConfigurationBotFrameworkAuthentication(own);
  // The SDK takes all of these or none: one alone would leave the rest undefined and refuse every token.
  const addresses = {
    ToBotFromChannelOpenIdMetadataUrl: elsewhere.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: elsewhere.openIdMetadataUrl,
    ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${config.tenantId}`,
    OAuthUrl: 'https://token.botframework.com',
    CallerId: 'urn:botframework:azure',
  };
  return new ConfigurationBotFrameworkAuthentication({ ...own, ...addresses }, elsewhere.credentials);
}

/** The SDK's own refusals, and the plain faults of its token library (wrong signature, no algorithm), which it lets through. */
function isTokenFault(error: unknown): boolean {
  if (error instanceof AuthenticationError) return true;
  return error instanceof Error && ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'].includes(error.name);
}
