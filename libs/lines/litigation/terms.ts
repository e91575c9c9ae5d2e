import { type Term, type Terms, form as formTerm, house, law } from '#kernel/term.js';
import { under } from '#kernel/term-tables.js';
import type { DeadlineCode } from './deadlines.js';
import type { RejectionCode } from './domain/rejections.js';
import type { IdentityCode } from './identities.js';
import type { IndicatorCode } from './indicators/index.js';
import type { MeasureCode } from './measures/index.js';
import type { RegisterCode } from './registers.js';
import { enumerationTerms, eventTerms, fieldTerms } from './terms.events.js';

const article = (number: string): string => `行政诉讼法 第${number}条`;
const form = (zh: string, en: string) => formTerm(zh, en, '行政应诉统计及绩效自评报告');

const figureTerms: Record<MeasureCode | IndicatorCode | IdentityCode | DeadlineCode | RegisterCode, Term> = {
  'litigation.notices': form('应诉案件', 'notices to answer'),
  'litigation.begun': house('新发诉讼', 'suits begun'),
  'litigation.imported': house('期初导入', 'taken over'),
  'litigation.open': form('未结诉讼', 'open suits'),
  'litigation.finals': form('生效裁判', 'final outcomes'),
  'litigation.appealed': form('上诉', 'appealed'),
  'litigation.hearings-held': form('开庭', 'hearings held'),
  'litigation.hearings-required': form('应由负责人出庭', 'hearings that require the head'),
  'litigation.hearings-attended': form('应出庭且负责人已出庭', 'of those, with the head'),
  'litigation.hearings-with-head': house('负责人出庭', 'hearings with the head'),
  'litigation.answers-due': house('到期应答辩', 'answers due'),
  'litigation.answers-on-time': house('按期答辩', 'answers on time'),
  'litigation.suggestions': form('司法建议', 'judicial suggestions'),
  'litigation.suggestions-answered': form('司法建议反馈', 'judicial suggestions answered'),

  'AL-01': form('应诉案件数', 'suits answered'),
  'AL-01-first': form('一审应诉', 'suits answered: first instance'),
  'AL-01-second': form('二审应诉', 'suits answered: second instance'),
  'AL-01-retrial': form('再审应诉', 'suits answered: retrial'),
  'AL-01-after-reconsideration': form('经复议后应诉', 'suits after reconsideration'),
  'AL-01-appealed': form('上诉案件', 'suits appealed'),
  'AL-01-begun': house('新发诉讼案件', 'suits that began'),
  'AL-01-imported': house('期初导入案件', 'suits taken over'),
  'AL-01-open': form('未结应诉案件', 'suits not final'),
  'AL-02': form('应诉胜诉率', 'rate won'),
  'AL-02-loss': form('应诉败诉率', 'rate lost'),
  'AL-02-apart': house('改变行为后撤诉及调解率', 'rate settled'),
  'AL-02-decided': house('应诉胜诉率（不计撤诉调解）', 'rate won of those decided'),
  'AL-02-finals': form('裁判生效案件', 'final outcomes of the period'),
  'AL-02-won': form('胜诉', 'won'),
  'AL-02-lost': form('败诉', 'lost'),
  'AL-02-partly-lost': form('部分败诉', 'partly lost'),
  'AL-02-other': form('其他结案', 'ended otherwise'),
  'AL-03': form('负责人出庭率', 'rate of heads appearing'),
  'AL-03-all': house('负责人出庭率（比全部开庭）', 'rate of heads appearing, all hearings'),
  'AL-03-required': form('负责人应出庭次数', 'appearances required'),
  'AL-03-attended': form('负责人出庭次数', 'appearances made'),
  'AL-04': form('按期答辩率', 'rate of answers on time'),
  'AL-04-due': house('到期应答辩案件', 'suits with an answer due'),
  'AL-04-on-time': house('按期答辩案件', 'suits answered on time'),
  'AL-05': form('收到司法建议', 'suggestions received'),
  'AL-05-answered': form('司法建议已反馈', 'suggestions answered'),

  'litigation.suits-close': house('应诉案件收结存平衡', 'open suits close'),
  'litigation.notices-by-instance': house('应诉案件按审级分项', 'notices by instance'),
  'litigation.finals-by-outcome': house('生效裁判按结果分项', 'finals by outcome'),
  'litigation.attended-of-required': house('出庭不多于应出庭', 'attended within required'),
  'litigation.on-time-of-due': house('按期答辩不多于到期', 'on time within due'),

  'AL-D01': law('答辩举证', 'answer with evidence', article('六十七')),
  'AL-D01-judged': law('未答辩已裁判', 'judged without an answer', article('六十七')),
  'AL-D02': law('一审审限', 'judgment of first instance', article('八十一')),
  'AL-D02-summary': law('简易程序审限', 'judgment, summary procedure', article('八十三')),
  'AL-D02-second': law('二审审限', 'judgment of second instance', article('八十八')),
  'AL-D03': law('对判决上诉', 'appeal against a judgment', article('八十五')),
  'AL-D03-ruling': law('对裁定上诉', 'appeal against a ruling', article('八十五')),
  'AL-D04': law('履行生效裁判', 'performance', article('九十四')),
  'AL-D05': house('反馈司法建议', 'answer to a judicial suggestion'),

  'litigation.suits': house('应诉案件台账', 'suits'),
  'litigation.hearings': house('开庭台账', 'list of hearings'),
  'litigation.instances': house('审级台账', 'instances'),
  'litigation.advices': house('司法建议台账', 'list of suggestions'),
};

