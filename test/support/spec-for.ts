import { type EffectiveEvent, fold, happened, judge, revalidate } from '#application/history.js';
import type { LocalDate } from '#kernel/dates.js';
import type { AnyStream, Reach } from '#kernel/decider.js';
import type { DomainEvent } from '#kernel/event.js';
import { uuidV5 } from '#kernel/ids.js';
import { compileValidator } from '#kernel/validate.js';
import { type CalendarYear, WorkingDayCalendar } from '#kernel/working-days.js';

/** What a spec expects of a command: the verdict, and the codes that come with it. */
export interface Expected {
  readonly verdict: 'accepted' | 'nothing' | 'rejected' | 'needs-approval' | 'conflicts';
  readonly codes: readonly string[];
}

export const accepted: Expected = { verdict: 'accepted', codes: [] };
/** A retry of what is already so. */
export const nothing: Expected = { verdict: 'nothing', codes: [] };
export const rejected = (code: string): Expected => ({ verdict: 'rejected', codes: [code] });
/** Allowed once a second person approves. */
export const needsApproval = (...codes: readonly string[]): Expected => ({ verdict: 'needs-approval', codes });
/** Possible by itself, but then later events would not have been. */
export const conflictsWith = (...codes: readonly string[]): Expected => ({ verdict: 'conflicts', codes });

const OFFICE = '430922001';
const CLERK = 'clerk';

/** An event and who records it; the clerk where nothing is said, who may answer for anything. */
export type Recorded = DomainEvent & { readonly by?: string; readonly reach?: Reach };

/** The event, recorded by somebody else than the clerk, who answers for offices so far up. */
export const recordedBy = (by: string, event: DomainEvent, reach: Reach = 'everywhere'): Recorded => ({
  ...event,
  by,
  reach,
});

/**
 * Given past events, when one more is recorded, then it is accepted, nothing, needs approval or is refused with a code.
 * Steps, rules and memory of the stream are asked the way the platform asks them: in order of business date, whatever the
 * order the events are given in. The past itself must be valid, so that no spec stands on an impossible history.
 */
export const specFor = (stream: AnyStream, settings: unknown, calendar: readonly CalendarYear[] = []) => {
  const context = { settings, calendar: new WorkingDayCalendar(calendar) };

  const dated = ({ type, data, by = CLERK }: Recorded, at: number): EffectiveEvent => {
    const definition = stream.events[type];
    if (definition === undefined) throw new Error(`${stream.type} has no event ${type}`);
    const wrong = compileValidator(definition.fields)(data, '2099-12-31');
    if (wrong.length > 0) throw new Error(`${type} is not valid: ${JSON.stringify(wrong)}`);
    const occurredOn = (data as Record<string, LocalDate>)[definition.datedBy] as LocalDate;
    const eventId = uuidV5(type, String(at));
    const event = {
      type,
      data,
      eventId,
      streamId: uuidV5('stream'),
      office: OFFICE,
      occurredOn,
      recordedBy: by,
    } as EffectiveEvent['event'];
    return { event, occurredOn, office: OFFICE, data };
  };
  const inOrder = (events: readonly Recorded[]): readonly EffectiveEvent[] =>
    events.map(dated).sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0));

  const outcome = (
    past: readonly EffectiveEvent[],
    later: readonly EffectiveEvent[],
    item: EffectiveEvent,
    reach: Reach,
  ): Expected => {
    const before = fold(stream, past, context);
    const verdict = judge(stream, before, item, context, reach);
    if (verdict.kind === 'reject') return rejected(verdict.code);
    if (verdict.kind === 'nothing') return nothing;
    const after = stream.evolve(before, happened(item), settings);
    const { conflicts } = revalidate(stream, later, context, after);
    if (conflicts.length > 0) return conflictsWith(...conflicts.map(({ code }) => code));
    return verdict.confirm.length > 0 ? needsApproval(...verdict.confirm) : accepted;
  };

  return (...given: readonly Recorded[]) => {
    const history = inOrder(given);
    const { conflicts, state } = revalidate(stream, history, context);
    if (conflicts.length > 0) throw new Error(`this history could not have happened: ${JSON.stringify(conflicts)}`);
    return {
      when: (event: Recorded) => {
        const item = dated(event, given.length);
        const past = history.filter(({ occurredOn }) => occurredOn <= item.occurredOn);
        const later = history.filter(({ occurredOn }) => occurredOn > item.occurredOn);
        return {
          then: (expected: Expected) =>
            expect(outcome(past, later, item, event.reach ?? 'everywhere')).toEqual(expected),
        };
      },
      /** Natural keys the stream holds after the given events. */
      thenKeys: (...keys: readonly string[]) =>
        expect([...(stream.keys?.(state) ?? [])].sort()).toEqual([...keys].sort()),
      thenStatus: (status: string) => expect(state.status).toBe(status),
    };
  };
};
