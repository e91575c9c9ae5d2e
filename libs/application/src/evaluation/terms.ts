import { type Term, house } from '#kernel/term.js';

/** What this room says: refusals, and findings beside those of the scoring engine. */
export const evaluationTerms = {
  'invalid-entries': house('填报内容有误', 'what was entered does not fit the sheet'),
  'actual-is-computed': house('该指标由系统取数，不得手工填写完成值', 'the result is computed: none is typed'),
  'proof-missing': house('手工填报的完成值须有填报人和佐证材料', 'a manual result needs a person and a file'),
  'evaluation-blocked': house(
    '尚有未说明的问题，不能登记自评',
    'findings without an explanation keep it from being recorded',
  ),
  'not-a-month-over': house('该月末不在预算年度内或尚未结束', 'not a month end of the fiscal year that is over'),
  'finding.offices-not-reported': house('有单位未报，取数可能不全', 'offices that did not report'),
} satisfies Readonly<Record<string, Term>>;

/** HTTP status of the codes that a rejection may bear. */
export const evaluationErrors: Readonly<Record<string, number>> = {
  'invalid-entries': 422,
  'evaluation-blocked': 409,
};
