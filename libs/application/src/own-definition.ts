import { fieldsOfCondition } from './condition.js';
import type { Expression, IndicatorDefinition } from './indicator.js';
import { defineIndicator, indicatorKinds } from './indicator.js';
import { type BureauCode, type Instant, isLocalDate } from './kernel.js';
import { type MeasureDefinition, defineMeasure } from './measure.js';
import { compileMeasure } from './measure-postings.js';
import type { Registry } from './registry.js';

/** A measure or indicator that a bureau adds to those of the lines, as data. Codes begin with `own.` and `OWN-`. */
export type OwnDefinition =
  | { readonly kind: 'measure'; readonly title: string; readonly body: MeasureDefinition }
  | { readonly kind: 'indicator'; readonly title: string; readonly body: IndicatorDefinition };

/** A definition as it is kept: never changed, only followed by another version. */
export type StoredDefinition = OwnDefinition & {
  readonly id: number;
  readonly version: number;
  readonly bureau: BureauCode;
  readonly definedBy: string;
  readonly definedAt: Instant;
};

/** What is wrong with a definition, and where. */
export interface DefinitionProblem {
  readonly at: string;
  readonly code: string;
  readonly message?: string;
}

type Written = Readonly<Record<string, unknown>>;

const MEASURE_KEYS = ['code', 'title', 'fact', 'unit', 'kind', 'on', 'from', 'to', 'cohort', 'where', 'sum', 'splits'];
const INDICATOR_KEYS = [
  'code',
  'title',
  'kind',
  'unit',
  'decimals',
  'of',
  'variant',
  'from',
  'value',
  'numerator',
  'denominator',
];
const TESTS = ['oneOf', 'exists', 'atMost', 'atLeast', 'notAfter', 'after'];
const DATED: Readonly<Record<string, readonly string[]>> = {
  flow: ['on'],
  stock: ['from'],
  cohort: ['cohort', 'from'],
};

const isRecord = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 200;

/** Reads what somebody wrote; every problem at once, each with its place. */
export const readDefinition = (
  kind: OwnDefinition['kind'],
  written: unknown,
  registry: Registry,
): { readonly definition: OwnDefinition } | { readonly problems: readonly DefinitionProblem[] } => {
  if (!isRecord(written)) return { problems: [{ at: '', code: 'not-a-record' }] };
  const problems = kind === 'measure' ? measureProblems(written, registry) : indicatorProblems(written, registry);
  if (problems.length > 0) return { problems };
  const title = written['title'] as string;
  return kind === 'measure'
    ? { definition: { kind, title, body: measureOf(written) } }
    : { definition: { kind, title, body: indicatorOf(written) } };
};

const measureOf = ({ title: _title, ...written }: Written): MeasureDefinition =>
  defineMeasure(written as unknown as MeasureDefinition);

const indicatorOf = (written: Written): IndicatorDefinition => {
  const { title: _title, from, value, numerator, denominator, ...rest } = written;
  const formula = value === undefined ? { numerator, denominator } : { value };
  const kind = rest['kind'] ?? (value === undefined ? 'RATIO' : 'FLOW_COUNT');
  return defineIndicator({ ...rest, kind, versions: [{ from, ...formula }] } as unknown as IndicatorDefinition);
};

const common = (written: Written, keys: readonly string[], code: RegExp): DefinitionProblem[] => [
  ...Object.keys(written)
    .filter((name) => !keys.includes(name))
    .map((at) => ({ at, code: 'unknown-field' })),
  ...(typeof written['code'] === 'string' && code.test(written['code']) ? [] : [{ at: 'code', code: 'wrong-form' }]),
  ...['title', 'unit'].filter((name) => !isText(written[name])).map((at) => ({ at, code: 'missing' })),
];

const measureProblems = (written: Written, registry: Registry): readonly DefinitionProblem[] => {
  const problems = common(written, MEASURE_KEYS, /^own\.[a-z][a-z0-9-]{0,60}$/);
  const { kind, fact, where, splits = [] } = written;
  const view = registry.lines.find(({ facts }) => facts.kinds.includes(fact as string))?.facts;
  if (view === undefined) problems.push({ at: 'fact', code: 'not-found' });
  const dated = DATED[kind as string];
  if (dated === undefined) problems.push({ at: 'kind', code: 'not-in-code-table' });
  for (const name of dated ?? []) if (!isText(written[name])) problems.push({ at: name, code: 'missing' });
  if (!Array.isArray(splits) || !splits.every(isText)) problems.push({ at: 'splits', code: 'not-a-list' });
  if (where !== undefined) problems.push(...whereProblems(where));
  if (problems.length > 0) return problems;
  const known = view?.fields?.[fact as string];
  const measure = measureOf(written);
  const named = ['on', 'from', 'to', 'cohort', 'sum'].flatMap((name) =>
    typeof written[name] === 'string' ? [[name, written[name]] as const] : [],
  );
  const used = [
    ...named,
    ...measure.splits.map((field) => ['splits', field] as const),
    ...fieldsOfCondition(measure.where).map((field) => ['where', field] as const),
  ];
  for (const [at, field] of used)
    if (known !== undefined && !known.includes(field))
      problems.push({ at: `${at}.${field}`, code: 'unknown-field', message: `${String(fact)}: ${known.join(' ')}` });
  if (problems.length === 0) {
    try {
      compileMeasure(measure);
    } catch (error) {
      problems.push({ at: '', code: 'wrong-form', message: (error as Error).message });
    }
  }
  return problems;
};

