import { national2020 } from '#application/scoring/frames/national-2020.frame.js';
import type { ScoringFrame } from '#application/scoring/frame.js';
import { type ScoredSheet, scoreSheet } from '#application/scoring/score-sheet.js';
import type { ScoringSheet, SheetRow } from '#application/scoring/sheet.js';
import { levels } from '#application/scoring/terms.js';
import type { Rejection } from '#kernel/reject.js';

/** A row that met its target: 60 of at least 50. */
export const row = (id: string, weight: string, more: Partial<SheetRow> = {}): SheetRow => ({
  ...{ id, weight, level1: levels.output.zh, level2: levels.quantity.zh, level3: id },
  target: { text: '≥50件', operator: '≥', number: '50', unit: '件' },
  actual: { text: '60件', number: '60' },
  ...more,
});

/** A sheet of the national frame, 50 + 30 + 10 beside execution; the rows given stand for output. */
export const sheet = (
  output: readonly SheetRow[] = [row('a', '50')],
  more: Partial<ScoringSheet> = {},
): ScoringSheet => ({
  budget: { initial: '38', adjusted: '38', executed: '38' },
  groups: [],
  rows: [
    ...output,
    row('benefit', '30', { level1: levels.benefit.zh, level2: levels.social.zh }),
    row('served', '10', { level1: levels.satisfaction.zh, level2: levels.served.zh }),
  ],
  ...more,
});

/** The sheet with its scores. @throws Error naming what refused it */
export const scored = (of: ScoringSheet, frame: ScoringFrame = national2020): ScoredSheet => {
  const result = scoreSheet(frame, of);
  if (result.kind === 'reject') throw new Error(refusals(result).join('; '));
  return result;
};

/** Names of what refuses, each with its place and numbers. */
export const refusals = (result: ScoredSheet | Rejection): readonly string[] =>
  result.kind === 'reject' ? result.details.map(({ at, code, message = '' }) => `${at} ${code} ${message}`.trim()) : [];

/** Codes found, each with its rows. */
export const found = ({ findings }: ScoredSheet): readonly string[] =>
  findings.map(({ code, rows }) => `${code} ${rows.join()}`.trim());

/** The score of one row as it is printed. */
export const scoreOf = (result: ScoredSheet, id: string): string | null | undefined =>
  result.groups.flatMap(({ rows }) => rows).find((item) => item.id === id)?.score;
