import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { DraftFormat } from '#application/ports/drafts.js';

/** Media types of office files. */
const mediaTypes: Readonly<Record<DraftFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Answers with a file to be saved under a name, which may be Chinese. */
export const officeFile = (
  reply: FastifyReply,
  name: string,
  format: DraftFormat,
  bytes: Uint8Array,
): StreamableFile => {
  void reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`);
  return new StreamableFile(bytes, { type: mediaTypes[format] });
};
