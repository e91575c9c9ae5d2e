import type { CaseFile } from '../case-file.js';
import type { CaseReport } from '../case-report.js';
import type { Finding } from '../identity.js';
import { caption, filled, runOf, tableOf, words } from './forms/cells.js';
import type { CaseFigureBook } from './figure-book.js';
import type { Block, Cell, FigureSource } from './printed.js';
import { documentTerms, formTerms } from './terms.js';

/** Rows a finding names one by one; more would bury the sentence. */
const NAMED = 6;

/** What the rows of a finding print: `办结各类法律援助案件425件`. */
const printedOf = ({ rows }: CaseFile, finding: Finding): string => {
  const named = finding.rows.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  if (named.length === 0 || named.length > NAMED) return '';
  const texts = named.map(({ level3, printedTarget, printedActual }) => {
    const cells = [printedTarget, printedActual].flatMap((cell) =>
      cell === null ? [] : [cell.replaceAll(/\s+/g, '')],
    );
    return [level3, ...new Set(cells)].join(' ');
  });
  return `（${texts.join(documentTerms.between)}）`;
};

const sentence = (file: CaseFile, finding: Finding): string => {
  const { severity, message, records } = finding;
  const grave = severity === 'block' ? documentTerms.mustCorrect : documentTerms.mustExplain;
  const behind = records.length === 0 ? '' : `${documentTerms.comma}${documentTerms.records(records.length)}`;
  return `【${grave}】${message}${printedOf(file, finding)}${behind}${documentTerms.fullStop}`;
};

const sourceText = (source: FigureSource | undefined): string => {
  switch (source?.kind) {
    case 'indicator': {
      const { indicator, definition, position } = source;
      return `${indicator}${documentTerms.edition(definition)}${documentTerms.comma}${documentTerms.knownUpTo(position)}`;
    }
    case 'derived':
      return documentTerms.derived;
    case 'manual':
      return documentTerms.enteredByHand;
    case undefined:
      return '';
  }
};

/** Every row with its target, its result and where that comes from. */
const allRows = ({ file, figures }: CaseReport, book: CaseFigureBook): readonly (readonly Cell[])[] =>
  figures.map(({ row, match }) => {
    const actual = book.get(`${row.id}.actual`);
    const result = match === 'awaiting-line' && actual === undefined ? words(documentTerms.unknown) : filled(actual);
    const target = book.get(`${row.id}.target`);
    const awaited = match === 'awaiting-line' ? documentTerms.awaited : sourceText(actual?.source);
    return [
      words(`${row.printedNo ?? ''}${row.level3}`),
      target === undefined ? words('') : { text: [runOf(target)], align: 'center' as const },
      result,
      words(target === undefined && actual === undefined && file.rows.length === 0 ? '' : awaited),
    ];
  });

/** What the check of a report found, and all its figures with where they come from. */
export const annexOf = (report: CaseReport, book: CaseFigureBook): readonly Block[] => {
  const heading = (text: string): Block => ({ kind: 'heading', level: 1, text: [{ text }] });
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [{ text }] });
  const { file, findings } = report;
  const header = [formTerms.level3, formTerms.target, formTerms.actual, documentTerms.sourceOfFigure];
  return [
    heading(documentTerms.findings),
    ...(findings.length === 0 ? [paragraph(documentTerms.noFindings)] : []),
    ...findings.map((finding) => paragraph(sentence(file, finding))),
    heading(documentTerms.allFigures),
    {
      kind: 'table',
      table: tableOf([0.36, 0.16, 0.16, 0.32], 1, [header.map((text) => caption(text)), ...allRows(report, book)]),
    },
  ];
};
