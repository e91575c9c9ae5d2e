import type { LocalDate } from '#kernel/dates.js';
import type { StreamDefinition } from '#kernel/decider.js';
import { accept, nothing } from '#kernel/reject.js';
import type { CorrectionsSettings } from '../../settings.js';
import { type BaselineEvent, type DataOfEvent, baselineEvents } from '../events/index.js';
import { refuse } from '../rejections.js';

type Indicator = DataOfEvent<'corrections.CumulativeBaselineSet'>['indicator'];

export type BaselineState =
  | { readonly status: 'none' }
  | {
      readonly status: 'set';
      readonly values: ReadonlyMap<Indicator, { readonly asOfDate: LocalDate; readonly value: number }>;
    };

/**
 * What was counted before the system began (累计数期初); one stream of a bureau holds an indicator, a later day replaces
 * an earlier one.
 * @rejects corrections.baseline-exists  the same day has another value: correct the record instead
 */
export const baseline: StreamDefinition<BaselineEvent, BaselineState, CorrectionsSettings> = {
  type: 'corrections.baseline',
  events: baselineEvents,
  initial: { status: 'none' },
  steps: { none: ['corrections.CumulativeBaselineSet'], set: ['corrections.CumulativeBaselineSet'] },
  decide: {
    'corrections.CumulativeBaselineSet': ({ indicator, asOfDate, value }, state) => {
      const known = state.status === 'none' ? undefined : state.values.get(indicator);
      if (known === undefined || known.asOfDate !== asOfDate) return accept;
      return known.value === value ? nothing : refuse('corrections.baseline-exists', 'value');
    },
  },
  evolve: (state, { data: { indicator, asOfDate, value } }) => ({
    status: 'set',
    values: new Map(state.status === 'none' ? [] : state.values).set(indicator, { asOfDate, value }),
  }),
  keys: (state) =>
    state.status === 'none' ? [] : [...state.values.keys()].map((indicator) => `baseline:${indicator}`),
  keyCodes: { baseline: 'corrections.baseline-exists' },
};
