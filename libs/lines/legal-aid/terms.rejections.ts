import type { Term } from '#kernel/term.js';
import type { ConfirmationCode, RejectionCode } from './domain/rejections.js';
import { house } from './terms.words.js';

const LAW = '法律援助法';
const RULES = '办理法律援助案件程序规定';

export const rejectionTerms = {
  'legal-aid.agent-exists': house('该承办人员已登记', 'agent registered already'),
  'legal-aid.agent-too-junior': house(
    '须由三年以上执业经历的律师担任辩护人',
    'too few years of practice',
    `${LAW} 第二十六条`,
  ),
  'legal-aid.already-approved': house('该案补贴已核定', 'subsidy approved already'),
  'legal-aid.already-paid': house('补贴已支付', 'paid already'),
  'legal-aid.basis-not-for-case': house('结案依据与案件阶段、类别不符', 'not the paper that closes such a case', RULES),
  'legal-aid.case-exists': house(
    '同一当事人同一事项同一阶段同日收到的案件已登记',
    'same person, matter, stage and day of receipt recorded already',
  ),
  'legal-aid.case-number-taken': house('案号已被使用', 'case number taken'),
  'legal-aid.dates-reversed': house('日期先后颠倒', 'dates reversed'),
  'legal-aid.dossier-accepted': house('结案材料已审查合格', 'file accepted already'),
  'legal-aid.dossier-not-accepted': house('结案材料尚未审查合格', 'file not accepted yet'),
  'legal-aid.dossier-under-review': house('结案材料正在审查', 'file under review'),
  'legal-aid.duplicate-acceptance': house(
    '同一当事人同一事项同一阶段已有在办案件',
    'same person, matter and stage is open',
  ),
  'legal-aid.form-not-for-nature': house(
    '援助形式与案件类别不符',
    'form does not fit the kind of case',
    `${LAW} 第二十二条`,
  ),
  'legal-aid.forwarded-before-taken': house('送达时间早于转交单位收到时间', 'arrived before it was taken'),
  'legal-aid.forwarder-missing': house('转交、商请须填写转交单位', 'forwarder missing', `${LAW} 第三十九条`),
  'legal-aid.ground-not-for-stage': house('通知事由与办案阶段不符', 'ground does not fit the stage'),
  'legal-aid.lawyer-required': house('通知辩护须指派律师', 'a lawyer is required', `${LAW} 第二十五条`),
  'legal-aid.limitation-not-near': house(
    '距时效、期限届满不少于七日或者未填届满日',
    'limitation not near',
    `${LAW} 第四十四条`,
  ),
  'legal-aid.matter-missing': house('民事、行政案件须填写援助事项', 'matter missing', `${LAW} 第三十一条`),
  'legal-aid.no-dossier-to-review': house('没有待审查的结案材料', 'no file to review'),
  'legal-aid.no-objection': house('没有待审查的异议', 'no objection pending'),
  'legal-aid.not-approved': house('补贴尚未核定', 'subsidy not approved'),
  'legal-aid.not-concluded': house('案件未办结', 'not concluded'),
  'legal-aid.not-granted': house('尚未决定给予援助，先行指派须填写情形', 'not granted', `${LAW} 第四十四条`),
  'legal-aid.not-the-closing-day': house('结案日应为收到结案文书之日', 'not the day the paper was received', RULES),
  'legal-aid.notice-exists': house('该通知书已登记', 'notice recorded already'),
  'legal-aid.objection-pending': house('异议正在审查', 'objection pending'),
  'legal-aid.objection-settled': house('异议已审查维持', 'objection settled', `${LAW} 第四十九条`),
  'legal-aid.offer-exists': house('该来源记录已有告知', 'offer recorded already'),
  'legal-aid.other-day': house('帮助日期与值班日期不符', 'not the day of the shift'),
  'legal-aid.paid-over-approved': house('支付金额超过核定金额', 'more than approved'),
  'legal-aid.recipient-twice': house('同一申请人重复', 'applicant named twice'),
  'legal-aid.result-not-for-kind': house('结案结果与案件类别不符', 'result does not fit the kind of case'),
  'legal-aid.result-paper-missing': house('须填写收到结案文书日期', 'day of the closing paper missing', RULES),
  'legal-aid.same-agent': house('承办人未变更', 'same agent'),
  'legal-aid.shift-exists': house('该律师该时段已有值班', 'lawyer on duty elsewhere'),
  'legal-aid.stage-missing': house('刑事案件须填写办案阶段', 'stage missing'),
  'legal-aid.stage-not-for-nature': house('办案阶段与案件类别不符', 'stage does not fit the kind of case'),
  'legal-aid.supplement-time-running': house('补正期限未满', 'time to supply not over', `${LAW} 第四十三条`),
  'legal-aid.wages-exceed-recovered': house('讨薪金额超过挽回损失总额', 'wages exceed the whole'),
} satisfies Record<RejectionCode, Term>;

export const confirmationTerms = {
  'legal-aid.recovered-though-lost': house('败诉案件填有挽回损失', 'recovered though lost'),
  'legal-aid.supplement-asked-again': house(
    '再次要求补正（应当一次性告知）',
    'asked for more again',
    `${LAW} 第四十三条`,
  ),
} satisfies Record<ConfirmationCode, Term>;
