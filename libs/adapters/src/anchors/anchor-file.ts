import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Anchor, type AnchorEntry, anchorText, readAnchors } from '#application/chain/anchor.js';
import type { AnchorFile } from '#application/ports/chain.js';
import type { Clock } from '#application/ports/clock.js';

const LINE_END = 10;

/** Anchors in a file that is only ever added to: on another disk, or where the database's account may not write. */
export class JsonAnchorFile implements AnchorFile {
  constructor(
    private readonly path: string,
    private readonly clock: Clock,
  ) {}

  append(anchor: Anchor): Promise<void> {
    return this.add({ ...anchor, at: this.clock.now().now });
  }

  /** Answers for a log that was restored to an earlier position. */
  rewind(
    rewinding: Pick<Anchor, 'chain' | 'logId'> & { readonly rewoundTo: number; readonly reason: string },
  ): Promise<void> {
    return this.add({ ...rewinding, at: this.clock.now().now });
  }

  private async add(entry: AnchorEntry): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o711 });
    const file = await open(this.path, 'a+', 0o600);
    try {
      const { size } = await file.stat();
      const last = Buffer.alloc(1);
      if (size > 0) await file.read(last, 0, 1, size - 1);
      // A line the power cut off stays one by itself.
      const torn = size > 0 && last[0] !== LINE_END;
      await file.write(`${torn ? '\n' : ''}${anchorText(entry)}`);
      await file.sync();
    } finally {
      await file.close();
    }
    if (process.platform !== 'win32') {
      const folder = await open(dirname(this.path), 'r');
      await folder.sync().finally(() => folder.close());
    }
  }
}

/** The entries of a file of anchors; none where there is no file. @throws Error naming the line that is none */
export const readAnchorFile = async (path: string): Promise<readonly AnchorEntry[]> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  try {
    return readAnchors(text);
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
};
