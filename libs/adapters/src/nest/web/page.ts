import fastifyStatic from '@fastify/static';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { projectRoot } from '../../project-root.js';

/**
 * The page runs its own scripts and calls its own server, nothing else. Elements place what floats by style attributes, which
 * is why styles may stand inline.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join(';');

/** Named by a hash of what they hold: they never change. */
const ASSETS = /[/\\]assets[/\\]/;
const FOREVER = 'public, max-age=31536000, immutable';

/** Where the page stands once it is built. */
export const pageFolder = (): string => join(projectRoot(), 'dist', 'apps', 'web');

/** Serves the page beside the API: the same files for everybody, signed in or not. Where it was not built there is none. */
export const servePage = async (server: FastifyInstance, folder = pageFolder()): Promise<void> => {
  if (!existsSync(join(folder, 'index.html'))) return;
  await server.register(fastifyStatic, {
    ...{ root: folder, wildcard: false, preCompressed: true, cacheControl: false },
    globIgnore: ['**/*.gz'],
    setHeaders: (reply, path) => {
      void reply.header('content-security-policy', POLICY);
      void reply.header('cache-control', ASSETS.test(path) ? FOREVER : 'no-cache');
    },
  });
};
