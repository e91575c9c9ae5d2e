import { randomUUID } from 'node:crypto';
import { lines } from '#lines/index.js';
import { examples } from '../../libs/lines/performance/domain/examples.js';
import { ApiWorld, OFFICE, type Person } from './api-world.js';

let world: ApiWorld;
const sheet = randomUUID();
beforeAll(async () => {
  world = await ApiWorld.open(lines);
});
afterAll(() => world.close());

const send = async (as: Person, name: string, data: object, streamId = sheet) => {
  const { status, body } = await world.call('POST', `/v1/performance/sheet/${streamId}/${name}`, {
    as,
    body: { office: OFFICE, data },
    headers: { 'idempotency-key': randomUUID() },
  });
  return [status, body.code];
};
const done = [201, undefined];

const toCounty = { submittedOn: '2024-03-01', toLevel: 'county' };
const again = { submittedOn: '2024-03-08', toLevel: 'county' };

it('a sheet goes up one level at a time, comes back with a note, and is decided on by another person', async () => {
  expect(await send('clerk', 'set-targets', examples['performance.TargetsSet'])).toEqual(done);
  expect(await send('clerk', 'self-evaluate', examples['performance.SelfEvaluated'])).toEqual(done);
  const skipping = { ...toCounty, toLevel: 'city' };
  expect(await send('clerk', 'submit-sheet', skipping)).toEqual([403, 'performance.level-skipped']);
  expect(await send('clerk', 'submit-sheet', toCounty)).toEqual(done);
  const review = { reviewedOn: '2024-03-09' };
  expect(await send('clerk', 'review-sheet', review)).toEqual([403, 'not-permitted']);
  expect(await send('supervisor', 'return-sheet', { returnedOn: '2024-03-06', note: '补充偏差原因' })).toEqual(done);
  expect(await send('clerk', 'submit-sheet', again)).toEqual(done);
  expect(await send('supervisor', 'review-sheet', review)).toEqual(done);
  expect(await send('supervisor', 'approve-sheet', { approvedOn: '2024-03-12' })).toEqual(done);
  const up = { submittedOn: '2024-03-13', toLevel: 'city' };
  expect(await send('supervisor', 'submit-sheet', up)).toEqual(done);
  const inCity = { reviewedOn: '2024-03-20' };
  expect(await send('supervisor', 'review-sheet', inCity)).toEqual([403, 'performance.above-own-level']);
  expect(await send('chief', 'review-sheet', inCity)).toEqual(done);
  expect(await send('chief', 'approve-sheet', { approvedOn: '2024-03-21' })).toEqual(done);
  expect(await send('supervisor', 'publish-sheet', examples['performance.SheetPublished'])).toEqual(done);
});

it('every step stands in its history, with who took it', async () => {
  const { body } = await world.call('GET', `/v1/performance/sheet/${sheet}`, { as: 'clerk' });
  const steps = (body.events as readonly { type: string; recordedBy: string }[]).map(({ type, recordedBy }) => [
    type.replace('performance.', ''),
    recordedBy,
  ]);
  expect(steps).toEqual([
    ['TargetsSet', 'clerk'],
    ['SelfEvaluated', 'clerk'],
    ['SheetSubmitted', 'clerk'],
    ['SheetReturned', 'supervisor'],
    ['SheetSubmitted', 'clerk'],
    ['SheetReviewed', 'supervisor'],
    ['SheetApproved', 'supervisor'],
    ['SheetSubmitted', 'supervisor'],
    ['SheetReviewed', 'chief'],
    ['SheetApproved', 'chief'],
    ['SheetPublished', 'supervisor'],
  ]);
});

it('nobody decides on what he made himself, whatever his rights', async () => {
  const own = randomUUID();
  const targets = { ...examples['performance.TargetsSet'], subjectCode: 'own' };
  expect(await send('supervisor', 'set-targets', targets, own)).toEqual(done);
  expect(await send('supervisor', 'self-evaluate', examples['performance.SelfEvaluated'], own)).toEqual(done);
  expect(await send('clerk', 'submit-sheet', toCounty, own)).toEqual(done);
  expect(await send('supervisor', 'review-sheet', { reviewedOn: '2024-03-09' }, own)).toEqual([
    403,
    'performance.recorded-by-same-person',
  ]);
});

it('a second sheet of the same subject and year is refused', async () => {
  expect(await send('clerk', 'set-targets', examples['performance.TargetsSet'], randomUUID())).toEqual([
    409,
    'performance.sheet-exists',
  ]);
});
