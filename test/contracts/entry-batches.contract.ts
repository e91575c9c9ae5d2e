import { uuidV5 } from '#kernel/ids.js';
import type { BatchRow, EntryBatch, EntryBatches } from '#application/ports/entry-batches.js';

const id = (name: string) => uuidV5('entry-batches', name);
const batch = (name: string, more: Partial<EntryBatch> = {}): EntryBatch => ({
  batchId: id(name),
  workbook: id('workbook'),
  command: 'notary.AcceptMatter',
  bureau: '430902',
  offices: ['43090201', '43090202'],
  sentBy: '甲',
  sentAt: '2023-01-05T01:02:03.004Z',
  fileHash: 'a'.repeat(64),
  mode: 'good',
  rows: 3,
  faulty: 1,
  ...more,
});
const row = (number: number): BatchRow => ({
  row: number,
  commandId: id(`command ${number}`),
  streamId: id(`stream ${number}`),
});

/** What every keeper of records of workbooks promises. `open` gives an empty one. */
export const entryBatchesContract = (
  open: () => Promise<{ readonly batches: EntryBatches; close(): Promise<void> }>,
): void => {
  let opened: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => (opened = await open()));
  afterEach(() => opened.close());

  it('gives a batch back as it was kept, its rows in the order of the file', async () => {
    const { batches } = opened;
    await batches.keep(batch('one'), [row(12), row(3)]);
    expect(await batches.find(id('one'))).toEqual({ batch: batch('one'), rows: [row(3), row(12)] });
    expect(await batches.find(id('another'))).toBeUndefined();
  });

  it('keeps the first of a batch that is sent again', async () => {
    const { batches } = opened;
    await batches.keep(batch('one'), [row(3)]);
    await batches.keep(batch('one', { sentBy: '乙', sentAt: '2023-02-05T01:02:03.004Z' }), [row(3), row(4)]);
    expect(await batches.find(id('one'))).toEqual({ batch: batch('one'), rows: [row(3)] });
  });

  it('lists those of a bureau, the newest first', async () => {
    const { batches } = opened;
    const sent = ['2023-01-05T01:02:03.004Z', '2023-01-07T01:02:03.004Z', '2023-01-06T01:02:03.004Z'];
    for (const sentAt of sent) await batches.keep(batch(sentAt, { sentAt }), [row(3)]);
    await batches.keep(batch('other', { bureau: '110000' }), []);
    const days = async (limit: number) =>
      (await batches.list('430902', limit)).map(({ sentAt }) => sentAt.slice(8, 10));
    expect([await days(10), await days(1)]).toEqual([['07', '06', '05'], ['07']]);
    expect((await batches.list('110000', 10)).map(({ batchId }) => batchId)).toEqual([id('other')]);
  });
};
