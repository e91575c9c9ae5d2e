import { roleCodes } from '#application/roles/role-table.js';
import { Browser, makePerson } from '../../support/browser.js';
import { programs } from '../../support/signed-in.js';
import { type ApiWorld, BUREAU, people } from '../../e2e/api-world.js';

/** Requests between two times that the person signs in anew. */
const PATIENCE = 150;

/** One program for each role there is, and a person with a browser: what each shows at the door. */
export class Callers {
  private browser: Browser | undefined;
  private persons = 0;
  private since = PATIENCE;

  private constructor(
    private readonly world: ApiWorld,
    private readonly tokenOf: (name: string) => string,
  ) {}

  static async open(world: ApiWorld): Promise<Callers> {
    const called = roleCodes.map((role) => [`fuzz-${role}`, { roles: [role], offices: [BUREAU] }]);
    return new Callers(world, await programs(world.app, Object.fromEntries(called)));
  }

  /** Everybody who may call; null is nobody, `forged` shows what is no token. */
  get names(): readonly (string | null)[] {
    return [...roleCodes, 'session', 'forged', null];
  }

  async headersOf(name: string | null): Promise<Readonly<Record<string, string>>> {
    if (name === null) return {};
    if (name === 'forged') return { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' };
    if (name in people) return { authorization: `Bearer ${this.world.tokenOf(name)}` };
    if (name !== 'session') return { authorization: `Bearer ${this.tokenOf(`fuzz-${name}`)}` };
    this.since += 1;
    if (this.browser === undefined) await this.signIn();
    return { cookie: this.browser?.cookie ?? '', 'x-taizhang': '1' };
  }

  /** The person is out where what he asked for ended his session. */
  out(): void {
    if (this.since >= PATIENCE) this.browser = undefined;
  }

  /** Users of the campaign itself, whom it must not take away its own rights from. */
  async own(): Promise<readonly string[]> {
    const { body } = await this.world.call('GET', '/v1/users', { as: 'guard' });
    return (body as { users: { userId: string }[] }).users.map(({ userId }) => userId);
  }

  private async signIn(): Promise<void> {
    this.persons += 1;
    this.since = 0;
    const name = `fuzz-person-${this.persons}`;
    await makePerson(this.world, name, { roles: people.everyPost.roles });
    this.browser = new Browser(this.world);
    await this.browser.signIn(name);
  }
}
