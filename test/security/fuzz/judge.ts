import type { Answered, Contract } from '../../e2e/api-world.js';
import type { FuzzedRequest } from './requests.js';

/** Words of the inside: of stacks, of the database, of paths on the machine. */
const INSIDE =
  /node_modules|\bat [\w.<>]+ \(|at or near|pg_catalog|relation "|\bSELECT\b.*\bFROM\b|\/dist\/|ECONNREFUSED|TypeError|ReferenceError/;
const CHINESE = /[\u4e00-\u9fff]/;
const KEPT_FROM_CACHES = 'no-store';

/** What is wrong with an answer; undefined where nothing is. */
export const faultOf = (contract: Contract, request: FuzzedRequest, answer: Answered): string | undefined => {
  const { operation, breaks } = request;
  const { status, headers, body } = answer;
  if (status >= 500) return `answered ${status}`;
  try {
    contract.checkAt(operation.method, operation.path, answer);
  } catch (error) {
    return (error as Error).message;
  }
  // Of many commands each is answered for itself.
  const each = (body as { readonly recorded?: unknown } | null)?.recorded === 0;
  if (breaks !== undefined && status < 300 && !each) return `was taken (${status}) though ${breaks}`;
  if (headers['x-injected'] !== undefined) return 'answered with a header of the client’s';
  if (headers['cache-control'] !== KEPT_FROM_CACHES) return 'may be kept by caches';
  if (headers['x-powered-by'] !== undefined || headers['server'] !== undefined) return 'says what it runs on';
  if (!String(headers['content-type']).startsWith('application/problem+json')) return undefined;
  const text = JSON.stringify(body);
  if (!CHINESE.test(String((body as { title?: unknown }).title)))
    return `says nothing in Chinese: ${text.slice(0, 200)}`;
  return INSIDE.test(text) ? `tells of the inside: ${text.slice(0, 300)}` : undefined;
};

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The request as one can send it again. */
export const curlOf = ({ operation, as, url, headers, payload, kind }: FuzzedRequest): string => {
  const shown = typeof payload === 'string' ? payload : (payload?.toString('base64') ?? '');
  return [
    `[${kind}, as ${as ?? 'nobody'}] curl -X ${operation.method} ${quoted(`$API${url.slice(0, 2000)}`)}`,
    ...(as === null ? [] : ['-H "authorization: Bearer $TOKEN"']),
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(payload === undefined
      ? []
      : [`--data-binary ${quoted(shown.slice(0, 1500))}${typeof payload === 'string' ? '' : ' # base64'}`]),
  ].join(' ');
};
