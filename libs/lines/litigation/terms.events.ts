import { type Term, house, law } from '#kernel/term.js';
import { type FieldNames, eventTerms as termsOfEvents, explained, tableTerms, under } from '#kernel/term-tables.js';
import * as tables from './domain/enumerations.js';
import { events } from './domain/events.js';
import { help } from './terms.help.js';

const article = (number: string): string => `行政诉讼法 第${number}条`;

export const eventTerms = termsOfEvents(events, {
  'litigation.OpeningBalanceImported': ['期初导入', '导入期初'],
  'litigation.ResponseNoticeReceived': ['应诉通知已收到', '登记应诉通知', article('六十七')],
  'litigation.DefenceSubmitted': ['已答辩举证', '提交答辩', article('六十七')],
  'litigation.HearingAttended': ['已出庭', '登记出庭', article('三')],
  'litigation.JudgmentReceived': ['裁判文书已收到', '登记裁判文书', article('八十')],
  'litigation.AppealFiled': ['已上诉', '登记上诉', article('八十五')],
  'litigation.JudgmentBecameFinal': ['裁判已生效', '登记生效', article('八十五')],
  'litigation.JudgmentPerformed': ['生效裁判已履行', '登记履行', article('九十四')],
  'litigation.JudicialAdviceReceived': ['司法建议已收到', '登记司法建议', article('九十六')],
  'litigation.JudicialAdviceAnswered': ['司法建议已反馈', '反馈司法建议', article('九十六')],
});

const fields: Record<FieldNames<typeof events>, Term> = {
  asOfDate: house('期初日期', 'as of'),
  state: house('期初状态', 'state at the start'),
  sourceSystem: house('来源系统', 'source system'),
  receivedOn: house('收到日期', 'received on'),
  courtCaseNo: house('法院案号', 'court case number'),
  courtName: house('法院', 'court'),
  plaintiffs: law('原告', 'plaintiffs', article('二十五')),
  kind: house('原告类别', 'kind of plaintiff'),
  personRef: house('人员', 'person'),
  firmName: house('单位名称', 'name of the organisation'),
  defendants: law('被告', 'defendants', article('二十六')),
  instance: law('审级', 'instance', article('七')),
  subject: house('案由', 'subject'),
  afterReconsideration: law('经过复议', 'after reconsideration', article('二十六')),
  judgedOn: house('裁判收到日期', 'judged on'),
  outcome: house('裁判结果', 'outcome'),
  procedure: law('审理程序', 'procedure', article('八十二')),
  courtFiledOn: law('立案日期', 'filed by the court on', article('八十一')),
  relatedReconsiderationId: house('关联复议案件', 'related reconsideration'),
  submittedOn: house('答辩日期', 'submitted on'),
  docNo: house('文书字号', 'document number'),
  heldOn: house('开庭日期', 'held on'),
  headRequired: law('负责人应当出庭', 'head required', article('三')),
  headPresent: law('负责人已出庭', 'head present', article('三')),
  delegateRef: law('受委托工作人员', 'delegate', article('三')),
  reasonAbsent: law('负责人未出庭理由', 'reason of absence', article('三')),
  standingOutcome: house('现行裁判结果', 'outcome that stands'),
  remake: law('责令重新作出行政行为', 'act to be made anew', article('七十')),
  filedOn: law('上诉日期', 'appealed on', article('八十五')),
  by: law('上诉人', 'appellant', article('八十五')),
  effectiveOn: house('生效日期', 'effective on'),
  finalOutcome: house('最终结果', 'final outcome'),
  performBy: house('履行期限', 'perform by'),
  performedOn: house('履行日期', 'performed on'),
  dueOn: house('要求反馈日期', 'answer due on'),
  answeredOn: house('反馈日期', 'answered on'),
  replyDocNo: house('反馈文号', 'number of the answer'),
};

/** What a field is called wherever it stands, and the sentence shown where it is filled in. */
export const fieldTerms = explained('litigation', under('litigation.field', fields), help);

const standing = {
  'claim-dismissed': '驳回诉讼请求',
  revoked: '撤销',
  'partly-revoked': '部分撤销',
  modified: '变更',
  'duty-ordered': '履行法定职责',
  'payment-ordered': '履行给付义务',
  'declared-unlawful': '确认违法',
  'declared-void': '确认无效',
  'agreement-performance': '行政协议履行',
  'agreement-compensation': '行政协议补偿',
  'suit-dismissed': '驳回起诉',
  withdrawn: '准许原告主动撤诉',
  'withdrawn-after-change': '准许因被告改变行为撤诉',
  discontinued: '终结诉讼',
  mediated: '调解',
};

/** The Chinese of every code table and of every value. */
export const enumerationTerms = tableTerms(tables, {
  instance: {
    name: '审级',
    origin: 'law',
    source: article('七'),
    values: { first: '一审', second: '二审', retrial: '再审' },
  },
  courtProcedure: {
    name: '审理程序',
    origin: 'law',
    source: article('八十二'),
    values: { ordinary: '普通程序', summary: '简易程序' },
  },
  plaintiffKind: {
    name: '原告类别',
    origin: 'law',
    source: article('二十五'),
    values: { citizen: '公民', 'legal-person': '法人', organisation: '其他组织' },
  },
  defendant: {
    name: '被告',
    origin: 'law',
    source: article('二十六'),
    values: { 'county-government': '县级人民政府', department: '部门', township: '乡镇街道', joint: '共同被告' },
  },
  standingOutcome: {
    name: '现行裁判结果',
    origin: 'law',
    source: `${article('六十九')}至第七十八条`,
    values: standing,
  },
  outcome: {
    name: '裁判结果',
    origin: 'law',
    source: `${article('六十九')}至第七十八条、第八十九条`,
    values: {
      ...standing,
      upheld: '维持',
      reversed: '改判',
      remanded: '发回重审',
      'appeal-withdrawn': '准许撤回上诉',
    },
  },
  party: {
    name: '当事人',
    origin: 'law',
    source: article('八十五'),
    values: { plaintiff: '原告', defendant: '被告', 'third-party': '第三人' },
  },
  finalOutcome: {
    name: '最终结果',
    origin: 'house',
    values: { won: '胜诉', lost: '败诉', 'partly-lost': '部分败诉', other: '其他' },
  },
  openingState: {
    name: '期初状态',
    origin: 'house',
    values: { served: '待答辩', answered: '已答辩', heard: '已开庭', judged: '已裁判', appealed: '已上诉' },
  },
});
