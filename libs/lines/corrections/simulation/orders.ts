import type { SimulatedCommand } from '#application/case-binding.js';
import type { EventDefinition } from '#kernel/event.js';
import type { Uuid } from '#kernel/ids.js';
import { type DataOfEvent, type EventType, events } from '../domain/events/index.js';

/** Where a command goes, and who says yes beside the clerk where a soft rule asks for it. */
export interface To {
  readonly streamId: Uuid;
  readonly office: string;
  readonly approvedBy?: string;
}

/** Fields that carry the number of the document itself. */
const DOCUMENT_NUMBER = /^(docNo|.*DocNo|letterNo|.*LetterNo|certificateNo)$/;

/**
 * Writes the command that records an event, dated as the event is, with its document among the evidence where one is
 * mandatory; the payload is checked where it is written.
 */
export const order = <Type extends EventType>(type: Type, to: To, data: DataOfEvent<Type>): SimulatedCommand => {
  const definition: EventDefinition = events[type];
  const line = type.slice(0, type.indexOf('.'));
  const fields = data as Readonly<Record<string, string>>;
  const docNo = Object.keys(fields).find((name) => DOCUMENT_NUMBER.test(name));
  return {
    type: `${line}.${definition.command}`,
    ...to,
    data,
    on: fields[definition.datedBy] as string,
    ...(definition.documentRequired === true && {
      evidence: [{ docKind: '文书', docNo: fields[docNo ?? ''] ?? '' }],
    }),
  };
};
