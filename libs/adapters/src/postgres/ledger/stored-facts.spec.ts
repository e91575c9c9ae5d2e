import type { Fact } from '#application/facts.js';
import { readFacts, storedFacts } from './stored-facts.js';

const [one, other] = ['c69ac04b-3dfa-57d7-9967-ac91b628e073', '5e8d2b1a-3dfa-57d7-9967-ac91b628e074'];
const spells = [{ from: '2023-01-01', value: '430922001' }];
const facts: readonly Fact[] = [
  { kind: 'a.case', key: 'case', office: spells, person: one, fields: { on: '2023-01-01', level: spells } },
  { kind: 'a.visit', key: '1', office: '430922001', person: one, fields: {} },
  { kind: 'a.visit', key: '2', office: '430922001', person: one, fields: { made: true, count: 1 } },
  { kind: 'a.visit', key: '3', office: '430922001', fields: {} },
  { kind: 'a.visit', key: '4', office: '430922001', fields: {} },
  { kind: 'a.visit', key: '5', office: '430922002', fields: {} },
  { kind: 'a.visit', key: '6', office: '430922002', person: other, fields: {} },
  { kind: 'a.visit', key: '7', office: spells, person: other, fields: {} },
  { kind: 'a.visit', key: '8', office: spells, person: other, fields: {} },
  { kind: 'a.visit', key: '9', office: '', fields: {} },
];
const through = (given: readonly Fact[]): readonly Fact[] => readFacts(JSON.stringify(storedFacts(given)));

it('facts are read as they were stored, whosever and wherever they are', () => {
  expect(through(facts)).toEqual(facts);
  expect(through([...facts].reverse())).toEqual([...facts].reverse());
  for (const fact of facts) expect(through([fact])).toEqual([fact]);
  expect(through([])).toEqual([]);
  expect(through(facts).map((fact) => 'person' in fact)).toEqual(facts.map((fact) => 'person' in fact));
});

it('person and office are named where they change', () => {
  expect(storedFacts(facts).map(({ length }) => length)).toEqual([5, 4, 3, 5, 3, 4, 5, 4, 3, 5]);
});

it('facts stored whole by an older program are read as well', () => {
  expect(readFacts(JSON.stringify(facts))).toEqual(facts);
});
