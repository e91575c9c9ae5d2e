import { setTimeout as pause } from 'node:timers/promises';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  /** Idempotency key: the same however often it is sent. */
  readonly key: string;
}

/**
 * Calls an API until it gives an answer that is not a passing fault; the same call may thus arrive several times. Undefined
 * when `until` came true first.
 */
export const insist = async (
  { address, token }: { readonly address: string; readonly token: (path: string) => Promise<string> },
  { method, path, body, key }: Call,
  until: () => boolean = () => false,
): Promise<Response | undefined> => {
  while (!until()) {
    try {
      const response = await fetch(`${address}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await token(path)}`,
          'idempotency-key': key,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(15_000),
      });
      if (response.status < 500) return response;
      await response.arrayBuffer();
    } catch {
      // Refused, reset or timed out: nobody knows what became of it, so it is sent again under the same key.
    }
    await pause(20);
  }
  return undefined;
};
