import { BUREAU, OFFICES, World } from '../../../test/support/world.js';
import { inScope, placesOf, reachOf } from './office-scope.js';

const { offices } = new World();
const CITY = '4309';
const reach = (...held: readonly string[]) => reachOf(offices, { name: 'somebody', roles: [], offices: held });

beforeAll(async () => {
  const [bureau] = offices.all();
  if (bureau === undefined) throw new Error('no offices');
  await offices.save([{ ...bureau, code: CITY, bureau: CITY, kind: 'city' }]);
});

it('reaches as far up as the highest of his offices', () => {
  const [one, two] = OFFICES;
  expect(reach(one, two)).toBe('office');
  expect(reach(one, BUREAU, two)).toBe('bureau');
  expect(reach(BUREAU, CITY)).toBe('city');
  expect(reach('*')).toBe('everywhere');
});

it('reaches no further for offices there are none of', () => {
  expect(reach()).toBe('office');
  expect(reach('nowhere')).toBe('office');
});

describe('the places of a principal', () => {
  const caller = (...held: readonly string[]) => ({ name: 'somebody', roles: [], offices: held });
  const [one, two] = OFFICES;

  it('are bureaus where all of their offices are his, and single offices elsewhere', () => {
    expect(placesOf(offices, caller(BUREAU))).toMatchObject({ bureaus: [BUREAU], offices: [], known: [BUREAU] });
    expect(placesOf(offices, caller(two, one))).toEqual({ bureaus: [], offices: [one, two], known: [BUREAU] });
    expect(placesOf(offices, caller('*'))).toMatchObject({
      bureaus: expect.arrayContaining([BUREAU, CITY]),
      offices: [],
    });
  });

  it('are none where no office is his', () => {
    for (const held of [[], ['nowhere']])
      expect(placesOf(offices, caller(...held))).toEqual({ bureaus: [], offices: [], known: [] });
  });

  it('hold exactly the offices in scope', () => {
    for (const held of [[], [one], [one, two], [BUREAU], [CITY], [CITY, two], ['*']]) {
      const places = placesOf(offices, caller(...held));
      for (const { code, bureau } of offices.all())
        expect([held, code, places.bureaus.includes(bureau) || places.offices.includes(code)]).toEqual([
          held,
          code,
          inScope(offices, caller(...held), code),
        ]);
    }
  });
});
