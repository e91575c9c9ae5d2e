import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../../../test/support/embedded-server.js';
import { accountForServer } from './account.js';
import { programIn, usableBinaries } from './binaries.js';
import { itAsRoot } from '../../../../../test/support/as-root.js';

const NOBODY = 65_534;

describe('the PostgreSQL programs', () => {
  const account = accountForServer();
  let folder: string;
  /** A copy of the installed package as it is when install scripts may not run: no links, no execute bits. */
  let bare: string;

  beforeEach(() => {
    folder = temporaryFolder();
    bare = join(folder, 'installed');
    cpSync(usableBinaries(folder, account), bare, { recursive: true, verbatimSymlinks: true });
    const libraries = join(bare, 'native/lib');
    for (const name of readdirSync(libraries)) {
      if (lstatSync(join(libraries, name)).isSymbolicLink()) rmSync(join(libraries, name));
    }
    chmodSync(programIn(bare, 'initdb'), 0o644);
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const version = (binaries: string): string =>
    spawnSync(programIn(binaries, 'initdb'), ['--version'], { ...account, cwd: '/', encoding: 'utf8' }).stdout;

  it('are repaired in place when the package came without its install script', () => {
    expect(usableBinaries(folder, account, bare)).toBe(bare);
    expect(version(bare)).toMatch(/^initdb \(PostgreSQL\) 18/);
  });

  itAsRoot('are copied to the data folder when the account cannot enter where they are installed', () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const hidden = join(closed, 'installed');
    cpSync(bare, hidden, { recursive: true, verbatimSymlinks: true });
    const found = usableBinaries(folder, account, hidden);
    expect(found).toMatch(new RegExp(`^${folder}/runtime-18`));
    expect(version(found)).toMatch(/^initdb \(PostgreSQL\) 18/);
    expect(usableBinaries(folder, account, hidden)).toBe(found);
    expect(readdirSync(folder).filter((name) => name.startsWith('runtime-'))).toHaveLength(1);
  });

  itAsRoot('are copied to the data folder when they came without links and may not be repaired', () => {
    const dataDir = join(folder, 'data');
    mkdirSync(dataDir);
    chownSync(dataDir, NOBODY, NOBODY);
    const script = `const { importSource } = await import('${process.cwd()}/test/support/typescript.mjs');
      const { usableBinaries } = await importSource('libs/adapters/src/postgres/embedded/binaries.ts');
      console.log(usableBinaries('${dataDir}', {}, '${bare}'));`;
    const asNobody = { uid: NOBODY, gid: NOBODY, encoding: 'utf8' as const };
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], asNobody);
    const found = stdout.trim();
    expect(found).toMatch(new RegExp(`^${dataDir}/runtime-18`));
    expect(version(found)).toMatch(/^initdb \(PostgreSQL\) 18/);
  });

  it('that do not run at all are explained', () => {
    rmSync(join(bare, 'native/lib/libcrypto.so.1.1'));
    rmSync(join(bare, 'native/lib/libicudata.so.60.2'));
    expect(() => usableBinaries(folder, account, bare)).toThrow(expect.objectContaining({ code: 'binaries-unusable' }));
    expect(existsSync(bare)).toBe(true);
  });
});
