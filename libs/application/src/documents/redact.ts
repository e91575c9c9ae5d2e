import { type Stretch, asksForPerson, personalIn } from './personal.js';
import type { Block, Cell, PrintedDocument, PrintedFigure, Run } from './printed.js';
import { documentTerms } from './terms.js';

/** What stands in the place of a name, and of a number to reach somebody by. */
const MASKS: Readonly<Record<Stretch['kind'], string>> = { name: '××', telephone: '×××××' };

/** Text of some runs with what is personal masked; a stretch that crosses runs is masked in its first. */
const maskedRuns = (texts: readonly string[], stretches: readonly Stretch[]): readonly string[] => {
  let start = 0;
  return texts.map((text) => {
    const [begin, end] = [start, start + text.length];
    start = end;
    let [masked, at] = ['', begin];
    for (const { from, to, kind } of stretches) {
      if (to <= begin || from >= end) continue;
      masked += text.slice(at - begin, Math.max(from, at) - begin) + (from >= begin ? MASKS[kind] : '');
      at = Math.min(to, end);
    }
    return masked + text.slice(at - begin);
  });
};

/** Words of a document without anybody's name or telephone. Counts what it masked. */
class Redaction {
  count = 0;
  /** Figures that are words, as they were printed and as they are now. */
  private readonly reworded = new Map<string, string>();

  constructor(
    private readonly known: readonly string[],
    private readonly numbers: ReadonlySet<string>,
  ) {}

  text(text: string): string {
    return this.masked([text])[0] ?? '';
  }

  /** `asked`: what stands before it and asks for a person. */
  runs(runs: readonly Run[], asked = ''): readonly Run[] {
    // A number that the log knows is nobody's telephone, whatever it looks like.
    const isNumber = ({ figure }: Run): boolean => figure !== undefined && this.numbers.has(figure);
    const texts = runs.map((run) => (isNumber(run) ? ' '.repeat(run.text.length) : run.text));
    const [, ...masked] = this.masked([asked, ...texts]);
    return runs.map((run, at) => {
      const text = isNumber(run) ? run.text : (masked[at] ?? '');
      if (run.figure !== undefined && text !== run.text) this.reworded.set(run.figure, text);
      return { ...run, text };
    });
  }

  row(cells: readonly Cell[]): readonly Cell[] {
    const textOf = (cell: Cell | undefined): string => (cell?.text ?? []).map(({ text }) => text).join('');
    return cells.map((cell, at) => {
      const before = textOf(cells[at - 1]);
      return {
        ...cell,
        text: this.runs(cell.text, asksForPerson(before) ? `${before.replace(/[：:\s]+$/u, '')}：` : ''),
      };
    });
  }

  block(block: Block): Block {
    if (block.kind !== 'table') return { ...block, text: this.runs(block.text) };
    return { kind: 'table', table: { ...block.table, rows: block.table.rows.map((row) => this.row(row)) } };
  }

  /** A figure reads the same wherever it stands, though only one of the places gives away whom it names. */
  settled(block: Block): Block {
    const settle = (runs: readonly Run[]): readonly Run[] =>
      runs.map((run) => ({ ...run, text: this.reworded.get(run.figure ?? '') ?? run.text }));
    if (block.kind !== 'table') return { ...block, text: settle(block.text) };
    const rows = block.table.rows.map((row) => row.map((cell) => ({ ...cell, text: settle(cell.text) })));
    return { kind: 'table', table: { ...block.table, rows } };
  }

  figure(figure: PrintedFigure): PrintedFigure {
    return { ...figure, printed: this.reworded.get(figure.id) ?? figure.printed };
  }

  private masked(texts: readonly string[]): readonly string[] {
    const stretches = personalIn(texts.join(''), this.known);
    this.count += stretches.length;
    return maskedRuns(texts, stretches);
  }
}

/**
 * A document for the public: names, telephones and identity numbers are masked in every text and cell, figures are let be, and a
 * note says how many places it was. Pure: the same document gives the same one. `known`: names masked wherever they stand.
 */
export const redactDocument = (document: PrintedDocument, known: readonly string[] = []): PrintedDocument => {
  const numbers = new Set(document.figures.flatMap(({ id, value }) => (value === null ? [] : [id])));
  const redaction = new Redaction(known, numbers);
  const title = redaction.text(document.title);
  const sections = document.sections.map(({ name, orientation, blocks }) => ({
    ...{ name: redaction.text(name), orientation },
    blocks: blocks.map((block) => redaction.block(block)),
  }));
  const figures = document.figures.map((figure) => redaction.figure(figure));
  const note: Block = { kind: 'note', text: [{ text: documentTerms.redacted(redaction.count) }] };
  return {
    ...{ ...document, title, figures },
    sections: sections.map(({ blocks, ...section }, at) => {
      const settled = blocks.map((block) => redaction.settled(block));
      return { ...section, blocks: at === sections.length - 1 ? [...settled, note] : settled };
    }),
  };
};
