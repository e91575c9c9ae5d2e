import { type Term, form as formTerm, house } from '#kernel/term.js';
import type { IndicatorCode } from './indicators/index.js';

const form = (zh: string, en: string): Term => formTerm(zh, en, '部门预算绩效文本 普法宣传指标');

const themes = {
  constitution: ['宪法', 'the constitution'],
  'civil-code': ['民法典', 'the civil code'],
  'legal-aid': ['法律援助', 'legal aid'],
  'anti-fraud': ['反诈', 'fraud'],
  corrections: ['社区矫正', 'community corrections'],
  mediation: ['人民调解', 'mediation'],
  minors: ['未成年人保护', 'minors'],
  other: ['其他主题', 'other themes'],
} as const;
type Themed = `PL-0${1 | 2}-${keyof typeof themes}`;

const themeTerms = Object.fromEntries(
  Object.entries(themes).flatMap(([theme, [zh, en]]) => [
    [`PL-01-${theme}`, form(`${zh}宣传活动场次`, `activities on ${en}`)],
    [`PL-02-${theme}`, form(`${zh}宣传人次`, `attendance: ${en}`)],
  ]),
) as Record<Themed, Term>;

const plainTerms = {
  'PL-01': form('宣传活动场次', 'activities held'),
  'PL-01-plan-rate': form('宣传计划完成率', 'share of planned activities held'),
  'PL-01-planned': form('计划宣传场次', 'activities planned'),
  'PL-01-planned-held': house('计划内已开展场次', 'planned activities held'),
  'PL-01-cancelled': house('已取消宣传计划', 'plans cancelled'),
  'PL-02': form('宣传受众人次', 'attendance'),
  'PL-03': form('法治宣传覆盖面', 'coverage of villages'),
  'PL-03-towns': form('法治宣传覆盖面（乡镇）', 'coverage of towns'),
  'PL-03-schools': form('法治宣传覆盖面（学校）', 'coverage of schools'),
  'PL-03-organisations': form('法治宣传覆盖面（单位）', 'coverage of organisations'),
  'PL-03-covered': form('已覆盖村（社区）', 'villages reached'),
  'PL-03-villages': form('村（社区）总数', 'villages'),
  'PL-04': form('宣传资料印刷册数', 'copies printed'),
  'PL-04-distributed': form('宣传资料发放册数', 'copies distributed'),
  'PL-04-left': house('宣传资料库存册数', 'copies in store'),
  'PL-04-handed-out': form('活动现场发放册数', 'copies handed out at activities'),
  'PL-05': form('法律知晓率', 'rate of awareness'),
  'PL-05-tests': house('法律知晓率（活动测试）', 'rate of awareness, by tests at activities'),
  'PL-05-tested': house('参加知晓测试人次', 'tested'),
  'PL-05-passed': house('知晓测试合格人次', 'passed'),
  'PL-06': form('宣传活动群众满意度', 'satisfaction with activities'),
  'PL-07': form('法律顾问“四个一”完成率', 'share of counsel duties fulfilled'),
  'PL-07-owed': form('法律顾问应履职次数', 'counsel duties owed'),
  'PL-07-fulfilled': form('法律顾问按月完成职责', 'counsel duties fulfilled'),
  'PL-07-done': form('法律顾问履职次数', 'counsel duties done'),
  'PL-07-counsels': form('村（居）法律顾问', 'village counsels'),
  'PL-08': form('民主法治示范村（社区）', 'demonstration villages'),
  'PL-08-national': form('全国民主法治示范村（社区）', 'national titles'),
  'PL-08-provincial': form('全省民主法治示范村（社区）', 'provincial titles'),
  'PL-08-city': form('全市民主法治示范村（社区）', 'city titles'),
  'PL-08-county': form('全县（区）民主法治示范村（社区）', 'county titles'),
  'PL-08-awarded': form('新命名民主法治示范村（社区）', 'titles awarded'),
  'PL-09': form('法治文化景观', 'scenes of legal culture'),
  'PL-09-places': form('法治文化阵地', 'places of legal culture'),
  'PL-09-built': form('新建法治文化景观', 'scenes built'),
  'PL-10': form('媒体发布篇数', 'releases'),
  'PL-10-reads': house('媒体阅读（播放）量', 'reads'),
} satisfies Record<Exclude<IndicatorCode, Themed>, Term>;

/** What each figure is called where it is printed. */
export const indicatorTerms: Record<IndicatorCode, Term> = { ...plainTerms, ...themeTerms };
