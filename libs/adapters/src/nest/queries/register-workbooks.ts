import type { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AsyncLocalStorage } from 'node:async_hooks';
import { PassThrough, Readable, addAbortSignal, finished } from 'node:stream';
import type { Looker } from '#application/looks/look.js';
import { type ExportedRegister, exportRegister } from '#application/registers/export-register.js';
import { BoundedQueue } from '../../bounded-queue.js';
import { type RegisterSheet, writeRegisterWorkbook } from '../../documents/register-workbook.js';
import type { Platform } from '../../platform/platform.js';
import { mayDo } from '../callers/permissions.js';
import { deskOf } from '../persons/desk.js';
import { answerFile } from '../web/office-files.js';
import type { FreshnessWatch } from './freshness.js';
import type { RegisterWorkbookQuery } from './query.dto.js';
import { cutOffOf, readingOf } from './scope.js';

/** Workbooks written at the same time, each in some tens of MiB; how many may wait, and for how many seconds others are sent away. */
const [AT_ONCE, WAITING, COME_AGAIN] = [4, 100, 10];
/** Milliseconds after which a workbook that is not whole is given up: nobody takes it, or it is endless. */
const LONGEST = 600_000;

interface Asked {
  readonly register: string;
  readonly asked: RegisterWorkbookQuery;
  readonly filters: Readonly<Record<string, string>>;
}

/** Registers as workbooks, written while they are sent. */
export class RegisterWorkbooks {
  private readonly queue = new BoundedQueue(AT_ONCE, WAITING, COME_AGAIN);

  constructor(private readonly ports: { readonly platform: Platform; readonly freshness: FreshnessWatch }) {}

  /**
   * Answers with all rows of a register as they stand at one position.
   * @rejects not-found, invalid-data the scope, as in its list
   * @rejects too-busy more wait for their turn than may
   */
  async answer(reply: FastifyReply, looker: Looker, { register, asked, filters }: Asked): Promise<StreamableFile> {
    const { platform, freshness } = this.ports;
    const { ledger, offices, clock } = platform;
    const scope = readingOf(offices, looker.who, asked);
    const asOf = asked.asOf === undefined ? (await freshness.now()).position : await cutOffOf(platform, asked.asOf);
    const exported = exportRegister(
      // Records of looking are nobody's to be bound in, like everything that decides about persons.
      { desk: deskOf(platform), ledger, looks: platform.looks },
      looker,
      {
        ...{ register, filters, reason: asked.reason, reading: { ...scope, asOf } },
        named: mayDo(looker.who.roles, 'persons:read'),
      },
    );
    const { title: name, columns } = exported;
    const { today: date } = clock.now();
    const author = offices.find(scope.bureau)?.name ?? scope.bureau;
    return new Promise((answered, refused) => {
      const write = (): Promise<void> =>
        new Promise((ended) => {
          const stream = workbookOf({ name, columns, date, author }, exported.rows);
          addAbortSignal(AbortSignal.timeout(LONGEST), stream);
          finished(reply.raw, () => {
            stream.destroy();
            ended();
          });
          answered(answerFile(reply, stream, `${name}-${date}`, 'xlsx'));
        });
      this.queue.do(write).catch(refused);
    });
  }
}

/** Nothing is read before somebody takes the first byte, and then on behalf of who asked. */
const workbookOf = (sheet: RegisterSheet, rows: ExportedRegister['rows']): Readable => {
  const asAsked = AsyncLocalStorage.snapshot();
  const bytes = async function* (): AsyncGenerator<Buffer> {
    const target = new PassThrough();
    const written = asAsked(() => writeRegisterWorkbook(target, sheet, rows));
    // What breaks it off is told below, once what was written has been taken.
    written.catch((error: unknown) => target.destroy(error as Error));
    yield* target as AsyncIterable<Buffer>;
    await written;
  };
  return Readable.from(bytes(), { objectMode: false });
};
