import { eventTerms as termsOfEvents } from '#kernel/term-tables.js';
import { events } from './domain/events/index.js';

const INFORMATION = '政府信息公开条例';
const REVIEW = '国办发〔2018〕118号';

/** The Chinese of every event, and of the command that records it. */
export const eventTerms = termsOfEvents(events, {
  'institution.ReviewRequested': ['已送法制审核', '登记送审', REVIEW],
  'institution.ReviewCompleted': ['法制审核已完成', '出具审核意见', REVIEW],
  'institution.ReviewWithdrawn': ['送审已撤回', '撤回送审'],
  'institution.MajorDecisionTaken': ['重大决定已作出', '登记重大决定', '行政处罚法 第五十八条'],
  'institution.MeetingHeld': ['座谈、会议已召开', '登记座谈、会议'],
  'institution.VisitMade': ['走访、考察已开展', '登记走访、考察'],
  'institution.RegulationAdopted': ['制度、规范性文件已制定', '登记制度、规范性文件'],
  'institution.RegulationAmended': ['制度、规范性文件已修订', '登记修订'],
  'institution.RegulationRepealed': ['制度、规范性文件已废止', '登记废止'],
  'institution.PowerDelegated': ['执法权限已下放', '下放执法权限', '行政处罚法 第二十四条'],
  'institution.PowerWithdrawn': ['执法权限已收回', '收回执法权限', '行政处罚法 第二十四条'],
  'institution.HonourAwarded': ['荣誉已授予', '登记荣誉'],
  'institution.HonourRevoked': ['荣誉已撤销', '登记荣誉撤销'],
  'institution.DisclosureOwed': ['公开事项已产生', '登记公开事项', `${INFORMATION} 第二十六条`],
  'institution.InformationDisclosed': ['信息已公开', '登记公开', `${INFORMATION} 第二十六条`],
  'institution.DisclosureWaived': ['依法不予公开', '登记不予公开', `${INFORMATION} 第十四条`],
  'institution.OpeningBalanceImported': ['期初导入', '导入期初装备'],
  'institution.AssetAcquired': ['装备已购置', '登记装备购置'],
  'institution.AssetInstalled': ['装备已安装', '登记装备安装'],
  'institution.AssetRetired': ['装备已报废、调出', '登记装备报废、调出'],
  'institution.UnitEstablished': ['机构已设立', '登记机构设立'],
  'institution.UnitRenamed': ['机构已更名', '登记机构更名'],
  'institution.UnitAbolished': ['机构已撤并', '登记机构撤并'],
  'institution.FacilityOpened': ['功能用房已启用', '登记功能用房启用'],
  'institution.FacilityAltered': ['功能用房面积已变更', '登记面积变更'],
  'institution.FacilityClosed': ['功能用房已停用', '登记功能用房停用'],
  'institution.ManualIndicatorValueEntered': ['手工指标值已填报', '填报手工指标值'],
});
