import { settle } from '#application/settings.js';
import {
  accepted,
  conflictsWith,
  needsApproval,
  nothing,
  rejected,
  specFor,
} from '../../../../../../test/support/spec-for.js';
import { settings } from '../../../settings.js';
import * as event from '../../builders.js';
import { correctionCase } from '../stream.js';

const given = specFor(correctionCase, settle(settings));
const {
  id,
  leaveApproved: approved,
  leaveCancelled: cancelled,
  leaveDeparted: departed,
  leaveReturned: returned,
} = event;
const received = event.subjectReceived();

/** A leave of its own, asked for long before. */
const leave = (
  name: string,
  plannedFrom: string,
  plannedTo: string,
  level: 'justice-office' | 'county' | 'city' = 'city',
) =>
  approved({ leaveId: id(name), requestedOn: '2023-01-11', approvedOn: '2023-01-12', plannedFrom, plannedTo, level });

describe('approving a leave (CC-R07)', () => {
  it('approves', () => given(received).when(approved()).then(accepted));
  it('approves once', () => given(received, approved()).when(approved()).then(nothing));
  it('approves no other dates under the same id', () =>
    given(received, approved())
      .when(approved({ plannedTo: '2023-03-09' }))
      .then(rejected('corrections.leave-exists')));
  it('approves nothing it has refused', () =>
    given(received, event.leaveRejected()).when(approved()).then(rejected('corrections.leave-exists')));
  it('approves for those in the register alone', () => given().when(approved()).then(rejected('illegal-step')));
  it('approves a single day', () => {
    given(received)
      .when(approved({ plannedTo: '2023-03-06' }))
      .then(accepted);
    given(received)
      .when(event.leaveRejected({ plannedTo: '2023-03-06' }))
      .then(accepted);
  });
  it('approves no leave that ends before it begins', () =>
    given(received)
      .when(approved({ plannedTo: '2023-03-05' }))
      .then(rejected('corrections.dates-reversed')));
  it('approves no leave asked for after the approval', () =>
    given(received)
      .when(approved({ requestedOn: '2023-03-03' }))
      .then(rejected('corrections.dates-reversed')));
  it('approves up to the first day, not after it (补假)', () => {
    given(received)
      .when(approved({ approvedOn: '2023-03-06' }))
      .then(accepted);
    given(received)
      .when(approved({ approvedOn: '2023-03-07' }))
      .then(rejected('corrections.leave-approved-late'));
  });
  it('approves up to the last day of the term, not beyond', () => {
    given(received)
      .when(leave('a', '2025-01-01', '2025-01-03'))
      .then(accepted);
    given(received)
      .when(leave('a', '2025-01-01', '2025-01-04'))
      .then(rejected('corrections.leave-beyond-term'));
  });
  it('needs no leave inside the own city', () =>
    specFor(
      correctionCase,
      settle(settings, { urbanDivisions: ['430903'] }),
    )(received)
      .when(approved({ destination: '430903' }))
      .then(rejected('corrections.leave-not-needed')));
  it('approves nothing for who is lost, until found', () => {
    const lost = event.contactLost({ lostOn: '2023-02-20' });
    given(received, lost).when(approved()).then(rejected('corrections.lost'));
    given(received, lost, event.subjectFound({ foundOn: '2023-02-25' }))
      .when(approved())
      .then(accepted);
  });
  it('approves nothing for who is under a compulsory measure, until it is lifted', () => {
    const taken = event.compulsoryMeasureTaken({ takenOn: '2023-02-20' });
    given(received, taken).when(approved()).then(rejected('corrections.under-measure'));
    given(received, taken, event.compulsoryMeasureLifted({ liftedOn: '2023-02-25' }))
      .when(approved())
      .then(accepted);
  });
  it('asks for a second person when it was asked for less than three days ahead (CC-R06)', () => {
    given(received)
      .when(approved({ requestedOn: '2023-03-02' }))
      .then(accepted);
    given(received)
      .when(approved({ requestedOn: '2023-03-03', approvedOn: '2023-03-03' }))
      .then(accepted);
    given(received)
      .when(approved({ requestedOn: '2023-03-04', approvedOn: '2023-03-04' }))
      .then(needsApproval('corrections.leave-requested-late'));
    given(received)
      .when(approved({ requestedOn: undefined }))
      .then(accepted);
  });
});

