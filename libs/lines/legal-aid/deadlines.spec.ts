import { builderOf } from '../../../test/support/built.js';
import { type Played, PlayedLog } from '../../../test/support/played-log.js';
import type { DeadlineCode } from './deadlines.js';
import type { LegalAidEvent } from './domain/events/index.js';
import { examples } from './domain/examples.js';
import { legalAid } from './index.js';

const built = builderOf<LegalAidEvent>(examples);

/** Due day and day met of each duty of a deadline, after the given events of one record. */
const dutiesOf = async (code: DeadlineCode, ...events: readonly Played[]) => {
  const log = new PlayedLog(legalAid, '430922001');
  log.on('a', ...events);
  const { duties } = await log.sheet();
  return duties.filter(({ deadline }) => deadline === code).map(({ dueOn, metOn }) => [dueOn, metOn]);
};
const applied = (receivedOn: string) => built('legal-aid.AidApplied', { receivedOn });
const granted = (decidedOn: string) => built('legal-aid.AidGranted', { decidedOn });
const assigned = (assignedOn: string) => built('legal-aid.AgentAssigned', { assignedOn });
const asked = (requestedOn: string) => built('legal-aid.SupplementRequested', { requestedOn, dueOn: '2023-03-01' });
const supplied = (suppliedOn: string) => built('legal-aid.SupplementSupplied', { suppliedOn });

describe('LA-D01, the decision', () => {
  it('is due after 7 working days before 2022, after 7 days since, moved off a day off', async () => {
    expect(await dutiesOf('LA-D01', applied('2021-12-31'))).toEqual([['2022-01-11', null]]);
    expect(await dutiesOf('LA-D01', applied('2022-01-01'))).toEqual([['2022-01-10', null]]);
    expect(await dutiesOf('LA-D01', applied('2023-09-01'), granted('2023-09-08'))).toEqual([
      ['2023-09-08', '2023-09-08'],
    ]);
    expect(await dutiesOf('LA-D01', applied('2012-06-30'))).toEqual([]);
  });
  it('stands still while a supplement is awaited, and is not owed for one deemed withdrawn', async () => {
    expect(await dutiesOf('LA-D01', applied('2023-02-01'), asked('2023-02-02'))).toEqual([]);
    expect(await dutiesOf('LA-D01', applied('2023-02-01'), asked('2023-02-02'), supplied('2023-02-07'))).toEqual([
      ['2023-02-13', null],
    ]);
    expect(
      await dutiesOf(
        'LA-D01',
        applied('2023-02-01'),
        asked('2023-02-02'),
        built('legal-aid.ApplicationDeemedWithdrawn', { withdrawnOn: '2023-03-02' }),
      ),
    ).toEqual([]);
  });
  it('before 2022 counts no working day of the wait', async () => {
    const wait = (requestedOn: string, suppliedOn: string) => [
      built('legal-aid.SupplementRequested', { requestedOn, dueOn: '2021-04-01' }),
      supplied(suppliedOn),
    ];
    // Monday 1 March 2021; two working days are used by Wednesday, five are left from Monday the 8th.
    expect(await dutiesOf('LA-D01', applied('2021-03-01'), ...wait('2021-03-03', '2021-03-08'))).toEqual([
      ['2021-03-15', null],
    ]);
  });
  it('is not owed on a notice, and owed again when an objection was right', async () => {
    expect(await dutiesOf('LA-D01', built('legal-aid.DefenceNotified'))).toEqual([]);
    expect(
      await dutiesOf(
        'LA-D01',
        applied('2023-02-01'),
        built('legal-aid.AidRefused'),
        built('legal-aid.ObjectionRaised'),
        built('legal-aid.ObjectionDecided'),
      ),
    ).toEqual([
      ['2023-02-08', '2023-02-06'],
      ['2023-05-22', null],
    ]);
  });
});

