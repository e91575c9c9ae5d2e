import { figuresSince, formulasOver, indicatorTable, less, part, sum, variant } from '#application/indicator-table.js';
import type { MeasureCode } from '../measures/index.js';

/** First day of 行政诉讼法; no figure is older. */
const { count, stock, rate } = figuresSince('1990-10-01');
const { flow, closing } = formulasOver<MeasureCode>();

const notices = flow('litigation.notices');
const finals = flow('litigation.finals');
const ended = (finalOutcome: string) => flow('litigation.finals', { finalOutcome });
const final = (finalOutcome: string) => part('AL-02', count('件', ended(finalOutcome)));
const inInstance = (instance: string) => part('AL-01', count('件', flow('litigation.notices', { instance })));

/** Every indicator of the line, AL-01 to AL-04 with parts and variants, and AL-05 of our own. */
export const indicators = indicatorTable({
  /** 应诉案件数: notices to answer, each instance by itself. unit 件 · dated by receipt */
  'AL-01': count('件', notices),
  'AL-01-first': inInstance('first'),
  'AL-01-second': inInstance('second'),
  'AL-01-retrial': inInstance('retrial'),
  /** 复议后应诉: suits of first instance over what was reconsidered. */
  'AL-01-after-reconsideration': part(
    'AL-01',
    count('件', flow('litigation.notices', { instance: 'first', afterReconsideration: 'true' })),
  ),
  'AL-01-appealed': part('AL-01', count('件', flow('litigation.appealed'))),
  /** 新收诉讼: suits that began, whatever instances follow. */
  'AL-01-begun': part('AL-01', count('件', flow('litigation.begun'))),
  'AL-01-imported': part('AL-01', count('件', flow('litigation.imported'))),
  /** 未结: not final at the end of the last day. */
  'AL-01-open': part('AL-01', stock('件', closing('litigation.open'))),

  /**
   * 应诉胜诉率: final outcomes without any losing element ÷ final outcomes. unit % · with the rates of loss and of what
   * stands apart (被告改变行为后撤诉、调解) it makes 100
   */
  'AL-02': { ...rate(ended('won'), finals), variant: 'finals' },
  'AL-02-loss': variant('AL-02', 'loss', rate(sum(ended('lost'), ended('partly-lost')), finals)),
  'AL-02-apart': variant('AL-02', 'apart', rate(ended('other'), finals)),
  /** Of those decided either way. */
  'AL-02-decided': variant('AL-02', 'decided', rate(ended('won'), less(finals, ended('other')))),
  'AL-02-finals': part('AL-02', count('件', finals)),
  'AL-02-won': final('won'),
  'AL-02-lost': final('lost'),
  'AL-02-partly-lost': final('partly-lost'),
  'AL-02-other': final('other'),

  /** 负责人出庭率: hearings with the head present ÷ hearings that required it. unit % · 行政诉讼法 第三条 */
  'AL-03': rate(flow('litigation.hearings-attended'), flow('litigation.hearings-required')),
  'AL-03-all': variant('AL-03', 'all', rate(flow('litigation.hearings-with-head'), flow('litigation.hearings-held'))),
  'AL-03-required': part('AL-03', count('次', flow('litigation.hearings-required'))),
  'AL-03-attended': part('AL-03', count('次', flow('litigation.hearings-attended'))),

  /** 按期答辩率: answers by the day due ÷ answers due in the period. unit % · 行政诉讼法 第六十七条 */
  'AL-04': rate(flow('litigation.answers-on-time'), flow('litigation.answers-due')),
  'AL-04-due': part('AL-04', count('件', flow('litigation.answers-due'))),
  'AL-04-on-time': part('AL-04', count('件', flow('litigation.answers-on-time'))),

  /** 司法建议: received, answered. unit 件 · ours */
  'AL-05': count('件', flow('litigation.suggestions')),
  'AL-05-answered': part('AL-05', count('件', flow('litigation.suggestions-answered'))),
});

export type IndicatorCode = keyof typeof indicators;
