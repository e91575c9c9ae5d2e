import {
  figuresSince,
  formulasOver,
  indicator,
  indicatorTable,
  less,
  part,
  sum,
  variant,
} from '#application/indicator-table.js';
import type { MeasureCode } from '../measures/index.js';

/** First day of 行政复议法; no figure is older. */
const { count, stock, rate } = figuresSince('1999-10-01');
const { flow, closing, opening, cohort } = formulasOver<MeasureCode>();

const answered = (answer: string) =>
  part('AR-01', count('件', cohort('reconsideration.applications-answered', { answer })));
const outcome = (value: string) => part('AR-03', count('件', flow('reconsideration.concluded', { outcome: value })));
const ending = (value: string) => flow('reconsideration.concluded', { ending: value });
const corrected = flow('reconsideration.corrected');
const concluded = indicator('AR-03');

/** Every indicator of the line, AR-01 to AR-09 with parts and variants, by code. */
export const indicators = indicatorTable({
  /** 收到申请: by the day of receipt. unit 件. The parts say how those of the period stand at its end. */
  'AR-01': count('件', flow('reconsideration.applied')),
  'AR-01-accepted': answered('accepted'),
  'AR-01-not-accepted': answered('not-accepted'),
  'AR-01-referred': answered('referred'),
  'AR-01-abandoned': answered('abandoned'),
  'AR-01-settled-before': answered('settled-before'),
  'AR-01-pending': part('AR-01', count('件', cohort('reconsideration.applications-pending'))),

  /** 受理(新收): by the day of acceptance, deemed ones included. unit 件 */
  'AR-02': count('件', flow('reconsideration.accepted')),
  'AR-02-ordinary': part('AR-02', count('件', flow('reconsideration.accepted', { procedure: 'ordinary' }))),
  'AR-02-summary': part('AR-02', count('件', flow('reconsideration.accepted', { procedure: 'summary' }))),

  /** 审结(办结): by the day of the decision. unit 件 */
  'AR-03': count('件', flow('reconsideration.concluded')),
  'AR-03-upheld': outcome('upheld'),
  'AR-03-modified': outcome('modified'),
  'AR-03-revoked': outcome('revoked'),
  'AR-03-partly-revoked': outcome('partly-revoked'),
  'AR-03-revoked-remade': outcome('revoked-remade'),
  'AR-03-declared-unlawful': outcome('declared-unlawful'),
  'AR-03-ordered-to-perform': outcome('ordered-to-perform'),
  'AR-03-declared-void': outcome('declared-void'),
  'AR-03-request-dismissed': outcome('request-dismissed'),
  'AR-03-application-dismissed': outcome('application-dismissed'),
  'AR-03-agreement-liability': outcome('agreement-liability'),
  'AR-03-mediated': outcome('mediated'),
  'AR-03-terminated': outcome('terminated'),
  /** 复议决定: all conclusions but mediation and termination. */
  'AR-03-decisions': part('AR-03', count('件', flow('reconsideration.decisions'))),
  /** 和解、撤回终止, and termination on other grounds. */
  'AR-03-withdrawn': part('AR-03', count('件', ending('withdrawn'))),
  'AR-03-ended': part('AR-03', count('件', ending('ended'))),
  /** 未结: accepted and not concluded at the end of the last day. */
  'AR-03-open': part('AR-03', stock('件', closing('reconsideration.open'))),
  /** 期初导入: taken over inside the period; an adjustment, no acceptance. */
  'AR-03-imported': part('AR-03', count('件', flow('reconsideration.imported'))),

  /** 受理案件完成率(按期办结率): concluded by the day due ÷ cases whose day due falls in the period. unit % */
  'AR-04': rate(flow('reconsideration.on-time'), flow('reconsideration.due')),
  'AR-04-due': part('AR-04', count('件', flow('reconsideration.due'))),
  'AR-04-on-time': part('AR-04', count('件', flow('reconsideration.on-time'))),
  /** 办结率: concluded ÷ cases on hand, those open before and those accepted. */
  'AR-04-on-hand': variant(
    'AR-04',
    'on-hand',
    rate(
      concluded,
      sum(opening('reconsideration.open'), flow('reconsideration.imported'), flow('reconsideration.accepted')),
    ),
  ),

  /** 案件调解率(调撤率): mediated, and terminated on withdrawal ÷ concluded. unit % */
  'AR-05': rate(sum(ending('mediated'), ending('withdrawn')), concluded),

  /** 直接纠错率: outcomes that put the act right ÷ decisions. unit % · the denominator is not settled */
  'AR-06': { ...rate(corrected, flow('reconsideration.decisions')), variant: 'decisions' },
  'AR-06-concluded': variant('AR-06', 'concluded', rate(corrected, concluded)),
  /** As the national figures imply: without what was mediated or withdrawn. */
  'AR-06-unsettled': variant(
    'AR-06',
    'unsettled',
    rate(corrected, less(concluded, sum(ending('mediated'), ending('withdrawn')))),
  ),
  /** 综合纠错率: those settled after the respondent put its act right itself count as well. */
  'AR-06-wide': variant('AR-06', 'wide', rate(sum(corrected, flow('reconsideration.self-corrected')), concluded)),

  /** 复议决定提起诉讼率: decisions of the period taken to court by its end ÷ decisions of the period. unit % */
  'AR-07': rate(cohort('reconsideration.decisions-litigated'), flow('reconsideration.decisions')),
  'AR-07-litigated': part('AR-07', count('件', cohort('reconsideration.decisions-litigated'))),

  /** 案结事了率: concluded in the period and by its end neither taken to court nor petitioned about ÷ concluded. unit % */
  'AR-08': rate(less(concluded, cohort('reconsideration.contested')), concluded),
  'AR-08-contested': part('AR-08', count('件', cohort('reconsideration.contested'))),

  /** 意见书、建议书数. unit 件 · dated by issue */
  'AR-09': count('件', flow('reconsideration.letters')),
  'AR-09-opinion': part('AR-09', count('件', flow('reconsideration.letters', { kind: 'opinion' }))),
  'AR-09-suggestion': part('AR-09', count('件', flow('reconsideration.letters', { kind: 'suggestion' }))),
  'AR-09-answered': part('AR-09', count('件', flow('reconsideration.letters-answered'))),
});

export type IndicatorCode = keyof typeof indicators;
