import { CENTRE, HOME, OTHER, correctionsLog } from '../../../../test/support/played-corrections.js';
import type { Played } from '../../../../test/support/played-log.js';
import {
  assessmentCommissioned,
  assessmentConcluded,
  contactLost,
  correctionTerminated,
  cumulativeBaselineSet,
  electronicMonitoringApplied,
  electronicMonitoringExtended,
  id,
  leaveApproved,
  leaveDeparted,
  leaveReturned,
  legalDocumentsReceived,
  nonReportRecorded,
  officeReassigned,
  openingBalanceImported,
  placeChangeDecided,
  placeChangeReplied,
  placeChangeRequested,
  programSessionHeld,
  punishmentImposed,
  revocationProposed,
  revocationRuled,
  safetyScreeningHeld,
  subjectReceived,
  subjectReleased,
  subjectReported,
  subjectTransferredIn,
  subjectTransferredOut,
} from '../domain/builders.js';
import type { FactKind } from './facts/kinds.js';

/** The rows of a kind, and what they posted: measure, office, day, amount, splits. */
const rowsOf = async (kind: FactKind, ...events: readonly Played[]) => {
  const log = correctionsLog();
  log.on('a', ...events);
  const { facts, postings } = await log.sheet();
  const keys = new Set(facts.filter((fact) => fact.kind === kind).map(({ key }) => key));
  return {
    rows: facts.filter((fact) => fact.kind === kind),
    posted: postings
      .filter(({ factKey }) => keys.has(factKey))
      .map(({ measure, office, on, amount, splits }) => `${measure.slice(12)} ${office} ${on} ${amount} ${splits}`),
  };
};

describe('a case', () => {
  it('is one row from the papers to the release, owned by the entrusted office', async () => {
    const { rows } = await rowsOf(
      'corrections.case',
      legalDocumentsReceived(),
      subjectReported(),
      subjectReceived(),
      officeReassigned(),
      subjectReleased(),
    );
    expect(rows).toEqual([
      expect.objectContaining({
        key: 'case',
        person: id('person'),
        office: [
          { from: '2023-01-10', value: HOME },
          { from: '2023-05-01', value: OTHER },
        ],
      }),
    ]);
    expect(rows[0]?.fields).toMatchObject({
      status: 'released',
      origin: 'direct',
      category: 'probation',
      docsReceivedOn: '2023-01-06',
      docsIncompleteOn: '2023-01-06',
      docsCompleteOn: '2023-01-10',
      reportedOn: '2023-01-09',
      reportDueOn: '2023-01-16',
      receivedOn: '2023-01-10',
      inRegisterFrom: '2023-01-10',
      documentedIntakeOn: '2023-01-10',
      planDueOn: '2023-02-09',
      closedOn: '2025-01-03',
      closing: 'released',
      closingKind: 'term-expired',
      aftercareHandedOverOn: '2025-01-03',
    });
  });

  it('posts the register, the intake and the way out', async () => {
    const { posted } = await rowsOf('corrections.case', subjectReceived(), correctionTerminated());
    const who = '{"ageBand":"26-to-45","category":"probation","sex":"male"}';
    expect(posted).toEqual(
      expect.arrayContaining([
        `in-register ${HOME} 2023-01-10 1 ${who}`,
        `received ${HOME} 2023-01-10 1 ${who}`,
        `in-register ${HOME} 2023-12-01 -1 ${who}`,
        `terminated ${HOME} 2023-12-01 1 {"category":"probation","closingKind":"probation-revoked"}`,
      ]),
    );
  });

  it('transferred in or taken over is no intake, and is due to nobody', async () => {
    const taken = await rowsOf('corrections.case', openingBalanceImported());
    expect(taken.rows[0]?.fields).toMatchObject({
      origin: 'import',
      importedOn: '2022-12-31',
      inRegisterFrom: '2022-12-31',
    });
    const come = await rowsOf('corrections.case', legalDocumentsReceived(), subjectTransferredIn());
    expect(come.rows[0]?.fields).toMatchObject({ origin: 'transfer', transferredInOn: '2023-01-10' });
    for (const { rows } of [taken, come]) {
      expect(rows[0]?.fields['receivedOn']).toBeUndefined();
      expect(rows[0]?.fields['reportDueOn']).toBeUndefined();
    }
  });
});

