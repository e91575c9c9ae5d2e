import { indicatorTable, less, part, sum } from '#application/indicator-table.js';
import { closing, cohort, count, flow, rate, stock, total } from './formulas.js';

/** Reviewed before the decision ÷ decisions taken. */
const reviewRate = (kind: string) =>
  rate(flow('institution.decisions-reviewed', { kind }), flow('institution.decisions-taken', { kind }));
const decisions = (of: string, kind: string) => part(of, count('件', flow('institution.decisions-taken', { kind })));
const reviewed = (of: string, kind: string) => part(of, count('件', flow('institution.decisions-reviewed', { kind })));
const late = (of: string, kind: string) =>
  part(of, count('件', cohort('institution.decisions-reviewed-late', { kind })));
const unreviewed = (of: string, kind: string) =>
  part(of, count('件', cohort('institution.decisions-unreviewed', { kind })));
const contacts = (form: string) => flow('institution.contacts', { form });
const honours = (level: string) => part('IN-10', count('项', flow('institution.honours-of-units', { level })));
const inForce = (kind: string) => stock('项', closing('institution.regulations-in-force', { kind }));

/** Reviews, contacts, rules and honours: IN-01 to IN-11. */
export const practiceIndicators = indicatorTable({
  /** 重大执法决定法制审核率. unit % · dated by the decision · 行政处罚法 第五十八条; 国办发〔2018〕118号 */
  'IN-01': reviewRate('major-enforcement'),
  'IN-01-decisions': decisions('IN-01', 'major-enforcement'),
  'IN-01-reviewed': reviewed('IN-01', 'major-enforcement'),
  'IN-01-late': late('IN-01', 'major-enforcement'),
  'IN-01-unreviewed': unreviewed('IN-01', 'major-enforcement'),
  /** 重大行政决策合法性审查率 · 重大行政决策程序暂行条例 第二十五条 */
  'IN-02': reviewRate('major-administrative'),
  'IN-02-decisions': decisions('IN-02', 'major-administrative'),
  'IN-02-reviewed': reviewed('IN-02', 'major-administrative'),
  'IN-02-late': late('IN-02', 'major-administrative'),
  'IN-02-unreviewed': unreviewed('IN-02', 'major-administrative'),
  /** 规范性文件合法性审核率 · 国办发〔2018〕115号 */
  'IN-03': reviewRate('normative-document'),
  'IN-03-decisions': decisions('IN-03', 'normative-document'),
  'IN-03-reviewed': reviewed('IN-03', 'normative-document'),
  'IN-03-late': late('IN-03', 'normative-document'),
  'IN-03-unreviewed': unreviewed('IN-03', 'normative-document'),
  /** 法制审核件数: rounds answered, of every kind, contracts too. unit 件 · dated by the answer */
  'IN-04': count('件', flow('institution.reviews-completed')),
  /** 审核按期完成率: answered by their last day ÷ those whose last day lies in the period. */
  'IN-04-on-time': part('IN-04', rate(flow('institution.reviews-on-time'), flow('institution.reviews-due'))),

  /** 座谈走访: meetings and visits without study visits. unit 次 · dated by the day held */
  'IN-05': count('次', sum(contacts('meeting'), contacts('visit'))),
  'IN-05-meetings': part('IN-05', count('次', contacts('meeting'))),
  'IN-05-visits': part('IN-05', count('次', contacts('visit'))),
  /** 学习考察. unit 次 · dated by the day of the visit */
  'IN-06': count('次', contacts('study-visit')),

  /** 行政执法基本制度: rules adopted. unit 项 · dated by the adoption */
  'IN-07': count('项', flow('institution.regulations-adopted', { kind: 'enforcement-rule' })),
  'IN-07-in-force': part('IN-07', inForce('enforcement-rule')),
  /** 行政规范性文件制定数. unit 项 · dated by the adoption */
  'IN-08': count('项', flow('institution.regulations-adopted', { kind: 'normative-document' })),
  'IN-08-in-force': part('IN-08', inForce('normative-document')),
  /** 下放执法权限: Σ items. unit 项 · dated by the document · 行政处罚法 第二十四条 */
  'IN-09': total('项', flow('institution.powers-delegated')),
  'IN-09-withdrawn': total('项', flow('institution.powers-withdrawn')),
  'IN-09-in-force': stock(
    '项',
    less(closing('institution.powers-ever-delegated'), closing('institution.powers-ever-withdrawn')),
  ),

  /** 集体荣誉: honours of the bureau and its offices. unit 项 · dated by the award */
  'IN-10': count('项', flow('institution.honours-of-units')),
  'IN-10-national': honours('national'),
  'IN-10-provincial': honours('provincial'),
  'IN-10-city': honours('city'),
  'IN-10-county': honours('county'),
  /** 个人荣誉. unit 项 · dated by the award */
  'IN-11': count('项', flow('institution.honours-of-persons')),
  /** 民主法治示范村(社区): titles given in the period, as a reading of PL-08. unit 个 · dated by the award */
  'PL-08-titled': count('个', flow('institution.villages-titled')),
});
