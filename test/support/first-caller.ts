import { administrators, roleCodes } from '#application/roles/role-table.js';

interface Program {
  readonly name: string;
  readonly secret: string;
}

/** Programs made by the first administrator, as somebody would after the first start: one for all business, one for offices. */
export interface FirstCaller {
  readonly business: Program;
  readonly system: Program;
}

const BUSINESS = roleCodes.filter((role) => !(administrators as readonly string[]).includes(role));

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

/** Sets a new installation up over HTTP: the security administrator, who signs in and makes the programs. */
export const setUp = async (address: string, code: string): Promise<FirstCaller> => {
  const [name, password] = ['safe', 'Lumpen-73-Kranich'];
  await post(`${address}/v1/setup`, {}, { code, administrators: [{ name, password, role: 'security-admin' }] });
  const signedIn = await post(`${address}/v1/sign-in`, {}, { name, password });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((given) => given.split(';', 1)[0])
    .join('; ');
  const make = async (asked: { readonly name: string; readonly roles: readonly string[] }): Promise<Program> => {
    const made = await post(`${address}/v1/users`, { cookie }, { kind: 'machine', offices: ['*'], ...asked });
    return { name: asked.name, secret: ((await made.json()) as { readonly secret: string }).secret };
  };
  return {
    business: await make({ name: 'tester', roles: BUSINESS }),
    system: await make({ name: 'keeper', roles: ['system-admin'] }),
  };
};

const FRESH_FOR = 8 * 60_000;

/** A token for what is called, of the program that may. */
export type TokenFor = (path?: string) => Promise<string>;

/** Tokens of a program, exchanged again before one runs out. */
const tokensOfOne = (address: string, program: Program): (() => Promise<string>) => {
  let kept: { readonly token: string; readonly until: number } | undefined;
  return async () => {
    if (kept === undefined || performance.now() > kept.until) {
      const answer = await post(`${address}/v1/machine-tokens`, {}, program);
      const { token } = (await answer.json()) as { readonly token: string };
      kept = { token, until: performance.now() + FRESH_FOR };
    }
    return kept.token;
  };
};

/** Tokens of the first programs: the one for offices where offices are called, else the one for business. */
export const tokensOf = (address: string, { business, system }: FirstCaller): TokenFor => {
  const [forBusiness, forOffices] = [tokensOfOne(address, business), tokensOfOne(address, system)];
  return (path) => (path === '/v1/offices' ? forOffices() : forBusiness());
};
