import { HOME, OTHER, correctionsLog } from '../../../../test/support/played-corrections.js';
import {
  crossCountyPermitGranted,
  id,
  leaveApproved,
  leaveCancelled,
  leaveDeparted,
  leaveExtended,
  leaveReturned,
  officeReassigned,
  subjectReceived,
} from '../domain/builders.js';

const leaves = ['CC-10', 'CC-10-in-progress', 'CC-10-returned', 'CC-10-overdue', 'CC-10-late'] as const;
const standing = (...numbers: readonly number[]) =>
  Object.fromEntries(leaves.map((code, at) => [code, String(numbers[at])]));
/** A leave from one day to another, away since its first day. */
const away = (name: string, plannedFrom: string, plannedTo: string) => [
  leaveApproved({ leaveId: id(name), plannedFrom, plannedTo, approvedOn: plannedFrom }),
  leaveDeparted({ leaveId: id(name), departedOn: plannedFrom }),
];
const back = (name: string, returnedOn: string) => leaveReturned({ leaveId: id(name), returnedOn });

describe('leaves', () => {
  it('are none when nobody left', async () => {
    const log = correctionsLog();
    log.on('a', subjectReceived(), leaveApproved());
    expect(await (await log.sheet([HOME])).values('2023', leaves)).toEqual(standing(0, 0, 0, 0, 0));
  });

  it("stand at the period's end as within leave, back or overdue, the late ones back", async () => {
    const log = correctionsLog();
    log.on('a', subjectReceived(), ...away('1', '2023-03-06', '2023-03-10'), back('1', '2023-03-10'));
    log.on('a', ...away('2', '2023-04-06', '2023-04-10'), back('2', '2023-04-12'));
    log.on('a', ...away('never back', '2023-12-01', '2023-12-30'));
    log.on('a', ...away('due today', '2023-12-20', '2023-12-31'));
    log.on('a', leaveApproved({ leaveId: id('unused') }), leaveCancelled({ leaveId: id('unused') }));
    const sheet = await log.sheet();
    expect(await sheet.values('2023', leaves)).toEqual(standing(4, 1, 2, 1, 1));
    expect(await sheet.values('2023-01-01..2023-04-11', leaves)).toEqual(standing(2, 0, 1, 1, 0));
    expect(await sheet.values('2023-01-01..2023-12-30', leaves)).toEqual(standing(4, 2, 2, 0, 1));
    expect((await sheet.findings('2023')).map(({ rule }) => rule)).not.toContain('corrections.leaves-by-outcome');
  });

  it('end on the day of an early return', async () => {
    const log = correctionsLog();
    log.on('a', subjectReceived(), ...away('1', '2023-03-06', '2023-03-10'), back('1', '2023-03-08'));
    const sheet = await log.sheet();
    expect(await sheet.values('2023-01-01..2023-03-07', leaves)).toEqual(standing(1, 1, 0, 0, 0));
    expect(await sheet.values('2023-01-01..2023-03-08', leaves)).toEqual(standing(1, 0, 1, 0, 0));
  });

  it('belong to the year of departure, over New Year too', async () => {
    const log = correctionsLog();
    log.on('a', subjectReceived(), ...away('1', '2023-12-31', '2024-01-05'), back('1', '2024-01-05'));
    log.on('a', ...away('2', '2024-01-01', '2024-01-05'));
    const sheet = await log.sheet();
    expect(await sheet.values('2023', leaves)).toEqual(standing(1, 1, 0, 0, 0));
    expect(await sheet.values('2023-12-31..2024-01-06', leaves)).toEqual(standing(2, 0, 1, 1, 0));
    expect(await sheet.values('2024', leaves)).toEqual(standing(1, 0, 0, 1, 0));
  });

  it('are not late within what was added to them', async () => {
    const log = correctionsLog();
    log.on('a', subjectReceived(), ...away('1', '2023-03-06', '2023-03-10'));
    log.on('a', leaveExtended({ leaveId: id('1'), newPlannedTo: '2023-03-12' }), back('1', '2023-03-12'));
    const sheet = await log.sheet();
    expect(await sheet.values('2023', leaves)).toEqual(standing(1, 0, 1, 0, 0));
    expect(sheet.facts.find(({ kind }) => kind === 'corrections.leave')?.fields['days']).toBe(7);
  });

  it('stay, with all their parts, in the office of the day of departure', async () => {
    const log = correctionsLog();
    log.on(
      'a',
      subjectReceived(),
      ...away('1', '2023-04-28', '2023-05-03'),
      officeReassigned(),
      back('1', '2023-05-03'),
    );
    expect(await (await log.sheet([HOME])).values('2023', leaves)).toEqual(standing(1, 0, 1, 0, 0));
    expect(await (await log.sheet([OTHER])).values('2023', leaves)).toEqual(standing(0, 0, 0, 0, 0));
  });

  it('are put right when a return turns up late, though later events were written first', async () => {
    const log = correctionsLog();
    log.on(
      'a',
      subjectReceived(),
      ...away('1', '2023-03-06', '2023-03-10'),
      crossCountyPermitGranted({ grantedOn: '2023-06-01' }),
    );
    log.on('a', back('1', '2023-03-10'));
    expect(await (await log.sheet()).values('2023', [...leaves, 'CC-11'])).toEqual({
      ...standing(1, 0, 1, 0, 0),
      'CC-11': '1',
    });
  });
});
