import { exact } from '#kernel/money.js';
import type { CaseMaterial } from '../documents/case-material.js';
import { bookOf } from '../documents/figure-book.js';
import { figureEntry } from '../documents/figure-entry.js';
import { runsOfEqual } from '../documents/forms/cells.js';
import { documentTerms } from '../documents/terms.js';
import type { PrintedFigure } from '../documents/printed.js';
import type { PerformanceSheet } from '../evaluation/performance-sheet.js';
import { STAFF_ROWS } from './base-data.js';
import { boundNarrative } from './own-narrative.js';
import { ROW_IDS } from './sheet-case.js';
import { formPages } from './sheet-narrative.js';
import { reportTerms, yearEndTerms } from './terms.js';

/** A report as a narrative: its text, and the words that stand behind those of its placeholders that are no figures. */
export interface DefaultReport {
  readonly text: string;
  readonly words: ReadonlyMap<string, string>;
}

/** How many indicators a sheet has, and of how many the result is known: figures the report says besides those of its forms. */
export const countsOf = (material: CaseMaterial): ReadonlyMap<string, PrintedFigure> => {
  const book = bookOf(material, material.scored);
  const rows = material.report.file.rows.filter(({ level1 }) => level1 !== null).map(({ id }) => `${id}.actual`);
  const count = (id: string, from: readonly string[]) =>
    figureEntry(id, String(from.length), String(from.length), '', { kind: 'derived', rule: 'Σ', from });
  return new Map([
    count('report:rows', rows),
    count(
      'report:known',
      rows.filter((id) => isReported(book.get(id))),
    ),
  ]);
};

type Book = ReadonlyMap<string, PrintedFigure>;

const isKnown = (book: Book, ...ids: readonly string[]): boolean => ids.every((id) => book.get(id)?.value != null);

const overview = ({ subject, goal, purpose }: PerformanceSheet, book: Book): readonly string[] => [
  ...(subject === 'project'
    ? [reportTerms.project, ...(purpose === undefined ? [] : [reportTerms.purpose])]
    : [
        isKnown(book, ...Object.values(STAFF_ROWS).map((id) => `${id}.number`))
          ? reportTerms.staff
          : reportTerms.noStaff,
      ]),
  goal === undefined ? reportTerms.noGoal : reportTerms.goal,
];

const execution = (book: Book): readonly string[] => [
  [
    book.has(`${ROW_IDS.money}.number`) ? reportTerms.money : reportTerms.noMoney,
    ...(book.has('execution.rate') ? [reportTerms.rate] : []),
    ...(book.has('execution.score') ? [reportTerms.executionScore] : []),
  ].join(''),
  ...(isKnown(book, 'base:basic.number', 'base:projects.number', 'base:threePublic.number', 'base:procurement.number')
    ? [reportTerms.byKind]
    : []),
  ...(isKnown(book, 'base:total.priorYearFinal') ? [reportTerms.lastYear] : []),
];

/** Words are a result too; a dash is none. */
const isReported = (figure: PrintedFigure | undefined): boolean =>
  figure !== undefined && figure.printed !== documentTerms.unknown;

const resultOf = (id: string, book: Book): string => {
  const [target, actual] = [book.has(`${id}.target`), isReported(book.get(`${id}.actual`))];
  if (target) return actual ? reportTerms.row(id) : reportTerms.withoutResult(id);
  return actual ? reportTerms.withoutTarget(id) : reportTerms.withoutBoth(id);
};

const results = ({ rows }: PerformanceSheet, book: Book): readonly string[] => [
  reportTerms.counted,
  ...runsOfEqual(rows, ({ level1 }) => level1).flatMap((level, at) => [
    `### ${reportTerms.part(reportTerms.chinese[at] ?? String(at + 1), level[0]?.level1 ?? '')}`,
    ...level.map(({ id }) => resultOf(id, book)),
  ]),
];

/** A part of the form that did not earn all its points. */
interface Loss {
  readonly id: string;
  readonly name: string;
  readonly weight: string;
  readonly reason?: string;
}

