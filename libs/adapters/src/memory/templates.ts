import { hash } from 'node:crypto';
import type {
  StoredTemplate,
  TemplateEntry,
  TemplateKey,
  Templates,
  TemplateUpload,
} from '#application/ports/templates.js';

/** Bureaus' own forms without a database. */
export class MemoryTemplates implements Templates {
  /** By code, the newest first. */
  private kept: readonly StoredTemplate[] = [];

  async list(bureau: string): Promise<readonly TemplateEntry[]> {
    return this.kept.map(({ entry }) => entry).filter((entry) => entry.bureau === bureau);
  }

  async keep({ bytes, ...upload }: TemplateUpload): Promise<{ readonly entry: TemplateEntry; readonly kept: boolean }> {
    const newest = this.newest(upload)?.entry;
    const sha256 = hash('sha256', bytes, 'hex');
    if (newest?.sha256 === sha256 && newest.title === upload.title) return { entry: newest, kept: false };
    const entry = { ...upload, version: (newest?.version ?? 0) + 1, sha256 };
    this.kept = [{ entry, bytes: Uint8Array.from(bytes) }, ...this.kept].sort((a, b) =>
      a.entry.code < b.entry.code ? -1 : Number(a.entry.code > b.entry.code),
    );
    return { entry, kept: true };
  }

  async find(key: TemplateKey): Promise<StoredTemplate | undefined> {
    return this.newest(key);
  }

  private newest({ bureau, code, version }: TemplateKey): StoredTemplate | undefined {
    return this.kept.find(
      ({ entry }) =>
        entry.bureau === bureau && entry.code === code && (version === undefined || entry.version === version),
    );
  }
}
