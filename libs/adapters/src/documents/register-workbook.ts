import ExcelJS from 'exceljs';
import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import type { Writable } from 'node:stream';
import { isLocalDate } from '#kernel/dates.js';
import { fonts } from './page-style.js';
import type { Imprint } from './same-bytes.js';

export interface RegisterColumn {
  readonly title: string;
  /** What its values are; a date is `2023-12-06`. */
  readonly kind: 'text' | 'number' | 'date';
  /** In characters; by title and kind where it does not say. */
  readonly width?: number;
}

export interface RegisterSheet extends Imprint {
  /** At most 31 characters. */
  readonly name: string;
  readonly columns: readonly RegisterColumn[];
}

/** One row, a value for each column; null where there is none. */
export type RegisterValues = readonly (string | number | boolean | null)[];

/** Excel has no row beyond this; what comes after it goes to a further sheet. */
const LAST_ROW = 1_048_576;
/** Rows written before others get their turn, and what was packed leaves memory. */
const TURN = 200;

const FORMATS = { text: '@', number: 'General', date: 'yyyy-mm-dd' } as const;

const widthOf = ({ title, kind, width }: RegisterColumn): number =>
  width ?? Math.max(title.length * 2 + 4, kind === 'text' ? 16 : 12);

/** What cannot be told from a text by its looks stays one: 007 is no 7, and = begins no formula. */
const cellValue = (value: RegisterValues[number], kind: RegisterColumn['kind']): ExcelJS.CellValue => {
  if (value === null) return null;
  if (kind === 'date' && typeof value === 'string' && isLocalDate(value)) return new Date(`${value}T00:00:00Z`);
  if (kind === 'number' && typeof value !== 'boolean' && Number.isFinite(Number(value)) && value !== '')
    return Number(value);
  return typeof value === 'boolean' ? value : String(value);
};

/** What a sheet is written through; the writer itself waits for none of it. */
interface Outlet {
  readonly stream: { readonly pipes: readonly Writable[] };
}

const NOTHING = Buffer.alloc(0);

/** Waits until what was written is packed, so that a fast source does not fill the memory: these pipes tell when asked. */
const packed = async (sheet: ExcelJS.Worksheet, signal: AbortSignal): Promise<void> => {
  await turn();
  signal.throwIfAborted();
  for (const pipe of (sheet as unknown as Outlet).stream.pipes)
    if (!pipe.write(NOTHING)) await once(pipe, 'drain', { signal });
};

/** Tells when nobody takes what is written any more: a caller that hung up, a full disk. */
const watch = (target: Writable): AbortController => {
  const gone = new AbortController();
  target.on('error', (error) => gone.abort(error));
  target.on('close', () => {
    if (!target.writableFinished) gone.abort(new Error('the target was closed before the workbook was whole'));
  });
  return gone;
};

/**
 * Writes rows to a workbook as they come, in memory that does not grow with their number: a header that stays in sight, a
 * filter, dates that are dates. Ends the target; gives the number of rows.
 * @throws Error where the target fails or closes, or the rows do; the target is then destroyed
 */
export const writeRegisterWorkbook = async (
  target: Writable,
  { name, columns, date, author }: RegisterSheet,
  rows: AsyncIterable<RegisterValues>,
): Promise<number> => {
  const made = new Date(`${date}T00:00:00Z`);
  const imprint = { created: made, modified: made, creator: author, lastModifiedBy: author };
  // The writer takes the imprint as options, which its types leave out.
  const options: Partial<ExcelJS.stream.xlsx.WorkbookStreamWriterOptions> & typeof imprint = {
    ...imprint,
    stream: target,
    useStyles: true,
    useSharedStrings: false,
    zip: { zlib: { level: 1 } },
  };
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter(options);
  let sheets = 0;
  const nextSheet = (): ExcelJS.Worksheet => {
    sheets += 1;
    const suffix = sheets === 1 ? '' : ` ${sheets}`;
    const sheet = workbook.addWorksheet(`${name.slice(0, 31 - suffix.length)}${suffix}`, {
      views: [{ state: 'frozen', ySplit: 1 }],
    });
    sheet.columns = columns.map((column) => ({ width: widthOf(column), style: { numFmt: FORMATS[column.kind] } }));
    const header = sheet.addRow(columns.map(({ title }) => title));
    header.font = { name: fonts.heading };
    header.commit();
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
    return sheet;
  };
  const { signal } = watch(target);
  try {
    let sheet = nextSheet();
    let onSheet = 1;
    let count = 0;
    for await (const row of rows) {
      if (onSheet === LAST_ROW) {
        sheet.commit();
        sheet = nextSheet();
        onSheet = 1;
      }
      sheet.addRow(columns.map(({ kind }, at) => cellValue(row[at] ?? null, kind))).commit();
      onSheet += 1;
      count += 1;
      if (count % TURN === 0) await packed(sheet, signal);
    }
    await Promise.race([workbook.commit(), once(signal, 'abort')]);
    signal.throwIfAborted();
    return count;
  } catch (error) {
    target.destroy();
    throw signal.aborted ? signal.reason : error;
  }
};
