import { hash } from 'node:crypto';
import type { Block, FigureSource, PrintedDocument, PrintedFigure, PrintedSection, Run } from '../documents/printed.js';
import { amongPrinted } from '../documents/case-document.js';
import { chineseDate } from '../documents/chinese-date.js';
import { readingOfSheet, type ActualsPorts } from '../evaluation/actuals.js';
import { type FoundSheet, type SheetPorts, readSheets } from '../evaluation/read-sheets.js';
import { type LocalDate, Rejected, reject } from '../kernel.js';
import type { BooksPorts, RecordedSeal } from '../sealing/books.js';
import { sealsOfSheet } from './seals-of-sheet.js';
import { documentOfSheet, sealOf } from './sheet-document.js';
import { volumeTerms, yearEndTerms } from './terms.js';

export interface VolumeRequest {
  /** The department's sheet. */
  readonly found: FoundSheet;
  readonly position: number;
  readonly today: LocalDate;
  /** From the seals of the year in the place of the log as it stands. */
  readonly sealed?: boolean;
}

type VolumePorts = ActualsPorts & SheetPorts & BooksPorts & { readonly ledger: ActualsPorts['ledger'] };

/** A report of the volume, and what its list says of it. */
interface Part {
  readonly name: string;
  readonly document: PrintedDocument;
}

/** Word takes a tag of at most 64 characters. */
const TAG = 64;
const idIn =
  (part: number) =>
  (id: string): string => {
    const whole = `${part}/${id}`;
    return whole.length <= TAG ? whole : `${part}/${hash('sha256', id, 'hex').slice(0, 32)}`;
  };

const runsWith = (runs: readonly Run[], idOf: (id: string) => string): readonly Run[] =>
  runs.map((run) => (run.figure === undefined ? run : { ...run, figure: idOf(run.figure) }));

const blockWith = (block: Block, idOf: (id: string) => string): Block => {
  if (block.kind !== 'table') return { ...block, text: runsWith(block.text, idOf) };
  const rows = block.table.rows.map((row) => row.map((cell) => ({ ...cell, text: runsWith(cell.text, idOf) })));
  return { kind: 'table', table: { ...block.table, rows } };
};

const sourceWith = (source: FigureSource, idOf: (id: string) => string): FigureSource =>
  source.kind === 'derived' ? { ...source, from: source.from.map(idOf) } : source;

/** Excel takes a name of at most 31 characters. */
const SHEET = 31;

const sectionsOf = ({ document }: Part, at: number): readonly PrintedSection[] =>
  document.sections.map(({ name, orientation, blocks }) => ({
    name: `${volumeTerms.number(at)} ${name}`.slice(0, SHEET),
    orientation,
    blocks: blocks.map((block) => blockWith(block, idIn(at))),
  }));

const figuresOf = ({ document }: Part, at: number): readonly PrintedFigure[] =>
  document.figures.map((figure) => ({
    ...figure,
    id: idIn(at)(figure.id),
    source: sourceWith(figure.source, idIn(at)),
  }));

const LEAD = 5;

/** The cover, and the list of the reports behind it on a page of its own. */
const front = (title: string, issuer: string, date: string, parts: readonly Part[]): readonly PrintedSection[] => {
  const line = (kind: 'title' | 'paragraph' | 'signature', text: string): Block => ({ kind, text: [{ text }] });
  const lead = Array.from({ length: LEAD }, (): Block => ({ kind: 'paragraph', text: [] }));
  const listed = parts.map(({ name }, at) => line('paragraph', `${volumeTerms.number(at)}${volumeTerms.colon}${name}`));
  const none = parts.length === 1 ? [line('paragraph', volumeTerms.noProjects)] : [];
  return [
    {
      ...{ name: volumeTerms.cover, orientation: 'portrait' },
      blocks: [...lead, line('title', title), ...lead, line('signature', issuer), line('signature', date)],
    },
    {
      ...{ name: volumeTerms.contents, orientation: 'portrait' },
      blocks: [line('title', volumeTerms.contents), ...listed, ...none],
    },
  ];
};

/** Reports bound together behind a cover: each keeps its pages and figures, whose ids say which report they are of. */
const bind = (
  parts: readonly [Part, ...Part[]],
  seals: readonly RecordedSeal[] | undefined,
  found: FoundSheet,
): PrintedDocument => {
  const [main] = parts;
  const { issuer, date } = main.document;
  const { fiscalYear, subjectCode } = found.sheet;
  const title = `${issuer}${fiscalYear}${yearEndTerms.ofYear}${volumeTerms.title}`;
  const figures = parts.flatMap(figuresOf);
  const printed = new Set(figures.map(({ id }) => id));
  return {
    ...{ code: `${found.bureau}-${fiscalYear}-${subjectCode}.volume`, title, issuer, date },
    sections: [...front(title, issuer, chineseDate(date), parts), ...parts.flatMap(sectionsOf)],
    figures: figures.map((figure) => amongPrinted(figure, printed)),
    seal: null,
    ...(seals !== undefined && sealOf(seals)),
  };
};

const byHash = (seals: readonly RecordedSeal[]): readonly RecordedSeal[] =>
  [...new Map(seals.map((seal) => [seal.hash, seal])).values()].sort((a, b) => (a.hash < b.hash ? -1 : 1));

/**
 * The whole of a bureau's year in one document: a cover with the list of what is annexed, the report of the department, and the
 * report of every project of that year. All as known at one position, or from the seals of the year.
 * @throws UnknownFrame
 * @rejects not-found  the sheet is a project's
 * @rejects books-open sealed, and a field of work that one of the sheets rests on is not closed for the year
 */
export const volumeOfYear = async (ports: VolumePorts, request: VolumeRequest): Promise<PrintedDocument> => {
  const { found, position, today, sealed = false } = request;
  if (found.sheet.subject !== 'department')
    throw new Rejected(reject('not-found', { at: 'document', code: 'not-found' }));
  const sheets = await readSheets(ports, readingOfSheet(ports, found, position), found.sheet.fiscalYear);
  const projects = sheets
    .filter(({ sheet }) => sheet.subject === 'project')
    .sort((a, b) => (a.sheet.subjectCode < b.sheet.subjectCode ? -1 : 1));
  const all: RecordedSeal[] = [];
  const partOf = async (each: FoundSheet): Promise<Part> => {
    const seals = sealed ? await sealsOfSheet(ports, each) : undefined;
    all.push(...(seals ?? []));
    const asked = { found: each, document: 'report', position, today, ...(seals !== undefined && { seals }) } as const;
    const name = `${each.sheet.subjectName}${yearEndTerms.titles.report[each.sheet.subject]}`;
    return { name, document: await documentOfSheet(ports, asked) };
  };
  const parts: [Part, ...Part[]] = [await partOf(found)];
  // One after the other: a county with fifty projects is not held in memory fifty times over.
  for (const project of projects) parts.push(await partOf(project));
  return bind(parts, sealed ? byHash(all) : undefined, found);
};
