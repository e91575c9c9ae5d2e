import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx';

/**
 * Fonts of official papers; the file names them, and the reader's machine must own them. WPS and Word on office desktops do.
 * @source GB/T 9704-2012 党政机关公文格式
 */
export const fonts = { title: '方正小标宋简体', body: '仿宋_GB2312', heading: '黑体', page: '宋体' } as const;

const eastAsian = (font: string) => ({ ascii: font, hAnsi: font, eastAsia: font, cs: font });

/** Half points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 小四 12 pt. */
export const sizes = { title: 44, body: 32, page: 28, table: 24 } as const;

const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

/** Type area of 156 × 225 mm on A4, in twips. */
export const page = {
  size: { width: twips(210), height: twips(297) },
  margin: {
    top: twips(37),
    bottom: twips(35),
    left: twips(28),
    right: twips(26),
  },
};

/** Width of the type area, in twips. */
export const typeWidth = page.size.width - page.margin.left - page.margin.right;

/** 22 lines to the page. */
const line = { line: 570, lineRule: LineRuleType.EXACT };
/** Two characters of 三号. */
const indent = { firstLine: 640 };

export const styles: IStylesOptions = {
  default: { document: { run: { font: eastAsian(fonts.body), size: sizes.body }, paragraph: { spacing: line } } },
  paragraphStyles: [
    {
      id: 'ReportTitle',
      name: 'Report Title',
      basedOn: 'Normal',
      run: { font: eastAsian(fonts.title), size: sizes.title },
      // Two lines of 二号 need more room than the body's line.
      paragraph: { alignment: AlignmentType.CENTER, spacing: { line: 700, lineRule: LineRuleType.EXACT, after: 280 } },
    },
    {
      id: 'ReportHeading',
      name: 'Report Heading',
      basedOn: 'Normal',
      run: { font: eastAsian(fonts.heading), size: sizes.body },
      paragraph: { indent, keepNext: true, outlineLevel: 0, spacing: { ...line, before: 120 } },
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
      paragraph: { alignment: AlignmentType.RIGHT, indent: { right: 1280 } },
    },
    {
      id: 'ReportCell',
      name: 'Report Cell',
      basedOn: 'Normal',
      run: { size: sizes.table },
      paragraph: { spacing: { line: 320, lineRule: LineRuleType.AT_LEAST } },
    },
  ],
};
