import { type AnswerData, findingStreamId } from '#kernel/finding.js';
import type { BureauCode, LocalDate } from '../kernel.js';
import type { EventStore } from '../ports/event-store.js';
import type { Registry } from '../registry.js';
import { periodsOf } from '../sealing/books.js';

/** Who answered a finding, when, and why. */
export interface GivenAnswer extends Pick<AnswerData, 'answer' | 'reason' | 'role'> {
  readonly by: string;
  readonly on: LocalDate;
}

/** The newest answer to each finding of a bureau that has one, by its id. */
export const answersTo = async (
  { registry, store }: { readonly registry: Registry; readonly store: Pick<EventStore, 'loadMany'> },
  bureau: BureauCode,
  findings: readonly string[],
): Promise<ReadonlyMap<string, GivenAnswer>> => {
  if (findings.length === 0) return new Map();
  const { answered } = periodsOf(registry).findings;
  const byStream = new Map(findings.map((id) => [findingStreamId(bureau, id), id]));
  const streams = new Map(await store.loadMany([...byStream.keys()]));
  return new Map(
    [...byStream].flatMap(([streamId, id]) => {
      const last = streams.get(streamId)?.events.findLast(({ type }) => type === answered);
      if (last === undefined) return [];
      const { answer, reason, role, answeredOn: on } = last.data as AnswerData;
      return [[id, { answer, reason, role, by: last.recordedBy, on }] as const];
    }),
  );
};
