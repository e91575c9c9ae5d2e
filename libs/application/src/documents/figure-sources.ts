import { spokenIn, type LeafFigure } from '../case-figures.js';
import { callsIn, parseFormula } from '../expressions.js';
import type { IndicatorValue } from '../evaluate-indicators.js';
import { versionAt } from '../indicator.js';
import type { Period } from '../kernel.js';
import type { RowFigure } from '../case-rows.js';
import type { CaseMaterial } from './case-material.js';
import type { FigureSource } from './printed.js';

export const byHand: FigureSource = { kind: 'manual', event: null };

/** An indicator over a period, with the address of the records behind it. */
export const ofIndicator = (
  {
    report,
    bureau,
    positionOf,
  }: Pick<CaseMaterial, 'bureau' | 'positionOf'> & {
    readonly report: Pick<CaseMaterial['report'], 'position'>;
  },
  indicator: string,
  definition: string,
  period: Period,
): FigureSource => {
  const position = positionOf?.(indicator) ?? report.position;
  const query = `bureau=${bureau}&period=${period.from}..${period.to}&asOf=${position}`;
  const evidence = `/v1/indicators/${encodeURIComponent(indicator)}/evidence?${query}`;
  return { kind: 'indicator', indicator, definition, office: bureau, period, position, evidence };
};

/** Where an indicator named by its code comes from; what has no definition in force was worked out by nobody. */
export const sourceOfIndicator = (material: CaseMaterial, { code, version }: IndicatorValue): FigureSource =>
  version === null ? { kind: 'derived', rule: code, from: [] } : ofIndicator(material, code, version, material.period);

/** A figure that is one indicator, whole; undefined where it is narrowed, or put together from several. */
const ofLeaf = (material: CaseMaterial, leaves: readonly LeafFigure[]): FigureSource | undefined => {
  const [leaf] = leaves;
  if (leaf === undefined || leaves.length > 1 || leaf.where !== undefined) return undefined;
  const definition = material.registry.indicators.get(leaf.indicator);
  const version = definition === undefined ? undefined : versionAt(definition, leaf.period.to);
  return version === undefined ? undefined : ofIndicator(material, leaf.indicator, version.from, leaf.period);
};

/** What a figure put together from others rests on, said by their codes: `BF-03[project=heating]`. */
const ruleOf = (leaves: readonly LeafFigure[]): string =>
  leaves
    .map(({ indicator, where }) => {
      const narrowed = Object.entries(where ?? {}).map(([split, value]) => `${split}=${String(value)}`);
      return narrowed.length === 0 ? indicator : `${indicator}[${narrowed.join(',')}]`;
    })
    .join(' + ');

/** Where an amount of the case's money comes from. */
export const sourceOfAmount = (material: CaseMaterial, path: string, leaves: readonly LeafFigure[]): FigureSource =>
  ofLeaf(material, leaves) ?? { kind: 'derived', rule: leaves.length === 0 ? path : ruleOf(leaves), from: [] };

/** `activity.x.y` or `fund('a','executed')`: the figure itself, nothing worked out of it; 元 in 万元 is the same figure. */
const isPlain = (expression: string): boolean => {
  const formula = parseFormula(expression.replace(/ \/ 10000$/, ''));
  return (formula.kind === 'name' || formula.kind === 'call') && spokenIn(formula).length === 1;
};

/** Names of the case a row's formulas speak of; those of another row as `row('id')`. */
export const spokenBy = ({ derivations }: RowFigure['row']): readonly string[] => [
  ...new Set(
    derivations.flatMap(({ expression }) => {
      const formula = parseFormula(expression);
      const rows = callsIn(formula).flatMap(({ name, args }) => (name === 'row' ? [rowPath(args[0] ?? '')] : []));
      return [...spokenIn(formula), ...rows];
    }),
  ),
];
export const rowPath = (id: string): string => `row('${id}')`;

/** The one name a row is the figure of, whole; undefined where it is worked out of several. */
export const plainPathOf = ({ derivations }: RowFigure['row']): string | undefined => {
  const [only] = derivations;
  if (only === undefined || derivations.length > 1 || !isPlain(only.expression)) return undefined;
  return spokenIn(parseFormula(only.expression))[0];
};

/** Where the figure of a row comes from. `idsOf`: figures of the document that stand for a name of the case. */
export const sourceOfRow = (
  material: CaseMaterial,
  { row, value, basis, period, match }: RowFigure,
  idsOf: (path: string) => readonly string[],
): FigureSource => {
  if (row.derivations.length === 0 && value === null) return byHand;
  if (row.kind === 'manual' || row.kind === 'qualitative' || match === 'not-computed') return byHand;
  if (value !== null && value.version !== null) return ofIndicator(material, value.code, value.version, period);
  // Without a formula of its own a row is the one figure it rests on.
  const plain = plainPathOf(row) !== undefined || (row.derivations.length === 0 && basis.length > 0);
  const whole = plain && value !== null ? ofLeaf(material, basis) : undefined;
  if (whole !== undefined) return whole;
  const rule = plain ? ruleOf(basis) : row.derivations.map(({ expression }) => expression).join('; ');
  return { kind: 'derived', rule, from: plain ? [] : [...new Set(spokenBy(row).flatMap(idsOf))] };
};
