import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';

/** Media types of office files. */
export const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Answers with an office file, whole or as it is written, to be saved under a name. */
export const answerFile = (
  reply: FastifyReply,
  file: Uint8Array | Readable,
  name: string,
  format: keyof typeof mediaTypes,
): StreamableFile => {
  const whole = encodeURIComponent(`${name}.${format}`);
  void reply.header('content-disposition', `attachment; filename*=UTF-8''${whole}`);
  const options = { type: mediaTypes[format] };
  return file instanceof Uint8Array ? new StreamableFile(file, options) : new StreamableFile(file, options);
};
