import { randomUUID } from 'node:crypto';
import { ApiWorld, OFFICE, matter } from './api-world.js';

let world: ApiWorld;
beforeAll(async () => (world = await ApiWorld.open()));
afterAll(() => world.close());

const shuffled = <Value>(values: readonly Value[]): Value[] => {
  const found = [...values];
  for (let at = found.length - 1; at > 0; at -= 1) {
    const other = Math.floor(Math.random() * (at + 1));
    [found[at], found[other]] = [found[other] as Value, found[at] as Value];
  }
  return found;
};

it('1,000 commands sent three times in random order are stored once, and every repeat gets the first answer', async () => {
  const commands = Array.from({ length: 1000 }, (_, at) => ({
    streamId: randomUUID(),
    key: at % 2 === 0 ? randomUUID() : `clerk’s own ${at}`.replace('’', "'"),
    data: matter(`I-${at}`),
  }));
  const sendings = shuffled([...commands, ...commands, ...commands]);
  const answers = new Map<string, Set<string>>();
  for (let from = 0; from < sendings.length; from += 100) {
    await Promise.all(
      sendings.slice(from, from + 100).map(async ({ streamId, key, data }) => {
        const { status, body, headers } = await world.command('accept-matter', streamId, data, { key });
        const said = JSON.stringify([status, body, headers['etag'], headers['x-position']]);
        answers.set(key, (answers.get(key) ?? new Set()).add(said));
      }),
    );
  }
  expect(await world.stored()).toBe(1000);
  expect(answers.size).toBe(1000);
  for (const said of answers.values()) {
    expect(said.size).toBe(1);
    expect([...said][0]).toMatch(/^\[201,/);
  }
  await world.platform.projector.catchUp();
  const figures = await world.call('GET', '/v1/indicators?period=2023&codes=NT-01');
  expect(figures.body.values[0].value).toBe('1000');
});

it('the same key with other content is refused', async () => {
  const [streamId, key] = [randomUUID(), randomUUID()];
  await world.command('accept-matter', streamId, matter('J-1'), { key });
  const other = await world.command('accept-matter', streamId, matter('J-2'), { key });
  expect(other.status).toBe(409);
  expect(other.body.code).toBe('command-id-reused');
});

it('a text of one caller’s own is not another’s', async () => {
  const key = 'form 17';
  const first = await world.command('accept-matter', randomUUID(), matter('J-3'), { key });
  const second = await world.command('accept-matter', randomUUID(), matter('J-4'), { key, as: 'clerk' });
  expect([first.status, second.status]).toEqual([201, 201]);
});

it('a repeat gets its first answer by the other door too, and after the case has moved on', async () => {
  const [streamId, commandId] = [randomUUID(), randomUUID()];
  const first = await world.command('accept-matter', streamId, matter('J-5'), { key: commandId });
  await world.command('issue-certificate', streamId, { certificateNo: 'J-5', issuedOn: '2023-04-01' });
  expect((await world.command('accept-matter', streamId, matter('J-5'), { key: commandId })).body).toEqual(first.body);
  const command = { type: 'notary.AcceptMatter', streamId, commandId, office: OFFICE, data: matter('J-5') };
  const bulk = await world.call('POST', '/v1/commands', { body: { atomic: true, commands: [command] } });
  expect(bulk.body.answers).toEqual([first.body]);
});
