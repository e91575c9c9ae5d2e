import { parseAsync, renderDocument } from 'docx-preview';

/**
 * A Word file on sheets of the size it prints on. The library draws each section at one length, and knows neither where a page
 * ends nor its number: both are found here, from the height of what stands on it.
 */

/** Rows that a table repeats on every sheet, for each table of the text in turn. */
const headersOf = (word: unknown): readonly number[] => {
  const { documentPart } = word as {
    readonly documentPart: { readonly body: { readonly children: readonly { type: string; children?: object[] }[] } };
  };
  return documentPart.body.children
    .filter(({ type }) => type === 'table')
    .map(({ children = [] }) => children.filter((row) => (row as { isHeader?: boolean }).isHeader === true).length);
};

const columnOf = (cell: HTMLTableCellElement): number => {
  let column = 0;
  for (let before = cell.previousElementSibling; before !== null; before = before.previousElementSibling)
    column += (before as HTMLTableCellElement).colSpan;
  return column;
};

/** Cuts cells that reach over a row: the rest of each goes on with what it merges below. */
const cutCells = (rows: readonly HTMLTableRowElement[], at: number): void => {
  rows.slice(0, at).forEach((row, nth) => {
    for (const cell of [...row.cells]) {
      const beyond = nth + cell.rowSpan - at;
      if (cell.style.display === 'none' || beyond <= 0) continue;
      const below = [...(rows[at]?.cells ?? [])].find((other) => columnOf(other) === columnOf(cell));
      cell.rowSpan -= beyond;
      if (below === undefined) continue;
      below.style.display = '';
      below.rowSpan = beyond;
    }
  });
};

/** Takes rows off the end of a table until it fits; gives a table of those, under the same header rows. */
const cutTable = (table: HTMLTableElement, headers: number, fits: () => boolean): HTMLTableElement | undefined => {
  const rows = [...table.rows];
  let left = rows.length;
  while (left > headers && !fits()) {
    left -= 1;
    rows[left]?.remove();
  }
  if (left <= headers || left === rows.length) {
    table.append(...rows.slice(left));
    return undefined;
  }
  cutCells(rows, left);
  const rest = table.cloneNode(false) as HTMLTableElement;
  rest.append(...[...table.querySelectorAll(':scope > colgroup')].map((columns) => columns.cloneNode(true)));
  rest.append(...rows.slice(0, headers).map((row) => row.cloneNode(true)), ...rows.slice(left));
  return rest;
};

const isHeading = (block: Element | null): block is Element =>
  block !== null && /report(heading|title)/.test(block.className);

/** Lays one section on as many sheets as it needs, which take its place. */
const layOut = (section: HTMLElement, headers: Iterator<number>): void => {
  const [head, foot] = [section.querySelector(':scope > header'), section.querySelector(':scope > footer')];
  const { paddingTop, paddingBottom, minHeight } = getComputedStyle(section);
  const room = parseFloat(minHeight) - parseFloat(paddingTop) - parseFloat(paddingBottom);
  for (const article of section.querySelectorAll<HTMLElement>(':scope > article')) {
    const sheetOf = (): HTMLElement => {
      const sheet = section.cloneNode(false) as HTMLElement;
      const text = article.cloneNode(false) as HTMLElement;
      sheet.append(...[head?.cloneNode(true), text, foot?.cloneNode(true)].filter((part) => part !== undefined));
      section.before(sheet);
      return text;
    };
    let text = sheetOf();
    const fits = (): boolean => text.offsetHeight <= room;
    const blocks = [...article.children] as HTMLElement[];
    for (let block = blocks.shift(); block !== undefined; block = blocks.shift()) {
      const repeated =
        block instanceof HTMLTableElement && block.dataset['rest'] === undefined ? headers.next().value : 0;
      const headerRows = Number(block.dataset['rest'] ?? repeated ?? 0);
      text.append(block);
      if (fits()) continue;
      const rest = block instanceof HTMLTableElement ? cutTable(block, headerRows, fits) : undefined;
      if (rest !== undefined) {
        rest.dataset['rest'] = String(headerRows);
        blocks.unshift(rest);
        text = sheetOf();
      } else if (block.previousElementSibling !== null && block.dataset['moved'] === undefined) {
        const along: HTMLElement[] = [block];
        while (isHeading(along[0]?.previousElementSibling ?? null))
          along.unshift(along[0]?.previousElementSibling as HTMLElement);
        for (const one of along) one.remove();
        // Tried once more on a sheet of its own, where a table may still be cut.
        block.dataset['moved'] = '';
        if (block instanceof HTMLTableElement) block.dataset['rest'] = String(headerRows);
        text = sheetOf();
        blocks.unshift(...along);
      }
    }
  }
  section.remove();
};

/** The field of the page number, which the library leaves out. */
const numbered = (sheet: Element, at: number): void => {
  const foot = sheet.querySelector<HTMLElement>(':scope > footer p');
  if (foot === null) return;
  foot.textContent = `— ${at} —`;
  foot.style.fontSize = '14pt';
};

/** Draws a Word file into a place. Gives how many sheets it has. */
export const drawOnPaper = async (file: Blob, place: HTMLElement): Promise<number> => {
  const word: unknown = await parseAsync(file, { useBase64URL: true });
  const drawn = await renderDocument(word, { className: 'paper', inWrapper: false, useBase64URL: true });
  place.replaceChildren(...drawn);
  const headers = headersOf(word)[Symbol.iterator]();
  for (const section of place.querySelectorAll<HTMLElement>(':scope > section')) layOut(section, headers);
  const sheets = place.querySelectorAll(':scope > section');
  sheets.forEach((sheet, at) => numbered(sheet, at + 1));
  return sheets.length;
};
