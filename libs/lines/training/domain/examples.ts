import { uuidV5 } from '#kernel/ids.js';
import type { DataOfEvent, EventType } from './events.js';

/** A made-up person that is the same in every run. */
export const person = (name: string): string => uuidV5('training', 'example', name);

/** One believable payload of every event type of the line. */
export const examples: { readonly [Type in EventType]: DataOfEvent<Type> } = {
  'training.TrainingPlanned': {
    plannedOn: '2023-01-10',
    planYear: 2023,
    subject: '行政复议业务培训',
    targetGroup: 'enforcement-officer',
    plannedSessions: 2,
    plannedPersons: 50,
    startsOn: '2023-03-01',
  },
  'training.TrainingHeld': {
    heldOn: '2023-03-15',
    sessionNo: 1,
    subject: '行政复议业务培训',
    targetGroup: 'enforcement-officer',
    form: 'course',
    mode: 'offline',
    hours: '6.0',
    traineeCount: 3,
    trainees: [person('a'), person('b')],
    lecturer: person('lecturer'),
  },
  'training.TraineeAssessed': {
    assessedOn: '2023-03-16',
    sessionNo: 1,
    traineeRef: person('a'),
    result: 'qualified',
    score: '88.5',
  },
  'training.SessionAssessed': { assessedOn: '2023-03-16', sessionNo: 1, assessed: 3, qualified: 2 },
  'training.TrainingCancelled': { cancelledOn: '2023-02-01', reason: '经费调整' },
  'training.TrainingClosed': { closedOn: '2023-12-20' },
  'training.OfficerPosted': { postedOn: '2020-06-01', personRef: person('head'), duty: 'office-head' },
  'training.OfficerLeft': { leftOn: '2023-09-01', reason: '调任' },
  'training.LicenceExamTaken': { heldOn: '2023-05-20', kind: 'licence', examinees: 20, passed: 18 },
  'training.AnnualAppraisalRecorded': {
    appraisedOn: '2024-01-15',
    appraisalYear: 2023,
    staffRef: person('clerk'),
    staffKind: 'office',
    grade: 'competent',
  },
  'training.CompetitionHeld': {
    heldOn: '2023-06-30',
    title: '社区矫正岗位技能大比武',
    subjects: ['业务知识测试', '分类教育授课'],
    participants: 24,
  },
};
