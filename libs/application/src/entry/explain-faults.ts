import { titleOf } from '../describe-lines.js';
import type { Rejection, RejectionDetail } from '../kernel.js';
import type { Registry } from '../registry.js';
import { exampleOf } from './column-words.js';
import type { EntryColumn, EntryForm } from './entry-form.js';
import { type Placed, letterOf } from './read-rows.js';
import { faultWords, sampleWords } from './terms.js';

/** One thing that is wrong with a row, in words. */
export interface EntryFault {
  /** As the spreadsheet counts it. */
  readonly row: number;
  /** Letter of the column in this file; absent where the row as a whole is wrong, or the column is not there. */
  readonly column?: string;
  readonly title?: string;
  /** As in a refusal of the command: `data.kind`, `office`. */
  readonly at: string;
  readonly code: string;
  readonly reason: string;
}

/** Codes whose message is a bound, fit for anybody to read. */
const BOUNDED: ReadonlySet<string> = new Set([
  'too-long',
  'too-small',
  'too-large',
  'too-few',
  'too-many',
  'too-many-decimals',
]);
/** Values that are told of a list. */
const SHOWN = 8;

/** The column a path leads to: of an item of a list the list, of a person his number. */
const columnAt = ({ columns }: EntryForm, at: string): EntryColumn | undefined => {
  const place = at === 'evidence' || at === 'evidence[0]' ? 'docNo' : at.replace(/\[\d+\].*$/, '');
  return columns.find((column) => column.at === place) ?? columns.find(({ person }) => person?.of === place);
};

const hintOf = (column: EntryColumn): string => {
  const { form } = column;
  if (form.kind === 'choice') {
    const labels = form.choices.slice(0, SHOWN).map(({ label }) => label);
    return labels.length === 0 ? '' : faultWords.choose(labels, form.choices.length > SHOWN);
  }
  const example = exampleOf(column);
  return example === '' || example === sampleWords.text ? '' : faultWords.example(example);
};

/** What is said of one cell: the field, what is wrong, what would be right. */
const ofCell = (registry: Registry, column: EntryColumn, { code, message }: RejectionDetail): string => {
  const bound = message !== undefined && BOUNDED.has(code) ? faultWords.bound(message) : '';
  const said = `${titleOf(registry, code)}${bound}`;
  // Some words bring an example along; where a rule of the business says no, none would help.
  const hint = said.includes(faultWords.exampleMark) || registry.terms.has(code) ? '' : hintOf(column);
  return `${faultWords.at(column.title, said)}${hint}`;
};

/** Puts what is wrong with a row into words. `placed`: where the columns stand. */
export const faultsInWords = (
  registry: Registry,
  form: EntryForm,
  placed: Placed,
  row: number,
  details: readonly RejectionDetail[],
): readonly EntryFault[] =>
  details.map((detail) => {
    const { at, code } = detail;
    const column = columnAt(form, at);
    if (column === undefined) return { row, at, code, reason: titleOf(registry, code) };
    const place = placed.get(column.at);
    return {
      row,
      ...(place === undefined ? {} : { column: letterOf(place) }),
      title: column.title,
      at,
      code,
      reason: ofCell(registry, column, detail),
    };
  });

/**
 * What the front door said of a row, by its cells where it points at any, else of the row. `rowOf`: the row of this workbook
 * whose case an id is.
 */
export const rejectionInWords = (
  registry: Registry,
  form: EntryForm,
  placed: Placed,
  row: number,
  rejection: Rejection,
  rowOf: (streamId: string) => number | undefined,
): readonly EntryFault[] => {
  const { code, details, allowedNext = [] } = rejection;
  const atCells = details.filter(({ at }) => columnAt(form, at) !== undefined);
  const words = faultsInWords(registry, form, placed, row, atCells);
  if (words.length > 0) {
    if (code === 'invalid-data' || words.every((fault) => fault.code === code)) return words;
    const whole = titleOf(registry, code);
    return words.map((fault) => ({ ...fault, reason: `${fault.reason}${faultWords.bound(whole)}` }));
  }
  const others = details.flatMap(({ at }) => {
    const other = rowOf(at);
    return other === undefined || other === row ? [] : [faultWords.sameAsRow(other)];
  });
  const next = allowedNext.map((type) => titleOf(registry, type));
  const open = next.length === 0 ? '' : faultWords.next(next);
  return [{ row, at: 'row', code, reason: `${titleOf(registry, code)}${others.join('')}${open}` }];
};
