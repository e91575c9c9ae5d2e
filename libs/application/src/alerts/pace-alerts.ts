import { type Exact, roundForPrint } from '#kernel/money.js';
import { type ActualsPorts, type RowActual, periodOfSheet, readActuals } from '../evaluation/actuals.js';
import { paceOfRow } from '../evaluation/monitoring-draft.js';
import { type FoundSheet, type SheetPorts, readSheets } from '../evaluation/read-sheets.js';
import { scoringSheetOf } from '../evaluation/scoring-sheet.js';
import type { BureauCode, LocalDate } from '../kernel.js';
import type { StandingAlert } from '../ports/alerts.js';
import { frameByCode } from '../scoring/frames/index.js';
import { readRow } from '../scoring/read-row.js';
import { officesOf } from '../sealing/freeze-figures.js';
import { headOffice } from '../sealing/head-office.js';

export interface PaceAlertPorts extends SheetPorts, ActualsPorts {
  readonly ledger: ActualsPorts['ledger'];
}

/** Up to which day figures are counted, what day it is, and as known at which position. */
export interface LookedOn {
  readonly on: LocalDate;
  readonly today: LocalDate;
  readonly asOf: number;
}

const percent = (value: Exact): string => roundForPrint(value, 2).toFixed(2);

/**
 * Targets of a bureau's sheets of the year that lie more than the margin behind the months gone by (时序进度). A row without a figure,
 * or whose figure nobody reported, says nothing and is not told.
 */
export const paceAlerts = async (
  ports: PaceAlertPorts,
  bureau: BureauCode,
  { on, today, asOf }: LookedOn,
): Promise<readonly StandingAlert[]> => {
  const { registry, offices } = ports;
  const keeper = registry.lines.find(({ sheets }) => sheets !== undefined);
  if (keeper?.sheets === undefined) return [];
  const margin = String(keeper.sheets.paceMargin(registry.settingsOf(keeper.code)));
  const reading = { bureau, offices: officesOf(offices, bureau), asOf };
  const found: StandingAlert[] = [];
  for (const sheet of await readSheets(ports, reading, Number(on.slice(0, 4)))) {
    const actuals = await readActuals(ports, sheet, periodOfSheet(sheet.sheet, on), today, asOf);
    found.push(...behindIn(sheet, actuals, { on, margin, office: headOffice(offices, bureau) }));
  }
  return found;
};

const behindIn = (
  { streamId, sheet }: FoundSheet,
  actuals: Awaited<ReturnType<typeof readActuals>>,
  { on, margin, office }: { readonly on: LocalDate; readonly margin: string; readonly office: string },
): readonly StandingAlert[] => {
  const frame = frameByCode(sheet.frame);
  if ('kind' in frame) return [];
  const scoring = scoringSheetOf(frame, sheet, actuals, { rows: [], groups: [] });
  return sheet.rows.flatMap(({ id }, at): readonly StandingAlert[] => {
    const computed = actuals.rows.find(({ row }) => row === id);
    const cells = scoring.rows[at];
    if (computed === undefined || cells === undefined) return [];
    const reading = readRow(cells);
    const pace = paceOfRow({ margin, grows: computed.grows, on }, cells);
    if (reading.kind !== 'measured' || pace?.behind !== true) return [];
    const { operator, target, actual } = reading;
    const evidence = {
      ...definitionOf(computed),
      ...{ row: id, from: actuals.period.from, to: on, unit: computed.unit, operator, margin },
      value: actual.toFixed(),
      target: target.toFixed(),
      completion: pace.completion === null ? null : percent(pace.completion),
      elapsed: percent(pace.elapsed),
      gap: pace.gap === null ? null : percent(pace.gap),
    };
    return [{ kind: 'pace', streamId, item: id, office, evidence }];
  });
};

const definitionOf = ({ indicator, where, version, revision, definition }: RowActual) => ({
  indicator,
  ...(where === undefined ? {} : { where }),
  ...(version === undefined ? {} : { version }),
  ...(revision === undefined ? {} : { revision }),
  ...(definition === undefined ? {} : { definition }),
});
