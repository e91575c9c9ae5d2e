import { createServer } from 'node:net';
import { EmbeddedPostgresFailure } from './failure.js';

/** The loopback port if it can be bound now (0 asks for any free one); undefined when something else serves it. */
const bindable = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });

/**
 * Chooses the loopback port to serve: the one asked for, else the one served last time, else any free one.
 * @throws EmbeddedPostgresFailure `port-taken` when the one asked for is not free
 */
export const choosePort = async (asked: number | undefined, remembered: number | undefined): Promise<number> => {
  const preferred = asked ?? remembered;
  if (preferred !== undefined && (await bindable(preferred)) !== undefined) return preferred;
  const free = asked === undefined ? await bindable(0) : undefined;
  if (free !== undefined) return free;
  throw new EmbeddedPostgresFailure('port-taken', `127.0.0.1:${asked ?? 0}`, {
    zh: '请停止占用该端口的程序，或另设端口，或不设端口由系统自动选择。',
    en: 'Stop the program that uses it, set another port, or set none to have a free one chosen.',
  });
};
