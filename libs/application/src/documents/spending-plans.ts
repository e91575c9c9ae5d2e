import type { CaseFile } from '../case-file.js';
import { type IndicatorValue, evaluateIndicators } from '../evaluate-indicators.js';
import { moneyOf } from '../evaluation/sheet-money.js';
import { readPlanPoints } from '../evaluation/spending-plans.js';
import type { LocalDate, Period } from '../kernel.js';
import type { Ledger, Reading } from '../ports/ledger.js';
import type { Registry } from '../registry.js';
import type { PlanPoint } from '../spending-plan.js';

/** What was planned of the money of a document, as the log has it. */
export interface SpendingPlans {
  /** By code of the project. */
  readonly points: ReadonlyMap<string, readonly PlanPoint[]>;
  /** What is to be spent by each of the days, together; `project`: of one project alone. 元 */
  readonly planned: readonly { readonly by: LocalDate; readonly period: Period; readonly value: IndicatorValue }[];
  readonly project?: string;
}

const NONE: SpendingPlans = { points: new Map(), planned: [] };

/** Reads the plans of a document that prints any: of its one project, or of all the bureau has. */
export const readSpendingPlans = async (
  { fiscalYear, funds }: CaseFile,
  registry: Registry,
  ledger: Ledger,
  reading: Reading,
): Promise<SpendingPlans> => {
  const days = [...new Set(funds.lines.flatMap(({ spendingPlan }) => (spendingPlan ?? []).map(({ by }) => by)))].sort();
  const money = moneyOf(registry);
  if (days.length === 0 || money === undefined || !registry.indicators.has(money.plan.planned)) return NONE;
  const [only, ...more] = funds.lines;
  const project = more.length === 0 ? only?.id : undefined;
  const where = project === undefined ? {} : { [money.project]: project };
  const planned = days.map(async (day) => {
    const by = `${fiscalYear}-${day}`;
    const period: Period = { scheme: 'CUSTOM', from: `${fiscalYear}-01-01`, to: by };
    const asked = [{ code: money.plan.planned, where }];
    const [value] = await evaluateIndicators(ledger, registry, reading, period, asked);
    return value === undefined ? [] : [{ by, period, value }];
  });
  return {
    points: await readPlanPoints({ registry, ledger }, reading, fiscalYear, project),
    planned: (await Promise.all(planned)).flat(),
    ...(project !== undefined && { project }),
  };
};