describe('two leaves', () => {
  it('do not share a day', () => {
    given(received, approved())
      .when(leave('b', '2023-03-10', '2023-03-12'))
      .then(conflictsWith('corrections.leave-overlaps'));
    given(received, approved())
      .when(approved({ leaveId: id('b'), plannedFrom: '2023-03-10', plannedTo: '2023-03-12' }))
      .then(rejected('corrections.leave-overlaps'));
    given(received, approved())
      .when(approved({ leaveId: id('b'), plannedFrom: '2023-03-11', plannedTo: '2023-03-12' }))
      .then(accepted);
  });
  it('may share days when the first was not used, refused or is over', () => {
    const second = approved({
      leaveId: id('b'),
      approvedOn: '2023-03-06',
      requestedOn: '2023-03-02',
      plannedFrom: '2023-03-07',
    });
    given(received, approved(), cancelled()).when(second).then(accepted);
    given(received, event.leaveRejected()).when(second).then(accepted);
    given(received, approved(), departed(), returned({ returnedOn: '2023-03-06' }))
      .when(second)
      .then(accepted);
  });
  it('may follow each other when the second is approved on the last day of the first', () =>
    given(received, approved(), departed())
      .when(
        approved({
          leaveId: id('b'),
          requestedOn: '2023-03-10',
          approvedOn: '2023-03-10',
          plannedFrom: '2023-03-20',
          plannedTo: '2023-03-21',
        }),
      )
      .then(accepted));
  it('do not follow each other while the first is overdue', () =>
    given(received, approved(), departed())
      .when(
        approved({
          leaveId: id('b'),
          requestedOn: '2023-03-12',
          approvedOn: '2023-03-15',
          plannedFrom: '2023-03-20',
          plannedTo: '2023-03-21',
        }),
      )
      .then(rejected('corrections.leave-overlaps')));
});

