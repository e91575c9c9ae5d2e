import type { ClosingEvent, ExitControlEvent } from '../events/index.js';
import type { Examples } from './example.js';

/** Papers kept, and the two ways out. */
export const closingExamples: Examples<ExitControlEvent | ClosingEvent> = {
  'corrections.ExitControlReported': {
    reportedOn: '2023-01-13',
    authority: '县公安局',
    from: '2023-01-13',
    to: '2025-01-03',
  },
  'corrections.BorderControlImposed': { imposedOn: '2023-02-15', docNo: '桃公控1号', to: '2025-01-03' },
  'corrections.BorderControlLifted': { liftedOn: '2023-12-20' },
  'corrections.TravelDocumentSeized': { seizedOn: '2023-01-13', docKind: 'passport', count: 1 },
  'corrections.TravelDocumentReturned': { returnedOn: '2023-12-20', docKind: 'passport', count: 1 },
  'corrections.SubjectReleased': {
    releasedOn: '2025-01-03',
    kind: 'term-expired',
    certificateNo: '桃司矫解字1号',
    announced: true,
    aftercareHandedOver: true,
  },
  'corrections.CorrectionTerminated': {
    terminatedOn: '2023-12-01',
    kind: 'probation-revoked',
    docNo: '(2023)湘0922刑更9号',
  },
};
