import { type Exact, exact } from '#kernel/money.js';
import { type Rejection, type RejectionDetail, compileValidator, reject } from '../kernel.js';
import { indicatorPoints } from './check-frame.js';
import type { ScoringFrame } from './frame.js';
import { directionDisagrees, readRow } from './read-row.js';
import { type Override, type ScoringSheet, type SheetRow, sheetFields } from './sheet.js';
import { type Section, roundPoints, rowWeights, sectionWeight, sectionsOf } from './sheet-sections.js';
import type { ScoringRefusal } from './terms.js';

const checkShape = compileValidator(sheetFields);
/** Whether a date lies ahead is for whoever takes the sheet in to say. */
const NO_DAY = '9999-12-31';

type Detail = RejectionDetail & { readonly code: ScoringRefusal | 'disagrees' | 'too-many-decimals' };
const detail = (at: string, code: Detail['code'], message?: string): Detail =>
  message === undefined ? { at, code } : { at, code, message };
const where = ({ id }: SheetRow): string => `rows.${id}`;
const place = ({ level1, level2 }: Section): string => `groups.${level1}.${level2}`;

const total = (values: readonly Exact[]): Exact => values.reduce((sum, value) => sum.plus(value), exact(0));
const differs = (sum: Exact, whole: Exact | string): string | undefined =>
  sum.equals(whole) ? undefined : `${sum.toFixed()} / ${exact(whole).toFixed()}`;

const checkNames = (frame: ScoringFrame, sheet: ScoringSheet): readonly Detail[] => {
  const repeated = (keys: readonly string[]): readonly string[] =>
    keys.filter((key, index) => keys.indexOf(key) !== index);
  return [
    ...repeated(sheet.rows.map(({ id }) => id)).map((id) => detail(`rows.${id}`, 'named-twice')),
    ...repeated(sheet.groups.map(({ level1, level2 }) => `${level1}.${level2}`)).map((key) =>
      detail(`groups.${key}`, 'named-twice'),
    ),
    ...sectionsOf(sheet)
      .filter(
        ({ level1, level2 }) =>
          !frame.level1.some((level) => level.name === level1 && level.level2.some(({ name }) => name === level2)),
      )
      .map((section) => detail(place(section), 'unknown-level')),
    ...sheet.rows.filter(directionDisagrees).map((row) => detail(`${where(row)}.direction`, 'disagrees')),
  ];
};

/** The weights of one section, at the level the frame scores. */
const checkSection = (frame: ScoringFrame, section: Section): readonly Detail[] => {
  const { group, rows } = section;
  const zero = (at: string, weight: string | undefined): readonly Detail[] =>
    weight !== undefined && !frame.zeroWeights && exact(weight).isZero() ? [detail(at, 'weight-zero')] : [];
  if (frame.scoredBy === 'row')
    return [
      ...(group?.weight === undefined && group?.override === undefined
        ? []
        : [detail(place(section), 'weights-at-wrong-level')]),
      ...rows.flatMap((row) =>
        row.weight === undefined ? [detail(where(row), 'weight-missing')] : zero(where(row), row.weight),
      ),
    ];
  if (group?.weight === undefined)
    return [
      detail(
        place(section),
        rows.some(({ weight }) => weight !== undefined) ? 'weights-at-wrong-level' : 'weight-missing',
      ),
    ];
  const given = rows.filter(({ weight }) => weight !== undefined);
  const sum = differs(total(given.map(({ weight }) => exact(weight ?? 0))), group.weight);
  return [
    ...zero(place(section), group.weight),
    ...(given.length === 0 && frame.groupSplit === 'entered' ? [detail(place(section), 'weight-missing')] : []),
    ...(given.length > 0 && (given.length < rows.length || sum !== undefined)
      ? [detail(place(section), 'row-weights-do-not-sum', sum)]
      : []),
  ];
};

/** Where weights of a level depart from the frame: `at` names the level, `numbers` what is and what should be. */
export const departingLevels = (
  frame: ScoringFrame,
  sheet: ScoringSheet,
): readonly { readonly at: string; readonly numbers: string }[] => {
  const sections = sectionsOf(sheet);
  const compare = (at: string, weight: string | undefined, of: readonly Section[]) => {
    const numbers = weight === undefined ? undefined : differs(total(of.map(sectionWeight)), weight);
    return numbers === undefined ? [] : [{ at, numbers }];
  };
  return frame.level1.flatMap(({ name, weight, level2 }) => {
    const own = sections.filter(({ level1 }) => level1 === name);
    return [
      ...compare(name, weight, own),
      ...level2.flatMap((item) =>
        compare(
          `${name}.${item.name}`,
          item.weight,
          own.filter((section) => section.level2 === item.name),
        ),
      ),
    ];
  });
};

