import { type Term, form as formTerm, house } from '#kernel/term.js';
import type { DeadlineCode } from './deadlines.js';
import type { IdentityCode } from './identities.js';
import type { MeasureCode } from './measures/index.js';
import type { RegisterCode } from './registers.js';
import type { factFields } from './views/kinds.js';

const form = (zh: string, en: string): Term => formTerm(zh, en, '部门预算绩效文本 普法宣传指标');

const factTerms = {
  'publicity.plan': form('宣传计划', 'plan'),
  'publicity.session': form('宣传场次', 'activity held'),
  'publicity.coverage': house('覆盖单位', 'unit reached'),
  'publicity.test': house('知晓测试', 'test of awareness'),
  'publicity.printing': form('资料印制', 'printing'),
  'publicity.distribution': form('资料发放', 'distribution'),
  'publicity.release': form('媒体发布', 'release'),
  'publicity.culture-place': form('法治文化阵地', 'place of legal culture'),
  'publicity.demo-title': form('民主法治示范村（社区）称号', 'title of a demonstration village'),
  'publicity.counsel-term': house('法律顾问任期', 'term of a counsel'),
  'publicity.counsel-month': house('法律顾问当月职责', 'month of a counsel'),
  'publicity.counsel-duty': form('法律顾问履职', 'duty done'),
} satisfies Record<Exclude<keyof typeof factFields, 'publicity.unit'>, Term>;

const measureTerms = {
  'publicity.sessions-held': form('活动场次', 'activities held'),
  'publicity.attendance': form('受众人次', 'attendance'),
  'publicity.handed-out': form('活动现场发放资料', 'handed out at activities'),
  'publicity.sessions-planned': form('计划场次', 'sessions planned'),
  'publicity.planned-sessions-held': house('计划内已开展场次', 'planned sessions held'),
  'publicity.plans-cancelled': house('已取消计划', 'plans cancelled'),
  'publicity.units-reached': house('覆盖单位次数', 'units reached'),
  'publicity.units': house('应覆盖单位', 'units there are'),
  'publicity.tested': house('参加知晓测试', 'tested'),
  'publicity.passed': house('知晓测试合格', 'passed'),
  'publicity.copies-printed': form('印制册数', 'copies printed'),
  'publicity.copies-distributed': form('发放册数', 'copies distributed'),
  'publicity.copies-made': house('累计印制册数', 'copies ever printed'),
  'publicity.copies-gone': house('累计发放册数', 'copies ever distributed'),
  'publicity.releases': form('媒体发布', 'releases'),
  'publicity.reads': house('阅读（播放）量', 'reads'),
  'publicity.places': form('法治文化阵地', 'places of legal culture'),
  'publicity.scenes': form('法治文化景观', 'scenes of legal culture'),
  'publicity.scenes-built': form('新建法治文化景观', 'scenes built'),
  'publicity.demo-titles': form('民主法治示范村（社区）', 'demonstration villages'),
  'publicity.titles-awarded': form('新命名民主法治示范村（社区）', 'titles awarded'),
  'publicity.counsels': form('村（居）法律顾问', 'village counsels'),
  'publicity.counsel-duties': form('法律顾问履职', 'duties done'),
  'publicity.duties-owed': form('应履职次数', 'duties owed'),
  'publicity.duties-fulfilled': form('按月完成职责', 'duties fulfilled in their month'),
} satisfies Record<MeasureCode, Term>;

const listTerms = {
  'publicity.plan-list': house('宣传计划台账', 'plans'),
  'publicity.activity-list': house('宣传活动台账', 'activities'),
  'publicity.printing-list': house('资料印制台账', 'printings'),
  'publicity.release-list': house('媒体发布台账', 'releases'),
  'publicity.place-list': house('法治文化阵地台账', 'places of legal culture'),
  'publicity.unit-list': house('覆盖单位名册', 'units'),
  'publicity.title-list': house('民主法治示范村（社区）台账', 'titles'),
  'publicity.counsel-list': house('村（居）法律顾问名册', 'counsels'),
  'publicity.sessions-by-theme': house('场次等于各主题之和', 'activities are the sum of their themes'),
  'publicity.attendance-by-theme': house('受众人次等于各主题之和', 'attendance is the sum of the themes'),
  'publicity.covered-within-villages': house('已覆盖村不多于全部村', 'villages reached are within all villages'),
  'publicity.passed-within-tested': house('合格不多于参加测试', 'passed are within the tested'),
  'publicity.fulfilled-within-owed': house('完成职责不多于应履职', 'duties fulfilled are within those owed'),
  'publicity.distributed-within-printed': house('发放册数不多于印制册数', 'distributed are within the printed'),
  'PL-D01': house('年度内完成宣传计划', 'plan fulfilled within its year'),
  'PL-D02': house('当月完成法律顾问职责', 'duties of the month done'),
} satisfies Record<RegisterCode | IdentityCode | DeadlineCode, Term>;

/** What the rows, measures, lists and balances of the line are called. */
export const figureTerms = { ...factTerms, ...measureTerms, ...listTerms };
