import { tableTerms } from '#kernel/term-tables.js';
import * as tables from './domain/enumerations.js';

const INFORMATION = '政府信息公开条例';

/** The Chinese of every code table and of every value. */
export const enumerationTerms = tableTerms(tables, {
  decisionKind: {
    name: '重大事项类别',
    origin: 'law',
    source: '国办发〔2018〕118号; 国办发〔2018〕115号',
    values: {
      'major-enforcement': '重大执法决定',
      'major-administrative': '重大行政决策',
      'normative-document': '行政规范性文件',
      contract: '政府合同',
    },
  },
  reviewOpinion: {
    name: '审核意见',
    origin: 'house',
    values: {
      approved: '同意',
      'to-be-revised': '修改后再送审',
      refused: '不同意',
      'beyond-competence': '超越权限，建议移送',
    },
  },
  meetingKind: {
    name: '会议类别',
    origin: 'house',
    values: { symposium: '座谈会', 'joint-conference': '联席会议', 'dossier-review': '案卷评查会' },
  },
  visitKind: {
    name: '走访类别',
    origin: 'house',
    values: { call: '走访', inspection: '调研督导', study: '学习考察' },
  },
  regulationKind: {
    name: '制度类别',
    origin: 'house',
    values: {
      'enforcement-rule': '行政执法基本制度',
      'normative-document': '行政规范性文件',
      'internal-rule': '内部管理制度',
    },
  },
  honourKind: {
    name: '荣誉类别',
    origin: 'house',
    values: {
      collective: '先进集体',
      organisation: '优秀组织',
      commendation: '通报表扬',
      individual: '先进个人',
      'demonstration-village': '民主法治示范村（社区）',
    },
  },
  honourLevel: {
    name: '荣誉级别',
    origin: 'house',
    values: { national: '国家级', provincial: '省级', city: '市级', county: '县级' },
  },
  disclosureKind: {
    name: '公开事项类别',
    origin: 'law',
    source: `${INFORMATION} 第二十条; 预算法 第十四条; 国办发〔2018〕118号`,
    values: {
      budget: '部门预算',
      'final-accounts': '部门决算',
      'three-public': '“三公”经费',
      'annual-report': '政府信息公开工作年度报告',
      'enforcement-decision': '行政执法决定',
      'penalty-or-licence': '行政处罚、行政许可决定',
      proactive: '其他主动公开信息',
      'on-request': '依申请公开',
    },
  },
  disclosurePlatform: {
    name: '公开平台',
    origin: 'law',
    source: `${INFORMATION} 第二十三条`,
    values: {
      'government-portal': '政府门户网站',
      'own-website': '部门网站',
      'new-media': '政务新媒体',
      'notice-board': '公告栏',
      press: '新闻媒体',
      'to-applicant': '答复申请人',
    },
  },
  waiverGround: {
    name: '不予公开理由',
    origin: 'law',
    source: `${INFORMATION} 第十四至十六条、第三十六条`,
    values: {
      'state-secret': '国家秘密',
      'public-safety': '危及公共安全、社会稳定',
      'privacy-or-trade-secret': '个人隐私、商业秘密',
      'internal-matter': '内部事务、过程性信息',
      'application-withdrawn': '申请人撤回申请',
    },
  },
  assetKind: {
    name: '装备类别',
    origin: 'house',
    values: { camera: '摄像头', pickup: '拾音器', terminal: '终端机', recorder: '执法记录仪', other: '其他装备' },
  },
  retirementReason: {
    name: '减少原因',
    origin: 'house',
    values: { 'worn-out': '报废', replaced: '更换', lost: '遗失', 'handed-over': '调出' },
  },
  unitKind: {
    name: '机构类别',
    origin: 'house',
    values: {
      section: '内设股室',
      'justice-office': '司法所',
      'public-institution': '事业单位',
      'legal-aid-centre': '法律援助中心',
      'forensic-institution': '司法鉴定所',
      'law-firm': '律师事务所',
      'legal-service-office': '基层法律服务所',
    },
  },
  facilityKind: {
    name: '用房类别',
    origin: 'house',
    values: {
      'function-room': '功能室',
      'mediation-room': '综合调解室',
      'correction-centre': '社区矫正中心',
      'service-station': '公共法律服务站',
      'office-space': '办公用房',
    },
  },
  manualItem: {
    name: '手工指标',
    origin: 'form',
    source: '部门整体支出绩效自评表',
    values: {
      'lawful-rights-rate': '维护当事人合法权益、维护法律正确实施率',
      'crime-reduction-rate': '降低犯罪率',
      'energy-saving-rate': '水电能源节约率',
      'participation-rate': '市民参与度',
      'acceptance-rate': '项目验收合格率',
      'schedule-rate': '项目计划完成及时率',
      'within-estimate-rate': '实际完成投资控制在概算内的比例',
      'heating-months': '供暖月数',
      'office-temperature': '办公场所室内温度',
      'heated-area': '取暖面积',
      'other-number': '其他数值',
      goal: '定性目标',
    },
  },
  goalGrade: {
    name: '定性目标等级',
    origin: 'form',
    source: '财预〔2020〕10号',
    values: { achieved: '达成预期指标', 'partly-achieved': '部分达成', missed: '未达成' },
  },
});
