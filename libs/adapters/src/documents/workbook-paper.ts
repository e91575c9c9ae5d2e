import type { EvidenceManifest, PaperFigure } from '#application/documents/evidence-manifest.js';
import { mainParts } from './attach-manifest.js';
import { numberShown, shownAs } from './number-format.js';
import type { OfficePackage } from './office-package.js';
import { readXml } from './read-xml.js';
import { formatsOf, sharedStrings, sheetParts } from './workbook-parts.js';

/** A cell as it is stored. */
interface StoredCell {
  readonly type: string;
  readonly style: number;
  formula: string | undefined;
  value: string;
  /** Stretches of a text that lies in the cell itself. */
  readonly runs: string[];
}

const FIGURE = /^figure_\d+$/;
const REFERENCE = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})$/;

interface Named {
  readonly name: string;
  readonly sheet: string;
  readonly cell: string;
}

/** Every named figure cell of a workbook with what really stands in it; the manifest says which stretches are figures. */
export const figuresInWorkbook = (file: OfficePackage, manifest: EvidenceManifest): readonly PaperFigure[] => {
  const [named, sheets] = [namedCells(file), sheetParts(file)];
  const [strings, formats] = [sharedStrings(file), formatsOf(file)];
  const listed = Map.groupBy(
    manifest.figures.flatMap(({ places }) => places),
    (place) => place.split('#')[0] ?? '',
  );
  return [...Map.groupBy(named, ({ sheet }) => sheet)].flatMap(([sheet, names]) => {
    const part = sheets.get(sheet);
    if (part === undefined) return [];
    const cells = cellsOf(file, part, new Set(names.map(({ cell }) => cell)));
    return names.flatMap(({ name, cell }) => {
      const shown = shownIn(cells.get(cell), strings, formats);
      return (listed.get(name) ?? [name]).flatMap((place): readonly PaperFigure[] => {
        const stretch = place.split('#')[1];
        const text = stretch === undefined ? shown.text : shown.runs[Number(stretch)];
        if (text === undefined) return [];
        const number = stretch === undefined && shown.number !== undefined ? { number: shown.number } : {};
        return [{ place, at: `${sheet}!${cell}`, text, ...number }];
      });
    });
  });
};

/** Names of figure cells. */
const namedCells = (file: OfficePackage): readonly Named[] => {
  const { part } = mainParts.excel;
  const named: Named[] = [];
  let name: string | undefined;
  let text = '';
  readXml(file.read(part), part, {
    open: (element, attributes) => {
      if (element !== 'x:definedName') return;
      name = attributes['name'] ?? '';
      text = '';
    },
    text: (given) => (text += given),
    close: (element) => {
      if (element !== 'x:definedName' || name === undefined || !FIGURE.test(name)) return;
      const [, quoted, plain, column, row] = REFERENCE.exec(text.trim()) ?? [];
      // A name that leads nowhere is a figure that is gone.
      if (column !== undefined)
        named.push({ name, sheet: quoted?.replaceAll("''", "'") ?? plain ?? '', cell: `${column}${row}` });
    },
  });
  return named;
};

const cellsOf = (file: OfficePackage, part: string, wanted: ReadonlySet<string>): ReadonlyMap<string, StoredCell> => {
  const cells = new Map<string, StoredCell>();
  let cell: StoredCell | undefined;
  let inside = '';
  readXml(file.read(part), part, {
    open: (name, { r = '', t = 'n', s = '0' }) => {
      if (name === 'x:c' && wanted.has(r)) {
        cell = { type: t, style: Number(s), formula: undefined, value: '', runs: [] };
        cells.set(r, cell);
      }
      if (cell === undefined) return;
      inside = name;
      if (name === 'x:f') cell.formula = '';
      if (name === 'x:t') cell.runs.push('');
    },
    text: (text) => {
      if (cell === undefined) return;
      if (inside === 'x:v') cell.value += text;
      if (inside === 'x:f') cell.formula += text;
      if (inside === 'x:t') cell.runs[cell.runs.length - 1] += text;
    },
    close: (name) => {
      inside = '';
      if (name === 'x:c') cell = undefined;
    },
  });
  return cells;
};

interface Shown {
  readonly text: string;
  readonly runs: readonly string[];
  readonly number?: string;
}

/** What a reader of the sheet sees. A formula is shown as such: a figure is none. */
const shownIn = (
  cell: StoredCell | undefined,
  strings: readonly (readonly string[])[],
  formats: readonly string[],
): Shown => {
  if (cell === undefined) return { text: '', runs: [''] };
  const words = (runs: readonly string[]): Shown => ({ text: runs.join(''), runs });
  if (cell.formula !== undefined) return words([`=${cell.formula}`]);
  if (cell.type === 's') return words(strings[Number(cell.value)] ?? ['']);
  if (cell.type === 'inlineStr') return words(cell.runs);
  if (cell.type !== 'n' || cell.value === '' || !Number.isFinite(Number(cell.value))) return words([cell.value]);
  const format = formats[cell.style] ?? 'General';
  const number = Number(cell.value);
  return { ...words([shownAs(number, format) ?? cell.value]), number: numberShown(number, format).toFixed() };
};
