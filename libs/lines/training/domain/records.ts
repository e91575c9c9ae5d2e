import { allOf, defineProcedure, lastOf } from '#kernel/procedure.js';
import { accept } from '#kernel/reject.js';
import type { TrainingSettings } from '../settings.js';
import {
  type AppraisalEvent,
  type CompetitionEvent,
  type ExamEvent,
  type OfficerEvent,
  appraisalEvents,
  competitionEvents,
  examEvents,
  officerEvents,
} from './events.js';
import { refuse } from './rejections.js';

/**
 * One person in one duty (任职): the denominator of the share of officers trained.
 * @rejects training.not-a-duty  the whole staff is no duty
 */
export const officer = defineProcedure<OfficerEvent, 'in-post' | 'left', TrainingSettings>({
  type: 'training.officer',
  events: officerEvents,
  steps: { none: ['training.OfficerPosted'], 'in-post': ['training.OfficerLeft'], left: [] },
  becomes: { 'training.OfficerPosted': 'in-post', 'training.OfficerLeft': 'left' },
  rules: {
    'training.OfficerPosted': ({ duty }) => (duty === 'all-staff' ? refuse('training.not-a-duty', 'duty') : accept),
  },
  keys: (state) => {
    const posted = lastOf(state, 'training.OfficerPosted');
    return posted === undefined || state.status === 'left' ? [] : [`officer:${posted.duty}:${posted.personRef}`];
  },
  keyCodes: { officer: 'training.officer-exists' },
});

/** An examination for the enforcement licence or its yearly check (执法资格、年检考试), as totals. */
export const exam = defineProcedure<ExamEvent, 'held', TrainingSettings>({
  type: 'training.exam',
  events: examEvents,
  steps: { none: ['training.LicenceExamTaken'], held: [] },
  becomes: { 'training.LicenceExamTaken': 'held' },
  rules: {
    'training.LicenceExamTaken': ({ examinees, passed }) =>
      passed > examinees ? refuse('training.more-passed-than-examined', 'passed') : accept,
  },
});

/** One person's yearly appraisal (年度考核). @rejects training.year-not-begun  the year lies after the day of the appraisal */
export const appraisal = defineProcedure<AppraisalEvent, 'recorded', TrainingSettings>({
  type: 'training.appraisal',
  events: appraisalEvents,
  steps: { none: ['training.AnnualAppraisalRecorded'], recorded: [] },
  becomes: { 'training.AnnualAppraisalRecorded': 'recorded' },
  rules: {
    'training.AnnualAppraisalRecorded': ({ appraisedOn, appraisalYear }) =>
      appraisalYear > Number(appraisedOn.slice(0, 4)) ? refuse('training.year-not-begun', 'appraisalYear') : accept,
  },
  keys: (state) =>
    allOf(state, 'training.AnnualAppraisalRecorded').map(
      ({ appraisalYear, staffRef }) => `appraisal:${appraisalYear}:${staffRef}`,
    ),
  keyCodes: { appraisal: 'training.appraisal-exists' },
});

/** A contest of skills (岗位比武). @rejects training.subject-twice */
export const competition = defineProcedure<CompetitionEvent, 'held', TrainingSettings>({
  type: 'training.competition',
  events: competitionEvents,
  steps: { none: ['training.CompetitionHeld'], held: [] },
  becomes: { 'training.CompetitionHeld': 'held' },
  rules: {
    'training.CompetitionHeld': ({ subjects }) =>
      new Set(subjects).size < subjects.length ? refuse('training.subject-twice', 'subjects') : accept,
  },
});
