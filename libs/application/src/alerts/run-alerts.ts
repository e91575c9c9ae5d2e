import { type BureauCode, addDays } from '../kernel.js';
import type { Alerts } from '../ports/alerts.js';
import type { Clock } from '../ports/clock.js';
import type { Ledger } from '../ports/ledger.js';
import { type DutyAlertPorts, dutyAlerts } from './duty-alerts.js';
import { type PaceAlertPorts, paceAlerts } from './pace-alerts.js';

export interface AlertRunPorts extends PaceAlertPorts, DutyAlertPorts {
  readonly ledger: Ledger;
  readonly alerts: Alerts;
  readonly clock: Clock;
  /** Makes the registry know the newest definitions of bureaus. */
  readonly definitions: { refresh(): Promise<void> };
}

export interface AlertStep {
  readonly bureau: BureauCode;
  readonly opened: number;
  readonly ended: number;
  /** Why the bureau could not be looked at. */
  readonly failure?: string;
}

/** Milliseconds after which a bureau that could not be looked at is tried again. */
const RETRY_AFTER = 10 * 60_000;
/** Milliseconds by which figures may be behind the log; older ones are not judged, lest what was made good be told. */
const FRESH = 60_000;

/**
 * Looks at every bureau once a day and puts down what stands out. Pace is judged by the figures up to the evening before, so that a
 * month counts as gone by when it is over. Whoever was down looks at the day he is back on; what came and went meanwhile was told
 * to nobody and is not told any more.
 */
export class AlertRun {
  private readonly failed = new Map<BureauCode, number>();

  constructor(private readonly ports: AlertRunPorts) {}

  /** Looks at one bureau; undefined where nothing is left to do for now. */
  async step(): Promise<AlertStep | undefined> {
    const { alerts, clock, ledger } = this.ports;
    const { now, today } = clock.now();
    const instant = Date.parse(now);
    const looked = await alerts.lookedAt(today);
    const bureau = this.bureaus(today).find(
      (code) => !looked.has(code) && instant - (this.failed.get(code) ?? -Infinity) >= RETRY_AFTER,
    );
    if (bureau === undefined) return undefined;
    const { position, behindSince } = await ledger.watermark();
    if (behindSince !== null && instant - Date.parse(behindSince) >= FRESH) return undefined;
    try {
      await this.ports.definitions.refresh();
      const standing = [
        ...(await paceAlerts(this.ports, bureau, { on: addDays(today, -1), today, asOf: position })),
        ...(await dutyAlerts(this.ports, bureau, today)),
      ];
      const settled = await alerts.settle({ bureau, day: today, now, position }, standing);
      this.failed.delete(bureau);
      return { bureau, opened: settled?.opened ?? 0, ended: settled?.ended ?? 0 };
    } catch (error) {
      this.failed.set(bureau, instant);
      return { bureau, opened: 0, ended: 0, failure: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Bureaus that stand today, by code. */
  private bureaus(today: string): readonly BureauCode[] {
    return this.ports.offices
      .all()
      .filter(({ kind, validFrom, validTo }) => kind === 'bureau' && validFrom <= today && (validTo ?? today) >= today)
      .map(({ code }) => code)
      .sort();
  }
}
