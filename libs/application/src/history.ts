import type {
  AnyStream,
  EventDefinition,
  LocalDate,
  OfficeCode,
  Reach,
  RecordedEvent,
  RejectionDetail,
  RuleContext,
  WorkingDayCalendar,
} from './kernel.js';
import { type RecordCorrected, type RecordVoided, recordEventName } from './record-events.js';

/** What a fold needs of an event: everything but how it came to be recorded. */
export type FoldedEvent = Pick<
  RecordedEvent,
  | 'position'
  | 'streamId'
  | 'streamType'
  | 'version'
  | 'eventId'
  | 'type'
  | 'schemaVersion'
  | 'bureau'
  | 'office'
  | 'occurredOn'
  | 'data'
> &
  // Rows are derived without it; rules, which are asked before anything is derived, always see it.
  Partial<Pick<RecordedEvent, 'recordedBy'>>;

/** A domain event as it counts now: with its corrections applied, dated by its (corrected) date. */
export interface EffectiveEvent {
  readonly event: FoldedEvent;
  readonly occurredOn: LocalDate;
  readonly office: OfficeCode;
  readonly data: object;
}

/**
 * The payload in the shape the code knows: older ones are lifted step by step.
 * @throws Error for an event type or version this code does not know; such an event is never skipped
 */
export const newestShape = (
  stream: AnyStream,
  event: Pick<RecordedEvent, 'type' | 'schemaVersion' | 'data'>,
): object => {
  const definition = stream.events[event.type];
  if (definition === undefined) throw new Error(`${stream.type} knows no event ${event.type}`);
  let data = event.data as Readonly<Record<string, unknown>>;
  for (let version = event.schemaVersion; version !== definition.schemaVersion; version += 1) {
    const lift = stream.upcasters?.[event.type]?.[version];
    if (lift === undefined)
      throw new Error(`${event.type} version ${version} cannot be read as version ${definition.schemaVersion}`);
    data = lift(data);
  }
  return data;
};

type Changes = RecordCorrected['changes'];

const apply = (data: object, changes: Changes): object => {
  const next: Record<string, unknown> = { ...data };
  for (const { field, after } of changes) {
    if (after === undefined) delete next[field];
    else next[field] = JSON.parse(after);
  }
  return next;
};

/**
 * What a stream's events say today: voided ones are out, corrected ones carry their last correction, and the rest stand
 * in order of business date (the order of recording decides within a day). A void may name a correction, which undoes it.
 */
export const effectiveHistory = (stream: AnyStream, events: readonly FoldedEvent[]): readonly EffectiveEvent[] => {
  const voided = new Set<string>();
  const corrections = new Map<string, { by: string; changes: Changes; office?: OfficeCode }[]>();
  const base = new Map<string, string>();
  for (const event of events) {
    const name = recordEventName(event.type);
    if (name === 'RecordCorrected') {
      const data = event.data as RecordCorrected;
      const target = base.get(data.correctsEventId) ?? data.correctsEventId;
      base.set(event.eventId, target);
      const chain = corrections.get(target) ?? [];
      chain.push({
        by: event.eventId,
        changes: data.changes,
        ...(data.office === undefined ? {} : { office: data.office }),
      });
      corrections.set(target, chain);
    } else if (name === 'RecordVoided') for (const id of (event.data as RecordVoided).eventIds) voided.add(id);
  }
  const effective: EffectiveEvent[] = [];
  let ordered = true;
  for (const event of events) {
    if (recordEventName(event.type) !== undefined || voided.has(event.eventId)) continue;
    let data = newestShape(stream, event);
    let { office } = event;
    let occurredOn = event.occurredOn;
    const chain = corrections.get(event.eventId);
    if (chain !== undefined) {
      for (const correction of chain) {
        if (voided.has(correction.by)) continue;
        data = apply(data, correction.changes);
        office = correction.office ?? office;
      }
      const { datedBy } = stream.events[event.type] as EventDefinition;
      occurredOn = (data as Record<string, LocalDate>)[datedBy] ?? occurredOn;
    }
    ordered &&= effective.length === 0 || (effective[effective.length - 1] as EffectiveEvent).occurredOn <= occurredOn;
    effective.push({ event, occurredOn, office, data });
  }
  // Array.prototype.sort is stable, so the order of recording stands within a day.
  return ordered
    ? effective
    : effective.sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0));
};

export interface FoldingContext {
  readonly settings: unknown;
  readonly calendar: WorkingDayCalendar;
}

type State = { readonly status: string };

/** The state after the given events. */
export const fold = (
  stream: AnyStream,
  events: readonly EffectiveEvent[],
  { settings }: FoldingContext,
  from?: State,
): State =>
  events.reduce((state: State, item) => stream.evolve(state, happened(item), settings), from ?? stream.initial);

export const happened = ({ event, occurredOn, office, data }: EffectiveEvent) => ({
  type: event.type,
  data,
  occurredOn,
  office,
  by: event.recordedBy ?? '',
});

/** Asks the stream whether one event may happen in one state: the table of steps first, then the event's own rule. */
export const judge = (
  stream: AnyStream,
  state: State,
  item: EffectiveEvent,
  context: FoldingContext,
  reach?: Reach,
) => {
  const allowed: readonly string[] = stream.steps[state.status] ?? [];
  if (!allowed.includes(item.event.type))
    return {
      kind: 'reject' as const,
      code: 'illegal-step',
      details: [{ at: 'state', code: state.status }],
      allowedNext: allowed,
    };
  const ruleContext: RuleContext = {
    streamId: item.event.streamId,
    occurredOn: item.occurredOn,
    office: item.office,
    by: item.event.recordedBy ?? '',
    ...(reach === undefined ? {} : { reach }),
    settings: context.settings,
    calendar: context.calendar,
  };
  const rule = stream.decide[item.event.type];
  if (rule === undefined) throw new Error(`no rule for ${item.event.type}`);
  return rule(item.data, state, ruleContext);
};

/** Folds on from a state and lists every event that could not have happened after what came before it. */
export const revalidate = (
  stream: AnyStream,
  events: readonly EffectiveEvent[],
  context: FoldingContext,
  from: State = stream.initial,
): { readonly state: State; readonly conflicts: readonly RejectionDetail[] } => {
  const conflicts: RejectionDetail[] = [];
  let state = from;
  for (const item of events) {
    const verdict = judge(stream, state, item, context);
    if (verdict.kind === 'reject')
      conflicts.push({ at: item.event.eventId, code: verdict.code, message: `${item.event.type} ${item.occurredOn}` });
    else state = stream.evolve(state, happened(item), context.settings);
  }
  return { state, conflicts };
};
