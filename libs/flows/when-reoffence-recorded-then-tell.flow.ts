import { type FlowCause, type FlowCommand, type FlowTools, defineFlow } from '#application/flow.js';
import { FLOWS } from '#application/run-flows.js';
import { personIn } from './person-in.js';

interface Conviction {
  readonly convictionEffectiveOn: string;
  readonly offenceCommittedOn: string;
  readonly courtDocNo?: string;
}

/** The judgment alone: each field of work has offence classes of its own. */
const convictionIn = ({ event }: FlowCause): Conviction => {
  const { convictionEffectiveOn, offenceCommittedOn, courtDocNo } = event.data as Conviction;
  return { convictionEffectiveOn, offenceCommittedOn, ...(courtDocNo === undefined ? {} : { courtDocNo }) };
};

/** To the case of the same person that another field of work holds open; to nobody when this record came from there. */
const tell = async (
  cause: FlowCause,
  tools: FlowTools,
  to: { readonly stream: string; readonly key: string; readonly command: string; readonly source?: string },
): Promise<readonly FlowCommand[]> => {
  const personRef = personIn(cause.history);
  if (personRef === undefined || cause.event.recordedBy === FLOWS.name) return [];
  const streamId = await tools.holderOf(to.stream, `${to.key}:${personRef}`);
  if (streamId === undefined) return [];
  const source = to.source === undefined ? {} : { [to.source]: cause.event.eventId };
  return [{ type: to.command, streamId, data: { ...convictionIn(cause), ...source } }];
};

/** A re-offence recorded under correction is seen by aftercare, where the person is supported there as well. */
export const whenReoffendedUnderCorrectionThenTellAftercare = defineFlow({
  code: 'when-reoffended-under-correction-then-tell-aftercare',
  on: ['corrections.ReoffenceRecorded'],
  then: (cause, tools) =>
    tell(cause, tools, {
      stream: 'aftercare.case',
      key: 'in-support',
      command: 'aftercare.RecordReoffence',
      source: 'sourceRecordId',
    }),
});

/** A re-offence recorded in aftercare is seen by correction, where the person is in the register. */
export const whenReoffendedInAftercareThenTellCorrection = defineFlow({
  code: 'when-reoffended-in-aftercare-then-tell-correction',
  on: ['aftercare.Reoffended'],
  then: (cause, tools) =>
    tell(cause, tools, { stream: 'corrections.case', key: 'open-case', command: 'corrections.RecordReoffence' }),
});
