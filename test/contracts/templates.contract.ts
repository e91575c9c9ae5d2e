import { hash } from 'node:crypto';
import type { Templates, TemplateUpload } from '#application/ports/templates.js';

const upload = (text: string, more: Partial<TemplateUpload> = {}): TemplateUpload => ({
  bureau: '430902',
  code: 'annual',
  title: '年度报告',
  uploadedBy: '甲',
  uploadedAt: '2023-01-05T01:02:03.004Z',
  bytes: Buffer.from(text),
  ...more,
});

/** What every keeper of bureaus' own forms promises. `open` gives an empty one. */
export const templatesContract = (
  open: () => Promise<{ readonly templates: Templates; close(): Promise<void> }>,
): void => {
  let opened: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => (opened = await open()));
  afterEach(() => opened.close());

  it('keeps every version, and gives the newest where none is named', async () => {
    const { templates } = opened;
    const first = await templates.keep(upload('1'));
    const { bytes, ...said } = upload('1');
    expect(first).toEqual({ kept: true, entry: { ...said, version: 1, sha256: hash('sha256', bytes, 'hex') } });
    expect((await templates.keep(upload('2', { uploadedBy: '乙' }))).entry.version).toBe(2);
    const textOf = async (version?: number): Promise<string | undefined> => {
      const key = { bureau: '430902', code: 'annual', ...(version === undefined ? {} : { version }) };
      const found = await templates.find(key);
      return found && `${found.entry.version} ${Buffer.from(found.bytes).toString()}`;
    };
    expect(await Promise.all([textOf(), textOf(1), textOf(2), textOf(3)])).toEqual(['2 2', '1 1', '2 2', undefined]);
  });

  it('takes the newest version again as that version, and an older one as a new one', async () => {
    const { templates } = opened;
    await templates.keep(upload('1'));
    const again = await templates.keep(upload('1', { uploadedBy: '乙', uploadedAt: '2023-02-01T00:00:00.000Z' }));
    expect([again.kept, again.entry.version, again.entry.uploadedBy]).toEqual([false, 1, '甲']);
    expect((await templates.keep(upload('1', { title: '年报' }))).entry.version).toBe(2);
    expect((await templates.keep(upload('1'))).entry.version).toBe(3);
  });

  it('gives every one of many at a time a version of its own', async () => {
    const { templates } = opened;
    const kept = await Promise.all(['1', '2', '3', '4'].map((text) => templates.keep(upload(text))));
    expect(kept.map(({ entry }) => entry.version).sort()).toEqual([1, 2, 3, 4]);
  });

  it('lists the forms of one bureau, the newest first, and mixes them with nobody’s', async () => {
    const { templates } = opened;
    for (const code of ['b', 'a', 'b', 'B'])
      await templates.keep(upload(`${code}${(await templates.list('430902')).length}`, { code }));
    await templates.keep(upload('other', { bureau: '110000', code: 'a' }));
    const listed = await templates.list('430902');
    expect(listed.map(({ code, version }) => `${code}${version}`)).toEqual(['B1', 'a1', 'b2', 'b1']);
    expect(listed[0]).not.toHaveProperty('bytes');
    expect(Buffer.from((await templates.find({ bureau: '110000', code: 'a' }))?.bytes ?? []).toString()).toBe('other');
    expect(await templates.find({ bureau: '110000', code: 'b' })).toBeUndefined();
    expect(await templates.list('999999')).toEqual([]);
  });
};
