import type { DraftKey, Drafts } from '#application/ports/drafts.js';

const key = (more: Partial<DraftKey> = {}): DraftKey => ({
  year: 2022,
  bureau: '430903',
  subject: '430903',
  document: 'self-evaluation',
  ...more,
});
const files = (text: string) => ({
  title: `表${text}`,
  position: 7,
  files: { docx: Buffer.from(`w${text}`), xlsx: Buffer.from(`x${text}`) },
});

/** What every keeper of drafts promises. `open` gives an empty one. */
export const draftsContract = (open: () => Promise<{ readonly drafts: Drafts; close(): Promise<void> }>): void => {
  let opened: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => (opened = await open()));
  afterEach(() => opened.close());

  it('keeps the first draft of a key, whoever comes second', async () => {
    const { drafts } = opened;
    expect(await Promise.all([drafts.keep(key(), files('1')), drafts.keep(key(), files('1'))])).toContain(true);
    expect(await drafts.keep(key(), files('2'))).toBe(false);
    expect(Buffer.from((await drafts.file(key(), 'docx')) ?? []).toString()).toBe('w1');
    expect(Buffer.from((await drafts.file(key(), 'xlsx')) ?? []).toString()).toBe('x1');
    expect(await drafts.file(key({ document: 'targets' }), 'docx')).toBeUndefined();
  });

  it('lists drafts of a year, of one bureau or of all, in order', async () => {
    const { drafts } = opened;
    for (const other of [{ subject: 'b' }, { bureau: '110000' }, { document: 'a' }, { year: 2021 }])
      await drafts.keep(key(other), files('1'));
    const listed = await drafts.list(2022);
    expect(listed.map(({ bureau, subject, document }) => `${bureau} ${subject} ${document}`)).toEqual([
      '110000 430903 self-evaluation',
      '430903 430903 a',
      '430903 b self-evaluation',
    ]);
    expect(await drafts.list(2022, '110000')).toHaveLength(1);
    expect(listed[0]).toMatchObject({
      title: '表1',
      position: 7,
      hashes: { docx: expect.stringMatching(/^[0-9a-f]{64}$/) },
      madeAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
    expect(listed[0]?.hashes.docx).not.toBe(listed[0]?.hashes.xlsx);
  });

  it('counts how often a document failed, and forgets it once the draft is there', async () => {
    const { drafts } = opened;
    await drafts.fail(key(), 'no frame', '2023-01-01T00:00:00.000Z');
    await drafts.fail(key(), 'no unit', '2023-01-01T00:10:00.000Z');
    expect(await drafts.failures(2022)).toEqual([
      { ...key(), reason: 'no unit', attempts: 2, failedAt: '2023-01-01T00:10:00.000Z' },
    ]);
    expect(await drafts.failures(2022, '110000')).toEqual([]);
    await drafts.keep(key(), files('1'));
    expect(await drafts.failures(2022)).toEqual([]);
  });

  it('knows which bureaus were gone through on a day', async () => {
    const { drafts } = opened;
    await drafts.look(2022, '430903', '2023-01-01');
    expect(await drafts.lookedAt(2022, '2023-01-01')).toEqual(new Set(['430903']));
    expect(await drafts.lookedAt(2022, '2023-01-02')).toEqual(new Set());
    expect(await drafts.lookedAt(2021, '2023-01-01')).toEqual(new Set());
    await drafts.look(2022, '430903', '2023-01-02');
    expect(await drafts.lookedAt(2022, '2023-01-02')).toEqual(new Set(['430903']));
  });
};
