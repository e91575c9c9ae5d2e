import { fieldsOf } from '#application/measure-postings.js';
import { builderOf } from '../../../../test/support/built.js';
import { type Played, PlayedLog } from '../../../../test/support/played-log.js';
import type { DataOfEvent, ReconsiderationEvent } from '../domain/events/index.js';
import { examples } from '../domain/examples.js';
import { figures } from '../figures.js';
import { reconsideration } from '../index.js';
import { factFields } from '../views/kinds.js';
import { indicators } from './index.js';

const built = builderOf<ReconsiderationEvent>(examples);
const applied = (receivedOn: string) => built('reconsideration.ReconsiderationApplied', { receivedOn });
const accepted = (acceptedOn: string) => built('reconsideration.ReconsiderationAccepted', { acceptedOn });
type Conclusion = Partial<DataOfEvent<'reconsideration.ReconsiderationConcluded'>>;
const concluded = (decidedOn: string, data: Conclusion = {}) =>
  built('reconsideration.ReconsiderationConcluded', { decidedOn, ...data });
const sued = (filedOn: string) => built('reconsideration.LitigationFiledAgainstDecision', { filedOn });

const year = (streams: Readonly<Record<string, readonly Played[]>>) => {
  const log = new PlayedLog(reconsideration, '430922');
  for (const [key, events] of Object.entries(streams)) log.on(key, ...events);
  return log;
};
const values = async (log: PlayedLog, period: string, ...codes: readonly string[]) =>
  Object.values(await (await log.sheet()).values(period, codes));
const percent = (quotient: number) => expect.closeTo(quotient, 8) as number;
const numbers = async (log: PlayedLog, period: string, ...codes: readonly string[]) =>
  (await values(log, period, ...codes)).map((value) => (value === null ? null : Number(value)));

it('an empty period has no cases, and no rate at all', async () => {
  const log = year({});
  expect(await values(log, '2024', 'AR-01', 'AR-02', 'AR-03', 'AR-03-open')).toEqual(['0', '0', '0', '0']);
  expect(await values(log, '2024', 'AR-04', 'AR-05', 'AR-06', 'AR-07', 'AR-08')).toEqual(Array(5).fill(null));
});

it('counts a case on the days it came in, was accepted and was concluded', async () => {
  const log = year({
    last: [applied('2024-12-31'), accepted('2025-01-02'), concluded('2025-02-03')],
    first: [applied('2024-01-01'), accepted('2024-01-03'), concluded('2024-12-31')],
    taken: [built('reconsideration.OpeningBalanceImported'), concluded('2024-01-20')],
  });
  expect(await values(log, '2024', 'AR-01', 'AR-02', 'AR-03', 'AR-03-open')).toEqual(['2', '1', '2', '0']);
  expect(await values(log, '2025', 'AR-01', 'AR-02', 'AR-03', 'AR-03-open')).toEqual(['0', '1', '1', '0']);
  expect(await values(log, '2024-12', 'AR-01-pending', 'AR-01-accepted')).toEqual(['1', '0']);
  expect(await values(log, '2024-11', 'AR-03-open')).toEqual(['1']);
  expect(await (await log.sheet()).findings('2024')).toEqual([]);
  expect(await (await log.sheet()).findings('2025')).toEqual([]);
});

it('says what became of every application', async () => {
  const log = year({
    a: [applied('2024-03-01'), built('reconsideration.ReconsiderationNotAccepted')],
    b: [applied('2024-03-01'), built('reconsideration.ReconsiderationReferred')],
    c: [applied('2024-03-01'), built('reconsideration.SettledBeforeAcceptance')],
    d: [applied('2024-03-01'), built('reconsideration.SupplementRequested'), built('reconsideration.DeemedAbandoned')],
    e: [applied('2024-03-01'), built('reconsideration.SupplementRequested')],
    f: [applied('2024-03-01'), built('reconsideration.DeemedAccepted')],
  });
  const parts = ['accepted', 'not-accepted', 'referred', 'abandoned', 'settled-before', 'pending'];
  expect(await values(log, '2024', 'AR-01', ...parts.map((part) => `AR-01-${part}`))).toEqual([
    '6',
    ...Array(6).fill('1'),
  ]);
  expect(await (await log.sheet()).findings('2024')).toEqual([]);
});

