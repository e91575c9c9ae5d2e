import type { IdentityCode } from './identities.js';
import type { MeasureCode } from './measures/index.js';
import type { Term } from '#kernel/term.js';
import { LAW, RULES, form, house, law } from './terms.words.js';
import type { FactKind } from './views/kinds.js';
import type { deadlines } from './deadlines.js';
import type { registers } from './registers.js';

const factWords = {
  'mediation.agreement': form('调解协议', 'agreement'),
  'mediation.claim': house('以案定补申报', 'claim for a subsidy'),
  'mediation.committee': law('人民调解委员会', 'mediation committee', `${LAW} 第七条`),
  'mediation.committee-change': house('调委会变动', 'change of a committee'),
  'mediation.committee-term': law('调委会任期', 'term of a committee', `${LAW} 第九条`),
  'mediation.dispute': form('调解案件', 'dispute'),
  'mediation.mediator': law('人民调解员', 'mediator', `${LAW} 第十三条`),
  'mediation.mediator-training': house('调解员培训', 'training of a mediator'),
  'mediation.payment': house('以案定补发放', 'payment of a subsidy'),
  'mediation.performance': form('协议履行', 'performance'),
  'mediation.prevention': form('防止激化', 'harm prevented'),
  'mediation.review': house('卷宗评查', 'dossier review'),
  'mediation.revisit': house('回访', 'visit after the case'),
  'mediation.room': form('调解室', 'mediation room'),
  'mediation.screening': house('矛盾纠纷排查', 'screening'),
} satisfies Record<FactKind, Term>;

const measureWords = {
  'mediation.accepted': form('受理', 'accepted'),
  'mediation.agreed-not-due': house('协议履行期未到', 'agreements not yet due'),
  'mediation.agreed-part-performed': house('协议部分履行', 'agreements performed in part'),
  'mediation.agreed-performed': house('协议全部履行', 'agreements performed'),
  'mediation.agreed-unperformed': house('协议未履行', 'agreements unperformed'),
  'mediation.amount-agreed': form('协议涉及金额', 'amount agreed'),
  'mediation.amount-approved': house('以案定补核定金额', 'subsidies approved, yuan'),
  'mediation.amount-paid': house('以案定补发放金额', 'subsidies paid, yuan'),
  'mediation.amount-performed': form('协议履行金额', 'amount performed'),
  'mediation.amount-settled': house('核定以案定补已发放金额', 'approved subsidies paid, yuan'),
  'mediation.areas-due': house('应排查村（社区）', 'areas due'),
  'mediation.areas-screened': house('已排查村（社区）', 'areas screened'),
  'mediation.breached': house('协议反悔', 'agreements broken'),
  'mediation.closed': form('调解案件', 'closed'),
  'mediation.closed-in-time': house('按期办结', 'closed in time'),
  'mediation.committees': form('人民调解委员会', 'committees'),
  'mediation.confirmation-applied': form('申请司法确认', 'confirmation asked for'),
  'mediation.confirmation-ruled': form('司法确认裁定', 'confirmation ruled on'),
  'mediation.discovered': form('排查发现', 'discovered'),
  'mediation.discovered-accepted': house('排查后受理', 'discovered, accepted'),
  'mediation.discovered-refused': house('排查后不予受理', 'discovered, refused'),
  'mediation.discovered-undecided': house('排查后未决定', 'discovered, undecided'),
  'mediation.dossiers-reviewed': house('评查卷宗', 'dossiers reviewed'),
  'mediation.due-performed': house('到期协议已履行', 'due agreements performed'),
  'mediation.ever-due': house('累计到期协议', 'agreements due ever'),
  'mediation.ever-performed': house('累计到期协议已履行', 'due agreements performed, ever'),
  'mediation.hard-amount-approved': house('疑难复杂及以上核定金额', 'approved for hard cases, yuan'),
  'mediation.hard-amount-settled': house('疑难复杂及以上已发放金额', 'paid for hard cases, yuan'),
  'mediation.imported': house('期初导入', 'imported'),
  'mediation.mediators': form('人民调解员', 'mediators'),
  'mediation.mediators-trained': house('调解员培训', 'mediators trained'),
  'mediation.not-accepted': house('不予受理', 'not accepted'),
  'mediation.open': form('未结案件', 'open'),
  'mediation.people-in-closed': form('案件涉及当事人', 'people in closed disputes'),
  'mediation.people-in-succeeded': form('调解成功涉及当事人', 'people in settled disputes'),
  'mediation.people-protected': form('防止激化人次', 'people kept from harm'),
  'mediation.performance-due': house('到期协议', 'agreements due'),
  'mediation.planned-screenings-held': house('计划内已开展排查', 'planned screenings held'),
  'mediation.prevented': form('防止激化件数', 'harm prevented'),
  'mediation.revisits': house('回访', 'visits'),
  'mediation.rooms': form('调解室', 'rooms'),
  'mediation.screenings-held': house('开展排查', 'screenings held'),
  'mediation.screenings-planned': house('计划排查', 'screenings planned'),
  'mediation.subsidies-approved': house('核定以案定补案件', 'subsidies approved'),
  'mediation.subsidies-settled': house('核定以案定补已发放案件', 'approved subsidies paid'),
  'mediation.succeeded': form('调解成功', 'succeeded'),
} satisfies Record<MeasureCode, Term>;

