import { type EventWords, eventTerms as termsOfEvents } from '#kernel/term-tables.js';
import { type EventType, events } from './domain/events/index.js';

const LAW = '法律援助法';
const RULES = '办理法律援助案件程序规定';
const words = (...parts: EventWords): EventWords => parts;

const eventWords = {
  'legal-aid.AidApplied': words('援助申请已收到', '登记援助申请', `${LAW} 第四十一条`),
  'legal-aid.DefenceNotified': words('通知辩护已收到', '登记通知辩护', `${LAW} 第三十六条`),
  'legal-aid.OpeningBalanceImported': words('期初导入', '导入期初未结案件'),
  'legal-aid.SupplementRequested': words('补正通知已发出', '通知补正', `${LAW} 第四十三条`),
  'legal-aid.SupplementSupplied': words('材料已补正', '登记补正', `${LAW} 第四十三条`),
  'legal-aid.ApplicationDeemedWithdrawn': words('视为撤回申请', '登记视为撤回', `${LAW} 第四十三条`),
  'legal-aid.AidGranted': words('已决定给予援助', '决定给予援助', `${LAW} 第四十三条`),
  'legal-aid.AidRefused': words('已决定不予援助', '决定不予援助', `${LAW} 第四十三条`),
  'legal-aid.ObjectionRaised': words('异议已提出', '登记异议', `${LAW} 第四十九条`),
  'legal-aid.ObjectionDecided': words('异议已审查', '审查异议', `${LAW} 第四十九条`),
  'legal-aid.AgentAssigned': words('已指派承办人', '指派承办人', `${LAW} 第四十三条`),
  'legal-aid.AgentReassigned': words('已更换承办人', '更换承办人', `${LAW} 第五十五条`),
  'legal-aid.AidConcluded': words('援助已办结', '登记结案', RULES),
  'legal-aid.AidTerminated': words('援助已终止', '终止援助', `${LAW} 第四十八条`),
  'legal-aid.DossierSubmitted': words('结案材料已提交', '提交结案材料', `${LAW} 第五十条`),
  'legal-aid.DossierReviewed': words('结案材料已审查', '审查结案材料', RULES),
  'legal-aid.CaseArchived': words('案卷已归档', '案卷归档', RULES),
  'legal-aid.SubsidyApproved': words('补贴已核定', '核定补贴', `${LAW} 第五十二条`),
  'legal-aid.SubsidyPaid': words('补贴已支付', '支付补贴', `${LAW} 第五十二条`),
  'legal-aid.CaseQualityAssessed': words('质量评估已完成', '评估案件质量', `${LAW} 第五十七条`),
  'legal-aid.RecipientRevisited': words('回访已完成', '登记回访'),

  'legal-aid.ConsultationAnswered': words('法律咨询已解答', '解答法律咨询', `${LAW} 第二十二条`),
  'legal-aid.DocumentDrafted': words('法律文书已代拟', '代拟法律文书', `${LAW} 第二十二条`),
  'legal-aid.DutyShiftServed': words('值班已完成', '登记值班', `${LAW} 第十四条`),
  'legal-aid.DutyHelpGiven': words('值班律师帮助已提供', '登记值班律师帮助', `${LAW} 第三十条`),
  'legal-aid.DutySubsidyPaid': words('值班补贴已支付', '支付值班补贴', `${LAW} 第五十二条`),
  'legal-aid.ComplaintReceived': words('投诉已收到', '登记投诉', `${LAW} 第五十六条`),
  'legal-aid.ComplaintHandled': words('投诉已处理', '处理投诉', `${LAW} 第五十六条`),
  'legal-aid.AidOffered': words('已告知可申请援助', '告知可申请援助'),
  'legal-aid.AidOfferAnswered': words('告知已获答复', '登记告知答复'),
  'legal-aid.AgentRegistered': words('承办人员已登记', '登记承办人员'),
  'legal-aid.AgentSuspended': words('承办人员已暂停', '暂停承办人员'),
  'legal-aid.AgentReinstated': words('承办人员已恢复', '恢复承办人员'),
} satisfies Record<EventType, EventWords>;

export const eventTerms = termsOfEvents(events, eventWords);
