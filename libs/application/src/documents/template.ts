import type { PrintedFigure } from './printed.js';

/** A list that happens to have no rows: whatever is asked for in them is not needed. */
export const ANY = 'any';

/** What a bureau's own form may ask for. */
export interface TemplateVocabulary {
  /** Figures and texts: `{CC-02}`, `{year}`. */
  readonly names: ReadonlySet<string>;
  /** Rows: `{#rows}` … `{/rows}`, and what may be asked for in each. */
  readonly lists: ReadonlyMap<string, ReadonlySet<string> | typeof ANY>;
}

export type TemplateValue = string | PrintedFigure;

/** What a form is filled with. Each figure has an id of its own, those of rows too. */
export interface TemplateValues {
  readonly names: Readonly<Record<string, TemplateValue>>;
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, TemplateValue>>[]>>;
}

/** Why a placeholder is refused. */
export const templateFaults = [
  'unknown-placeholder',
  /** Asks for something to be worked out: a form is filled, never run. */
  'script',
  'not-a-name',
  /** A brace without its other half in the same paragraph. */
  'broken-placeholder',
  'list-not-closed',
  'list-not-opened',
  'list-in-list',
  /** Footnotes, comments, names of pictures, and fields that hold plain text alone. */
  'not-filled-here',
] as const;
export type TemplateFaultCode = (typeof templateFaults)[number];

export interface TemplateFault {
  readonly code: TemplateFaultCode;
  /** As it is written, with its braces. */
  readonly placeholder: string;
  /** `word/document.xml`, `word/header1.xml`. */
  readonly part: string;
  /** Counted from 1 within its part. */
  readonly paragraph: number;
}

/** A paragraph of a form, its text in one piece however it is spread over runs. */
export interface TemplateParagraph {
  readonly part: string;
  readonly paragraph: number;
  readonly text: string;
  /** Whether placeholders are filled there. */
  readonly filled: boolean;
}

const BRACES = /\{([^{}]*)\}|[{}]/gu;
const NAME = /^([#/]?)([\p{L}\p{N}][\p{L}\p{N}._-]*)$/u;
const SCRIPT = /[()=;`$[\]'"<>!?&|+*]/u;

/** Looks at every placeholder of a form; paragraphs in the order they are read, part by part. */
export const lintTemplate = (
  paragraphs: readonly TemplateParagraph[],
  vocabulary: TemplateVocabulary,
): readonly TemplateFault[] => {
  const faults: TemplateFault[] = [];
  let open: { readonly list: string; readonly fault: TemplateFault } | undefined;
  let part: string | undefined;
  const leavePart = (): void => {
    if (open !== undefined) faults.push(open.fault);
    open = undefined;
  };
  for (const { text, filled, ...place } of paragraphs) {
    if (place.part !== part) leavePart();
    part = place.part;
    for (const [placeholder, inside] of text.matchAll(BRACES)) {
      const fault = (code: TemplateFaultCode): TemplateFault => ({ code, placeholder, ...place });
      const [, mark, name] = NAME.exec(inside?.trim() ?? '') ?? [];
      if (inside === undefined) faults.push(fault('broken-placeholder'));
      else if (name === undefined) faults.push(fault(SCRIPT.test(inside) ? 'script' : 'not-a-name'));
      else if (!filled) faults.push(fault('not-filled-here'));
      else if (mark === '#') {
        if (open !== undefined) faults.push(fault('list-in-list'));
        else if (!vocabulary.lists.has(name)) faults.push(fault('unknown-placeholder'));
        open ??= { list: name, fault: fault('list-not-closed') };
      } else if (mark === '/') {
        if (open?.list !== name) faults.push(fault('list-not-opened'));
        else open = undefined;
      } else if (!vocabulary.names.has(name) && !inRows(vocabulary, open?.list, name))
        faults.push(fault('unknown-placeholder'));
    }
  }
  leavePart();
  return faults;
};

const inRows = ({ lists }: TemplateVocabulary, list: string | undefined, name: string): boolean => {
  const fields = list === undefined ? undefined : lists.get(list);
  return fields === ANY || fields?.has(name) === true;
};

/** Faults of a form that its message names. */
const TOLD = 100;

/** A form that cannot be taken, with every placeholder that is wrong and where it stands. */
export class UnusableTemplate extends Error {
  constructor(readonly faults: readonly TemplateFault[]) {
    super(
      faults
        .slice(0, TOLD)
        .map(({ code, placeholder, part, paragraph }) => `${code}: ${placeholder} in paragraph ${paragraph} of ${part}`)
        .join('; '),
    );
  }
}

/** What a set of values can fill: of rows only what each of them has, so that no cell stays empty unnoticed. */
export const vocabularyOf = ({ names, lists }: TemplateValues): TemplateVocabulary => ({
  names: new Set(Object.keys(names)),
  lists: new Map(
    Object.entries(lists).map(([list, [first, ...more]]) => {
      const common = Object.keys(first ?? {}).filter((name) => more.every((row) => Object.hasOwn(row, name)));
      return [list, first === undefined ? ANY : new Set(common)];
    }),
  ),
});
