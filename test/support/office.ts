import { execFile, execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What opens our files in place of their writer: LibreOffice, or the one that SOFFICE names, and poppler. */
type Program = 'writer' | 'calc';
const LIBRARIES: Readonly<Record<Program, string>> = { writer: 'libswlo.so', calc: 'libsclo.so' };

const pathOf = (command: string): string | undefined => {
  if (command.includes('/')) return existsSync(command) ? command : undefined;
  return (process.env['PATH'] ?? '')
    .split(':')
    .map((folder) => join(folder, command))
    .find((path) => existsSync(path));
};

/** The folder LibreOffice lies in: a link, or a script that calls it with its whole path. */
const folderOf = (soffice: string): string => {
  const path = realpathSync(soffice);
  const called = /(\/\S+)\/soffice(?:\.bin)?(?=["\s])/.exec(
    execFileSync('head', ['-c', '2000', path], { encoding: 'latin1' }),
  );
  return existsSync(join(dirname(path), 'libsofficeapp.so')) || called?.[1] === undefined ? dirname(path) : called[1];
};

/** Why files cannot be opened here; undefined where they can. */
const missing = (program: Program): string | undefined => {
  const soffice = pathOf(process.env['SOFFICE'] ?? 'soffice');
  if (soffice === undefined) return 'there is no soffice (LibreOffice)';
  if (!existsSync(join(folderOf(soffice), LIBRARIES[program]))) return `libreoffice-${program} is not installed`;
  return pathOf('pdftotext') === undefined ? 'there is no pdftotext (poppler-utils)' : undefined;
};

/**
 * Tests that open files with another program than their writer. Where it is missing they are left out, counted as skipped,
 * and say so loudly; with REQUIRE_OFFICE=1 they fail.
 */
export const describeWithOffice = (program: Program, name: string, tests: () => void): void => {
  const reason = missing(program);
  if (reason === undefined) {
    describe(name, tests);
    return;
  }
  if (process.env['REQUIRE_OFFICE'] === '1') {
    it(name, () => {
      throw new Error(`REQUIRE_OFFICE=1, and ${reason}`);
    });
    return;
  }
  process.stderr.write(`\nLEFT OUT: ${name}. ${reason}; Debian has it in libreoffice-${program} and poppler-utils\n`);
  it.skip(`${name} (left out: ${reason})`, () => undefined);
};

/** The text of each page as LibreOffice prints the file. `extension`: docx or xlsx. */
export const printedPages = async (bytes: Uint8Array, extension: 'docx' | 'xlsx'): Promise<readonly string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'office-'));
  try {
    await writeFile(join(folder, `file.${extension}`), bytes);
    // A profile of its own, so that runs beside each other do not share one.
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const convert = [
      '--headless',
      profile,
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, `file.${extension}`),
    ];
    await run(process.env['SOFFICE'] ?? 'soffice', convert);
    await run('pdftotext', ['-layout', join(folder, 'file.pdf'), join(folder, 'file.txt')]);
    return (await readFile(join(folder, 'file.txt'), 'utf8')).split('\f').slice(0, -1);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
