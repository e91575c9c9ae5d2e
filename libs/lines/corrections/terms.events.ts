import { type EventWords, eventTerms as termsOfEvents } from '#kernel/term-tables.js';
import { type EventType, events } from './domain/events/index.js';

const LAW = '社区矫正法';
const RULES = '社区矫正法实施办法';
const words = (...parts: EventWords): EventWords => parts;

const eventWords = {
  'corrections.AssessmentCommissioned': words('调查评估委托已收到', '受理调查评估', `${LAW} 第十八条`),
  'corrections.AssessmentAssigned': words('已指派调查', '指派调查', `${RULES} 第十四条`),
  'corrections.AssessmentExtended': words('已协商延期', '登记协商延期', `${RULES} 第十四条`),
  'corrections.AssessmentConcluded': words('评估意见已提交', '提交评估意见', `${LAW} 第十八条`),
  'corrections.AssessmentReturned': words('调查评估已退回', '退回调查评估'),
  'corrections.AssessmentWithdrawn': words('调查评估委托已撤回', '登记委托撤回'),

  'corrections.LegalDocumentsReceived': words('法律文书已收到', '登记法律文书', `${LAW} 第二十条`),
  'corrections.SubjectReported': words('已报到', '登记报到', `${LAW} 第二十一条`),
  'corrections.NonReportRecorded': words('逾期未报到（漏管）', '登记逾期未报到', `${LAW} 第二十一条`),
  'corrections.SubjectReceived': words('已接收入矫', '接收入矫', `${LAW} 第二十二条`),
  'corrections.SubjectTransferredIn': words('已转入', '转入接收', `${LAW} 第二十七条`),
  'corrections.OpeningBalanceImported': words('期初导入', '导入期初在册对象'),
  'corrections.IntakeAnnounced': words('已入矫宣告', '入矫宣告', `${LAW} 第二十二条`),
  'corrections.CorrectionGroupFormed': words('矫正小组已确定', '确定矫正小组', `${LAW} 第二十五条`),
  'corrections.CorrectionPlanAdopted': words('矫正方案已制定', '制定矫正方案', `${LAW} 第二十四条`),
  'corrections.CorrectionPlanAdjusted': words('矫正方案已调整', '调整矫正方案', `${LAW} 第二十四条`),

  'corrections.OfficeReassigned': words('受委托司法所已变更', '变更受委托司法所', `${LAW} 第九条`),
  'corrections.ManagementLevelSet': words('管理类别已确定', '确定管理类别', `${RULES} 第二十一条`),
  'corrections.ReportMade': words('已报告', '登记报告', `${LAW} 第二十三条`),
  'corrections.ReportMissed': words('未按时报告', '登记未按时报告', `${LAW} 第二十三条`),
  'corrections.VisitConducted': words('走访谈话已开展', '登记走访谈话', `${LAW} 第二十六条`),
  'corrections.EducationAttended': words('教育学习已参加', '登记教育学习', `${LAW} 第三十六条`),
  'corrections.WelfareActivityAttended': words('公益活动已参加', '登记公益活动', `${LAW} 第四十二条`),
  'corrections.SkillTrainingCompleted': words('职业技能培训已结业', '登记职业技能培训', `${LAW} 第三十七条`),
  'corrections.AssistanceGiven': words('帮扶已实施', '登记帮扶', `${LAW} 第三十五条`),
  'corrections.ConditionReviewSubmitted': words('病情复查已提交', '登记病情复查', `${RULES} 第二十四条`),
  'corrections.PeriodicEvaluationRecorded': words('考核已评定', '登记考核评定', `${LAW} 第二十八条`),
  'corrections.KeyPersonListed': words('已列为重点对象', '列为重点对象'),
  'corrections.KeyPersonUnlisted': words('已撤销重点对象', '撤销重点对象'),
  'corrections.ProcuratorialOpinionReceived': words('检察意见已收到', '登记检察意见', `${LAW} 第六十二条`),
  'corrections.ProcuratorialOpinionAnswered': words('检察意见已回复', '回复检察意见', `${LAW} 第六十二条`),

  'corrections.LeaveApproved': words('外出已批准', '批准外出', `${LAW} 第二十七条`),
  'corrections.LeaveRejected': words('外出不批准', '不批准外出', `${LAW} 第二十七条`),
  'corrections.LeaveDeparted': words('已离开', '登记离开', `${RULES} 第二十八条`),
  'corrections.LeaveReturned': words('已销假', '销假', `${RULES} 第二十八条`),
  'corrections.LeaveOverdueMarked': words('逾期未归', '标记逾期未归'),
  'corrections.LeaveExtended': words('已续假', '续假', `${RULES} 第二十八条`),
  'corrections.LeaveCancelled': words('请假已撤销', '撤销请假'),
  'corrections.CrossCountyPermitGranted': words(
    '经常性跨市县活动已批准',
    '批准经常性跨市县活动',
    `${RULES} 第二十九条`,
  ),

  'corrections.PlaceChangeRequested': words('执行地变更已申请', '申请执行地变更', `${RULES} 第三十条`),
  'corrections.PlaceChangeConsulted': words('执行地变更已征求意见', '征求新执行地意见', `${RULES} 第三十条`),
  'corrections.PlaceChangeReplied': words('新执行地已回复', '登记新执行地回复', `${RULES} 第三十条`),
  'corrections.PlaceChangeDecided': words('执行地变更已决定', '决定执行地变更', `${LAW} 第二十七条`),
  'corrections.SubjectTransferredOut': words('已转出', '转出', `${RULES} 第三十一条`),

  'corrections.ViolationDetected': words('违规行为已发现', '登记违规行为', `${LAW} 第二十八条`),
  'corrections.PunishmentImposed': words('处分已作出', '作出处分', `${LAW} 第二十八条`),
  'corrections.PublicSecurityPunishmentProposed': words(
    '已提请治安管理处罚',
    '提请治安管理处罚',
    `${RULES} 第三十六条`,
  ),
  'corrections.PublicSecurityPunishmentImposed': words('已予治安管理处罚', '登记治安管理处罚', `${LAW} 第二十八条`),
  'corrections.CommendationGranted': words('表扬已给予', '给予表扬', `${LAW} 第二十八条`),
  'corrections.ElectronicMonitoringApplied': words('电子定位已使用', '使用电子定位', `${LAW} 第二十九条`),
  'corrections.ElectronicMonitoringExtended': words('电子定位已延期', '延长电子定位', `${LAW} 第二十九条`),
  'corrections.ElectronicMonitoringLifted': words('电子定位已解除', '解除电子定位', `${LAW} 第二十九条`),
  'corrections.ContactLost': words('失联脱管', '登记失联脱管', `${LAW} 第三十条`),
  'corrections.SubjectFound': words('已查获', '登记查获', `${LAW} 第三十条`),
  'corrections.CompulsoryMeasureTaken': words('已被采取强制措施', '登记强制措施', `${LAW} 第四十七条`),
  'corrections.CompulsoryMeasureLifted': words('强制措施已解除', '登记强制措施解除'),
  'corrections.ReoffenceRecorded': words('再犯罪已记录', '登记再犯罪', `${LAW} 第四十六条`),
  'corrections.SentenceReductionProposed': words('已提出减刑建议', '提出减刑建议', `${LAW} 第三十三条`),
  'corrections.SentenceReductionGranted': words('减刑已裁定', '登记减刑裁定', `${LAW} 第三十三条`),
  'corrections.RevocationProposed': words(
    '已提请撤销缓刑、假释或收监执行',
    '提请撤销缓刑、假释或收监执行',
    `${LAW} 第四十六、四十九条`,
  ),
  'corrections.RevocationRuled': words('撤销、收监裁决已收到', '登记撤销、收监裁决', `${LAW} 第四十八、四十九条`),

  'corrections.ExitControlReported': words('出入境报备已提请', '提请出入境报备', '出境入境管理法 第十二条'),
  'corrections.BorderControlImposed': words('边控已办理', '登记边控', '出境入境管理法 第十二条'),
  'corrections.BorderControlLifted': words('已撤控', '登记撤控'),
  'corrections.TravelDocumentSeized': words('证件已收缴保管', '收缴保管证件'),
  'corrections.TravelDocumentReturned': words('证件已归还', '归还证件'),
  'corrections.SubjectReleased': words('已解除矫正', '解除矫正', `${LAW} 第四十四条`),
  'corrections.CorrectionTerminated': words('矫正已终止', '终止矫正', `${LAW} 第四十五条`),

  'corrections.SafetyScreeningHeld': words('安全隐患排查已开展', '登记安全隐患排查'),
  'corrections.ProgramSessionHeld': words('集中活动已举办', '登记集中活动', `${LAW} 第三十六、四十二条`),
  'corrections.DeviceLicencePurchased': words('设备许可已采购', '登记设备许可采购'),
  'corrections.DeviceLicenceAssigned': words('设备许可已启用', '启用设备许可'),
  'corrections.DeviceLicenceReleased': words('设备许可已停用', '停用设备许可'),
  'corrections.CumulativeBaselineSet': words('累计数期初已设定', '设定累计数期初'),
} satisfies Record<EventType, EventWords>;

/** The Chinese of every event, and of the command that records it. */
export const eventTerms = termsOfEvents(events, eventWords);
