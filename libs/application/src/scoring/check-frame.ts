import { type Exact, exact } from '#kernel/money.js';
import { type Acceptance, type Rejection, type RejectionDetail, accept, compileValidator, reject } from '../kernel.js';
import { type FrameRule, type ScoringFrame, frameFields } from './frame.js';
import type { ScoringRefusal } from './terms.js';

const checkShape = compileValidator(frameFields);
/** Dates of a frame may lie ahead, so the day it is checked on does not matter. */
const NO_DAY = '9999-12-31';

const detail = (
  at: string,
  code: ScoringRefusal | 'named-twice' | 'unknown-field',
  message?: string,
): RejectionDetail => (message === undefined ? { at, code } : { at, code, message });

const sumOf = (weights: readonly (string | undefined)[]): Exact =>
  weights.reduce((sum, weight) => sum.plus(weight ?? 0), exact(0));

/** Points the indicators of a frame share: what execution leaves of the total, or all of it. */
export const indicatorPoints = ({ total, execution }: ScoringFrame): Exact =>
  execution.inTotal ? exact(total).minus(execution.weight) : exact(total);

/** Weights that are all given must add up; of those only partly given, no more than there is. */
const checkWeights = (
  at: string,
  weights: readonly (string | undefined)[],
  whole: Exact,
): readonly RejectionDetail[] => {
  const sum = sumOf(weights);
  const complete = weights.every((weight) => weight !== undefined);
  return (complete ? sum.equals(whole) : sum.lessThanOrEqualTo(whole))
    ? []
    : [detail(at, 'weights-not-100', `${sum.toFixed()} / ${whole.toFixed()}`)];
};

const twice = (at: string, names: readonly string[]): readonly RejectionDetail[] =>
  [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map((name) =>
    detail(at, 'named-twice', name),
  );

const descending = (at: string, bounds: readonly { readonly from: string }[]): readonly RejectionDetail[] => {
  const falls = bounds.every(({ from }, index) => exact(from).lessThan(bounds[index - 1]?.from ?? Infinity));
  return falls && exact(bounds.at(-1)?.from ?? 1).isZero() ? [] : [detail(at, 'bounds-not-descending')];
};

const FITTING: Readonly<Record<keyof ScoringFrame['rules'], readonly FrameRule['shortfall'][]>> = {
  atLeast: ['proportion', 'none'],
  above: ['proportion', 'none'],
  equal: ['proportion', 'none'],
  atMost: ['linear', 'ratio', 'none'],
  below: ['linear', 'ratio', 'none'],
};

const checkRules = ({ rules }: ScoringFrame): readonly RejectionDetail[] =>
  (Object.keys(FITTING) as (keyof typeof FITTING)[])
    .filter((name) => !FITTING[name].includes(rules[name].shortfall))
    .map((name) => detail(`rules.${name}`, 'rule-does-not-fit', rules[name].shortfall));

const leadsSomewhere = (frame: ScoringFrame, path: string): boolean =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], frame) !==
  undefined;

const checkMeaning = (frame: ScoringFrame): readonly RejectionDetail[] => [
  ...(exact(frame.execution.weight).greaterThan(frame.total)
    ? [detail('execution.weight', 'weights-not-100', `${frame.execution.weight} / ${frame.total}`)]
    : checkWeights(
        'level1',
        frame.level1.map(({ weight }) => weight),
        indicatorPoints(frame),
      )),
  ...frame.level1.flatMap(({ weight, level2 }, index) =>
    checkWeights(
      `level1[${index}].level2`,
      level2.map((item) => item.weight),
      weight === undefined ? indicatorPoints(frame) : exact(weight),
    ).filter(() => weight !== undefined || level2.some((item) => item.weight !== undefined)),
  ),
  ...twice(
    'level1',
    frame.level1.map(({ name }) => name),
  ),
  ...frame.level1.flatMap(({ level2 }, index) =>
    twice(
      `level1[${index}].level2`,
      level2.map(({ name }) => name),
    ),
  ),
  ...checkRules(frame),
  ...twice(
    'bands',
    frame.bands.map(({ code }) => code),
  ),
  ...descending('bands', frame.bands),
  ...descending('grades', frame.grades),
  ...(exact(frame.lights.greenFrom).greaterThan(frame.lights.yellowFrom)
    ? []
    : [detail('lights', 'bounds-not-descending')]),
  ...frame.uncertain
    .filter((path) => !leadsSomewhere(frame, path))
    .map((path) => detail('uncertain', 'unknown-field', path)),
];

/**
 * Accepts a frame that a sheet can be scored by.
 * @rejects invalid-frame with every problem, each with its place and name
 */
export const checkFrame = (written: unknown): Acceptance | Rejection => {
  const shape = checkShape(written, NO_DAY);
  const found = shape.length > 0 ? shape : checkMeaning(written as ScoringFrame);
  return found.length === 0 ? accept : reject('invalid-frame', ...found);
};
