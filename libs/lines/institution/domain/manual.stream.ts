import { allOf, defineProcedure, lastOf } from '#kernel/procedure.js';
import { nothing } from '#kernel/reject.js';
import { type DataOfEvent, type ManualEvent, manualEvents } from './events/index.js';
import { acceptUnless, refuse } from './rejections.js';

type Entry = DataOfEvent<'institution.ManualIndicatorValueEntered'>;

/** One item in the year its periods end in. */
const seriesOf = ({ item, itemName = '', periodTo }: Entry): string => `${item}:${itemName}:${periodTo.slice(0, 4)}`;

const says = ({ periodFrom, periodTo, value, grade }: Entry): string =>
  [periodFrom, periodTo, value, grade].map((part) => part ?? '').join(':');

/**
 * Values a person types or grades (手工填报), with the paper that proves them: entered by one, approved by another. They have
 * codes of their own, so none can take the place of a computed figure.
 * @rejects institution.period-reversed   the period ends before it begins
 * @rejects institution.value-or-grade    a goal is graded, everything else has a value
 * @rejects institution.name-not-fitting  a name and a unit of its own are for items that have none
 * @rejects institution.other-item        a series holds one item and one year
 * @rejects institution.period-overlaps   the office has entered another value for some of these days: correct that one
 * @confirms institution.manual-value     always
 */
export const manual = defineProcedure<ManualEvent, 'entered'>({
  type: 'institution.manual',
  events: manualEvents,
  steps: {
    none: ['institution.ManualIndicatorValueEntered'],
    entered: ['institution.ManualIndicatorValueEntered'],
  },
  becomes: { 'institution.ManualIndicatorValueEntered': 'entered' },
  rules: {
    'institution.ManualIndicatorValueEntered': (data, state, { office }) => {
      const { item, itemName, unit, value, grade, periodFrom, periodTo } = data;
      if (periodTo < periodFrom) return refuse('institution.period-reversed', 'periodFrom', 'periodTo');
      if ((value === undefined) !== (item === 'goal') || (grade === undefined) === (item === 'goal'))
        return refuse('institution.value-or-grade', 'value', 'grade');
      const unnamed = item === 'other-number' || item === 'goal';
      if (unnamed !== (itemName !== undefined) || (item === 'other-number') !== (unit !== undefined))
        return refuse('institution.name-not-fitting', 'itemName', 'unit');
      const first = lastOf(state, 'institution.ManualIndicatorValueEntered');
      if (first !== undefined && seriesOf(first) !== seriesOf(data))
        return refuse('institution.other-item', 'item', 'itemName', 'periodTo');
      const clash = state.past.find(
        (known) => known.office === office && known.data.periodFrom <= periodTo && periodFrom <= known.data.periodTo,
      );
      if (clash !== undefined)
        return says(clash.data) === says(data)
          ? nothing
          : refuse('institution.period-overlaps', 'periodFrom', 'periodTo');
      return acceptUnless('institution.manual-value');
    },
  },
  keys: (state) =>
    [...new Set(allOf(state, 'institution.ManualIndicatorValueEntered').map(seriesOf))].map(
      (series) => `series:${series}`,
    ),
  keyCodes: { series: 'institution.series-known' },
});