it('an assessment carries its opinion, its due day and who asked', async () => {
  const { rows, posted } = await rowsOf('corrections.assessment', assessmentCommissioned(), assessmentConcluded());
  expect(rows).toMatchObject([
    { office: CENTRE, fields: { outcome: 'suitable', dueOn: '2023-02-15', endedOn: '2023-02-13', orgKind: 'court' } },
  ]);
  expect(posted).toContain(`assessments-answered ${CENTRE} 2023-02-13 1 {"outcome":"suitable"}`);
});

it('a leave says by dates alone when it was leave, when overdue, when over', async () => {
  const { rows, posted } = await rowsOf(
    'corrections.leave',
    subjectReceived(),
    leaveApproved(),
    leaveDeparted(),
    leaveReturned({ returnedOn: '2023-03-12' }),
  );
  expect(rows).toMatchObject([
    {
      office: HOME,
      fields: { status: 'returned', awayTo: '2023-03-11', overdueFrom: '2023-03-11', late: true, days: 5 },
    },
  ]);
  const net = posted.filter((line) => line.startsWith('leaves-overdue'));
  expect(net).toEqual([`leaves-overdue ${HOME} 2023-03-11 1 {}`, `leaves-overdue ${HOME} 2023-03-12 -1 {}`]);
});

it('a change of place goes from the request to the papers at the new county', async () => {
  const { rows } = await rowsOf(
    'corrections.place-change',
    subjectReceived(),
    placeChangeRequested(),
    placeChangeReplied(),
    placeChangeDecided(),
    subjectTransferredOut(),
  );
  expect(rows[0]?.fields).toMatchObject({
    agreed: true,
    decision: 'agreed',
    transferredOutOn: '2023-07-20',
    docsHandedOverOn: '2023-07-18',
  });
});

it('a lapse of supervision knows what was done about it, and ends when the subject is received or found', async () => {
  const never = await rowsOf('corrections.lapse', nonReportRecorded(), subjectReceived({ receivedOn: '2023-02-01' }));
  expect(never.rows).toMatchObject([
    {
      key: 'not-reported',
      office: HOME,
      fields: { kind: 'not-reported', beganOn: '2023-01-15', endedOn: '2023-02-01' },
    },
  ]);
  const warned = punishmentImposed({ kind: 'warning', docNo: '2', decidedOn: '2023-09-20' });
  const lost = await rowsOf('corrections.lapse', subjectReceived(), contactLost(), warned, revocationProposed());
  expect(lost.rows[0]?.fields).toMatchObject({
    beganOn: '2023-09-04',
    warnedOn: '2023-09-20',
    revocationProposedOn: '2023-11-01',
  });
});

it('a revocation is ruled on where it was proposed; one of the court itself stands alone', async () => {
  const asked = await rowsOf('corrections.revocation', subjectReceived(), revocationProposed(), revocationRuled());
  expect(asked.rows).toMatchObject([
    { fields: { proposedOn: '2023-11-01', ruledOn: '2023-11-27', outcome: 'granted' } },
  ]);
  const unasked = await rowsOf('corrections.revocation', subjectReceived(), revocationRuled({ courtInitiated: true }));
  expect(unasked.rows[0]?.fields).not.toHaveProperty('proposedOn');
});

it('monitoring made longer is a second span from the day after the first', async () => {
  const { rows } = await rowsOf(
    'corrections.monitoring',
    subjectReceived(),
    electronicMonitoringApplied(),
    electronicMonitoringExtended(),
  );
  expect(rows.map(({ fields }) => [fields['beganOn'], fields['endsOn'], fields['settledOn']])).toEqual([
    ['2023-05-08', '2023-08-07', '2023-08-04'],
    ['2023-08-08', '2023-11-07', undefined],
  ]);
});

it('screenings, sessions and baselines belong to the office that recorded them', async () => {
  const held = await rowsOf('corrections.screening', safetyScreeningHeld());
  expect(held.rows).toMatchObject([{ office: CENTRE, fields: { screenedCount: 30, keyPersonsFound: 1 } }]);
  const session = await rowsOf('corrections.session', programSessionHeld());
  expect(session.posted).toEqual([`sessions-held ${CENTRE} 2023-03-15 1 {"kind":"group-education"}`]);
  const baseline = await rowsOf('corrections.baseline', cumulativeBaselineSet());
  expect(baseline.posted).toEqual([`baseline-received ${CENTRE} 2022-12-31 3169 {}`]);
});
