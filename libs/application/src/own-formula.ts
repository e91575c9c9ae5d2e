import type { IndicatorDefinition } from './indicator.js';
import { type Expression, indicatorKinds } from './indicator.js';
import { type BureauCode, isLocalDate } from './kernel.js';
import type { MeasureDefinition } from './measure.js';
import { type DefinitionProblem, type Written, isRecord, isText } from './own-written.js';
import type { Registry } from './registry.js';

/** Whose indicator is checked, and among which definitions. */
interface Checked {
  readonly registry: Registry;
  readonly bureau: BureauCode;
  readonly own: string;
}

/** What is wrong with an indicator somebody wrote, beyond its code, its title and its unit. */
export const indicatorProblems = (
  written: Written,
  registry: Registry,
  bureau: BureauCode,
): readonly DefinitionProblem[] => {
  const problems: DefinitionProblem[] = [];
  const { from, value, numerator, denominator, kind, decimals, code, of, variant } = written;
  const checked = { registry, bureau, own: String(code) };
  if (!isLocalDate(from)) problems.push({ at: 'from', code: 'not-a-date' });
  if (kind !== undefined && !indicatorKinds.some((known) => known === kind))
    problems.push({ at: 'kind', code: 'not-in-code-table' });
  if (decimals !== undefined && !(Number.isInteger(decimals) && Number(decimals) >= 0 && Number(decimals) <= 6))
    problems.push({ at: 'decimals', code: 'not-a-whole-number' });
  if (of !== undefined && (of === code || !knowsIndicator(checked, of))) problems.push({ at: 'of', code: 'not-found' });
  if (variant !== undefined && !isText(variant)) problems.push({ at: 'variant', code: 'not-text' });
  const formulas = value === undefined ? { numerator, denominator } : { value };
  if (value !== undefined && (numerator !== undefined || denominator !== undefined))
    problems.push({ at: 'value', code: 'disagrees' });
  for (const [at, formula] of Object.entries(formulas)) problems.push(...formulaProblems(formula, at, checked));
  return problems;
};

/** What has become wrong with an indicator of a bureau since other definitions changed. */
export const brokenFormulas = (
  { code, versions }: IndicatorDefinition,
  registry: Registry,
  bureau: BureauCode,
): readonly DefinitionProblem[] =>
  versions
    .slice(-1)
    .flatMap(({ from: _from, ...formulas }) =>
      Object.entries(formulas).flatMap(([at, formula]) =>
        formulaProblems(formula, `${code}.${at}`, { registry, bureau, own: code }),
      ),
    );

/** Of which kind a measure is that a formula reads so. */
const READ_AS: Readonly<Record<string, MeasureDefinition['kind']>> = {
  flow: 'flow',
  opening: 'stock',
  closing: 'stock',
  cohort: 'cohort',
};
const FORMULAS = [...Object.keys(READ_AS), 'persons', 'cumulative', 'indicator', 'sum', 'less'];
const BESIDE = ['where', 'of', 'alsoIn', 'baseline'];

const formulaProblems = (formula: unknown, at: string, checked: Checked): readonly DefinitionProblem[] => {
  if (!isRecord(formula)) return [{ at, code: 'missing' }];
  const [name, ...more] = Object.keys(formula).filter((key) => !BESIDE.includes(key));
  if (name === undefined || more.length > 0 || !FORMULAS.includes(name))
    return [{ at, code: 'wrong-form', message: FORMULAS.join(' ') }];
  const inner = formula[name];
  if (name === 'sum' || name === 'less') {
    if (!Array.isArray(inner) || inner.length === 0 || (name === 'less' && inner.length !== 2))
      return [{ at: `${at}.${name}`, code: 'not-a-list' }];
    return inner.flatMap((item, place) => formulaProblems(item, `${at}.${name}.${place}`, checked));
  }
  if (name === 'indicator') return referenceProblems(inner, `${at}.indicator`, checked);
  return overMeasures(name, formula, at, checked);
};

