import { indicatorTable, part, sum, variant } from '#application/indicator-table.js';
import { amount, closing, cohort, count, flow, opening, personsOf, rate, stock, total } from './formulas.js';

const rated = closing('aftercare.rated');
/** Distinct persons contacted in the period who, at its end, are in support and have a group. */
const supported = { persons: 'aftercare.persons-contacted', of: 'flow', alsoIn: 'aftercare.grouped' } as const;
const settled = (settlement: string) =>
  part('AC-05-settled', stock('人', closing('aftercare.settled', { settlement })));
const aid = (kind: string) => part('AC-09', total('人次', flow('aftercare.aid-given', { kind })));
const linkage = (keyAtRelease: 'true' | 'false') =>
  part('AC-03', rate(cohort('aftercare.link-done', { keyAtRelease }), cohort('aftercare.link-due', { keyAtRelease })));

/** Linking, support, settlement, re-offending, help. Rates are in % and null where there is nobody to speak of. */
export const supportIndicators = indicatorTable({
  /**
   * 衔接率: linked ÷ due, of the prisoners released in the period whose last day to report has come by its end; without those
   * of whom verification found that no such person lives here.
   */
  'AC-03': rate(cohort('aftercare.link-done'), cohort('aftercare.link-due')),
  'AC-03-key': linkage('true'),
  'AC-03-general': linkage('false'),
  /** Classed by the last day to report instead, so that who is released in December is not lost between two years. */
  'AC-03-by-due-day': variant(
    'AC-03',
    'due-day',
    rate(cohort('aftercare.link-done-by-day'), cohort('aftercare.link-due-by-day')),
  ),
  'AC-03-due': count('人', cohort('aftercare.link-due')),
  'AC-03-linked': count('人', cohort('aftercare.link-done')),
  /** 未衔接: distinct persons recorded as not linked, whether or not they were later. */
  'AC-03-failed': count('人', personsOf('aftercare.link-failed')),
  /** 帮教率: with a group and at least one contact in the period ÷ in support at its end. */
  'AC-04': rate(supported, rated),
  /** Over the average of the stock before and at the end: both sides are counted twice. */
  'AC-04-average': variant(
    'AC-04',
    'average-stock',
    rate(sum(supported, supported), sum(opening('aftercare.rated'), rated)),
  ),
  'AC-04-persons': count('人', supported),
  'AC-04-contacts': count('人次', flow('aftercare.contacts')),
  /** 安置率: settled ÷ in need of settlement, both at the end. Who need not be settled is provincial. */
  'AC-05': rate(closing('aftercare.settled'), closing('aftercare.needing-settlement')),
  /** Nobody left out: settled, in need or not ÷ in support. */
  'AC-05-all': variant('AC-05', 'without-exemptions', rate(closing('aftercare.settled-of-all'), rated)),
  'AC-05-needing': stock('人', closing('aftercare.needing-settlement')),
  'AC-05-settled': stock('人', closing('aftercare.settled')),
  'AC-05-settled-farmland': settled('farmland'),
  'AC-05-settled-public-welfare-post': settled('public-welfare-post'),
  'AC-05-settled-own-enterprise': settled('own-enterprise'),
  'AC-05-settled-self-employed': settled('self-employed'),
  'AC-05-settled-hired': settled('hired'),
  'AC-05-settled-other': settled('other'),
  /** 重新犯罪率: distinct re-offenders ÷ in support before the period and released in it · dated by the conviction taking effect. */
  'AC-06': rate(
    personsOf('aftercare.reoffenders'),
    sum(opening('aftercare.in-support'), flow('aftercare.prisoners-released')),
  ),
  /**
   * 五年内重新犯罪率: of the prisoners whose fifth year after release ends in the period, those who offended again within it. For
   * those released in 2018 ask for 2023.
   */
  'AC-06-cohort': variant(
    'AC-06',
    'five-year-cohort',
    rate(flow('aftercare.cohort-reoffended'), flow('aftercare.cohort-complete')),
  ),
  'AC-06-persons': count('人', personsOf('aftercare.reoffenders')),
  /** 必接必送率: collected ÷ key persons released in the period. */
  'AC-07-collected': rate(flow('aftercare.key-collected'), flow('aftercare.key-released')),
  'AC-07-key-released': count('人', flow('aftercare.key-released')),
  'AC-07-key-collected': count('人', flow('aftercare.key-collected')),
  /** 帮教小组覆盖率: with a group ÷ in support, both at the end. */
  'AC-08': rate(closing('aftercare.grouped'), rated),
  'AC-08-grouped': stock('人', closing('aftercare.grouped')),
  /** 技能培训、救助: Σ beneficiaries · dated by the day given. */
  'AC-09': total('人次', flow('aftercare.aid-given')),
  'AC-09-skill-training': aid('skill-training'),
  'AC-09-temporary-lodging': aid('temporary-lodging'),
  'AC-09-temporary-relief': aid('temporary-relief'),
  'AC-09-subsistence-allowance': aid('subsistence-allowance'),
  'AC-09-low-rent-housing': aid('low-rent-housing'),
  'AC-09-childrens-schooling': aid('childrens-schooling'),
  'AC-09-job-referral': aid('job-referral'),
  /** 帮扶金额. unit 元 */
  'AC-09-amount': amount(flow('aftercare.aid-paid')),
});
