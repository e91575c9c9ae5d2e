import type { AlertLook, AlertQuery, Alerts, StandingAlert } from '#application/ports/alerts.js';
import { uuidV5 } from '#kernel/ids.js';

const BUREAU = '430903';
const duty = (factKey: string, office = BUREAU): StandingAlert => ({
  kind: 'duty',
  streamId: uuidV5('stream', factKey),
  item: `D-01|${factKey}|2023-03-08`,
  office,
  evidence: { deadline: 'D-01', factKey, dueOn: '2023-03-08', provisional: false },
});
const look = (day: string, position: number, more: Partial<AlertLook> = {}): AlertLook => ({
  ...{ bureau: BUREAU, day, position, now: `${day}T01:00:00.000Z` },
  ...more,
});
const all: AlertQuery = { bureau: BUREAU, offices: [BUREAU], state: 'all', limit: 100 };

/** What every keeper of alerts promises. `open` gives an empty one. */
export const alertsContract = (open: () => Promise<{ readonly alerts: Alerts; close(): Promise<void> }>): void => {
  let opened: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => (opened = await open()));
  afterEach(() => opened.close());
  const listed = async (query: Partial<AlertQuery> = {}) =>
    (await opened.alerts.list({ ...all, ...query })).map(({ evidence, episode, openedOn, endedOn }) => [
      'factKey' in evidence ? evidence.factKey : '',
      episode,
      openedOn,
      endedOn,
    ]);

  it('tells a thing once as long as it stands, with the evidence of the day it was told', async () => {
    const { alerts } = opened;
    expect(await alerts.settle(look('2023-03-01', 5), [duty('a'), duty('b')])).toEqual({ opened: 2, ended: 0 });
    const [, told] = await alerts.list(all);
    expect(told).toEqual({
      ...duty('a'),
      ...{ id: expect.any(Number), bureau: BUREAU, episode: 1, position: 5 },
      ...{ openedOn: '2023-03-01', openedAt: '2023-03-01T01:00:00.000Z', endedOn: null },
    });
    expect(await alerts.settle(look('2023-03-01', 5), [duty('a'), duty('b')])).toEqual({ opened: 0, ended: 0 });
    expect(await alerts.settle(look('2023-03-05', 9), [duty('b'), duty('a')])).toEqual({ opened: 0, ended: 0 });
    expect((await alerts.list(all))[1]).toEqual(told);
  });

  it('ends it when it stands no longer, and tells it anew when it does again', async () => {
    const { alerts } = opened;
    await alerts.settle(look('2023-03-01', 5), [duty('a'), duty('b')]);
    expect(await alerts.settle(look('2023-03-02', 6), [duty('b')])).toEqual({ opened: 0, ended: 1 });
    expect(await alerts.settle(look('2023-03-03', 7), [duty('a'), duty('b')])).toEqual({ opened: 1, ended: 0 });
    expect(await listed()).toEqual([
      ['a', 2, '2023-03-03', null],
      ['b', 1, '2023-03-01', null],
      ['a', 1, '2023-03-01', '2023-03-02'],
    ]);
    expect(await listed({ state: 'ended' })).toEqual([['a', 1, '2023-03-01', '2023-03-02']]);
    expect(await listed({ state: 'open' })).toHaveLength(2);
  });

  it('tells it once when several look at once', async () => {
    const { alerts } = opened;
    const looks = Array.from({ length: 5 }, () => alerts.settle(look('2023-03-01', 5), [duty('a'), duty('b')]));
    const counts = (await Promise.all(looks)).map((settled) => settled?.opened);
    expect(counts.sort()).toEqual([0, 0, 0, 0, 2]);
    expect(await listed()).toHaveLength(2);
  });

  it('is not led back by a look with older figures, or of an earlier day', async () => {
    const { alerts } = opened;
    await alerts.settle(look('2023-03-02', 9), []);
    expect(await alerts.settle(look('2023-03-02', 8), [duty('a')])).toBeUndefined();
    expect(await alerts.settle(look('2023-03-01', 9), [duty('a')])).toBeUndefined();
    expect(await listed()).toEqual([]);
  });

  it('knows who was looked at on a day, each bureau by itself', async () => {
    const { alerts } = opened;
    await alerts.settle(look('2023-03-02', 9), [duty('a')]);
    await alerts.settle(look('2023-03-01', 3, { bureau: '110000' }), []);
    expect(await alerts.lookedAt('2023-03-01')).toEqual(new Set([BUREAU, '110000']));
    expect(await alerts.lookedAt('2023-03-02')).toEqual(new Set([BUREAU]));
    expect(await listed({ state: 'open' })).toHaveLength(1);
    expect(await listed({ bureau: '110000' })).toEqual([]);
  });

  it('lists the newest first, page by page, of a kind and of the offices asked for', async () => {
    const { alerts } = opened;
    const elsewhere = duty('c', '43090301');
    await alerts.settle(look('2023-03-01', 5), [duty('a'), duty('b'), elsewhere]);
    const page = await alerts.list({ ...all, limit: 1 });
    expect(page.map(({ item }) => item)).toEqual([duty('b').item]);
    expect(await listed({ limit: 1, before: page[0]?.id ?? 0 })).toEqual([['a', 1, '2023-03-01', null]]);
    expect(await listed({ offices: ['43090301'] })).toEqual([['c', 1, '2023-03-01', null]]);
    expect(await listed({ kind: 'pace' })).toEqual([]);
  });
};
