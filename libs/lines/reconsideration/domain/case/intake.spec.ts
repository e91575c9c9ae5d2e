import { settle } from '#application/settings.js';
import { builderOf } from '../../../../../test/support/built.js';
import { accepted, needsApproval, rejected, specFor } from '../../../../../test/support/spec-for.js';
import { settings } from '../../settings.js';
import type { ReconsiderationEvent } from '../events/index.js';
import { examples, person } from '../examples.js';
import { reconsiderationCase } from './stream.js';

const given = specFor(reconsiderationCase, settle(settings));
const built = builderOf<ReconsiderationEvent>(examples);
const applied = (data: Parameters<typeof built<'reconsideration.ReconsiderationApplied'>>[1] = {}) =>
  built('reconsideration.ReconsiderationApplied', data);
const asked = built('reconsideration.SupplementRequested');
const supplied = built('reconsideration.CorrectionSupplied');
const taken = (data: Parameters<typeof built<'reconsideration.ReconsiderationAccepted'>>[1] = {}) =>
  built('reconsideration.ReconsiderationAccepted', data);
const deemed = (deemedOn: string) => built('reconsideration.DeemedAccepted', { deemedOn });
const imported = (data: Parameters<typeof built<'reconsideration.OpeningBalanceImported'>>[1] = {}) =>
  built('reconsideration.OpeningBalanceImported', data);

describe('an application', () => {
  it('is taken in', () => given().when(applied()).then(accepted));
  it('is taken in once', () => given(applied()).when(applied()).then(rejected('illegal-step')));
  it('names a citizen by reference and an organisation by name', () => {
    const unnamed = rejected('reconsideration.applicant-unnamed');
    given()
      .when(applied({ applicants: [{ kind: 'citizen', firmName: '某公司' }] }))
      .then(unnamed);
    given()
      .when(applied({ applicants: [{ kind: 'legal-person', personRef: person('x') }] }))
      .then(unnamed);
    given()
      .when(applied({ applicants: [{ kind: 'legal-person', firmName: '某公司' }] }))
      .then(accepted);
  });
  it('counts at least those it names', () =>
    given()
      .when(
        applied({
          applicants: [
            ...examples['reconsideration.ReconsiderationApplied'].applicants,
            { kind: 'organisation', firmName: '某合作社' },
          ],
        }),
      )
      .then(rejected('reconsideration.fewer-than-named')));
  it('does not come before the act was known', () =>
    given()
      .when(applied({ actKnownOn: '2024-03-02' }))
      .then(rejected('reconsideration.dates-reversed')));
  it('belongs to a field the province uses', () =>
    specFor(reconsiderationCase, settle(settings, { fieldsInUse: ['market'] }))()
      .when(applied())
      .then(rejected('reconsideration.field-not-in-use')));
});

describe('correction of an application', () => {
  it('is asked for, leaving ten working days', () => given(applied()).when(asked).then(accepted));
  it('leaves no less', () =>
    given(applied())
      .when(built('reconsideration.SupplementRequested', { dueOn: '2024-03-15' }))
      .then(rejected('reconsideration.correction-term-too-short')));
  it('left what was reasonable before 2024', () =>
    given(applied({ receivedOn: '2023-03-01', actKnownOn: '2023-02-20' }))
      .when(built('reconsideration.SupplementRequested', { requestedOn: '2023-03-02', dueOn: '2023-03-06' }))
      .then(accepted));
  it('is asked for at once', () =>
    given(applied(), asked, supplied)
      .when(built('reconsideration.SupplementRequested', { requestedOn: '2024-03-13', dueOn: '2024-03-29' }))
      .then(rejected('reconsideration.correction-asked-before')));
  it('may get more time, not less', () => {
    given(applied(), asked).when(built('reconsideration.CorrectionTermExtended')).then(accepted);
    given(applied(), asked)
      .when(built('reconsideration.CorrectionTermExtended', { newDueOn: '2024-03-18' }))
      .then(rejected('reconsideration.correction-extension-not-later'));
  });
  it('not supplied in time, ends the application', () => {
    given(applied(), asked).when(built('reconsideration.DeemedAbandoned')).then(accepted);
    given(applied(), asked)
      .when(built('reconsideration.DeemedAbandoned', { decidedOn: '2024-03-18' }))
      .then(rejected('reconsideration.correction-not-overdue'));
    given(applied(), asked, built('reconsideration.CorrectionTermExtended'))
      .when(built('reconsideration.DeemedAbandoned'))
      .then(rejected('reconsideration.correction-not-overdue'));
  });
  it('comes before acceptance', () => given(applied(), asked).when(taken()).then(rejected('illegal-step')));
});