const overMeasures = (name: string, formula: Written, at: string, checked: Checked): readonly DefinitionProblem[] => {
  const inner = formula[name];
  const narrowed = whereProblems(formula['where'], `${at}.where`, inner, checked);
  if (name === 'cumulative') {
    if (!Array.isArray(inner) || inner.length === 0) return [{ at: `${at}.cumulative`, code: 'not-a-list' }];
    return [
      ...inner.flatMap((code) => measureProblems(code, 'flow', `${at}.cumulative`, checked)),
      ...measureProblems(formula['baseline'], 'flow', `${at}.baseline`, checked),
      ...narrowed,
    ];
  }
  if (name !== 'persons') return [...measureProblems(inner, READ_AS[name], `${at}.${name}`, checked), ...narrowed];
  const { of, alsoIn } = formula;
  if (of !== 'flow' && of !== 'closing')
    return [{ at: `${at}.of`, code: 'not-in-code-table', message: 'flow closing' }, ...narrowed];
  return [
    ...measureProblems(inner, READ_AS[of], `${at}.persons`, checked),
    ...(countsOnce(inner, checked) ? [] : [{ at: `${at}.persons`, code: 'disagrees', message: '人' }]),
    ...(alsoIn === undefined ? [] : measureProblems(alsoIn, 'stock', `${at}.alsoIn`, checked)),
    ...narrowed,
  ];
};

const measureFor = (code: unknown, { registry, bureau }: Checked): MeasureDefinition | undefined => {
  const measure = typeof code === 'string' ? registry.measures.get(code) : undefined;
  return measure?.bureau === undefined || measure.bureau === bureau ? measure : undefined;
};

const measureProblems = (
  code: unknown,
  kind: MeasureDefinition['kind'] | undefined,
  at: string,
  checked: Checked,
): readonly DefinitionProblem[] => {
  const measure = measureFor(code, checked);
  if (measure === undefined) return [{ at, code: 'not-found', message: String(code) }];
  return measure.kind === kind ? [] : [{ at, code: 'disagrees', message: `${measure.code}: ${measure.kind}` }];
};

const countsOnce = (code: unknown, checked: Checked): boolean => {
  const measure = measureFor(code, checked);
  return measure === undefined || measure.unit === '人' || measure.distinct !== undefined;
};

/** A term is narrowed to values of splits that every measure in it has. */
const whereProblems = (where: unknown, at: string, inner: unknown, checked: Checked): readonly DefinitionProblem[] => {
  if (where === undefined) return [];
  if (!isRecord(where)) return [{ at, code: 'not-a-record' }];
  const measures = [inner].flat().map((code) => measureFor(code, checked));
  return Object.entries(where).flatMap(([split, value]) => {
    if (measures.some((measure) => measure?.splits.includes(split) === false))
      return [{ at: `${at}.${split}`, code: 'unknown-field' }];
    return typeof value === 'string' ? [] : [{ at: `${at}.${split}`, code: 'not-text' }];
  });
};

const knowsIndicator = ({ registry, bureau }: Checked, code: unknown): code is string => {
  if (typeof code !== 'string' || !registry.indicators.has(code)) return false;
  const owner = registry.own.get(code)?.bureau;
  return owner === undefined || owner === bureau;
};

/** An indicator may rest on others, but not on itself by way of them. */
const referenceProblems = (code: unknown, at: string, checked: Checked): readonly DefinitionProblem[] => {
  if (!knowsIndicator(checked, code) || code === checked.own) return [{ at, code: 'not-found', message: String(code) }];
  const reached = new Set([code]);
  for (const next of reached)
    for (const version of checked.registry.indicators.get(next)?.versions ?? [])
      for (const named of 'value' in version
        ? indicatorsIn(version.value)
        : [...indicatorsIn(version.numerator), ...indicatorsIn(version.denominator)])
        reached.add(named);
  return reached.has(checked.own) ? [{ at, code: 'disagrees', message: [...reached].join(' ') }] : [];
};

const indicatorsIn = (expression: Expression): readonly string[] => {
  if ('sum' in expression) return expression.sum.flatMap(indicatorsIn);
  if ('less' in expression) return expression.less.flatMap(indicatorsIn);
  return 'indicator' in expression ? [expression.indicator] : [];
};
