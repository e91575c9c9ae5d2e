import type { Expression, IndicatorDefinition } from './indicator.js';
import { defineIndicator } from './indicator.js';
import type { BureauCode, Instant } from './kernel.js';
import type { MeasureDefinition } from './measure.js';
import { indicatorProblems } from './own-formula.js';
import { measureOf, measureProblems } from './own-measure.js';
import { type DefinitionProblem, type Written, isRecord, isText } from './own-written.js';
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
/** Reads what somebody wrote; every problem at once, each with its place. */
export const readDefinition = (
  kind: OwnDefinition['kind'],
  written: unknown,
  registry: Registry,
  bureau: BureauCode,
): { readonly definition: OwnDefinition } | { readonly problems: readonly DefinitionProblem[] } => {
  if (!isRecord(written)) return { problems: [{ at: '', code: 'not-a-record' }] };
  const problems =
    kind === 'measure'
      ? [...common(written, MEASURE_KEYS, /^own\.[a-z][a-z0-9-]{0,60}$/), ...measureProblems(written, registry)]
      : [
          ...common(written, INDICATOR_KEYS, /^OWN-[A-Za-z0-9-]{1,40}$/),
          ...indicatorProblems(written, registry, bureau),
        ];
  if (problems.length > 0) return { problems };
  const title = written['title'] as string;
  return kind === 'measure'
    ? { definition: { kind, title, body: measureOf(written) } }
    : { definition: { kind, title, body: indicatorOf(written) } };
};

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