describe('accepting a case', () => {
  it('is possible after review', () => given(applied()).when(taken()).then(accepted));
  it('is possible once', () => given(applied(), taken()).when(taken()).then(rejected('illegal-step')));
  it('is refused while a court has the same act', () =>
    given(applied({ courtCaseNo: '(2024)湘0922行初1号' }))
      .when(taken())
      .then(rejected('reconsideration.court-has-accepted')));
  it('knows the same act and applicant again, from acceptance on', () => {
    const { applicants, respondentCode, actDocNo } = examples['reconsideration.ReconsiderationApplied'];
    const act = `${applicants[0]?.personRef}:${respondentCode}:${actDocNo}`;
    const paper = `application:${act}:2024-03-01`;
    given(applied()).thenKeys(paper);
    given(applied(), taken()).thenKeys(paper, `act:${act}`, 'number:〔2024〕县政复字第1号');
    given(applied(), taken({ withdrawalAgainstWill: true })).thenKeys(
      paper,
      `act:${act}:again`,
      'number:〔2024〕县政复字第1号',
    );
    given(applied(), built('reconsideration.ReconsiderationNotAccepted')).thenKeys(paper);
  });
  it('takes up an act again after a withdrawal against the will of the applicant, with a second person', () =>
    given(applied())
      .when(taken({ withdrawalAgainstWill: true }))
      .then(needsApproval('reconsideration.reapplied-after-withdrawal')));
  it('knows the summary procedure since 2024', () => {
    given(applied())
      .when(taken({ procedure: 'summary' }))
      .then(accepted);
    given(applied({ receivedOn: '2023-12-26', actKnownOn: '2023-12-01' }))
      .when(taken({ acceptedOn: '2023-12-29', procedure: 'summary' }))
      .then(rejected('reconsideration.not-in-force'));
  });
});

describe('the time for an application', () => {
  const late = needsApproval('reconsideration.late-application');
  it('is sixty days, the last one moved off a day off', () => {
    // 60 days from 2024-01-01 end on Friday 1 March.
    given(applied({ actKnownOn: '2024-01-01' }))
      .when(taken())
      .then(accepted);
    given(applied({ actKnownOn: '2023-12-31' }))
      .when(taken())
      .then(late);
  });
  it('is kept by handing it in at the organ that made the act', () =>
    given(applied({ actKnownOn: '2023-12-29', channel: 'through-agency', agencyReceivedOn: '2024-02-27' }))
      .when(taken())
      .then(accepted));
  it('is a year where the remedies were not named', () => {
    given(applied({ remedyInformed: false, actKnownOn: '2023-03-01' }))
      .when(taken())
      .then(accepted);
    given(applied({ remedyInformed: false, actKnownOn: '2023-02-28' }))
      .when(taken())
      .then(late);
  });
  it('ends five years after the act, twenty where immovables are concerned', () => {
    const old = { remedyInformed: false, actMadeOn: '2019-01-10' };
    given(applied(old)).when(taken()).then(rejected('reconsideration.beyond-longest-period'));
    given(applied({ ...old, immovables: true }))
      .when(taken())
      .then(accepted);
  });
});

describe('deemed acceptance', () => {
  it('follows five working days without an answer', () => {
    given(applied()).when(deemed('2024-03-09')).then(accepted);
    given(applied()).when(deemed('2024-03-08')).then(rejected('reconsideration.review-term-open'));
  });
  it('counts afresh from what was supplied', () =>
    given(applied(), asked, supplied).when(deemed('2024-03-19')).then(rejected('reconsideration.review-term-open')));
  it('does not happen while something is missing', () =>
    given(applied(), asked).when(deemed('2024-03-20')).then(rejected('illegal-step')));
  it('is of the revised law', () =>
    given(applied({ receivedOn: '2023-12-20', actKnownOn: '2023-12-01' }))
      .when(deemed('2024-01-05'))
      .then(rejected('reconsideration.not-in-force')));
});

describe('other ways an application ends', () => {
  it.each([
    'reconsideration.ReconsiderationNotAccepted',
    'reconsideration.ReconsiderationReferred',
    'reconsideration.SettledBeforeAcceptance',
  ] as const)('%s, and nothing follows', (type) => {
    given(applied()).when(built(type)).then(accepted);
    given(applied(), built(type)).when(deemed('2024-03-20')).then(rejected('illegal-step'));
  });
});

describe('a case taken over', () => {
  it('is under review from its acceptance', () => given(imported()).thenStatus('in-review'));
  it('stands as it stood on the day of the balance', () => {
    for (const later of [{ receivedOn: '2024-01-02' }, { acceptedOn: '2024-01-05' }])
      given().when(imported(later)).then(rejected('reconsideration.dates-reversed'));
    given()
      .when(imported({ state: 'suspended', suspendedOn: '2024-01-02' }))
      .then(rejected('reconsideration.dates-reversed'));
  });
  it.each([
    ['no day of acceptance', imported({ acceptedOn: undefined })],
    ['accepted, yet only received', imported({ state: 'received' })],
    ['suspended since no day', imported({ state: 'suspended' })],
    ['suspended, yet under review', imported({ suspendedOn: '2023-12-20' })],
  ])('says all it needs: %s', (_what, event) =>
    given().when(event).then(rejected('reconsideration.opening-incomplete')),
  );
  it('may still wait for an answer', () =>
    given(imported({ state: 'received', acceptedOn: undefined }))
      .when(taken())
      .then(accepted));
});
