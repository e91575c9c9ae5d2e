import { addDays } from '#kernel/dates.js';
import { exact } from '#kernel/money.js';
import type { CellForm, Choice, PlainField } from './entry-form.js';
import { type CellFaultCode, sheetWords } from './terms.js';
import type { EntryCell } from './workbooks.js';

/** What a cell says, as the payload takes it; what cannot be read stands as it is, for the command to refuse. */
export type ReadCell = { readonly value: unknown } | { readonly fault: CellFaultCode };

/** Digits a spreadsheet keeps of a number. */
const EXACT = 1e15;
/** Day 0 of the calendar that workbooks count in. */
const DAY_ZERO = '1899-12-30';
/** Days of 1954 to 2119: what else could five digits mean where a date is asked for. */
const SERIALS = { from: 20_000, to: 80_000 } as const;

/** Full-width signs made narrow, blanks around gone. */
const narrow = (text: string): string => text.normalize('NFKC').trim();
/** The same for digits, letters and blanks alone: brackets and stops of a Chinese text stay what they are. */
const narrowSigns = (text: string): string =>
  text.replaceAll(/[０-９Ａ-Ｚａ-ｚ]/g, (sign) => sign.normalize('NFKC')).trim();

const two = (digits: string): string => digits.padStart(2, '0');
const DATE = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/** A date in any of the ways it is written; undefined for what is none. Whether there is such a day is not asked. */
const dateIn = (text: string): string | undefined => {
  const [, year, month, day] = DATE.exec(text) ?? COMPACT.exec(text) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return `${year}-${two(month)}-${two(day)}`;
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  return serial >= SERIALS.from && serial <= SERIALS.to ? addDays(DAY_ZERO, serial) : undefined;
};

const TIME = /^(.*?)[\sT]+(\d{1,2})[:时](\d{2})分?(?::\d{2})?$/;

/** An instant of Asia/Shanghai, to the minute. */
const instantIn = (text: string): string | undefined => {
  const [, day = '', hours = '', minutes] = TIME.exec(text) ?? [];
  const date = dateIn(day.trim());
  return date === undefined || minutes === undefined ? undefined : `${date}T${two(hours)}:${minutes}:00+08:00`;
};

const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
const withoutGroups = (text: string): string => (GROUPED.test(text) ? text.replaceAll(',', '') : text);

const readPlain = (field: PlainField, text: string): unknown => {
  switch (field.kind) {
    case 'date':
      return dateIn(narrow(text)) ?? text.trim();
    case 'instant':
      return instantIn(narrow(text)) ?? text.trim();
    case 'ref':
      return narrow(text).toLowerCase();
    case 'text':
      return field.max <= 64 || field.pattern !== undefined ? narrowSigns(text) : text.trim();
    case 'count': {
      const plain = withoutGroups(narrow(text)).replace(/\.0+$/, '');
      return /^-?\d+$/.test(plain) ? Number(plain) : text.trim();
    }
    case 'decimal': {
      const plain = withoutGroups(narrow(text));
      const bare = field.unit !== undefined && plain.endsWith(field.unit) ? plain.slice(0, -field.unit.length) : plain;
      return /^-?\d+(\.\d+)?$/.test(bare.trim()) ? exact(bare.trim()).toFixed() : text.trim();
    }
  }
};

const same = (text: string): string => narrow(text).toLowerCase();

const readChoice = (choices: readonly Choice[], text: string): unknown => {
  const asked = same(text);
  const found = choices.find(({ value, label }) => same(label) === asked || same(String(value)) === asked);
  return found === undefined ? text.trim() : found.value;
};

/** Whether the cell must hold words: then a number or a date in it may no longer be what was typed. */
const isWords = (form: CellForm): boolean =>
  form.kind === 'persons' || (form.kind === 'plain' && (form.field.kind === 'text' || form.field.kind === 'ref'));

/** The parts of a cell that holds several things. */
export const partsOf = (text: string): readonly string[] =>
  text
    .split(/[；;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Reads one cell that is not empty. */
export const readCell = (form: CellForm, { kind, text }: EntryCell): ReadCell => {
  if (isWords(form) && kind === 'date') return { fault: 'entry-became-a-date' };
  if (isWords(form) && kind === 'number' && Math.abs(Number(text)) >= EXACT) return { fault: 'entry-digits-lost' };
  switch (form.kind) {
    case 'mark':
      return { value: text.trim() };
    case 'persons':
      return { value: partsOf(text) };
    case 'plain':
      if (form.many) return { value: partsOf(text).map((part) => readPlain(form.field, part)) };
      return { value: readPlain(form.field, text) };
    case 'choice':
      if (form.many) return { value: partsOf(text).map((part) => readChoice(form.choices, part)) };
      return { value: readChoice(form.choices, text) };
  }
};

/** Whether the mark of a row says that it is the sample. */
export const isSample = (mark: string): boolean => narrow(mark).startsWith(sheetWords.sample);
