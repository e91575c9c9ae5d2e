import type { LeafFigureMeaning, LeafMeaning } from '#application/case-binding.js';
import type { IndicatorCode } from '../indicators/index.js';

type Figure = Omit<LeafFigureMeaning, 'indicator'> & { readonly indicator: IndicatorCode };
type Leaves = Readonly<Record<string, LeafMeaning>>;

/** Case files print money in 万元, the log keeps 元. */
const WAN = 10_000;

const ofYear = (indicator: IndicatorCode, where: Readonly<Record<string, string>>, per = 1): Figure => ({
  indicator,
  at: 'fiscal-year',
  where,
  per,
});

/** A column of the money: of the lines themselves, of the lines under a heading, and of what is only earmarked. */
const columns: Readonly<Record<string, readonly [own: IndicatorCode, earmarked: IndicatorCode]>> = {
  initialBudget: ['BF-01-initial', 'BF-01-earmarked-initial'],
  adjustedBudget: ['BF-01', 'BF-01-earmarked'],
  received: ['BF-02-received', 'BF-02-earmarked-received'],
  executed: ['BF-03', 'BF-03-earmarked'],
};

const fromLines = Object.fromEntries(
  Object.entries(columns).flatMap(([column, [own, earmarked]]) => [
    [`total.${column}`, { sumOf: [ofYear(own, { fund: '@fund' }, WAN), ofYear(earmarked, { fund: '@fund' }, WAN)] }],
    [
      `lines.*.${column}`,
      {
        sumOf: [
          ofYear(own, { project: '*' }, WAN),
          ofYear(own, { parent: '*' }, WAN),
          ofYear(earmarked, { project: '*' }, WAN),
        ],
      },
    ],
  ]),
) satisfies Leaves;

/** The money of a report, by lines, totals and sources. What was spent the year before only stands beside it. */
export const fundLeaves: Leaves = {
  'total.priorYearFinal': null,
  'lines.*.priorYearFinal': null,
  'lines.procurement.executed': { indicator: 'BF-10' satisfies IndicatorCode, at: 'fiscal-year', per: WAN },
  ...fromLines,
  'sources.*': {
    sumOf: [
      ofYear('BF-02-received', { source: '*', fund: '@fund' }, WAN),
      ofYear('BF-02-earmarked-received', { source: '*', fund: '@fund' }, WAN),
    ],
  },
};

const spent: LeafMeaning = {
  sumOf: [
    ofYear('BF-03', { project: '*' }),
    ofYear('BF-03', { source: '*' }),
    ofYear('BF-03-earmarked', { project: '*' }),
  ],
};

/**
 * Payments in 元, named after the line, source or earmark they are of: `legalAidSubsidy`, `countyPaid`; and what of an earmark
 * was booked on which line: `correctionsProjectClassedAsCorrections`.
 */
export const paymentLeaves: Leaves = {
  '*ClassedElsewhere': null,
  '*ClassedAs*': ofYear('BF-03', { earmark: '*', project: '**' }),
  '*PaymentsOnTime': ofYear('BF-12-on-time', { project: '*' }),
  '*Payments': ofYear('BF-12-payments', { project: '*' }),
  '*Received': ofYear('BF-02-received', { project: '*' }),
  '*Paid': spent,
  '*': spent,
};

const atYearsEnd = (indicator: IndicatorCode): LeafMeaning => ({ indicator, at: 'fiscal-year' });

/** Projects of a transfer, by level. */
export const projectLeaves: Leaves = {
  level1: atYearsEnd('BF-01-lines-level-1'),
  level2: atYearsEnd('BF-01-lines-level-2'),
  other: atYearsEnd('BF-01-lines-other'),
};

export const postLeaves: Leaves = {
  total: atYearsEnd('BF-14-posts'),
  administrative: atYearsEnd('BF-14-posts-administrative'),
  politicalLegal: atYearsEnd('BF-14-posts-political-legal'),
  institution: atYearsEnd('BF-14-posts-institution'),
  worker: atYearsEnd('BF-14-posts-worker'),
  selfFunded: atYearsEnd('BF-14-posts-self-funded'),
};

export const staffLeaves: Leaves = {
  total: atYearsEnd('BF-14-staff'),
  administrative: atYearsEnd('BF-14-staff-administrative'),
  institution: atYearsEnd('BF-14-staff-institution'),
  worker: atYearsEnd('BF-14-staff-worker'),
  selfFunded: atYearsEnd('BF-14-staff-self-funded'),
  retired: atYearsEnd('BF-14-retired'),
  correctionsDuty: atYearsEnd('BF-14-duty-corrections'),
  correctionsCounty: atYearsEnd('BF-14-duty-corrections-county'),
  smartCentre: atYearsEnd('BF-14-duty-smart-centre'),
  smartCentrePolice: atYearsEnd('BF-14-duty-smart-centre-police'),
};
