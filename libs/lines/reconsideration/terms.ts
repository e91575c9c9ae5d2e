import { type Term, type Terms, house, law } from '#kernel/term.js';
import { under } from '#kernel/term-tables.js';
import type { ConfirmationCode, RejectionCode } from './domain/rejections.js';
import { dayTerms } from './terms.days.js';
import { enumerationTerms } from './terms.tables.js';
import { eventTerms, fieldTerms } from './terms.events.js';
import { figureTerms } from './terms.figures.js';

const article = (number: string): string => `行政复议法 第${number}条`;

const rejectionTerms: Record<RejectionCode | ConfirmationCode, Term> = {
  'reconsideration.absence-unexplained': law('负责人未参加听证未说明理由', 'absence not explained', article('五十一')),
  'reconsideration.already-accepted': law('同一申请人对同一行政行为已受理复议', 'already accepted', article('三十')),
  'reconsideration.already-answered': house('该意见书、建议书已反馈', 'already answered'),
  'reconsideration.already-extended': law('审理期限只能延长一次', 'already extended', article('六十二')),
  'reconsideration.applicant-unnamed': house('公民须有人员信息，单位须有名称', 'applicant not named'),
  'reconsideration.application-exists': house('同日同一申请已登记', 'application exists'),
  'reconsideration.approver-not-competent': law('批准人无权批准延期', 'approver not competent', article('六十二')),
  'reconsideration.beyond-longest-period': law('超过最长申请期限', 'beyond the longest period', article('二十一')),
  'reconsideration.copy-already-sent': house('副本已发送', 'copy already sent'),
  'reconsideration.copy-not-sent': law('尚未向被申请人发送副本', 'copy not sent', article('四十八')),
  'reconsideration.correction-asked-before': law(
    '补正事项应当一次性告知',
    'correction asked before',
    article('三十一'),
  ),
  'reconsideration.correction-extension-not-later': house('新补正期限不晚于原期限', 'not later than before'),
  'reconsideration.correction-not-overdue': law('补正期限尚未届满', 'correction not overdue', article('三十一')),
  'reconsideration.correction-term-too-short': law(
    '补正期限短于法定期限',
    'correction term too short',
    article('三十一'),
  ),
  'reconsideration.court-has-accepted': law(
    '人民法院已受理行政诉讼',
    'a court has accepted the suit',
    article('二十九'),
  ),
  'reconsideration.dates-reversed': house('日期先后颠倒', 'dates reversed'),
  'reconsideration.extended-after-term': law('审理期限已届满', 'term already over', article('六十二')),
  'reconsideration.extension-not-later': house('延长后期限不晚于原期限', 'extension not later'),
  'reconsideration.extension-too-long': law('延长期限超过三十日', 'extension too long', article('六十二')),
  'reconsideration.fewer-than-named': house('申请人数少于列明人数', 'fewer applicants than named'),
  'reconsideration.field-not-in-use': house('本地未使用该管理领域', 'field not in use'),
  'reconsideration.letter-exists': house('文号已制发', 'letter exists'),
  'reconsideration.mediation-without-consent': law('调解应当双方自愿', 'mediation without consent', article('五')),
  'reconsideration.never-consented': law('未达成调解协议', 'never consented', article('七十三')),
  'reconsideration.no-such-letter': house('没有该意见书、建议书', 'no such letter'),
  'reconsideration.norm-review-closed': house('附带审查已办结', 'norm review closed'),
  'reconsideration.norm-review-exists': house('该文件附带审查已启动', 'norm review exists'),
  'reconsideration.norm-review-unknown': house('未启动该文件附带审查', 'norm review unknown'),
  'reconsideration.not-in-force': house('当时法律尚无此规定', 'not in force at that time'),
  'reconsideration.not-summary': law('非简易程序案件', 'not a summary case', article('五十五')),
  'reconsideration.nothing-to-perform': house('没有需要履行的内容', 'nothing to perform'),
  'reconsideration.number-taken': house('案号已使用', 'case number taken'),
  'reconsideration.opening-incomplete': house('期初信息与状态不符', 'opening incomplete'),
  'reconsideration.opinions-not-heard': law('尚未听取当事人意见', 'opinions not heard', article('四十九')),
  'reconsideration.performance-misplaced': house('该结果不需要履行期限', 'no term of performance'),
  'reconsideration.reason-missing': law('未记明不能听取意见的理由', 'reason missing', article('四十九')),
  'reconsideration.reply-outstanding': law('被申请人答复期限未满', 'reply outstanding', article('四十八')),
  'reconsideration.review-term-open': law('审查期限尚未届满', 'review term open', article('三十')),
  'reconsideration.settlement-misplaced': law('和解后撤回须以撤回终止', 'settlement misplaced', article('七十四')),
  'reconsideration.still-suspended': law('案件中止期间不得作出决定', 'still suspended', article('三十九')),
  'reconsideration.summary-not-extendable': law('简易程序不得延期', 'summary case not extendable', article('六十二')),
  'reconsideration.suspension-too-short': law('不符合中止满六十日终止条件', 'suspension too short', article('四十一')),
  'reconsideration.termination-ground': law('终止须有且仅有终止事由', 'ground of termination', article('四十一')),
  'reconsideration.late-application': law('超过申请期限受理', 'application out of time', article('二十')),
  'reconsideration.reapplied-after-withdrawal': law(
    '撤回后再次申请',
    'applied again after withdrawal',
    article('七十四'),
  ),
};

