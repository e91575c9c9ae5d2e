import { defineFlow } from '#application/flow.js';
import { personIn } from './person-in.js';

interface Released {
  readonly releasedOn: string;
  readonly certificateNo?: string;
}

/**
 * Whoever is released from community correction is handed over to aftercare (安置帮教), in the office that released; the case is
 * opened there, and linking the person is the office's next step.
 * @source 社区矫正法实施办法 第五十三条
 */
export const whenReleasedThenTakeOver = defineFlow({
  code: 'when-released-then-take-over',
  on: ['corrections.SubjectReleased'],
  then: ({ event, history }, { id }) => {
    const { releasedOn, certificateNo } = event.data as Released;
    const personRef = personIn(history);
    if (personRef === undefined) return [];
    const data = { releasedOn, personRef, sourceRecordId: event.eventId, certificateNo };
    return [{ type: 'aftercare.TakeOverFromCorrection', streamId: id('aftercare'), data: stripped(data) }];
  },
});

const stripped = (data: object): object =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
