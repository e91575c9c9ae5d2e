import { AlignmentType, type IStylesOptions, LineRuleType, PageOrientation } from 'docx';
import type { PrintedSection } from '#application/documents/printed.js';

/**
 * Fonts of official papers; the file names them, and the reader's machine must own them. WPS and Word on office desktops do.
 * @source GB/T 9704-2012 党政机关公文格式
 */
export const fonts = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading: '黑体',
  subheading: '楷体_GB2312',
  page: '宋体',
} as const;

const eastAsian = (font: string) => ({ ascii: font, hAnsi: font, eastAsia: font, cs: font });

/** Half points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 小四 12 pt, 五号 10.5 pt, 小五 9 pt. */
export const sizes = { title: 44, body: 32, page: 28, table: 24, wide: 21, widest: 18 } as const;

/** Size of the text in a table: the more columns, the smaller. */
export const tableSize = (columns: number): number =>
  columns <= 5 ? sizes.table : columns <= 8 ? sizes.wide : sizes.widest;

const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

/** Edges of an upright A4 page, in millimetres: a type area of 156 × 225. A page that lies is the same, turned. */
export const edges = {
  portrait: { top: 37, bottom: 35, left: 28, right: 26 },
  landscape: { top: 28, bottom: 26, left: 35, right: 37 },
} as const;
const A4 = { width: 210, height: 297 } as const;

type Orientation = PrintedSection['orientation'];

/** Page of a section, in twips. */
export const pageOf = (orientation: Orientation) => {
  const { top, bottom, left, right } = edges[orientation];
  const turned = orientation === 'landscape' ? { orientation: PageOrientation.LANDSCAPE } : {};
  return {
    // Upright in either case: the writer turns it.
    size: { width: twips(A4.width), height: twips(A4.height), ...turned },
    margin: { top: twips(top), bottom: twips(bottom), left: twips(left), right: twips(right) },
  };
};

/** Width of the type area, in millimetres. */
export const typeWidth = (orientation: Orientation): number => {
  const { left, right } = edges[orientation];
  return (orientation === 'landscape' ? A4.height : A4.width) - left - right;
};

/** The same in twips. */
export const typeTwips = (orientation: Orientation): number => {
  const { size, margin } = pageOf(orientation);
  return (orientation === 'landscape' ? size.height : size.width) - margin.left - margin.right;
};

/** 22 lines to the page. */
const line = { line: 570, lineRule: LineRuleType.EXACT };
/** Two characters of 三号. */
const indent = { firstLine: 640 };
const heading = (level: 0 | 1 | 2) => ({
  indent,
  keepNext: true,
  outlineLevel: level,
  spacing: { ...line, before: 120 },
});

export const styles: IStylesOptions = {
  default: { document: { run: { font: eastAsian(fonts.body), size: sizes.body }, paragraph: { spacing: line } } },
  paragraphStyles: [
    {
      id: 'ReportTitle',
      name: 'Report Title',
      basedOn: 'Normal',
      run: { font: eastAsian(fonts.title), size: sizes.title },
      // Two lines of 二号 need more room than the body's line.
      paragraph: {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { line: 700, lineRule: LineRuleType.EXACT, after: 280 },
      },
    },
    {
      id: 'ReportHeading1',
      name: 'Report Heading 1',
      basedOn: 'Normal',
      run: { font: eastAsian(fonts.heading), size: sizes.body },
      paragraph: heading(0),
    },
    {
      id: 'ReportHeading2',
      name: 'Report Heading 2',
      basedOn: 'Normal',
      run: { font: eastAsian(fonts.subheading), size: sizes.body },
      paragraph: heading(1),
    },
    {
      id: 'ReportHeading3',
      name: 'Report Heading 3',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: heading(2),
    },
    {
      id: 'ReportBody',
      name: 'Report Body',
      basedOn: 'Normal',
      paragraph: { indent, alignment: AlignmentType.BOTH },
    },
    {
      id: 'ReportSignature',
      name: 'Report Signature',
      basedOn: 'Normal',
      paragraph: { keepNext: true, alignment: AlignmentType.RIGHT, indent: { right: 1280 } },
    },
    {
      id: 'ReportNote',
      name: 'Report Note',
      basedOn: 'Normal',
      run: { size: sizes.table },
      paragraph: { spacing: { line: 400, lineRule: LineRuleType.AT_LEAST } },
    },
    {
      id: 'ReportCell',
      name: 'Report Cell',
      basedOn: 'Normal',
      run: { size: sizes.table },
      paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
    },
  ],
};
