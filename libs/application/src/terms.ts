import { alertTerms } from './alerts/terms.js';
import { lookErrors, lookTerms } from './looks/terms.js';
import { personErrors, personTerms } from './persons/terms.js';
import { templateErrors, templateTerms } from './documents/template-terms.js';
import { entryErrors, entryTerms } from './entry/terms.js';
import { evaluationErrors, evaluationTerms } from './evaluation/terms.js';
import { findingErrors, findingsTerms } from './findings/terms.js';
import type { Terms } from './kernel.js';
import { lastYearErrors, lastYearTerms } from './last-year/terms.js';
import { type correctionReasons, type recordCommands, type recordEvents } from './record-events.js';
import { roleErrors, roleTerms } from './roles/terms.js';
import { scoringErrors, scoringTerms } from './scoring/terms.js';
import { signInErrors, signInTerms } from './sign-in/terms.js';
import { narrativeErrors, narrativeTerms } from './year-end/terms.js';

const house = (zh: string, en: string, help?: string) =>
  ({ zh, en, origin: 'house', ...(help === undefined ? {} : { help }) }) as const;

/** What the platform itself says: rejection codes of the envelope, field checks, record events. */
export const platformTerms = {
  ...scoringTerms,
  ...evaluationTerms,
  ...templateTerms,
  ...findingsTerms,
  ...alertTerms,
  ...lastYearTerms,
  ...narrativeTerms,
  ...personTerms,
  ...lookTerms,
  ...signInTerms,
  ...roleTerms,
  ...entryTerms,
  'not-reported': house('未报', 'not reported'),
  'invalid-data': house('填写内容有误', 'invalid data'),
  'unknown-command': house('没有此项业务操作', 'unknown command'),
  'command-id-reused': house('同一请求编号已用于另一内容', 'command id reused with other content'),
  'stale-version': house('记录已被他人更新，请刷新后再办', 'the record has moved on'),
  'illegal-step': house('当前状态不允许此步骤', 'step not allowed in this state'),
  'later-events-conflict': house('与其后已登记的业务相冲突', 'conflicts with later events'),
  'approval-required': house('须经另一人审批', 'a second person must approve'),
  'same-person': house('申请人与审批人不得为同一人', 'requester and approver must differ'),
  'not-found': house('未找到', 'not found'),
  'not-permitted': house('没有此项权限', 'not permitted'),
  'office-not-active': house('该单位在业务发生日未设立或已撤并', 'office not active on that day'),
  'duplicate-key': house('已有相同记录', 'duplicate record'),
  'document-number-missing': house('缺少文书字号', 'document number missing'),
  'wrong-stream': house('该档案不属于此类业务', 'wrong kind of stream'),
  'request-not-found': house('未找到更正申请', 'correction request not found'),
  'request-settled': house('该更正申请已办结', 'correction request already settled'),
  'event-not-found': house('未找到被更正的记录', 'event to correct not found'),
  'nothing-to-correct': house('未提出任何更正', 'nothing to correct'),
  'too-busy': house('系统繁忙，请稍后重试', 'too busy, try again'),
  abandoned: house('同批其他条目有误，整批未登记', 'abandoned with its batch'),
  'invalid-person': house('人员信息有误', 'invalid person'),
  'not-a-date': house('不是有效日期，例：2023-03-05', 'not a date'),
  'in-the-future': house('日期晚于今天', 'date in the future'),
  'not-an-instant': house('不是有效时间', 'not an instant'),
  'not-an-id': house('不是有效编号', 'not an id'),
  'not-text': house('应为文字', 'not text'),
  empty: house('不能为空', 'empty'),
  'too-long': house('文字过长', 'too long'),
  unprintable: house('含有无法显示的字符', 'unprintable characters'),
  'wrong-form': house('格式不符', 'wrong form'),
  'wrong-check-sign': house('号码校验位不符', 'wrong check sign'),
  disagrees: house('与其他填写内容不一致', 'disagrees with another field'),
  'not-a-day-off': house('该日不是休息日', 'not a day off'),
  'not-a-whole-number': house('应为整数', 'not a whole number'),
  'too-small': house('数值过小', 'too small'),
  'too-large': house('数值过大', 'too large'),
  'not-a-decimal': house('应为数字', 'not a number'),
  'too-many-decimals': house('小数位数过多', 'too many decimals'),
  'not-a-flag': house('应为是或否', 'not a yes or no'),
  'not-in-code-table': house('不在代码表内', 'not in the code table'),
  'not-a-list': house('应为列表', 'not a list'),
  'too-few': house('项目过少', 'too few'),
  'too-many': house('项目过多', 'too many'),
  'not-a-record': house('应为一组字段', 'not a record'),
  'unknown-field': house('没有此字段', 'unknown field'),
  missing: house('必填', 'missing'),
  'not-correctable': house(
    '该档案不得更正或作废，须按其程序办理',
    'not corrected or voided: its procedure has the step back',
  ),
  'period-blocked': house('尚有未说明的问题，不能结账', 'findings without an explanation keep the books open'),
  'books-open': house('该期间尚未结账', 'the books of the period are not closed'),
  'nothing-sealed': house('封存只用于自评表', 'only a self-evaluation is drawn up from seals'),
  'seal-too-large': house('单位或指标过多，无法一次封存', 'too many figures for one seal'),
  'period-soft-closed': house(
    '该期间已预结账，补录须经指定审批人审批',
    'softly closed: entries need the approver named',
  ),
  'reports-missing': house('有单位未报', 'offices that did not report'),
  'records-set-aside': house('有档案因记录无法读取而未计入', 'records that no figure counts'),
  'reported-value': house('上报值', 'reported value'),
  'restated-value': house('修正值', 'restated value'),
  'opening-adjustment': house('期初调整', 'adjustment of the opening stock'),
  'record.RequestCorrection': house('申请更正', 'request a correction'),
  'record.RequestVoid': house('申请作废', 'request a void'),
  'record.ApproveCorrection': house('批准更正', 'approve a correction'),
  'record.DeclineCorrection': house('不批准更正', 'decline a correction'),
  'record.CorrectionRequested': house('已申请更正', 'correction requested'),
  'record.RecordCorrected': house('记录已更正', 'record corrected'),
  'record.RecordVoided': house('记录已作废', 'record voided'),
  'record.CorrectionDeclined': house('更正申请未获批准', 'correction declined'),
  'record.reason.entry-error': house('录入错误', 'entry error'),
  'record.reason.document-corrected': house('文书更正', 'document corrected'),
  'record.reason.notice-from-above': house('上级通报', 'notice from above'),
  'record.reason.found-by-check': house('核查发现', 'found by a check'),
  'record.reason.entered-twice': house('重复录入', 'entered twice'),
  'record.reason.wrong-subject': house('对象错误', 'wrong subject'),
  'record.reason.did-not-happen': house('业务未发生', 'did not happen'),
  'record.reason.other': house('其他', 'other'),
} satisfies Terms &
  Record<
    | `record.${keyof typeof recordEvents | keyof typeof recordCommands}`
    | `record.reason.${(typeof correctionReasons.values)[number]}`,
    object
  >;

/** HTTP status of the platform's own rejection codes. */
export const platformErrors: Readonly<Record<string, number>> = {
  ...scoringErrors,
  ...evaluationErrors,
  ...templateErrors,
  ...findingErrors,
  ...lastYearErrors,
  ...narrativeErrors,
  ...personErrors,
  ...lookErrors,
  ...signInErrors,
  ...roleErrors,
  ...entryErrors,
  'invalid-data': 400,
  'invalid-person': 400,
  'unknown-command': 404,
  'not-found': 404,
  'wrong-stream': 409,
  'command-id-reused': 409,
  'stale-version': 412,
  'illegal-step': 409,
  'later-events-conflict': 409,
  'approval-required': 409,
  'same-person': 403,
  'not-permitted': 403,
  'office-not-active': 422,
  'duplicate-key': 409,
  'document-number-missing': 422,
  'request-not-found': 404,
  'request-settled': 409,
  'event-not-found': 404,
  'nothing-to-correct': 422,
  'too-busy': 503,
  abandoned: 409,
  'not-correctable': 409,
  'period-blocked': 409,
  'books-open': 409,
  'nothing-sealed': 422,
  'seal-too-large': 422,
};
