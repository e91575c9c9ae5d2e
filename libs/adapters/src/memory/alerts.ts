import type { Alert, AlertLook, AlertQuery, Alerts, StandingAlert } from '#application/ports/alerts.js';
import type { LocalDate } from '#kernel/dates.js';

const nameOf = ({ kind, streamId, item }: StandingAlert): string => `${kind}|${streamId}|${item}`;

/** Alerts without a database. */
export class MemoryAlerts implements Alerts {
  private readonly kept: Alert[] = [];
  private readonly looks = new Map<string, AlertLook>();

  async lookedAt(day: LocalDate): Promise<ReadonlySet<string>> {
    return new Set([...this.looks.values()].filter((look) => look.day >= day).map(({ bureau }) => bureau));
  }

  async settle(look: AlertLook, standing: readonly StandingAlert[]): ReturnType<Alerts['settle']> {
    const { bureau, day, now, position } = look;
    const newest = this.looks.get(bureau);
    if (newest !== undefined && (newest.day > day || newest.position > position)) return undefined;
    this.looks.set(bureau, look);
    const stands = new Map(standing.map((alert) => [nameOf(alert), alert]));
    let ended = 0;
    for (const [at, alert] of this.kept.entries()) {
      if (alert.bureau !== bureau || alert.endedOn !== null || stands.delete(nameOf(alert))) continue;
      this.kept[at] = { ...alert, endedOn: day };
      ended += 1;
    }
    for (const [name, alert] of stands) {
      const episode = this.kept.filter((item) => item.bureau === bureau && nameOf(item) === name).length + 1;
      const id = this.kept.length + 1;
      this.kept.push({ ...alert, id, bureau, episode, openedOn: day, openedAt: now, position, endedOn: null });
    }
    return { opened: stands.size, ended };
  }

  async list({ bureau, offices, state, kind, before = Infinity, limit }: AlertQuery): Promise<readonly Alert[]> {
    return this.kept
      .filter((alert) => alert.bureau === bureau && offices.includes(alert.office) && alert.id < before)
      .filter((alert) => kind === undefined || alert.kind === kind)
      .filter(({ endedOn }) => state === 'all' || (endedOn === null) === (state === 'open'))
      .reverse()
      .slice(0, limit);
  }
}
