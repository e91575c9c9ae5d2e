import type { AssessmentEvent } from '../events/index.js';
import { type Examples, id } from './example.js';

/** A court asks on 2023-02-01; each way it may go. */
export const assessmentExamples: Examples<AssessmentEvent> = {
  'corrections.AssessmentCommissioned': {
    receivedOn: '2023-02-01',
    commissioningOrg: { kind: 'court', name: '县人民法院' },
    commissionLetterNo: '(2023)湘0922刑初12号',
    subjectKind: 'defendant',
    personRef: id('person'),
    proposedCategory: 'probation',
    expedited: false,
  },
  'corrections.AssessmentAssigned': {
    assignedOn: '2023-02-02',
    officeCode: '430922001',
    investigators: [id('staff', '1'), id('staff', '2')],
  },
  'corrections.AssessmentExtended': { agreedOn: '2023-02-10', newDueOn: '2023-02-28', letterNo: '延字1号' },
  'corrections.AssessmentConcluded': {
    concludedOn: '2023-02-13',
    opinion: 'suitable',
    opinionDocNo: '(2023)桃司矫评字第12号',
    sentToProcuratorateOn: '2023-02-13',
  },
  'corrections.AssessmentReturned': { returnedOn: '2023-02-03', reason: 'not-resident', letterNo: '退字1号' },
  'corrections.AssessmentWithdrawn': { withdrawnOn: '2023-02-06', reason: '案件改变管辖', letterNo: '撤字1号' },
};
