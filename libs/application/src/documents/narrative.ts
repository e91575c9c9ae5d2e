import { PlainFault } from '#kernel/plain-fault.js';
import { UnresolvedPlaceholder } from '../report-definition.js';
import type { PrintedSection, Run } from './printed.js';
import { documentTerms } from './terms.js';

/** A table that a narrative asks for, made from the case. */
export type TableRequest =
  | { readonly form: 'results'; readonly section: string }
  | { readonly form: 'self-evaluation'; readonly of: 'project' | 'department' }
  | { readonly form: 'base-data' }
  | { readonly form: 'targets'; readonly fundLine: string }
  | { readonly form: 'monitoring'; readonly month: number };

/** A text for a cell of the table above it that nothing in the case fills: `achieved`, `reason:<row>`. */
export interface CellText {
  readonly place: string;
  readonly text: string;
  readonly line: number;
}

export type TextKind = 'title' | 'paragraph' | 'signature' | 'note' | 'heading';

/** A block of a narrative and the line it stands on, counted from 1. */
export type NarrativeBlock =
  | {
      readonly kind: 'text';
      readonly as: TextKind;
      readonly level: 1 | 2 | 3;
      readonly text: string;
      readonly line: number;
    }
  | {
      readonly kind: 'table';
      readonly request: TableRequest;
      readonly cells: readonly CellText[];
      readonly line: number;
    };

export interface NarrativeSection extends Pick<PrintedSection, 'name' | 'orientation'> {
  readonly blocks: readonly NarrativeBlock[];
}

/** The running text of a report, as data: pages, blocks, and the tables that stand between them. */
export interface Narrative {
  readonly sections: readonly NarrativeSection[];
}

/** A template that does not have the form of one: every fault with its line. */
export class UnusableNarrative extends PlainFault {
  constructor(
    readonly faults: readonly { readonly line: number; readonly fault: string }[],
    /** The file it was read from. */
    path?: string,
  ) {
    const said = faults.map(({ line, fault }) => `line ${line}: ${fault}`).join('; ');
    super(path === undefined ? said : `${path}: ${said}`);
  }
}

const PREFIXES: readonly (readonly [sign: string, as: TextKind, level: 1 | 2 | 3])[] = [
  ['####', 'heading', 3],
  ['###', 'heading', 2],
  ['##', 'heading', 1],
  ['#', 'title', 1],
  ['>', 'note', 1],
  ['=', 'signature', 1],
];

