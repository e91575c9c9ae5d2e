import type { Exact } from '#kernel/money.js';

/** How a target bounds its result. */
export const operators = ['≥', '≤', '=', '>', '<'] as const;
export type Operator = (typeof operators)[number];

export const satisfies = (value: Exact, operator: Operator, bound: Exact | number | string): boolean => {
  switch (operator) {
    case '≥':
      return value.greaterThanOrEqualTo(bound);
    case '≤':
      return value.lessThanOrEqualTo(bound);
    case '>':
      return value.greaterThan(bound);
    case '<':
      return value.lessThan(bound);
    case '=':
      return value.equals(bound);
  }
};
