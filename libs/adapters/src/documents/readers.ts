import { formerPaper } from './former-workbook.js';
import { formAsks, formFaults, filledForm } from './word-form.js';

/** Everything that opens a file somebody handed in. What is given and what comes back is data, copied between threads. */
export const readers = { formFaults, formAsks, filledForm, formerPaper } as const;
export type Readers = typeof readers;
export type Reader = keyof Readers;
