import { type Terms, form as formTerm, house, law } from '#kernel/term.js';
import type { DeadlineCode } from './deadlines.js';
import type { IdentityCode } from './identities.js';
import type { IndicatorCode } from './indicators/index.js';
import type { MeasureCode } from './measures/index.js';
import type { RegisterCode } from './registers.js';

const article = (number: string): string => `行政复议法 第${number}条`;
const form = (zh: string, en: string) => formTerm(zh, en, '行政复议统计及绩效自评报告');

const measureTerms = {
  'reconsideration.applied': form('收到申请', 'applications'),
  'reconsideration.applications-answered': house('期内申请已答复', 'of the period, answered'),
  'reconsideration.applications-pending': house('期内申请待处理', 'of the period, pending'),
  'reconsideration.accepted': form('受理', 'accepted'),
  'reconsideration.imported': house('期初导入', 'taken over'),
  'reconsideration.open': form('未结', 'open'),
  'reconsideration.concluded': form('审结', 'concluded'),
  'reconsideration.corrected': form('直接纠错', 'act put right'),
  'reconsideration.self-corrected': house('自行纠正后化解', 'settled after self-correction'),
  'reconsideration.decisions': form('复议决定', 'decisions'),
  'reconsideration.decisions-litigated': form('复议决定被诉', 'decisions taken to court'),
  'reconsideration.contested': house('审结后诉讼或信访', 'contested afterwards'),
  'reconsideration.due': house('到期应审结', 'due for decision'),
  'reconsideration.on-time': house('按期审结', 'concluded on time'),
  'reconsideration.letters': form('意见书、建议书', 'letters'),
  'reconsideration.letters-answered': house('意见书、建议书反馈', 'letters answered'),
} satisfies Terms<MeasureCode>;

const outcome = (zh: string, en: string) => form(`审结：${zh}`, `concluded: ${en}`);

const indicatorTerms = {
  'AR-01': form('收到复议申请', 'applications received'),
  'AR-01-accepted': form('收到申请：受理', 'received: accepted'),
  'AR-01-not-accepted': form('收到申请：不予受理', 'received: not accepted'),
  'AR-01-referred': form('收到申请：告知转送', 'received: referred'),
  'AR-01-abandoned': form('收到申请：视为放弃', 'received: abandoned'),
  'AR-01-settled-before': form('收到申请：案前化解', 'received: settled before acceptance'),
  'AR-01-pending': form('收到申请：待处理', 'received: pending'),
  'AR-02': form('受理行政复议案件', 'cases accepted'),
  'AR-02-ordinary': form('受理：普通程序', 'accepted: ordinary procedure'),
  'AR-02-summary': form('受理：简易程序', 'accepted: summary procedure'),
  'AR-03': form('审结行政复议案件', 'cases concluded'),
  'AR-03-upheld': outcome('维持', 'upheld'),
  'AR-03-modified': outcome('变更', 'modified'),
  'AR-03-revoked': outcome('撤销', 'revoked'),
  'AR-03-partly-revoked': outcome('部分撤销', 'partly revoked'),
  'AR-03-revoked-remade': outcome('撤销并责令重作', 'revoked, to be made anew'),
  'AR-03-declared-unlawful': outcome('确认违法', 'declared unlawful'),
  'AR-03-ordered-to-perform': outcome('责令履行', 'ordered to perform'),
  'AR-03-declared-void': outcome('确认无效', 'declared void'),
  'AR-03-request-dismissed': outcome('驳回复议请求', 'request dismissed'),
  'AR-03-application-dismissed': outcome('驳回复议申请', 'application dismissed'),
  'AR-03-agreement-liability': outcome('行政协议责任', 'liability under an agreement'),
  'AR-03-mediated': outcome('调解', 'mediated'),
  'AR-03-terminated': outcome('终止', 'terminated'),
  'AR-03-decisions': form('作出复议决定', 'decisions made'),
  'AR-03-withdrawn': form('和解、撤回终止', 'terminated on withdrawal'),
  'AR-03-ended': form('其他终止', 'terminated otherwise'),
  'AR-03-open': form('未结案件', 'open cases'),
  'AR-03-imported': house('期初导入案件', 'cases taken over'),
  'AR-04': form('受理案件完成率（按期办结率）', 'rate of cases concluded on time'),
  'AR-04-due': house('到期应审结案件', 'cases due'),
  'AR-04-on-time': house('按期审结案件', 'cases concluded by the day due'),
  'AR-04-on-hand': form('办结率（审结比在办）', 'concluded of those on hand'),
  'AR-05': form('案件调解率（调撤率）', 'rate settled'),
  'AR-06': form('直接纠错率（比复议决定）', 'rate put right, of decisions'),
  'AR-06-concluded': form('直接纠错率（比审结）', 'rate put right, of conclusions'),
  'AR-06-unsettled': form('直接纠错率（比未调撤审结）', 'rate put right, of those not settled'),
  'AR-06-wide': form('综合纠错率', 'rate put right, self-correction included'),
  'AR-07': form('复议决定提起诉讼率', 'rate of decisions taken to court'),
  'AR-07-litigated': form('被诉复议决定', 'decisions of the period taken to court'),
  'AR-08': form('案结事了率', 'rate settled for good'),
  'AR-08-contested': form('审结后诉讼或信访案件', 'cases contested afterwards'),
  'AR-09': form('制发意见书、建议书', 'letters issued'),
  'AR-09-opinion': form('制发行政复议意见书', 'letters of opinion'),
  'AR-09-suggestion': form('制发行政复议建议书', 'letters of suggestion'),
  'AR-09-answered': form('意见书、建议书已反馈', 'letters that were answered'),
} satisfies Terms<IndicatorCode>;

