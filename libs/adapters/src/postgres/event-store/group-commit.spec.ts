import type { AppendItem, AppendOutcome } from '#application/ports/event-store.js';
import { entry, item, newEvent, someId } from '../../../../../test/contracts/append-items.js';
import type { Parcel } from './append-statement.js';
import { GroupCommit } from './group-commit.js';

const done = (position: number): AppendOutcome => ({ outcome: 'appended', version: 1, position });

/** A database that keeps each batch until it is told to answer, or to fail. */
const database = (fail: (items: readonly AppendItem[]) => Error | undefined = () => undefined) => {
  const batches: (readonly AppendItem[])[] = [];
  const send = async (parcels: readonly Parcel[]): Promise<readonly AppendOutcome[]> => {
    const items = parcels.map((parcel) => parcel.item);
    batches.push(items);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const error = fail(items);
    if (error !== undefined) throw error;
    return items.map((_, at) => done(batches.length * 1000 + at));
  };
  return { batches, commits: new GroupCommit(send), sizes: () => batches.map((batch) => batch.length) };
};

describe('group commit', () => {
  it('sends a lone append at once and alone', async () => {
    const { commits, sizes } = database();
    expect(await commits.submit(item())).toEqual(done(1000));
    expect(sizes()).toEqual([1]);
  });

  it('lets everything that waits share the next statement, 128 items at most', async () => {
    const { commits, sizes } = database();
    const first = Array.from({ length: 3 }, () => commits.submit(item()));
    await new Promise((resolve) => setTimeout(resolve, 1));
    const more = Array.from({ length: 200 }, () => commits.submit(item()));
    await Promise.all([...first, ...more]);
    expect(sizes()).toEqual([3, 128, 72]);
  });

  it('fills the next batch with those whom the last one set free', async () => {
    const { commits, sizes } = database();
    const writer = async (): Promise<void> => {
      for (let round = 0; round < 4; round += 1) await commits.submit(item());
    };
    await Promise.all(Array.from({ length: 16 }, writer));
    expect(sizes()).toEqual([16, 16, 16, 16]);
  });

  it('splits by size, and sends a single huge append all the same', async () => {
    const { commits, sizes } = database();
    const heavy = (kilobytes: number): AppendItem =>
      item({ entries: [entry({ events: [newEvent({ data: { text: 'x'.repeat(kilobytes * 1024) } })] })] });
    await Promise.all([600, 200, 200, 200].map((size) => commits.submit(heavy(size))));
    expect(sizes()).toEqual([1, 2, 1]);
  });

  it('has a stream in a batch once and keeps the order of its appends', async () => {
    const { commits, batches } = database();
    const [one, two] = [someId(), someId()];
    const items = [item({ streamId: one }), item({ streamId: one }), item({ streamId: two }), item({ streamId: one })];
    await Promise.all(items.map((each) => commits.submit(each)));
    expect(batches).toEqual([[items[0], items[2]], [items[1]], [items[3]]]);
  });

  it('lets a bad item fail alone', async () => {
    const bad = item();
    const error = Object.assign(new Error('bad'), { code: '23505' });
    const { commits, sizes } = database((items) => (items.includes(bad) ? error : undefined));
    const answers = await Promise.allSettled([item(), bad, item()].map((each) => commits.submit(each)));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(sizes()).toEqual([3, 1, 1, 1]);
  });

  it('does not try one by one what would fail for everyone', async () => {
    const { commits, sizes } = database(() => Object.assign(new Error('disk full'), { code: '53100' }));
    const answers = await Promise.allSettled([item(), item()].map((each) => commits.submit(each)));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(sizes()).toEqual([2]);
  });

  it('is drained when everything has its answer', async () => {
    const { commits } = database();
    let answered = 0;
    for (let at = 0; at < 300; at += 1) void commits.submit(item()).then(() => (answered += 1));
    await commits.drained();
    expect(answered).toBe(300);
    await commits.drained();
  });
});
