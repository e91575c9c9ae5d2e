import type { LeafMeaning } from '#application/case-binding.js';
import type { IndicatorCode } from '../indicators/index.js';

/** Which figure each count of a published report is. */
export const leaves: Readonly<Record<string, LeafMeaning>> = {
  sessionsHeld: 'TR-01',
  coursesHeld: 'TR-01-courses',
  lecturesHeld: 'TR-01-lectures',
  meetingsHeld: 'TR-01-meetings',
  trainees: 'TR-02',
  traineesAssessed: 'TR-03-assessed',
  traineesQualified: 'TR-03-qualified',
  sessionsPlanned: 'TR-04-planned',
  officeHeads: 'TR-05-heads',
  officeHeadsTrained: 'TR-05-trained',
  allStaffAppraised: 'TR-06-appraised',
  allStaffQualified: 'TR-06-qualified',
  officeStaffAppraised: 'TR-06-office-appraised',
  officeStaffQualified: 'TR-06-office-qualified',
  licenceExaminees: 'TR-07-examinees',
  licencePassed: 'TR-07-passed',
  competitionsHeld: 'TR-08',
  competitionSubjects: 'TR-08-subjects',
  competitionParticipants: 'TR-08-participants',
} satisfies Readonly<Record<string, IndicatorCode>>;
