import { type WordsOf, tableTerms } from '#kernel/term-tables.js';
import * as tables from './domain/enumerations.js';
import { LAW, RULES } from './terms.words.js';

const FORM = '人民调解案件统计表';
const ofForm = { origin: 'form', source: FORM } as const;
const ours = { origin: 'house' } as const;

/** The Chinese of every code table of the line. */
export const tableWords = {
  disputeKind: {
    name: '纠纷类型',
    ...ofForm,
    values: {
      'marriage-family': '婚姻家庭纠纷',
      neighbours: '邻里纠纷',
      housing: '房屋宅基地纠纷',
      contract: '合同纠纷',
      production: '生产经营纠纷',
      damages: '损害赔偿纠纷',
      'forest-land': '山林土地纠纷',
      expropriation: '征地拆迁纠纷',
      environment: '环境污染纠纷',
      'migrant-wages': '拖欠农民工工资纠纷',
      'labour-other': '其他劳动争议纠纷',
      tourism: '旅游纠纷',
      'e-commerce': '电子商务纠纷',
      'consumer-other': '其他消费纠纷',
      medical: '医疗纠纷',
      traffic: '道路交通事故纠纷',
      'property-management': '物业纠纷',
      other: '其他纠纷',
    },
  },
  otherDisputeKind: {
    name: '其他纠纷细类',
    ...ours,
    values: {
      'village-affairs': '村务管理纠纷',
      'family-planning': '计划生育纠纷',
      'intellectual-property': '知识产权纠纷',
      finance: '金融纠纷',
      fire: '消防纠纷',
    },
  },
  caseSource: {
    name: '案件来源',
    ...ofForm,
    values: {
      initiative: '主动调解',
      application: '依申请调解',
      court: '人民法院委托移送',
      procuratorate: '人民检察院委托移送',
      police: '公安机关委托移送',
      'petition-office': '信访部门委托移送',
      'other-organ': '其他部门委托移送',
    },
  },
  committeeKind: {
    name: '调解主体',
    ...ofForm,
    values: {
      village: '村调委会',
      community: '居（社区）调委会',
      township: '乡镇调委会',
      subdistrict: '街道调委会',
      enterprise: '企事业单位调委会',
      organisation: '社会团体和其他组织调委会',
    },
  },
  roomKind: {
    name: '调解室类型',
    ...ofForm,
    values: { stationed: '派驻调解室', 'personal-studio': '个人调解工作室', comprehensive: '综合调解室' },
  },
  severity: {
    name: '纠纷程度',
    ...ours,
    values: { ordinary: '一般', escalating: '有激化可能', urgent: '紧急' },
  },
  grade: {
    name: '难易等级',
    origin: 'form',
    source: '以案定补办法',
    values: { simple: '简易', ordinary: '一般', difficult: '疑难复杂', major: '重大', 'extra-major': '特大' },
  },
  proceedings: {
    name: '其他机关处理情况',
    origin: 'law',
    source: `${RULES} 第二十二条`,
    values: {
      none: '未经其他机关受理',
      court: '人民法院已受理',
      procuratorate: '人民检察院已受理',
      police: '公安机关已受理',
      'petition-office': '信访部门已受理',
      'other-organ': '其他行政机关已受理',
      settled: '已经解决',
      'reserved-by-law': '法律规定由专门机关管辖处理',
    },
  },
  refusalGround: {
    name: '不予受理理由',
    origin: 'law',
    source: `${LAW} 第十七条`,
    values: {
      'party-refused': '一方当事人明确拒绝调解',
      'dealt-with-elsewhere': '其他机关已受理或者解决',
      'reserved-by-law': '法律规定由专门机关管辖处理',
      'not-civil': '不属于民间纠纷',
      other: '其他',
    },
  },
  agreementForm: {
    name: '协议形式',
    origin: 'law',
    source: `${LAW} 第二十八条`,
    values: { oral: '口头协议', written: '书面协议书' },
  },
  performanceDegree: { name: '履行程度', ...ofForm, values: { full: '全部履行', partial: '部分履行' } },
  failureReason: {
    name: '调解不成原因',
    ...ours,
    values: {
      'no-agreement': '分歧较大未达成协议',
      'party-absent': '当事人不到场',
      'agreement-not-signed': '协议未签署',
      'may-escalate': '可能激化',
      other: '其他',
    },
  },
  withdrawalReason: {
    name: '撤回原因',
    ...ours,
    values: {
      'applicant-withdrew': '申请人撤回',
      'party-refused': '当事人拒绝继续调解',
      'settled-privately': '当事人自行和解',
      other: '其他',
    },
  },
  remedy: {
    name: '告知的救济途径',
    origin: 'law',
    source: `${LAW} 第二十六条`,
    values: { arbitration: '仲裁', administrative: '行政', judicial: '司法' },
  },
  forum: {
    name: '移送去向',
    ...ours,
    values: {
      court: '人民法院',
      arbitration: '仲裁机构',
      police: '公安机关',
      administration: '行政主管部门',
      'petition-office': '信访部门',
      other: '其他',
    },
  },
  preventedHarm: {
    name: '防止激化情形',
    ...ofForm,
    values: {
      suicide: '防止民间纠纷引起自杀',
      crime: '防止民间纠纷转化为刑事案件',
      'mass-petition': '防止群体性上访',
      brawl: '制止群体性械斗',
    },
  },
  confirmationOutcome: {
    name: '司法确认结果',
    origin: 'law',
    source: `${LAW} 第三十三条`,
    values: { confirmed: '确认有效', dismissed: '驳回申请' },
  },
  satisfaction: {
    name: '满意程度',
    ...ours,
    values: {
      satisfied: '满意',
      'basically-satisfied': '基本满意',
      dissatisfied: '不满意',
      'no-answer': '未作答',
    },
  },
  reviewResult: { name: '评查结果', ...ours, values: { passed: '合格', 'not-passed': '不合格' } },
  fundLevel: { name: '经费层级', ...ours, values: { county: '县级', province: '省级（自治区）' } },
  screeningKind: {
    name: '排查类型',
    ...ours,
    values: { routine: '日常排查', special: '专项排查', 'key-period': '重点时段排查' },
  },
  employment: { name: '专兼职', ...ofForm, values: { 'full-time': '专职', 'part-time': '兼职' } },
  workplace: {
    name: '工作岗位',
    ...ours,
    values: { committee: '调委会', room: '调解室（工作室）', 'county-centre': '县级公共法律服务中心' },
  },
  dismissalReason: {
    name: '解聘原因',
    origin: 'law',
    source: `${LAW} 第十五条`,
    values: {
      misconduct: '违反调解纪律',
      resigned: '辞职',
      'term-ended': '任期届满',
      unable: '不能履职',
      died: '死亡',
      other: '其他',
    },
  },
} as const satisfies WordsOf<typeof tables>;

export const enumerationTerms = tableTerms(tables, tableWords);
