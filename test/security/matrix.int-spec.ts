import { seededRandom } from '#application/seeded-random.js';
import { lines } from '#lines/index.js';
import { LONG, say } from './figures.js';
import { type Cell, type Got, MatrixWorld } from './matrix-world.js';
import {
  type Role,
  asksOfOwn,
  begins,
  isNarrower,
  emptyHere,
  mayReach,
  places,
  platformRoutes,
  policyOf,
  roles,
  standings,
} from './policy.js';

/** Routes asked, for who looks into some of them. */
const ONLY = new RegExp(process.env['MATRIX'] ?? '');
/** Cells in flight at once. */
const AT_ONCE = 8;
/** Cells of the short form beside those of the permission. */
const SAMPLED = 800;
/** Share of the roles that the short form asks an ordinary command as. */
const SHARE = 0.15;
const asked: readonly (Role | 'nobody')[] = [...roles, 'nobody'];

let matrix: MatrixWorld;
let routes: readonly string[];
beforeAll(async () => {
  matrix = await MatrixWorld.open(lines);
  routes = Object.entries(matrix.document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
}, 120_000);
afterAll(() => matrix?.close());

/** Every cell of a route that differs from another in what is asked. */
const cellsOf = (route: string): readonly Cell[] => {
  const [who, reach] = policyOf(route) ?? ['anybody', 'none'];
  const apart = { seat: 'office', place: 'own', standing: 'open', exists: true } as const;
  return asked.flatMap((role): readonly Cell[] => {
    const cell = { route, role, ...apart };
    if (reach === 'none' || typeof who === 'string') return [cell];
    const ofCases = reach === 'case' || reach === 'person';
    return (reach === 'head' ? (['office', 'head'] as const) : (['office'] as const)).flatMap((seat) =>
      (asksOfOwn.includes(route) ? (['own'] as const) : places).flatMap((place) =>
        (ofCases ? standings : (['open'] as const)).flatMap((standing) =>
          (asksOfOwn.includes(route) ? [true] : [true, false]).map((exists) => ({
            ...cell,
            seat,
            place,
            standing,
            exists,
          })),
        ),
      ),
    );
  });
};

type Outcome = 'unknown caller' | 'refused' | 'a person is asked for' | 'absent' | 'let in';

const outcomeOf = ({ status, code }: Got): Outcome | string => {
  if (status >= 500) return `fault ${status}`;
  if (code === 'unauthenticated') return 'unknown caller';
  if (code === 'not-permitted') return 'refused';
  if (code === 'session-needed') return 'a person is asked for';
  if (status === 404 && code === 'not-found') return 'absent';
  return 'let in';
};

/** What the policy says to a cell. */
const expectedOf = ({ route, role, seat, place, standing, exists }: Cell): readonly Outcome[] => {
  const policy = policyOf(route);
  if (policy === undefined) return [];
  const [who, reach] = policy;
  if (who === 'anybody') return ['let in', 'absent'];
  if (role === 'nobody') return ['unknown caller'];
  if (who === 'a person signed in') return ['a person is asked for'];
  if (!who.includes(role)) return ['refused'];
  if (emptyHere.includes(route)) return ['absent'];
  if (reach === 'head' && seat === 'office') return ['absent'];
  // A command that begins a case finds none there yet, in an office of one's own.
  const there = exists || begins(route);
  return [there && mayReach(reach, place, standing, role) ? 'let in' : 'absent'];
};

let following: Promise<unknown> = Promise.resolve();
/** The answer once there is one: that a busy machine or figures on their way keep a caller waiting is no answer of the policy. */
const askPatiently = async (cell: Cell): Promise<Got> => {
  for (let tries = 1; ; tries += 1) {
    const got = await matrix.ask(cell);
    if ((got.code !== 'unavailable' && got.status !== 202) || tries === 5) return got;
    // One after another: two projectors would meet.
    await (following = following.then(() => matrix.world.platform.projector.catchUp()));
  }
};

/** Asks cells, several at once; gives what was answered otherwise than the policy says. */
const judge = async (cells: readonly Cell[]): Promise<readonly string[]> => {
  const wrong: string[] = [];
  const queue = cells.values();
  const work = async (): Promise<void> => {
    for (const cell of queue) {
      const got = await askPatiently(cell);
      const outcome = outcomeOf(got);
      const { route, role, seat, place, standing, exists } = cell;
      const named = `${route} · ${role} (${seat}) · ${place} · ${standing} · ${exists ? 'there' : 'not there'}`;
      if (!(expectedOf(cell) as readonly string[]).includes(outcome))
        wrong.push(`${named}: ${outcome} (${got.status} ${got.code})`);
      if (standing === 'sealed' && role !== 'minors-officer' && got.text.includes(matrix.personOf(place, standing)))
        wrong.push(`${named}: names who is sealed`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return wrong;
};

it('the policy, the document and the router know the same routes, and the policy every role there is', async () => {
  const server = matrix.world.app.getHttpAdapter().getInstance();
  const laid = [...(server.printRoutes({ commonPrefix: false }) as string).matchAll(/\(([A-Z, ]+)\)/g)];
  expect(laid.flatMap(([, methods = '']) => methods.split(', '))).toHaveLength(routes.length);
  const url = (path: string) => path.replace(/\{(\w+)\}/g, ':$1');
  for (const route of routes) {
    const [method = '', path = ''] = route.split(' ');
    expect([route, server.hasRoute({ method: method as 'GET', url: url(path) })]).toEqual([route, true]);
    expect([route, policyOf(route) !== undefined]).toEqual([route, true]);
  }
  expect(Object.keys(platformRoutes).filter((route) => !routes.includes(route))).toEqual([]);
  const { body } = await matrix.world.app.inject({ method: 'GET', url: '/openapi.json' });
  const named = /"roles":\{"type":"array"[^}]*"enum":(\[[^\]]*\])/.exec(body)?.[1] ?? '[]';
  expect((JSON.parse(named) as string[]).sort()).toEqual([...roles].sort());
});

it('every cell is answered as the policy says', async () => {
  const all = routes.filter((route) => ONLY.test(route)).flatMap(cellsOf);
  const plain = (cell: Cell) =>
    cell.place === 'own' && cell.standing === 'open' && cell.exists && cell.seat === 'office';
  const random = seededRandom('cells');
  // Most commands ask what every command asks: of those the short form takes a share of the roles.
  const ordinary = ({ route }: Cell) =>
    policyOf(route)?.[1] === 'case' && route.startsWith('POST') && !isNarrower(route);
  const others = all.filter((cell) => !plain(cell));
  const sampled = new Set(Array.from({ length: SAMPLED }, () => Math.floor(random.next() * others.length)));
  const ofPermission = all.filter((cell) => plain(cell) && (!ordinary(cell) || random.next() < SHARE));
  const chosen = LONG ? all : [...ofPermission, ...[...sampled].map((at) => others[at] as Cell)];
  const began = performance.now();
  const wrong = await judge(chosen);
  const form = LONG ? '' : ` (short form of ${all.length})`;
  const seconds = Math.round((performance.now() - began) / 1000);
  expect([wrong.length, wrong.slice(0, 40)]).toEqual([0, []]);
  say(
    `matrix: ${chosen.length} cells asserted of ${chosen.length}${form}, routes ${routes.length}, roles ${roles.length}, ${seconds} s`,
  );
}, 3_600_000);

it('what belongs to others is answered like what never was', async () => {
  const apart = { seat: 'office', standing: 'open' } as const;
  const compared = routes.filter(
    (route) => policyOf(route)?.[1] === 'case' && !begins(route) && !emptyHere.includes(route),
  );
  const random = seededRandom('likeness');
  const chosen = LONG ? compared : compared.filter(() => random.next() < 0.15);
  const unlike: string[] = [];
  for (const route of chosen) {
    const [who] = policyOf(route) ?? [];
    const role = (who as readonly Role[])[0] as Role;
    for (const place of ['sibling', 'parent', 'other county'] as const) {
      const theirs = await matrix.ask({ route, role, ...apart, place, exists: true });
      const never = await matrix.ask({ route, role, ...apart, place: 'own', exists: false });
      if (theirs.status !== never.status || theirs.text !== never.text)
        unlike.push(`${route} ${place}: ${theirs.text} / ${never.text}`);
    }
  }
  expect(unlike.slice(0, 20)).toEqual([]);
  say(`matrix: ${chosen.length} routes answer of other offices' cases what they answer of none`);
}, 600_000);
