import {
  code,
  count,
  date,
  enumeration,
  flag,
  instant,
  list,
  money,
  optional,
  personRef,
  plannedDate,
  record,
  text,
} from './schema.js';
import { compileValidator } from './validate.js';

const fields = {
  person: personRef(),
  receivedOn: date(),
  plannedTo: optional(plannedDate()),
  kind: enumeration('x.kind', ['a', 'b']),
  amount: optional(money()),
  copies: optional(count(1, 10)),
  docNo: optional(code()),
  late: optional(flag()),
  at: optional(instant()),
  members: optional(list(record({ role: text(5) }), 1, 2)),
};
const validate = compileValidator(fields);
const good = { person: '0190a3c1-7d3e-7abc-8def-0123456789ab', receivedOn: '2023-03-05', kind: 'a' };
const found = (change: object) =>
  validate({ ...good, ...change }, '2023-12-31').map(({ at, code: what }) => `${at} ${what}`);

describe('checking a payload', () => {
  it('accepts what the schema describes', () => {
    expect(
      found({
        plannedTo: '2024-01-31',
        amount: '12.50',
        copies: 1,
        docNo: '〔2023〕7号',
        late: false,
        at: '2023-03-05T10:00:00Z',
        members: [{ role: '𠮷' }],
      }),
    ).toEqual([]);
    expect(found({ amount: 12.5 })).toEqual([]);
  });

  it.each([
    [{ receivedOn: '2024-01-01' }, 'data.receivedOn in-the-future'],
    [{ receivedOn: '2023-02-30' }, 'data.receivedOn not-a-date'],
    [{ receivedOn: 20230305 }, 'data.receivedOn not-a-date'],
    [{ kind: 'c' }, 'data.kind not-in-code-table'],
    [{ person: 'x' }, 'data.person not-an-id'],
    [{ amount: '1.234' }, 'data.amount too-many-decimals'],
    [{ amount: 1e300 }, 'data.amount not-a-decimal'],
    [{ amount: '-1' }, 'data.amount too-small'],
    [{ copies: 0 }, 'data.copies too-small'],
    [{ copies: 1.5 }, 'data.copies not-a-whole-number'],
    [{ copies: '1' }, 'data.copies not-a-whole-number'],
    [{ docNo: ' ' }, 'data.docNo empty'],
    [{ docNo: 'x'.repeat(65) }, 'data.docNo too-long'],
    [{ docNo: 'a\u0000b' }, 'data.docNo unprintable'],
    [{ late: 'yes' }, 'data.late not-a-flag'],
    [{ at: 'noon' }, 'data.at not-an-instant'],
    [{ members: [] }, 'data.members too-few'],
    [{ members: [{}, {}, {}] }, 'data.members too-many'],
    [{ members: [{ role: 'ok', more: 1 }] }, 'data.members[0].more unknown-field'],
    [{ members: [{}] }, 'data.members[0].role missing'],
    [{ members: 'x' }, 'data.members not-a-list'],
    [{ kind: undefined }, 'data.kind missing'],
    [{ amount: null }, 'data.amount not-a-decimal'],
    [{ surplus: 1 }, 'data.surplus unknown-field'],
    [JSON.parse('{"__proto__":{"kind":"b"},"constructor":1}') as object, 'data.constructor unknown-field'],
  ])('names the field that is wrong: %j', (change, expected) => expect(found(change)).toContain(expected));

  it('refuses what is no record at all', () => {
    for (const data of [null, 'x', 1, []])
      expect(validate(data, '2023-12-31')).toEqual([{ at: 'data', code: 'not-a-record' }]);
  });
});
