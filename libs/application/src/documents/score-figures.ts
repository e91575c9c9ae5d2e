import { exact } from '#kernel/money.js';
import type { PrintedScore, ScoredSheet } from '../scoring/score-sheet.js';
import type { CaseMaterial } from './case-material.js';
import { type FigureEntry, figureEntry } from './figure-entry.js';
import { byHand } from './figure-sources.js';
import type { FigureSource } from './printed.js';
import { formTerms } from './terms.js';

/** `100.00` is printed 100, as the forms do. */
const pointsText = (points: string): string => exact(points).toFixed();

const scoreEntry = (
  id: string,
  { score, basis }: PrintedScore,
  rule: string,
  from: readonly string[],
): readonly FigureEntry[] =>
  score === null
    ? []
    : [
        figureEntry(
          id,
          pointsText(score),
          exact(score).toFixed(),
          formTerms.points,
          basis === 'computed' ? { kind: 'derived', rule, from } : byHand,
        ),
      ];

export const scoreFigures = ({ report: { file } }: CaseMaterial, scored: ScoredSheet): readonly FigureEntry[] => {
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
      : [figureEntry('total.score', pointsText(scored.total), exact(scored.total).toFixed(), formTerms.points, total)]),
    ...(scored.grade === null
      ? []
      : [figureEntry('total.grade', scored.grade, null, '', { kind: 'derived', rule, from: ['total.score'] })]),
  ];
};

/** Scores and grade as the report prints them, where no frame gives any. */
export const typedScores = ({ report: { file } }: CaseMaterial): readonly FigureEntry[] => {
  const { groups, printedTotalScore, printedGrade } = file.template;
  const points = (id: string, score: number | null | undefined): readonly FigureEntry[] =>
    score == null ? [] : [figureEntry(id, String(score), String(score), formTerms.points, byHand)];
  return [
    ...groups.flatMap(({ id, score }) => points(`group.${id}.score`, score)),
    ...file.rows.flatMap(({ id, score }) => points(`${id}.score`, score)),
    ...points('execution.score', file.rows.find(({ columns }) => columns?.[formTerms.adjustedBudget] != null)?.score),
    ...points('total.score', printedTotalScore),
    ...(printedGrade === null ? [] : [figureEntry('total.grade', printedGrade, null, '', byHand)]),
  ];
};
