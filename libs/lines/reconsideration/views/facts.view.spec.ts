import { builderOf } from '../../../../test/support/built.js';
import { type Played, PlayedLog } from '../../../../test/support/played-log.js';
import type { ReconsiderationEvent } from '../domain/events/index.js';
import { examples, person } from '../domain/examples.js';
import { reconsideration } from '../index.js';
import { factFields } from './kinds.js';

const built = builderOf<ReconsiderationEvent>(examples);
const OFFICE = '430922';
const sheetOf = async (...events: readonly Played[]) => {
  const log = new PlayedLog(reconsideration, OFFICE);
  log.on('a', ...events);
  return log.sheet();
};
const caseOf = async (...events: readonly Played[]) =>
  (await sheetOf(...events)).facts.find(({ kind }) => kind === 'reconsideration.case');
const applied = built('reconsideration.ReconsiderationApplied');
const accepted = built('reconsideration.ReconsiderationAccepted');
const suspended = built('reconsideration.ProceedingsSuspended');
const resumed = built('reconsideration.ProceedingsResumed');
const extended = built('reconsideration.TermExtended');
const before2024 = (data: object = {}) =>
  built('reconsideration.ReconsiderationApplied', { receivedOn: '2023-03-01', actKnownOn: '2023-02-20', ...data });

describe('a case', () => {
  it('is one row about its applicant, from the application to the suit', async () => {
    const fact = await caseOf(
      applied,
      accepted,
      built('reconsideration.CopySent'),
      built('reconsideration.ReplyReceived'),
      built('reconsideration.ReconsiderationConcluded'),
      built('reconsideration.DecisionServed'),
      built('reconsideration.PetitionedAfterDecision'),
      built('reconsideration.LitigationFiledAgainstDecision'),
    );
    expect(fact).toMatchObject({ key: 'case', office: OFFICE, person: person('applicant') });
    expect(fact?.fields).toMatchObject({
      status: 'litigated',
      law: 'since-2024',
      appliedOn: '2024-03-01',
      answer: 'accepted',
      acceptedOn: '2024-03-06',
      openFrom: '2024-03-06',
      termFrom: '2024-03-06',
      dueOn: '2024-05-06',
      copyReceivedOn: '2024-03-11',
      repliedOn: '2024-03-20',
      ending: 'decision',
      decidedOn: '2024-04-26',
      performBy: '2024-05-31',
      litigatedOn: '2024-05-10',
      petitionedOn: '2024-06-03',
      contestedOn: '2024-05-10',
    });
  });
  it.each([
    ['mediated', { outcome: 'mediated' as const }],
    ['withdrawn', { outcome: 'terminated' as const, terminationGround: 'withdrawn' as const }],
    ['ended', { outcome: 'terminated' as const, terminationGround: 'applicant-died' as const }],
  ])('that was %s is no decision', async (ending, data) => {
    const fact = await caseOf(applied, accepted, built('reconsideration.ReconsiderationConcluded', data));
    expect([fact?.fields['ending'], fact?.fields['decidedOn']]).toEqual([ending, undefined]);
  });
  it('taken over is no application and no acceptance, and has the days its balance states', async () => {
    const fact = await caseOf(built('reconsideration.OpeningBalanceImported', { dueOn: '2024-02-20' }));
    expect(fact?.fields).toMatchObject({ importedOn: '2024-01-01', openFrom: '2024-01-01', dueOn: '2024-02-20' });
    expect([fact?.fields['appliedOn'], fact?.fields['acceptedOn']]).toEqual([undefined, undefined]);
  });
});

describe('the term for the decision', () => {
  const dueOn = async (...events: readonly Played[]) => (await caseOf(...events))?.fields['dueOn'];
  it('runs from acceptance, before 2024 from receipt, or from what was supplied', async () => {
    expect(await dueOn(applied, accepted)).toBe('2024-05-06');
    const late = built('reconsideration.ReconsiderationAccepted', { acceptedOn: '2023-03-20' });
    expect(await dueOn(before2024(), late)).toBe('2023-05-01');
    const asked = built('reconsideration.SupplementRequested', { requestedOn: '2023-03-02', dueOn: '2023-03-20' });
    const supplied = built('reconsideration.CorrectionSupplied', { suppliedOn: '2023-03-10' });
    expect(await dueOn(before2024(), asked, supplied, late)).toBe('2023-05-09');
  });
  it('is thirty days in the summary procedure, sixty again when it is switched', async () => {
    const summary = built('reconsideration.ReconsiderationAccepted', { procedure: 'summary' });
    expect(await dueOn(applied, summary)).toBe('2024-04-05');
    expect(await dueOn(applied, summary, built('reconsideration.ProcedureSwitched'))).toBe('2024-05-06');
  });
  it('stands still while the case is suspended, and moves by the days it did', async () => {
    expect(await dueOn(applied, accepted, suspended)).toBeUndefined();
    // 20 days from Sunday 2024-05-05: Saturday the 25th, so Monday.
    expect(await dueOn(applied, accepted, suspended, resumed)).toBe('2024-05-27');
  });
  it('ends on the day it was put off to, and moves on with a later suspension', async () => {
    expect(await dueOn(applied, accepted, extended)).toBe('2024-06-05');
    const more = [
      built('reconsideration.ProceedingsSuspended', { suspendedOn: '2024-05-06' }),
      built('reconsideration.ProceedingsResumed', { resumedOn: '2024-05-13' }),
    ];
    expect(await dueOn(applied, accepted, extended, ...more)).toBe('2024-06-12');
  });
  it('ends on that day also where the case had stood still before', async () => {
    const later = built('reconsideration.TermExtended', { extendedOn: '2024-05-20', newDueOn: '2024-06-26' });
    expect(await dueOn(applied, accepted, suspended, resumed, later)).toBe('2024-06-26');
  });
  it('of a case taken over suspended runs on when it is resumed', async () => {
    const taken = built('reconsideration.OpeningBalanceImported', { state: 'suspended', suspendedOn: '2023-12-21' });
    expect((await caseOf(taken))?.fields['reviewFrom']).toBeUndefined();
    expect(await dueOn(taken)).toBeUndefined();
    // Received 2023-12-01, so due on 2024-01-30 but for the 20 days it stood still.
    expect(await dueOn(taken, built('reconsideration.ProceedingsResumed', { resumedOn: '2024-01-10' }))).toBe(
      '2024-02-19',
    );
  });
  it('is the same whatever the order events are entered in', async () => {
    const order = [extended, resumed, accepted, suspended];
    expect(await dueOn(applied, ...order)).toBe(await dueOn(applied, accepted, suspended, resumed, extended));
  });
});

it('every field that a fact carries is one its kind names, and every kind comes from some event', async () => {
  const { facts } = await sheetOf(
    applied,
    accepted,
    suspended,
    built('reconsideration.HearingHeld'),
    built('reconsideration.NormReviewOpened'),
    built('reconsideration.NormReviewStepTaken'),
    built('reconsideration.OpinionLetterIssued'),
    built('reconsideration.OpinionAnswered'),
  );
  expect([...new Set(facts.map(({ kind }) => kind))].sort()).toEqual(Object.keys(factFields).sort());
  const strange = facts.flatMap(({ kind, fields }) =>
    Object.keys(fields).filter((name) => !(factFields as Record<string, readonly string[]>)[kind]?.includes(name)),
  );
  expect(strange).toEqual([]);
});
