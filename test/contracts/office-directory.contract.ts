import type { Office, OfficeDirectory } from '#application/ports/office-directory.js';

const office = (code: string, parent: string | null, more: Partial<Office> = {}): Office => ({
  code,
  parent,
  bureau: '430922',
  name: `单位${code}`,
  kind: 'justice-office',
  validFrom: '2000-01-01',
  validTo: null,
  successor: null,
  ...more,
});

const tree: readonly Office[] = [
  office('4309', null, { kind: 'city', bureau: '' }),
  office('430922', '4309', { kind: 'bureau' }),
  office('430922-01', '430922'),
  office('430922-02', '430922', { validTo: '2022-06-30', successor: '430922-01' }),
  office('430922-01-1', '430922-01', { kind: 'centre' }),
  office('430903', '4309', { kind: 'bureau', bureau: '430903' }),
];

export interface OfficeWorld {
  readonly directory: OfficeDirectory;
  /** A second directory over the same store. */
  readonly other?: OfficeDirectory;
  close(): Promise<void>;
}

/** What an office directory promises, whatever stores it. */
export const officeDirectoryContract = (where: string, open: () => Promise<OfficeWorld>): void =>
  describe(`the office directory ${where}`, () => {
    let world: OfficeWorld;
    let directory: OfficeDirectory;
    beforeEach(async () => {
      world = await open();
      directory = world.directory;
    });
    afterEach(() => world.close());

    const byCode = (offices: readonly Office[]): readonly Office[] =>
      [...offices].sort((a, b) => (a.code < b.code ? -1 : 1));

    it('is empty at first', () => {
      expect(directory.all()).toEqual([]);
      expect(directory.find('430922')).toBeUndefined();
      expect(directory.below('430922')).toEqual([]);
    });

    it('gives back every field, and saving nothing changes nothing', async () => {
      await directory.save([...tree].reverse());
      await directory.save([]);
      expect(byCode(directory.all())).toEqual(byCode(tree));
      expect(directory.find('430922-02')).toEqual(tree[3]);
      await directory.refresh();
      expect(byCode(directory.all())).toEqual(byCode(tree));
    });

    it('knows what lies below, the office itself first', async () => {
      await directory.save(tree);
      expect(directory.below('430922')[0]).toBe('430922');
      expect([...directory.below('430922')].sort()).toEqual(['430922', '430922-01', '430922-01-1', '430922-02']);
      expect(directory.below('430922-01-1')).toEqual(['430922-01-1']);
      expect(directory.below('4309')).toHaveLength(tree.length);
      expect(directory.below('9999')).toEqual([]);
    });

    it('replaces an office under its code: renamed, closed, moved', async () => {
      await directory.save(tree);
      const moved = office('430922-01-1', '430922', {
        name: '智慧矫正中心',
        validTo: '2024-12-31',
        successor: '430922',
      });
      await directory.save([moved]);
      expect(directory.find('430922-01-1')).toEqual(moved);
      expect(directory.below('430922-01')).toEqual(['430922-01']);
      expect(directory.all()).toHaveLength(tree.length);
    });

    it.each<[string, Partial<Office>, string, string]>([
      ['a parent nobody knows', { parent: '9999' }, 'parent', 'not-found'],
      ['a parent below itself', { code: '4309', parent: '430922' }, 'parent', 'circular'],
      ['itself as parent', { code: '430922', parent: '430922' }, 'parent', 'circular'],
      ['a successor nobody knows', { successor: '9999' }, 'successor', 'not-found'],
      ['itself as successor', { successor: 'new' }, 'successor', 'circular'],
      ['a day that does not exist', { validFrom: '2023-02-29' }, 'validFrom', 'not-a-date'],
      ['an end before its start', { validTo: '1999-12-31' }, 'validTo', 'too-small'],
    ])('refuses %s, and then saves none', async (_, wrong, at, code) => {
      await directory.save(tree);
      const saving = directory.save([office('fine', '430922'), office('new', '430922', wrong)]);
      await expect(saving).rejects.toMatchObject({
        rejection: { code: 'invalid-data', details: [{ at: `offices[1].${at}`, code }] },
      });
      await directory.refresh();
      expect(byCode(directory.all())).toEqual(byCode(tree));
    });

    it('sees what another process saved after a refresh', async () => {
      if (world.other === undefined) return;
      await world.other.save(tree);
      expect(directory.all()).toEqual([]);
      await directory.refresh();
      expect(directory.all()).toHaveLength(tree.length);
    });
  });
