import { type RowStanding, standingOnStream } from '#application/entry/batch-standing.js';
import type { Receipt } from '#kernel/command.js';
import { uuidV5 } from '#kernel/ids.js';
import { World } from '../support/world.js';

const BATCH = uuidV5('batch', '1');
const second = { name: 'second', roles: [], offices: ['*'] };
const accepted = { personRef: uuidV5('person', '1'), matterNo: '1', kind: 'will', acceptedOn: '2023-03-01' };
const fee = (receiptNo: string) => ({ receiptNo, amount: '1', paidOn: '2023-04-01' });

/** A case with three events of a batch on it. */
class Standing {
  readonly world = new World();
  private readonly commands: string[] = [];
  readonly events: string[] = [];

  async open(): Promise<this> {
    for (const [type, data] of [
      ['AcceptMatter', accepted],
      ['PayFee', fee('R1')],
      ['PayFee', fee('R2')],
    ] as const) {
      const command = this.world.command(`notary.${type}`, 'a', data);
      this.commands.push(command.commandId);
      this.events.push(...(await this.world.handler.handle(command)).eventIds);
    }
    return this;
  }

  send(name: string, data: object, more: object = {}): Promise<Receipt> {
    return this.world.send(`notary.${name}`, 'a', data, more);
  }

  async ask(eventIds: readonly string[], correlationId = BATCH): Promise<string> {
    const receipt = await this.send('RequestVoid', { eventIds, reason: 'entry-error' }, { correlationId });
    return receipt.eventIds[0] ?? '';
  }

  /** Of the three events, as they came. */
  async now(): Promise<readonly RowStanding[]> {
    const streamId = uuidV5('stream', 'a');
    const rows = this.commands.map((commandId, row) => ({ row, commandId, streamId }));
    const stream = await this.world.store.load(streamId);
    return standingOnStream(BATCH, rows, stream).map(({ standing }) => standing);
  }
}

let standing: Standing;
beforeEach(async () => (standing = await new Standing().open()));

it('stands as it was recorded, each event of the batch before the next', async () => {
  expect(await standing.now()).toEqual(Array(3).fill('entry-recorded'));
  expect(standingOnStream(BATCH, [{ row: 1, commandId: BATCH, streamId: BATCH }], undefined)[0]?.standing).toBe(
    'entry-not-recorded',
  );
});

it('is followed by whatever else is recorded, until that is void', async () => {
  const { eventIds } = await standing.send('PayFee', fee('R3'));
  expect(await standing.now()).toEqual(Array(3).fill('entry-followed'));
  const requestId = await standing.ask(eventIds, uuidV5('elsewhere'));
  expect(await standing.now()).toEqual(Array(3).fill('entry-followed'));
  await standing.send('ApproveCorrection', { requestId }, { principal: second });
  expect(await standing.now()).toEqual(Array(3).fill('entry-recorded'));
});

it('is left alone before one of the batch that was corrected, and can be taken back behind it', async () => {
  const asked = { eventId: standing.events[1], patch: { amount: '2' }, reason: 'entry-error' };
  const [requestId] = (await standing.send('RequestCorrection', asked)).eventIds;
  expect(await standing.now()).toEqual(['entry-followed', 'entry-request-open', 'entry-recorded']);
  await standing.send('ApproveCorrection', { requestId }, { principal: second });
  expect(await standing.now()).toEqual(['entry-followed', 'entry-changed-since', 'entry-recorded']);
});

it('waits where the batch itself asked for a void, stands again once that is declined, and is void once approved', async () => {
  const first = await standing.ask(standing.events);
  expect(await standing.now()).toEqual(Array(3).fill('entry-reversal-asked'));
  await standing.send('DeclineCorrection', { requestId: first, note: '不予撤销' }, { principal: second });
  expect(await standing.now()).toEqual(Array(3).fill('entry-recorded'));
  const requestId = await standing.ask(standing.events);
  await standing.send('ApproveCorrection', { requestId }, { principal: second });
  expect(await standing.now()).toEqual(Array(3).fill('entry-reversed'));
});

it('takes no other request for its own: a change, or a void of what is not of the batch', async () => {
  const change = { eventId: standing.events[2], patch: { amount: '9' }, reason: 'entry-error' };
  await standing.send('RequestCorrection', change, { correlationId: BATCH });
  expect((await standing.now())[2]).toBe('entry-request-open');
});
