import { type Handlers, keyOf, put, putOfSubject, without } from './case-sheet.js';

/** Keeping a subject in the country: reports to exit control, border control, papers in custody. */
export const exitControlFacts: Handlers = {
  'corrections.ExitControlReported': (event, sheet) => {
    const { reportedOn, from, to } = event.data;
    const fields = { reportedOn, controlFrom: from, controlTo: to };
    putOfSubject(sheet, event, 'corrections.exit-report', keyOf(event), fields);
  },
  'corrections.BorderControlImposed': (event, sheet) => {
    const { imposedOn, docNo, to } = event.data;
    putOfSubject(sheet, event, 'corrections.border-control', keyOf(event), { imposedOn, docNo, controlTo: to });
  },
  'corrections.BorderControlLifted': ({ data }, sheet) => {
    for (const { key } of without(sheet, 'corrections.border-control', 'liftedOn'))
      put(sheet, 'corrections.border-control', key, { liftedOn: data.liftedOn });
  },
  'corrections.TravelDocumentSeized': (event, sheet) => {
    const { seizedOn, docKind, count } = event.data;
    const fields = { seizedOn, docKind, count, returnedCount: 0 };
    putOfSubject(sheet, event, 'corrections.travel-document', keyOf(event), fields);
  },
  'corrections.TravelDocumentReturned': ({ data }, sheet) => {
    let left = data.count;
    for (const { key, fields } of without(sheet, 'corrections.travel-document', 'returnedOn')) {
      if (fields['docKind'] !== data.docKind || left === 0) continue;
      const back = fields['returnedCount'] as number;
      const taken = Math.min(left, (fields['count'] as number) - back);
      left -= taken;
      const returnedOn = back + taken === fields['count'] ? data.returnedOn : undefined;
      put(sheet, 'corrections.travel-document', key, { returnedCount: back + taken, returnedOn });
    }
  },
};
