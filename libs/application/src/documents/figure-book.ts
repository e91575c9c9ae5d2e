import { type Exact, exact, roundForPrint } from '#kernel/money.js';
import { figuresOf } from '../case-figures.js';
import type { CaseFile, CaseRow, FundLine } from '../case-file.js';
import type { RowFigure } from '../case-rows.js';
import type { PrintedScore, ScoredSheet } from '../scoring/score-sheet.js';
import { type CaseMaterial, type LoggedColumn, monthEnd } from './case-material.js';
import { scoresOfCase } from './case-scores.js';
import { byHand, sourceOfAmount, sourceOfRow } from './figure-sources.js';
import type { FigureSource, PrintedFigure } from './printed.js';
import { documentTerms, formTerms } from './terms.js';

/**
 * Every number a document of a case may print, by id:
 *
 * - `<row>.actual` result with its unit, `<row>.number` without it, `<row>.target` the printed target;
 * - `<row>.<column>` other money of the row: `priorYearFinal`, `initialBudget`, `adjustedBudget`; `<row>.<MM-DD>` its plan;
 * - `execution.rate`, `execution.score`, `group.<id>.score`, `<row>.score`, `total.score`, `total.grade`;
 * - `fund.<line>.<source>` money of a line by where it comes from, as typed;
 * - `<row>.month-7`, `monitoring.budget`, `monitoring.executed-7`, `monitoring.rate-7` as they stood at the end of July.
 */
export type CaseFigureBook = ReadonlyMap<string, PrintedFigure>;

const PERCENT = '%';
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

/** An amount of money: whole where it is, else two decimals at most. */
const moneyText = (value: Exact): string => roundForPrint(value, 2).toFixed();
/** A rate in percent: whole where it is, else two decimals. */
const rateText = (percent: Exact): string =>
  `${percent.isInteger() ? percent.toFixed() : roundForPrint(percent, 2).toFixed(2)}${PERCENT}`;

type Entry = readonly [id: string, figure: PrintedFigure];

const entry = (id: string, printed: string, value: string | null, unit: string, source: FigureSource): Entry => [
  id,
  { id, printed, value, unit, source },
];

/** The result of a row: what the log gives; words, and numbers that no line computes, as they were typed. */
const resultOf = (material: CaseMaterial, figure: RowFigure): readonly Entry[] => {
  const { row, value, match } = figure;
  const [actual, number] = [`${row.id}.actual`, `${row.id}.number`];
  const typed = row.printedActual;
  const words = row.unitOfCount === null || row.kind === 'qualitative' || match === 'not-computed';
  if (value === null || words) {
    if (typed !== null && (words || row.derivations.length === 0)) {
      const known = row.actual === null || row.actual.approximate !== undefined ? null : String(row.actual.number);
      const text = typed.replaceAll(/\s+/g, '');
      return [entry(actual, text, known, row.unitOfCount ?? '', byHand)];
    }
    // An empty cell of the form stays empty; a figure the log does not know yet is a dash.
    if (row.derivations.length === 0) return [];
    return [entry(actual, documentTerms.unknown, null, row.unitOfCount ?? '', sourceOfRow(material, figure))];
  }
  const source = sourceOfRow(material, figure);
  if (value.value === null) return [entry(actual, documentTerms.unknown, null, value.unit, source)];
  const exactly = exact(value.value);
  const text = roundForPrint(exactly, decimalsOf(row, exactly)).toFixed(decimalsOf(row, exactly));
  if (isPercent(row)) {
    const printed = `${text}${PERCENT}`;
    return [actual, number].map((id) => entry(id, printed, value.value, PERCENT, source));
  }
  const unit = row.actual?.unit ?? row.actualBound?.unit ?? row.unitOfCount ?? '';
  return [entry(actual, `${text}${unit}`, value.value, unit, source), entry(number, text, value.value, unit, source)];
};

const targetOf = ({ id, printedTarget, target, unitOfCount }: CaseRow): readonly Entry[] =>
  printedTarget === null
    ? []
    : [
        entry(
          `${id}.target`,
          printedTarget.replaceAll(/\s+/g, ''),
          target === null ? null : String(target.number),
          unitOfCount ?? '',
          byHand,
        ),
      ];

