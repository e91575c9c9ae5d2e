import { type BalancePlace, cellRecord, generationRecord, readBalance } from './balance-record.js';
import { UnreadableRecord } from './event-record.js';
import type { BalanceCell } from './ports/balances.js';
import type { DeliveredRecord } from './ports/topics.js';

const place: BalancePlace = {
  source: '0f9a7c2e-4d6b-4a0c-9e7c-2e4d6b8a0c1e',
  generation: 2,
  position: 40,
  life: 3,
};
const cell: BalanceCell = {
  bureau: '430922',
  office: '430922001',
  measure: 'notary.issued',
  measureVersion: 1,
  unit: '件',
  month: '2023-05',
  cohortMonth: null,
  splits: '{"kind":"will","place":"a|b"}',
  amount: '-12.50',
};
const delivered = (record: Pick<DeliveredRecord, 'key' | 'value' | 'headers'>): DeliveredRecord => ({
  offset: 7,
  publishedAt: 0,
  ...record,
});

it('is read as it was told', () => {
  const { source, generation, position, life } = place;
  for (const told of [cell, { ...cell, unit: null, cohortMonth: '2022-12', splits: '{}' }])
    expect(readBalance(delivered(cellRecord(told, place)))).toEqual({
      life,
      cell: { ...told, source, generation, position },
    });
  const stated = { complete: true, formerly: ['1f9a7c2e-4d6b-4a0c-9e7c-2e4d6b8a0c1e'] };
  expect(readBalance(delivered(generationRecord(place, stated)))).toEqual({
    life,
    stated: { source, generation, position, ...stated },
  });
});

it('keeps the key of a cell over generations, and no two cells share one', () => {
  const { key } = cellRecord(cell, place);
  expect(cellRecord({ ...cell, amount: '1' }, { ...place, generation: 3, position: 99 }).key).toBe(key);
  const others: Partial<BalanceCell>[] = [
    { bureau: '430923' },
    { office: '430922002' },
    { measure: 'notary.accepted' },
    { measureVersion: 2 },
    { month: '2023-06' },
    { cohortMonth: '2023-05' },
    { splits: '{"kind":"will"}' },
  ];
  const keys = others.map((other) => cellRecord({ ...cell, ...other }, place).key);
  expect(new Set([key, ...keys, cellRecord(cell, { ...place, source: 'other' }).key]).size).toBe(others.length + 2);
});

it('carries the headers of a CloudEvent, with an id of its own', () => {
  const { headers } = cellRecord(cell, place);
  expect(headers).toMatchObject({
    ce_specversion: '1.0',
    ce_source: `/logs/${place.source}`,
    ce_type: 'balances.Amount.v1',
    ce_dataschema: 'urn:taizhang:balances.Amount:v1',
    ce_position: '40',
    ce_life: '3',
  });
  expect(cellRecord(cell, { ...place, position: 41 }).headers['ce_id']).not.toBe(headers['ce_id']);
});

it('refuses what is not as it should be', () => {
  const record = cellRecord(cell, place);
  const broken = (more: object): DeliveredRecord =>
    delivered({ ...record, value: JSON.stringify({ ...(JSON.parse(record.value ?? '') as object), ...more }) });
  for (const more of [
    { amount: 12.5 },
    { amount: '1e3' },
    { amount: 'NaN' },
    { month: '2023-13' },
    { bureau: '' },
    { splits: { kind: 1 } },
    { source: 'x' },
    { position: -1 },
  ])
    expect(() => readBalance(broken(more))).toThrow(UnreadableRecord);
  expect(() => readBalance(delivered({ ...record, value: 'not JSON' }))).toThrow(UnreadableRecord);
  expect(() => readBalance(delivered({ ...record, headers: { ...record.headers, ce_life: 'x' } }))).toThrow(
    UnreadableRecord,
  );
});
