import { PlainFault } from '#kernel/plain-fault.js';
import { type CaseFile, countedAt } from '../case-file.js';
import type { Comparison } from '../last-year/compare-sheet.js';
import type { CaseMaterial } from './case-material.js';
import { scoresOfCase } from './case-scores.js';
import { scoreNotes } from './score-notes.js';
import { annexOf } from './findings-annex.js';
import { type CaseFigureBook, bookOf } from './figure-book.js';
import { compareYears } from './compare-years.js';
import { baseDataTable } from './forms/base-data.form.js';
import { type FormCells, runOf } from './forms/cells.js';
import { departmentSelfEvaluation } from './forms/department-self-evaluation.form.js';
import { type MonitoringEntry, monitoringTable } from './forms/monitoring.form.js';
import { projectSelfEvaluation } from './forms/project-self-evaluation.form.js';
import { resultsTable } from './forms/results.form.js';
import { targetsTable } from './forms/targets.form.js';
import { type Narrative, type NarrativeBlock, type TableRequest, bindRuns } from './narrative.js';
import { chineseDate } from './chinese-date.js';
import type { Block, PrintedDocument, PrintedFigure, PrintedSection, Run, Table } from './printed.js';
import { comparisonTerms, documentTerms } from './terms.js';
import { refuseTypedFigures } from './typed-figures.js';

/** What persons add to a document that no event of the case records. */
export interface DocumentEntries {
  /** By row, for the monitoring of a month. */
  readonly monitoring?: ReadonlyMap<string, MonitoringEntry>;
  /** Texts of cells that events record, by place: `reason:<row>`. What a narrative says goes before them. */
  readonly cells?: ReadonlyMap<string, string>;
  /** Texts that events record, by the placeholder a narrative has for them. They are words, whatever stands in them. */
  readonly words?: ReadonlyMap<string, string>;
  /** The year before, where anything is known of it. */
  readonly comparison?: Comparison;
}

/** A table a narrative asks for that the case cannot give. */
export class UnknownTable extends PlainFault {
  constructor(
    readonly asked: string,
    readonly line: number,
  ) {
    super(`line ${line}: the case has nothing for ${asked}`);
  }
}

/** The bare words of a placeholder: those that speak of the report itself, and are no figures. */
export const ownWords = (file: CaseFile): Readonly<Record<string, string>> => ({
  year: String(file.fiscalYear),
  priorYear: String(file.fiscalYear - 1),
  asOf: chineseDate(countedAt(file)),
  date: chineseDate(dateOf(file)),
  bureau: file.bureau.name,
  area: file.bureau.level,
});

/** The date a document of a case bears. */
export const dateOf = (file: CaseFile) => file.period.documentDate ?? countedAt(file);

/** The score a row stands for: its own, that of its group, of the execution, or of the whole form. */
const scoreId = ({ rows }: CaseFile, book: CaseFigureBook, id: string): string => {
  const row = rows.find((item) => item.id === id);
  if (row === undefined || book.has(`${id}.score`)) return `${id}.score`;
  if (row.group !== undefined) return `group.${row.group}.score`;
  return row.columns === undefined ? 'total.score' : 'execution.score';
};

/** The figure a name stands for: its own id; of a row by its name the result, else the target. */
export const figureNamed = (file: CaseFile, book: CaseFigureBook, name: string): PrintedFigure | undefined => {
  const row = file.rows.find(({ id }) => id === name);
  const [, scored] = /^(.+)\.score$/.exec(name) ?? [];
  const ids = row === undefined ? [name] : [`${row.id}.actual`, `${row.id}.target`];
  return [...ids, ...(scored === undefined ? [] : [scoreId(file, book, scored)])].flatMap(
    (id) => book.get(id) ?? [],
  )[0];
};

/**
 * What stands in the place of a placeholder: a word of the report itself, a figure by its name, and of a row that has none its
 * words.
 */
const meaningOf = (file: CaseFile, book: CaseFigureBook, placeholder: string): Run | undefined => {
  const word = ownWords(file)[placeholder];
  if (word !== undefined) return { text: word };
  const figure = figureNamed(file, book, placeholder);
  if (figure !== undefined) return runOf(figure);
  const row = file.rows.find(({ id }) => id === placeholder);
  return row === undefined ? undefined : { text: row.level3 };
};

