import { randomUUID } from 'node:crypto';
import { FORM_DRAFTS_KEPT, type FormDrafts } from '#application/ports/form-drafts.js';

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

  it('keeps the newest fifty of a user, and all of another', async () => {
    const { drafts } = opened;
    const at = (second: number) => new Date(Date.UTC(2023, 5, 1, 8, 0, second)).toISOString();
    const form = (number: number) => ({ userId: lin, form: `form ${number}` });
    await drafts.keep({ ...form(0), userId: chen }, {}, at(0));
    for (let number = 0; number < FORM_DRAFTS_KEPT; number++) await drafts.keep(form(number), { number }, at(number));
    await drafts.keep(form(0), { number: 'again' }, at(60));
    await drafts.keep(form(99), { number: 99 }, at(61));
    expect(await drafts.find(form(0))).toEqual({ number: 'again' });
    expect(await drafts.find(form(1))).toBeUndefined();
    expect(await drafts.find(form(2))).toEqual({ number: 2 });
    expect(await drafts.find(form(99))).toEqual({ number: 99 });
    expect(await drafts.find({ ...form(0), userId: chen })).toEqual({});
  });
};
