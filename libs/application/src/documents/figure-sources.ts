import { spokenIn, type LeafFigure } from '../case-figures.js';
import { callsIn, parseFormula } from '../expressions.js';
import { versionAt } from '../indicator.js';
import type { Period } from '../kernel.js';
import type { RowFigure } from '../case-rows.js';
import type { CaseMaterial } from './case-material.js';
import type { FigureSource } from './printed.js';

export const byHand: FigureSource = { kind: 'manual', event: null };

/** An indicator over a period, with the address of the records behind it. */
const ofIndicator = (
  { report, bureau }: CaseMaterial,
  indicator: string,
  definition: string,
  period: Period,
): FigureSource => {
  const { position } = report;
  const query = `bureau=${bureau}&period=${period.from}..${period.to}&asOf=${position}`;
  const evidence = `/v1/indicators/${encodeURIComponent(indicator)}/evidence?${query}`;
  return { kind: 'indicator', indicator, definition, office: bureau, period, position, evidence };
};

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

/** Where the figure of a row comes from. `from` names the rows its formula speaks of. */
export const sourceOfRow = (material: CaseMaterial, { row, value, basis, period }: RowFigure): FigureSource => {
  if (value === null || row.kind === 'manual' || row.kind === 'qualitative') return byHand;
  if (value.version !== null) return ofIndicator(material, value.code, value.version, period);
  const formulas = row.derivations.map(({ expression }) => expression);
  const [only] = formulas;
  const whole = only !== undefined && formulas.length === 1 && isPlain(only) ? ofLeaf(material, basis) : undefined;
  if (whole !== undefined) return whole;
  const rows = formulas.flatMap((formula) =>
    callsIn(parseFormula(formula)).flatMap(({ name, args }) => (name === 'row' ? [`${args[0] ?? ''}.actual`] : [])),
  );
  return { kind: 'derived', rule: formulas.join('; '), from: [...new Set(rows)] };
};