const checkWeights = (frame: ScoringFrame, sheet: ScoringSheet): readonly Detail[] => {
  const sections = sectionsOf(sheet);
  const beside = frame.execution.inTotal ? exact(frame.execution.weight) : exact(0);
  const sum = total(sections.map(sectionWeight)).plus(beside);
  const message = differs(sum, beside.plus(indicatorPoints(frame)));
  return [
    ...(message === undefined ? [] : [detail('weights', 'weights-not-100', message)]),
    ...sections.flatMap((section) => checkSection(frame, section)),
    ...(frame.levelWeights === 'binding'
      ? departingLevels(frame, sheet).map(({ at, numbers }) => detail(`levels.${at}`, 'level-weights-differ', numbers))
      : []),
  ];
};

const tooFine = ({ decimals }: ScoringFrame, at: string, score: string): readonly Detail[] =>
  exact(score).decimalPlaces() > decimals ? [detail(at, 'too-many-decimals', String(decimals))] : [];

const checkOverride = (
  frame: ScoringFrame,
  at: string,
  weight: Exact,
  override: Override | undefined,
): readonly Detail[] => {
  if (override === undefined) return [];
  const [score, most] = [exact(override.score), roundPoints(frame, weight)];
  return [
    ...(override.reason === undefined ? [detail(at, 'override-without-reason')] : []),
    ...(score.isNegative() || score.greaterThan(most)
      ? [detail(at, 'score-outside-weight', `${score.toFixed()} / ${most.toFixed()}`)]
      : []),
    ...tooFine(frame, at, override.score),
  ];
};

/** A score stands inside the band that was chosen: its lower bound belongs to it, the one above does not. */
const checkQualitative = (frame: ScoringFrame, row: SheetRow, weight: Exact): readonly Detail[] => {
  const { qualitative } = row;
  if (qualitative === undefined) return [];
  const at = `${where(row)}.qualitative`;
  if (readRow(row).kind === 'measured') return [detail(at, 'grade-on-measured-row')];
  const index = frame.bands.findIndex(({ code }) => code === qualitative.band);
  const band = frame.bands[index];
  if (band === undefined) return [detail(at, 'unknown-band', qualitative.band)];
  const bound = (from: string): Exact => roundPoints(frame, weight.times(from).dividedBy(100));
  const [score, low, above] = [exact(qualitative.score), bound(band.from), frame.bands[index - 1]];
  const high = bound(above?.from ?? '100');
  const inside =
    score.greaterThanOrEqualTo(low) && (above === undefined ? score.lessThanOrEqualTo(high) : score.lessThan(high));
  return [
    ...(inside
      ? []
      : [
          detail(
            at,
            'score-outside-band',
            `${score.toFixed()}: [${low.toFixed()}, ${high.toFixed()}${above === undefined ? ']' : ')'}`,
          ),
        ]),
    ...tooFine(frame, at, qualitative.score),
  ];
};

const checkEntries = (frame: ScoringFrame, sheet: ScoringSheet): readonly Detail[] => [
  ...checkOverride(frame, 'execution', exact(frame.execution.weight), sheet.execution?.override),
  ...sectionsOf(sheet).flatMap((section) => {
    const weights = rowWeights(frame, section);
    return [
      ...checkOverride(frame, place(section), sectionWeight(section), section.group?.override),
      ...section.rows.flatMap((row) => [
        ...checkOverride(frame, where(row), weights.get(row.id) ?? exact(0), row.override),
        ...checkQualitative(frame, row, weights.get(row.id) ?? exact(0)),
        ...(row.notApplicable === true && frame.notApplicable === 'refuse'
          ? [detail(where(row), 'not-applicable-not-allowed')]
          : []),
      ]),
    ];
  }),
  ...(sheet.rows.every(({ notApplicable }) => notApplicable === true) ? [detail('rows', 'nothing-to-score')] : []),
];

/**
 * What makes a sheet impossible to score by a frame; undefined for a sound one. Weights come first: bounds of scores rest on
 * them.
 * @rejects invalid-sheet with every problem of a stage, each with its place and name
 */
export const refusalOf = (frame: ScoringFrame, sheet: unknown): Rejection | undefined => {
  const stages: readonly (() => readonly RejectionDetail[])[] = [
    () => checkShape(sheet, NO_DAY),
    () => {
      const read = sheet as ScoringSheet;
      return [...checkNames(frame, read), ...checkWeights(frame, read)];
    },
    () => checkEntries(frame, sheet as ScoringSheet),
  ];
  for (const stage of stages) {
    const found = stage();
    if (found.length > 0) return reject('invalid-sheet', ...found);
  }
  return undefined;
};
