import type { CaseFile } from '../case-file.js';
import type { CaseReport } from '../case-report.js';
import type { Finding } from '../identity.js';
import { caption, filled, tableOf, words } from './forms/cells.js';
import type { CaseFigureBook } from './figure-book.js';
import type { Block, Cell, FigureSource } from './printed.js';
import { documentTerms, formTerms, targetTerms } from './terms.js';

/** Targets that a sentence about results leaves out: `300件以上；500件以上`. */
const targetsOf = ({ rows }: CaseFile, { rows: ids, message }: Finding): string => {
  const targets = rows.flatMap(({ id, printedTarget, printedActual }) =>
    ids.includes(id) && printedTarget !== null && printedActual === null ? [printedTarget.replaceAll(/\s+/g, '')] : [],
  );
  const said = [...new Set(targets)].filter((target) => !message.includes(target));
  return said.length === 0 ? '' : `（${formTerms.target}${formTerms.colon}${said.join(documentTerms.between)}）`;
};

const sentence = (file: CaseFile, finding: Finding): string => {
  const { severity, message, records } = finding;
  const grave = severity === 'block' ? documentTerms.mustCorrect : documentTerms.mustExplain;
  const behind = records.length === 0 ? '' : `${documentTerms.comma}${documentTerms.records(records.length)}`;
  return `【${grave}】${message}${targetsOf(file, finding)}${behind}${documentTerms.fullStop}`;
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

/** Every row that says anything, with its target, its result and where that comes from. */
const allRows = ({ figures }: CaseReport, book: CaseFigureBook): readonly (readonly Cell[])[] =>
  figures.flatMap(({ row, match }): readonly (readonly Cell[])[] => {
    const [target, actual] = [book.get(`${row.id}.target`), book.get(`${row.id}.actual`)];
    const awaited = match === 'awaiting-line';
    if (target === undefined && actual === undefined && !awaited) return [];
    return [
      [
        words(`${row.printedNo ?? ''}${row.level3}`),
        filled(target),
        filled(actual),
        words(awaited ? documentTerms.awaited : sourceText(actual?.source)),
      ],
    ];
  });

/** What the plans to spend the money come to by each of their days; nothing where there is none. */
const plansOf = (book: CaseFigureBook): readonly Block[] => {
  const planned = [...book.values()].filter(({ id }) => id.startsWith('planned.'));
  if (planned.length === 0) return [];
  const share = 1 / (planned.length + 1);
  const captions = planned.map(({ id }) => caption(targetTerms.monthEnd(Number(id.slice(-5, -3)))));
  const rows = [
    [caption(targetTerms.byDay), ...captions],
    [caption(targetTerms.byNow), ...planned.map((figure) => filled(figure))],
  ];
  const widths = [share, ...planned.map(() => share)];
  return [
    { kind: 'heading', level: 1, text: [{ text: targetTerms.planned }] },
    { kind: 'table', table: tableOf(widths, 1, rows) },
  ];
};

/** What the check of a report found, what was planned, and all its figures with where they come from. */
export const annexOf = (report: CaseReport, book: CaseFigureBook): readonly Block[] => {
  const heading = (text: string): Block => ({ kind: 'heading', level: 1, text: [{ text }] });
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [{ text }] });
  const { file, findings } = report;
  const header = [formTerms.level3, formTerms.target, formTerms.actual, documentTerms.sourceOfFigure];
  return [
    heading(documentTerms.findings),
    ...(findings.length === 0 ? [paragraph(documentTerms.noFindings)] : []),
    ...findings.map((finding) => paragraph(sentence(file, finding))),
    ...plansOf(book),
    heading(documentTerms.allFigures),
    {
      kind: 'table',
      table: tableOf([0.36, 0.16, 0.16, 0.32], 1, [header.map((text) => caption(text)), ...allRows(report, book)]),
    },
  ];
};
