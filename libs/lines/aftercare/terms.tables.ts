import { tableTerms } from '#kernel/term-tables.js';
import * as tables from './domain/enumerations.js';

const SYSTEM = '司法所管理信息系统（在用系统所见）';
const HELP = '中办发〔2010〕5号';

/** The official Chinese of every code and of the table it stands in. */
export const enumerationTerms = tableTerms(tables, {
  sourceKind: {
    name: '来源',
    origin: 'form',
    source: SYSTEM,
    values: {
      prison: '监狱刑满释放',
      'detention-house': '看守所刑满释放',
      'correction-released': '社区矫正解除',
      other: '其他',
    },
  },
  riskClass: {
    name: '危险性评估',
    origin: 'form',
    source: SYSTEM,
    values: { key: '重点帮教对象', general: '一般帮教对象' },
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
  verification: {
    name: '核查结果',
    origin: 'form',
    source: SYSTEM,
    values: { confirmed: '属实', wrong: '不属实', 'no-such-person': '查无此人' },
  },
  linkMode: {
    name: '衔接方式',
    origin: 'form',
    source: SYSTEM,
    values: {
      collected: '必接必送接回',
      reported: '本人报到',
      'fetched-by-family': '家属接回',
      'handed-over': '解除社区矫正移交',
    },
  },
  linkFailure: {
    name: '未衔接原因',
    origin: 'house',
    values: {
      'whereabouts-unknown': '下落不明',
      refused: '拒不报到',
      'left-the-area': '去往外地',
      'wrong-information': '信息有误',
      other: '其他',
    },
  },
  groupRole: {
    name: '帮教小组成员身份',
    origin: 'house',
    values: {
      'justice-office': '司法所',
      'police-station': '派出所',
      'village-committee': '村（居）委会',
      family: '家庭成员',
      employer: '就业单位',
      volunteer: '志愿者',
      other: '其他',
    },
  },
  contactKind: {
    name: '帮教形式',
    origin: 'house',
    values: { visit: '走访', phone: '电话', video: '视频', 'came-in': '来访' },
  },
  situation: {
    name: '现实表现',
    origin: 'house',
    values: { stable: '稳定', wavering: '有波动', 'at-risk': '有风险' },
  },
  contactOutcome: {
    name: '处置结果',
    origin: 'house',
    values: { 'nothing-further': '无需处置', 'help-arranged': '已安排帮扶', 'police-informed': '已通报公安机关' },
  },
  settlementMode: {
    name: '安置方式',
    origin: 'form',
    source: SYSTEM,
    values: {
      farmland: '落实责任田',
      'public-welfare-post': '公益性岗位安置',
      'own-enterprise': '自主创业',
      'self-employed': '从事个体经营',
      hired: '企业和经济实体吸纳就业',
      other: '其他',
    },
  },
  settlementNeed: {
    name: '安置需求',
    origin: 'house',
    values: {
      needed: '需要安置',
      incapacitated: '丧失劳动能力',
      studying: '在校就读',
      unwilling: '自愿不就业',
    },
  },
  aidKind: {
    name: '帮扶方式',
    origin: 'form',
    source: '政法转移支付绩效自评报告',
    values: {
      'skill-training': '技能培训',
      'temporary-lodging': '临时住所',
      'temporary-relief': '临时救助',
      'subsistence-allowance': '低保',
      'low-rent-housing': '廉租房',
      'childrens-schooling': '子女就学',
      'job-referral': '就业推荐',
    },
  },
  keyClass: {
    name: '重点类别',
    origin: 'form',
    source: `${HELP}；各省“七类”口径`,
    values: {
      'state-security-or-cult': '危安、邪教',
      gang: '涉黑涉恶',
      drugs: '涉毒',
      violence: '暴力、极端',
      'mental-disorder': '精神障碍',
      'nothing-to-return-to': '三无（无家可归、无业可就、无亲可投）',
      'false-identity': '三假（假姓名、假身份、假地址）',
      other: '其他',
    },
  },
  dualPlace: {
    name: '双列管本地身份',
    origin: 'house',
    values: { domicile: '户籍地', residence: '居住地' },
  },
  endKind: {
    name: '结束方式',
    origin: 'form',
    source: SYSTEM,
    values: { 'term-over': '期满', death: '死亡', reimprisoned: '重新犯罪收监', 'written-off': '失联核销' },
  },
  openingState: {
    name: '期初状态',
    origin: 'house',
    values: { released: '待衔接', 'in-support': '在帮' },
  },
  coverage: { name: '报表期别', origin: 'house', values: { 'half-year': '半年报', year: '年报' } },
});
