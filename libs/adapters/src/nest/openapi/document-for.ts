import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { LineDefinition } from '#application/define-line.js';
import { Registry } from '#application/registry.js';
import { type ApiParts, ApiModule } from '../api.module.js';
import { RateLimit } from '../web/rate-limit.js';
import { makeServer } from '../web/server.js';
import { documentOf } from './document.js';

/** The published document of an API for the given lines, without a database: its routes are laid, and none is opened. */
export const documentFor = async (lines: readonly LineDefinition[]): Promise<OpenAPIObject> => {
  const laid = { platform: { registry: new Registry(lines) } } as ApiParts;
  const server = makeServer({
    ...{ nextId: () => '', onBadUrl: () => undefined, onClose: () => undefined },
    perAddress: new RateLimit(1),
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.of(laid), server, {
    preview: true,
    logger: false,
  });
  return documentOf(app);
};
