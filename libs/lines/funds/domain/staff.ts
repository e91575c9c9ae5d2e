import { type Progress, defineProcedure } from '#kernel/procedure.js';
import { accept, nothing } from '#kernel/reject.js';
import { type DataOfEvent, type StaffEvent, staffEvents } from './events/index.js';
import { refuse } from './rejections.js';

type Duty = DataOfEvent<'funds.DutyAssigned'>['duty'];

const holds = ({ past }: Progress<StaffEvent>, duty: Duty): boolean =>
  past.findLast(
    ({ type, data }) =>
      (type === 'funds.DutyAssigned' || type === 'funds.DutyEnded') && 'duty' in data && data.duty === duty,
  )?.type === 'funds.DutyAssigned';

const serving = ['funds.StaffLeft', 'funds.StaffRetired', 'funds.DutyAssigned', 'funds.DutyEnded'] as const;

/**
 * One person on the staff. Persons seconded in (派驻、借用) hold duties but no post. Leaving and retiring end every duty.
 * @rejects funds.duty-not-held
 */
export const staff = defineProcedure<StaffEvent, 'in-post' | 'seconded' | 'retired' | 'left'>({
  type: 'funds.staff',
  events: staffEvents,
  steps: {
    none: ['funds.OpeningBalanceImported', 'funds.StaffJoined', 'funds.StaffSecondedIn'],
    'in-post': serving,
    seconded: ['funds.StaffLeft', 'funds.DutyAssigned', 'funds.DutyEnded'],
    retired: ['funds.StaffLeft'],
    left: [],
  },
  becomes: {
    'funds.OpeningBalanceImported': ({ standing }) => standing,
    'funds.StaffJoined': 'in-post',
    'funds.StaffSecondedIn': 'seconded',
    'funds.StaffLeft': 'left',
    'funds.StaffRetired': 'retired',
  },
  rules: {
    'funds.DutyAssigned': ({ duty }, state) => (holds(state, duty) ? nothing : accept),
    'funds.DutyEnded': ({ duty }, state) => (holds(state, duty) ? accept : refuse('funds.duty-not-held', 'duty')),
  },
  keys: ({ past, status }) =>
    status === 'left' ? [] : past.flatMap(({ data }) => ('staffRef' in data ? [`staff:${data.staffRef}`] : [])),
  keyCodes: { staff: 'funds.staff-on-file' },
});
