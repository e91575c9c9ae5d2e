import type { Term, Terms } from '#kernel/term.js';
import type { IndicatorCode } from './indicators/index.js';
import { splits } from './measures/splits.js';
import { tableWords } from './terms.tables.js';
import { form, house, law } from './terms.words.js';

/** The columns of the monthly form. */
const formRows: Readonly<Record<(typeof splits.formRow)[number], string>> = {
  'criminal-applied': '刑事（申请类）',
  'criminal-notified': '刑事（通知类）',
  'criminal-requested': '刑事（商请类）',
  'criminal-compulsory-treatment': '刑事（强制医疗类）',
  'civil-litigation': '民事诉讼',
  'administrative-litigation': '行政诉讼',
  petition: '申诉',
  notarisation: '公证援助',
  appraisal: '司法鉴定援助',
  'other-non-litigation': '其他非诉讼',
};

/** Names of the parts of a whole, one a value: `批准案件数（劳动报酬）`. */
const each = <const Code extends string, const Value extends string>(
  code: Code,
  values: readonly Value[],
  [zh, en]: readonly [zh: string, en: string],
  words: Readonly<Record<Value, string>>,
): { readonly [V in Value as `${Code}-${V}`]: Term } =>
  Object.fromEntries(
    values.map((value) => [
      `${code}-${value}`,
      form(`${zh}（${words[value]}）`, `${en}: ${value.replaceAll('-', ' ')}`),
    ]),
  ) as never;

const { nature, stage, matter, recipientCategory, refusalReason, agentKind, channel, topicClass, dutyPlace, result } =
  tableWords;

