import { type EventOf, defineEvent, eventTable } from '#kernel/event.js';
import { count, date, decimal, list, optional, personRef, plannedDate, text } from '#kernel/schema.js';
import { examKind, grade, mode, result, sessionForm, staffKind, targetGroup } from './enumerations.js';

const people = (min = 0) => count(min, 100_000);
const year = () => count(2000, 2100);
const sessionNo = () => count(1, 1000);

/** One training, with or without a plan: its sessions, who took part, how they did. The stream id is the programme's. */
export const programEvents = eventTable(
  defineEvent({
    type: 'training.TrainingPlanned',
    command: 'PlanTraining',
    datedBy: 'plannedOn',
    fields: {
      plannedOn: date(),
      planYear: year(),
      subject: text(100),
      targetGroup,
      plannedSessions: count(1, 1000),
      plannedPersons: people(),
      /** Day from which sessions are planned. */
      startsOn: optional(plannedDate()),
    },
  }),
  defineEvent({
    type: 'training.TrainingHeld',
    command: 'HoldTraining',
    datedBy: 'heldOn',
    fields: {
      heldOn: date(),
      /** Which session of the programme; results refer to it. */
      sessionNo: sessionNo(),
      subject: text(100),
      targetGroup,
      form: sessionForm,
      mode,
      hours: decimal(1, 0.1, 500),
      traineeCount: people(1),
      /** Those known by name: who is to be assessed, and officers whose training counts by person. */
      trainees: list(personRef(), 0, 2000),
      lecturer: optional(personRef()),
    },
  }),
  defineEvent({
    type: 'training.TraineeAssessed',
    command: 'AssessTrainee',
    datedBy: 'assessedOn',
    fields: {
      assessedOn: date(),
      sessionNo: sessionNo(),
      traineeRef: personRef(),
      result,
      score: optional(decimal(1, 0, 1000)),
    },
  }),
  /** Results of a session as totals, where trainees were not assessed one by one. */
  defineEvent({
    type: 'training.SessionAssessed',
    command: 'AssessSession',
    datedBy: 'assessedOn',
    fields: { assessedOn: date(), sessionNo: sessionNo(), assessed: people(1), qualified: people() },
  }),
  defineEvent({
    type: 'training.TrainingCancelled',
    command: 'CancelTraining',
    datedBy: 'cancelledOn',
    fields: { cancelledOn: date(), reason: text() },
  }),
  defineEvent({
    type: 'training.TrainingClosed',
    command: 'CloseTraining',
    datedBy: 'closedOn',
    fields: { closedOn: date() },
  }),
);

/** Who holds which duty, as far as training is reckoned by it (司法所长培训率). One stream a person and duty. */
export const officerEvents = eventTable(
  defineEvent({
    type: 'training.OfficerPosted',
    command: 'PostOfficer',
    datedBy: 'postedOn',
    fields: { postedOn: date(), personRef: personRef(), duty: targetGroup },
  }),
  defineEvent({
    type: 'training.OfficerLeft',
    command: 'RecordOfficerLeft',
    datedBy: 'leftOn',
    fields: { leftOn: date(), reason: optional(text()) },
  }),
);

export const examEvents = eventTable(
  defineEvent({
    type: 'training.LicenceExamTaken',
    command: 'RecordLicenceExam',
    datedBy: 'heldOn',
    fields: { heldOn: date(), kind: examKind, examinees: people(1), passed: people() },
  }),
);

export const appraisalEvents = eventTable(
  defineEvent({
    type: 'training.AnnualAppraisalRecorded',
    command: 'RecordAnnualAppraisal',
    datedBy: 'appraisedOn',
    fields: { appraisedOn: date(), appraisalYear: year(), staffRef: personRef(), staffKind, grade },
  }),
);

export const competitionEvents = eventTable(
  defineEvent({
    type: 'training.CompetitionHeld',
    command: 'HoldCompetition',
    datedBy: 'heldOn',
    fields: { heldOn: date(), title: text(100), subjects: list(text(100), 1, 50), participants: people(1) },
  }),
);

export const events = {
  ...programEvents,
  ...officerEvents,
  ...examEvents,
  ...appraisalEvents,
  ...competitionEvents,
};

export type ProgramEvent = EventOf<typeof programEvents>;
export type OfficerEvent = EventOf<typeof officerEvents>;
export type ExamEvent = EventOf<typeof examEvents>;
export type AppraisalEvent = EventOf<typeof appraisalEvents>;
export type CompetitionEvent = EventOf<typeof competitionEvents>;
export type TrainingEvent = EventOf<typeof events>;
export type EventType = TrainingEvent['type'];
export type DataOfEvent<Type extends EventType> = Extract<TrainingEvent, { type: Type }>['data'];
