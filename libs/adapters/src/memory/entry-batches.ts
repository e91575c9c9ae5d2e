import type { BatchRow, EntryBatch, EntryBatches } from '#application/ports/entry-batches.js';

/** Records of workbooks without a database. */
export class MemoryEntryBatches implements EntryBatches {
  private readonly kept = new Map<string, { readonly batch: EntryBatch; readonly rows: readonly BatchRow[] }>();

  async keep(batch: EntryBatch, rows: readonly BatchRow[]): Promise<void> {
    if (this.kept.has(batch.batchId)) return;
    this.kept.set(batch.batchId, { batch, rows: rows.toSorted((a, b) => a.row - b.row) });
  }

  async find(batchId: string): Promise<{ readonly batch: EntryBatch; readonly rows: readonly BatchRow[] } | undefined> {
    return this.kept.get(batchId);
  }

  async list(bureau: string, limit: number): Promise<readonly EntryBatch[]> {
    return [...this.kept.values()]
      .map(({ batch }) => batch)
      .filter((batch) => batch.bureau === bureau)
      .sort((a, b) => compare(b.sentAt, a.sentAt) || compare(a.batchId, b.batchId))
      .slice(0, limit);
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
