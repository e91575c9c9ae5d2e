import type { EvidenceAddress } from '#application/documents/evidence-address.js';
import { type SealedBooks, heldIn } from '#application/documents/sealed-figures.js';
import type { EvidenceSource, HeldFigure } from '#application/documents/verify-printed.js';
import { PlainFault } from '#kernel/plain-fault.js';

/** Milliseconds to wait for one answer. */
const PATIENCE = 60_000;

/** An answer that says neither what a figure is nor that there is none. */
export class ApiFault extends PlainFault {}

interface Figures {
  readonly values: readonly { readonly value: string | null; readonly unit: string; readonly version: string | null }[];
}

interface SealAnswer extends Omit<SealedBooks, 'position'> {
  readonly intact: boolean;
  readonly seal: { readonly position: number };
}

type Get = (path: string, query?: Readonly<Record<string, string>>) => Promise<unknown>;

/**
 * Figures as a server and its seals give them over HTTP, and whether it knows their evidence.
 * @throws ApiFault the server cannot be reached, does not accept the token, or is out of order
 */
export const askApi = (url: string, token: string): EvidenceSource => {
  const get: Get = async (path, query = {}) => {
    const target = new URL(path, url);
    target.search = new URLSearchParams(query).toString();
    const headers = { authorization: `Bearer ${token}` };
    let answer: Response;
    try {
      answer = await fetch(target, { headers, redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
    } catch (error) {
      throw new ApiFault(`${target.origin} does not answer: ${(error as Error).message}`, { cause: error });
    }
    if (answer.status === 400 || answer.status === 404 || answer.status === 422) return undefined;
    if (answer.status !== 200) throw new ApiFault(`${target.origin}${target.pathname} answers ${answer.status}`);
    return answer.json();
  };
  return { sealed: sealedAt(get), logged: (address) => loggedAt(get, address) };
};

const loggedAt = async (
  get: Get,
  { indicator, bureau, office, periodText, asOf }: EvidenceAddress,
): Promise<HeldFigure | undefined> => {
  const scope = { bureau, ...(office === undefined ? {} : { office }), period: periodText, asOf: String(asOf) };
  const path = `/v1/indicators/${encodeURIComponent(indicator)}/evidence`;
  if ((await get(path, { ...scope, limit: '1' })) === undefined) return undefined;
  const figures = (await get('/v1/indicators', { ...scope, codes: indicator })) as Figures | undefined;
  const [found] = figures?.values ?? [];
  return found === undefined ? undefined : { value: found.value, unit: found.unit, definition: found.version };
};

/** Each seal is asked for once, however many figures rest on it. */
const sealedAt = (get: Get): EvidenceSource['sealed'] => {
  const found = new Map<string, Promise<unknown>>();
  return async (hash, figure) => {
    const asked = found.get(hash) ?? get(`/v1/seals/${encodeURIComponent(hash)}`);
    found.set(hash, asked);
    const seal = (await asked) as SealAnswer | undefined;
    return seal?.intact === true ? heldIn({ ...seal, position: seal.seal.position }, figure) : 'no-such-seal';
  };
};
