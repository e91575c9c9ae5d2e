import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** Media types of office files. */
export const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Answers with an office file, to be saved under a name. */
export const answerFile = (
  reply: FastifyReply,
  file: Uint8Array,
  name: string,
  format: keyof typeof mediaTypes,
): StreamableFile => {
  const whole = encodeURIComponent(`${name}.${format}`);
  void reply.header('content-disposition', `attachment; filename*=UTF-8''${whole}`);
  return new StreamableFile(file, { type: mediaTypes[format] });
};
