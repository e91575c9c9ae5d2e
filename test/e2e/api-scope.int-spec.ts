import { randomUUID } from 'node:crypto';
import { ApiWorld, BUREAU, OFFICE, OFFICE_2, OTHER_BUREAU, OTHER_OFFICE, type Person, matter } from './api-world.js';

/** Text planted in one office's records: whoever may not see that office never meets it. */
const CANARY = 'CANARY-7f3a';
const streamId = randomUUID();

let world: ApiWorld;
let eventId: string;
beforeAll(async () => {
  world = await ApiWorld.open();
  const accepted = await world.command('accept-matter', streamId, matter(CANARY), { as: 'clerk' });
  eventId = accepted.body.eventIds[0];
  await world.command('pay-fee', streamId, { receiptNo: CANARY, amount: '77', paidOn: '2023-03-07' }, { as: 'clerk' });
  await world.command('accept-matter', randomUUID(), matter('SEEN'), { as: 'clerk2', office: OFFICE_2 });
  await world.command('accept-matter', randomUUID(), matter('SEEN'), { as: 'stranger', office: OTHER_OFFICE });
  await world.platform.projector.catchUp();
});
afterAll(() => world.close());

const READS = [
  `/v1/notary/matter/${streamId}`,
  '/v1/registers/notary.matters?limit=500',
  '/v1/deadlines?dueBy=2030-01-01&limit=500',
  '/v1/indicators?period=2023',
  '/v1/indicators/NT-01/evidence?period=2023&limit=500',
  '/v1/indicators/NT-06/evidence?period=2023&limit=500',
  '/v1/findings?period=2023',
  '/v1/offices',
];

const everything = async (as: Person): Promise<string> => {
  const answers = await Promise.all(READS.map((url) => world.call('GET', url, { as })));
  return answers.map(({ body }) => JSON.stringify(body)).join('\n');
};

describe.each<Person>(['clerk2', 'stranger'])('%s, of another office', (as) => {
  it('meets nothing of the office in anything there is to read', async () => {
    const text = await everything(as);
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(eventId);
    expect(text).not.toContain('"77"');
  });

  it('is told of its cases what it is told of cases that never were', async () => {
    const nowhere = randomUUID();
    const bare = (answer: { body: object }) => ({ ...answer.body, instance: '', correlationId: '' });
    const read = (id: string) => world.call('GET', `/v1/notary/matter/${id}`, { as });
    expect(bare(await read(streamId))).toEqual(bare(await read(nowhere)));
    const office = as === 'clerk2' ? OFFICE_2 : OTHER_OFFICE;
    const correct = (id: string) =>
      world.command(
        'request-correction',
        id,
        { eventId, patch: { kind: 'contract' }, reason: 'other' },
        { as, office },
      );
    const [theirs, none] = [await correct(streamId), await correct(nowhere)];
    expect(theirs.status).toBe(404);
    expect(bare(theirs)).toEqual(bare(none));
    const before = await world.stored();
    const pay = await world.command(
      'pay-fee',
      streamId,
      { receiptNo: 'X', amount: '1', paidOn: '2023-03-07' },
      { as, office },
    );
    expect(pay.status).toBe(404);
    expect(await world.stored()).toBe(before);
  });

  it('cannot name the office, nor write in its name', async () => {
    for (const url of [
      '/v1/indicators?period=2023',
      '/v1/registers/notary.matters?',
      '/v1/deadlines?',
      '/v1/findings?period=2023',
    ])
      expect((await world.call('GET', `${url}&office=${OFFICE}`, { as })).status).toBe(404);
    expect((await world.command('accept-matter', randomUUID(), matter('Y'), { as, office: OFFICE })).status).toBe(404);
  });
});

it('the clerk of the office and the supervisor above it do meet it', async () => {
  for (const as of ['clerk', 'supervisor', 'reader'] as const) expect(await everything(as)).toContain(CANARY);
});

it('another bureau is as if it were not there', async () => {
  const bare = (answer: { body: object }) => ({ ...answer.body, correlationId: '' });
  const of = (bureau: string) => world.call('GET', `/v1/indicators?period=2023&bureau=${bureau}`, { as: 'stranger' });
  expect(bare(await of(BUREAU))).toEqual(bare(await of('999999')));
  const person = { bureau: BUREAU, name: '某人', idType: 'none', sex: 'male' };
  expect((await world.call('POST', '/v1/persons', { as: 'stranger', body: person })).status).toBe(404);
});

it('an office above one’s own is not one’s own', async () => {
  const found = await world.call('GET', `/v1/indicators?period=2023&office=${BUREAU}`, { as: 'clerk' });
  expect(found.status).toBe(404);
});

it('who has several bureaus says which', async () => {
  expect((await world.call('GET', '/v1/indicators?period=2023', { as: 'chief' })).body.details).toMatchObject([
    { at: 'bureau', code: 'missing' },
  ]);
  const found = await world.call('GET', `/v1/indicators?period=2023&codes=NT-01&bureau=${OTHER_BUREAU}`, {
    as: 'chief',
  });
  expect(found.body.values[0].value).toBe('1');
});