const tableFor = (
  request: TableRequest,
  line: number,
  { report: { file } }: CaseMaterial,
  book: CaseFigureBook,
  cells: FormCells,
  entries: DocumentEntries,
): Table => {
  switch (request.form) {
    case 'results': {
      if (!file.rows.some(({ section }) => section === request.section)) throw new UnknownTable(request.section, line);
      return resultsTable(file, book, request.section);
    }
    case 'self-evaluation':
      if (file.template.groups.length === 0) throw new UnknownTable(request.form, line);
      return request.of === 'project'
        ? projectSelfEvaluation(file, book, cells)
        : departmentSelfEvaluation(file, book, cells);
    case 'base-data':
      return baseDataTable(file, book, cells);
    case 'targets': {
      const fund = file.funds.lines.find(({ id }) => id === request.fundLine);
      if (fund === undefined) throw new UnknownTable(request.fundLine, line);
      return targetsTable(file, book, cells, fund);
    }
    case 'monitoring':
      return monitoringTable(file, book, cells, request.month, entries.monitoring);
  }
};

/** Ids of the figures that stand in pages, each once, in the order they are read. */
const idsIn = (sections: readonly PrintedSection[]): readonly string[] => [
  ...new Set(
    sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        (block.kind === 'table' ? block.table.rows.flat().flatMap(({ text }) => text) : block.text).flatMap(
          ({ figure }) => figure ?? [],
        ),
      ),
    ),
  ),
];

/** Figures that follow from others name those that stand on the same paper. */
export const amongPrinted = (figure: PrintedFigure, printed: ReadonlySet<string>): PrintedFigure =>
  figure.source.kind === 'derived'
    ? { ...figure, source: { ...figure.source, from: figure.source.from.filter((id) => printed.has(id)) } }
    : figure;

/**
 * The document of a case: its narrative with every figure in its place, the forms it asks for, and an annex of what the check
 * found with every figure's origin. Pure: the same case, narrative and position give the same document.
 * @throws UnresolvedPlaceholder naming what nothing stands behind, and its line
 * @throws TypedFigure naming every number that is typed over a figure
 * @throws UnknownTable for a section or project the case does not have
 */
export const documentOfCase = (
  material: CaseMaterial,
  narrative: Narrative,
  entries: DocumentEntries = {},
): PrintedDocument => {
  const { report } = material;
  const { file } = report;
  const scored = material.scored ?? scoresOfCase(material);
  const book = bookOf(material, scored);
  refuseTypedFigures(narrative, file, book);
  const named = (placeholder: string): Run | undefined => {
    const text = entries.words?.get(placeholder);
    return text === undefined ? meaningOf(file, book, placeholder) : { text };
  };
  const blocksOf = (block: NarrativeBlock): readonly Block[] => {
    if (block.kind === 'table') {
      const cells = new Map<string, readonly Run[]>([
        ...[...(entries.cells ?? [])].map(([place, text]) => [place, [{ text }]] as const),
        ...block.cells.map(({ place, text, line }) => [place, bindRuns(text, line, named)] as const),
      ]);
      const table = tableFor(block.request, block.line, material, book, cells, entries);
      const notes = block.request.form === 'self-evaluation' ? scoreNotes(scored) : [];
      return [{ kind: 'table', table }, ...notes];
    }
    const text = bindRuns(block.text, block.line, named);
    return [block.as === 'heading' ? { kind: 'heading', level: block.level, text } : { kind: block.as, text }];
  };
  const { comparison } = entries;
  const compared = comparison === undefined ? [] : compareYears(comparison, (row) => book.get(`${row}.actual`));
  const sections: readonly PrintedSection[] = [
    ...narrative.sections.map(({ name, orientation, blocks }) => ({
      name,
      orientation,
      blocks: blocks.flatMap(blocksOf),
    })),
    ...(compared.length === 0
      ? []
      : [{ name: comparisonTerms.name, orientation: 'landscape' as const, blocks: compared }]),
    { name: documentTerms.annex, orientation: 'portrait', blocks: annexOf(report, book) },
  ];
  const ids = idsIn(sections);
  const printed = new Set(ids);
  return {
    code: `${file.caseId}.${file.documentType}`,
    title: file.title,
    issuer: file.bureau.name,
    date: dateOf(file),
    sections,
    figures: ids.flatMap((id) => book.get(id) ?? []).map((figure) => amongPrinted(figure, printed)),
    seal: null,
  };
};