it('LA-D02, the assignment, is due 3 days after the grant; 7 working days before 2022', async () => {
  expect(await dutiesOf('LA-D02', applied('2023-02-01'), granted('2023-02-07'))).toEqual([['2023-02-10', null]]);
  expect(await dutiesOf('LA-D02', applied('2021-02-01'), granted('2021-02-01'), assigned('2021-02-10'))).toEqual([
    ['2021-02-10', '2021-02-10'],
  ]);
  expect(
    await dutiesOf(
      'LA-D02',
      applied('2023-02-01'),
      granted('2023-02-07'),
      built('legal-aid.AidTerminated', { decidedOn: '2023-02-08' }),
    ),
  ).toEqual([]);
});

it('LA-D03, the lawyer of a notified defence, is due 3 days after the notice', async () => {
  const notified = built('legal-aid.DefenceNotified');
  expect(await dutiesOf('LA-D03', notified)).toEqual([['2023-02-06', null]]);
  expect(await dutiesOf('LA-D03', notified, assigned('2023-02-03'))).toEqual([['2023-02-06', '2023-02-03']]);
  expect(await dutiesOf('LA-D02', notified, assigned('2023-02-03'))).toEqual([]);
});

it('LA-D04, an application taken in custody, is here the next day', async () => {
  const forwarded = { entry: 'forwarded', transferredBy: 'custody-place' } as const;
  const taken = (transferReceivedAt: string) =>
    dutiesOf('LA-D04', built('legal-aid.AidApplied', { ...forwarded, transferReceivedAt }));
  expect(await taken('2023-01-31T02:00:00.000Z')).toEqual([['2023-02-01', '2023-02-01']]);
  expect(await taken('2023-01-29T16:00:00.000Z')).toEqual([['2023-01-31', '2023-02-01']]);
  expect(await dutiesOf('LA-D04', applied('2023-02-01'))).toEqual([]);
});

it('LA-D05, an objection, is examined in 5 days; 5 working days before 2022', async () => {
  const refused = [applied('2021-02-01'), built('legal-aid.AidRefused', { decidedOn: '2021-02-02' })];
  const raised = (raisedOn: string) => built('legal-aid.ObjectionRaised', { raisedOn });
  expect(await dutiesOf('LA-D05', ...refused, raised('2021-03-01'))).toEqual([['2021-03-08', null]]);
  expect(
    await dutiesOf(
      'LA-D05',
      ...refused,
      raised('2023-03-01'),
      built('legal-aid.ObjectionDecided', { decidedOn: '2023-03-06' }),
    ),
  ).toEqual([['2023-03-06', '2023-03-06']]);
});

describe('the file', () => {
  const ended = [applied('2023-02-01'), granted('2023-02-03'), assigned('2023-02-04'), built('legal-aid.AidConcluded')];
  const submitted = (submittedOn: string) => built('legal-aid.DossierSubmitted', { submittedOn });
  const returned = built('legal-aid.DossierReviewed', { outcome: 'returned' });
  it('LA-D07 is handed in within 30 days of the closing day, of a termination from when the agent was told', async () => {
    expect(await dutiesOf('LA-D07', ...ended)).toEqual([['2023-05-22', null]]);
    expect(await dutiesOf('LA-D07', ...ended, submitted('2023-05-08'))).toEqual([['2023-05-22', '2023-05-08']]);
    const told = built('legal-aid.AidTerminated', { agentNotifiedOn: '2023-04-24' });
    expect(await dutiesOf('LA-D07', ...ended.slice(0, 3), told)).toEqual([['2023-05-24', null]]);
  });
  it('LA-D08 is reviewed within 30 days of each hand-in', async () => {
    expect(await dutiesOf('LA-D08', ...ended, submitted('2023-05-08'), returned, submitted('2023-05-25'))).toEqual([
      ['2023-06-07', '2023-05-18'],
      ['2023-06-26', null],
    ]);
  });
  it('is owed no more once the termination was set aside', async () =>
    expect(
      await dutiesOf(
        'LA-D07',
        ...ended.slice(0, 3),
        built('legal-aid.AidTerminated'),
        built('legal-aid.ObjectionRaised'),
        built('legal-aid.ObjectionDecided'),
      ),
    ).toEqual([]));
});
