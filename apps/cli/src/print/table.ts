/** Characters that take two columns of a terminal: Chinese, full-width forms and their punctuation. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{20000}-\u{3fffd}]/u;

/** Columns a text takes on a terminal. */
export const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (WIDE.test(sign) ? 2 : 1), 0);

/** Shortens a text to so many columns, with … at its end. */
export const fit = (text: string, columns: number): string => {
  if (widthOf(text) <= columns) return text;
  let shown = '';
  for (const sign of text) {
    if (widthOf(shown + sign) > columns - 1) break;
    shown += sign;
  }
  return `${shown}…`;
};

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Widest it may become; longer texts are shortened. */
  readonly most?: number;
}

/** Rows as aligned columns, with a head and a rule below it. */
export const tableLines = (columns: readonly Column[], rows: readonly (readonly string[])[]): readonly string[] => {
  const cut = rows.map((row) => columns.map(({ most = Infinity }, at) => fit(row[at] ?? '', most)));
  const widths = columns.map(({ title }, at) => Math.max(widthOf(title), ...cut.map((row) => widthOf(row[at] ?? ''))));
  const right = (at: number): boolean => columns[at]?.align === 'right';
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => {
        const space = ' '.repeat((widths[at] ?? 0) - widthOf(cell));
        return right(at) ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  return [
    line(columns.map(({ title }) => title)),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...cut.map((row) => line(row)),
  ];
};
