import type { Command } from '#kernel/command.js';
import { uuidV5 } from '#kernel/ids.js';
import { World } from '../support/world.js';

const accept = (matterNo: string, more: object = {}) => ({
  ...{ personRef: uuidV5('person', '1'), matterNo, kind: 'will', acceptedOn: '2023-03-01' },
  ...more,
});
const issue = (certificateNo: string) => ({ certificateNo, issuedOn: '2023-03-10' });

/** Commands that agree and disagree with what is stored, and with each other. */
const mixed = (world: World): readonly Command[] => [
  world.command('notary.AcceptMatter', 'a', accept('1')),
  world.command('notary.IssueCertificate', 'a', issue('C1')),
  world.command('notary.AcceptMatter', 'b', accept('1')), // its number is held by the first
  world.command('notary.AcceptMatter', 'c', accept('stored')), // held by what is stored
  world.command('notary.AcceptMatter', 'd', accept('2', { kind: 'none' })),
  world.command('notary.IssueCertificate', 'a', issue('C2')),
  world.command('notary.IssueCertificate', 'e', issue('C3')),
  world.command('notary.AcceptMatter', 'f', accept('3'), { office: '99999999' }),
  world.command('notary.AcceptMatter', 'g', accept('4', { acceptedOn: '2999-01-01' })),
  world.command('notary.AcceptMatter', 'h', accept('5')),
];

const told = (answers: Awaited<ReturnType<World['handler']['handleMany']>>) =>
  answers.map((answer) => ('kind' in answer ? [answer.code, answer.details] : [answer.version, answer.recorded]));

it('a trial answers what the front door answers, and leaves nothing behind', async () => {
  const world = new World();
  await world.send('notary.AcceptMatter', 'stored', accept('stored'));
  const commands = mixed(world);
  const before = world.store.head;
  const trial = world.handler.trial();
  const tried = await trial.handleMany(commands, false);
  expect(world.store.head).toBe(before);
  expect(await world.store.load((commands[0] as Command).streamId)).toBeUndefined();
  const done = await world.handler.handleMany(commands, false);
  expect(told(tried)).toEqual(told(done));
  expect(told(done).map(([first]) => first)).toEqual([
    1,
    2,
    'notary.matter-known',
    'notary.matter-known',
    'invalid-data',
    'notary.already-closed',
    'not-found',
    'not-found',
    'invalid-data',
    1,
  ]);
});

it('what a trial let in is seen by what comes after it in the same trial, and in no other', async () => {
  const world = new World();
  const trial = world.handler.trial();
  await trial.handle(world.command('notary.AcceptMatter', 'a', accept('1')));
  const next = world.command('notary.IssueCertificate', 'a', issue('C1'));
  expect(await trial.handle(next)).toMatchObject({ version: 2, recorded: true });
  await expect(world.handler.trial().handle(next)).rejects.toThrow('not-found');
});