const identityTerms = {
  'reconsideration.cases-close': house('复议案件收结存平衡', 'open cases close'),
  'reconsideration.applications-by-answer': house('收到申请按处理分项', 'applications by answer'),
  'reconsideration.accepted-by-procedure': house('受理按程序分项', 'accepted by procedure'),
  'reconsideration.concluded-by-outcome': house('审结按结果分项', 'concluded by outcome'),
  'reconsideration.concluded-by-ending': house('审结按方式分项', 'concluded by ending'),
  'reconsideration.letters-by-kind': house('意见书、建议书分项', 'letters by kind'),
  'reconsideration.litigated-of-decisions': house('被诉决定不多于决定', 'litigated decisions within decisions'),
  'reconsideration.on-time-of-due': house('按期审结不多于到期', 'on time within due'),
} satisfies Terms<IdentityCode>;

const deadlineTerms = {
  'AR-D01': law('审查受理', 'review for acceptance', article('三十')),
  'AR-D01-before-2024': law('审查受理（2024年前）', 'review for acceptance before 2024', '行政复议法(2017) 第十七条'),
  'AR-D02-notice': law('补正通知', 'notice of what is missing', article('三十一')),
  'AR-D02-supply': law('提交补正材料', 'what was missing supplied', article('三十一')),
  'AR-D03-copy': law('发送副本（普通程序）', 'copy, ordinary procedure', article('四十八')),
  'AR-D03-reply': law('书面答复（普通程序）', 'reply, ordinary procedure', article('四十八')),
  'AR-D04-copy': law('发送副本（简易程序）', 'copy, summary procedure', article('五十四')),
  'AR-D04-reply': law('书面答复（简易程序）', 'reply, summary procedure', article('五十四')),
  'AR-D05': law('作出复议决定（普通程序）', 'decision, ordinary procedure', article('六十二')),
  'AR-D05-summary': law('作出复议决定（简易程序）', 'decision, summary procedure', article('六十二')),
  'AR-D06-own': law('依法处理规范性文件', 'norm handled', article('五十六')),
  'AR-D06-referral': law('转送有权机关', 'norm referred', article('五十六')),
  'AR-D06-answer': law('接受转送机关回复', 'referral answered', article('六十')),
  'AR-D06-notice': law('通知制定机关', 'maker of the norm told', article('五十八')),
  'AR-D06-reply': law('制定机关答复', 'maker of the norm replies', article('五十八')),
  'AR-D07': law('听证通知', 'notice of a hearing', article('五十一')),
  'AR-D08': law('申请期限', 'time for an application', article('二十')),
  'AR-D08-uninformed': law('申请期限（未告知）', 'time for an application, remedies not named', article('二十')),
  'AR-D08-longest': law('最长申请期限', 'longest time for an application', article('二十一')),
  'AR-D08-immovables': law('最长申请期限（不动产）', 'longest time, immovables', article('二十一')),
  'AR-D09': law('反馈意见书', 'answer to a letter of opinion', article('七十六')),
  'AR-D09-suggestion': house('反馈建议书', 'answer to a suggestion'),
  'AR-D10': law('作出机关转送申请', 'application passed on', article('三十二')),
  'AR-D11': law('履行复议决定', 'decision performed', article('七十七')),
} satisfies Terms<DeadlineCode>;

const registerTerms = {
  'reconsideration.cases': house('行政复议案件台账', 'cases'),
  'reconsideration.hearings': house('听证台账', 'hearings'),
  'reconsideration.norm-reviews': house('附带审查台账', 'reviews of norms'),
  'reconsideration.letters': house('意见书、建议书台账', 'letters'),
} satisfies Terms<RegisterCode>;

export const figureTerms: Terms = {
  ...measureTerms,
  ...indicatorTerms,
  ...identityTerms,
  ...deadlineTerms,
  ...registerTerms,
};
