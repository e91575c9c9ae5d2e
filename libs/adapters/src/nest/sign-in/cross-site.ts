import type { FastifyRequest } from 'fastify';
import { Rejected, reject } from '#kernel/reject.js';

/** A header no other site's form can send; its value is of no account. */
export const OWN_HEADER = 'x-taizhang';
const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);

/**
 * Refuses what another site makes a browser send. `byCookie`: the browser adds by itself who sends it, so the header of our
 * own page is asked for too.
 * @rejects cross-site
 * @source ASVS 5.0 3.5.1–3.5.3
 */
export const refuseCrossSite = (
  { method, headers }: FastifyRequest,
  byCookie: boolean,
  known: readonly string[] = [],
): void => {
  if (HARMLESS.has(method)) return;
  const site = headers['sec-fetch-site'];
  const { origin, host } = headers;
  const foreign =
    (site !== undefined && site !== 'same-origin') ||
    (origin !== undefined && !known.includes(origin) && hostOf(origin) !== host) ||
    (byCookie && headers[OWN_HEADER] === undefined);
  if (foreign) throw new Rejected(reject('cross-site'));
};
