import {
  type DataOf,
  type DecimalField,
  count,
  decimal,
  enumeration,
  flag,
  list,
  optional,
  plannedDate,
  record,
  text,
} from '#kernel/schema.js';

/** Points, at most two decimals. */
export const points = (): DecimalField => decimal(2, 0, 1000);
const percent = (min = 0, max = 100): DecimalField => decimal(2, min, max);

/** What a target not reached still earns: in proportion, falling to nothing at twice the target, target ÷ result, nothing. */
export const shortfall = enumeration('scoring.shortfall', ['proportion', 'linear', 'ratio', 'none']);
/** A target of 0: met as its operator says, or by a result of 0 and no other. */
export const zeroTarget = enumeration('scoring.zero-target', ['as-compared', 'zero-only']);
export const scoredBy = enumeration('scoring.scored-by', ['row', 'group']);
export const rounding = enumeration('scoring.rounding', ['half-up', 'half-even', 'down']);

const rule = record({ shortfall, zeroTarget });
/** The rule of each operator: ≥ > = ≤ <. */
const rules = record({ atLeast: rule, above: rule, equal: rule, atMost: rule, below: rule });
const bound = { name: text(50), from: percent() };

/**
 * How a province scores in a year, as data: it travels as JSON and holds no code. Points and percents are decimal text.
 * Names are those its forms print.
 */
export const frameFields = {
  code: text(40),
  version: count(1, 1000),
  name: text(100),
  level: enumeration('scoring.frame-level', ['central', 'province', 'county']),
  /** 湖南省; absent: the central frame. */
  province: optional(text(20)),
  validFrom: plannedDate(),
  /** What the weights in the total add up to. */
  total: points(),
  execution: record({
    weight: points(),
    /** Whether its points are part of the total, or only shown beside it. */
    inTotal: flag(),
    /** Spending over the budget earns no more than the weight. */
    capped: flag(),
    /** A lower rate needs a written reason. */
    reasonBelow: optional(percent()),
  }),
  /** A level without a weight takes any share of what is left. */
  level1: list(
    record({
      name: text(50),
      weight: optional(points()),
      level2: list(record({ name: text(50), weight: optional(points()) }), 1, 20),
    }),
    1,
    20,
  ),
  /** Whether weights of level 1 bind, or a sheet may depart from them and is told so. */
  levelWeights: enumeration('scoring.level-weights', ['binding', 'in-principle']),
  zeroWeights: flag(),
  /** Which cells carry weight and score: those of a 三级 row, or those merged over a 二级 group. */
  scoredBy,
  /** How the weight of a group falls on its rows: evenly unless the sheet gives weights, or only as given. */
  groupSplit: enumeration('scoring.group-split', ['equal', 'entered']),
  rules,
  /** A measured row without a result: a person must score it, or it scores 0. */
  noData: enumeration('scoring.no-data', ['person', 'zero']),
  /** Left out with the rest rescaled to the total, or refused. */
  notApplicable: enumeration('scoring.not-applicable', ['rescale', 'refuse']),
  /** Grades of a qualitative result, best first: the lower bound in percent of the weight belongs to the band. */
  bands: list(record({ code: text(40), ...bound }), 2, 10),
  overAchievement: optional(
    record({
      /** Percent of the target from which a result is far over it. */
      from: percent(100, 10_000),
      /** The same where the target is 0, as a number. */
      fromOfZero: optional(decimal(2, 0, 1_000_000)),
      /** A reason must be written, or the row is only pointed out. Points are never taken by themselves. */
      effect: enumeration('scoring.over-achievement', ['reason', 'note']),
    }),
  ),
  /** Grades of the total, best first: the lower bound in percent of the total belongs to the grade. */
  grades: list(record(bound), 2, 10),
  decimals: count(0, 4),
  rounding,
  /** Percentage points of completion over the share of the year gone by: at least this is green, at least that yellow. */
  lights: record({ greenFrom: percent(-100), yellowFrom: percent(-100) }),
  /** Paths of what no source at hand confirms, for forms to mark: `execution.capped`. */
  uncertain: list(text(60), 0, 40),
};

export type ScoringFrame = DataOf<typeof frameFields>;
export type FrameRule = ScoringFrame['rules'][keyof ScoringFrame['rules']];
