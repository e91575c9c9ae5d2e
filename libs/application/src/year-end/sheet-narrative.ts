import { type PerformanceSheet } from '../evaluation/performance-sheet.js';
import type { SheetDocument } from './sheet-case.js';
import { yearEndTerms } from './terms.js';

/** The last monitoring that was recorded; the form is drawn up for its month, for the whole year where there is none. */
export const lastMonitoring = ({ monitorings }: PerformanceSheet) =>
  [...monitorings].sort((a, b) => (a.monthEnd < b.monthEnd ? -1 : 1)).at(-1);
const WHOLE_YEAR = '12';

/** The table of a form, as a narrative asks for it. */
const tableOf = (form: Exclude<SheetDocument, 'report'>, sheet: PerformanceSheet): string => {
  switch (form) {
    case 'targets':
      return `@@ targets ${sheet.subjectCode}`;
    case 'monitoring':
      return `@@ monitoring ${lastMonitoring(sheet)?.monthEnd.slice(5, 7) ?? WHOLE_YEAR}`;
    case 'self-evaluation':
      return `@@ self-evaluation ${sheet.subject}`;
    case 'base-data':
      return '@@ base-data';
  }
};

/** What the base data lack, as a placeholder. */
export const MISSING = 'missing';

/** Pages of one form of a sheet: its heading, its table, and of base data what is missing in it. */
export const formPages = (
  form: Exclude<SheetDocument, 'report'>,
  sheet: PerformanceSheet,
  heading: (title: string) => readonly [mark: string, text: string],
): readonly string[] => {
  const title = yearEndTerms.titles[form][sheet.subject];
  const [mark, text] = heading(title);
  return [
    `--- ${form === 'base-data' ? 'portrait' : 'landscape'} ${title}`,
    `${mark} ${text}`,
    tableOf(form, sheet),
    ...(form === 'base-data' ? [`> {${MISSING}}`] : []),
  ];
};

/** One form of a sheet and nothing else. It is signed on one line: a form that fills its page pushes no lonely date onto the next. */
export const formNarrative = (form: Exclude<SheetDocument, 'report'>, sheet: PerformanceSheet): string =>
  [...formPages(form, sheet, (title) => ['#', `{year}${yearEndTerms.ofYear}${title}`]), '= {bureau}\u3000{date}'].join(
    '\n',
  );
