import { type Term, type Terms, form as formTerm, house } from '#kernel/term.js';
import { type FieldNames, eventTerms, explained, under } from '#kernel/term-tables.js';
import { events } from './domain/events.js';
import type { ConfirmationCode, RejectionCode } from './domain/rejections.js';
import { dayTerms } from './terms.days.js';
import { figureTerms } from './terms.figures.js';
import { help } from './terms.help.js';
import { indicatorTerms } from './terms.indicators.js';
import { enumerationTerms } from './terms.tables.js';

const form = (zh: string, en: string): Term => formTerm(zh, en, '部门预算绩效文本 普法宣传指标');

const streamTerms = {
  publicity: form('普法宣传', 'publicity'),
  'publicity.activity': form('宣传活动', 'activity'),
  'publicity.material': form('宣传资料', 'printed material'),
  'publicity.media': form('媒体宣传', 'release in the media'),
  'publicity.place': form('法治文化阵地', 'place of legal culture'),
  'publicity.unit': form('村（社区）、乡镇、学校、单位', 'unit to be reached'),
  'publicity.counsel': form('一村（社区）一法律顾问', 'village counsel'),
} satisfies Terms;

const statusTerms = {
  none: house('未登记', 'not recorded'),
  planned: form('已计划', 'planned'),
  held: form('已开展', 'held'),
  assessed: house('已测试', 'audience tested'),
  cancelled: form('已取消', 'cancelled'),
  printed: form('已印制', 'printed'),
  published: form('已发布', 'published'),
  built: form('已建成', 'built'),
  'in-use': form('已启用', 'in use'),
  closed: house('已关闭', 'closed'),
  listed: house('在册', 'listed'),
  dissolved: house('已撤并', 'dissolved'),
  'in-post': house('在任', 'in post'),
  ended: house('已解聘', 'ended'),
} satisfies Terms;

/** Columns of lists that no payload has. */
type Derived = 'sessionsHeld' | 'fulfilledOn' | 'status' | 'unitsCovered' | 'unit' | 'endedOn';

const fieldWords = {
  acceptedOn: form('验收日期', 'accepted on'),
  appointedOn: form('聘任日期', 'appointed on'),
  area: form('面积（平方米）', 'area, square metres'),
  attendance: form('受众人次', 'attendance'),
  awardedOn: form('命名日期', 'awarded on'),
  cancelledOn: house('取消日期', 'cancelled on'),
  channel: form('媒体渠道', 'channel'),
  closedOn: house('关闭日期', 'closed on'),
  copies: form('册数', 'copies'),
  counselRef: form('法律顾问', 'counsel'),
  coveredUnits: form('覆盖单位', 'units reached'),
  dissolvedOn: house('撤并日期', 'dissolved on'),
  distributedOn: form('发放日期', 'distributed on'),
  docNo: form('文号', 'document number'),
  doneOn: form('履职日期', 'done on'),
  duty: form('职责', 'duty'),
  endedOn: house('终止日期', 'ended on'),
  fulfilledOn: house('计划完成日期', 'plan fulfilled on'),
  heldOn: form('开展日期', 'held on'),
  kind: form('类别', 'kind'),
  lecturers: form('主讲人', 'lecturers'),
  level: form('命名级别', 'level'),
  listedOn: house('列入日期', 'listed on'),
  materialsHandedOut: form('现场发放资料', 'handed out on the spot'),
  openedOn: house('启用日期', 'opened on'),
  organiser: form('主办单位', 'organiser'),
  passed: house('合格人次', 'passed'),
  place: form('地点', 'place'),
  placeName: form('阵地名称', 'what the place is called'),
  planYear: form('计划年度', 'plan year'),
  plannedOn: form('计划日期', 'planned on'),
  printedOn: form('印制日期', 'printed on'),
  publishedOn: form('发布日期', 'published on'),
  quotaSessions: form('计划场次', 'sessions planned'),
  readCount: house('阅读（播放）量', 'reads'),
  reason: house('原因', 'reason'),
  revokedOn: form('撤销命名日期', 'revoked on'),
  round: house('当日第几场', 'which of the day'),
  scenes: form('景观数（处）', 'scenes'),
  sessionsHeld: form('已开展场次', 'sessions held'),
  status: house('状态', 'status'),
  termTo: form('聘期至', 'term ends on'),
  tested: house('测试人次', 'tested'),
  testedOn: house('测试日期', 'tested on'),
  theme: form('主题', 'theme'),
  title: form('名称（标题）', 'title'),
  unit: house('村（社区）', 'village'),
  unitCode: house('单位代码', 'code of the unit'),
  unitKind: house('单位类别', 'kind of unit'),
  unitsCovered: form('覆盖单位数', 'number of units reached'),
  villageCode: house('村（社区）代码', 'code of the village'),
} satisfies Record<FieldNames<typeof events> | Derived, Term>;

