import { PlainFault } from '#kernel/plain-fault.js';
import { Rejected, reject } from '../kernel.js';
import { layTable } from './lay-table.js';
import { printedNumber, printsNearly } from './printed-number.js';
import type { Block, Cell, PrintedDocument, PrintedSection, Run } from './printed.js';

/** What keeps a document from being put on paper, all of it. */
export class UnprintableDocument extends PlainFault {
  constructor(
    readonly document: string,
    readonly faults: readonly string[],
  ) {
    super(`${document} cannot be printed: ${faults.join('; ')}`);
  }
}

/** Every stretch of text of a block, in the order it is read. */
export const runsOf = (block: Block): readonly Run[] =>
  block.kind === 'table' ? block.table.rows.flatMap((row) => row.flatMap(({ text }) => text)) : block.text;

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** What stands in braces and was to be replaced. */
const PLACEHOLDER = /\{[^{}]*\}/g;
/** Word allows a tag no more; Excel a sheet's name no more, and none of these characters. */
const TAG = /^.{1,64}$/u;
const SHEET = /^[^[\]:*?/\\']{1,31}$/u;

/**
 * Stops a document in which a text has something in braces that nobody filled, whoever typed it.
 * @rejects unresolved-placeholder naming each, with the pages it stands in
 */
export const refuseUnresolved = ({ sections }: PrintedDocument): void => {
  const left = sections.flatMap(({ name, blocks }) =>
    [...new Set(blocks.flatMap(runsOf).flatMap(({ text }) => text.match(PLACEHOLDER) ?? []))].map((message) => ({
      ...{ at: name, code: 'unresolved-placeholder', message },
    })),
  );
  if (left.length > 0) throw new Rejected(reject('unresolved-placeholder', ...left));
};

/**
 * Holds a document against what every writer of it relies on.
 * @throws UnprintableDocument naming each placeholder left over, figure unknown or printed otherwise, and table out of shape
 */
export const checkPrinted = (document: PrintedDocument): void => {
  const faults = [...figureFaults(document), ...sectionFaults(document)];
  if (faults.length > 0) throw new UnprintableDocument(document.code, faults);
};

const figureFaults = ({ sections, figures }: PrintedDocument): readonly string[] => {
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  const printed = new Set<string>();
  const faults: string[] = [];
  if (known.size < figures.length) faults.push('two figures have one id');
  for (const { id } of figures) if (!TAG.test(id)) faults.push(`figure ${id}: its id is empty or longer than 64`);
  for (const { text, figure } of sections.flatMap(({ blocks }) => blocks.flatMap(runsOf))) {
    for (const left of text.match(PLACEHOLDER) ?? []) faults.push(`nothing stands behind ${left}`);
    if (figure === undefined) continue;
    printed.add(figure);
    const expected = known.get(figure)?.printed;
    if (expected === undefined) faults.push(`${text} names figure ${figure}, which the document does not have`);
    else if (expected !== text) faults.push(`figure ${figure} is ${expected} and stands as ${text}`);
  }
  for (const id of known.keys()) if (!printed.has(id)) faults.push(`figure ${id} stands nowhere`);
  return faults;
};

const sectionFaults = ({ sections }: PrintedDocument): readonly string[] => {
  const names = sections.map(({ name }) => name.toLowerCase());
  const twice = sections.filter((_, at) => names.indexOf(names[at] ?? '') !== at);
  return [
    ...(sections.length === 0 ? ['it has no section'] : []),
    ...twice.map(({ name }) => `two sections are named ${name}`),
    ...sections.flatMap(oneSection),
  ];
};

const oneSection = ({ name, blocks }: PrintedSection): readonly string[] => {
  const faults: string[] = SHEET.test(name) ? [] : [`${name} cannot name a sheet`];
  let at = 0;
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    at += 1;
    const where = `${name}, table ${at}`;
    const { widths, headerRows, rows } = block.table;
    if (Math.abs(widths.reduce((sum, width) => sum + width, 0) - 1) > 0.001 || widths.some((width) => width <= 0))
      faults.push(`${where}: widths do not add up to 1`);
    if (headerRows > rows.length) faults.push(`${where}: more header rows than rows`);
    try {
      layTable(block.table);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      faults.push(`${where}, ${error.message}`);
    }
    for (const cell of rows.flat()) faults.push(...numberFaults(where, cell));
  }
  return faults;
};

const numberFaults = (where: string, { text, number }: Cell): readonly string[] => {
  if (number === undefined) return [];
  const whole = textOf(text);
  const printed = printedNumber(whole);
  const same =
    printed !== undefined &&
    printsNearly(printed, number.value) &&
    printed.decimals === number.decimals &&
    printed.percent === (number.unit === '%');
  return same ? [] : [`${where}: ${whole} does not print ${number.value}${number.unit}`];
};