const whereProblems = (where: unknown): readonly DefinitionProblem[] => {
  if (!isRecord(where)) return [{ at: 'where', code: 'not-a-record' }];
  return Object.entries(where).flatMap(([field, test]) => {
    if (['string', 'number', 'boolean'].includes(typeof test)) return [];
    const [name, ...more] = isRecord(test) ? Object.keys(test) : [];
    return name !== undefined && more.length === 0 && TESTS.includes(name)
      ? []
      : [{ at: `where.${field}`, code: 'wrong-form', message: TESTS.join(' ') }];
  });
};

const indicatorProblems = (written: Written, registry: Registry): readonly DefinitionProblem[] => {
  const problems = common(written, INDICATOR_KEYS, /^OWN-[A-Za-z0-9-]{1,40}$/);
  const { from, value, numerator, denominator, kind, decimals, code, of } = written;
  if (!isLocalDate(from)) problems.push({ at: 'from', code: 'not-a-date' });
  if (kind !== undefined && !indicatorKinds.some((known) => known === kind))
    problems.push({ at: 'kind', code: 'not-in-code-table' });
  if (decimals !== undefined && !(Number.isInteger(decimals) && Number(decimals) >= 0 && Number(decimals) <= 6))
    problems.push({ at: 'decimals', code: 'not-a-whole-number' });
  if (of !== undefined && !registry.indicators.has(of as string)) problems.push({ at: 'of', code: 'not-found' });
  const formulas = value === undefined ? { numerator, denominator } : { value };
  if (value !== undefined && (numerator !== undefined || denominator !== undefined))
    problems.push({ at: 'value', code: 'disagrees' });
  for (const [at, formula] of Object.entries(formulas))
    problems.push(...formulaProblems(formula, at, registry, String(code)));
  return problems;
};

const OVER_MEASURES = ['flow', 'opening', 'closing', 'cohort', 'persons'];
const FORMULAS = [...OVER_MEASURES, 'cumulative', 'indicator', 'sum', 'less'];
const BESIDE = ['where', 'of', 'alsoIn', 'baseline'];

const formulaProblems = (
  formula: unknown,
  at: string,
  registry: Registry,
  own: string,
): readonly DefinitionProblem[] => {
  if (!isRecord(formula)) return [{ at, code: 'missing' }];
  const names = Object.keys(formula).filter((name) => !BESIDE.includes(name));
  const [name, ...more] = names;
  if (name === undefined || more.length > 0 || !FORMULAS.includes(name))
    return [{ at, code: 'wrong-form', message: FORMULAS.join(' ') }];
  const inner = formula[name];
  const measure = (code: unknown, place: string): readonly DefinitionProblem[] =>
    typeof code === 'string' && registry.measures.has(code)
      ? []
      : [{ at: place, code: 'not-found', message: String(code) }];
  if (name === 'sum' || name === 'less') {
    if (!Array.isArray(inner) || inner.length === 0 || (name === 'less' && inner.length !== 2))
      return [{ at: `${at}.${name}`, code: 'not-a-list' }];
    return inner.flatMap((item, place) => formulaProblems(item, `${at}.${name}.${place}`, registry, own));
  }
  if (name === 'indicator') {
    if (typeof inner !== 'string' || !registry.indicators.has(inner) || inner === own)
      return [{ at: `${at}.indicator`, code: 'not-found', message: String(inner) }];
    return [];
  }
  if (name === 'cumulative')
    return [
      ...(Array.isArray(inner) ? inner : [inner]).flatMap((code) => measure(code, `${at}.cumulative`)),
      ...measure(formula['baseline'], `${at}.baseline`),
    ];
  const unsplit = isRecord(formula['where'])
    ? Object.keys(formula['where']).filter(
        (split) => registry.measures.get(String(inner))?.splits.includes(split) === false,
      )
    : [];
  return [
    ...measure(inner, `${at}.${name}`),
    ...unsplit.map((split) => ({ at: `${at}.where.${split}`, code: 'unknown-field' })),
    ...(name === 'persons' && !['flow', 'closing'].includes(String(formula['of']))
      ? [{ at: `${at}.of`, code: 'not-in-code-table', message: 'flow closing' }]
      : []),
  ];
};

/** Measures a formula names, for whoever has to know what a change moves. */
export const measuresIn = (expression: Expression): readonly string[] => {
  if ('sum' in expression) return expression.sum.flatMap(measuresIn);
  if ('less' in expression) return expression.less.flatMap(measuresIn);
  if ('cumulative' in expression) return [...expression.cumulative, expression.baseline];
  if ('indicator' in expression) return [];
  if ('flow' in expression) return [expression.flow];
  if ('opening' in expression) return [expression.opening];
  if ('closing' in expression) return [expression.closing];
  if ('cohort' in expression) return [expression.cohort];
  return [expression.persons];
};
