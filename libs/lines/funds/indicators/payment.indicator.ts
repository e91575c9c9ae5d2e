import { amount, count, flow, indicatorTable, part, rate, sum, variant } from './formulas.js';

const executed = (lineClass: string) => flow('funds.executed', { class: lineClass });
const of = (businessLine: string) => part('BF-06', amount(flow('funds.executed', { businessLine })));
const threePublic = (kind: string) => part('BF-09', amount(flow('funds.three-public', { threePublic: kind })));
const onTime = flow('funds.payments-on-time');

/** Money out in the period, refunds taken off: 元, dated by the day of payment. */
export const paymentIndicators = indicatorTable({
  'BF-03': amount(flow('funds.executed')),
  'BF-03-earmarked': part('BF-03', amount(flow('funds.earmarked-executed'))),
  'BF-06': amount(flow('funds.executed')),
  'BF-06-basic': part('BF-06', amount(sum(executed('basic-personnel'), executed('basic-operating')))),
  'BF-06-personnel': part('BF-06', amount(executed('basic-personnel'))),
  'BF-06-operating': part('BF-06', amount(executed('basic-operating'))),
  'BF-06-project': part('BF-06', amount(executed('project'))),
  'BF-06-corrections': of('corrections'),
  'BF-06-aftercare': of('aftercare'),
  'BF-06-legal-aid': of('legal-aid'),
  'BF-06-mediation': of('mediation'),
  'BF-06-publicity': of('publicity'),
  'BF-06-reconsideration': of('reconsideration'),
  'BF-06-litigation': of('litigation'),
  'BF-06-training': of('training'),
  'BF-09': amount(flow('funds.three-public')),
  'BF-09-vehicles': part(
    'BF-09',
    amount(
      sum(
        flow('funds.three-public', { threePublic: 'vehicle-purchase' }),
        flow('funds.three-public', { threePublic: 'vehicle-running' }),
      ),
    ),
  ),
  'BF-09-vehicle-purchase': threePublic('vehicle-purchase'),
  'BF-09-vehicle-running': threePublic('vehicle-running'),
  'BF-09-reception': threePublic('reception'),
  'BF-09-travel-abroad': threePublic('travel-abroad'),
  'BF-10': amount(flow('funds.procurement-contracted')),
  'BF-10-paid': variant('BF-10', '实际支付', amount(flow('funds.procurement-paid'))),
  'BF-10-accepted': part('BF-10', count('个', flow('funds.procurement-accepted'))),
  /** 验收合格率. */
  'BF-10-qualified': part('BF-10', rate(flow('funds.procurement-qualified'), flow('funds.procurement-accepted'))),
  /** Paid by the due date ÷ payments that have one: without one nothing can be late. */
  'BF-12': rate(onTime, flow('funds.payments-with-due-date')),
  'BF-12-all': variant('BF-12', '全部支付', rate(onTime, flow('funds.payments'))),
  'BF-12-payments': part('BF-12', count('笔', flow('funds.payments'))),
  'BF-12-due': part('BF-12', count('笔', flow('funds.payments-with-due-date'))),
  'BF-12-on-time': part('BF-12', count('笔', onTime)),
});
