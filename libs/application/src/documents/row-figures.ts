import { type Exact, exact, roundForPrint } from '#kernel/money.js';
import type { CaseRow } from '../case-file.js';
import type { RowFigure } from '../case-rows.js';
import type { CaseMaterial } from './case-material.js';
import { type FigureEntry, type IdsOf, PERCENT, figureEntry, typedEntry } from './figure-entry.js';
import { sourceOfRow } from './figure-sources.js';
import { documentTerms } from './terms.js';

const isPercent = ({ unitOfCount, actual }: CaseRow): boolean => unitOfCount === PERCENT || actual?.unit === PERCENT;

/** Decimals as the report prints this very number; else two for rates, and for all else what it has, two at most. */
const decimalsOf = (row: CaseRow, value: Exact): number => {
  for (const [text, number] of [
    [row.printedActual, row.actual?.number ?? row.actualBound?.number],
    [row.printedTarget, row.target?.number],
  ] as const) {
    const printed = (text?.match(/\d+(?:\.\d+)?/g) ?? []).find((item) => Number(item) === number);
    const decimals = printed?.split('.')[1]?.length ?? 0;
    if (printed !== undefined && roundForPrint(value, decimals).equals(printed)) return decimals;
  }
  return isPercent(row) ? 2 : Math.min(2, value.decimalPlaces());
};

/** The result of a row: what the log gives; words, and numbers that no line computes, as they were typed. */
export const resultOf = (material: CaseMaterial, figure: RowFigure, idsOf: IdsOf): readonly FigureEntry[] => {
  const { row, value, match } = figure;
  const [actual, number] = [`${row.id}.actual`, `${row.id}.number`];
  const unit = row.actual?.unit ?? row.actualBound?.unit ?? row.unitOfCount ?? '';
  const byWord = row.unitOfCount === null || row.kind === 'qualitative' || match === 'not-computed';
  if (byWord || (value === null && row.derivations.length === 0))
    return row.printedActual === null ? [] : [typedEntry(actual, row.printedActual, row.actual?.number, unit)];
  const source = sourceOfRow(material, figure, idsOf);
  // A figure the log does not know is a dash, never 0.
  if (value?.value == null) return [figureEntry(actual, documentTerms.unknown, null, unit, source)];
  const exactly = exact(value.value);
  const decimals = decimalsOf(row, exactly);
  const text = roundForPrint(exactly, decimals).toFixed(decimals);
  const [behind, alone] = isPercent(row) ? [PERCENT, PERCENT] : [unit, ''];
  return [
    figureEntry(actual, `${text}${behind}`, value.value, behind, source),
    figureEntry(number, `${text}${alone}`, value.value, behind, source),
  ];
};

/** The target of a row, as it was typed. */
export const targetOf = ({ id, printedTarget, target, unitOfCount }: CaseRow): readonly FigureEntry[] =>
  printedTarget === null ? [] : [typedEntry(`${id}.target`, printedTarget, target?.number, unitOfCount ?? '')];
