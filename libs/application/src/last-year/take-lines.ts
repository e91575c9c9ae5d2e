import type { PaperEvidence } from '../documents/evidence-manifest.js';
import type { FormerRow, LeftOut, PerformanceRow } from '../evaluation/performance-sheet.js';
import { type BureauCode, isLocalDate } from '../kernel.js';
import { parseFigure, unitOf } from '../scoring/parse-figure.js';
import { type Named, matchRows, plainName } from './match-rows.js';
import { type FormLine, type ReadForm, plainText } from './read-form.js';

/** A line of last year's form before it is known whose it is. */
type Line = Named & { readonly figure: Omit<FormerRow, 'row'> };

/** What was read for the rows of a sheet, and every line that is none of theirs. */
export interface TakenLines {
  readonly rows: readonly FormerRow[];
  readonly unmatched: readonly LeftOut[];
}

/** As long as an event holds them. */
const LONGEST = { text: 200, cell: 100, unit: 20, number: 64 } as const;
const cut = (text: string, length: number = LONGEST.text): string => [...text.trim()].slice(0, length).join('');

/**
 * A result as it was typed: number, unit and bound apart. A cell that holds a number is read from the number; a result without
 * a unit has that of its column, else that of its target.
 */
const figureOf = ({ actual, target, unit: column, cell }: FormLine): Omit<FormerRow, 'row'> | undefined => {
  if (actual === undefined || plainText(actual.text) === '') return undefined;
  const read = parseFigure(actual.text);
  const value = actual.number ?? read.number;
  const typed =
    read.unit ?? (column === undefined ? undefined : unitOf(column.text)) ?? parseFigure(target?.text ?? '').unit;
  return {
    cell: cut(cell, LONGEST.cell),
    printed: cut(actual.text),
    ...(value !== undefined && value.length <= LONGEST.number && { value }),
    ...(value !== undefined && typed !== undefined && typed.length <= LONGEST.unit && { unit: typed }),
    ...(read.operator !== undefined && { operator: read.operator }),
    ...(read.approximate !== undefined && { approximate: true }),
    ...(actual.cached === true && { cached: true }),
  };
};

const leftOut = ({ cell, level3 }: Pick<FormLine, 'cell' | 'level3'>, why: LeftOut['why']): LeftOut => ({
  ...{ cell: cut(cell, LONGEST.cell), label: cut(level3), why },
});

const taken = (rows: readonly PerformanceRow[], lines: readonly Line[]): TakenLines => {
  const { lines: found, several, none } = matchRows(rows, lines);
  const out = (why: LeftOut['why']) => (line: Line) => leftOut({ cell: line.figure.cell, level3: line.level3 }, why);
  return {
    rows: rows.flatMap(({ id }) => {
      const line = found.get(id);
      return line === undefined ? [] : [{ row: id, ...line.figure }];
    }),
    unmatched: [...several.map(out('several')), ...none.map(out('no-such-row'))],
  };
};

/** The forms in a file that are this subject's: those that name it, or all where none does. */
export const formsOfSubject = (forms: readonly ReadForm[], subjectName: string): readonly ReadForm[] => {
  const own = forms.filter(({ subject }) => subject !== undefined && plainName(subject) === plainName(subjectName));
  return own.length > 0 ? own : forms;
};

/** Lines of a workbook typed by hand, for the rows that are called as they are. */
export const takeTyped = (rows: readonly PerformanceRow[], forms: readonly ReadForm[]): TakenLines => {
  const lines = forms.flatMap((form) => form.lines);
  const read = lines.map((line) => ({ line, figure: figureOf(line) }));
  const { rows: found, unmatched } = taken(
    rows,
    read.flatMap(({ line: { level1, level2, level3 }, figure }): readonly Line[] =>
      figure === undefined
        ? []
        : [{ ...(level1 !== undefined && { level1 }), ...(level2 !== undefined && { level2 }), level3, figure }],
    ),
  );
  const empty = read.flatMap(({ line, figure }) => (figure === undefined ? [leftOut(line, 'empty')] : []));
  return { rows: found, unmatched: [...unmatched, ...empty] };
};

const RESULT = /^(.+)\.actual$/;

/**
 * Results that the manifest of a workbook of ours lists, each with what it was computed by. Names stand on the paper.
 * `ofSheet`: ids of figures that are the sheet's as a whole and no row's.
 */
export const takeOwn = (
  rows: readonly PerformanceRow[],
  { manifest, paper }: PaperEvidence,
  forms: readonly ReadForm[],
  bureau: BureauCode,
  ofSheet: ReadonlySet<string>,
): TakenLines => {
  const lines = new Map(forms.flatMap((form) => form.lines).map((line) => [line.cell, line]));
  const placed = Map.groupBy(paper, ({ place }) => place);
  return taken(
    rows,
    manifest.figures.flatMap(({ id: name, printed, value, unit, source, places }): readonly Line[] => {
      const id = RESULT.exec(name)?.[1];
      if (id === undefined || ofSheet.has(id)) return [];
      const at = places.flatMap((place) => placed.get(place) ?? []).map((item) => item.at);
      const cell = at.find((place) => lines.has(place)) ?? at[0] ?? name;
      const { level1, level2, level3 = id } = lines.get(cell) ?? {};
      // A figure of a part of the bureau is another than the row's.
      const computed = source.kind === 'indicator' && source.office === bureau && isLocalDate(source.definition);
      const indicator = computed ? source.indicator : undefined;
      return [
        {
          ...{ id, level3 },
          ...(level1 !== undefined && { level1 }),
          ...(level2 !== undefined && { level2 }),
          ...(indicator !== undefined && { indicator }),
          figure: {
            ...{ cell: cut(cell, LONGEST.cell), printed: cut(printed) },
            ...(value !== null && value.length <= LONGEST.number && { value }),
            ...(value !== null && unit !== '' && { unit }),
            ...(computed && {
              ...{ indicator: source.indicator, definition: source.definition, position: source.position },
            }),
          },
        },
      ];
    }),
  );
};
