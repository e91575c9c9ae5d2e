import type { SimulationTools } from '#application/case-binding.js';
import { exact } from '#kernel/money.js';
import { addDays } from '#kernel/dates.js';
import type { Counts } from './counts.js';
import { aids } from './leaves.js';
import { type Commands, at, order } from './orders.js';
import { type Person, someDay } from './people.js';

const USUAL_AID = {
  'skill-training': 4,
  'temporary-lodging': 1,
  'temporary-relief': 4,
  'subsistence-allowance': 2,
  'low-rent-housing': 1,
  'childrens-schooling': 1,
  'job-referral': 4,
} as const;

/**
 * Help for so many, to one person or a family at a time; the money of it in cents, so that none is lost.
 * @throws RangeError when nobody is there to be helped, or money is paid without help
 */
export const help = (counts: Counts, people: readonly Person[], tools: SimulationTools): Commands => {
  const { random } = tools;
  const total = counts.whole('aidBeneficiaries', aids) ?? 0;
  const kinds = counts.spread(['aidBeneficiaries', total], aids, USUAL_AID, random);
  if (kinds.length > 0 && people.length === 0) throw new RangeError('aidBeneficiaries: nobody in support');
  const cents = exact(counts.of('aidAmount')).times(100).toNumber();
  if (cents > 0 && kinds.length === 0) throw new RangeError('aidAmount: no aidBeneficiaries');
  const each = Math.floor(cents / Math.max(1, kinds.length));
  return kinds.map((kind, place) => {
    const person = random.pick(people);
    const share = place === 0 ? cents - each * (kinds.length - 1) : each;
    return order('aftercare.AidGiven', at(person), {
      givenOn: someDay(person, tools),
      kind,
      beneficiaryCount: 1,
      ...(share > 0 && { amount: exact(share).dividedBy(100).toFixed(2) }),
    });
  });
};

/** Statistics of the year before by February and of the half year by July, from every office. */
export const statistics = ({ id, offices, random, from, to, yearStart }: SimulationTools): Commands => {
  const year = Number(yearStart.slice(0, 4));
  return offices.flatMap((office) =>
    (
      [
        ['year', year - 1, `${year}-02-02`],
        ['half-year', year, `${year}-07-02`],
      ] as const
    ).flatMap(([coverage, statYear, dueOn]) => {
      const submittedOn = addDays(dueOn, -random.between(0, 5));
      const desk = { streamId: id('statistics', office), office };
      return submittedOn < from || submittedOn > to
        ? []
        : [order('aftercare.StatisticsSubmitted', desk, { submittedOn, coverage, statYear })];
    }),
  );
};
