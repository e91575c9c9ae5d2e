import { BUREAU, OFFICES, World } from '../../../test/support/world.js';
import { reachOf } from './office-scope.js';

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
