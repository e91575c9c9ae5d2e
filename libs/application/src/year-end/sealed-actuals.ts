import type { SealedFigure, SealedValue } from '#kernel/seal.js';
import { reportedValue } from '../documents/sealed-figures.js';
import {
  type Actuals,
  type ActualsPorts,
  type RowActual,
  inUnitOf,
  periodOfSheet,
  readActuals,
} from '../evaluation/actuals.js';
import type { PerformanceRow } from '../evaluation/performance-sheet.js';
import type { FoundSheet } from '../evaluation/read-sheets.js';
import { moneyOf } from '../evaluation/sheet-money.js';
import type { LocalDate } from '../kernel.js';
import type { Registry } from '../registry.js';
import type { RecordedSeal } from '../sealing/books.js';
import { codesOfMoney, lineOfMoney } from './seals-of-sheet.js';

/** A figure of the whole bureau as a seal holds it. */
export interface SealedResult {
  readonly seal: RecordedSeal;
  readonly figure: SealedFigure;
  readonly value: SealedValue;
}

export interface SealedActuals {
  readonly actuals: Actuals;
  /** Where everything is read that no seal holds: a project's share of the money, records behind a finding. */
  readonly position: number;
  readonly of: (indicator: string) => SealedResult | undefined;
}

/** Results of the whole bureau by indicator; the first of the seals that holds one, as whoever checks the file finds it. */
export const resultsIn =
  (seals: readonly RecordedSeal[], bureau: string) =>
  (indicator: string): SealedResult | undefined => {
    for (const seal of seals) {
      const figure = seal.figures.find((item) => item.indicator === indicator);
      const value = figure?.values.find((item) => item.office === bureau);
      if (figure !== undefined && value !== undefined) return { seal, figure, value };
    }
    return undefined;
  };

/** The result of a row as a seal holds it, in the unit of the row. */
export const sealedResult = (
  registry: Registry,
  row: PerformanceRow,
  indicator: string,
  { figure, value }: SealedResult,
): Omit<RowActual, 'row' | 'indicator' | 'missing' | 'grows'> => {
  const { numerator, denominator, printed } = value;
  const reported = reportedValue(value);
  const decimals = registry.indicators.get(indicator)?.decimals ?? 2;
  const version = figure.version ?? null;
  const whole = { code: indicator, unit: figure.unit, value: reported, printed, decimals, version, awaits: [] };
  return {
    ...inUnitOf(row, whole),
    ...(numerator === undefined ? {} : { numerator }),
    ...(denominator === undefined ? {} : { denominator }),
    ...(figure.version === undefined ? {} : { version: figure.version }),
    ...{ revision: figure.revision, definition: figure.definition },
  };
};

/** What of a result no seal says. */
const plainOf = ({ row, indicator, missing, grows }: RowActual) => ({ row, indicator, missing, grows });

/** When the last of the seals was made: what offices owed by then is what they owed. */
const closedOn = (seals: readonly RecordedSeal[]): LocalDate =>
  seals
    .map((seal) => seal.closedOn)
    .sort()
    .at(-1) ?? '';

/**
 * Results and money of a sheet as they were sealed. A seal holds no single project: its money is counted as it was known at the
 * position of the seal of all money.
 */
export const sealedActuals = async (
  ports: ActualsPorts,
  found: FoundSheet,
  seals: readonly RecordedSeal[],
): Promise<SealedActuals> => {
  const { registry } = ports;
  const { rows, subject } = found.sheet;
  const ofMoney = seals.find(({ businessLine }) => businessLine === lineOfMoney(registry));
  const position = ofMoney?.position ?? Math.max(...seals.map((seal) => seal.position));
  const of = resultsIn(seals, found.bureau);
  const read = await readActuals(ports, found, periodOfSheet(found.sheet), closedOn(seals), position);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const definition = moneyOf(registry);
  const whole = subject === 'department' && definition !== undefined ? codesOfMoney(definition) : [];
  const [initial, adjusted, executed] = whole.map((code) => of(code)?.value.value ?? '0');
  const department =
    read.money === undefined || initial === undefined || adjusted === undefined || executed === undefined
      ? undefined
      : { initial, adjusted, executed };
  return {
    actuals: {
      ...read,
      rows: read.rows.map((actual) => {
        const [row, sealed] = [byId.get(actual.row), of(actual.indicator)];
        // Money of the project alone is in no seal.
        const kept = row === undefined || sealed === undefined || actual.where !== undefined;
        return kept ? actual : { ...plainOf(actual), ...sealedResult(registry, row, actual.indicator, sealed) };
      }),
      ...(department !== undefined && { money: department }),
    },
    position,
    of,
  };
};
