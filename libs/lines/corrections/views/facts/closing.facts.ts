import type { FactSheet } from '#application/facts.js';
import { type LocalDate, earliest } from '#kernel/dates.js';
import { type FieldsOf, type Handlers, put, putCase, without } from './case-sheet.js';
import { oweNothingFrom } from './condition-duties.js';
import type { FactKind, FieldOf } from './kinds.js';

/** What a closed case leaves open is settled with it: the field that says so, by kind, where the other one is missing. */
const open: readonly { [Kind in FactKind]: readonly [Kind, unless: FieldOf<Kind>, set: FieldOf<Kind>] }[FactKind][] = [
  ['corrections.leave', 'returnedOn', 'lapsedOn'],
  ['corrections.place-change', 'transferredOutOn', 'lapsedOn'],
  ['corrections.key-person', 'endedOn', 'endedOn'],
  ['corrections.monitoring', 'settledOn', 'lapsedOn'],
  ['corrections.custody', 'endedOn', 'endedOn'],
  ['corrections.lapse', 'endedOn', 'endedOn'],
  ['corrections.sentence-reduction', 'grantedOn', 'lapsedOn'],
  ['corrections.revocation', 'ruledOn', 'lapsedOn'],
];

const close = (
  sheet: FactSheet,
  closedOn: LocalDate,
  closing: 'released' | 'terminated' | 'transferred-out',
  fields: FieldsOf<'corrections.case'>,
): void => {
  putCase(sheet, { ...fields, status: closing, closing, closedOn });
  for (const [kind, unless, set] of open)
    for (const fact of without(sheet, kind as 'corrections.leave', unless as 'returnedOn'))
      sheet.put(kind, fact.key, { [set]: earliest(fact.fields[set] as LocalDate | undefined, closedOn) });
  oweNothingFrom(sheet, closedOn);
};

/** The three ways out of the register: released, terminated, transferred out. */
export const closingFacts: Handlers = {
  'corrections.SubjectReleased': ({ data: { releasedOn, kind, aftercareHandedOver } }, sheet) =>
    close(sheet, releasedOn, 'released', {
      releasedOn,
      closingKind: kind,
      ...(aftercareHandedOver && { aftercareHandedOverOn: releasedOn }),
    }),
  'corrections.CorrectionTerminated': ({ data: { terminatedOn, kind } }, sheet) =>
    close(sheet, terminatedOn, 'terminated', { terminatedOn, closingKind: kind }),
  'corrections.SubjectTransferredOut': ({ data }, sheet) => {
    const { transferredOutOn, changeRef, dateBasis, docsHandedOverOn } = data;
    if (sheet.get('corrections.place-change', changeRef) !== undefined)
      put(sheet, 'corrections.place-change', changeRef, { transferredOutOn, dateBasis, docsHandedOverOn });
    close(sheet, transferredOutOn, 'transferred-out', { transferredOutOn });
  },
};
