import { defineEvent, eventTable } from '#kernel/event.js';
import { code, date, flag, optional } from '#kernel/schema.js';
import { deathKind, releaseKind, terminationKind } from '../enumerations.js';

/** How correction ends here (解除、终止). @source 社区矫正法 第四十四至四十六条; 社区矫正法实施办法 第五十三、五十四条 */
export const closingEvents = eventTable(
  defineEvent({
    type: 'corrections.SubjectReleased',
    command: 'ReleaseSubject',
    datedBy: 'releasedOn',
    documentRequired: true,
    fields: {
      releasedOn: date(),
      kind: releaseKind,
      /** Number of the certificate of release (解除社区矫正证明书). */
      certificateNo: code(),
      announced: flag(),
      aftercareHandedOver: flag(),
    },
  }),
  defineEvent({
    type: 'corrections.CorrectionTerminated',
    command: 'TerminateCorrection',
    datedBy: 'terminatedOn',
    documentRequired: true,
    /** `docNo` may be absent only for a death, where the proof stands among the evidence. */
    fields: { terminatedOn: date(), kind: terminationKind, docNo: optional(code()), deathKind: optional(deathKind) },
  }),
);
