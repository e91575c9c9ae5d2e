import helmet from '@fastify/helmet';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, RawServerDefault } from 'fastify';
import type { Socket } from 'node:net';
import { isUuid } from '#kernel/ids.js';
import { BULK_PATH } from '../commands/bulk.controller.js';
import { mediaTypes } from './office-files.js';
import { PROBLEM_TYPE } from './problem.js';

const MEGABYTE = 2 ** 20;
const BODY = MEGABYTE;
const BULK_BODY = 8 * MEGABYTE;
const FILE_BODY = 5 * MEGABYTE;

/** The routes that take a file, and of which type. */
const fileRoutes = [
  { url: '/v1/templates/:code', method: 'PUT', type: mediaTypes.docx },
  { url: '/v1/performance-sheets/:streamId/last-year', method: 'POST', type: mediaTypes.xlsx },
] as const;

/** What is not even a request of HTTP gets a problem too, by hand, for there is nothing yet to answer with. */
const answerGarbage = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const tooLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const status = tooLarge ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const code = tooLarge ? 'too-large' : 'malformed-request';
  const body = JSON.stringify({ type: `urn:problem:${code}`, title: code, status: Number(status.slice(0, 3)), code });
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
};

interface ServerOptions {
  readonly nextId: () => string;
  readonly onBadUrl: (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;
  /** Addresses of proxies before us; what others say of where they come from is not believed. */
  readonly trustedProxies?: readonly string[];
  /** Called when the server closes. */
  readonly onClose: () => void;
}

/**
 * The HTTP server: JSON bodies, and a few routes that take an office file, all of bounded size; an id for every request, the
 * caller's own where it sent one; headers that tell a browser to trust nothing else.
 */
export const makeServer = async ({
  nextId,
  onBadUrl,
  onClose,
  trustedProxies = [],
}: ServerOptions): Promise<FastifyAdapter> => {
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
    frameworkErrors: onBadUrl,
    multipart: false,
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
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    // Whether there is TLS is for the proxy before us to say.
    strictTransportSecurity: false,
    // Words to browsers long gone.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    originAgentCluster: false,
  });
  return adapter;
};
