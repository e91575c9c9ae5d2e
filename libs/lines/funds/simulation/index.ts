import type { CaseBinding } from '#application/case-binding.js';
import { LeafCounts } from '#application/simulated-year.js';
import { budgetYear } from './budget-year.js';
import { establishmentYear } from './establishment-year.js';
import { fundLeaves, paymentLeaves, postLeaves, projectLeaves, staffLeaves } from './leaves.js';
import { procurementYear } from './office-year.js';
import { moneyOf } from './report-money.js';

/** The money: lines, sources, payments and projects are one story, told from all reports together. */
const money: CaseBinding = {
  section: 'funds',
  leaves: fundLeaves,
  simulate: (_counts, tools) => {
    const fiscalYear = Number(tools.yearStart.slice(0, 4));
    const { lines, tags, procurement } = moneyOf(tools.files);
    return [
      ...budgetYear({ fiscalYear, lines, tags }, tools),
      ...(procurement === undefined ? [] : procurementYear({ fiscalYear, ...procurement }, tools)),
    ];
  },
};

/** Told with the money. */
const told = (section: string, leaves: CaseBinding['leaves']): CaseBinding => ({ section, leaves, simulate: () => [] });

const kinds = { institution: 'institution', worker: 'worker', selfFunded: 'self-funded' } as const;
const byKind = (counts: LeafCounts) =>
  Object.fromEntries(
    Object.entries(kinds).flatMap(([leaf, kind]) => (counts.has(leaf) ? [[kind, counts.of(leaf)] as const] : [])),
  );
const others = Object.keys(kinds);

const posts: CaseBinding = {
  section: 'establishment.posts',
  leaves: postLeaves,
  simulate: (given, tools) => {
    const counts = new LeafCounts(given);
    const politicalLegal = counts.of('politicalLegal');
    const rest = counts.has('total') ? counts.rest('total', 'politicalLegal', ...others) : counts.of('administrative');
    if (counts.has('administrative') && rest !== counts.of('administrative'))
      throw new RangeError('the kinds of posts do not add up to total');
    const ofKind = { ...byKind(counts), ...(politicalLegal > 0 && { 'political-legal': politicalLegal }) };
    return establishmentYear({ posts: { ...ofKind, ...(rest > 0 && { administrative: rest }) } }, tools);
  },
};

const staff: CaseBinding = {
  section: 'establishment.staff',
  leaves: staffLeaves,
  simulate: (given, tools) => {
    const counts = new LeafCounts(given);
    const administrative = counts.has('total') ? counts.rest('total', ...others) : counts.of('administrative');
    if (counts.has('administrative') && administrative !== counts.of('administrative'))
      throw new RangeError('the kinds of staff do not add up to total');
    const duties = {
      correctionsDuty: 'corrections',
      correctionsCounty: 'corrections-county',
      smartCentre: 'smart-centre',
    };
    const politicalLegal = tools.files.some(
      ({ establishment }) => 'politicalLegal' in (establishment['posts'] as object),
    );
    return establishmentYear(
      {
        staff: {
          ...byKind(counts),
          ...(administrative > 0 && { [politicalLegal ? 'political-legal' : 'administrative']: administrative }),
        },
        ...(counts.has('retired') && { retired: counts.of('retired') }),
        duties: Object.fromEntries(
          Object.entries(duties).flatMap(([leaf, duty]) => (counts.has(leaf) ? [[duty, counts.of(leaf)]] : [])),
        ),
        ...(counts.has('smartCentrePolice') && {
          secondedDuties: { 'smart-centre-police': counts.of('smartCentrePolice') },
        }),
      },
      tools,
    );
  },
};

/** How the money and the posts of published reports come true. */
export const cases: readonly CaseBinding[] = [
  money,
  told('payments', paymentLeaves),
  told('projects', projectLeaves),
  posts,
  staff,
];