const SECTION = /^--- +(portrait|landscape) +([^[\]:*?/\\']{1,31})$/u;
const MONTH = /^(0[1-9]|1[0-2])$/;
const PLACEHOLDER = /\{([^{}]*)\}/g;

const CELL = /^@= +(\S+) +(.+)$/u;
/** Cells of each form that a narrative may fill. */
const PLACES: Readonly<Record<TableRequest['form'], RegExp>> = {
  results: /^(?!)/,
  'self-evaluation': /^(authority|expected|achieved|reason:[a-z0-9-]+)$/,
  'base-data': /^economy$/,
  targets: /^goal$/,
  monitoring: /^(authority|expected)$/,
};

const requestIn = (text: string): TableRequest | undefined => {
  const [, form = '', argument = ''] = /^@@ +(\S+)(?: +(.+))?$/u.exec(text) ?? [];
  switch (form) {
    case 'results':
      return argument === '' ? undefined : { form, section: argument };
    case 'self-evaluation':
      return argument === 'project' || argument === 'department' ? { form, of: argument } : undefined;
    case 'base-data':
      return argument === '' ? { form } : undefined;
    case 'targets':
      return argument === '' ? undefined : { form, fundLine: argument };
    case 'monitoring':
      return MONTH.test(argument) ? { form, month: Number(argument) } : undefined;
    default:
      return undefined;
  }
};

/**
 * Reads a template, one block a line: `#` title, `##` to `####` headings, `>` note, `=` signature, `---` new pages,
 * `@@` table, `@=` a cell of the table above, else a paragraph.
 * @throws UnusableNarrative naming every line that says none of these, pages named twice, and braces that stand alone
 */
export const parseNarrative = (text: string): Narrative => {
  const sections: { name: string; orientation: PrintedSection['orientation']; blocks: NarrativeBlock[] }[] = [];
  const faults: { line: number; fault: string }[] = [];
  const current = () => {
    if (sections.length === 0) sections.push({ name: documentTerms.body, orientation: 'portrait', blocks: [] });
    return sections[sections.length - 1] as (typeof sections)[number];
  };
  text.split(/\r?\n/).forEach((whole, at) => {
    const line = at + 1;
    const written = whole.trim();
    const fault = (what: string): void => void faults.push({ line, fault: what });
    if (written === '') return;
    if (/[{}]/.test(written.replaceAll(PLACEHOLDER, ''))) return fault('a brace stands alone');
    if (written.startsWith('---')) {
      const [, orientation, name] = SECTION.exec(written) ?? [];
      if (name === undefined) return fault(`"${written}" begins no pages: --- portrait|landscape <name>`);
      if (sections.some((known) => known.name.toLowerCase() === name.toLowerCase()))
        return fault(`pages are named ${name} already`);
      sections.push({ name, orientation: orientation as PrintedSection['orientation'], blocks: [] });
      return;
    }
    if (written.startsWith('@=')) {
      const [, place = '', cell = ''] = CELL.exec(written) ?? [];
      const above = current().blocks.at(-1);
      if (above?.kind !== 'table' || !PLACES[above.request.form].test(place))
        return fault(`"${written}" names no cell of the table above`);
      current().blocks[current().blocks.length - 1] = {
        ...above,
        cells: [...above.cells, { place, text: cell, line }],
      };
      return;
    }
    if (written.startsWith('@@')) {
      const request = requestIn(written);
      if (request === undefined) return fault(`"${written}" asks for no table there is`);
      current().blocks.push({ kind: 'table', request, cells: [], line });
      return;
    }
    const [sign = '', as = 'paragraph', level = 1] =
      PREFIXES.find(([prefix]) => written.startsWith(`${prefix} `)) ?? [];
    if (sign === '' && /^#/.test(written)) return fault(`"${written}" is no heading: a blank is missing, or too deep`);
    current().blocks.push({ kind: 'text', as, level, text: written.slice(sign.length).trim(), line });
  });
  if (faults.length > 0) throw new UnusableNarrative(faults);
  return { sections: sections.filter(({ blocks }) => blocks.length > 0) };
};

/** Every text of a narrative, cells included, with its line. */
export const textsIn = ({ sections }: Narrative): readonly { readonly text: string; readonly line: number }[] => {
  const textsOf = (block: NarrativeBlock): readonly { readonly text: string; readonly line: number }[] =>
    block.kind === 'text' ? [block] : block.cells;
  return sections.flatMap(({ blocks }) => blocks.flatMap(textsOf));
};

/** Months whose figures a narrative asks for. */
export const monthsIn = ({ sections }: Narrative): readonly number[] => [
  ...new Set(
    sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'table' && block.request.form === 'monitoring' ? [block.request.month] : [],
      ),
    ),
  ),
];

/**
 * A text with what its placeholders name in their place; a figure keeps a run of its own that names it.
 * @throws UnresolvedPlaceholder naming the first nothing stands behind, and its line
 */
export const bindRuns = (
  text: string,
  line: number,
  named: (placeholder: string) => Run | undefined,
): readonly Run[] => {
  const runs: Run[] = [];
  const add = (run: Run): void => {
    const last = runs.at(-1);
    if (run.text === '') return;
    if (last !== undefined && last.figure === undefined && run.figure === undefined)
      runs[runs.length - 1] = { text: last.text + run.text };
    else runs.push(run);
  };
  let from = 0;
  for (const found of text.matchAll(PLACEHOLDER)) {
    const name = found[1] ?? '';
    const run = named(name);
    if (run === undefined) throw new UnresolvedPlaceholder(name, line);
    add({ text: text.slice(from, found.index) });
    add(run);
    from = found.index + found[0].length;
  }
  add({ text: text.slice(from) });
  return runs;
};
