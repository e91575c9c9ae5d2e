import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../project-root.js';

/** What a job said that keeps the reason when it failed, in characters. */
const KEPT = 2000;
/** Jobs give way to whoever waits for an answer. */
const NICE = 10;

/**
 * Runs a job of the command line beside this process, with the same settings: neither its memory nor its work is ours.
 * @throws Error with what it said when it ends otherwise than well; AbortError
 */
export const runJob = async (name: string, signal: AbortSignal): Promise<void> => {
  const program = join(projectRoot(), 'dist', 'apps', 'cli', 'src', 'main.js');
  const child = spawn(process.execPath, [program, name], { signal, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (said = `${said}${text.toString()}`.slice(-KEPT)));
  child.once('spawn', () => setPriority(child.pid ?? 0, NICE));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(said.trim() || `${name} ended with ${code}`);
};
