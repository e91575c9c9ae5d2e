import { splits } from '../measures/splits.js';
import {
  amount,
  closing,
  cohort,
  count,
  each,
  flow,
  indicator,
  indicatorTable,
  opening,
  part,
  rate,
  stock,
  sum,
  variant,
} from './indicator-table.js';

const answered = (decision: string) => part('LA-01', count('件', cohort('legal-aid.received-answered', { decision })));
const handled = (where: Record<string, string>) => part('LA-02', count('件', flow('legal-aid.cases-handled', where)));
const concluded = (where: Record<string, string>) => count('件', flow('legal-aid.concluded', where));
const terminated = (closingGroup: string) =>
  part('LA-03-terminated', count('件', flow('legal-aid.terminated', { closingGroup })));
const closed = (closingGroup: string) =>
  part(
    'LA-03-closed',
    count('件', sum(flow('legal-aid.concluded', { closingGroup }), flow('legal-aid.terminated', { closingGroup }))),
  );
const resultOf = (closingGroup: string) => (result: string) =>
  part(`LA-03-closed-${closingGroup}`, concluded({ closingGroup, result }));

/** Cases: received, handled, concluded, in hand; and the columns of the ministry's forms as parts of them. */
export const caseIndicators = indicatorTable({
  /** 受理(收到)申请数: applications and notices. unit 件 · dated by receipt · 法律援助法 第四十三条 */
  'LA-01': count('件', flow('legal-aid.applications-received')),
  /** How those received in the period stand at its end; the five add up to LA-01. */
  'LA-01-granted': answered('granted'),
  'LA-01-notified': answered('notified'),
  'LA-01-refused': answered('refused'),
  'LA-01-withdrawn': answered('withdrawn'),
  'LA-01-pending': part('LA-01', count('件', cohort('legal-aid.received-pending'))),

  /** 批准(办理)案件数: grants by decision, notices by receipt. unit 件 */
  'LA-02': count('件', flow('legal-aid.cases-handled')),
  /** By kind of case, 刑事, 民事, 行政. */
  ...each('LA-02', splits.nature, (nature) => handled({ nature })),
  /** Columns of the monthly form; the ten add up to LA-02. */
  ...each('LA-02-form', splits.formRow, (formRow) => handled({ formRow })),
  /** Criminal cases by stage. */
  ...each('LA-02-stage', splits.criminalStage, (stage) =>
    part('LA-02-criminal', count('件', flow('legal-aid.cases-handled', { nature: 'criminal', stage }))),
  ),
  /** 批准 by matter, civil and administrative cases (yearly form). */
  ...each('LA-02-matter', splits.matter, (matter) => handled({ matter })),

  /** 办结案件数. unit 件 · dated by the closing day (结案日) · terminated ones stand apart */
  'LA-03': count('件', flow('legal-aid.concluded')),
  ...each('LA-03', splits.nature, (nature) => part('LA-03', concluded({ nature }))),
  /** 终止. unit 件 · dated by the decision · 法律援助法 第四十八条 */
  'LA-03-terminated': count('件', flow('legal-aid.terminated')),
  'LA-03-terminated-criminal': terminated('criminal'),
  'LA-03-terminated-litigation': terminated('litigation'),
  'LA-03-terminated-non-litigation': terminated('non-litigation'),
  /** 已结 of the ministry's yearly form: concluded and terminated, by what came of them. */
  'LA-03-closed': variant('LA-03', 'with-terminated', {
    ...count('件', sum(indicator('LA-03'), indicator('LA-03-terminated'))),
  }),
  'LA-03-closed-criminal': closed('criminal'),
  ...each('LA-03-criminal', splits.criminalResult, resultOf('criminal')),
  'LA-03-closed-litigation': closed('litigation'),
  ...each('LA-03-litigation', splits.litigationResult, resultOf('litigation')),
  'LA-03-closed-non-litigation': closed('non-litigation'),
  ...each('LA-03-non-litigation', splits.otherResult, resultOf('non-litigation')),

  /** 未结案件: granted, notified or taken over, neither concluded nor terminated at the period's end. unit 件 */
  'LA-04': stock('件', closing('legal-aid.in-hand')),
  ...each('LA-04', splits.nature, (nature) => part('LA-04', stock('件', closing('legal-aid.in-hand', { nature })))),
  /** Taken over from the years before the system: stock without a flow. */
  'LA-04-imported': count('件', flow('legal-aid.imported')),
  /** In hand again after a termination was set aside. */
  'LA-04-reopened': count('件', flow('legal-aid.reopened')),

  /** 办结率: concluded ÷ (in hand at the start + handled). unit % */
  'LA-05': rate(flow('legal-aid.concluded'), sum(opening('legal-aid.in-hand'), flow('legal-aid.cases-handled'))),
  /** Over the cases handled in the period alone; may exceed 100. */
  'LA-05-handled': variant('LA-05', 'handled', rate(flow('legal-aid.concluded'), flow('legal-aid.cases-handled'))),

  /** 受援人次 of the cases handled. unit 人次 · dated as they are */
  'LA-07': count('人次', flow('legal-aid.recipients')),
  /** By category; one recipient may be of several, so they add up to nothing. */
  ...each('LA-07', splits.category, (category) =>
    part('LA-07', count('人次', flow('legal-aid.recipients-by-category', { category }))),
  ),

  /** 挽回经济损失或取得利益. unit 元 · dated by the closing day; forms print 万元 */
  'LA-08': amount(flow('legal-aid.amount-recovered')),
  ...each('LA-08', splits.nature, (nature) => part('LA-08', amount(flow('legal-aid.amount-recovered', { nature })))),
  /** 其中讨薪. */
  'LA-08-wages': part('LA-08', amount(flow('legal-aid.wages-recovered'))),
});
