import { type Exact, exact } from '#kernel/money.js';
import type { CaseFile, CaseRow } from '../case-file.js';
import { satisfies } from '../operator.js';
import { type DraftRule, idsOf, rows } from './rule.js';

const weighted = ({ file }: { readonly file: CaseFile }): readonly CaseRow[] =>
  file.rows.filter(({ weight }) => weight != null);

/** Share of its points a row earns by the plain rules: all of them where met, else in proportion. Null: not a number. */
const sharesOf = ({ actual, target }: CaseRow): readonly Exact[] => {
  if (actual === null || target === null || target.number === 0) return [exact(1)];
  const proportion = exact(actual.number).dividedBy(target.number);
  const capped = proportion.greaterThan(1) ? exact(1) : proportion;
  const met = target.operator !== null && satisfies(exact(actual.number), target.operator, target.number);
  // Where no operator is printed both readings are open: the more the better, or no more than that.
  return met || target.operator === null ? [exact(1), capped] : [capped];
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
    message: '权重之和与总分不符',
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
