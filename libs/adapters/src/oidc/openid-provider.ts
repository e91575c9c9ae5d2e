import { hash } from 'node:crypto';
import type * as Library from 'openid-client';
import type { IdentityProvider } from '#application/ports/identity-provider.js';
import { Rejected, reject } from '#kernel/reject.js';

export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends browsers back to. */
  readonly redirectUri: string;
}

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);
const SECONDS = 10;

/** What belongs to one sign-in, all from the one secret the browser keeps. */
const derived = (secret: string, what: string): string => hash('sha256', `${what} of ${secret}`, 'base64url');

/** A provider of OpenID Connect, met by the authorization code flow with PKCE. @source OpenID Connect Core 1.0; RFC 9700 */
export class OpenIdProvider implements IdentityProvider {
  private found: Promise<Library.Configuration> | undefined;

  private constructor(
    private readonly library: typeof Library,
    private readonly settings: OpenIdSettings,
  ) {}

  /** Does not ask the provider yet: we start without it. */
  static async open(settings: OpenIdSettings): Promise<OpenIdProvider> {
    return new OpenIdProvider(await import('openid-client'), settings);
  }

  async address(secret: string): Promise<string> {
    const { library, settings } = this;
    const verifier = derived(secret, 'verifier');
    return library.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: settings.redirectUri,
      scope: 'openid',
      state: derived(secret, 'state'),
      nonce: derived(secret, 'nonce'),
      code_challenge: await library.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }).href;
  }

  async subjectOf(query: string, secret: string): Promise<string | undefined> {
    const { library, settings } = this;
    const configuration = await this.configuration();
    try {
      const tokens = await library.authorizationCodeGrant(configuration, new URL(`${settings.redirectUri}?${query}`), {
        pkceCodeVerifier: derived(secret, 'verifier'),
        expectedState: derived(secret, 'state'),
        expectedNonce: derived(secret, 'nonce'),
        idTokenExpected: true,
      });
      const subject = tokens.claims()?.sub;
      return subject === undefined ? undefined : this.bound(subject);
    } catch (error) {
      // The library speaks of wrong answers in errors of its own; what the network did comes through as it is.
      const { code } = error as { readonly code?: unknown };
      if (typeof code === 'string' && code.startsWith('OAUTH_') && code !== 'OAUTH_TIMEOUT') return undefined;
      if (error instanceof library.AuthorizationResponseError || error instanceof library.ResponseBodyError)
        return undefined;
      throw new Rejected(reject('unavailable'));
    }
  }

  bound(subject: string): string {
    return `${this.settings.issuer}|${subject}`;
  }

  private configuration(): Promise<Library.Configuration> {
    this.found ??= this.discover().catch(() => {
      this.found = undefined; // the next one asks again
      throw new Rejected(reject('unavailable'));
    });
    return this.found;
  }

  private discover(): Promise<Library.Configuration> {
    const { library } = this;
    const { issuer, clientId, clientSecret } = this.settings;
    const server = new URL(issuer);
    return library.discovery(server, clientId, clientSecret, library.ClientSecretBasic(clientSecret), {
      timeout: SECONDS,
      // Without TLS on this very machine alone.
      ...(LOOPBACK.has(server.hostname) ? { execute: [library.allowInsecureRequests] } : {}),
    });
  }
}