/** The line of the money a row of a form speaks of: `total`, `lines.heating`. */
const moneyPathOf = ({ funds }: CaseFile, row: CaseRow): string | undefined => {
  const expression = row.derivations[0]?.expression;
  if (expression?.startsWith('funds.total.') === true) return 'funds.total';
  const named = funds.lines.find(({ name }) => name === row.level3);
  const [, id] = /^fund\('([^']+)','\w+'\)$/.exec(expression ?? '') ?? [];
  const line = named?.id ?? id;
  if (line !== undefined) return `funds.lines.${line}`;
  return row.columns !== undefined && expression !== undefined ? 'funds.total' : undefined;
};

/** Which column of the money a printed heading is. */
const columnOf = ({ fiscalYear }: CaseFile, heading: string): LoggedColumn | 'priorYearFinal' | 'rate' | undefined => {
  if (heading.startsWith(formTerms.rate)) return 'rate';
  switch (heading) {
    case `${fiscalYear - 1}年决算数`:
      return 'priorYearFinal';
    case `${fiscalYear}年预算数`:
    case formTerms.initialBudget:
      return 'initialBudget';
    case formTerms.adjustedBudget:
      return 'adjustedBudget';
    case `${fiscalYear}年决算数`:
    case formTerms.executed:
      return 'executed';
    default:
      return undefined;
  }
};

/** The other columns of a row of money; the result is its own, and a rate follows. */
const columnsOf = (material: CaseMaterial, row: CaseRow): readonly Entry[] => {
  const { report, registry, amounts } = material;
  const money = moneyPathOf(report.file, row);
  return Object.entries(row.columns ?? {}).flatMap(([heading, typed]): readonly Entry[] => {
    const column = columnOf(report.file, heading);
    if (typed === null || column === 'executed' || column === 'rate') return [];
    if (column === undefined) return [planEntry(row, heading, typed)];
    const id = `${row.id}.${column}`;
    const path = `${money ?? ''}.${column}`;
    const leaves = money === undefined ? undefined : figuresOf(report.file, registry, path);
    if (leaves === undefined || leaves.length === 0)
      return [entry(id, moneyText(exact(typed)), String(typed), UNIT_OF_MONEY, byHand)];
    const logged = amounts.get(path) ?? null;
    const printed = logged === null ? documentTerms.unknown : moneyText(logged);
    return [entry(id, printed, logged?.toFixed() ?? null, UNIT_OF_MONEY, sourceOfAmount(material, path, leaves))];
  });
};

const UNIT_OF_MONEY = '万元';

/** A point of a spending plan: `3月底` of a row. */
const planEntry = (row: CaseRow, heading: string, percent: number): Entry =>
  entry(`${row.id}.${heading}`, percent.toFixed(2), String(percent), PERCENT, byHand);

const sourcesOf = ({ id, sources }: FundLine): readonly Entry[] =>
  sources.flatMap((source) =>
    source.amount === null
      ? []
      : [entry(`fund.${id}.${source.id}`, source.amount.toFixed(2), String(source.amount), UNIT_OF_MONEY, byHand)],
  );

/** `100.00` is printed 100, as the forms do. */
const pointsText = (points: string): string => exact(points).toFixed();

const scoreEntry = (
  id: string,
  { score, basis }: PrintedScore,
  rule: string,
  from: readonly string[],
): readonly Entry[] =>
  score === null
    ? []
    : [
        entry(
          id,
          pointsText(score),
          exact(score).toFixed(),
          formTerms.points,
          basis === 'computed' ? { kind: 'derived', rule, from } : byHand,
        ),
      ];

/** Share of the adjusted budget that was spent. */
const executionOf = ({ report, amounts }: CaseMaterial): readonly Entry[] => {
  const [whole, spent] = [amounts.get('funds.total.adjustedBudget'), amounts.get('funds.total.executed')];
  if (whole == null || spent == null || whole.isZero()) return [];
  const percent = spent.times(100).dividedBy(whole);
  const from = report.file.rows.flatMap(({ id, columns }) =>
    columns?.[formTerms.adjustedBudget] === undefined ? [] : [`${id}.adjustedBudget`, `${id}.number`],
  );
  const rule = `${formTerms.executed}÷${formTerms.adjustedBudget}`;
  return [entry('execution.rate', rateText(percent), percent.toFixed(), PERCENT, { kind: 'derived', rule, from })];
};

