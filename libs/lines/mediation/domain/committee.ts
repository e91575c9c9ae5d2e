import { type Progress, allOf, defineProcedure, lastOf, newestOf } from '#kernel/procedure.js';
import { accept, nothing } from '#kernel/reject.js';
import type { MediationSettings } from '../settings.js';
import { type CommitteeEvent, committeeEvents } from './events/index.js';
import { refuse } from './rejections.js';

type Committee = Progress<CommitteeEvent, 'filed' | 'dissolved'>;

const composed = (memberCount: number, womanCount: number) => {
  if (memberCount < 3 || memberCount > 9) return refuse('mediation.committee-size', 'memberCount');
  if (womanCount > memberCount) return refuse('mediation.more-women-than-members', 'womanCount');
  return womanCount === 0 ? refuse('mediation.no-woman-member', 'womanCount') : accept;
};

/** The room as it stands: its newest opening, unless it was closed after that. */
const isOpen = (committee: Committee, roomCode: string): boolean => {
  const { past } = committee;
  const ofRoom = past.filter(({ data }) => 'roomCode' in data && data.roomCode === roomCode);
  return newestOf({ past: ofRoom }, 'mediation.RoomOpened', 'mediation.RoomClosed')?.type === 'mediation.RoomOpened';
};

const roomsOpen = (committee: Committee): readonly string[] =>
  allOf(committee, 'mediation.RoomOpened')
    .map(({ roomCode }) => roomCode)
    .filter((roomCode) => isOpen(committee, roomCode));

/**
 * A people's mediation committee (人民调解委员会) and the rooms that count with it.
 * @rejects mediation.committee-size       not three to nine members
 * @rejects mediation.no-woman-member      no woman among them
 * @rejects mediation.more-women-than-members
 * @rejects mediation.elected-after-filing the term begins after the day it is recorded
 * @rejects mediation.room-exists, room-not-open
 * @source 人民调解法 第八、九、十条
 */
export const committee = defineProcedure<CommitteeEvent, 'filed' | 'dissolved', MediationSettings>({
  type: 'mediation.committee',
  events: committeeEvents,
  steps: {
    none: ['mediation.CommitteeFiled'],
    filed: [
      'mediation.CommitteeChanged',
      'mediation.CommitteeReportedToCourt',
      'mediation.RoomOpened',
      'mediation.RoomClosed',
      'mediation.CommitteeDissolved',
    ],
    dissolved: ['mediation.CommitteeReportedToCourt'],
  },
  becomes: { 'mediation.CommitteeFiled': 'filed', 'mediation.CommitteeDissolved': 'dissolved' },
  rules: {
    'mediation.CommitteeFiled': ({ filedOn, electedOn, memberCount, womanCount }) =>
      electedOn > filedOn ? refuse('mediation.elected-after-filing', 'electedOn') : composed(memberCount, womanCount),
    'mediation.CommitteeChanged': ({ changedOn, electedOn = changedOn, memberCount, womanCount }) =>
      electedOn > changedOn ? refuse('mediation.elected-after-filing', 'electedOn') : composed(memberCount, womanCount),
    'mediation.CommitteeReportedToCourt': ({ reportedOn }, state) =>
      lastOf(state, 'mediation.CommitteeReportedToCourt')?.reportedOn === reportedOn ? nothing : accept,
    'mediation.RoomOpened': ({ roomCode }, state) =>
      isOpen(state, roomCode) ? refuse('mediation.room-exists', 'roomCode') : accept,
    'mediation.RoomClosed': ({ roomCode }, state) =>
      isOpen(state, roomCode) ? accept : refuse('mediation.room-not-open', 'roomCode'),
  },
  keys: (state) =>
    state.status === 'filed'
      ? [
          `committee:${lastOf(state, 'mediation.CommitteeFiled')?.committeeCode}`,
          ...roomsOpen(state).map((roomCode) => `room:${roomCode}`),
        ]
      : [],
  keyCodes: { committee: 'mediation.committee-exists', room: 'mediation.room-exists' },
});
