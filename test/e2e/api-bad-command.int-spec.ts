import { randomUUID } from 'node:crypto';
import { kebab } from '#adapters/nest/commands/stream.controller.js';
import { type CommandDefinition, Registry } from '#application/registry.js';
import type { AnyStream } from '#kernel/decider.js';
import { lines } from '#lines/index.js';
import { brokenPayloads, validPayload } from '../support/broken-payloads.js';
import { type Answered, ApiWorld, OFFICE } from './api-world.js';

let world: ApiWorld;
beforeAll(async () => {
  world = await ApiWorld.open(lines);
});
afterAll(() => world.close());

/** Where a command is sent; the record commands fit any stream of their line. */
const urlOf = ({ type, stream, line }: CommandDefinition): string => {
  const owner = stream ?? (line.streams[0] as AnyStream);
  return `/v1/${owner.type.replace('.', '/')}/${randomUUID()}/${kebab(type.slice(type.indexOf('.') + 1))}`;
};

const send = (command: CommandDefinition, data: unknown, office = OFFICE): Promise<Answered> =>
  world.call('POST', urlOf(command), {
    as: 'everyPost',
    body: { office, data, evidence: [{ docKind: '文书', docNo: '测字〔2020〕1号' }] },
    headers: { 'idempotency-key': randomUUID() },
  });

/** What an answer is, as far as it matters to a caller who has to put something right. */
const gist = ({ status, headers, body }: Answered) => ({
  status,
  type: headers['content-type']?.split(';')[0],
  code: body.code,
  urn: body.type,
  chinese: /\p{Script=Han}/u.test(body.title),
  details: (body.details ?? []).map((detail: { at: string; code: string }) => `${detail.at} ${detail.code}`),
});

const refusedFor = (...details: readonly string[]) => ({
  status: 400,
  type: 'application/problem+json',
  code: 'invalid-data',
  urn: 'urn:problem:invalid-data',
  chinese: true,
  details,
});

// What is decided about persons has routes of its own.
const open = lines.filter(({ people }) => people === undefined);
describe.each(open.map((line) => [line.code, line] as const))('%s', (_code, line) => {
  // What the platform works out by itself nobody may send: there is no route to send it to.
  const sent = [...new Registry([line]).commands.values()].filter(({ event }) => event?.derived !== true);
  const commands = sent.map((command) => [command.type, command] as const);

  it.each(commands)('%s refuses every broken payload, naming the field, and stores nothing', async (_type, command) => {
    const before = await world.stored();
    for (const { what, at, code, data } of brokenPayloads(command.fields)) {
      const answer = await send(command, data);
      expect({ what, ...gist(answer) }).toEqual({ what, ...refusedFor(`${at} ${code}`) });
    }
    expect(await world.stored()).toBe(before);
  });

  it.each(commands)('%s finds no fault with a sound payload, and looks for the office next', async (_type, command) => {
    const before = await world.stored();
    const answer = await send(command, validPayload(command.fields), 'nowhere');
    expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
    expect(await world.stored()).toBe(before);
  });
});

it('takes none of it for a fault of its own', () =>
  expect(world.logged.filter((entry) => entry.includes('"level":"error"'))).toEqual([]));
