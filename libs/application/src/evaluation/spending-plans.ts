import { evaluateIndicators } from '../evaluate-indicators.js';
import type { Period } from '../kernel.js';
import type { RegisterRow } from '../ports/ledger.js';
import type { PlannedProject } from '../spending-plan.js';
import { type ActualsPorts, moneyOf, readingOfSheet } from './actuals.js';
import type { FoundSheet } from './read-sheets.js';

const PAGE = 500;

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
  const { plan, project } = money;
  const { fiscalYear, subject, subjectCode } = found.sheet;
  const filters = {
    [plan.year]: String(fiscalYear),
    ...(subject === 'project' && { [plan.project]: subjectCode }),
  };
  const reading = readingOfSheet(ports, found, asOf);
  const rows: RegisterRow['columns'][] = [];
  let after: string | undefined;
  do {
    const query = { register: plan.register, filters, limit: PAGE };
    const page = await ledger.registerRows(reading, { ...query, ...(after === undefined ? {} : { after }) });
    rows.push(...page.rows.map(({ columns }) => columns));
    after = page.next;
  } while (after !== undefined);
  const byProject = Map.groupBy(rows, (columns) => String(columns[plan.project]));
  const asked = [...byProject.keys()].map((code) => ({ code: kind.adjusted, where: { [project]: code } }));
  const budgets = await evaluateIndicators(ledger, registry, reading, period, asked);
  return [...byProject.values()].map((points, at) => ({
    budget: budgets[at]?.value ?? '0',
    plan: points.map((columns) => ({
      monthEnd: String(columns[plan.monthEnd]),
      percent: String(columns[plan.percent]),
    })),
  }));
};