describe('going and coming back', () => {
  const away = [received, approved(), departed()] as const;
  it('rejects a request, once', () => {
    given(received).when(event.leaveRejected()).then(accepted);
    given(received, event.leaveRejected()).when(event.leaveRejected()).then(nothing);
    given(received, approved())
      .when(event.leaveRejected({ rejectedOn: '2023-03-03' }))
      .then(rejected('corrections.leave-exists'));
    given(received)
      .when(event.leaveRejected({ plannedTo: '2023-03-01' }))
      .then(rejected('corrections.dates-reversed'));
  });
  it('leaves within the days approved, once', () => {
    given(received, approved()).when(departed()).then(accepted);
    given(...away)
      .when(departed())
      .then(nothing);
    given(...away)
      .when(departed({ departedOn: '2023-03-07' }))
      .then(rejected('corrections.leave-not-approved'));
    given(received, approved())
      .when(departed({ departedOn: '2023-03-05' }))
      .then(rejected('corrections.departed-early'));
    given(received, approved())
      .when(departed({ departedOn: '2023-03-11' }))
      .then(rejected('corrections.departed-late'));
    given(received).when(departed()).then(rejected('corrections.no-such-leave'));
  });
  it('leaves on the last day at the latest', () =>
    given(received, approved())
      .when(departed({ departedOn: '2023-03-10' }))
      .then(accepted));
  it('comes back once, in time or late', () => {
    given(...away)
      .when(returned())
      .then(accepted);
    given(...away)
      .when(returned({ returnedOn: '2023-03-20' }))
      .then(accepted);
    given(...away, returned())
      .when(returned())
      .then(nothing);
    given(...away, returned())
      .when(returned({ returnedOn: '2023-03-11' }))
      .then(rejected('corrections.already-returned'));
    given(received).when(returned()).then(rejected('corrections.no-such-leave'));
  });
  it('does not come back before leaving', () => {
    given(received, approved(), departed({ departedOn: '2023-03-08' }))
      .when(returned({ returnedOn: '2023-03-07' }))
      .then(rejected('corrections.leave-not-departed'));
    given(received, approved()).when(returned()).then(rejected('corrections.leave-not-departed'));
  });
  it('is overdue from the day after, until back', () => {
    const overdue = event.leaveOverdueMarked;
    given(...away)
      .when(overdue())
      .then(accepted);
    given(...away, overdue())
      .when(overdue({ overdueOn: '2023-03-12' }))
      .then(nothing);
    given(...away)
      .when(overdue({ overdueOn: '2023-03-10' }))
      .then(rejected('corrections.leave-not-overdue'));
    given(...away, returned())
      .when(overdue())
      .then(rejected('corrections.already-returned'));
    given(received, approved()).when(overdue()).then(rejected('corrections.leave-not-departed'));
    given(received).when(overdue()).then(rejected('corrections.no-such-leave'));
    given(...away, overdue())
      .when(returned({ returnedOn: '2023-03-13' }))
      .then(accepted);
  });
  it('cannot have been overdue once an earlier return is entered late', () =>
    given(...away, event.leaveOverdueMarked())
      .when(returned())
      .then(conflictsWith('corrections.already-returned')));
  it('is cancelled before it is used, once', () => {
    given(received, approved()).when(cancelled()).then(accepted);
    given(received, approved(), cancelled()).when(cancelled()).then(nothing);
    given(...away)
      .when(cancelled({ cancelledOn: '2023-03-07' }))
      .then(rejected('corrections.leave-not-approved'));
    given(received).when(cancelled()).then(rejected('corrections.no-such-leave'));
  });
});

describe('extending a leave', () => {
  const away = [received, approved(), departed()] as const;
  const extended = event.leaveExtended;
  it('extends up to the last day', () => {
    given(...away)
      .when(extended())
      .then(accepted);
    given(...away)
      .when(extended({ extendedOn: '2023-03-10' }))
      .then(accepted);
    given(...away)
      .when(extended({ extendedOn: '2023-03-11' }))
      .then(rejected('corrections.leave-over'));
  });
  it('extends once to the same day', () =>
    given(...away, extended())
      .when(extended())
      .then(nothing));
  it('extends forward', () =>
    given(...away)
      .when(extended({ newPlannedTo: '2023-03-09' }))
      .then(rejected('corrections.extension-not-later')));
  it('keeps to the limits and the term', () => {
    given(...away)
      .when(extended({ newPlannedTo: '2025-01-03', level: 'city' }))
      .then(accepted);
    given(...away)
      .when(extended({ newPlannedTo: '2023-03-13' }))
      .then(rejected('corrections.leave-level-too-low'));
    given(...away)
      .when(extended({ newPlannedTo: '2025-01-04', level: 'city' }))
      .then(rejected('corrections.leave-beyond-term'));
  });
  it('does not run into the next leave', () =>
    given(...away, leave('b', '2023-03-12', '2023-03-14'))
      .when(extended())
      .then(rejected('corrections.leave-overlaps')));
  it('extends only what is on', () => {
    given(received).when(extended()).then(rejected('corrections.no-such-leave'));
    given(...away, returned({ returnedOn: '2023-03-08' }))
      .when(extended())
      .then(rejected('corrections.leave-not-approved'));
  });
  it('moves the day it is overdue from', () =>
    given(...away, extended())
      .when(event.leaveOverdueMarked())
      .then(rejected('corrections.leave-not-overdue')));
});