export const indicatorTerms = {
  'LA-01': form('受理（收到）申请数', 'applications and notices received'),
  'LA-01-granted': house('收到申请中已批准', 'received and granted'),
  'LA-01-notified': form('收到通知辩护', 'notices to defend'),
  'LA-01-refused': house('收到申请中不予援助', 'received and refused'),
  'LA-01-withdrawn': house('收到申请中视为撤回', 'received and deemed withdrawn'),
  'LA-01-pending': house('收到申请中审查中', 'received and pending'),

  'LA-02': form('批准（办理）法律援助案件数', 'cases handled'),
  ...each('LA-02', splits.nature, ['办理案件数', 'cases handled'], nature.values),
  ...each('LA-02-form', splits.formRow, ['办理案件数', 'monthly form'], formRows),
  ...each('LA-02-stage', splits.criminalStage, ['刑事案件', 'criminal cases'], stage.values),
  ...each('LA-02-matter', splits.matter, ['批准案件数', 'cases granted'], matter.values),

  'LA-03': form('办结法律援助案件数', 'cases concluded'),
  ...each('LA-03', splits.nature, ['办结案件数', 'cases concluded'], nature.values),
  'LA-03-terminated': law('终止援助案件数', 'cases terminated', '法律援助法 第四十八条'),
  'LA-03-terminated-criminal': form('刑事终止提供', 'criminal cases terminated'),
  'LA-03-terminated-litigation': form('诉讼终止提供', 'litigation terminated'),
  'LA-03-terminated-non-litigation': form('非诉讼终止提供', 'other cases terminated'),
  'LA-03-closed': form('已结案件（含终止）', 'cases closed, terminated ones among them'),
  'LA-03-closed-criminal': form('刑事已结（含终止）', 'criminal cases closed'),
  ...each('LA-03-criminal', splits.criminalResult, ['刑事已结', 'criminal cases closed'], result.values),
  'LA-03-closed-litigation': form('民事、行政诉讼已结（含终止）', 'litigation closed'),
  ...each('LA-03-litigation', splits.litigationResult, ['诉讼已结', 'litigation closed'], result.values),
  'LA-03-closed-non-litigation': form('非诉讼已结（含终止）', 'other cases closed'),
  ...each('LA-03-non-litigation', splits.otherResult, ['非诉讼已结', 'other cases closed'], result.values),

  'LA-04': form('未结案件', 'cases in hand'),
  ...each('LA-04', splits.nature, ['未结案件', 'cases in hand'], nature.values),
  'LA-04-imported': house('期初导入未结案件', 'imported with the opening balance'),
  'LA-04-reopened': house('终止后恢复办理', 'in hand again after a termination'),

  'LA-05': form('案件办结率', 'rate of conclusion'),
  'LA-05-handled': house('案件办结率（以当期办理数为分母）', 'rate of conclusion over the cases handled'),

  'LA-06': form('解答法律咨询', 'consultations'),
  ...each('LA-06', splits.channel, ['法律咨询', 'consultations'], channel.values),
  ...each('LA-06-topic', splits.topicClass, ['法律咨询', 'consultations on'], topicClass.values),
  'LA-06-papers': form('代拟法律文书', 'papers drafted'),
  'LA-06-with-applications': form('咨询、案件受理数', 'consultations and applications', '部门预算绩效文本'),

  'LA-07': form('受援人次', 'recipients'),
  ...each('LA-07', splits.category, ['受援人次', 'recipients'], recipientCategory.values),

  'LA-08': form('挽回经济损失或取得利益', 'amount recovered'),
  ...each('LA-08', splits.nature, ['挽回经济损失或取得利益', 'amount recovered'], nature.values),
  'LA-08-wages': form('其中为农民工讨薪', 'of which wages'),

  'LA-09': form('及时受理、审查、指派率', 'decided and assigned on time', '部门整体支出绩效自评报告'),
  'LA-09-decisions': house('审查决定（含通知辩护）数', 'decisions'),
  'LA-09-on-time': house('按期审查、指派数', 'decisions on time'),
  'LA-09-forwarded': house(
    '转交申请二十四小时内转交率',
    'applications forwarded within 24 hours',
    '法律援助法 第三十九条',
  ),

  'LA-10': form('办案补贴发放率', 'subsidies paid of those approved', '转移支付绩效自评报告'),
  'LA-10-cases': house('办案补贴发放率（件数）', 'subsidies paid of those approved, cases'),
  'LA-10-approved': form('核定办案补贴', 'subsidies approved'),
  'LA-10-approved-cases': form('核定补贴案件', 'cases with a subsidy approved'),
  'LA-10-paid-cases': form('发放补贴案件', 'cases with the subsidy paid'),
  'LA-10-paid': form('支付办案补贴', 'subsidies paid'),
  ...each('LA-10-paid', splits.agentKind, ['支付办案补贴', 'subsidies paid to'], agentKind.values),
  ...each('LA-10-paid', splits.nature, ['支付办案补贴', 'subsidies paid for'], nature.values),

  'LA-11': form('案件办理合格率', 'rate of cases that passed', '转移支付绩效自评报告'),
  'LA-11-assessed': form('质量评估案件', 'cases assessed'),
  'LA-11-passed': form('质量评估合格案件', 'cases that passed'),

  'LA-12': form('受援人满意率', 'rate of satisfied recipients', '部门整体支出绩效自评报告'),
  'LA-12-answered': house('回访作答人次', 'revisits answered'),
  'LA-12-satisfied': house('回访满意人次', 'revisits satisfied'),
  'LA-12-complaints': form('收到投诉', 'complaints'),
  'LA-12-complaints-handled': form('处理投诉', 'complaints handled'),
  'LA-12-complaints-upheld': form('查实投诉', 'complaints upheld'),

  'LA-13': form('法律援助宣传活动场次', 'publicity sessions', '部门预算绩效文本'),
  'LA-13-attendance': form('法律援助宣传人次', 'attendance of publicity', '部门预算绩效文本'),

  'LA-14': form('不予援助率', 'share of refusals'),
  'LA-14-refused': form('未批准案件', 'refusals'),
  ...each('LA-14-refused', splits.refusalReason, ['未批准', 'refused'], refusalReason.values),
  'LA-14-objections': law('提出异议', 'objections', '法律援助法 第四十九条'),
  'LA-14-corrected': law('责令改正', 'decisions ordered to be corrected', '法律援助法 第四十九条'),
  'LA-14-offered': house('主动告知可申请援助', 'offers of aid'),
  'LA-14-offers-taken': house('告知后申请援助', 'offers taken up'),

  'LA-15': form('值班补贴发放率', 'duty shifts paid', '部门预算绩效文本'),
  'LA-15-due': form('应发补贴值班', 'duty shifts served'),
  'LA-15-paid': form('已发补贴值班', 'duty shifts paid for'),
  'LA-15-paid-amount': form('支付值班补贴', 'paid for duty shifts'),
  'LA-15-help': form('值班律师提供法律帮助', 'help by duty lawyers'),
  ...each('LA-15-help', splits.dutyPlace, ['值班律师帮助', 'help by duty lawyers'], dutyPlace.values),
} satisfies Terms<IndicatorCode>;
