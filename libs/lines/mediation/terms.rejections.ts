import { under } from '#kernel/term-tables.js';
import type { Term } from '#kernel/term.js';
import type { ConfirmationCode, RejectionCode } from './domain/rejections.js';
import { LAW, RULES, house } from './terms.words.js';

type After<Code extends string> = Code extends `mediation.${infer Name}` ? Name : never;

/** Why a command is refused, or asks for a second person, as the clerk reads it. */
const words = {
  'above-tariff': house('核定金额超过补贴标准', 'more than the tariff'),
  'agreement-number-missing': house('书面协议须填写编号', 'a written agreement has a number', `${LAW} 第二十九条`),
  'agreement-number-taken': house('该协议书编号已使用', 'the agreement number is taken'),
  'already-approved': house('以案定补已核定', 'the subsidy is approved already'),
  'already-archived': house('已归档', 'archived already'),
  'already-claimed': house('同一纠纷只能申报一次以案定补', 'one claim a dispute'),
  'already-performed': house('协议已全部履行', 'performed in full already'),
  'already-refused': house('以案定补申报已被驳回', 'the claim was refused'),
  'case-number-taken': house('该调解案号已使用', 'the case number is taken'),
  'committee-exists': house('该调委会编码已备案', 'the committee is filed already'),
  'committee-size': house('调委会由三至九名委员组成', 'three to nine members', `${LAW} 第八条`),
  'confirmation-late': house('超过协议生效后三十日', 'more than thirty days after effect', `${LAW} 第三十三条`),
  'confirmation-needs-both': house('司法确认须双方共同申请', 'both apply together', `${LAW} 第三十三条`),
  'confirmation-not-pending': house('没有待裁定的司法确认申请', 'nothing is before the court'),
  'confirmation-sought': house('已申请司法确认', 'confirmation was asked for already'),
  'confirmed-by-mediator': house('评定人不得为本案调解员', 'nobody grades his own case'),
  'confirmed-by-proposer': house('评定人不得为申报人', 'proposed and confirmed by one person'),
  'dealt-with-elsewhere': house('其他机关已受理或者解决', 'dealt with elsewhere', `${RULES} 第二十二条`),
  'dispute-exists': house('同一纠纷已登记', 'this dispute is recorded already'),
  'dispute-open': house('相同当事人、相同事由的纠纷正在调解', 'the same dispute is open'),
  'dossier-not-passed': house('卷宗评查未合格', 'the dossier has not passed'),
  'due-before-agreement': house('履行期限早于协议生效日期', 'due before the agreement'),
  'elected-after-filing': house('推选日期晚于登记日期', 'elected after the record'),
  'extension-needs-both': house('延期须双方同意', 'both must agree', `${RULES} 第三十三条`),
  'extension-not-later': house('延长后的期限不晚于原期限', 'not later than the day due now'),
  'fewer-people-than-parties': house('涉及人数少于当事人数', 'fewer people than parties'),
  'grade-below-threshold': house('未达到该等级的评定条件，须第二人确认', 'below the threshold of the grade'),
  'grade-not-confirmed': house('与已评定的等级不符', 'not the confirmed grade'),
  'grade-not-funded': house('该层级经费不支付此等级', 'not paid from this purse'),
  'grade-not-proposed': house('尚未申报等级', 'no grade was proposed'),
  'mediator-appointed': house('该人员已聘任为调解员', 'appointed already'),
  'mediator-is-party': house('调解员不得为本案当事人', 'a party mediates'),
  'no-woman-member': house('调委会应当有妇女成员', 'no woman among the members', `${LAW} 第八条`),
  'not-a-party': house('不是本案当事人', 'not a party of the case'),
  'not-approved': house('以案定补尚未核定', 'not approved'),
  'not-claimed': house('尚未申报以案定补', 'not claimed'),
  'not-succeeded': house('未调解成功', 'no agreement was reached'),
  'other-kind-misplaced': house('仅其他纠纷可填细类', 'a local kind counts under other'),
  'paid-above-approved': house('发放金额超过核定金额', 'more paid than approved'),
  'party-refused': house('一方当事人明确拒绝调解，不得调解', 'a party refused', `${LAW} 第十七条`),
  'payee-not-mediator': house('领取人不是本案调解员，须第二人确认', 'the payee did not mediate the case'),
  'payee-on-payroll': house('财政供养人员不得领取以案定补', 'the payee is on the public payroll'),
  'payment-exists': house('该支付记录已登记为其他内容', 'the payment is known with another content'),
  'performed-above-agreed': house('履行金额超过协议金额，须第二人确认', 'more performed than agreed'),
  'planned-for-past': house('计划完成日期早于计划日期', 'planned for a day gone by'),
  'prevented-twice': house('同一防止激化情形重复填写', 'one harm is named twice'),
  'reserved-by-law': house('法律规定由专门机关管辖处理', 'reserved to other organs', `${RULES} 第二十二条`),
  'reviewed-by-mediator': house('评查人不得为本案调解员', 'nobody reviews his own dossier'),
  'room-exists': house('该调解室已设立', 'the room is open already'),
  'room-not-open': house('该调解室未设立或者已撤销', 'the room is not open'),
  'tariff-not-in-force': house('补贴标准与现行标准不符', 'not the tariff in force'),
  'too-few-parties': house('当事人少于两方', 'fewer than two parties'),
} satisfies Record<After<RejectionCode | ConfirmationCode>, Term>;

export const rejectionTerms = under('mediation', words);
