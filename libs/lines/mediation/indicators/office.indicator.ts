import {
  average,
  closing,
  cohort,
  count,
  flow,
  indicatorTable,
  part,
  planRate,
  reading,
  stock,
  sum,
  variant,
} from './table.js';

const mediators = 'mediation.mediators';
const committees = (kind: string) => closing('mediation.committees', { kind });
const fullTime = (committeeKind: string) => closing(mediators, { employment: 'full-time', committeeKind });
const planned = flow('mediation.screenings-planned');

/** Screenings, committees and mediators: PM-15 and PM-16. */
export const officeIndicators = indicatorTable({
  /** 排查率: of the screenings planned for the period, those held by its end; all held ÷ planned; by villages covered. */
  'PM-15': reading('planned', planRate(cohort('mediation.planned-screenings-held'), planned)),
  'PM-15-all': variant('PM-15', 'all held', planRate(flow('mediation.screenings-held'), planned)),
  'PM-15-areas': variant('PM-15', 'areas', planRate(cohort('mediation.areas-screened'), flow('mediation.areas-due'))),
  'PM-15-planned': part('PM-15', count('次', planned)),
  'PM-15-held': part('PM-15', count('次', flow('mediation.screenings-held'))),
  /** 人民调解员数 at the end of the period. unit 人 · 人民调解法 第十三条 */
  'PM-16': stock('人', closing(mediators)),
  'PM-16-full-time': part('PM-16', stock('人', closing(mediators, { employment: 'full-time' }))),
  'PM-16-part-time': part('PM-16', stock('人', closing(mediators, { employment: 'part-time' }))),
  /** 县级(公共法律服务)中心专职调解员. */
  'PM-16-centre': part(
    'PM-16',
    stock('人', closing(mediators, { employment: 'full-time', workplace: 'county-centre' })),
  ),
  /** 乡镇(街道)专职调解员 for each 乡镇(街道) committee. unit 名 */
  'PM-16-per-township': part(
    'PM-16',
    average(
      '名',
      sum(fullTime('township'), fullTime('subdistrict')),
      sum(committees('township'), committees('subdistrict')),
    ),
  ),
  'PM-16-trained': part('PM-16', count('人次', flow('mediation.mediators-trained'))),
  /** 调委会数; rooms and studios count with their committee. unit 个 · 人民调解法 第八条 */
  'PM-16-committees': part('PM-16', stock('个', closing('mediation.committees'))),
  'PM-16-village-committees': part('PM-16-committees', stock('个', committees('village'))),
  'PM-16-community-committees': part('PM-16-committees', stock('个', committees('community'))),
  'PM-16-township-committees': part('PM-16-committees', stock('个', committees('township'))),
  'PM-16-subdistrict-committees': part('PM-16-committees', stock('个', committees('subdistrict'))),
  'PM-16-enterprise-committees': part('PM-16-committees', stock('个', committees('enterprise'))),
  'PM-16-organisation-committees': part('PM-16-committees', stock('个', committees('organisation'))),
  'PM-16-rooms': part('PM-16', stock('个', closing('mediation.rooms'))),
});
