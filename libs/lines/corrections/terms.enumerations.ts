import type { EnumField } from '#kernel/schema.js';
import type { Terms } from '#kernel/term.js';
import * as tables from './domain/enumerations.js';

type Tables = typeof tables;
type ValuesOf<Table> = Table extends EnumField<infer Value> ? Value : never;

/** The Chinese of every value of a code table, and where the table comes from. */
interface TableWords<Value extends string> {
  readonly name: string;
  readonly origin: 'law' | 'form' | 'house';
  readonly source?: string;
  readonly values: { readonly [V in Value]: string };
}

const tableWords = {
  commissioningOrgKind: {
    name: '委托机关',
    origin: 'law',
    source: '社区矫正法 第十八条',
    values: {
      court: '人民法院',
      procuratorate: '人民检察院',
      'public-security': '公安机关',
      prison: '监狱',
      'detention-centre': '看守所',
    },
  },
  assessmentSubjectKind: {
    name: '被评估人身份',
    origin: 'law',
    source: '社区矫正法 第十八条',
    values: { defendant: '被告人', convict: '罪犯', other: '其他' },
  },
  assessmentOpinion: {
    name: '评估意见',
    origin: 'form',
    source: '社区矫正绩效自评报告',
    values: { suitable: '建议适用', cautious: '慎用', unsuitable: '不适用' },
  },
  assessmentReturnReason: {
    name: '退回原因',
    origin: 'house',
    values: { 'not-resident': '不在本地居住', 'materials-unusable': '材料不齐或不能使用', other: '其他' },
  },
  category: {
    name: '矫正类别',
    origin: 'law',
    source: '社区矫正法 第二条',
    values: {
      'public-surveillance': '管制',
      probation: '缓刑',
      parole: '假释',
      'outside-prison': '暂予监外执行',
      other: '其他',
    },
  },
  outsidePrisonGround: {
    name: '暂予监外执行情形',
    origin: 'law',
    source: '刑事诉讼法 第二百六十五条',
    values: { medical: '保外就医', 'pregnancy-or-nursing': '怀孕或哺乳', 'unable-to-care-for-self': '生活不能自理' },
  },
  decidingOrgKind: {
    name: '决定机关',
    origin: 'law',
    source: '社区矫正法 第十七条',
    values: { court: '人民法院', 'prison-administration': '监狱管理机关', 'public-security': '公安机关' },
  },
  offenceClass: {
    name: '罪名大类',
    origin: 'law',
    source: '刑法 分则',
    values: {
      'state-security': '危害国家安全罪',
      'public-safety': '危害公共安全罪',
      'market-order': '破坏社会主义市场经济秩序罪',
      'personal-rights': '侵犯公民人身权利、民主权利罪',
      property: '侵犯财产罪',
      'social-order': '妨害社会管理秩序罪',
      'national-defence': '危害国防利益罪',
      corruption: '贪污贿赂罪',
      dereliction: '渎职罪',
      other: '其他',
    },
  },
  mainPenalty: {
    name: '原判主刑',
    origin: 'law',
    source: '刑法 第三十三条',
    values: {
      'death-suspended': '死刑缓期执行',
      life: '无期徒刑',
      'fixed-term': '有期徒刑',
      'criminal-detention': '拘役',
      'public-surveillance': '管制',
    },
  },
  additionalPenalty: {
    name: '附加刑',
    origin: 'law',
    source: '刑法 第三十四、三十五条',
    values: {
      fine: '罚金',
      'deprivation-of-political-rights': '剥夺政治权利',
      confiscation: '没收财产',
      deportation: '驱逐出境',
      none: '无',
      other: '其他',
    },
  },
  sex: { name: '性别', origin: 'form', source: 'GB/T 2261.1', values: { male: '男', female: '女' } },
  ageBand: {
    name: '年龄段',
    origin: 'house',
    values: {
      'under-18': '未满18岁',
      '18-to-25': '18至25岁',
      '26-to-45': '26至45岁',
      '46-to-60': '46至60岁',
      'over-60': '60岁以上',
    },
  },
  managementLevel: {
    name: '管理类别',
    origin: 'law',
    source: '社区矫正法实施办法 第二十一条',
    values: { strict: '严管', general: '普管', lenient: '宽管' },
  },
  legalDocumentKind: {
    name: '法律文书种类',
    origin: 'law',
    source: '社区矫正法 第二十条',
    values: {
      judgment: '判决书',
      ruling: '裁定书',
      decision: '决定书',
      'execution-notice': '执行通知书',
      commitment: '接受社区矫正保证书',
      'parole-certificate': '假释证明书',
      other: '其他',
    },
  },
  reportChannel: {
    name: '报到方式',
    origin: 'law',
    source: '社区矫正法 第二十一条',
    values: { 'in-person': '本人报到', 'handed-over': '机关移送' },
  },
  groupRole: {
    name: '矫正小组成员身份',
    origin: 'law',
    source: '社区矫正法 第二十五条',
    values: {
      'justice-office': '司法所',
      'village-committee': '居民委员会、村民委员会',
      'guardian-or-family': '监护人、家庭成员',
      'employer-or-school': '所在单位或者就读学校',
      'social-worker': '社会工作者',
      volunteer: '志愿者',
      other: '其他',
    },
  },
  approver: {
    name: '批准人',
    origin: 'law',
    source: '社区矫正法 第二十九条',
    values: { 'justice-office-head': '司法所负责人', 'county-head': '县级司法行政部门负责人' },
  },
  openingState: {
    name: '期初状态',
    origin: 'house',
    values: { notified: '待报到', reported: '已报到', 'in-register': '在册' },
  },
  reportKind: {
    name: '报告方式',
    origin: 'law',
    source: '社区矫正法实施办法 第二十四条',
    values: {
      'check-in': '日常签到',
      telephone: '电话报告',
      written: '书面报告',
      'face-to-face': '当面报告',
      'medical-condition': '病情报告',
    },
  },
  visitKind: {
    name: '走访谈话方式',
    origin: 'law',
    source: '社区矫正法 第二十六条',
    values: { 'field-visit': '实地查访', contact: '通信联络', 'online-check': '信息化核查', talk: '个别谈话' },
  },
  result: { name: '结果', origin: 'form', values: { passed: '合格', failed: '不合格' } },
  assistanceKind: {
    name: '帮扶种类',
    origin: 'form',
    source: '社区矫正法 第三十五、三十七、三十八、四十三条',
    values: {
      'consolation-visit': '走访慰问',
      'temporary-relief': '临时救助',
      'subsistence-allowance': '最低生活保障',
      employment: '就业帮扶',
      schooling: '就学帮扶',
      'minor-children': '未成年子女帮扶',
      counselling: '心理辅导',
      other: '其他',
    },
  },
  reviewPeriod: { name: '复查周期', origin: 'form', values: { quarter: '季度复查', year: '年度诊断' } },
  evaluationPeriod: {
    name: '考核周期',
    origin: 'form',
    values: { month: '月度考核', quarter: '季度考核', year: '年度考核', 'term-end': '期满鉴定' },
  },
  keyPersonReason: {
    name: '列为重点原因',
    origin: 'house',
    values: {
      'reoffence-risk': '再犯罪风险高',
      'supervision-breach': '多次违反监督管理规定',
      dispute: '有现实矛盾纠纷',
      hardship: '生活困难',
      other: '其他',
    },
  },
  leaveReason: {
    name: '外出事由',
    origin: 'law',
    source: '社区矫正法实施办法 第二十六条',
    values: {
      medical: '就医',
      schooling: '就学',
      litigation: '参与诉讼',
      family: '处理家庭重要事务',
      work: '处理工作重要事务',
    },
  },
  leaveLevel: {
    name: '审批层级',
    origin: 'law',
    source: '社区矫正法实施办法 第二十七条',
    values: { 'justice-office': '司法所', county: '县级社区矫正机构', city: '上级社区矫正机构' },
  },
  decision: {
    name: '决定',
    origin: 'law',
    source: '社区矫正法 第二十七条',
    values: { agreed: '同意', refused: '不同意' },
  },
  transferDateBasis: {
    name: '转出日期依据',
    origin: 'house',
    values: { arrival: '新执行地报到日', decision: '决定日（报到日不详）' },
  },
  violationKind: {
    name: '违规行为',
    origin: 'law',
    source: '社区矫正法实施办法 第三十四、三十五条',
    values: {
      'report-missed': '不按时报告',
      'online-check-failed': '信息化核查违规',
      'left-without-leave': '越界或者不假外出',
      'location-spoofed': '虚拟定位',
      'education-missed': '不参加教育学习、公益活动',
      'prohibition-broken': '违反禁止令',
      other: '其他',
    },
  },
  violationSource: {
    name: '发现途径',
    origin: 'house',
    values: {
      check: '日常检查',
      visit: '走访',
      'information-system': '信息化核查',
      'public-security': '公安机关通报',
      procuratorate: '检察机关通报',
      'tip-off': '群众反映',
      other: '其他',
    },
  },
  punishmentKind: {
    name: '处分',
    origin: 'law',
    source: '社区矫正法 第二十八条',
    values: { admonition: '训诫', warning: '警告' },
  },
  publicSecurityPenalty: {
    name: '治安管理处罚种类',
    origin: 'law',
    source: '治安管理处罚法(2012) 第十条',
    values: { warning: '警告', fine: '罚款', detention: '行政拘留' },
  },
  revocationKind: {
    name: '提请事项',
    origin: 'law',
    source: '社区矫正法 第四十六、四十九条',
    values: { 'probation-revoked': '撤销缓刑', 'parole-revoked': '撤销假释', 'taken-into-prison': '收监执行' },
  },
  rulingOutcome: {
    name: '裁决结果',
    origin: 'law',
    source: '社区矫正法 第四十八、四十九条',
    values: { granted: '准许', denied: '不准许' },
  },
  monitoringGround: {
    name: '使用电子定位情形',
    origin: 'law',
    source: '社区矫正法 第二十九条',
    values: {
      'prohibition-broken': '违反人民法院禁止令',
      'left-without-leave': '无正当理由，未经批准离开所居住的市、县',
      'refused-to-report': '拒不按照规定报告自己的活动情况，被给予警告',
      'public-security-punishment': '违反监督管理规定，被给予治安管理处罚',
      'revocation-intended': '拟提请撤销缓刑、假释或者暂予监外执行收监执行',
    },
  },
  compulsoryMeasure: {
    name: '强制措施',
    origin: 'law',
    source: '刑事诉讼法 第一编第六章',
    values: { 'criminal-detention': '拘留', arrest: '逮捕', 'residential-surveillance': '监视居住', bail: '取保候审' },
  },
  procuratorialOpinionKind: {
    name: '检察意见种类',
    origin: 'law',
    source: '社区矫正法 第六十二条',
    values: { 'violation-notice': '纠正违法意见', proposal: '检察建议' },
  },
  travelDocumentKind: {
    name: '证件种类',
    origin: 'form',
    values: {
      passport: '普通护照',
      'hk-macao-permit': '往来港澳通行证',
      'taiwan-permit': '往来台湾通行证',
      'border-pass': '边境通行证',
      other: '其他',
    },
  },
  releaseKind: {
    name: '解除原因',
    origin: 'law',
    source: '社区矫正法 第四十四条',
    values: { 'term-expired': '期满', pardoned: '赦免' },
  },
  terminationKind: {
    name: '终止原因',
    origin: 'law',
    source: '社区矫正法 第四十五条',
    values: {
      'probation-revoked': '撤销缓刑',
      'parole-revoked': '撤销假释',
      'taken-into-prison': '收监执行',
      death: '死亡',
      other: '其他',
    },
  },
  deathKind: { name: '死亡情形', origin: 'form', values: { natural: '正常死亡', unnatural: '非正常死亡' } },
  screeningScope: {
    name: '排查范围',
    origin: 'form',
    values: { corrections: '社区矫正对象', aftercare: '安置帮教对象', both: '社区矫正和安置帮教对象' },
  },
  sessionKind: {
    name: '活动种类',
    origin: 'form',
    source: '社区矫正法 第三十六、三十七、四十二条',
    values: {
      'group-education': '集中教育',
      'public-welfare': '公益活动',
      'skill-training': '技能培训',
      counselling: '心理辅导',
    },
  },
  deviceKind: {
    name: '设备许可种类',
    origin: 'form',
    values: { 'subject-app': '在矫通', 'staff-app': '矫务通', wristband: '电子手环', 'phone-location': '手机定位' },
  },
  cumulativeIndicator: {
    name: '累计指标',
    origin: 'form',
    values: { 'CC-09-received': '累计接收', 'CC-09-left': '累计解除' },
  },
} satisfies { readonly [Table in keyof Tables]: TableWords<ValuesOf<Tables[Table]>> };

const tablesByName: Readonly<Record<string, EnumField<string>>> = tables;

/** The Chinese of every code table (`corrections.category`) and of every value (`corrections.category.probation`). */
export const enumerationTerms: Terms = Object.fromEntries(
  Object.entries<TableWords<string>>(tableWords).flatMap(([key, { name, origin, source, values }]) => {
    const table = tablesByName[key]?.name ?? '';
    const rest = source === undefined ? { origin } : { origin, source };
    const spaced = (identifier: string): string => identifier.replaceAll('-', ' ');
    return [
      [table, { zh: name, en: spaced(table.slice(table.indexOf('.') + 1)), ...rest }],
      ...Object.entries(values).map(([value, zh]) => [`${table}.${value}`, { zh, en: spaced(value), ...rest }]),
    ];
  }),
);
