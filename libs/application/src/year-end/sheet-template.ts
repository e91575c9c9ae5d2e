import { dateOf, ownWords } from '../documents/case-document.js';
import type { CaseMaterial } from '../documents/case-material.js';
import type { EvidenceManifest } from '../documents/evidence-manifest.js';
import { bookOf } from '../documents/figure-book.js';
import type { Narrative } from '../documents/narrative.js';
import type { PrintedFigure } from '../documents/printed.js';
import type { TemplateValue, TemplateValues, TemplateVocabulary } from '../documents/template.js';
import { documentTerms } from '../documents/terms.js';
import type { ActualsPorts } from '../evaluation/actuals.js';
import type { PerformanceSheet } from '../evaluation/performance-sheet.js';
import type { Registry } from '../registry.js';
import { type SheetDocumentRequest, materialOfSheet } from './sheet-document.js';
import { figureCalled, ofRow, wholes } from './sheet-figures.js';

/** Words of the report itself, no figures. */
const words = ['year', 'priorYear', 'asOf', 'date', 'bureau', 'area', 'subject'] as const;

/** Of each row of the sheet in turn. */
const rowFields = ['level1', 'level2', 'level3', 'target', 'actual', 'number', 'weight', 'score'] as const;
/** Of each 二级 heading in turn, whose score stands for its rows where the frame merges them. */
const groupFields = ['level1', 'level2', 'weight', 'score'] as const;

const rowNames = ({ rows }: Pick<PerformanceSheet, 'rows'>): readonly string[] =>
  rows.flatMap(({ id }) => [id, ...ofRow.map((part) => `${id}.${part}`)]);

/**
 * What a bureau's own form may ask for: words of the report, money and totals, every indicator by its code, the rows one after
 * the other, and with a sheet its rows by their ids too.
 */
export const vocabularyFor = (
  registry: Pick<Registry, 'indicators'>,
  sheet?: PerformanceSheet,
): TemplateVocabulary => ({
  names: new Set([
    ...words,
    ...Object.keys(wholes),
    ...registry.indicators.keys(),
    ...(sheet === undefined ? [] : rowNames(sheet)),
  ]),
  lists: new Map([
    ['rows', new Set(rowFields)],
    ['groups', new Set(groupFields)],
  ]),
});

/** A narrative of nothing but indicators, so that they are read with the rest. */
const asking = (codes: readonly string[]): Narrative => ({
  sections: [
    {
      name: '',
      orientation: 'portrait',
      blocks: [{ kind: 'text', as: 'paragraph', level: 1, text: codes.map((code) => `{${code}}`).join(''), line: 1 }],
    },
  ],
});

type Fields = Readonly<Record<string, TemplateValue>>;

const rowsOf = (
  { report, scored }: CaseMaterial,
  { rows }: PerformanceSheet,
  shown: (id: string) => TemplateValue,
): readonly Fields[] => {
  const weights = new Map(scored?.groups.flatMap((group) => group.rows).map(({ id, weight }) => [id, weight]));
  return rows.map(({ id, level1, level2, level3 }) => ({
    ...{ level1, level2, level3 },
    weight: weights.get(id) ?? String(report.file.rows.find((row) => row.id === id)?.weight ?? documentTerms.unknown),
    ...Object.fromEntries(ofRow.map((part) => [part, shown(`${id}.${part}`)])),
  }));
};

const groupsOf = ({ report, scored }: CaseMaterial, shown: (id: string) => TemplateValue): readonly Fields[] =>
  report.file.template.groups.map(({ id, level1, level2 }) => ({
    ...{ level1, level2 },
    weight:
      scored?.groups.find((group) => group.level1 === level1 && group.level2 === level2)?.weight ??
      documentTerms.unknown,
    score: shown(`group.${id}.score`),
  }));

export interface SheetTemplateRequest extends Omit<SheetDocumentRequest, 'document'> {
  /** Code of the form, for the file to say. */
  readonly code: string;
  /** Placeholders of the form; only what stands in it is read. Those unknown of this sheet get no value. */
  readonly asked: ReadonlySet<string>;
}

/**
 * What a live sheet puts into a bureau's own form, as known at a position. A figure that is not there is a dash, never 0.
 * @throws UnknownFrame
 */
export const valuesOfSheet = async (
  ports: ActualsPorts,
  { code, asked, ...request }: SheetTemplateRequest,
): Promise<{ readonly values: TemplateValues; readonly head: Omit<EvidenceManifest, 'figures'> }> => {
  const { registry } = ports;
  const { sheet } = request.found;
  const known = [...vocabularyFor(registry, sheet).names].filter((name) => asked.has(name));
  const codes = known.filter((name) => registry.indicators.has(name));
  const material = await materialOfSheet(ports, { ...request, document: 'self-evaluation' }, asking(codes));
  const { file } = material.report;
  const book = bookOf(material, material.scored);
  const orDash = (figure: PrintedFigure | undefined): TemplateValue => figure ?? documentTerms.unknown;
  const own = new Map(Object.entries({ ...ownWords(file), subject: sheet.subjectName }));
  const valueOf = (name: string): TemplateValue => own.get(name) ?? orDash(figureCalled(file, book, name));
  const values: TemplateValues = {
    names: Object.fromEntries(known.map((name) => [name, valueOf(name)])),
    lists: {
      ...(asked.has('rows') && { rows: rowsOf(material, sheet, (id) => orDash(book.get(id))) }),
      ...(asked.has('groups') && { groups: groupsOf(material, (id) => orDash(book.get(id))) }),
    },
  };
  return {
    values,
    head: { document: `${file.caseId}.${code}`, issuer: file.bureau.name, date: dateOf(file), seal: null },
  };
};
