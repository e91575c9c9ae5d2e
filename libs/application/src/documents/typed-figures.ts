import { exact } from '#kernel/money.js';
import { PlainFault } from '#kernel/plain-fault.js';
import type { CaseFile } from '../case-file.js';
import { type Narrative, textsIn } from './narrative.js';
import type { PrintedFigure } from './printed.js';

/** A number typed into a text that is a figure of the case: it would stand still when the figure moves. */
export class TypedFigure extends PlainFault {
  constructor(readonly places: readonly { readonly line: number; readonly typed: string; readonly figure: string }[]) {
    super(places.map(({ line, typed, figure }) => `line ${line}: ${typed} is typed, it is {${figure}}`).join('; '));
  }
}

/** Words whose numbers name something: dates, years, numbers of documents, titles, ordinals before a mark. */
const NAMES = [
  /《[^》]*》|“[^”]*”|"[^"]*"/gu,
  /[（(〔[]\d{4}[）)〕\]]\s*\d*\s*号?/gu,
  /\d{4}\s*[-－—]\s*\d{1,2}(?:\s*[-－—]\s*\d{1,2})?/gu,
  /\d{4}\s*年(?:度|初|末|底|内)?|\d{1,2}\s*月(?:份|初|末|底)?|\d{1,2}\s*日/gu,
  /\d+\s*号/gu,
  /(?:^|[（(。；：\s])\d{1,2}\s*[、.．）)](?!\d)/gu,
] as const;
const PLACEHOLDERS = /\{[^{}]*\}/gu;
const NUMBER = /\d+(?:\.\d+)?/gu;

const blank = (text: string): string => ' '.repeat(text.length);
const withoutNames = (text: string): string =>
  [PLACEHOLDERS, ...NAMES].reduce((rest, pattern) => rest.replaceAll(pattern, blank), text);

/** Numbers and units that stand for rows: as the report printed them, and as the log gives them. */
const knownFigures = (file: CaseFile, figures: ReadonlyMap<string, PrintedFigure>) =>
  file.rows.flatMap((row) => {
    const own = figures.get(`${row.id}.actual`);
    const unit = (own?.unit ?? row.actual?.unit ?? '').replace('%', '');
    const numbers = [row.actual?.number, row.actualBound?.number, own?.printed.match(NUMBER)?.[0]];
    return numbers.flatMap((number) => (number === undefined ? [] : [{ number: exact(number), unit, id: row.id }]));
  });

/**
 * Numbers typed over figures, each with its line and the figure it should be. A typed number is one where it equals a row's figure, as printed in the case or as the
 * log gives it, and either is followed by the unit of that row (`9个`, `98.71%`, `64.22 万元`) or has three digits or more. Numbers in names are let be: dates and years, numbers of documents, what stands in 《》 or quotation
 * marks, ordinals.
 */
export const typedFigures = (
  narrative: Narrative,
  file: CaseFile,
  figures: ReadonlyMap<string, PrintedFigure>,
): TypedFigure['places'] => {
  const known = knownFigures(file, figures);
  return textsIn(narrative).flatMap(({ text, line }) => typedIn(text, line, known));
};

/** Refuses them. @throws TypedFigure naming every such number, its line and the placeholder it should be */
export const refuseTypedFigures = (...of: Parameters<typeof typedFigures>): void => {
  const places = typedFigures(...of);
  if (places.length > 0) throw new TypedFigure(places);
};

const typedIn = (text: string, line: number, known: ReturnType<typeof knownFigures>): TypedFigure['places'] => {
  const plain = withoutNames(text);
  return [...plain.matchAll(NUMBER)].flatMap((found) => {
    const typed = found[0];
    const behind = plain.slice(found.index + typed.length).trimStart();
    const long = typed.replace('.', '').length >= 3;
    const meant = known.find(({ number, unit }) => {
      const followed = unit === '' ? /^[%％]/.test(behind) : behind.startsWith(unit);
      return number.equals(typed) && (long || followed);
    });
    return meant === undefined ? [] : [{ line, typed, figure: meant.id }];
  });
};
