import { keyOf } from '#application/fact-tables.js';
import { type Fact, type FactHandlers, type FactSheet, defineFacts } from '#application/facts.js';
import { earliest, latest } from '#kernel/dates.js';
import type { TrainingEvent } from '../domain/events.js';
import type { TrainingSettings } from '../settings.js';
import { tables } from './kinds.js';

const { put } = tables;
/** A stream has one plan, one officer, one examination. */
const ONE = 'one';

const planIn = (sheet: FactSheet): Fact | undefined => sheet.get('training.plan', ONE);
const groupOf = (sheet: FactSheet, sessionNo: number) =>
  sheet.get('training.session', String(sessionNo))?.fields['targetGroup'];

const countSession = (sheet: FactSheet, heldOn: string): void => {
  const plan = planIn(sheet);
  if (plan === undefined) return;
  const sessionsHeld = Number(plan.fields['sessionsHeld']) + 1;
  const isDone = sessionsHeld === plan.fields['plannedSessions'];
  put(sheet, 'training.plan', ONE, { status: 'held', sessionsHeld, ...(isDone && { fulfilledOn: heldOn }) });
};

const setStatus = (sheet: FactSheet, fields: Parameters<typeof put<'training.plan'>>[3]): void => {
  if (planIn(sheet) !== undefined) put(sheet, 'training.plan', ONE, fields);
};

const on: FactHandlers<TrainingEvent, TrainingSettings> = {
  'training.TrainingPlanned': ({ data }, sheet) => {
    const { plannedOn, planYear, subject, targetGroup, plannedSessions, plannedPersons } = data;
    put(sheet, 'training.plan', ONE, {
      status: 'planned',
      planYear,
      subject,
      targetGroup,
      plannedSessions,
      plannedPersons,
      sessionsHeld: 0,
      plannedOn,
      planOn: latest(plannedOn, `${planYear}-01-01`),
      planEndsOn: `${planYear}-12-31`,
    });
  },
  'training.TrainingHeld': ({ data }, sheet) => {
    const { heldOn, sessionNo, subject, targetGroup, form, mode, hours, traineeCount, trainees } = data;
    put(sheet, 'training.session', String(sessionNo), {
      heldOn,
      sessionNo,
      subject,
      targetGroup,
      form,
      mode,
      hours,
      traineeCount,
      planOn: planIn(sheet)?.fields['planOn'],
    });
    for (const person of new Set(trainees))
      put(sheet, 'training.trainee', `${sessionNo}:${person}`, { heldOn, targetGroup }, { person });
    countSession(sheet, heldOn);
  },
  'training.TraineeAssessed': ({ data: { assessedOn, sessionNo, traineeRef, result } }, sheet) => {
    put(
      sheet,
      'training.assessment',
      `${sessionNo}:${traineeRef}`,
      { assessedOn, targetGroup: groupOf(sheet, sessionNo), assessed: 1, qualified: result === 'qualified' ? 1 : 0 },
      { person: traineeRef },
    );
    setStatus(sheet, { status: 'assessed' });
  },
  'training.SessionAssessed': ({ data: { assessedOn, sessionNo, assessed, qualified } }, sheet) => {
    const targetGroup = groupOf(sheet, sessionNo);
    put(sheet, 'training.assessment', String(sessionNo), { assessedOn, targetGroup, assessed, qualified });
    setStatus(sheet, { status: 'assessed' });
  },
  'training.TrainingCancelled': ({ data: { cancelledOn } }, sheet) =>
    setStatus(sheet, { status: 'cancelled', cancelledOn }),
  'training.TrainingClosed': ({ data: { closedOn } }, sheet) => setStatus(sheet, { status: 'closed', closedOn }),
  'training.OfficerPosted': ({ data: { postedOn, duty, personRef } }, sheet) =>
    put(sheet, 'training.officer', ONE, { postedOn, duty }, { person: personRef }),
  'training.OfficerLeft': ({ data: { leftOn } }, sheet) => put(sheet, 'training.officer', ONE, { leftOn }),
  'training.LicenceExamTaken': ({ data }, sheet) => put(sheet, 'training.exam', ONE, { ...data }),
  'training.AnnualAppraisalRecorded': ({ data }, sheet, { qualifiedGrades }) => {
    const { appraisedOn, appraisalYear, staffRef, staffKind, grade } = data;
    const countedOn = earliest(appraisedOn, `${appraisalYear}-12-31`);
    const isQualified = qualifiedGrades.includes(grade);
    const fields = { countedOn, appraisedOn, appraisalYear, staffKind, grade, isQualified };
    put(sheet, 'training.appraisal', ONE, fields, { person: staffRef });
  },
  'training.CompetitionHeld': (event, sheet) => {
    const { heldOn, title, subjects, participants } = event.data;
    put(sheet, 'training.competition', keyOf(event), { heldOn, title, subjectCount: subjects.length, participants });
  },
};

export const facts = defineFacts<TrainingEvent, TrainingSettings>({
  name: 'training.facts_v1',
  kinds: tables.kinds,
  fields: tables.fields,
  on,
});