/** Rows, or 二级 headings where these are scored, with fewer points than they could have. */
const lossesOf = ({ report: { file }, scored }: CaseMaterial, { evaluation }: PerformanceSheet): readonly Loss[] => {
  const falls = ({ weight, score }: { weight: string; score: string | null }): boolean =>
    score !== null && exact(score).lessThan(weight);
  const reasonOf = (reason: string | undefined) => (reason === undefined ? {} : { reason });
  if (file.template.scoringLevel === '三级')
    return (scored?.groups ?? []).flatMap(({ rows }) =>
      rows.filter(falls).map(({ id, weight }): Loss => {
        const name = file.rows.find((row) => row.id === id)?.level3 ?? id;
        return { id, name, weight, ...reasonOf(evaluation?.rows.find(({ row }) => row === id)?.deviationReason) };
      }),
    );
  return (scored?.groups ?? []).filter(falls).flatMap(({ level1, level2, weight }): readonly Loss[] => {
    const group = file.template.groups.find((item) => item.level1 === level1 && item.level2 === level2);
    if (group === undefined) return [];
    const own = evaluation?.groups.find((item) => item.level1 === level1 && item.level2 === level2)?.deviationReason;
    const ofRows = evaluation?.rows.flatMap(({ row, deviationReason = [] }) =>
      group.rows.includes(row) ? deviationReason : [],
    );
    const reasons = [...(own === undefined ? [] : [own]), ...(ofRows ?? [])];
    const reason = reasons.length === 0 ? undefined : reasons.join(documentTerms.between);
    return [{ id: `group.${group.id}`, name: level2, weight, ...reasonOf(reason) }];
  });
};

const measures = (losses: readonly Loss[], scored: boolean, own: readonly string[]): readonly string[] => {
  if (losses.length === 0 && own.length > 0) return own;
  if (losses.length === 0) return [scored ? reportTerms.noLoss : reportTerms.notScored];
  const reasons = losses.map(({ id, reason }) =>
    reason === undefined ? reportTerms.noMeasure(id) : reportTerms.measure(id),
  );
  return [...reasons, ...own];
};

/** The forms that stand behind the report. */
const annexes = (sheet: PerformanceSheet): readonly string[] => {
  const forms =
    sheet.subject === 'department' ? (['base-data', 'self-evaluation'] as const) : (['self-evaluation'] as const);
  return forms.flatMap((form, at) =>
    formPages(form, sheet, (title) => ['##', `${yearEndTerms.form(at + 1)}{year}${yearEndTerms.ofYear}${title}`]),
  );
};

/**
 * The self-evaluation report of a sheet in plain sentences, in the order the reports of the field have: what it is about, money,
 * results, problems, measures, use. Every number is a figure of the sheet; what nobody recorded is said to be missing.
 */
export const defaultReport = (sheet: PerformanceSheet, material: CaseMaterial): DefaultReport => {
  const { report, scored } = material;
  const book = bookOf(material, scored);
  const losses = lossesOf(material, sheet);
  const own = boundNarrative(sheet, report.file, book);
  const problems = [
    ...losses.map(({ id }) => reportTerms.lost(id)),
    ...report.findings.map((_, at) => reportTerms.finding(at + 1)),
    ...own.linesOf('problems'),
  ];
  const isDone = book.has('total.score') && book.has('total.grade');
  const text = [
    `# {bureau}{year}${yearEndTerms.ofYear}${yearEndTerms.titles.report[sheet.subject]}`,
    ...[`## ${reportTerms.overview[sheet.subject]}`, ...overview(sheet, book), ...own.linesOf('overview')],
    ...[`## ${reportTerms.execution}`, ...execution(book), ...own.linesOf('execution')],
    ...[`## ${reportTerms.results}`, ...results(sheet, book), ...own.linesOf('results')],
    ...[`## ${reportTerms.problems}`, ...(problems.length === 0 ? [reportTerms.noProblems] : problems)],
    ...[`## ${reportTerms.measures}`, ...measures(losses, isDone, own.linesOf('measures'))],
    ...[
      `## ${reportTerms.use}`,
      isDone ? reportTerms.total : reportTerms.noTotal,
      reportTerms.application,
      ...own.linesOf('use'),
    ],
    ...['= {bureau}', '= {date}'],
    ...annexes(sheet),
  ].join('\n');
  const { goal, purpose, subjectName, rows } = sheet;
  return {
    text,
    words: new Map([
      ...own.words,
      ['subject', subjectName],
      ...(goal === undefined ? [] : [['goal', goal] as const]),
      ...(purpose === undefined ? [] : [['purpose', purpose.replace(/[。.]$/u, '')] as const]),
      ...rows.map(({ id, level3 }) => [`name:${id}`, level3] as const),
      ...losses.flatMap(({ id, name, weight, reason }) => [
        [`name:${id}`, name] as const,
        [`weight:${id}`, weight] as const,
        ...(reason === undefined ? [] : [[`reason:${id}`, reason] as const]),
      ]),
      ...report.findings.map(
        ({ message }, at) => [`finding:${at + 1}`, `${message}${documentTerms.fullStop}`] as const,
      ),
    ]),
  };
};
