import { evaluateIndicators } from '../evaluate-indicators.js';
import type { Period } from '../kernel.js';
import type { Reading, RegisterRow } from '../ports/ledger.js';
import type { PlanPoint, PlannedProject } from '../spending-plan.js';
import { type ActualsPorts, readingOfSheet } from './actuals.js';
import type { FoundSheet } from './read-sheets.js';
import { moneyOf } from './sheet-money.js';

const PAGE = 500;

/** Points of the spending plans of a year, by project: of one, or of all of the bureau. */
export const readPlanPoints = async (
  { registry, ledger }: Pick<ActualsPorts, 'registry' | 'ledger'>,
  reading: Reading,
  fiscalYear: number,
  project?: string,
): Promise<ReadonlyMap<string, readonly PlanPoint[]>> => {
  const plan = moneyOf(registry)?.plan;
  if (plan === undefined) return new Map();
  const filters = { [plan.year]: String(fiscalYear), ...(project !== undefined && { [plan.project]: project }) };
  const rows: RegisterRow['columns'][] = [];
  let after: string | undefined;
  do {
    const query = { register: plan.register, filters, limit: PAGE };
    const page = await ledger.registerRows(reading, { ...query, ...(after === undefined ? {} : { after }) });
    rows.push(...page.rows.map(({ columns }) => columns));
    after = page.next;
  } while (after !== undefined);
  const points = ([code, of]: readonly [string, readonly RegisterRow['columns'][]]) =>
    [code, of.map((row) => ({ monthEnd: String(row[plan.monthEnd]), percent: String(row[plan.percent]) }))] as const;
  return new Map([...Map.groupBy(rows, (columns) => String(columns[plan.project]))].map(points));
};

/** Spending plans of what a sheet is about, with budgets: of its project, or of every project of the department. */
export const readPlans = async (
  ports: ActualsPorts,
  found: FoundSheet,
  period: Period,
  asOf?: number,
): Promise<readonly PlannedProject[]> => {
  const { registry, ledger } = ports;
  const money = moneyOf(registry);
  const [kind] = money?.kinds ?? [];
  if (money === undefined || kind === undefined) return [];
  const { project } = money;
  const { fiscalYear, subject, subjectCode } = found.sheet;
  const reading = readingOfSheet(ports, found, asOf);
  const byProject = await readPlanPoints(ports, reading, fiscalYear, subject === 'project' ? subjectCode : undefined);
  const asked = [...byProject.keys()].map((code) => ({ code: kind.adjusted, where: { [project]: code } }));
  const budgets = await evaluateIndicators(ledger, registry, reading, period, asked);
  return [...byProject.values()].map((plan, at) => ({ budget: budgets[at]?.value ?? '0', plan }));
};
