import { LeafCounts } from '#application/simulated-year.js';
import type { DataOfEvent } from '../domain/events/index.js';
import { decisionLeaves } from './leaves.js';

type Conclusion = DataOfEvent<'reconsideration.ReconsiderationConcluded'>;

/** How a case ends, as the counts tell it apart. */
export type Ending = Pick<Conclusion, 'outcome' | 'terminationGround'>;

/** When a case is due and concluded, seen from the window: `later` is after it. */
type Course = 'on-time' | 'late' | 'overdue' | 'early' | 'open';

/** One accepted case to be played. */
export interface Draft {
  readonly origin: 'opening' | 'new';
  readonly course: Course;
  readonly ending?: Ending;
  readonly summary: boolean;
  readonly incident?: 'suspended' | 'extended' | 'supplemented';
}

const repeated = <Item>(count: number, item: Item): readonly Item[] => Array.from({ length: count }, () => item);

/** Decisions whose outcome no leaf counts are of the commonest kinds that no leaf counts. */
const COMMONEST = ['upheld', 'requestDismissed', 'applicationDismissed', 'revokedRemade', 'declaredUnlawful'] as const;

/** Counts of a case file as they bear on accepted cases. @throws RangeError where they contradict each other */
export class Plan extends LeafCounts {
  private get endings(): number {
    return this.of('mediated') + this.of('withdrawn') + this.of('ended');
  }

  private get known(): number {
    return Object.keys(decisionLeaves).reduce((total, leaf) => total + this.of(leaf), 0);
  }

  get decisions(): number {
    if (this.has('decisions')) return this.of('decisions');
    return this.has('concluded') ? this.rest('concluded', 'mediated', 'withdrawn', 'ended') : this.known;
  }

  get concluded(): number {
    const total = this.decisions + this.endings;
    if (this.has('concluded') && this.of('concluded') !== total)
      throw new RangeError(
        `concluded is ${this.of('concluded')}, decisions, mediated, withdrawn and ended are ${total}`,
      );
    return total;
  }

  /** Accepted in the window; where no report counts them, as many as were concluded or left open. */
  get accepted(): number {
    if (this.has('accepted')) return this.of('accepted');
    return Math.max(this.concluded + this.of('closingOpen') - this.of('openingOpen'), 0);
  }

  private get closing(): number {
    const left = this.of('openingOpen') + this.accepted - this.concluded;
    if (left < 0 || (this.has('closingOpen') && left !== this.of('closingOpen')))
      throw new RangeError(
        `closingOpen is ${this.of('closingOpen')}, openingOpen + accepted − concluded leave ${left}`,
      );
    return left;
  }

  /** How the concluded ones end, in no order. */
  private get howTheyEnd(): readonly Ending[] {
    const counted = Object.entries(decisionLeaves).flatMap(([leaf, outcome]) => repeated(this.of(leaf), { outcome }));
    const left = this.decisions - counted.length;
    const free = COMMONEST.filter((leaf) => !this.has(leaf));
    if (left < 0 || (left > 0 && free.length === 0))
      throw new RangeError(`decisions is ${this.decisions}, their outcomes are ${counted.length}`);
    const others = Array.from({ length: left }, (_, at) => ({
      outcome: decisionLeaves[free[at % free.length] as (typeof COMMONEST)[number]],
    }));
    return [
      ...counted,
      ...others,
      ...repeated<Ending>(this.of('mediated'), { outcome: 'mediated' }),
      ...repeated<Ending>(this.of('withdrawn'), { outcome: 'terminated', terminationGround: 'withdrawn' }),
      ...repeated<Ending>(this.of('ended'), { outcome: 'terminated', terminationGround: 'criminal-proceedings' }),
    ];
  }

  /** Due in the window and concluded by then; due and concluded later; due and not concluded; due after the window. */
  private get courses(): readonly Course[] {
    const all = this.of('openingOpen') + this.accepted;
    const onTime = this.has('concludedOnTime')
      ? this.of('concludedOnTime')
      : Math.min(this.dueOr(this.concluded), this.concluded);
    const due = this.dueOr(onTime);
    if (onTime > due || onTime > this.concluded)
      throw new RangeError(`concludedOnTime ${onTime} is more than dueInPeriod ${due} or concluded ${this.concluded}`);
    if (due > all) throw new RangeError(`dueInPeriod ${due} is more than openingOpen + accepted ${all}`);
    const late = Math.min(due - onTime, this.concluded - onTime);
    const early = this.concluded - onTime - late;
    const overdue = due - onTime - late;
    return [
      ...repeated<Course>(onTime, 'on-time'),
      ...repeated<Course>(late, 'late'),
      ...repeated<Course>(overdue, 'overdue'),
      ...repeated<Course>(early, 'early'),
      ...repeated<Course>(this.closing - overdue, 'open'),
    ];
  }

  private dueOr(otherwise: number): number {
    return this.has('dueInPeriod') ? this.of('dueInPeriod') : otherwise;
  }

  /** Every accepted case; those open at the start are due first. `shuffle` deals out how they end. */
  drafts(shuffle: <Item>(items: readonly Item[]) => Item[]): readonly Draft[] {
    const endings = shuffle(this.howTheyEnd);
    const fresh = this.of('openingOpen');
    const incidents = (['suspended', 'extended', 'supplemented'] as const).flatMap((leaf) =>
      repeated(this.of(leaf), leaf),
    );
    let summaries = this.of('acceptedSummary');
    const drafts = this.courses.map((course, at): Draft => {
      const origin = at < fresh ? 'opening' : 'new';
      const plain = origin === 'new' && course === 'on-time';
      const summary = plain && summaries > 0;
      if (summary) summaries -= 1;
      const incident = plain && !summary ? incidents.shift() : undefined;
      const ending = course === 'overdue' || course === 'open' ? undefined : endings.pop();
      return { origin, course, summary, ...(incident && { incident }), ...(ending && { ending }) };
    });
    if (summaries > 0 || incidents.length > 0)
      throw new RangeError('acceptedSummary, suspended, extended and supplemented are more than cases due and on time');
    return drafts;
  }

  /** Applications that were not accepted, by answer. */
  get otherApplications(): Readonly<
    Record<'notAccepted' | 'referred' | 'abandoned' | 'settledBefore' | 'pending', number>
  > {
    const parts = {
      notAccepted: this.of('notAccepted'),
      referred: this.of('referred'),
      abandoned: this.of('abandoned'),
      settledBefore: this.of('settledBefore'),
    };
    const counted = Object.values(parts).reduce((total, count) => total + count, this.accepted);
    const left = this.has('received') ? this.of('received') - counted : this.of('pending');
    if (left < 0 || (this.has('pending') && left !== this.of('pending')))
      throw new RangeError(`received is ${this.of('received')}, accepted and its other parts are ${counted}`);
    return { ...parts, pending: left };
  }
}