const scoresOf = ({ report: { file } }: CaseMaterial, scored: ScoredSheet): readonly Entry[] => {
  const rule = `${scored.frame.code} v${scored.frame.version}`;
  const groups = scored.groups.flatMap((group) => {
    const own = file.template.groups.find(({ level1, level2 }) => level1 === group.level1 && level2 === group.level2);
    if (own === undefined) return [];
    const from = own.rows.flatMap((id) => [`${id}.actual`, `${id}.target`]);
    const merged = scoreEntry(`group.${own.id}.score`, group, rule, from);
    const rows = group.rows.flatMap((row) => scoreEntry(`${row.id}.score`, row, rule, [`${row.id}.actual`]));
    return [...merged, ...(file.template.scoringLevel === '三级' ? rows : [])];
  });
  const from = [
    ...(scored.execution.inTotal ? ['execution.score'] : []),
    ...file.template.groups.map(({ id }) => `group.${id}.score`),
  ];
  const total: FigureSource = { kind: 'derived', rule: `${rule}: Σ`, from };
  return [
    ...scoreEntry('execution.score', scored.execution, rule, ['execution.rate']),
    ...groups,
    ...(scored.total === null
      ? []
      : [entry('total.score', pointsText(scored.total), exact(scored.total).toFixed(), formTerms.points, total)]),
    ...(scored.grade === null
      ? []
      : [entry('total.grade', scored.grade, null, '', { kind: 'derived', rule, from: ['total.score'] })]),
  ];
};

/** Scores and grade as the report prints them, where no frame gives any. */
const typedScores = ({ report: { file } }: CaseMaterial): readonly Entry[] => {
  const { groups, printedTotalScore, printedGrade } = file.template;
  const points = (id: string, score: number | null | undefined): readonly Entry[] =>
    score == null ? [] : [entry(id, String(score), String(score), formTerms.points, byHand)];
  return [
    ...groups.flatMap(({ id, score }) => points(`group.${id}.score`, score)),
    ...file.rows.flatMap(({ id, score }) => points(`${id}.score`, score)),
    ...points('execution.score', file.rows.find(({ columns }) => columns?.[formTerms.adjustedBudget] != null)?.score),
    ...points('total.score', printedTotalScore),
    ...(printedGrade === null ? [] : [entry('total.grade', printedGrade, null, '', byHand)]),
  ];
};

/** What stood at the end of each month a narrative asks for; a figure that rests on later days was not known then. */
const monthsOf = (material: CaseMaterial): readonly Entry[] => {
  const { report, registry, amounts } = material;
  const path = 'funds.total.initialBudget';
  const [budget, leaves] = [amounts.get(path) ?? null, figuresOf(report.file, registry, path) ?? []];
  if (material.months.size === 0) return [];
  const money = (id: string, value: Exact | null, source: FigureSource): readonly Entry[] =>
    value === null ? [] : [entry(id, moneyText(value), value.toFixed(), UNIT_OF_MONEY, source)];
  return [
    ...money('monitoring.budget', budget, sourceOfAmount(material, path, leaves)),
    ...[...material.months].flatMap(([month, { rows, executed }]) => {
      const end = monthEnd(report.file, month);
      const [spentId, rateId] = [`monitoring.executed-${month}`, `monitoring.rate-${month}`];
      const spent = sourceOfAmount(material, `funds.total.executed ≤ ${end}`, []);
      const rate =
        budget === null || executed === null || budget.isZero() ? null : executed.times(100).dividedBy(budget);
      const from = ['monitoring.budget', spentId];
      return [
        ...money(spentId, executed, spent),
        ...(rate === null
          ? []
          : [entry(rateId, rateText(rate), rate.toFixed(), PERCENT, { kind: 'derived', rule: '÷', from })]),
        ...rows
          .filter(({ basis }) => basis.length > 0 && basis.every(({ period }) => period.to <= end))
          .flatMap((figure) => resultOf(material, figure))
          .filter(([id]) => id.endsWith(ACTUAL))
          .map(([id, figure]): Entry => {
            const then = `${id.slice(0, -ACTUAL.length)}.month-${month}`;
            return [then, { ...figure, id: then }];
          }),
      ];
    }),
  ];
};
const ACTUAL = '.actual';

/** Every figure of a case that may stand in its document. */
export const bookOf = (material: CaseMaterial): CaseFigureBook => {
  const { file, figures } = material.report;
  const scored = scoresOfCase(material);
  return new Map([
    ...figures.flatMap((figure) => [
      ...resultOf(material, figure),
      ...targetOf(figure.row),
      ...columnsOf(material, figure.row),
    ]),
    ...file.funds.lines.flatMap(sourcesOf),
    ...executionOf(material),
    ...monthsOf(material),
    ...(scored === undefined ? typedScores(material) : scoresOf(material, scored)),
  ]);
};
