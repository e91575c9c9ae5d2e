const codeOf = (error: unknown): string => String((error as { code?: unknown } | undefined)?.code ?? '');

/** SQL states of a server that goes down or comes up: the connection is gone, or was never made. */
const GOING = new Set(['57P01', '57P02', '57P03']);

/** Words of the client for a connection that ended; it gives them no code. */
const ENDED = /connection terminated|connection ended|timeout exceeded when trying to connect|not queryable/i;

const NETWORK = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTCONN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** Whether the connection was lost, so that nobody knows what became of the statement. */
export const isConnectionLost = (error: unknown): boolean => {
  const code = codeOf(error);
  if (code === '') return error instanceof Error && ENDED.test(error.message);
  return NETWORK.has(code) || GOING.has(code) || /^08(?!P01)/.test(code);
};

/**
 * Whether an error would befall any statement now and so says nothing about the data: connection lost, resources used up,
 * lock not had in time, cancelled, disk trouble.
 */
export const isContagious = (error: unknown): boolean =>
  isConnectionLost(error) || ['53', '55', '57', '58', 'XX'].includes(codeOf(error).slice(0, 2));

/** Shortest and longest wait between two tries, milliseconds. */
const SHORTEST = 50;
const LONGEST = 500;

/**
 * Runs a task again and again while it fails by a lost connection, until `patience` milliseconds have gone by; then, and
 * for any other error, rejects with the error. The task must bear being run again.
 */
export const patiently = async <Result>(
  patience: number,
  task: (attempt: number) => Promise<Result>,
): Promise<Result> => {
  const until = performance.now() + patience;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await task(attempt);
    } catch (error) {
      if (!isConnectionLost(error) || performance.now() >= until) throw error;
      const pause = Math.min(LONGEST, SHORTEST * 2 ** attempt);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
};
