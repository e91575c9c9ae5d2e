import { type Actuals, type ActualsPorts, periodOfSheet, readActuals } from '../evaluation/actuals.js';
import { type FoundSheet, findSheet } from '../evaluation/read-sheets.js';
import type { Principal, Uuid } from '../kernel.js';
import type { Clock } from '../ports/clock.js';
import { type ComparedFigure, type ComparisonRow, compareRow } from './comparison.js';
import { type FormerPorts, evaluatedFigure, readFormer } from './former-figures.js';

export interface ComparisonPorts extends FormerPorts, ActualsPorts {
  readonly ledger: ActualsPorts['ledger'];
}

/** A sheet beside the year before. */
export interface Comparison {
  /** The year before. */
  readonly year: number;
  readonly rows: readonly ComparisonRow[];
}

const computedFigure = (found: Actuals['rows'][number]): ComparedFigure => {
  const { printed, value, unit, indicator, version, definition } = found;
  return {
    ...{ printed, value, unit, indicator },
    ...(version !== undefined && { definition: version }),
    ...(definition !== undefined && { fingerprint: definition }),
  };
};

const NOTHING: ComparedFigure = { printed: '', value: null };

/**
 * Every row beside last year's figure.
 * @param asOf what was recorded of last year up to this position
 */
export const compareWithActuals = async (
  ports: FormerPorts,
  found: FoundSheet,
  actuals: Actuals,
  asOf: number,
): Promise<Comparison> => {
  const { sheet } = found;
  const computed = new Map(actuals.rows.map((row) => [row.row, row]));
  const narrowed = new Set(actuals.rows.flatMap(({ row, where }) => (where === undefined ? [] : [row])));
  const { logged, imported } = await readFormer(ports, found, narrowed, asOf);
  return {
    year: sheet.fiscalYear - 1,
    rows: sheet.rows.map((row) => {
      const { id, level1, level2, level3 } = row;
      const actual = computed.get(id);
      const now =
        actual === undefined ? (evaluatedFigure(ports.registry, sheet, row) ?? NOTHING) : computedFigure(actual);
      return compareRow({ row: id, level1, level2, level3, now }, logged.get(id), imported.get(id));
    }),
  };
};

/**
 * A sheet as known at a position, beside the year before.
 * @rejects not-found
 */
export const compareSheet = async (
  ports: ComparisonPorts & { readonly clock: Clock; readonly definitions: { refresh(): Promise<void> } },
  { streamId, principal }: { readonly streamId: Uuid; readonly principal: Principal },
  asOf?: number,
): Promise<{ readonly found: FoundSheet; readonly comparison: Comparison }> => {
  await ports.definitions.refresh();
  const found = await findSheet(ports, principal, streamId, asOf);
  const { today } = ports.clock.now();
  const position = asOf ?? (await ports.ledger.watermark()).position;
  const actuals = await readActuals(ports, found, periodOfSheet(found.sheet), today, asOf);
  return { found, comparison: await compareWithActuals(ports, found, actuals, position) };
};
