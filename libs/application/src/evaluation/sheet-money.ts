import { exact } from '#kernel/money.js';
import { type Asked, evaluateIndicators } from '../evaluate-indicators.js';
import type { Narrowing } from '../indicator.js';
import type { Period } from '../kernel.js';
import type { Ledger, Reading } from '../ports/ledger.js';
import type { Registry } from '../registry.js';
import { canBeNarrowed } from '../sealing/definition-of-figure.js';
import type { MoneyDefinition, PerformanceSheet } from './performance-sheet.js';

interface MoneyPorts {
  readonly registry: Registry;
  readonly ledger: Ledger;
}

/** Money of the sheet's subject. 元 */
export interface SheetMoney {
  readonly initial: string;
  readonly adjusted: string;
  readonly executed: string;
}

/** The line that knows the money of projects; undefined where none is served here. */
export const moneyOf = (registry: Registry): MoneyDefinition | undefined =>
  registry.lines.find(({ money }) => money !== undefined)?.money;

/** A figure as a sheet shows it. */
export interface FigureOfSheet {
  readonly code: string;
  readonly where: Narrowing;
}

/** The money of a sheet's subject, and with it which figure a row of the sheet means. */
export interface MoneyOfSheet {
  /** Undefined where the log knows none. */
  readonly money: SheetMoney | undefined;
  /** Undefined where the subject has no such figure: money of a project nobody recorded is not 0. */
  readonly figureOf: (indicator: string) => FigureOfSheet | undefined;
}

type Kind = MoneyDefinition['kinds'][number];

const whole = (code: string): FigureOfSheet => ({ code, where: {} });

/** A project's sheet shows the project's own money; every other figure is that of the whole bureau. */
const figureOfProject = (registry: Registry, split: string, project: string, kind: Kind | undefined) => {
  const own = registry.lines.find(({ money }) => money !== undefined)?.indicators ?? [];
  const tellsMoney = new Set(own.filter((item) => canBeNarrowed(registry, item, split)).map(({ code }) => code));
  return (indicator: string): FigureOfSheet | undefined => {
    if (!tellsMoney.has(indicator)) return whole(indicator);
    const { as } = kind ?? {};
    const code = as === undefined || Object.values(as).includes(indicator) ? indicator : as[indicator];
    return kind === undefined || code === undefined ? undefined : { code, where: { [split]: project } };
  };
};

/** Reads the money of a sheet's subject in a period of its year. */
export const readMoney = async (
  { registry, ledger }: MoneyPorts,
  reading: Reading,
  period: Period,
  { subject, subjectCode }: PerformanceSheet,
): Promise<MoneyOfSheet> => {
  const definition = moneyOf(registry);
  if (definition === undefined) return { money: undefined, figureOf: whole };
  const ofProject = subject === 'project';
  const kinds = ofProject ? definition.kinds : definition.kinds.slice(0, 1);
  const ask = (code: string): Asked => (ofProject ? { code, where: { [definition.project]: subjectCode } } : code);
  const asked = kinds.flatMap(({ initial, adjusted, executed }) => [initial, adjusted, executed].map(ask));
  const values = (await evaluateIndicators(ledger, registry, reading, period, asked)).map(({ value }) => value ?? '0');
  const sums = kinds.map((_, at) => values.slice(at * 3, at * 3 + 3) as [string, string, string]);
  const at = sums.findIndex((own) => own.some((sum) => !exact(sum).isZero()));
  const [initial, adjusted, executed] = sums[at] ?? [];
  return {
    money:
      initial === undefined || adjusted === undefined || executed === undefined
        ? undefined
        : { initial, adjusted, executed },
    figureOf: ofProject ? figureOfProject(registry, definition.project, subjectCode, kinds[at]) : whole,
  };
};
