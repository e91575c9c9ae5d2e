import { randomUUID } from 'node:crypto';
import { createApiApp } from '#adapters/nest/create-api-app.js';
import { ApiWorld, OFFICE, OFFICE_2, type Person, matter } from './api-world.js';
import { EventSource, type Message } from './event-source.js';

let world: ApiWorld;
let url: string;
beforeAll(async () => {
  world = await ApiWorld.open(undefined, { live: { every: 50, beat: 200, remember: 50 } });
  await world.app.listen(0, '127.0.0.1');
  url = `${await world.app.getUrl()}/v1/live`;
  world.platform.projector.start((error) => world.logged.push(String(error)));
});
afterAll(() => world.close());

let accepted = 0;
const accept = async (office = OFFICE): Promise<number> => {
  accepted += 1;
  const { body } = await world.command('accept-matter', randomUUID(), matter(`L-${accepted}`), { office });
  return body.position as number;
};
const listen = (as: Person = 'supervisor', lastId?: number, query = '') =>
  EventSource.open(`${url}${query}`, world.tokenOf(as), lastId);

/** The newest amount of one balance after the messages, as a page would show it. */
const amountOf = (messages: readonly Message[], measure: string, office: string): string | undefined =>
  messages
    .flatMap(({ data }) => (data.changes ?? []) as { measure: string; office: string; month: string; amount: string }[])
    .filter((change) => change.measure === measure && change.office === office && change.month === '2023-03')
    .at(-1)?.amount;

it('shows an accepted command as a moved balance, with the position as its id', async () => {
  const source = await listen();
  const position = await accept();
  await source.until(() => source.lastId !== undefined && source.lastId >= position);
  expect(source.messages.at(-1)).toMatchObject({ event: 'balances' });
  const { body } = await world.call(
    'GET',
    `/v1/indicators?period=2023-03&office=${OFFICE}&codes=NT-01&min-position=${position}`,
  );
  expect(amountOf(source.messages, 'notary.accepted', OFFICE)).toBe(body.values[0].value);
  await source.close();
});

it('whoever comes back hears what it missed, without gap or repeat', async () => {
  const whole = await listen();
  let source = await listen();
  const heard: Message[] = [];
  let last = 0;
  for (let round = 0; round < 12; round += 1) {
    last = await accept();
    if (round % 3 === 0) await source.until(() => (source.lastId ?? 0) >= last);
    await source.close();
    heard.push(...source.messages);
    const missed = accept();
    source = await listen('supervisor', source.lastId);
    last = await missed;
  }
  await source.until(() => (source.lastId ?? 0) >= last);
  await whole.until(() => (whole.lastId ?? 0) >= last);
  heard.push(...source.messages);
  expect(heard.every(({ event }) => event === 'balances')).toBe(true);
  expect(heard.map(({ id }) => id)).toEqual(whole.messages.map(({ id }) => id));
  expect(heard).toEqual(whole.messages);
  await Promise.all([source.close(), whole.close()]);
});

it('asks to read anew who comes back from another log', async () => {
  const source = await listen('supervisor', 999_999_999);
  await source.until(() => source.messages.length > 0);
  expect(source.messages[0]).toMatchObject({ event: 'resync', data: { position: source.lastId } });
  await source.close();
});

it('tells an office nothing of another, yet moves its place', async () => {
  const [mine, theirs, narrowed] = [
    await listen('clerk'),
    await listen('clerk2'),
    await listen('supervisor', undefined, `?office=${OFFICE_2}`),
  ];
  const position = await accept(OFFICE);
  await Promise.all([mine, theirs, narrowed].map((source) => source.until(() => (source.lastId ?? 0) >= position)));
  expect(mine.messages.length).toBeGreaterThan(0);
  expect(theirs.messages).toEqual([]);
  expect(narrowed.messages).toEqual([]);
  await Promise.all([mine.close(), theirs.close(), narrowed.close()]);
});

