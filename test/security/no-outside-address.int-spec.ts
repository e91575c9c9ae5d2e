import { execFile, execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../e2e/run-cli.js';

const CUT_OFF = join(PROJECT, 'test/security/cut-off.mjs');
const DEMO = join(PROJECT, 'dist/apps/cli/src/main.js');

const cutOff = (
  ...command: string[]
): Promise<{ readonly code: number; readonly packets: number; readonly said: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [CUT_OFF, ...command], { maxBuffer: 1e8 }, (error, out, err) => {
      const packets = /^sent outside: (\d+) packets$/m.exec(out)?.[1];
      resolve({ code: Number(error?.code ?? 0), packets: Number(packets ?? NaN), said: out + err });
    });
  });

/** Why no network can be cut off here; undefined where it can. */
const missing = (): string | undefined => {
  try {
    execFileSync(process.execPath, [CUT_OFF, 'true'], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return `no network namespaces here: ${
      String((error as { stderr?: Buffer }).stderr)
        .trim()
        .split('\n')[0]
    }`;
  }
};

const reason = missing();
if (reason !== undefined) process.stderr.write(`\nLEFT OUT: what is sent to outside addresses. ${reason}\n`);

(reason === undefined ? describe : describe.skip)(
  `a network that leads nowhere${reason ? ` (left out: ${reason})` : ''}`,
  () => {
    it('sees what is sent to it, by whom ever', async () => {
      const knock = 'fetch("http://198.51.100.7/", { signal: AbortSignal.timeout(1000) }).catch(() => undefined)';
      const { code, packets } = await cutOff(process.execPath, '-e', knock);
      expect([code, packets > 0]).toEqual([1, true]);
    });

    it('sees nothing of the demo, from the first start to the last document', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'cut-off-'));
      await chmod(folder, 0o711); // the database may run as another user
      try {
        const data = ['--data-dir', join(folder, 'data'), '--out', join(folder, 'out')];
        // One report is enough: the others are loaded and drawn up by the same code.
        const one = ['--report', 'ziyang-2022-department'];
        const { code, packets, said } = await cutOff(process.execPath, DEMO, 'demo', '--once', ...one, ...data);
        expect({ code, packets, said: code === 0 ? '' : said }).toEqual({ code: 0, packets: 0, said: '' });
        process.stderr.write(`the demo in a network that leads nowhere: ${packets} packets sent outside\n`);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }, 240_000);
  },
);
