/** A program that may do everything, made by the first administrator, as somebody would after the first start. */
export interface FirstCaller {
  readonly name: string;
  readonly secret: string;
}

const OWN_PAGE = { 'content-type': 'application/json', 'x-taizhang': '1' };

const post = async (url: string, headers: Readonly<Record<string, string>>, body: object): Promise<Response> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...OWN_PAGE, ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response;
};

/** The code a process says at a start before there are administrators. */
export const setupCodeIn = (line: string): string | undefined => /set-up code[^:]*: (\S+)/.exec(line)?.[1];

/** Sets a new installation up over HTTP: the security administrator, who signs in and makes a program. */
export const setUp = async (address: string, code: string): Promise<FirstCaller> => {
  const [name, password] = ['safe', 'Lumpen-73-Kranich'];
  await post(`${address}/v1/setup`, {}, { code, administrators: [{ name, password, role: 'security-admin' }] });
  const signedIn = await post(`${address}/v1/sign-in`, {}, { name, password });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((given) => given.split(';', 1)[0])
    .join('; ');
  const asked = { kind: 'machine', name: 'tester', roles: ['admin'], offices: ['*'] };
  const made = await post(`${address}/v1/users`, { cookie }, asked);
  return { name: asked.name, secret: ((await made.json()) as { readonly secret: string }).secret };
};

const FRESH_FOR = 8 * 60_000;

/** Tokens of a program, exchanged again before one runs out. */
export const tokensOf = (address: string, caller: FirstCaller): (() => Promise<string>) => {
  let kept: { readonly token: string; readonly until: number } | undefined;
  return async () => {
    if (kept === undefined || performance.now() > kept.until) {
      const answer = await post(`${address}/v1/machine-tokens`, {}, caller);
      const { token } = (await answer.json()) as { readonly token: string };
      kept = { token, until: performance.now() + FRESH_FOR };
    }
    return kept.token;
  };
};
