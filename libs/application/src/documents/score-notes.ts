import type { PrintedScore, ScoredSheet } from '../scoring/score-sheet.js';
import { exact } from '#kernel/money.js';
import type { Block } from './printed.js';
import { documentTerms, formTerms } from './terms.js';

const plain = (points: string): string => exact(points).toFixed();

/** `成本指标得分 9 分由人工填写，按规则计算为 10 分`; nothing where the rules give the same, or give none. */
const overridden = (name: string, { basis, score, computed }: PrintedScore): readonly string[] =>
  basis !== 'override' || score === null || computed === null || exact(score).equals(computed)
    ? []
    : [`${name}${documentTerms.typedOver(plain(score), plain(computed))}`];

/** What stands under a scored form: every score a person put in the place of the one the rules give. */
export const scoreNotes = (scored: ScoredSheet | undefined): readonly Block[] => {
  if (scored === undefined) return [];
  const said = [
    ...overridden(formTerms.rate, scored.execution),
    ...scored.groups.flatMap((group) => [
      ...overridden(group.level2, group),
      ...group.rows.flatMap((row) => overridden(group.level2, row)),
    ]),
  ];
  if (said.length === 0) return [];
  const text = `${documentTerms.note}${said.join(documentTerms.between)}${documentTerms.fullStop}`;
  return [{ kind: 'note', text: [{ text }] }];
};
