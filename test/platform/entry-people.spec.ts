import { MemoryPersonRegistry } from '#adapters/memory/person-registry.js';
import { idsOfRows } from '#application/entry/command-of-row.js';
import { peopleIn } from '#application/entry/entry-people.js';
import type { FilledRow, PersonSaid } from '#application/entry/read-rows.js';
import { inventPerson } from '#application/invented-people.js';
import { uuidV5 } from '#kernel/ids.js';
import { fixedClock } from '../support/fixed-clock.js';

const BUREAU = '430922';
const TODAY = '2024-03-01';
const person = (key: string) => inventPerson(BUREAU, key, TODAY, { age: 40 });
const row = (number: number, more: Partial<FilledRow> = {}): FilledRow => ({
  ...{ row: number, office: '43092201', stream: undefined, approvedBy: undefined },
  ...{ data: {}, persons: [], lists: [], faults: [], content: [] },
  ...more,
});
const named = (parts: PersonSaid['parts']): Partial<FilledRow> => ({ persons: [{ at: 'data.applicant', parts }] });
const listed = (...said: readonly string[]): Partial<FilledRow> => ({ lists: [{ at: 'data.parties', said }] });

let registry: MemoryPersonRegistry;
let ref: string;
beforeEach(async () => {
  registry = new MemoryPersonRegistry({ next: ids() }, fixedClock('2024-03-01T00:00:00Z'));
  ref = (await registry.register(BUREAU, person('known'))).personRef;
});
const ids = () => {
  let given = 0;
  return () => uuidV5('person', String((given += 1)));
};

const found = async (rows: readonly FilledRow[], mayRegister = true) => {
  const people = await peopleIn({ persons: registry }, rows, { bureau: BUREAU, today: TODAY, mayRegister });
  const meant = rows.map(({ row: number }) => {
    const { persons, faults } = people.meant.get(number) ?? { persons: new Map(), faults: [] };
    return faults.length > 0 ? faults.map(({ at, code }) => [at, code]) : [...persons.values()];
  });
  return { meant, newcomers: [...people.newcomers] };
};

it('finds who is registered by his number, however it is written, or by his reference; registers nobody', async () => {
  const { idNo = '' } = person('known');
  const full = idNo.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const rows = [
    row(3, named({ idNo })),
    row(4, named({ idNo: ` ${full} ` })),
    row(5, named({ idNo: ref.toUpperCase() })),
  ];
  expect(await found(rows)).toEqual({ meant: [[{ ref }], [{ ref }], [{ ref }]], newcomers: [] });
  expect((await found([row(3, listed(idNo, `${person('known').name} ${idNo}`))])).meant).toEqual([
    [[{ ref }, { ref }]],
  ]);
});

it('takes who is not for one newcomer, whatever the number of rows that name him', async () => {
  const { name, idNo = '', sex } = person('new');
  const rows = [row(3, named({ name, idNo })), row(4, listed(`${name}\u3000${idNo}`, person('known').idNo ?? ''))];
  expect(await found(rows)).toEqual({
    meant: [[{ newcomer: idNo }], [[{ newcomer: idNo }, { ref }]]],
    newcomers: [[idNo, { name, idNo, sex, idType: 'resident-id' }]],
  });
});

it('says what is missing or wrong of a newcomer, at its own cell', async () => {
  const { name, idNo = '' } = person('new');
  const wrongSign = idNo.slice(0, 17) + (idNo[17] === '1' ? '2' : '1');
  const rows = [
    row(3, named({ idNo })),
    row(4, named({ name })),
    row(5, named({ name, idNo: wrongSign, sex: person('new').sex })),
    row(6, named({ name, idType: 'none' })),
    row(7, named({ name, idType: 'none', sex: 'male' })),
    row(8, named({ name, idType: 'none', sex: 'male' })),
    row(9, listed(wrongSign)),
  ];
  const { meant, newcomers } = await found(rows);
  expect(meant).toEqual([
    [['data.applicant#idNo', 'entry-person-unknown']],
    [['data.applicant#idNo', 'entry-number-missing']],
    [['data.applicant#idNo', 'wrong-check-sign']],
    [['data.applicant#sex', 'missing']],
    // Two people without a document are two people.
    [{ newcomer: '7 data.applicant' }],
    [{ newcomer: '8 data.applicant' }],
    [['data.parties', 'entry-person-unknown']],
  ]);
  expect(newcomers.map(([, details]) => details.idType)).toEqual(['none', 'none']);
});

it('takes one number under two names for a slip, and registers for nobody who may not', async () => {
  const { name, idNo = '' } = person('new');
  const rows = [row(3, named({ name, idNo })), row(4, named({ name: '别人', idNo }))];
  expect((await found(rows)).meant).toEqual([[{ newcomer: idNo }], [['data.applicant#name', 'disagrees']]]);
  expect((await found(rows.slice(0, 1), false)).meant).toEqual([[['data.applicant#name', 'not-permitted']]]);
});

it('knows a row by what it says and the how-manieth it is, not by where it stands', () => {
  const workbook = uuidV5('workbook');
  const idsOf = (...contents: readonly string[]) => {
    const rows = contents.map((said, at) => row(at + 3, { content: [['data.note', said]] }));
    const given = idsOfRows(workbook, 'line.Command', rows);
    return rows.map(({ row: number }) => given.get(number)?.(0));
  };
  const [a, b, a2] = idsOf('a', 'b', 'a');
  expect(new Set([a, b, a2]).size).toBe(3);
  expect(idsOf('b', 'a', 'c', 'a')).toEqual([b, a, expect.any(String), a2]);
  const again = idsOfRows(workbook, 'line.Command', [row(3, { content: [['data.note', 'a']] })]).get(3);
  expect([again?.(0) === a, again?.(1) === a]).toEqual([true, false]);
});
