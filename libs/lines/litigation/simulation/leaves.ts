import type { LeafMeaning } from '#application/case-binding.js';
import type { IndicatorCode } from '../indicators/index.js';

/** Which figure each count of a report is. */
export const leaves: Readonly<Record<string, LeafMeaning>> = {
  openingOpen: { indicator: 'AL-01-open', at: 'opening' },
  closingOpen: 'AL-01-open',
  notices: 'AL-01',
  noticesFirst: 'AL-01-first',
  noticesSecond: 'AL-01-second',
  afterReconsideration: 'AL-01-after-reconsideration',
  finals: 'AL-02-finals',
  won: 'AL-02-won',
  lost: 'AL-02-lost',
  partlyLost: 'AL-02-partly-lost',
  settled: 'AL-02-other',
  hearingsRequired: 'AL-03-required',
  hearingsAttended: 'AL-03-attended',
  answersDue: 'AL-04-due',
  answersOnTime: 'AL-04-on-time',
  adviceReceived: 'AL-05',
  adviceAnswered: 'AL-05-answered',
} satisfies Readonly<Record<string, IndicatorCode | { indicator: IndicatorCode; at: 'opening' }>>;
