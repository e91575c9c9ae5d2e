import { tableTerms } from '#kernel/term-tables.js';
import * as tables from './domain/enumerations.js';

const REPORTS = '部门整体支出绩效自评报告';
const ECONOMIC = '部门预算支出经济分类科目';

/** The Chinese of every code table and of every value. */
export const enumerationTerms = tableTerms(tables, {
  lineClass: {
    name: '支出类别',
    origin: 'form',
    source: REPORTS,
    values: {
      'basic-personnel': '基本支出（人员经费）',
      'basic-operating': '基本支出（公用经费）',
      project: '项目支出',
      earmark: '专项（口径）',
    },
  },
  level: {
    name: '项目级次',
    origin: 'form',
    source: '政法转移支付绩效自评报告',
    values: { 'level-1': '一级项目', 'level-2': '二级项目', county: '县级项目', other: '其他项目' },
  },
  economicClass: {
    name: '经济分类',
    origin: 'form',
    source: ECONOMIC,
    values: {
      'wages-and-welfare': '工资福利支出',
      'goods-and-services': '商品和服务支出',
      'personal-subsidies': '对个人和家庭的补助',
      capital: '资本性支出',
      other: '其他支出',
    },
  },
  threePublic: {
    name: '三公经费类别',
    origin: 'form',
    source: REPORTS,
    values: {
      'vehicle-purchase': '公务用车购置',
      'vehicle-running': '公务用车运行维护',
      reception: '公务接待',
      'travel-abroad': '因公出国（境）',
    },
  },
  approverRole: {
    name: '审批环节',
    origin: 'house',
    values: {
      'section-head': '股室负责人',
      'joint-review': '财务联审会签小组',
      'finance-deputy': '财务分管领导',
      'funds-supervisor': '财政资金监管人',
      'finance-office': '财务室',
      director: '局长',
      'party-group': '局党组会',
    },
  },
  opinion: { name: '审批意见', origin: 'house', values: { pass: '同意', reject: '不同意' } },
  procurementMethod: {
    name: '采购方式',
    origin: 'law',
    source: '政府采购法 第二十六条',
    values: {
      'open-tender': '公开招标',
      'competitive-negotiation': '竞争性谈判',
      'competitive-consultation': '竞争性磋商',
      inquiry: '询价',
      'single-source': '单一来源采购',
      'framework-agreement': '框架协议采购',
      'online-mall': '电子卖场',
    },
  },
  accountsKind: {
    name: '公开内容',
    origin: 'law',
    source: '预算法 第十四条',
    values: {
      budget: '部门预算',
      'final-accounts': '部门决算',
      'three-public-budget': '三公经费预算',
      'three-public-accounts': '三公经费决算',
      performance: '绩效自评',
    },
  },
  postKind: {
    name: '编制类型',
    origin: 'form',
    source: REPORTS,
    values: {
      administrative: '行政编制',
      'political-legal': '政法专项编制',
      institution: '事业编制（全额）',
      worker: '工勤编制',
      'self-funded': '自收自支事业编制',
    },
  },
  staffStanding: { name: '人员状态', origin: 'house', values: { 'in-post': '在职', retired: '离退休' } },
  leavingReason: {
    name: '离开原因',
    origin: 'house',
    values: {
      'transferred-out': '调出',
      resigned: '辞职',
      dismissed: '辞退、开除',
      deceased: '去世',
      'secondment-ended': '派驻结束',
    },
  },
  duty: {
    name: '岗位职责',
    origin: 'house',
    values: {
      corrections: '社区矫正工作人员',
      'corrections-county': '县级社区矫正机构工作人员',
      'smart-centre': '智慧矫正中心工作人员',
      'smart-centre-police': '智慧矫正中心执法警察',
      aftercare: '安置帮教工作人员',
      mediation: '人民调解工作人员',
      'legal-aid': '法律援助工作人员',
      publicity: '普法工作人员',
      reconsideration: '行政复议工作人员',
      finance: '财务人员',
      other: '其他',
    },
  },
  facility: {
    name: '设施数据',
    origin: 'form',
    source: '部门预算绩效文本',
    values: {
      'heated-area': '取暖面积',
      'heating-months': '供暖周期',
      'office-temperature': '办公场所室温',
      'floor-area': '办公面积',
    },
  },
});
