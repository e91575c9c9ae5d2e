import { exact } from '#kernel/money.js';
import type { PerformanceRow, PerformanceSheet } from '../evaluation/performance-sheet.js';
import type { FoundSheet } from '../evaluation/read-sheets.js';
import { unitOf } from '../scoring/parse-figure.js';
import { type SheetPage, plainName } from './sheet-page.js';
import type { Broken, SheetRule } from './sheet-rule.js';
import { findingRoomTerms } from './terms.js';

/** A contradiction of two sheets is told once: on the department's, or on the one whose code comes first. */
const orderOf = ({ sheet: { subject, subjectCode }, streamId }: FoundSheet): string =>
  `${subject} ${subjectCode} ${streamId}`;

const unit = ({ target }: PerformanceRow): string => (target.unit === undefined ? '' : unitOf(target.unit));

type Same = (one: PerformanceRow, other: PerformanceRow) => boolean;
const sameFigure: Same = (one, other) => one.indicator !== undefined && one.indicator === other.indicator;
/** What nothing computes is told by its name alone. */
const sameName: Same = (one, other) =>
  one.indicator === undefined && other.indicator === undefined && plainName(one.level3) === plainName(other.level3);

/** Money of a project is its own: the same figure of another sheet is other money. */
const ownMoney = ({ registry, actuals, found }: SheetPage, row: PerformanceRow, other: FoundSheet): boolean => {
  if (actuals.rows.some((actual) => actual.row === row.id && actual.where !== undefined)) return true;
  const ofMoney = registry.lines.find(({ money }) => money !== undefined)?.indicators ?? [];
  const wholes = [found, other].every(({ sheet }) => sheet.subject === 'department');
  return !wholes && ofMoney.some(({ code }) => code === row.indicator);
};

const targetIn = ({ target: { text, operator, number, unit: of } }: PerformanceRow): string =>
  text ?? [operator, number, of].join('');

const targetsDiffer = ({ target: one }: PerformanceRow, { target: other }: PerformanceRow): boolean =>
  one.number !== undefined &&
  other.number !== undefined &&
  (!exact(one.number).equals(other.number) ||
    (one.operator !== undefined && other.operator !== undefined && one.operator !== other.operator));

const resultOf = ({ evaluation }: PerformanceSheet, { id }: PerformanceRow): string | undefined =>
  evaluation?.rows.find(({ row }) => row === id)?.actual;

/** Where rows of two sheets that mean the same say another thing. */
const conflicts = (page: SheetPage, other: FoundSheet, same: Same): readonly Broken[] =>
  page.found.sheet.rows.flatMap((row) =>
    other.sheet.rows
      .filter((theirs) => unit(row) === unit(theirs) && same(row, theirs) && !ownMoney(page, row, other))
      .flatMap((theirs): readonly Broken[] => {
        const [mine, found] = [resultOf(page.found.sheet, row), resultOf(other.sheet, theirs)];
        const said = (word: 'finding.target' | 'finding.result', own: string, their: string): Broken => ({
          rows: [row.id],
          about: `${row.level3} ${findingRoomTerms[word].zh} ${own}，${other.sheet.subjectName} ${their}`,
        });
        return [
          ...(targetsDiffer(row, theirs) ? [said('finding.target', targetIn(row), targetIn(theirs))] : []),
          ...(mine !== undefined && found !== undefined && !exact(mine).equals(found)
            ? [said('finding.result', mine, found)]
            : []),
        ];
      }),
  );

const after = (found: FoundSheet, others: readonly FoundSheet[]): readonly FoundSheet[] =>
  others.filter((other) => orderOf(other) > orderOf(found));

/** What two sheets of one bureau and year say of the same thing. */
export const acrossRules: readonly SheetRule[] = [
  {
    code: 'cross-document-conflict',
    severity: 'block',
    broken: (page, others) => after(page.found, others).flatMap((other) => conflicts(page, other, sameFigure)),
  },
  {
    // Two projects may ask different people the same; a department speaks of all of them.
    code: 'cross-document-conflict',
    severity: 'warn',
    broken: (page, others) =>
      page.found.sheet.subject === 'department'
        ? after(page.found, others).flatMap((other) => conflicts(page, other, sameName))
        : [],
  },
];
