import { randomUUID } from 'node:crypto';
import { MOST_VIEWS, type SavedViews } from '#application/ports/saved-views.js';

/** What every keeper of saved views promises. `open` gives an empty one. */
export const savedViewsContract = (
  open: () => Promise<{ readonly views: SavedViews; close(): Promise<void> }>,
): void => {
  let opened: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => (opened = await open()));
  afterEach(() => opened.close());
  const [lin, chen] = [randomUUID(), randomUUID()];
  const view = (name: string) => ({ viewId: randomUUID(), content: { name, filters: { status: 'open' } } });
  const at = (second: number): string => new Date(Date.UTC(2023, 5, 1, 8, 0, second)).toISOString();

  it('keeps those of a user, the one saved last first, until they are dropped', async () => {
    const { views } = opened;
    const [open, due] = [view('在册'), view('将到期')];
    expect(await views.list(lin)).toEqual([]);
    expect(await views.keep(lin, open, at(0))).toBe(true);
    expect(await views.keep(lin, due, at(1))).toBe(true);
    expect(await views.list(lin)).toEqual([due, open]);
    const anew = { ...open, content: { name: '在册', columns: ['name', 'from'], order: 'oldest' } };
    expect(await views.keep(lin, anew, at(2))).toBe(true);
    expect(await views.list(lin)).toEqual([anew, due]);
    await views.drop(lin, due.viewId);
    await views.drop(lin, due.viewId);
    expect(await views.list(lin)).toEqual([anew]);
  });

  it('shows nobody those of another, nor lets him change them', async () => {
    const { views } = opened;
    const own = view('在册');
    await views.keep(lin, own, at(0));
    expect(await views.list(chen)).toEqual([]);
    await views.drop(chen, own.viewId);
    const other = { ...own, content: { name: '别人' } };
    await views.keep(chen, other, at(1));
    expect(await views.list(lin)).toEqual([own]);
    expect(await views.list(chen)).toEqual([other]);
  });

  it('keeps so many of each user and no more; what is there may still change', async () => {
    const { views } = opened;
    const all = Array.from({ length: MOST_VIEWS }, (_, place) => view(String(place)));
    for (const [place, one] of all.entries()) expect(await views.keep(lin, one, at(place))).toBe(true);
    expect(await views.keep(lin, view('多'), at(MOST_VIEWS))).toBe(false);
    expect(await views.keep(chen, view('别人'), at(MOST_VIEWS))).toBe(true);
    const changed = { viewId: all[0]?.viewId ?? '', content: { name: '改' } };
    expect(await views.keep(lin, changed, at(MOST_VIEWS))).toBe(true);
    expect((await views.list(lin)).length).toBe(MOST_VIEWS);
    expect((await views.list(lin))[0]).toEqual(changed);
  });
};