const rejectionTerms: Record<RejectionCode, Term> = {
  'litigation.absence-unexplained': law('负责人未出庭未说明理由', 'absence not explained', article('三')),
  'litigation.advice-answered': house('该司法建议已反馈', 'advice already answered'),
  'litigation.advice-exists': house('该司法建议已登记', 'advice exists'),
  'litigation.already-answered': house('本审级已答辩', 'already answered'),
  'litigation.appeal-term-open': law('上诉期限尚未届满', 'appeal term open', article('八十五')),
  'litigation.court-number-taken': house('法院案号已登记', 'court number taken'),
  'litigation.dates-reversed': house('日期先后颠倒', 'dates reversed'),
  'litigation.instance-misplaced': law('审级与案件进展不符', 'instance misplaced', article('七')),
  'litigation.no-further-appeal': law('该裁判不能上诉', 'no further appeal', article('八十五')),
  'litigation.no-such-advice': house('没有该司法建议', 'no such advice'),
  'litigation.nobody-attended': law('负责人未出庭，未委托工作人员也未说明理由', 'nobody attended', article('三')),
  'litigation.nothing-to-perform': house('胜诉案件无需履行', 'nothing to perform'),
  'litigation.opening-incomplete': house('期初信息与状态不符', 'opening incomplete'),
  'litigation.other-instance': house('裁判审级与应诉审级不同', 'other instance'),
  'litigation.outcome-differs': house('最终结果与裁判不符', 'outcome differs'),
  'litigation.outcome-not-of-instance': law('该审级没有此裁判结果', 'outcome not of this instance', article('八十九')),
  'litigation.performance-misplaced': house('胜诉案件不设履行期限', 'no term of performance'),
  'litigation.plaintiff-unnamed': house('公民须有人员信息，单位须有名称', 'plaintiff not named'),
  'litigation.standing-outcome-missing': house('应写明现行裁判结果', 'outcome that stands missing'),
};

const lineTerms: Terms = {
  litigation: law('行政应诉', 'administrative litigation', article('三')),
  'litigation.case': law('行政应诉案件', 'litigation case', article('六十七')),
  'litigation.suit': house('行政诉讼', 'suit'),
  'litigation.advice': law('司法建议', 'judicial suggestion', article('九十六')),
  'litigation.hearing': law('开庭', 'hearing', article('三')),
};

const statusTerms = under('litigation.status', {
  none: house('未登记', 'not registered'),
  served: house('待答辩', 'served'),
  answered: house('已答辩', 'answered'),
  heard: house('已开庭', 'heard'),
  judged: house('已裁判', 'judged'),
  appealed: law('已上诉', 'appealed', article('八十五')),
  remanded: law('发回重审', 'remanded', article('八十九')),
  final: house('已生效', 'final'),
  performed: house('已履行', 'performed'),
});

/** Columns that no payload field names. */
const columnTerms = under('litigation.field', {
  status: house('状态', 'status'),
  suitNo: house('现审级案号', 'number of the instance under way'),
  openFrom: house('登记日期', 'on record from'),
  finalOn: house('生效日期', 'final on'),
  noticedOn: house('应诉通知日期', 'noticed on'),
  answerDueOn: house('答辩期限', 'answer due'),
  dueGiven: house('要求反馈日期', 'answer asked for by'),
});

/** The official Chinese of every identifier of the line. */
export const terms: Terms = {
  ...figureTerms,
  ...lineTerms,
  ...statusTerms,
  ...eventTerms,
  ...fieldTerms,
  ...columnTerms,
  ...enumerationTerms,
  ...rejectionTerms,
};