const rejectionTerms = {
  'publicity.activity-exists': house('同日、同地、同主题、同主办单位的活动已登记', 'this activity is recorded already'),
  'publicity.already-awarded': house('已有该级别命名', 'a title of this level is held already'),
  'publicity.copies-not-there': house('发放册数超出已印制册数', 'more copies than were printed'),
  'publicity.counsel-exists': house('该村（社区）该月已有法律顾问', 'the village has a counsel in that month'),
  'publicity.dates-reversed': house('聘期截止早于聘任日期', 'the term ends before it begins'),
  'publicity.more-passed-than-tested': house('合格人次多于测试人次', 'more passed than tested'),
  'publicity.more-tested-than-attended': house('测试人次多于受众人次', 'more tested than attended'),
  'publicity.not-a-village': house('只有村（社区）可命名', 'only villages hold the title'),
  'publicity.not-awarded': house('没有该级别命名', 'no title of this level is held'),
  'publicity.other-material': house('与原资料类别或名称不同', 'another kind or title of material'),
  'publicity.plan-year-over': house('计划年度已过', 'the plan year is over'),
  'publicity.term-over': house('聘期已届满', 'the term is over'),
  'publicity.term-too-long': house('聘期过长', 'the term is too long'),
  'publicity.unit-exists': house('该单位已列入', 'the unit is listed already'),
  'publicity.unit-twice': house('覆盖单位重复', 'a unit is named twice'),
  'publicity.other-than-planned': house('主题或形式与计划不同', 'theme or kind differ from the plan'),
} satisfies Record<RejectionCode | ConfirmationCode, Term>;

/** The official Chinese of every identifier of the line. */
export const terms: Terms = {
  ...dayTerms,
  ...streamTerms,
  ...eventTerms(events, {
    'publicity.ActivityPlanned': ['宣传活动已计划', '计划宣传活动'],
    'publicity.ActivityHeld': ['宣传活动已开展', '登记宣传活动'],
    'publicity.AwarenessTested': ['知晓测试已开展', '登记知晓测试'],
    'publicity.ActivityCancelled': ['宣传活动已取消', '取消宣传活动'],
    'publicity.MaterialPrinted': ['资料已印制', '登记资料印制'],
    'publicity.MaterialDistributed': ['资料已发放', '登记资料发放'],
    'publicity.MediaPublished': ['媒体已发布', '登记媒体发布'],
    'publicity.CulturePlaceBuilt': ['法治文化阵地已建成', '登记阵地建成'],
    'publicity.CulturePlaceOpened': ['法治文化阵地已启用', '启用阵地'],
    'publicity.CulturePlaceClosed': ['法治文化阵地已关闭', '关闭阵地'],
    'publicity.UnitListed': ['覆盖单位已列入', '列入覆盖单位'],
    'publicity.UnitDissolved': ['覆盖单位已撤并', '登记单位撤并'],
    'publicity.DemoVillageAwarded': ['民主法治示范村（社区）已命名', '登记示范村命名'],
    'publicity.DemoVillageRevoked': ['民主法治示范村（社区）已撤销命名', '登记撤销命名'],
    'publicity.CounselAppointed': ['法律顾问已聘任', '聘任法律顾问'],
    'publicity.CounselDutyDone': ['法律顾问职责已履行', '登记法律顾问履职'],
    'publicity.CounselEnded': ['法律顾问已解聘', '解聘法律顾问'],
  }),
  ...under('publicity.status', statusTerms),
  ...explained('publicity', under('publicity.field', fieldWords), help),
  ...enumerationTerms,
  ...rejectionTerms,
  ...figureTerms,
  ...indicatorTerms,
};
