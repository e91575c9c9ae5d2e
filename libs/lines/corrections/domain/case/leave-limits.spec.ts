import { settle } from '#application/settings.js';
import { accepted, rejected, specFor } from '../../../../../test/support/spec-for.js';
import { settings } from '../../settings.js';
import * as event from '../builders.js';
import { correctionCase } from './stream.js';

const given = specFor(correctionCase, settle(settings));
const { id, leaveApproved: approved, leaveCancelled: cancelled } = event;
const received = event.subjectReceived();

/** A leave of its own, asked for long before. */
const leave = (
  name: string,
  plannedFrom: string,
  plannedTo: string,
  level: 'justice-office' | 'county' | 'city' = 'city',
) =>
  approved({ leaveId: id(name), requestedOn: '2023-01-11', approvedOn: '2023-01-12', plannedFrom, plannedTo, level });

describe('who may approve how many days (CC-R06)', () => {
  it.each([
    ['7 days by the justice office', '2023-03-12', 'justice-office', accepted],
    ['8 days by the justice office', '2023-03-13', 'justice-office', rejected('corrections.leave-level-too-low')],
    ['8 days by the county', '2023-03-13', 'county', accepted],
    ['30 days by the county', '2023-04-04', 'county', accepted],
    ['31 days by the county', '2023-04-05', 'county', rejected('corrections.leave-level-too-low')],
    ['31 days by the city', '2023-04-05', 'city', accepted],
  ] as const)('%s', (_name, plannedTo, level, expected) =>
    given(received).when(approved({ plannedTo, level })).then(expected),
  );
  it('sends short leaves to the county where they are not entrusted', () =>
    specFor(
      correctionCase,
      settle(settings, { leaveDelegatedToOffices: false }),
    )(received)
      .when(approved())
      .then(rejected('corrections.leave-level-too-low')));
  it('sends 31 days within two months to the city', () => {
    const first = leave('a', '2023-02-01', '2023-02-25', 'county');
    const second = (plannedTo: string, level: 'county' | 'city') =>
      approved({ plannedFrom: '2023-03-06', plannedTo, level });
    given(received, first).when(second('2023-03-10', 'county')).then(accepted);
    given(received, first).when(second('2023-03-11', 'county')).then(rejected('corrections.leave-level-too-low'));
    given(received, first).when(second('2023-03-11', 'city')).then(accepted);
  });
  it('lets days older than two months go', () =>
    given(received, leave('a', '2023-01-14', '2023-02-07', 'county'))
      .when(approved({ plannedFrom: '2023-04-03', plannedTo: '2023-04-12', level: 'county' }))
      .then(accepted));
  it('adds no cancelled days up', () =>
    given(
      received,
      leave('a', '2023-02-01', '2023-02-25', 'county'),
      cancelled({ leaveId: id('a'), cancelledOn: '2023-01-20' }),
    )
      .when(approved({ plannedTo: '2023-03-20', level: 'county' }))
      .then(accepted));
  it('added nothing up under the rules of 2012', () => {
    const then = {
      effectiveOn: '2017-01-04',
      decidedOn: '2016-12-20',
      correctionFrom: '2017-01-04',
      correctionTo: '2019-01-03',
    };
    const early = event.subjectReceived({ receivedOn: '2017-01-10', ...then });
    const of2017 = (name: string, plannedFrom: string, plannedTo: string) =>
      approved({
        leaveId: id(name),
        requestedOn: '2017-01-11',
        approvedOn: '2017-01-12',
        plannedFrom,
        plannedTo,
        level: 'county',
      });
    given(early, of2017('a', '2017-02-01', '2017-02-25'))
      .when(of2017('b', '2017-03-06', '2017-03-31'))
      .then(accepted);
  });
});
