import { LeafCounts } from '#application/simulated-year.js';
import type { FinalOutcome, StandingOutcome } from '../domain/outcome.js';

/** One suit to be played. */
export interface Draft {
  readonly origin: 'opening' | 'new';
  readonly ending?: { readonly outcome: StandingOutcome; readonly meaning: FinalOutcome };
  readonly appealed: boolean;
  /** In time, late, or due only after the window. */
  readonly answer: 'on-time' | 'late' | 'later';
  readonly hearings: readonly ('attended' | 'absent')[];
  readonly afterReconsideration: boolean;
}

const OUTCOMES: Readonly<Record<FinalOutcome, readonly StandingOutcome[]>> = {
  won: ['claim-dismissed', 'suit-dismissed', 'claim-dismissed', 'withdrawn'],
  lost: ['revoked', 'declared-unlawful', 'duty-ordered'],
  'partly-lost': ['partly-revoked'],
  other: ['withdrawn-after-change', 'mediated'],
};

const LEAVES = { won: 'won', lost: 'lost', partlyLost: 'partly-lost', settled: 'other' } as const;

/** The counts of a case file as they bear on suits. @throws RangeError where they contradict each other */
export class Plan extends LeafCounts {
  private get first(): number {
    const first = this.has('noticesFirst') ? this.of('noticesFirst') : this.rest('notices', 'noticesSecond');
    if (this.has('notices') && this.of('notices') !== first + this.of('noticesSecond'))
      throw new RangeError(`notices is ${this.of('notices')}, first and second instance are more or less`);
    return first;
  }

  private get meanings(): readonly FinalOutcome[] {
    const counted = Object.entries(LEAVES).flatMap(([leaf, meaning]) =>
      Array.from({ length: this.of(leaf) }, () => meaning),
    );
    const left = (this.has('finals') ? this.of('finals') : counted.length) - counted.length;
    if (left < 0 || (left > 0 && this.has('won')))
      throw new RangeError(`finals is ${this.of('finals')}, won, lost, partlyLost and settled are ${counted.length}`);
    return [...counted, ...Array.from({ length: left }, () => 'won' as const)];
  }

  /** So many lost ones last as are appealed: a suit taken over is not. */
  private inOrder(meanings: readonly FinalOutcome[]): readonly FinalOutcome[] {
    const losing = meanings.filter((meaning) => meaning === 'lost' || meaning === 'partly-lost');
    const last = losing.slice(0, this.of('noticesSecond'));
    const rest = [...meanings];
    for (const meaning of last) rest.splice(rest.indexOf(meaning), 1);
    return [...rest, ...last];
  }

  /** Every suit: those taken over become final first, appeals are our own, against what was lost. */
  drafts(shuffle: <Item>(items: readonly Item[]) => Item[]): readonly Draft[] {
    const [opening, begun] = [this.of('openingOpen'), this.first];
    const meanings = this.inOrder(shuffle(this.meanings));
    const open = opening + begun - meanings.length;
    if (open < 0 || (this.has('closingOpen') && open !== this.of('closingOpen')))
      throw new RangeError(`closingOpen is ${this.of('closingOpen')}, openingOpen + notices − finals leave ${open}`);

    const later = this.has('answersDue') ? begun - this.of('answersDue') : 0;
    const lateOnes = begun - later - (this.has('answersOnTime') ? this.of('answersOnTime') : begun - later);
    const stillOpen = Math.min(open, begun);
    if (later < 0 || later > stillOpen || lateOnes < 0)
      throw new RangeError(
        `answersDue ${this.of('answersDue')} and answersOnTime ${this.of('answersOnTime')} do not fit ${begun} notices of first instance`,
      );
    const appealable = meanings.slice(opening).filter((meaning) => meaning === 'lost' || meaning === 'partly-lost');
    let appeals = this.of('noticesSecond');
    if (appeals > appealable.length)
      throw new RangeError(
        `noticesSecond ${appeals} is more than the ${appealable.length} suits lost that can be appealed`,
      );
    if (this.of('afterReconsideration') > begun)
      throw new RangeError(`afterReconsideration is more than the ${begun} suits that began`);

    const hearings = this.hearingsOver(begun - later);
    return Array.from({ length: opening + begun }, (_, at): Draft => {
      const meaning = meanings[at];
      const place = at - opening;
      const appealed = place >= 0 && appeals > 0 && (meaning === 'lost' || meaning === 'partly-lost');
      if (appealed) appeals -= 1;
      const outcomes = meaning === undefined ? [] : OUTCOMES[meaning];
      const outcome = outcomes[at % Math.max(outcomes.length, 1)];
      return {
        origin: place < 0 ? 'opening' : 'new',
        ...(meaning === undefined || outcome === undefined ? {} : { ending: { meaning, outcome } }),
        appealed,
        answer: place >= begun - later ? 'later' : place >= 0 && place < lateOnes ? 'late' : 'on-time',
        hearings: hearings[place] ?? [],
        afterReconsideration: place >= 0 && place < this.of('afterReconsideration'),
      };
    });
  }

  /** The hearings that required the head, dealt out over the suits that can have one. */
  private hearingsOver(suits: number): readonly (readonly ('attended' | 'absent')[])[] {
    const absent = this.rest('hearingsRequired', 'hearingsAttended');
    const all = this.of('hearingsRequired');
    if (all > 0 && suits === 0) throw new RangeError('hearingsRequired: no suit began in which one could be held');
    const dealt: ('attended' | 'absent')[][] = Array.from({ length: suits }, () => []);
    for (let at = 0; at < all; at += 1) dealt[at % suits]?.push(at < absent ? 'absent' : 'attended');
    return dealt;
  }
}
