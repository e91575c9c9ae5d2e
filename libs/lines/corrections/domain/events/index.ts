import type { EventOf } from '#kernel/event.js';
import { assessmentEvents } from './assessment.events.js';
import { closingEvents } from './closing.events.js';
import { exitControlEvents } from './exit-control.events.js';
import { intakeEvents } from './intake.events.js';
import { leaveEvents } from './leave.events.js';
import { devicePoolEvents, screeningEvents, sessionEvents } from './office.events.js';
import { baselineEvents, openingEvents } from './opening.events.js';
import { placeChangeEvents } from './place-change.events.js';
import { custodyEvents, punishmentEvents, sentenceChangeEvents } from './sanctions.events.js';
import { supervisionEvents } from './supervision.events.js';

export { assessmentEvents, baselineEvents, devicePoolEvents, screeningEvents, sessionEvents };

/** Everything that can happen to one subject's case (矫正案). */
export const caseEvents = {
  ...openingEvents,
  ...intakeEvents,
  ...supervisionEvents,
  ...leaveEvents,
  ...placeChangeEvents,
  ...punishmentEvents,
  ...custodyEvents,
  ...sentenceChangeEvents,
  ...exitControlEvents,
  ...closingEvents,
};

/** Every event type of the line. */
export const events = {
  ...assessmentEvents,
  ...caseEvents,
  ...screeningEvents,
  ...sessionEvents,
  ...devicePoolEvents,
  ...baselineEvents,
};

export type AssessmentEvent = EventOf<typeof assessmentEvents>;
export type CaseEvent = EventOf<typeof caseEvents>;
export type ScreeningEvent = EventOf<typeof screeningEvents>;
export type SessionEvent = EventOf<typeof sessionEvents>;
export type DevicePoolEvent = EventOf<typeof devicePoolEvents>;
export type BaselineEvent = EventOf<typeof baselineEvents>;
export type CorrectionsEvent = EventOf<typeof events>;
export type EventType = CorrectionsEvent['type'];

/** The payload of one event type: `DataOfEvent<'corrections.SubjectReceived'>`. */
export type DataOfEvent<Type extends EventType> = Extract<CorrectionsEvent, { type: Type }>['data'];

/** The events of each phase of a case; rules and memory are split the same way. */
export type IntakeEvent = EventOf<typeof intakeEvents> | EventOf<typeof openingEvents>;
export type SupervisionEvent = EventOf<typeof supervisionEvents>;
export type LeaveEvent = EventOf<typeof leaveEvents>;
export type PlaceChangeEvent = EventOf<typeof placeChangeEvents>;
export type PunishmentEvent = EventOf<typeof punishmentEvents>;
export type CustodyEvent = EventOf<typeof custodyEvents>;
export type SentenceChangeEvent = EventOf<typeof sentenceChangeEvents>;
export type ExitControlEvent = EventOf<typeof exitControlEvents>;
export type ClosingEvent = EventOf<typeof closingEvents>;
