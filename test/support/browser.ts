import { SIGN_IN } from '#adapters/nest/tokens.js';
import type { SignInUses } from '#adapters/sign-in/open-sign-in.js';
import type { Answered, ApiWorld, Asked } from '../e2e/api-world.js';

export const SENTENCE = 'Lumpen-73-Kranich';

/** Calls the API as a browser with our page does: keeps cookies, and sends the header of the page. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly world: ApiWorld,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async call(method: Parameters<ApiWorld['call']>[0], url: string, asked: Asked = {}): Promise<Answered> {
    const { cookie } = this;
    const headers = { ...(cookie === '' ? {} : { cookie }), 'x-taizhang': '1', ...this.headers, ...asked.headers };
    const answer = await this.world.call(method, url, { ...asked, as: null, headers });
    for (const given of [answer.headers['set-cookie'] ?? []].flat()) {
      const [pair = '', ...attributes] = given.split('; ');
      const [name = '', value = ''] = pair.split('=');
      if (attributes.includes('Max-Age=0')) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  post(url: string, body?: object): Promise<Answered> {
    return this.call('POST', url, body === undefined ? {} : { body });
  }

  signIn(name: string, password = SENTENCE): Promise<Answered> {
    return this.post('/v1/sign-in', { name, password });
  }
}

/** Makes a person who has chosen a password; gives the id. */
export const makePerson = async (
  world: ApiWorld,
  name: string,
  more: { readonly roles?: readonly string[]; readonly offices?: readonly string[] } = {},
): Promise<string> => {
  const { manage } = world.app.get<SignInUses>(SIGN_IN);
  const { roles = ['office-clerk'], offices = ['*'] } = more;
  const { user, code = '' } = await manage.create({ kind: 'person', name, roles, offices });
  await manage.redeem(name, code, SENTENCE, { network: 'test', agent: '' });
  return user.userId;
};