it('tells the figures in sight as they move: as those who read them are told, and one of them by office', async () => {
  const sight = `office=${OFFICE}&codes=NT-01,NT-02&periods=2023,2023-03&by-office=NT-01`;
  const [mine, theirs] = [
    await listen('supervisor', undefined, `?${sight}`),
    await listen('clerk2', undefined, `?codes=NT-01&periods=2023&by-office=NT-01`),
  ];
  const position = await accept();
  const of = (event: string, asked: string) =>
    mine.messages.findLast((message) => message.event === event && message.data['asked'] === asked)?.data;
  await mine.until(() => ['2023', '2023-03'].every((asked) => Number(of('figures', asked)?.['position']) >= position));
  await mine.until(() => Number(of('breakdown', '2023')?.['position']) >= position);
  const values = mine.messages
    .filter(({ event, data }) => event === 'figures' && data['asked'] === '2023-03')
    .flatMap(({ data }) => data['values'] as readonly { readonly code: string }[]);
  const { body } = await world.call('GET', `/v1/indicators?office=${OFFICE}&period=2023-03&codes=NT-01`);
  expect(values.findLast(({ code }) => code === 'NT-01')).toEqual({
    ...body.values[0],
    evidence: expect.stringContaining('/v1/indicators/NT-01/evidence?') as string,
  });
  const by = await world.call('GET', `/v1/indicators/NT-01/offices?office=${OFFICE}&period=2023`);
  expect(of('breakdown', '2023')).toMatchObject({ code: 'NT-01', offices: by.body.offices, total: by.body.total });
  expect(theirs.messages).toEqual([]);
  await Promise.all([mine.close(), theirs.close()]);
});

it.each([
  ['codes=NT-01', 'periods'],
  ['periods=2023', 'codes'],
  ['by-office=NT-01', 'codes'],
  ['codes=NT-01,NT-99&periods=2023', 'NT-99'],
  ['codes=NT-01&periods=2023&by-office=NT-98', 'NT-98'],
  ['codes=NT-01&periods=2023-13', 'periods'],
  ['codes=NT-01&periods=2023,2023', 'periods'],
  ['codes=NT-01&periods=2019,2020,2021,2022,2023', 'periods'],
])('refuses to keep %s in sight, naming %s', async (sight, at) => {
  const answer = await fetch(`${url}?office=${OFFICE}&${sight}`, {
    headers: { authorization: `Bearer ${world.tokenOf('supervisor')}` },
  });
  expect(answer.status).toBe(400);
  expect(((await answer.json()) as { details: { at: string }[] }).details.map((detail) => detail.at)).toEqual([at]);
});

it('refuses who may not listen, and places that are none', async () => {
  await expect(EventSource.open(url, 'nobody')).rejects.toThrow('401');
  await expect(listen('clerk', undefined, `?office=${OFFICE_2}`)).rejects.toThrow('404');
  const bad = await fetch(url, {
    headers: { authorization: `Bearer ${world.tokenOf('clerk')}`, 'last-event-id': 'then' },
  });
  expect([bad.status, bad.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
});

it('beats while nothing happens', async () => {
  const response = await fetch(url, { headers: { authorization: `Bearer ${world.tokenOf('clerk')}` } });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  let text = '';
  while (text.split(': beat').length < 4) text += new TextDecoder().decode((await reader.read()).value);
  expect(response.headers.get('x-accel-buffering')).toBe('no');
  expect(response.headers.get('x-correlation-id')).toBeTruthy();
  await reader.cancel();
});

describe('a process that does not project', () => {
  it('tells its listeners what others have moved', async () => {
    const silent = { ...world.platform, onApplied: () => () => undefined };
    const app = await createApiApp(silent, { log: () => undefined, projects: false });
    await app.listen(0, '127.0.0.1');
    const source = await EventSource.open(`${await app.getUrl()}/v1/live`, world.tokenOf('supervisor'));
    const position = await accept();
    await source.until(() => (source.lastId ?? 0) >= position && source.messages.length > 0);
    const { body } = await world.call(
      'GET',
      `/v1/indicators?period=2023-03&office=${OFFICE}&codes=NT-01&min-position=${position}`,
    );
    expect(amountOf(source.messages, 'notary.accepted', OFFICE)).toBe(body.values[0].value);
    expect(source.messages.every(({ event }) => event === 'balances')).toBe(true);
    await app.close();
    await source.over();
  });
});

it('ends every stream when the process stops, and within a moment', async () => {
  const source = await listen();
  const began = performance.now();
  await world.app.close();
  await source.over();
  expect(performance.now() - began).toBeLessThan(3000);
});
