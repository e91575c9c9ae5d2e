import { hash } from 'node:crypto';
import type { Clock } from '#application/ports/clock.js';
import type { DraftEntry, DraftFailure, DraftFiles, DraftFormat, DraftKey, Drafts } from '#application/ports/drafts.js';
import type { LocalDate } from '#kernel/dates.js';

const nameOf = ({ year, bureau, subject, document }: DraftKey): string => `${year}|${bureau}|${subject}|${document}`;

const chosen = <Item extends DraftKey>(items: ReadonlyMap<string, Item>, year: number, bureau?: string): Item[] =>
  [...items]
    .filter(([, item]) => item.year === year && (bureau === undefined || item.bureau === bureau))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, item]) => item);

/** Drafts without a database. */
export class MemoryDrafts implements Drafts {
  private readonly kept = new Map<string, DraftEntry & Pick<DraftFiles, 'files'>>();
  private readonly failed = new Map<string, DraftFailure>();
  private readonly looks = new Map<string, Set<string>>();

  constructor(private readonly clock: Clock) {}

  async list(year: number, bureau?: string): Promise<readonly DraftEntry[]> {
    return chosen(this.kept, year, bureau).map(({ files: _files, ...entry }) => entry);
  }

  async failures(year: number, bureau?: string): Promise<readonly DraftFailure[]> {
    return chosen(this.failed, year, bureau);
  }

  async keep(key: DraftKey, { title, position, files }: DraftFiles): Promise<boolean> {
    await this.recover(key);
    const name = nameOf(key);
    if (this.kept.has(name)) return false;
    const hashes = { docx: hash('sha256', files.docx, 'hex'), xlsx: hash('sha256', files.xlsx, 'hex') };
    this.kept.set(name, { ...key, title, position, hashes, madeAt: this.clock.now().now, files });
    return true;
  }

  async fail(key: DraftKey, reason: string, failedAt: string): Promise<void> {
    const attempts = (this.failed.get(nameOf(key))?.attempts ?? 0) + 1;
    this.failed.set(nameOf(key), { ...key, reason, failedAt, attempts });
  }

  async recover(key: DraftKey): Promise<void> {
    this.failed.delete(nameOf(key));
  }

  async file(key: DraftKey, format: DraftFormat): Promise<Uint8Array | undefined> {
    return this.kept.get(nameOf(key))?.files[format];
  }

  async lookedAt(year: number, day: LocalDate): Promise<ReadonlySet<string>> {
    return this.looks.get(`${year}|${day}`) ?? new Set();
  }

  async look(year: number, bureau: string, day: LocalDate): Promise<void> {
    this.looks.set(`${year}|${day}`, new Set(await this.lookedAt(year, day)).add(bureau));
  }
}
