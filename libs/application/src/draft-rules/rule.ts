import type { CaseFile, CaseRow } from '../case-file.js';
import { spokenIn } from '../case-figures.js';
import type { RowFigure } from '../case-rows.js';
import { type Formula, parseFormula } from '../expressions.js';
import type { Finding } from '../identity.js';
import type { Registry } from '../registry.js';

/** The draft a rule looks at, and the other documents of the bureau and year, where they are at hand. */
export interface Draft {
  readonly file: CaseFile;
  readonly registry: Registry;
  readonly figures: readonly RowFigure[];
  readonly companions: readonly CaseFile[];
}

/** A check of a draft, by its fields and indicator codes, never by the names of its rows. */
export interface DraftRule {
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly message: string;
  /** Rows it is broken by, one list for each finding. A list may be empty where the document as a whole breaks it. */
  readonly broken: (draft: Draft) => readonly (readonly string[])[];
}

/** A rule about single rows: one finding names them all. */
export const rows =
  (holds: (row: CaseRow, figure: RowFigure, draft: Draft) => boolean): DraftRule['broken'] =>
  (draft) => {
    const found = draft.figures.filter((figure) => holds(figure.row, figure, draft)).map(({ row }) => row.id);
    return found.length === 0 ? [] : [found];
  };

/** A rule about the document as a whole. */
export const document =
  (holds: (draft: Draft) => boolean): DraftRule['broken'] =>
  (draft) =>
    holds(draft) ? [[]] : [];

/** Groups of rows of two and more that share a key; rows without a key stand alone. */
export const sharing = (
  { file }: Draft,
  keyOf: (row: CaseRow) => string | undefined,
): readonly (readonly CaseRow[])[] => {
  const groups = new Map<string, CaseRow[]>();
  for (const row of file.rows) {
    const key = keyOf(row);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
};

export const idsOf = (found: readonly CaseRow[]): readonly string[] => found.map(({ id }) => id);

export const hasTargetColumn = ({ file }: Draft): boolean =>
  file.template.columns.some((column) => /指标值|目标值/.test(column));

/** Rows of a scored form, and of a table of targets. */
export const inForm = ({ group, level1 }: CaseRow, draft: Draft): boolean =>
  group !== undefined || (level1 !== null && hasTargetColumn(draft));

export const tidy = (text: string | null | undefined): string | undefined =>
  text?.replaceAll(/\s/g, '').replaceAll('％', '%');
export const isWord = (text: string | null): boolean => text !== null && text.trim() !== '' && !/\d/.test(text);

/** First heading of a section: `附件` of `附件 / 绩效指标`. */
export const partOf = ({ section }: CaseRow): string => section.split(' / ')[0] ?? section;

/** Parts of the document that hold the scored form. */
export const formParts = ({ file }: Draft): ReadonlySet<string> =>
  new Set(file.rows.filter(({ group }) => group !== undefined).map(partOf));

export const expressionOf = ({ derivations }: CaseRow): string | undefined => derivations[0]?.expression;

/** The expression without its rounding: the same thing printed at other decimals has the same one. */
export const essenceOf = (row: CaseRow): string | undefined => {
  const expression = expressionOf(row);
  if (expression === undefined) return undefined;
  const strip = (formula: Formula): Formula => (formula.kind === 'round' ? strip(formula.of) : formula);
  return JSON.stringify(strip(parseFormula(expression)));
};

/** Every name the derivations of a row speak of. */
export const pathsOf = (row: CaseRow): readonly string[] =>
  row.derivations.flatMap(({ expression }) => spokenIn(parseFormula(expression)));

/** Codes of business lines whose own word stands in a text. */
export const linesNamedIn = ({ registry }: Draft, text: string): readonly string[] =>
  registry.lines.filter(({ code }) => text.includes(registry.zh(code))).map(({ code }) => code);

/** Codes of the lines that compute a row's indicators. */
export const linesOf = ({ registry }: Draft, { indicator }: CaseRow): readonly string[] =>
  registry.lines
    .filter((line) => line.indicators.some(({ code }) => (indicator ?? []).includes(code)))
    .map(({ code }) => code);