it('is on time by the day due, which a suspension moves', async () => {
  const open = [applied('2024-03-01'), accepted('2024-03-06')];
  const pause = [built('reconsideration.ProceedingsSuspended'), built('reconsideration.ProceedingsResumed')];
  const log = year({
    onTheDay: [...open, concluded('2024-05-06')],
    late: [...open, concluded('2024-05-07')],
    moved: [...open, ...pause, concluded('2024-05-27')],
    movedAndLate: [...open, ...pause, concluded('2024-05-28')],
    still: [...open, built('reconsideration.ProceedingsSuspended')],
    never: open,
  });
  expect(await values(log, '2024', 'AR-04-due', 'AR-04-on-time')).toEqual(['5', '2']);
  expect(await numbers(log, '2024', 'AR-04', 'AR-04-on-hand')).toEqual([40, percent((4 / 6) * 100)]);
});

it('a case concluded late but corrected to an earlier day was on time', async () => {
  const log = year({ a: [applied('2024-03-01'), accepted('2024-03-06')] });
  const [id] = log.on('a', concluded('2024-05-07'));
  expect(await values(log, '2024', 'AR-04-on-time')).toEqual(['0']);
  log.on('a', {
    type: 'reconsideration.RecordCorrected',
    data: {
      correctsEventId: id,
      changes: [{ field: 'decidedOn', before: '"2024-05-07"', after: '"2024-05-06"' }],
      reason: 'entry-error',
      approvedOn: '2024-06-01',
    },
  });
  expect(await values(log, '2024', 'AR-04-on-time')).toEqual(['1']);
});

it('keeps the readings of its rates apart', async () => {
  const open = [applied('2024-03-01'), accepted('2024-03-06')];
  const log = year({
    revoked: [...open, concluded('2024-04-26'), sued('2024-05-10')],
    upheld: [...open, concluded('2024-04-26', { outcome: 'upheld' }), sued('2025-01-03')],
    petitioned: [
      ...open,
      concluded('2024-04-26', { outcome: 'upheld' }),
      built('reconsideration.PetitionedAfterDecision'),
    ],
    mediated: [...open, concluded('2024-04-26', { outcome: 'mediated', correctedAct: true })],
    withdrawn: [...open, concluded('2024-04-26', { outcome: 'terminated', terminationGround: 'withdrawn' })],
    ended: [...open, concluded('2024-04-26', { outcome: 'terminated', terminationGround: 'criminal-proceedings' })],
  });
  expect(await numbers(log, '2024', 'AR-05', 'AR-06', 'AR-06-concluded', 'AR-06-unsettled', 'AR-06-wide')).toEqual([
    percent((2 / 6) * 100),
    percent((1 / 3) * 100),
    percent((1 / 6) * 100),
    25,
    percent((2 / 6) * 100),
  ]);
  expect(await numbers(log, '2024', 'AR-07', 'AR-07-litigated', 'AR-08', 'AR-08-contested')).toEqual([
    percent((1 / 3) * 100),
    1,
    percent((4 / 6) * 100),
    2,
  ]);
  expect(await (await log.sheet()).findings('2024')).toEqual([]);
});

it('counts letters by the day they went out', async () => {
  const open = [applied('2024-03-01'), accepted('2024-03-06')];
  const log = year({
    a: [...open, built('reconsideration.OpinionLetterIssued'), built('reconsideration.OpinionAnswered')],
    b: [...open, built('reconsideration.SuggestionIssued', { issuedOn: '2025-01-01' })],
  });
  expect(await values(log, '2024', 'AR-09', 'AR-09-opinion', 'AR-09-suggestion', 'AR-09-answered')).toEqual([
    '1',
    '1',
    '0',
    '1',
  ]);
});

it('reads fields its facts have, and has every indicator of the catalogue', () => {
  const wrong = figures.measures.flatMap((measure) =>
    fieldsOf(measure).filter(
      (field) => !(factFields as Record<string, readonly string[]>)[measure.fact]?.includes(field),
    ),
  );
  expect(wrong).toEqual([]);
  expect(Object.keys(indicators).filter((code) => /^AR-\d\d$/.test(code))).toHaveLength(9);
});
