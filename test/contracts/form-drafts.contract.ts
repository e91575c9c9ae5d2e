import { randomUUID } from 'node:crypto';
import type { FormDrafts } from '#application/ports/form-drafts.js';

/** What every keeper of unfinished forms promises. `open` gives an empty one. */
export const formDraftsContract = (
  open: () => Promise<{ readonly drafts: FormDrafts; close(): Promise<void> }>,
): void => {
  let opened: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => (opened = await open()));
  afterEach(() => opened.close());
  const [lin, chen] = [randomUUID(), randomUUID()];
  const visit = { userId: lin, form: 'corrections.ConductVisit 43092201' };

  it('keeps the newest of a form, for its user and that form alone, until it is dropped', async () => {
    const { drafts } = opened;
    expect(await drafts.find(visit)).toBeUndefined();
    await drafts.keep(visit, { note: '一' }, '2023-06-01T08:00:00.000Z');
    await drafts.keep(visit, { note: '二', list: ['甲', { n: 1 }] }, '2023-06-01T08:00:05.000Z');
    await drafts.keep({ ...visit, userId: chen }, { note: '三' }, '2023-06-01T08:00:06.000Z');
    expect(await drafts.find(visit)).toEqual({ note: '二', list: ['甲', { n: 1 }] });
    expect(await drafts.find({ ...visit, form: 'corrections.ConductVisit' })).toBeUndefined();
    await drafts.drop(visit);
    await drafts.drop(visit);
    expect(await drafts.find(visit)).toBeUndefined();
    expect(await drafts.find({ ...visit, userId: chen })).toEqual({ note: '三' });
  });

  it('lets go what nobody finished in thirty days', async () => {
    const { drafts } = opened;
    await drafts.keep(visit, { note: '旧' }, '2023-06-01T08:00:00.000Z');
    await drafts.keep({ ...visit, form: 'kept' }, {}, '2023-06-01T08:00:02.000Z');
    await drafts.keep({ ...visit, userId: chen }, { note: '新' }, '2023-07-01T08:00:01.000Z');
    expect(await drafts.find(visit)).toBeUndefined();
    expect(await drafts.find({ ...visit, form: 'kept' })).toEqual({});
  });
};
