import { versionAt } from '../indicator.js';
import { periodOfSheet } from '../evaluation/actuals.js';
import type { FormerRow, PerformanceRow, PerformanceSheet } from '../evaluation/performance-sheet.js';
import { type FoundSheet, type SheetPorts, readSheets } from '../evaluation/read-sheets.js';
import type { EventStore } from '../ports/event-store.js';
import type { Registry } from '../registry.js';
import { parseFigure } from '../scoring/parse-figure.js';
import { type RecordedSeal, booksOf } from '../sealing/books.js';
import { definitionHash } from '../sealing/definition-of-figure.js';
import { officesOf } from '../sealing/freeze-figures.js';
import { sealInForce } from '../sealing/seal-period.js';
import { resultsIn, sealedResult } from '../year-end/sealed-actuals.js';
import { linesBehind } from '../year-end/seals-of-sheet.js';
import type { ComparedFigure, FormerFigure } from './comparison.js';
import { matchRows } from './match-rows.js';
import { proofOf, sealsNamedBy } from './sealed-proof.js';

export interface FormerPorts extends SheetPorts {
  readonly store: SheetPorts['store'] & Pick<EventStore, 'holderOf'>;
}

/** What is known of the year before, by id of the row. */
export interface FormerFigures {
  readonly logged: ReadonlyMap<string, FormerFigure>;
  readonly imported: ReadonlyMap<string, FormerFigure>;
}

/** The sheet of the same subject of the year before, as recorded up to a position. */
const sheetBefore = async (
  ports: FormerPorts,
  { bureau, sheet }: FoundSheet,
  asOf: number,
): Promise<FoundSheet | undefined> => {
  const reading = { bureau, offices: officesOf(ports.offices, bureau), asOf };
  const before = await readSheets(ports, reading, sheet.fiscalYear - 1);
  return before.find(({ sheet: other }) => other.subject === sheet.subject && other.subjectCode === sheet.subjectCode);
};

/** Seals of the year before in force at a position, of the fields of work a sheet rests on. */
const sealsBefore = async (
  ports: FormerPorts,
  found: FoundSheet,
  year: number,
  asOf: number,
): Promise<readonly RecordedSeal[]> => {
  const { registry } = ports;
  if (!registry.lines.some(({ periods }) => periods !== undefined)) return [];
  const period = periodOfSheet({ fiscalYear: year });
  const books = await Promise.all(
    linesBehind(registry, found).map((line) => booksOf(ports, { bureau: found.bureau, line, period }, asOf)),
  );
  return books.flatMap((item) => sealInForce(item) ?? []);
};

const sealedFigure = (
  registry: Registry,
  row: PerformanceRow,
  ofSeals: ReturnType<typeof resultsIn>,
): FormerFigure | undefined => {
  const { indicator } = row;
  const found = indicator === undefined ? undefined : ofSeals(indicator);
  if (indicator === undefined || found === undefined) return undefined;
  const { printed, value, unit, version, definition } = sealedResult(registry, row, indicator, found);
  const { hash, position } = found.seal;
  return {
    ...{ from: 'sealed', printed, value, unit, indicator, seal: { hash, position } },
    ...(version !== undefined && { definition: version }),
    ...(definition !== undefined && { fingerprint: definition }),
  };
};

/** What a row was computed by at the end of a year. */
const computedBy = (
  registry: Registry,
  indicator: string,
  year: number,
): Pick<ComparedFigure, 'indicator' | 'definition' | 'fingerprint'> => {
  const definition = registry.indicators.get(indicator);
  const { to } = periodOfSheet({ fiscalYear: year });
  const version = definition === undefined ? undefined : versionAt(definition, to);
  return definition === undefined || version === undefined
    ? { indicator }
    : { indicator, definition: version.from, fingerprint: definitionHash(registry, definition, to) };
};

/** The result of a row that an evaluation records. */
export const evaluatedFigure = (
  registry: Registry,
  { fiscalYear, evaluation }: PerformanceSheet,
  { id, target, indicator }: PerformanceRow,
): ComparedFigure | undefined => {
  const answer = evaluation?.rows.find(({ row }) => row === id);
  if (answer === undefined || (answer.actual === undefined && answer.actualText === undefined)) return undefined;
  const { actual, actualText = `${actual ?? ''}${target.unit ?? ''}`, attachmentHash } = answer;
  const unit = parseFigure(actualText).unit ?? target.unit;
  return {
    ...{ printed: actualText, value: actual ?? null },
    ...(unit !== undefined && { unit }),
    ...(indicator !== undefined && attachmentHash === undefined && computedBy(registry, indicator, fiscalYear)),
  };
};

/** What was evaluated for the rows that are called as those of this year. */
const evaluatedBefore = (
  registry: Registry,
  rows: readonly PerformanceRow[],
  before: PerformanceSheet,
): ReadonlyMap<string, FormerFigure> => {
  const { lines } = matchRows(rows, before.rows);
  return new Map(
    [...lines].flatMap(([id, row]) => {
      const figure = evaluatedFigure(registry, before, row);
      return figure === undefined ? [] : [[id, { ...figure, from: 'evaluated', seal: null }] as const];
    }),
  );
};

const importedFigure = (
  row: FormerRow,
  { bureau, sheet }: FoundSheet,
  seals: readonly RecordedSeal[],
): FormerFigure => {
  const { printed, value, unit, operator, approximate, indicator, definition, cell, cached } = row;
  const proof = proofOf(row, bureau, sheet.fiscalYear - 1, seals);
  // A bound, and what is about so much, is no result one could reckon with.
  const exactly = (operator === undefined || operator === '=') && approximate !== true;
  const proven = proof === undefined || proof.fault !== undefined ? null : proof.seal;
  return {
    ...{ from: 'imported', printed, value: exactly ? (value ?? null) : null, cell },
    seal: proven === null ? null : { hash: proven.hash, position: proven.position },
    ...(unit !== undefined && { unit }),
    ...(indicator !== undefined && { indicator }),
    ...(definition !== undefined && { definition }),
    ...(cached === true && { cached }),
  };
};

/**
 * What every row was the year before. The log: the seal in force, else what was evaluated, where it holds the sheet of the same
 * subject. The file that was imported: sealed where a seal of this log holds the very figure, else unproven.
 * @param narrowed rows that are counted for a project alone, which no seal holds
 * @param asOf seals and evaluations recorded up to this position
 */
export const readFormer = async (
  ports: FormerPorts,
  found: FoundSheet,
  narrowed: ReadonlySet<string>,
  asOf: number,
): Promise<FormerFigures> => {
  const { registry } = ports;
  const { rows, former, fiscalYear } = found.sheet;
  const before = await sheetBefore(ports, found, asOf);
  const seals = before === undefined ? [] : await sealsBefore(ports, found, fiscalYear - 1, asOf);
  const ofSeals = resultsIn(seals, found.bureau);
  const evaluated = before === undefined ? undefined : evaluatedBefore(registry, rows, before.sheet);
  const logged = rows.flatMap((row) => {
    const figure = (narrowed.has(row.id) ? undefined : sealedFigure(registry, row, ofSeals)) ?? evaluated?.get(row.id);
    return figure === undefined ? [] : [[row.id, figure] as const];
  });
  const named = former === undefined ? [] : await sealsNamedBy(ports, found.bureau, former);
  return {
    logged: new Map(logged),
    imported: new Map(former?.rows.map((row) => [row.row, importedFigure(row, found, named)])),
  };
};
