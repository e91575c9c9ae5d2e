import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, RawServerDefault } from 'fastify';
import helmet from 'helmet';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Later } from '#application/sign-in/later.js';
import { isUuid } from '#kernel/ids.js';
import { BULK_PATH } from '../commands/bulk.controller.js';
import { mediaTypes } from './office-files.js';
import { httpErrors, httpTerms } from './http-terms.js';
import { PROBLEM_TYPE } from './problem.js';
import { type RateLimit, callerAt } from './rate-limit.js';

const MEGABYTE = 2 ** 20;
const BODY = MEGABYTE;
const BULK_BODY = 8 * MEGABYTE;
const FILE_BODY = 5 * MEGABYTE;

/** The routes that take a file, and of which type. */
const fileRoutes = [
  { url: '/v1/templates/:code', method: 'PUT', type: mediaTypes.docx },
  { url: '/v1/performance-sheets/:streamId/last-year', method: 'POST', type: mediaTypes.xlsx },
  { url: '/v1/entry-workbooks/:command', method: 'POST', type: mediaTypes.xlsx },
] as const;

/** Milliseconds: for the head of a request, for all of it, and between two looks at who is late. */
export interface Patience {
  readonly head: number;
  readonly whole: number;
  readonly look: number;
}
const PATIENCE: Patience = { head: 15_000, whole: 120_000, look: 5_000 };

/** What the parser of HTTP says, in our words. */
const garbage: Readonly<Record<string, 'too-large' | 'request-timeout'>> = {
  HPE_HEADER_OVERFLOW: 'too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

/** What is not even a request of HTTP gets a problem too, by hand, for there is nothing yet to answer with. */
const answerGarbage = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const code = garbage[error.code ?? ''] ?? 'malformed-request';
  const status = code === 'too-large' ? 431 : (httpErrors[code] ?? 400);
  const body = JSON.stringify({ type: `urn:problem:${code}`, title: httpTerms[code].zh, status, code });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...[`Content-Type: ${PROBLEM_TYPE}`, `Content-Length: ${Buffer.byteLength(body)}`],
    ...['Cache-Control: no-store', 'X-Content-Type-Options: nosniff', 'Connection: close'],
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
};

const NONE = ["'none'"];
/** Answers are data: nothing in them is run, shown in a frame, or sent on. */
const POLICY = { defaultSrc: NONE, frameAncestors: NONE, baseUri: NONE, formAction: NONE };
const YEAR = 31_536_000;

const HSTS = `max-age=${YEAR}; includeSubDomains`;
/** What no hook sees, an address that is none, carries them by hand. */
const BY_HAND = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
} as const;

interface ServerOptions {
  readonly nextId: () => string;
  readonly onBadUrl: (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;
  /** Addresses of proxies before us; what others say of where they come from is not believed. */
  readonly trustedProxies?: readonly string[];
  /** Called when the server closes. */
  readonly onClose: () => void;
  /** How much one address may ask. */
  readonly perAddress: RateLimit;
  /** Whether browsers are told to come by TLS alone. */
  readonly production?: boolean;
  readonly patience?: Patience;
}

/**
 * The HTTP server: JSON bodies, and a few routes that take an office file, all of bounded size; an id for every request, the
 * caller's own where it sent one; headers that tell a browser to trust nothing else.
 */
export const makeServer = ({
  nextId,
  onBadUrl,
  onClose,
  trustedProxies = [],
  perAddress,
  production = false,
  patience = PATIENCE,
}: ServerOptions): FastifyAdapter => {
  const adapter = new FastifyAdapter<RawServerDefault>({
    bodyLimit: BODY,
    trustProxy: [...trustedProxies],
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    genReqId: ({ headers }: { headers: Readonly<Record<string, unknown>> }) => {
      const given = headers['x-correlation-id'];
      return isUuid(given) ? given : nextId();
    },
    clientErrorHandler: answerGarbage,
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      void reply.headers(production ? { ...BY_HAND, 'strict-transport-security': HSTS } : BY_HAND);
      onBadUrl(error, request, reply);
    },
    multipart: false,
    requestTimeout: patience.whole,
    http: { headersTimeout: patience.head, connectionsCheckingInterval: patience.look },
  });
  const server = adapter.getInstance();
  server.removeContentTypeParser('text/plain');
  for (const type of Object.values(mediaTypes))
    server.addContentTypeParser(type, { parseAs: 'buffer' }, (request, body, done) => {
      const taken = fileRoutes.some((route) => route.type === type && route.url === request.routeOptions.url);
      done(taken ? null : Object.assign(new Error('no file is taken here'), { statusCode: 415 }), body);
    });
  server.addHook('onRoute', (route) => {
    if (route.url === BULK_PATH && route.method === 'POST') route.bodyLimit = BULK_BODY;
    if (fileRoutes.some(({ url, method }) => url === route.url && method === route.method)) route.bodyLimit = FILE_BODY;
  });
  server.addHook('onRequest', (request, reply, done) => {
    // What is answered is the caller's own: no one on the way keeps it.
    void reply.headers({ 'x-correlation-id': request.id, 'cache-control': 'no-store' });
    done();
  });
  server.addHook('onClose', async () => onClose());
  // Made once: the policy is not put together anew for each request.
  const headers = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    // Outside production there may be no TLS to come by.
    strictTransportSecurity: production && { maxAge: YEAR, includeSubDomains: true },
    // Words to browsers long gone.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    originAgentCluster: false,
  });
  server.addHook('onRequest', (request, reply, done) =>
    headers(request.raw, reply.raw, (error) => done(error as Error)),
  );
  // Behind the headers, so that who is refused gets them too.
  server.addHook('onRequest', (request, _, done) => {
    const caller = callerAt(request.ip);
    const seconds = caller === undefined ? 0 : perAddress.take(caller);
    if (seconds > 0) done(new Later('too-many-requests', seconds));
    else done();
  });
  return adapter;
};