const lineTerms: Terms = {
  reconsideration: law('行政复议', 'administrative reconsideration', article('一')),
  'reconsideration.case': law('行政复议案件', 'reconsideration case', article('二')),
  'reconsideration.hearing': law('听证', 'hearing', article('五十')),
  'reconsideration.norm-review': law('附带审查', 'review of a norm', article('十三')),
  'reconsideration.letter': law('意见书、建议书', 'letter', article('七十六')),
};

const statusTerms = under('reconsideration.status', {
  none: house('未登记', 'not registered'),
  received: house('待受理', 'received'),
  'correction-requested': law('补正中', 'to be corrected', article('三十一')),
  'settled-before': house('案前化解', 'settled before acceptance'),
  'not-accepted': law('不予受理', 'not accepted', article('三十')),
  abandoned: law('视为放弃', 'abandoned', article('三十一')),
  referred: house('已告知转送', 'referred'),
  'in-review': law('审理中', 'in review', article('三十六')),
  suspended: law('中止', 'suspended', article('三十九')),
  concluded: law('已审结', 'concluded', article('六十一')),
  served: law('已送达', 'served', article('七十五')),
  performed: law('已履行', 'performed', article('七十七')),
  litigated: house('被诉', 'taken to court'),
});

/** Columns that no payload field names. */
const columnTerms = under('reconsideration.field', {
  status: house('状态', 'status'),
  clock: house('期限计算状态', 'clock of the term'),
  concludedOn: house('审结日期', 'concluded on'),
  litigatedOn: house('被诉日期', 'taken to court on'),
  referredOn: house('转送日期', 'referred on'),
  normTrigger: house('启动方式', 'trigger of the review'),
  normAnsweredOn: house('转送回复日期', 'referral answered on'),
  handledOn: house('处理日期', 'handled on'),
  dueGiven: house('要求反馈日期', 'answer due on'),
  replyOn: house('反馈日期', 'reply on'),
  answer: house('处理结果', 'answer'),
  ending: house('审结方式', 'ending'),
});

/** The official Chinese of every identifier of the line. */
export const terms: Terms = {
  ...dayTerms,
  ...figureTerms,
  ...lineTerms,
  ...statusTerms,
  ...eventTerms,
  ...fieldTerms,
  ...columnTerms,
  ...enumerationTerms,
  ...rejectionTerms,
};
