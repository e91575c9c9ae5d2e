import { under } from '#kernel/term-tables.js';
import type { Term, Terms } from '#kernel/term.js';
import type { DeadlineCode } from './deadlines.js';
import type { IdentityCode } from './identities.js';
import type { MeasureCode } from './measures/index.js';
import type { RegisterCode } from './registers.js';
import { indicatorTerms } from './terms.indicators.js';
import { form, house, law } from './terms.words.js';
import type { FactKind } from './views/facts/kinds.js';

const measureTerms = {
  'legal-aid.applications-received': form('收到申请', 'applications received'),
  'legal-aid.received-pending': house('期内收到审查中', 'received in the period, pending'),
  'legal-aid.received-answered': house('期内收到已答复', 'received in the period, answered'),
  'legal-aid.refusals': form('不予援助', 'refusals'),
  'legal-aid.decisions': house('审查决定', 'decisions'),
  'legal-aid.granted-on-time': house('按期批准并指派', 'granted and assigned on time'),
  'legal-aid.refused-on-time': house('按期决定不予援助', 'refused on time'),
  'legal-aid.notified-on-time': house('通知辩护按期指派', 'notices assigned on time'),
  'legal-aid.forwarded': house('转交申请', 'applications forwarded'),
  'legal-aid.forwarded-in-time': house('二十四小时内转交申请', 'applications forwarded within 24 hours'),
  'legal-aid.cases-handled': form('办理案件', 'cases handled'),
  'legal-aid.recipients': form('受援人次', 'recipients'),
  'legal-aid.recipients-by-category': form('分类受援人次', 'recipients by category'),
  'legal-aid.in-hand': form('未结案件', 'cases in hand'),
  'legal-aid.imported': house('期初导入', 'imported with the opening balance'),
  'legal-aid.reopened': house('恢复办理', 'in hand again'),
  'legal-aid.concluded': form('办结案件', 'cases concluded'),
  'legal-aid.terminated': form('终止案件', 'cases terminated'),
  'legal-aid.amount-recovered': form('挽回经济损失', 'amount recovered'),
  'legal-aid.wages-recovered': form('讨薪金额', 'wages recovered'),
  'legal-aid.objections-raised': form('提出异议', 'objections raised'),
  'legal-aid.objections-decided': form('审查异议', 'objections decided'),
  'legal-aid.subsidies-approved': form('核定补贴案件', 'subsidies approved'),
  'legal-aid.subsidies-approved-amount': form('核定补贴金额', 'amount of subsidies approved'),
  'legal-aid.approved-paid': house('期内核定已足额发放案件', 'approved in the period and paid in full'),
  'legal-aid.approved-paid-amount': house('期内核定已发放金额', 'approved in the period and paid, amount'),
  'legal-aid.subsidies-paid-amount': form('支付补贴金额', 'amount of subsidies paid'),
  'legal-aid.assessed': form('质量评估', 'cases assessed'),
  'legal-aid.assessed-passed': form('质量评估合格', 'cases that passed'),
  'legal-aid.revisits-answered': house('回访作答', 'revisits answered'),
  'legal-aid.revisits-satisfied': house('回访满意', 'revisits satisfied'),
  'legal-aid.consultations': form('法律咨询人次', 'consultations'),
  'legal-aid.papers-drafted': form('代拟文书件数', 'papers drafted'),
  'legal-aid.shifts-served': form('值班班次', 'duty shifts'),
  'legal-aid.shifts-paid': house('期内值班已发补贴', 'duty shifts of the period paid for'),
  'legal-aid.shifts-paid-amount': form('支付值班补贴金额', 'amount paid for duty shifts'),
  'legal-aid.duty-helps': form('值班律师帮助人次', 'help by duty lawyers'),
  'legal-aid.complaints-received': form('投诉收到', 'complaints received'),
  'legal-aid.complaints-handled': form('投诉处理', 'complaints handled'),
  'legal-aid.offers-made': house('主动告知', 'offers made'),
  'legal-aid.offers-taken': house('告知后申请', 'offers taken up'),
} satisfies Record<MeasureCode, Term>;

const identityTerms = {
  'legal-aid.in-hand-closes': house('未结案件收支平衡', 'cases in hand balance'),
  'legal-aid.received-by-outcome': house('收到申请按结果合计', 'received adds up by outcome'),
  'legal-aid.handled-by-nature': house('办理案件按类别合计', 'handled adds up by kind'),
  'legal-aid.handled-by-form-row': house('办理案件按月报栏目合计', 'handled adds up by column of the form'),
  'legal-aid.criminal-by-stage': house('刑事案件按阶段合计', 'criminal cases add up by stage'),
  'legal-aid.closed-criminal-by-result': house('刑事已结按结果合计', 'criminal cases closed add up'),
  'legal-aid.closed-litigation-by-result': house('诉讼已结按结果合计', 'litigation closed adds up'),
  'legal-aid.closed-non-litigation-by-result': house('非诉讼已结按结果合计', 'other cases closed add up'),
  'legal-aid.closed-by-line': house('已结案件合计', 'closed cases add up'),
  'legal-aid.refused-by-reason': house('未批准按原因合计', 'refusals add up by reason'),
  'legal-aid.wages-within-recovered': house('讨薪不超过挽回损失', 'wages are a part of what was recovered'),
} satisfies Record<IdentityCode, Term>;

