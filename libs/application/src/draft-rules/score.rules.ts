import { type Exact, exact } from '#kernel/money.js';
import type { CaseFile, CaseRow } from '../case-file.js';
import type { Operator } from '../operator.js';
import type { FrameRule } from '../scoring/frame.js';
import { shareOf } from '../scoring/share.js';
import { refusalTerms } from '../scoring/terms.js';
import { type DraftRule, idsOf, rows } from './rule.js';

const weighted = ({ file }: { readonly file: CaseFile }): readonly CaseRow[] =>
  file.rows.filter(({ weight }) => weight != null);

/** Readings of a target without an operator: the more the better, or no more than that. */
const EITHER_WAY: readonly Operator[] = ['≥', '≤'];

/** How scorers let points go where a target is missed; for a bound from above two ways are in use. */
const RULES: Readonly<Record<Operator, readonly FrameRule['shortfall'][]>> = {
  '≥': ['proportion'],
  '>': ['proportion'],
  '=': ['proportion'],
  '≤': ['linear', 'ratio'],
  '<': ['linear', 'ratio'],
};

/** Shares of its points a row may earn by any rule in use; all of them where it is not a number. */
const sharesOf = ({ actual, target }: CaseRow): readonly Exact[] => {
  if (actual === null || target === null) return [exact(1)];
  const readings = target.operator === null ? EITHER_WAY : [target.operator];
  return readings.flatMap((operator) =>
    RULES[operator].map((shortfall) =>
      shareOf({ shortfall, zeroTarget: 'zero-only' }, operator, exact(target.number), exact(actual.number)),
    ),
  );
};

/** Every score the rows of a group may add up to, each with an equal share of the weight. */
const scoresOf = (members: readonly CaseRow[], weight: number): readonly Exact[] =>
  members
    .map((row) => sharesOf(row).map((share) => share.times(weight).dividedBy(members.length)))
    .reduce<readonly Exact[]>((sums, next) => sums.flatMap((sum) => next.map((item) => sum.plus(item))), [exact(0)]);

const close = (value: Exact, printed: number): boolean => value.minus(printed).abs().lessThan(0.01);

/** Points and weights of the scored form. */
export const scoreRules: readonly DraftRule[] = [
  {
    code: 'weights-not-100',
    severity: 'warn',
    message: refusalTerms['weights-not-100'].zh,
    broken: (draft) => {
      const { groups, executionWeight, printedTotalWeight } = draft.file.template;
      if (printedTotalWeight == null || groups.length === 0) return [];
      const sum = groups.reduce((all, { weight }) => all + (weight ?? 0), executionWeight ?? 0);
      return sum === printedTotalWeight ? [] : [idsOf(weighted(draft))];
    },
  },
  {
    code: 'execution-score-misprinted',
    severity: 'block',
    message: '执行率得分与执行率不符',
    broken: rows(({ columns, weight, score }) => {
      const rate = Object.entries(columns ?? {}).find(([name]) => name.startsWith('执行率'))?.[1];
      if (rate == null || weight == null || score == null) return false;
      return !close(exact(rate).times(weight).dividedBy(100), score);
    }),
  },
  {
    code: 'group-score-not-derivable',
    severity: 'warn',
    message: '得分与任何一种计分规则都不符',
    broken: ({ file }) =>
      file.template.groups.flatMap(({ rows: ids, weight, score }) => {
        if (weight == null || score == null || score === weight) return [];
        const members = file.rows.filter(({ id }) => ids.includes(id));
        return scoresOf(members, weight).some((sum) => close(sum, score)) ? [] : [idsOf(members)];
      }),
  },
];
