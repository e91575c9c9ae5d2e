import { factTables } from '#application/fact-tables.js';

/** What every row of money says of the line it belongs to. */
const ofLine = ['fiscalYear', 'project', 'fund', 'parent', 'class', 'level', 'businessLine', 'yearEndsOn'] as const;

/**
 * The rows that figures count, with their fields. Money is exact 元 as text. `yearEndsOn` is the first day after the fiscal
 * year: what stands in a year's books ends there. `effectiveOn` is the day of approval, or the year's first day if later.
 */
export const tables = factTables({
  /** The line itself, with what it comes to now. */
  'funds.project': [
    ...ofLine,
    'status',
    'projectName',
    'approvedOn',
    'effectiveOn',
    'budget',
    'executed',
    'balance',
    'closedOn',
  ],
  /** Money granted or taken away, by source. `entry`: initial, or adjustment for all that came during the year. */
  'funds.budget': [...ofLine, 'source', 'entry', 'effectiveOn', 'amount', 'docNo'],
  'funds.receipt': [...ofLine, 'source', 'receivedOn', 'amount', 'voucherNo'],
  /** Money paid, and with a negative amount money refunded (`entry`). `earmark`: code of the earmark that claims it. */
  'funds.payment': [
    ...ofLine,
    'source',
    'entry',
    'paymentId',
    'bookedOn',
    'amount',
    'dueOn',
    'onTime',
    'economicClass',
    'threePublic',
    'procurement',
    'emergency',
    'earmark',
    'voucherNo',
  ],
  /** The same money once more, under the earmark: `project` and `fund` are the earmark's, `line` is where it is booked. */
  'funds.earmarked': [
    'fiscalYear',
    'project',
    'fund',
    'line',
    'source',
    'businessLine',
    'bookedOn',
    'amount',
    'yearEndsOn',
  ],
  'funds.settlement': [...ofLine, 'kind', 'settledOn', 'amount', 'docNo'],
  /**
   * A checkpoint of the spending plan: `amount` to be spent by the end of `dueOn`, `spent` by then; it stands until the next
   * one. `metOn`: the day spending reached it, be it later.
   */
  'funds.checkpoint': [...ofLine, 'percent', 'dueOn', 'standsUntil', 'amount', 'spent', 'metOn'],
  'funds.procurement': [
    'contractNo',
    'project',
    'fund',
    'method',
    'firmName',
    'items',
    'contractedOn',
    'amount',
    'acceptedOn',
    'qualified',
  ],
  /** Every acceptance of a contract, also one that failed; the contract's own row shows the newest. */
  'funds.acceptance': ['project', 'fund', 'method', 'acceptedOn', 'qualified'],
  /** `dueOn`: BF-D02. */
  'funds.disclosure': ['fiscalYear', 'accountsKind', 'approvedOn', 'dueOn', 'publishedOn', 'platform'],
  'funds.facility-figure': ['facility', 'measuredOn', 'quantity', 'basis', 'replacedOn'],
  'funds.posts': ['kind', 'setOn', 'posts', 'docNo', 'replacedOn'],
  /**
   * One person: in a post from `inPostFrom` to the day before `inPostTo`, retired likewise. Of the ways in exactly one of
   * `joinedOn`, `importedOn` (a post taken over with the opening balance) and `secondedFrom` is set for those who serve.
   */
  'funds.staff': [
    'status',
    'kind',
    'orgUnit',
    'since',
    'joinedOn',
    'importedOn',
    'inPostFrom',
    'inPostTo',
    'secondedFrom',
    'secondedTo',
    'retiredOn',
    'retiredFrom',
    'retiredTo',
    'leftOn',
    'leavingReason',
  ],
  'funds.duty': ['duty', 'kind', 'assignedOn', 'endedOn'],
});
