import type { PlaceChangeEvent } from '../events/index.js';
import { type Examples, id } from './example.js';

const changeId = id('change');

/** Moving to another county in July. */
export const placeChangeExamples: Examples<PlaceChangeEvent> = {
  'corrections.PlaceChangeRequested': { requestedOn: '2023-07-03', changeId, toBureauCode: '430103' },
  'corrections.PlaceChangeConsulted': { consultedOn: '2023-07-06', changeId, letterNo: '桃司矫征字1号' },
  'corrections.PlaceChangeReplied': { repliedOn: '2023-07-11', changeId, agree: true, letterNo: '长天司矫复字1号' },
  'corrections.PlaceChangeDecided': { decidedOn: '2023-07-14', changeId, decision: 'agreed', docNo: '桃司矫变字1号' },
  'corrections.SubjectTransferredOut': {
    transferredOutOn: '2023-07-20',
    dateBasis: 'arrival',
    toBureauCode: '430103',
    changeRef: changeId,
    docsHandedOverOn: '2023-07-18',
  },
};
