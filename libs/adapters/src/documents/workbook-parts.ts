import { mainParts } from './attach-manifest.js';
import { BUILT_IN } from './number-format.js';
import type { OfficePackage } from './office-package.js';
import { readXml } from './read-xml.js';

/** The part of each sheet of a workbook, by its name. */
export const sheetParts = (file: OfficePackage): ReadonlyMap<string, string> => {
  const { part, relations } = mainParts.excel;
  const targets = new Map<string, string>();
  readXml(file.read(relations), relations, {
    open: (_, { Id = '', Target = '' }) =>
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`),
  });
  const sheets = new Map<string, string>();
  readXml(file.read(part), part, {
    open: (element, attributes) => {
      if (element === 'x:sheet') sheets.set(attributes['name'] ?? '', targets.get(attributes['r:id'] ?? '') ?? '');
    },
  });
  return sheets;
};

/** Every shared text as its stretches; what is only there to be read aloud is left out. */
export const sharedStrings = (file: OfficePackage): readonly (readonly string[])[] => {
  const part = 'xl/sharedStrings.xml';
  if (!file.has(part)) return [];
  const strings: string[][] = [];
  let inText = false;
  let aside = 0;
  readXml(file.read(part), part, {
    open: (name) => {
      if (name === 'x:si') strings.push([]);
      if (name === 'x:rPh') aside += 1;
      if (name === 'x:t' && aside === 0) {
        inText = true;
        strings.at(-1)?.push('');
      }
    },
    text: (text) => {
      const runs = strings.at(-1);
      if (inText && runs !== undefined) runs[runs.length - 1] += text;
    },
    close: (name) => {
      if (name === 'x:rPh') aside -= 1;
      if (name === 'x:t') inText = false;
    },
  });
  return strings;
};

/** Number format of each cell style. */
export const formatsOf = (file: OfficePackage): readonly string[] => {
  const part = 'xl/styles.xml';
  if (!file.has(part)) return [];
  const own = new Map<string, string>();
  const styles: string[] = [];
  let inCells = false;
  readXml(file.read(part), part, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'x:numFmt') own.set(numFmtId, formatCode);
      if (name === 'x:cellXfs') inCells = true;
      if (name === 'x:xf' && inCells) styles.push(own.get(numFmtId) ?? BUILT_IN[numFmtId] ?? '');
    },
    close: (name) => {
      if (name === 'x:cellXfs') inCells = false;
    },
  });
  return styles;
};
