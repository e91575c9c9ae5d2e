import { type Handlers, put, putOfSubject } from './case-sheet.js';

const KIND = 'corrections.place-change';

/** Changes of the place of execution, from the request to the papers at the new county. */
export const placeChangeFacts: Handlers = {
  'corrections.PlaceChangeRequested': (event, sheet) =>
    putOfSubject(sheet, event, KIND, event.data.changeId, { requestedOn: event.data.requestedOn }),
  'corrections.PlaceChangeConsulted': ({ data }, sheet) =>
    put(sheet, KIND, data.changeId, { consultedOn: data.consultedOn }),
  'corrections.PlaceChangeReplied': ({ data }, sheet) =>
    put(sheet, KIND, data.changeId, { repliedOn: data.repliedOn, agreed: data.agree }),
  'corrections.PlaceChangeDecided': ({ data }, sheet) =>
    put(sheet, KIND, data.changeId, {
      decidedOn: data.decidedOn,
      decision: data.decision,
      notifiedOn: data.notifiedOn,
    }),
};
