import { fieldsOfCondition } from './condition.js';
import type { FactsView } from './facts.js';
import { type MeasureDefinition, defineMeasure } from './measure.js';
import { compileMeasure } from './measure-postings.js';
import { type DefinitionProblem, type Written, isRecord, isText } from './own-written.js';
import type { Registry } from './registry.js';

const DATED: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['flow', ['on']],
  ['stock', ['from']],
  ['cohort', ['cohort', 'from']],
]);
const DATES = ['on', 'from', 'to', 'cohort'] as const;

export const measureOf = ({ title: _title, ...written }: Written): MeasureDefinition =>
  defineMeasure(written as unknown as MeasureDefinition);

/** What is wrong with a measure somebody wrote, beyond its code, its title and its unit. */
export const measureProblems = (written: Written, registry: Registry): readonly DefinitionProblem[] => {
  const problems: DefinitionProblem[] = [];
  const { kind, fact, where, splits = [] } = written;
  const view = registry.lines.find(({ facts }) => facts.kinds.includes(fact as string))?.facts;
  if (view === undefined) problems.push({ at: 'fact', code: 'not-found' });
  const needed = DATED.get(kind);
  if (needed === undefined) problems.push({ at: 'kind', code: 'not-in-code-table' });
  for (const name of [...DATES, 'sum'])
    if (written[name] === undefined ? needed?.includes(name) === true : !isText(written[name]))
      problems.push({ at: name, code: written[name] === undefined ? 'missing' : 'not-text' });
  if (!Array.isArray(splits) || !splits.every(isText)) problems.push({ at: 'splits', code: 'not-a-list' });
  if (where !== undefined) problems.push(...whereProblems(where));
  return problems.length > 0 || view === undefined ? problems : fieldProblems(measureOf(written), view, registry);
};

/** Names that the fields of facts which hold a day have, as in payloads; `Given` where a day was said instead of derived. */
const DAY = /(On|From|To|Until|By|For|Given)$|^(on|to|since)$/;

/** Fields that the lines themselves take for days. */
const daysOf = ({ lines, measures }: Registry): ReadonlySet<string | undefined> =>
  new Set([
    ...[...measures.values()].flatMap(({ bureau, on, from, to, cohort }) =>
      bureau === undefined ? [on, from, to, cohort] : [],
    ),
    ...lines.flatMap(({ deadlines }) => deadlines.flatMap(({ starts, due, met }) => [starts, due, met])),
  ]);

const fieldProblems = (
  measure: MeasureDefinition,
  view: FactsView,
  registry: Registry,
): readonly DefinitionProblem[] => {
  const known = view.fields[measure.fact] ?? [];
  const dates = DATES.flatMap((at) => (measure[at] === undefined ? [] : [{ at, field: measure[at] }]));
  const used = [
    ...dates,
    ...(measure.sum === undefined ? [] : [{ at: 'sum', field: measure.sum }]),
    ...measure.splits.map((field) => ({ at: 'splits', field })),
    ...fieldsOfCondition(measure.where).map((field) => ({ at: 'where', field })),
  ];
  const unknown = used.filter(({ field }) => !known.includes(field));
  if (unknown.length > 0)
    return unknown.map(({ at, field }) => problem(`${at}.${field}`, 'unknown-field', [`${measure.fact}:`, ...known]));
  const taken = daysOf(registry);
  const isDay = (field: string): boolean => DAY.test(field) || taken.has(field);
  const undated = dates.filter(({ field }) => !isDay(field));
  if (undated.length > 0)
    return undated.map(({ at, field }) =>
      problem(`${at}.${field}`, 'not-a-date', [`${measure.fact}:`, ...known.filter(isDay)]),
    );
  if (measure.sum !== undefined && isDay(measure.sum)) return [{ at: `sum.${measure.sum}`, code: 'not-a-decimal' }];
  try {
    compileMeasure(measure);
    return [];
  } catch (error) {
    return [{ at: '', code: 'wrong-form', message: (error as Error).message }];
  }
};

const problem = (at: string, code: string, choice: readonly string[]): DefinitionProblem => ({
  at,
  code,
  message: choice.join(' '),
});

const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);

/** The tests of a condition, with what each compares with. */
const TESTS: ReadonlyMap<string, readonly [sound: (value: unknown) => boolean, otherwise: string]> = new Map([
  ['oneOf', [(value) => Array.isArray(value) && value.length > 0 && value.every(isPlain), 'not-a-list']],
  ['exists', [(value) => typeof value === 'boolean', 'not-a-flag']],
  ['atMost', [isNumber, 'not-a-decimal']],
  ['atLeast', [isNumber, 'not-a-decimal']],
  ['notAfter', [isText, 'not-text']],
  ['after', [isText, 'not-text']],
]);

const whereProblems = (where: unknown): readonly DefinitionProblem[] => {
  if (!isRecord(where)) return [{ at: 'where', code: 'not-a-record' }];
  return Object.entries(where).flatMap(([field, test]): readonly DefinitionProblem[] => {
    if (isPlain(test)) return [];
    const [said, ...more] = isRecord(test) ? Object.entries(test) : [];
    const known = TESTS.get(said?.[0] ?? '');
    if (said === undefined || known === undefined || more.length > 0)
      return [problem(`where.${field}`, 'wrong-form', [...TESTS.keys()])];
    const [sound, otherwise] = known;
    return sound(said[1]) ? [] : [{ at: `where.${field}.${said[0]}`, code: otherwise }];
  });
};