const identityWords = {
  'mediation.accepted-by-committee': house('受理数等于各调解主体之和', 'accepted by committee'),
  'mediation.accepted-by-kind': house('受理数等于各纠纷类型之和', 'accepted by kind'),
  'mediation.accepted-by-source': house('受理数等于各案件来源之和', 'accepted by source'),
  'mediation.closed-by-kind': house('调解数等于各纠纷类型之和', 'closed by kind'),
  'mediation.closed-by-outcome': house('调解数等于各结果之和', 'closed by outcome'),
  'mediation.discovered-by-answer': house('排查数等于受理、不予受理、未决定之和', 'discovered by answer'),
  'mediation.dossiers-passed': house('合格卷宗不多于评查卷宗', 'no more passed than reviewed'),
  'mediation.hard-by-grade': house('疑难复杂及以上等于各等级之和', 'hard cases by grade'),
  'mediation.mediators-by-employment': house('调解员数等于专职、兼职之和', 'mediators by employment'),
  'mediation.open-closes': house('期初未结加受理等于调解加期末未结', 'open disputes close'),
  'mediation.paid-within-approved': house('发放金额不多于核定金额', 'no more paid than approved'),
  'mediation.prevented-by-harm': house('防止激化数等于各情形之和', 'prevented by harm'),
  'mediation.succeeded-by-form': house('成功数等于口头、书面协议之和', 'succeeded by form'),
  'mediation.succeeded-by-grade': house('成功数等于各难易等级之和', 'succeeded by grade'),
  'mediation.succeeded-by-performance': house('成功数等于各履行状态之和', 'succeeded by performance'),
} satisfies Record<IdentityCode, Term>;

const registerWords = {
  'mediation.agreements': house('调解协议台账', 'agreements'),
  'mediation.claims': house('以案定补台账', 'claims'),
  'mediation.committees': form('人民调解委员会', 'committees'),
  'mediation.discoveries': house('矛盾纠纷排查台账', 'disputes discovered'),
  'mediation.disputes': form('人民调解案件登记簿', 'disputes'),
  'mediation.mediators': form('人民调解员', 'mediators'),
  'mediation.reviews': house('卷宗评查台账', 'dossier reviews'),
  'mediation.screenings': house('排查活动台账', 'screenings'),
} satisfies Record<keyof typeof registers, Term>;

const deadlineWords = {
  'PM-D01': law('调解办结期限', 'conclude the mediation', `${RULES} 第三十三条`),
  'PM-D02': law('申请司法确认期限', 'ask for confirmation', `${LAW} 第三十三条`),
  'PM-D02-ruling': law('司法确认裁定期限', 'ruling on confirmation', '法释〔2011〕5号'),
  'PM-D04': law('通报基层人民法院', 'tell the basic court', `${LAW} 第十条`),
  'PM-D06': law('协议履行期限', 'performance of the agreement', `${LAW} 第三十一条`),
  'PM-D07': law('调委会换届', 'election of the committee', `${LAW} 第九条`),
} satisfies Record<keyof typeof deadlines, Term>;

/** Facts, measures, identities, registers and deadlines. */
export const figureTerms = { ...factWords, ...measureWords, ...identityWords, ...registerWords, ...deadlineWords };
