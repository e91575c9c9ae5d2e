import { indicatorTable, less, part, variant } from '#application/indicator-table.js';
import { closing, cohort, count, flow, personsAlsoIn, planRate, rate, stock, surveyRate, total } from './formulas.js';

const sessions = (theme: string) => part('PL-01', count('场', flow('publicity.sessions-held', { theme })));
const attendance = (theme: string) => part('PL-02', total('人次', flow('publicity.attendance', { theme })));
const planned = flow('publicity.sessions-planned');

/** Distinct units reached in the period among those there are at its end. */
const reached = (unitKind: string) => personsAlsoIn('publicity.units-reached', 'publicity.units', { unitKind });
const coverage = (unitKind: string) => rate(reached(unitKind), closing('publicity.units', { unitKind }));

/** Answers kept by the line of surveys, on the topic of publicity; the value is null until that line is there. */
const answers = (measure: string) => ({ flow: measure, where: { topic: 'publicity' } });

/** Activities, whom they reached, what was printed and published. */
export const activityIndicators = indicatorTable({
  /** 活动场次. unit 场 · dated by the day held · parts by theme */
  'PL-01': count('场', flow('publicity.sessions-held')),
  'PL-01-constitution': sessions('constitution'),
  'PL-01-civil-code': sessions('civil-code'),
  'PL-01-legal-aid': sessions('legal-aid'),
  'PL-01-anti-fraud': sessions('anti-fraud'),
  'PL-01-corrections': sessions('corrections'),
  'PL-01-mediation': sessions('mediation'),
  'PL-01-minors': sessions('minors'),
  'PL-01-other': sessions('other'),
  /** 计划完成率: sessions held under the plans of the period ÷ sessions they planned. unit % */
  'PL-01-plan-rate': part('PL-01', planRate(cohort('publicity.planned-sessions-held'), planned)),
  'PL-01-planned': part('PL-01', total('场', planned)),
  'PL-01-planned-held': part('PL-01', count('场', cohort('publicity.planned-sessions-held'))),
  'PL-01-cancelled': part('PL-01', count('次', flow('publicity.plans-cancelled'))),
  /** 受众人次. unit 人次 */
  'PL-02': total('人次', flow('publicity.attendance')),
  'PL-02-constitution': attendance('constitution'),
  'PL-02-civil-code': attendance('civil-code'),
  'PL-02-legal-aid': attendance('legal-aid'),
  'PL-02-anti-fraud': attendance('anti-fraud'),
  'PL-02-corrections': attendance('corrections'),
  'PL-02-mediation': attendance('mediation'),
  'PL-02-minors': attendance('minors'),
  'PL-02-other': attendance('other'),
  /** 法治宣传覆盖面: distinct villages and communities reached ÷ all there are at the end. unit % */
  'PL-03': coverage('village'),
  'PL-03-towns': variant('PL-03', 'towns', coverage('town')),
  'PL-03-schools': variant('PL-03', 'schools', coverage('school')),
  'PL-03-organisations': variant('PL-03', 'organisations', coverage('organisation')),
  'PL-03-covered': part('PL-03', count('个', reached('village'))),
  'PL-03-villages': part('PL-03', stock('个', closing('publicity.units', { unitKind: 'village' }))),
  /** 印刷册数. unit 册 */
  'PL-04': total('册', flow('publicity.copies-printed')),
  'PL-04-distributed': part('PL-04', total('册', flow('publicity.copies-distributed'))),
  /** Printed and not yet handed out, at the end. */
  'PL-04-left': part('PL-04', stock('册', less(closing('publicity.copies-made'), closing('publicity.copies-gone')))),
  /** Handed out at activities, whoever had it printed. */
  'PL-04-handed-out': part('PL-04', total('册', flow('publicity.handed-out'))),
  /** 知晓率: who knows the law ÷ valid papers, of surveys on publicity. unit % */
  'PL-05': surveyRate(answers('surveys.passed'), answers('surveys.tested')),
  /** Of tests after activities. */
  'PL-05-tests': variant('PL-05', 'tests', surveyRate(flow('publicity.passed'), flow('publicity.tested'))),
  'PL-05-tested': part('PL-05', total('人次', flow('publicity.tested'))),
  'PL-05-passed': part('PL-05', total('人次', flow('publicity.passed'))),
  /** 宣传活动满意度: satisfied ÷ valid answers, of surveys on publicity. unit % */
  'PL-06': surveyRate(answers('surveys.satisfied'), answers('surveys.valid')),
  /** 媒体发布. unit 篇; reads 人次, as far as they are known */
  'PL-10': count('篇', flow('publicity.releases')),
  'PL-10-reads': part('PL-10', total('人次', flow('publicity.reads'))),
});
