import type { WordsOf } from '#kernel/term-tables.js';
import type * as tables from './domain/enumerations.js';
import { FORM } from './terms.words.js';

const LAW = '法律援助法';

/** Code tables of handling, closing and the services beside the cases. */
export const handlingTables = {
  agentKind: {
    name: '承办人员类别',
    origin: 'form',
    source: FORM,
    values: {
      'centre-lawyer': '法律援助机构律师',
      'private-lawyer': '社会律师',
      'legal-worker': '基层法律服务工作者',
      'social-organisation': '社会组织人员',
      volunteer: '注册志愿者',
    },
  },
  emergencyGround: {
    name: '先行提供援助情形',
    origin: 'law',
    source: `${LAW} 第四十四条`,
    values: {
      'limitation-near': '距法定时效或者期限届满不足七日',
      'urgent-preservation': '需要立即申请保全或者先予执行',
      other: '其他',
    },
  },
  replacementReason: {
    name: '更换承办人原因',
    origin: 'law',
    source: `${LAW} 第五十五条`,
    values: {
      'recipient-request': '受援人申请',
      'agent-unable': '不能履行职责',
      'conflict-of-interest': '利害关系',
      neglect: '怠于履行职责',
      other: '其他',
    },
  },
  closingBasis: {
    name: '结案依据',
    origin: 'law',
    source: '办理法律援助案件程序规定',
    values: {
      judgment: '判决书、裁定书、调解书',
      'transfer-opinion': '起诉意见书、撤销案件决定书',
      'prosecution-decision': '起诉书、不起诉决定书',
      award: '仲裁裁决书、行政复议决定书',
      settlement: '和解、调解协议签订',
      performance: '义务人开始履行',
    },
  },
  result: {
    name: '结案结果',
    origin: 'form',
    source: FORM,
    values: {
      adopted: '承办意见全部采纳',
      'partly-adopted': '承办意见部分采纳',
      'not-adopted': '承办意见未采纳',
      won: '胜诉',
      lost: '败诉',
      withdrawn: '撤诉',
      mediated: '调解',
      settled: '和解',
      arbitrated: '仲裁裁决',
    },
  },
  terminationReason: {
    name: '终止原因',
    origin: 'law',
    source: `${LAW} 第四十八条`,
    values: {
      'obtained-by-deceit': '以欺骗或者其他不正当手段获得',
      'evidence-concealed': '隐瞒重要事实或者提供虚假证据',
      'used-unlawfully': '利用法律援助从事违法活动',
      'means-improved': '经济状况发生变化',
      'proceedings-ended': '案件终止审理或者已经被撤销',
      'own-lawyer': '自行委托律师或者其他代理人',
      'asked-to-end': '有正当理由要求终止',
      other: '其他',
    },
  },
  objectionOutcome: {
    name: '异议审查结果',
    origin: 'law',
    source: `${LAW} 第四十九条`,
    values: { maintained: '维持', 'ordered-to-correct': '责令改正' },
  },
  dossierOutcome: { name: '案卷审查结果', origin: 'house', values: { accepted: '合格', returned: '退回补正' } },
  qualityGrade: {
    name: '质量等级',
    origin: 'house',
    values: { excellent: '优秀', good: '良好', passed: '合格', failed: '不合格' },
  },
  qualityMethod: {
    name: '评估方式',
    origin: 'house',
    values: { 'peer-review': '同行评估', 'file-review': '案卷检查', 'hearing-attended': '庭审旁听' },
  },
  satisfaction: {
    name: '满意程度',
    origin: 'house',
    values: {
      'very-satisfied': '非常满意',
      satisfied: '满意',
      'fairly-satisfied': '基本满意',
      dissatisfied: '不满意',
      'very-dissatisfied': '非常不满意',
      'not-answered': '未作答',
    },
  },
  channel: {
    name: '咨询方式',
    origin: 'form',
    source: FORM,
    values: {
      visit: '来访',
      telephone: '来电',
      'hotline-12348': '12348热线',
      online: '网络',
      letter: '来信',
      other: '其他',
    },
  },
  topicClass: {
    name: '咨询类别',
    origin: 'form',
    source: FORM,
    values: { criminal: '刑事', civil: '民事', administrative: '行政', economic: '经济' },
  },
  paperKind: {
    name: '文书种类',
    origin: 'house',
    values: { claim: '起诉状', defence: '答辩状', appeal: '上诉状', application: '申请书', other: '其他' },
  },
  dutyPlace: {
    name: '值班地点',
    origin: 'law',
    source: `${LAW} 第十四条`,
    values: { court: '人民法院', procuratorate: '人民检察院', 'detention-centre': '看守所', other: '其他' },
  },
  halfDay: {
    name: '值班时段',
    origin: 'house',
    values: { morning: '上午', afternoon: '下午', 'by-appointment': '约见' },
  },
  helpKind: {
    name: '帮助内容',
    origin: 'law',
    source: `${LAW} 第三十条`,
    values: {
      advice: '法律咨询',
      'choice-of-procedure': '程序选择建议',
      'change-of-measure': '申请变更强制措施',
      'plea-witnessed': '认罪认罚见证',
      'opinion-on-case': '对案件处理提出意见',
      other: '其他',
    },
  },
  complaintAgainst: {
    name: '投诉对象',
    origin: 'house',
    values: { agent: '承办人员', centre: '法律援助机构', decision: '决定' },
  },
  complaintOutcome: {
    name: '投诉处理结果',
    origin: 'house',
    values: { upheld: '属实', 'partly-upheld': '部分属实', unfounded: '不属实', withdrawn: '撤回' },
  },
  offerAnswer: {
    name: '告知后意愿',
    origin: 'house',
    values: { applies: '申请援助', declines: '不申请', 'no-reply': '未答复' },
  },
  openingState: { name: '期初状态', origin: 'house', values: { granted: '已批准待指派', assigned: '承办中' } },
} satisfies Partial<WordsOf<typeof tables>>;
