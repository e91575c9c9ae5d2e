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

/**
 * What a figure is narrowed to on a sheet: of those that tell the money of projects, a project's sheet shows its own. Every
 * other figure is that of the whole bureau.
 */
export const narrowingFor = (
  registry: Registry,
  { subject, subjectCode }: PerformanceSheet,
): ((indicator: string) => Narrowing) => {
  const line = registry.lines.find(({ money }) => money !== undefined);
  const split = line?.money?.project;
  if (subject !== 'project' || line === undefined || split === undefined) return () => ({});
  return (indicator) => {
    const definition = line.indicators.find(({ code }) => code === indicator);
    return definition !== undefined && canBeNarrowed(registry, definition, split) ? { [split]: subjectCode } : {};
  };
};

/** Money of the sheet's subject in a period of its year; undefined where the log knows none. */
export const readMoney = async (
  { registry, ledger }: MoneyPorts,
  reading: Reading,
  period: Period,
  { subject, subjectCode }: PerformanceSheet,
): Promise<SheetMoney | undefined> => {
  const definition = moneyOf(registry);
  if (definition === undefined) return undefined;
  const whole = subject === 'department';
  const kinds = whole ? definition.kinds.slice(0, 1) : definition.kinds;
  const ask = (code: string): Asked => (whole ? code : { code, where: { [definition.project]: subjectCode } });
  const asked = kinds.flatMap(({ initial, adjusted, executed }) => [initial, adjusted, executed].map(ask));
  const values = (await evaluateIndicators(ledger, registry, reading, period, asked)).map(({ value }) => value ?? '0');
  const found = kinds.map((_, at) => values.slice(at * 3, at * 3 + 3) as [string, string, string]);
  const counting = found.find((sums) => sums.some((sum) => !exact(sum).isZero()));
  if (counting === undefined) return undefined;
  const [initial, adjusted, executed] = counting;
  return { initial, adjusted, executed };
};
