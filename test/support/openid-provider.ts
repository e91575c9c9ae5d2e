import { generateKeyPairSync } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface ProviderLibrary {
  readonly default: new (issuer: string, configuration: object) => { listen(port: number, host: string): Server };
}

export const CLIENT = { id: 'taizhang', secret: 'a secret of the test' };

/** A real provider of OpenID Connect on this machine, whose log-in page takes any name for its own subject. */
export const startOpenIdProvider = async (port: number, redirectUri: string) => {
  const name = 'oidc-provider'; // has no types, and none are needed here
  const { default: Provider } = (await import(name)) as ProviderLibrary;
  const issuer = `http://127.0.0.1:${port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  // It says of its own defaults that they are for tests, as they are here.
  const { warn, info } = console;
  Object.assign(console, { warn: () => undefined, info: () => undefined });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    cookies: { keys: ['a key of the test'] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'test' }] },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub }) }),
  });
  Object.assign(console, { warn, info });
  const server = provider.listen(port, '127.0.0.1');
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
  return {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

/** Goes through the provider's pages as `subject`; gives the address it sends the browser back to. */
export const signInThere = async (address: string, subject: string, home: string): Promise<string> => {
  const cookies = new Map<string, string>();
  let next = { url: address, body: undefined as URLSearchParams | undefined };
  for (let step = 0; step < 12; step += 1) {
    const response: Response = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.body === undefined ? {} : { method: 'POST', body: next.body }),
    });
    for (const given of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(given) ?? [];
      cookies.set(name, value);
    }
    const to = response.headers.get('location');
    if (to !== null) {
      const url = new URL(to, next.url).href;
      await response.arrayBuffer();
      if (url.startsWith(home)) return url;
      next = { url, body: undefined };
      continue;
    }
    const page = await response.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (prompt === undefined) throw new Error(`${response.status} ${page.slice(0, 500)}`);
    next = {
      url: new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', next.url).href,
      body: new URLSearchParams({ prompt, ...(prompt === 'login' ? { login: subject, password: 'any' } : {}) }),
    };
  }
  throw new Error('the provider’s pages have no end');
};
