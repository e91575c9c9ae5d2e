import { Registry } from '#application/registry.js';
import {
  bureauCode,
  count,
  date,
  decimal,
  enumeration,
  type Fields,
  flag,
  instant,
  list,
  money,
  optional,
  patch,
  personRef,
  plannedDate,
  record,
  text,
} from '#kernel/schema.js';
import { compileValidator } from '#kernel/validate.js';
import { lines } from '#lines/index.js';
import { brokenPayloads, validPayload } from './broken-payloads.js';
import { notary } from './notary.js';

const TODAY = '2026-01-01';

const everyKind: Fields = {
  heldOn: date(),
  dueOn: plannedDate(),
  at: instant(),
  personRef: personRef(),
  title: text(20),
  bureau: bureauCode(),
  items: count(1, 50),
  fee: money(),
  hours: decimal(1, 0.5, 24),
  open: flag(),
  change: patch(),
  kind: enumeration('notary.kind', ['will', 'contract']),
  note: optional(text(5)),
  members: list(record({ role: text(10), since: optional(date()) }), 2, 3),
};

/** What the validator says of a payload. */
const wrongWith = (fields: Fields, data: unknown): readonly string[] =>
  compileValidator(fields)(data, TODAY).map(({ at, code }) => `${at} ${code}`);

const misjudged = (fields: Fields): readonly string[] =>
  brokenPayloads(fields).flatMap(({ what, at, code, data }) => {
    const found = wrongWith(fields, data);
    return found.length === 1 && found[0] === `${at} ${code}` ? [] : [`${at} ${what}: ${found.join(', ')}`];
  });

describe('payloads made from a schema', () => {
  it('are valid, with every optional field there', () => {
    expect(wrongWith(everyKind, validPayload(everyKind))).toEqual([]);
    expect(Object.keys(validPayload(everyKind))).toEqual(Object.keys(everyKind));
  });

  it('are broken once each, where and as they say', () => expect(misjudged(everyKind)).toEqual([]));

  it('break every constraint there is', () =>
    expect([...new Set(brokenPayloads(everyKind).map(({ code }) => code))].sort()).toEqual([
      'empty',
      'in-the-future',
      'missing',
      'not-a-date',
      'not-a-decimal',
      'not-a-flag',
      'not-a-list',
      'not-a-record',
      'not-a-whole-number',
      'not-an-id',
      'not-an-instant',
      'not-in-code-table',
      'not-text',
      'too-few',
      'too-large',
      'too-long',
      'too-many',
      'too-many-decimals',
      'too-small',
      'unknown-field',
      'unprintable',
      'wrong-form',
    ]));

  it('reach fields at any depth, and leave out only what must be there', () => {
    const places = brokenPayloads(everyKind).map(({ at, code }) => `${at} ${code}`);
    expect(places).toContain('data.members[0].role missing');
    expect(places).toContain('data.members[0].since in-the-future');
    expect(places).toContain('data.members[0].colour unknown-field');
    expect(places).toContain('data.note too-long');
    expect(places).not.toContain('data.note missing');
    expect(places).not.toContain('data.dueOn in-the-future');
  });

  it('fit whatever pattern a text has, or say that none can', () => {
    const text = (pattern: string, max: number): Fields => ({ odd: { kind: 'text', max, pattern } });
    for (const pattern of ['^\\d{6}$', '^[A-Z]{2}-\\d{4}(-\\d{2})?$', '^(north|south)$', 'x'])
      expect(misjudged(text(pattern, 12))).toEqual([]);
    expect(() => validPayload(text('^q{9}$', 5))).toThrow('^q{9}$');
    expect(() => brokenPayloads(text('.', 5))).toThrow('every text fits .');
  });
});

describe.each([...lines, notary].map((line) => [line.code, line] as const))('commands of %s', (_code, line) => {
  const commands = [...new Registry([line]).commands.values()].map((command) => [command.type, command] as const);
  it.each(commands)('%s: sound ones are sound, broken ones broken once', (_type, { fields }) => {
    expect(wrongWith(fields, validPayload(fields))).toEqual([]);
    expect(brokenPayloads(fields).length).toBeGreaterThan(Object.keys(fields).length);
    expect(misjudged(fields)).toEqual([]);
  });
});
