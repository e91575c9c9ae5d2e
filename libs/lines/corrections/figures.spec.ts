import fc from 'fast-check';
import type { Expression } from '#application/indicator.js';
import { fieldsOf } from '#application/measure-postings.js';
import { correctionsLog } from '../../../test/support/played-corrections.js';
import type { Played } from '../../../test/support/played-log.js';
import * as build from './domain/builders.js';
import { events } from './domain/events/index.js';
import { streams } from './domain/streams.js';
import { figures } from './figures.js';
import { indicators } from './indicators/index.js';
import { measures } from './measures/index.js';
import { figureTerms } from './terms.figures.js';
import { factFields, tables } from './views/facts/kinds.js';

const { id, ...builders } = build;

interface Leaf {
  readonly measure: string;
  readonly where?: Readonly<Record<string, string>>;
}

const leavesOf = (expression: Expression): readonly Leaf[] => {
  if ('sum' in expression) return expression.sum.flatMap(leavesOf);
  if ('less' in expression) return expression.less.flatMap(leavesOf);
  if ('indicator' in expression) return [];
  if ('cumulative' in expression)
    return [...expression.cumulative, expression.baseline].map((measure) => ({ measure }));
  const { where, ...named } = expression;
  const { of: _of, ...codes } = named as Record<string, string>;
  return Object.values(codes).map((measure) => (where === undefined ? { measure } : { measure, where }));
};

const leaves = figures.indicators.flatMap(({ code, versions }) =>
  versions.flatMap((version) =>
    ('value' in version ? [version.value] : [version.numerator, version.denominator])
      .flatMap(leavesOf)
      .map((leaf) => ({ code, ...leaf })),
  ),
);

describe('the figures of the line', () => {
  it('have every indicator of the catalogue, by itself or by its parts', () => {
    const codes = Object.keys(indicators);
    const missing = Array.from({ length: 32 }, (_, at) => `CC-${String(at + 1).padStart(2, '0')}`).filter(
      (code) => !codes.some((known) => known === code || known.startsWith(`${code}-`)),
    );
    expect(missing).toEqual([]);
  });

  it('read no measure that is not there, but for those of another line', () =>
    expect(leaves.filter(({ measure }) => !(measure in measures) && !measure.startsWith('funds.'))).toEqual([]));

  it('narrow by splits only', () => {
    const wrong = leaves.filter(({ measure, where = {} }) => {
      const splits = measures[measure as keyof typeof measures]?.splits ?? ['businessLine'];
      return Object.keys(where).some((name) => !splits.includes(name));
    });
    expect(wrong).toEqual([]);
  });

  it('leave no measure unused', () => {
    const used = new Set(leaves.map(({ measure }) => measure));
    expect(Object.keys(measures).filter((code) => !used.has(code))).toEqual([]);
  });

  it('name wholes and other indicators that exist', () => {
    const wholes = figures.indicators.flatMap(({ of }) => (of === undefined ? [] : [of]));
    const balanced = figures.identities
      .flatMap((identity) => Object.values(identity).flat())
      .filter((name) => /^CC-/.test(name));
    expect([...wholes, ...balanced].filter((code) => !(code in indicators))).toEqual([]);
  });

  it('sum up persons only where persons are remembered', () => {
    const persons = leaves.filter(({ code }) =>
      ['CC-13p', 'CC-15', 'CC-16', 'CC-20', 'CC-21', 'CC-24-exit'].includes(code),
    );
    expect(persons.filter(({ measure }) => measures[measure as keyof typeof measures].unit !== '人')).toEqual([]);
  });

  it('have a name in Chinese, and no name for what is not there', () => {
    const codes = [
      ...[figures.measures, figures.indicators, figures.identities, figures.deadlines, figures.registers].flatMap(
        (list) => list.map(({ code }) => code),
      ),
      ...tables.kinds,
      ...figures.registers.flatMap(({ fact, columns }) => columns.map((column) => `${fact}.${column}`)),
      ...figures.measures.flatMap(({ fact, splits }) => splits.map((split) => `${fact}.${split}`)),
    ];
    expect(codes.filter((code) => !(code in figureTerms))).toEqual([]);
    expect(Object.keys(figureTerms).filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('read fields their facts have', () => {
    const derived = (kind: keyof typeof factFields) => factFields[kind] as readonly string[];
    const wrong = figures.measures.flatMap((measure) =>
      fieldsOf(measure)
        .filter((field) => !derived(measure.fact as keyof typeof factFields).includes(field))
        .map((field) => `${measure.code} ${field}`),
    );
    expect(wrong).toEqual([]);
  });
});

/** Every event of a stream as its example says, in order of date. */
const examplesOf = (type: string): readonly Played[] => {
  const stream = streams.find((item) => item.type === type);
  const dated = ({ type: event, data }: Played) =>
    (data as Record<string, string>)[events[event as keyof typeof events].datedBy] as string;
  return Object.values(builders)
    .map((one) => one() as Played)
    .filter((one) => stream !== undefined && one.type in stream.events)
    .sort((a, b) => (dated(a) < dated(b) ? -1 : 1));
};

it('every kind of fact comes from some event', async () => {
  const log = correctionsLog();
  for (const { type } of streams) log.on(type, ...examplesOf(type));
  log.on('patient', build.subjectReceived({ category: 'outside-prison', personRef: id('patient') }));
  const seen = new Set((await log.sheet()).facts.map(({ kind }) => kind));
  expect(tables.kinds.filter((kind) => !seen.has(kind))).toEqual([]);
});

it('every field that a fact carries is one its kind names', async () => {
  const log = correctionsLog();
  for (const { type } of streams) log.on(type, ...examplesOf(type));
  const strange = (await log.sheet()).facts.flatMap(({ kind, fields }) =>
    Object.keys(fields).filter(
      (field) => !(factFields[kind as keyof typeof factFields] as readonly string[]).includes(field),
    ),
  );
  expect(strange).toEqual([]);
});

it('the order in which events are written down changes no figure', async () => {
  const year: readonly Played[] = [
    build.legalDocumentsReceived(),
    build.subjectReceived({ category: 'outside-prison' }),
    build.correctionGroupFormed({ formedOn: '2023-01-13' }),
    build.correctionPlanAdopted(),
    build.managementLevelSet({ setOn: '2023-01-17' }),
    build.leaveApproved(),
    build.leaveDeparted(),
    build.leaveReturned({ returnedOn: '2023-03-12' }),
    build.conditionReviewSubmitted(),
    build.punishmentImposed(),
    build.officeReassigned(),
    build.keyPersonListed(),
    build.punishmentImposed({ kind: 'warning', docNo: '2', decidedOn: '2023-06-01' }),
    build.contactLost(),
    build.subjectFound(),
    build.revocationProposed(),
    build.revocationRuled(),
    build.correctionTerminated(),
  ];
  const codes = Object.keys(indicators).filter((code) => code !== 'CC-32');
  const read = async (order: readonly Played[]) => {
    const log = correctionsLog();
    log.on('a', ...order);
    const sheet = await log.sheet();
    const periods = ['2023-01', '2023-03', '2023Q2', '2023', '2024'];
    return Promise.all(periods.map((period) => sheet.values(period, codes)));
  };
  const expected = await read(year);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...year], { minLength: year.length }), async (order) =>
      expect(await read(order)).toEqual(expected),
    ),
    { numRuns: 25 },
  );
});
