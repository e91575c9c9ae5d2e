import type { FactSheet, FactValue } from '#application/facts.js';
import type { LocalDate } from '#kernel/dates.js';
import { type Exact, exact } from '#kernel/money.js';
import { tables } from './kinds.js';

export const LINE = 'line';

/** What the rows of a line share, and where it stands. */
export interface LineSheet {
  readonly dimensions: {
    readonly [
      Name in 'fiscalYear' | 'project' | 'fund' | 'parent' | 'class' | 'level' | 'businessLine' | 'yearEndsOn'
    ]?: FactValue;
  };
  readonly budget: Exact;
  readonly executed: Exact;
}

const amountIn = (value: FactValue): Exact => exact(typeof value === 'string' ? value : 0);

/** The line as folded so far. @throws Error where nothing was approved, which no valid history has */
export const lineOf = (sheet: FactSheet): LineSheet => {
  const fields = sheet.get('funds.project', LINE)?.fields;
  if (fields === undefined) throw new Error('money without a budget line');
  const { fiscalYear, project, fund, parent, class: lineClass, level, businessLine, yearEndsOn } = fields;
  return {
    dimensions: { fiscalYear, project, fund, parent, class: lineClass, level, businessLine, yearEndsOn },
    budget: amountIn(fields['budget']),
    executed: amountIn(fields['executed']),
  };
};

/** Exact 元 as text: never a binary float, never rounded. */
export const yuan = (amount: Exact | string): string => exact(amount).toFixed();

/** Writes how a line stands after an event of the day `on`, and how its spending stands to the plan. */
export const standAt = (sheet: FactSheet, on: LocalDate, line: Pick<LineSheet, 'budget' | 'executed'>): void => {
  const { budget, executed } = line;
  tables.put(sheet, 'funds.project', LINE, {
    status: 'executing',
    budget: yuan(budget),
    executed: yuan(executed),
    balance: yuan(budget.minus(executed)),
  });
  for (const { key, fields } of sheet.all('funds.checkpoint')) {
    const dueOn = fields['dueOn'] as LocalDate;
    const [open, metOn] = [on <= dueOn, fields['metOn'] as LocalDate | undefined];
    const amount = open ? planned(budget, fields['percent']) : amountIn(fields['amount']);
    const reached = executed.greaterThanOrEqualTo(amount);
    if (open)
      tables.put(sheet, 'funds.checkpoint', key, {
        amount: yuan(amount),
        spent: yuan(executed),
        metOn: reached ? (metOn ?? on) : undefined,
      });
    else if (reached && metOn === undefined) tables.put(sheet, 'funds.checkpoint', key, { metOn: on });
  }
};

/** What a share of the budget comes to. */
export const planned = (budget: Exact, percent: FactValue): Exact => budget.times(amountIn(percent)).dividedBy(100);