const LAW = '法律援助法';
const RULES = '办理法律援助案件程序规定';

const deadlineTerms = {
  'LA-D01': law('审查决定', 'examine and decide', `${LAW} 第四十三条`),
  'LA-D02': law('指派承办人', 'assign after the grant', `${LAW} 第四十三条`),
  'LA-D03': law('通知辩护指派律师', 'assign after a notice', `${LAW} 第三十六条`),
  'LA-D04': law('转交申请', 'forward an application', `${LAW} 第三十九条`),
  'LA-D05': law('审查异议', 'examine an objection', `${LAW} 第四十九条`),
  'LA-D07': law('提交结案材料', 'hand in the file', RULES),
  'LA-D08': law('审查结案材料', 'review the file', RULES),
} satisfies Record<DeadlineCode, Term>;

const registerTerms = {
  'legal-aid.cases': form('法律援助案件台账', 'list of cases'),
  'legal-aid.examinations': house('审查台账', 'list of examinations'),
  'legal-aid.objections': house('异议台账', 'list of objections'),
  'legal-aid.dossiers': house('结案材料台账', 'list of files'),
  'legal-aid.subsidies': form('办案补贴台账', 'list of subsidies'),
  'legal-aid.assessments': house('质量评估台账', 'list of assessments'),
  'legal-aid.revisits': house('回访台账', 'list of revisits'),
  'legal-aid.consultation-list': form('法律咨询台账', 'list of consultations'),
  'legal-aid.papers': form('代拟文书台账', 'list of papers'),
  'legal-aid.duty-shifts': form('值班台账', 'list of duty shifts'),
  'legal-aid.complaints': form('投诉台账', 'list of complaints'),
  'legal-aid.offers': house('主动告知台账', 'list of offers'),
  'legal-aid.agents': house('承办人员名册', 'list of agents'),
} satisfies Record<RegisterCode, Term>;

/** Kinds of rows behind the figures; those that are a stream of their own are named with the streams. */
type StreamKind = `legal-aid.${'case' | 'consultation' | 'drafting' | 'duty-shift' | 'complaint' | 'offer' | 'agent'}`;
const factTerms = {
  'legal-aid.examination': house('审查', 'examination'),
  'legal-aid.open-case': house('在办期间', 'spell in hand'),
  'legal-aid.recipient': form('受援人', 'recipient'),
  'legal-aid.termination': law('终止援助', 'termination', `${LAW} 第四十八条`),
  'legal-aid.objection': law('异议', 'objection', `${LAW} 第四十九条`),
  'legal-aid.dossier': law('结案材料', 'file', `${LAW} 第五十条`),
  'legal-aid.subsidy': law('法律援助补贴', 'subsidy', `${LAW} 第五十二条`),
  'legal-aid.assessment': law('质量评估', 'assessment of quality', `${LAW} 第五十七条`),
  'legal-aid.revisit': house('回访', 'revisit'),
  'legal-aid.duty-help': law('值班律师法律帮助', 'help by a duty lawyer', `${LAW} 第三十条`),
} satisfies Record<Exclude<FactKind, StreamKind | 'legal-aid.recipient-category'>, Term>;

/** Columns and splits that no payload has under this name. */
const columnTerms = under('legal-aid.field', {
  amountApproved: form('核定金额（元）', 'amount approved, yuan'),
  amountPaid: form('支付金额（元）', 'amount paid, yuan'),
  assignDueOn: law('应指派日期', 'assignment due on', `${LAW} 第四十三条`),
  category: form('受援人类别', 'category of recipient'),
  closedOn: law('结案日', 'closing day', RULES),
  closingGroup: form('已结分类', 'line of the closed cases'),
  decision: house('决定', 'decision'),
  decisionDueOn: law('应决定日期', 'decision due on', `${LAW} 第四十三条`),
  emergency: law('先行提供援助', 'emergency aid', `${LAW} 第四十四条`),
  endedOn: house('结束日期', 'ended on'),
  formRow: form('月报栏目', 'column of the monthly form'),
  helpKind: law('帮助内容', 'kind of help', `${LAW} 第三十条`),
  paperKind: house('文书种类', 'kind of paper'),
  recipients: form('受援人数', 'recipients'),
  refusalReason: form('不予援助原因', 'reason of refusal'),
  status: house('状态', 'status'),
} satisfies Terms);

export const figureTerms = {
  ...measureTerms,
  ...indicatorTerms,
  ...identityTerms,
  ...deadlineTerms,
  ...registerTerms,
  ...factTerms,
  ...columnTerms,
};
