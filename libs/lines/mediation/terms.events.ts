import { type EventWords, eventTerms as termsOfEvents } from '#kernel/term-tables.js';
import { type EventType, events } from './domain/events/index.js';
import { LAW, RULES } from './terms.words.js';

const words = (...parts: EventWords): EventWords => parts;

const eventWords = {
  'mediation.OpeningBalanceImported': words('期初导入', '导入期初未结案件'),
  'mediation.DisputeDiscovered': words('矛盾纠纷已排查发现', '登记排查发现', `${LAW} 第十七条`),
  'mediation.DisputeAccepted': words('纠纷已受理', '受理纠纷', `${LAW} 第十七条`),
  'mediation.DisputeNotAccepted': words('不予受理', '登记不予受理', `${RULES} 第二十二条`),
  'mediation.MediationSessionHeld': words('调解已进行', '登记调解', `${LAW} 第二十二条`),
  'mediation.MediationExtended': words('调解已延期', '延长调解期限', `${RULES} 第三十三条`),
  'mediation.MediationFailed': words('调解不成已终止', '终止调解', `${LAW} 第二十六条`),
  'mediation.MediationWithdrawn': words('调解已撤回', '登记撤回调解', `${LAW} 第二十三条`),
  'mediation.MediationTransferred': words('纠纷已移送', '移送纠纷', `${LAW} 第二十五条`),
  'mediation.DisputeRevisited': words('已回访', '登记回访', `${LAW} 第三十一条`),
  'mediation.MediationSucceeded': words('调解成功', '登记调解成功', `${LAW} 第二十八条`),
  'mediation.AgreementPerformed': words('协议已履行', '登记协议履行', `${LAW} 第三十一条`),
  'mediation.AgreementBreached': words('协议未履行（反悔）', '登记反悔', `${LAW} 第三十二条`),
  'mediation.JudicialConfirmationApplied': words('司法确认已申请', '登记司法确认申请', `${LAW} 第三十三条`),
  'mediation.JudicialConfirmationRuled': words('司法确认已裁定', '登记司法确认裁定', `${LAW} 第三十三条`),
  'mediation.DifficultyProposed': words('难易等级已申报', '申报难易等级'),
  'mediation.DifficultyConfirmed': words('难易等级已评定', '评定难易等级'),
  'mediation.DossierReviewed': words('调解卷宗已评查', '评查调解卷宗'),
  'mediation.DisputeArchived': words('已归档', '归档', `${LAW} 第二十七条`),
  'mediation.SubsidyClaimed': words('以案定补已申报', '申报以案定补'),
  'mediation.SubsidyApproved': words('以案定补已核定', '核定以案定补'),
  'mediation.SubsidyRefused': words('以案定补不予核定', '不予核定以案定补'),
  'mediation.SubsidyPaid': words('以案定补已发放', '发放以案定补'),
  'mediation.ScreeningPlanned': words('排查活动已计划', '计划排查活动'),
  'mediation.ScreeningHeld': words('排查活动已开展', '登记排查活动'),
  'mediation.CommitteeFiled': words('调委会已备案', '备案调委会', `${LAW} 第八条`),
  'mediation.CommitteeChanged': words('调委会已调整', '调整调委会', `${LAW} 第九条`),
  'mediation.CommitteeReportedToCourt': words('已通报基层人民法院', '通报基层人民法院', `${LAW} 第十条`),
  'mediation.CommitteeDissolved': words('调委会已撤销', '撤销调委会'),
  'mediation.RoomOpened': words('调解室已设立', '设立调解室'),
  'mediation.RoomClosed': words('调解室已撤销', '撤销调解室'),
  'mediation.MediatorAppointed': words('调解员已聘任', '聘任调解员', `${LAW} 第十三条`),
  'mediation.MediatorTrained': words('调解员已培训', '登记调解员培训', `${LAW} 第十四条`),
  'mediation.MediatorDismissed': words('调解员已解聘', '解聘调解员', `${LAW} 第十五条`),
} satisfies Record<EventType, EventWords>;

export const eventTerms = termsOfEvents(events, eventWords);
