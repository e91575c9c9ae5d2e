import { amount, closing, flow, indicatorTable, less, part, rate, stock, sum, variant } from './formulas.js';

const adjusted = closing('funds.adjusted-budget');
const initial = closing('funds.initial-budget');
const received = closing('funds.received-to-date');
const executed = closing('funds.executed-to-date');
const earmark = closing('funds.earmark-budget');
const earmarkExecuted = closing('funds.earmarked-to-date');

/**
 * What may be spent and how far spending has come. 元. Budgets, and all that is compared with a budget, are of the fiscal year up
 * to the period's last day, so that a quarter shows the year's rate and balance and not its own. Every term has the
 * splits of a line: narrowed to a `project`, a `fund` or a `source`, an indicator is that of the project, fund or source.
 */
export const budgetIndicators = indicatorTable({
  /** 全年预算数: initial and adjustments. */
  'BF-01': amount(adjusted),
  'BF-01-initial': variant('BF-01', '年初预算', amount(initial)),
  'BF-01-initial-basic': part(
    'BF-01-initial',
    amount(
      sum(
        closing('funds.initial-budget', { class: 'basic-personnel' }),
        closing('funds.initial-budget', { class: 'basic-operating' }),
      ),
    ),
  ),
  'BF-01-initial-operating': part(
    'BF-01-initial',
    amount(closing('funds.initial-budget', { class: 'basic-operating' })),
  ),
  'BF-01-initial-project': part('BF-01-initial', amount(closing('funds.initial-budget', { class: 'project' }))),
  'BF-01-adjustments': part('BF-01', amount(closing('funds.adjustments'))),
  'BF-01-personnel': part('BF-01', amount(closing('funds.adjusted-budget', { class: 'basic-personnel' }))),
  'BF-01-operating': part('BF-01', amount(closing('funds.adjusted-budget', { class: 'basic-operating' }))),
  'BF-01-project': part('BF-01', amount(closing('funds.adjusted-budget', { class: 'project' }))),
  'BF-01-lines': part('BF-01', stock('个', closing('funds.lines'))),
  'BF-01-lines-level-1': part('BF-01', stock('个', closing('funds.lines', { level: 'level-1' }))),
  'BF-01-lines-level-2': part('BF-01', stock('个', closing('funds.lines', { level: 'level-2' }))),
  'BF-01-lines-other': part('BF-01', stock('个', closing('funds.lines', { level: 'other' }))),
  'BF-01-earmarked': part('BF-01', amount(earmark)),
  'BF-01-earmarked-initial': part('BF-01', amount(closing('funds.earmark-initial-budget'))),
  'BF-02': rate(received, adjusted),
  'BF-02-received': part('BF-02', amount(flow('funds.received'))),
  'BF-02-earmarked': part('BF-02', rate(closing('funds.earmark-received'), earmark)),
  'BF-02-earmarked-received': part('BF-02', amount(closing('funds.earmark-received'))),
  /** Executed since the year began, which is what a budget is compared with. */
  'BF-03-to-date': part('BF-03', amount(executed)),
  'BF-04': rate(executed, adjusted),
  'BF-04-initial': variant('BF-04', '年初预算', rate(executed, initial)),
  'BF-04-earmarked': part('BF-04', rate(earmarkExecuted, earmark)),
  'BF-05': amount(less(adjusted, executed)),
  'BF-05-carried-over': part('BF-05', amount(flow('funds.carried-over'))),
  'BF-05-recovered': part('BF-05', amount(flow('funds.recovered'))),
  'BF-05-earmarked': part('BF-05', amount(less(earmark, earmarkExecuted))),
  /** Spent by the newest checkpoint ÷ planned by then, of lines with a plan; 100 and more is 达标. */
  'BF-07': rate(closing('funds.spent-by-checkpoint'), closing('funds.planned')),
  'BF-07-planned': part('BF-07', amount(closing('funds.planned'))),
  'BF-07-spent': part('BF-07', amount(closing('funds.spent-by-checkpoint'))),
  'BF-07-lines': part('BF-07', rate(closing('funds.lines-on-plan'), closing('funds.lines-with-plan'))),
  /** Actual ÷ budget; above 100 the cost was not kept. */
  'BF-08': rate(executed, adjusted),
  'BF-08-initial': variant('BF-08', '年初预算', rate(executed, initial)),
  'BF-13': rate(executed, received),
});
