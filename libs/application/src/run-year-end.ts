import type { BureauCode } from './kernel.js';
import type { Clock } from './ports/clock.js';
import type { DraftFiles, DraftKey, Drafts } from './ports/drafts.js';
import type { OfficeDirectory } from './ports/office-directory.js';

/** What can be made of a bureau's log. */
export interface DraftSource {
  /** The documents a bureau owes for a year: every form of the department and of each project. */
  wanted(bureau: BureauCode, year: number): Promise<readonly DraftKey[]>;
  make(key: DraftKey): Promise<DraftFiles>;
}

export interface YearEndPorts {
  readonly offices: Pick<OfficeDirectory, 'all'>;
  readonly drafts: Drafts;
  readonly source: DraftSource;
  readonly clock: Clock;
}

/** How far the drafts of a year have come. */
export interface YearEndProgress {
  readonly year: number;
  /** From when on they are made, an instant. */
  readonly dueAt: string;
  readonly bureaus: number;
  /** Bureaus gone through today. */
  readonly done: number;
  readonly drafts: number;
  readonly failures: number;
}

/** 1 January, 00:10, in Asia/Shanghai, as an instant. */
export const draftsDueAt = (year: number): string => `${year}-12-31T16:10:00.000Z`;

const RETRY_AFTER = 10 * 60_000;

/**
 * Makes the drafts of the year that is over, bureau by bureau, from 1 January 00:10 on. Whoever comes late does what was left
 * undone; a draft that is there stays; what fails is kept with its reason, tried again after ten minutes, and holds up nobody
 * else. Every bureau is looked at once a day, so that a sheet set in spring gets its documents too.
 */
export class YearEnd {
  constructor(private readonly ports: YearEndPorts) {}

  /** Goes through one bureau; gives what came of it, undefined where nothing is left to do for now. */
  async step(): Promise<{ readonly bureau: BureauCode; readonly made: number; readonly failed: number } | undefined> {
    const { drafts, clock } = this.ports;
    const year = this.year();
    const { now, today } = clock.now();
    const failures = await drafts.failures(year);
    const looked = await drafts.lookedAt(year, today);
    const retried = new Set(
      failures
        .filter(({ failedAt }) => Date.parse(now) - Date.parse(failedAt) >= RETRY_AFTER)
        .map(({ bureau }) => bureau),
    );
    const bureau = this.bureaus(year).find((code) => !looked.has(code) || retried.has(code));
    if (bureau === undefined) return undefined;
    const counts = await this.bureau(bureau, year, now);
    await drafts.look(year, bureau, today);
    return { bureau, ...counts };
  }

  async progress(): Promise<YearEndProgress> {
    const { drafts, clock } = this.ports;
    const year = this.year();
    const looked = await drafts.lookedAt(year, clock.now().today);
    const bureaus = this.bureaus(year);
    return {
      year,
      dueAt: draftsDueAt(year),
      bureaus: bureaus.length,
      done: bureaus.filter((code) => looked.has(code)).length,
      drafts: (await drafts.list(year)).length,
      failures: (await drafts.failures(year)).length,
    };
  }

  /** The newest year whose drafts are due. */
  private year(): number {
    const { now, today } = this.ports.clock.now();
    const last = Number(today.slice(0, 4)) - 1;
    return now >= draftsDueAt(last) ? last : last - 1;
  }

  /** Bureaus that stood on the last day of a year, by code. */
  private bureaus(year: number): readonly BureauCode[] {
    const on = `${year}-12-31`;
    return this.ports.offices
      .all()
      .filter(({ kind, validFrom, validTo }) => kind === 'bureau' && validFrom <= on && (validTo ?? on) >= on)
      .map(({ code }) => code)
      .sort();
  }

  private async bureau(bureau: BureauCode, year: number, now: string): Promise<{ made: number; failed: number }> {
    const { drafts, source } = this.ports;
    const counts = { made: 0, failed: 0 };
    const fail = async (key: DraftKey, error: unknown): Promise<void> => {
      counts.failed += 1;
      await drafts.fail(key, error instanceof Error ? error.message : String(error), now);
    };
    const listing = { year, bureau, subject: '', document: '' };
    let wanted: readonly DraftKey[];
    try {
      wanted = await source.wanted(bureau, year);
      await drafts.recover(listing);
    } catch (error) {
      await fail(listing, error);
      return counts;
    }
    const nameOf = ({ subject, document }: DraftKey): string => `${subject}|${document}`;
    const there = new Set((await drafts.list(year, bureau)).map(nameOf));
    for (const key of wanted.filter((item) => !there.has(nameOf(item))))
      try {
        if (await drafts.keep(key, await source.make(key))) counts.made += 1;
      } catch (error) {
        await fail(key, error);
      }
    return counts;
  }
}
