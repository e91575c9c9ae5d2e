import type { FormFault } from '../documents/own-forms.js';
import type { Uuid } from '../kernel.js';
import type { EntryForm } from './entry-form.js';

/** A cell that holds anything, as it is stored. Rows and columns are counted from 1. */
export interface EntryCell {
  readonly row: number;
  readonly column: number;
  /** A number with all its digits, a day as `2023-03-05`, with a time as `2023-03-05 09:30`. */
  readonly text: string;
  readonly kind: 'text' | 'number' | 'date';
}

/** What a workbook says of itself. */
export interface WorkbookMark {
  readonly workbook: Uuid;
  readonly command: string;
}

/** A filled workbook from outside. */
export interface FilledWorkbook {
  /** Of the sheet that is filled in. */
  readonly cells: readonly EntryCell[];
  /** Absent where it was not made here. */
  readonly mark?: WorkbookMark;
  readonly datesFrom1904: boolean;
}

/** What is to be seen in the workbook that goes back: which cells, and what is said of each row. */
export interface Marks {
  readonly cells: readonly { readonly row: number; readonly column: number }[];
  readonly rows: readonly { readonly row: number; readonly reasons: string }[];
}

/** Files of workbooks; one from outside that is broken or could do harm is faults. */
export interface EntryWorkbooks {
  /** An empty workbook of a form. */
  write(
    form: EntryForm,
    workbook: Uuid,
    imprint: { readonly date: string; readonly author: string },
  ): Promise<Uint8Array>;
  read(bytes: Uint8Array): Promise<FilledWorkbook | readonly FormFault[]>;
  /** The same workbook with its faulty cells coloured and the reasons in a last column. */
  mark(bytes: Uint8Array, marks: Marks): Promise<Uint8Array | readonly FormFault[]>;
}
