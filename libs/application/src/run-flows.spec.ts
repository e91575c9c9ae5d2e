import { MemoryFlowProgress } from '#adapters/memory/flow-progress.js';
import { uuidV5 } from '#kernel/ids.js';
import { World } from '../../../test/support/world.js';
import { type FlowDefinition, defineFlow } from './flow.js';
import type { CommandHandler } from './handle-command.js';
import type { FlowProgress, RefusedFlow } from './ports/flow-progress.js';
import { FlowRunner } from './run-flows.js';

const person = uuidV5('person', '1');
const matter = { personRef: person, matterNo: '桃证1号', kind: 'will', acceptedOn: '2024-01-05' };
const issued = { certificateNo: '证1号', issuedOn: '2024-02-01' };

/** Whoever gets a certificate pays for it, on the matter the certificate's number leads to. */
const whenIssuedThenPay = (amount = '100'): FlowDefinition =>
  defineFlow({
    code: 'when-issued-then-pay',
    on: ['notary.CertificateIssued'],
    then: async ({ event, history }, { holderOf }) => {
      const { matterNo } = history[0]?.data as { matterNo: string };
      const streamId = await holderOf('notary.matter', `matter:${matterNo}`);
      const data = { receiptNo: '收1号', amount, paidOn: event.occurredOn };
      return streamId === undefined ? [] : [{ type: 'notary.PayFee', streamId, data }];
    },
  });

const inWorld = async (flow = whenIssuedThenPay()) => {
  const world = new World();
  const progress = new MemoryFlowProgress(world.feed);
  const refused: RefusedFlow[] = [];
  const runner = (
    flowProgress: FlowProgress = progress,
    handler: Pick<CommandHandler, 'handle'> = world.handler,
  ): FlowRunner =>
    new FlowRunner({ flows: [flow], store: world.store, feed: world.feed, handler, flowProgress }, (item) =>
      refused.push(item),
    );
  await progress.position();
  const recorded = async () => (await world.feed.read(0, 100)).events.map(({ type, source }) => `${type} ${source}`);
  return { world, progress, refused, runner, recorded };
};

describe('a flow', () => {
  it('answers an event of one record with a command on another, through the front door', async () => {
    const { world, runner, recorded } = await inWorld();
    await world.send('notary.AcceptMatter', 'a', matter);
    await world.send('notary.IssueCertificate', 'a', issued);
    await runner().catchUp();
    expect(await recorded()).toEqual([
      'notary.MatterAccepted MANUAL',
      'notary.CertificateIssued MANUAL',
      'notary.FeePaid SYSTEM',
    ]);
    const [, cause, effect] = (await world.feed.read(0, 100)).events;
    expect(effect).toMatchObject({
      causationId: cause?.eventId,
      correlationId: cause?.correlationId,
      recordedBy: 'flows',
    });
  });

  it('that crashes between the two sides is made good, once', async () => {
    const { world, progress, runner, recorded } = await inWorld();
    await world.send('notary.AcceptMatter', 'a', matter);
    await world.send('notary.IssueCertificate', 'a', issued);
    const forgetful: FlowProgress = {
      position: () => progress.position(),
      stand: () => progress.stand(),
      moveTo: () => Promise.reject(new Error('crashed')),
      refused: () => Promise.resolve([]),
    };
    await expect(runner(forgetful).step()).rejects.toThrow('crashed');
    await runner().catchUp();
    await runner().catchUp();
    expect((await recorded()).filter((type) => type.startsWith('notary.FeePaid'))).toHaveLength(1);
  });

  it('that gets no answer is asked again, and is recorded once', async () => {
    const { world, runner, recorded } = await inWorld();
    await world.send('notary.AcceptMatter', 'a', matter);
    await world.send('notary.IssueCertificate', 'a', issued);
    const losing = {
      handle: async (command: Parameters<CommandHandler['handle']>[0]) => {
        await world.handler.handle(command);
        throw new Error('the answer was lost');
      },
    };
    await expect(runner(undefined, losing).catchUp()).rejects.toThrow('the answer was lost');
    await runner().catchUp();
    expect((await recorded()).filter((type) => type.startsWith('notary.FeePaid'))).toHaveLength(1);
  });

  it('that the rules refuse is put on record and holds nothing up', async () => {
    const { world, progress, refused, runner } = await inWorld(whenIssuedThenPay('20000'));
    await world.send('notary.AcceptMatter', 'a', matter);
    await world.send('notary.IssueCertificate', 'a', issued);
    await world.send('notary.AcceptMatter', 'b', { ...matter, matterNo: '桃证2号' });
    await runner().catchUp();
    expect(refused).toEqual([
      expect.objectContaining({ flow: 'when-issued-then-pay', command: 'notary.PayFee', code: 'approval-required' }),
    ]);
    expect(await progress.refused(10)).toEqual(refused);
    expect(await progress.position()).toBe(3);
  });

  it('follows what a workbook brings as it follows what is typed', async () => {
    const { world, runner, recorded } = await inWorld();
    await world.send('notary.AcceptMatter', 'a', matter, { source: 'IMPORT' });
    await world.send('notary.IssueCertificate', 'a', issued, { source: 'IMPORT' });
    await runner().catchUp();
    expect(await recorded()).toHaveLength(3);
  });

  it('leaves history brought in from elsewhere alone, and what was there before it first looked', async () => {
    const { world, runner, recorded } = await inWorld();
    await world.send('notary.AcceptMatter', 'a', matter, { source: 'MIGRATION' });
    await world.send('notary.IssueCertificate', 'a', issued, { source: 'MIGRATION' });
    await runner().catchUp();
    expect(await recorded()).toHaveLength(2);
    const late = new MemoryFlowProgress(world.feed);
    await runner(late).catchUp();
    expect(await late.position()).toBe(2);
  });
});
