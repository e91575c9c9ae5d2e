import { cohort, count, flow, indicatorTable, part, rate, reading, total, variant } from './table.js';

const approved = flow('mediation.amount-approved');

/** Dossiers and subsidies: PM-09 and PM-11. */
export const subsidyIndicators = indicatorTable({
  /** 以案定补发放率: of the amount approved in the period, the part paid by its end; by cases; for 疑难复杂 and above. */
  'PM-09': reading('amount', rate(cohort('mediation.amount-settled'), approved)),
  'PM-09-cases': variant(
    'PM-09',
    'cases',
    rate(cohort('mediation.subsidies-settled'), flow('mediation.subsidies-approved')),
  ),
  'PM-09-hard': variant(
    'PM-09',
    'confirmed grade 疑难复杂 or above; by amount',
    rate(cohort('mediation.hard-amount-settled'), flow('mediation.hard-amount-approved')),
  ),
  /** Approved in the period. unit 元 · dated by the approval */
  'PM-09-approved': part('PM-09', total('元', approved, 2)),
  'PM-09-approved-cases': part('PM-09', count('件', flow('mediation.subsidies-approved'))),
  /** Paid in the period, whenever approved. unit 元 · dated by the payment */
  'PM-09-paid': part('PM-09', total('元', flow('mediation.amount-paid'), 2)),
  /** 办理(案卷)合格率: a second review of one dossier is a second review. */
  'PM-11': rate(flow('mediation.dossiers-reviewed', { result: 'passed' }), flow('mediation.dossiers-reviewed')),
  'PM-11-reviewed': part('PM-11', count('件', flow('mediation.dossiers-reviewed'))),
  'PM-11-passed': part('PM-11', count('件', flow('mediation.dossiers-reviewed', { result: 'passed' }))),
});
