import { type Fact, type FactSheet, type Spell, addSpell } from '#application/facts.js';
import { type LocalDate, earliest } from '#kernel/dates.js';
import { type Handlers, caseDate, keyOf, put, putCase, putOfSubject, theCase, without } from './case-sheet.js';
import { meetCondition, moveDuties } from './condition-duties.js';

const spellsOf = (office: Fact['office'] | undefined): readonly Spell[] =>
  office === undefined || typeof office === 'string' ? [] : office;

/**
 * The move of one day as two rows, what one office lost and the other won. A second move of the day replaces the first, and
 * none is left where the case ends the day where it began it.
 */
const recordMove = (sheet: FactSheet, movedOn: LocalDate, office: readonly Spell[]): void => {
  const [from, to] = office.slice(-2);
  const { person, fields } = theCase(sheet) ?? {};
  for (const [direction, spell] of [['out', from] as const, ['in', to] as const]) {
    const key = `${movedOn}:${direction}`;
    if (to?.from !== movedOn || spell === undefined) sheet.remove('corrections.reassignment', key);
    else {
      const moved = { movedOn, direction, category: fields?.['category'] };
      put(sheet, 'corrections.reassignment', key, moved, { office: spell.value, ...(person && { person }) });
    }
  }
};

/** Day-to-day supervision, education and help. */
export const supervisionFacts: Handlers = {
  'corrections.OfficeReassigned': (event, sheet) => {
    const { reassignedOn: movedOn, officeCode } = event.data;
    const office = addSpell(spellsOf(theCase(sheet)?.office), movedOn, officeCode);
    putCase(sheet, {}, { office });
    recordMove(sheet, movedOn, office);
    moveDuties(sheet);
    for (const { key: listed } of without(sheet, 'corrections.key-person', 'endedOn'))
      put(sheet, 'corrections.key-person', listed, {}, { office });
  },
  'corrections.ManagementLevelSet': ({ data }, sheet) => {
    const level = theCase(sheet)?.fields['level'];
    putCase(sheet, { level: addSpell(Array.isArray(level) ? level : [], data.setOn, data.level) });
  },
  'corrections.ReportMade': (event, sheet) => {
    const { reportedOn: on, kind, ok, reportCount = 1 } = event.data;
    putOfSubject(sheet, event, 'corrections.report', keyOf(event), { on, kind, made: true, ok, reportCount });
    if (kind === 'medical-condition') meetCondition(sheet, 'month', on);
  },
  'corrections.ReportMissed': (event, sheet) => {
    const { dueOn: on, kind } = event.data;
    putOfSubject(sheet, event, 'corrections.report', keyOf(event), { on, kind, made: false, reportCount: 1 });
  },
  'corrections.VisitConducted': (event, sheet) => {
    const { visitedOn, kind } = event.data;
    putOfSubject(sheet, event, 'corrections.visit', keyOf(event), { visitedOn, kind });
  },
  'corrections.EducationAttended': (event, sheet) => {
    const { heldOn, hours, result } = event.data;
    putOfSubject(sheet, event, 'corrections.attendance', keyOf(event), { heldOn, kind: 'education', hours, result });
  },
  'corrections.WelfareActivityAttended': (event, sheet) => {
    const { heldOn, hours, result } = event.data;
    putOfSubject(sheet, event, 'corrections.attendance', keyOf(event), {
      heldOn,
      kind: 'public-welfare',
      hours,
      result,
    });
  },
  'corrections.SkillTrainingCompleted': (event, sheet) => {
    const { startedOn, completedOn, courseName, result } = event.data;
    putOfSubject(sheet, event, 'corrections.skill-training', keyOf(event), {
      startedOn,
      completedOn,
      courseName,
      result,
    });
  },
  'corrections.AssistanceGiven': (event, sheet) => {
    const { givenOn, kind, beneficiaryCount, amount } = event.data;
    putOfSubject(sheet, event, 'corrections.assistance', keyOf(event), { givenOn, kind, beneficiaryCount, amount });
  },
  'corrections.ConditionReviewSubmitted': (event, sheet) => {
    const { examinedOn, period } = event.data;
    putOfSubject(sheet, event, 'corrections.condition-review', keyOf(event), { examinedOn, period });
    // The yearly diagnosis is the re-examination of its quarter.
    meetCondition(sheet, 'quarter', examinedOn);
  },
  'corrections.PeriodicEvaluationRecorded': (event, sheet) => {
    const { evaluatedOn, period, result } = event.data;
    putOfSubject(sheet, event, 'corrections.evaluation', keyOf(event), { evaluatedOn, period, result });
    if (period === 'term-end')
      putCase(sheet, { termEndEvaluatedOn: earliest(caseDate(sheet, 'termEndEvaluatedOn'), evaluatedOn) });
  },
  'corrections.KeyPersonListed': (event, sheet) => {
    const { listedOn, reason } = event.data;
    const subject = theCase(sheet);
    const more =
      subject === undefined ? {} : { office: subject.office, ...(subject.person && { person: subject.person }) };
    put(sheet, 'corrections.key-person', keyOf(event), { listedOn, reason }, more);
  },
  'corrections.KeyPersonUnlisted': ({ data }, sheet) => {
    for (const { key } of without(sheet, 'corrections.key-person', 'endedOn'))
      put(sheet, 'corrections.key-person', key, { unlistedOn: data.unlistedOn, endedOn: data.unlistedOn });
  },
  'corrections.ProcuratorialOpinionReceived': (event, sheet) => {
    const { receivedOn, kind, docNo } = event.data;
    putOfSubject(sheet, event, 'corrections.procuratorial-opinion', docNo, { receivedOn, kind, docNo });
  },
  'corrections.ProcuratorialOpinionAnswered': ({ data }, sheet) => {
    if (sheet.get('corrections.procuratorial-opinion', data.opinionDocNo) !== undefined)
      put(sheet, 'corrections.procuratorial-opinion', data.opinionDocNo, { answeredOn: data.answeredOn });
  },
};
