import { settle } from '#application/settings.js';
import { builderOf } from '../../../../test/support/built.js';
import { accepted, nothing, rejected, specFor } from '../../../../test/support/spec-for.js';
import { settings } from '../settings.js';
import type { DataOfEvent, EventType, LitigationEvent } from './events.js';
import { examples, person } from './examples.js';
import { litigationCase } from './streams.js';

const given = specFor(litigationCase, settle(settings));
const built = builderOf<LitigationEvent>(examples);
type Of<Type extends EventType> = Partial<DataOfEvent<Type>>;
const notice = (data: Of<'litigation.ResponseNoticeReceived'> = {}) => built('litigation.ResponseNoticeReceived', data);
const judged = (data: Of<'litigation.JudgmentReceived'> = {}) => built('litigation.JudgmentReceived', data);
const final = (data: Of<'litigation.JudgmentBecameFinal'> = {}) => built('litigation.JudgmentBecameFinal', data);
const heard = (data: Of<'litigation.HearingAttended'> = {}) => built('litigation.HearingAttended', data);
const imported = (data: Of<'litigation.OpeningBalanceImported'> = {}) =>
  built('litigation.OpeningBalanceImported', data);
const answered = built('litigation.DefenceSubmitted');
const appealed = built('litigation.AppealFiled');
const second = notice({
  instance: 'second',
  courtCaseNo: '(2024)湘09行终8号',
  receivedOn: '2024-07-01',
  courtFiledOn: undefined,
});
const above = (data: Of<'litigation.JudgmentReceived'> = {}) =>
  judged({ instance: 'second', outcome: 'upheld', receivedOn: '2024-08-20', docNo: '(2024)湘09行终8号', ...data });
const inSecond = [notice(), judged(), appealed, second];

describe('a suit', () => {
  it('begins with a notice, in whatever instance it comes to our knowledge', () => {
    given().when(notice()).then(accepted);
    given().when(second).then(accepted);
    given().when(judged()).then(rejected('illegal-step'));
  });
  it('names a citizen by reference and an organisation by name', () => {
    given()
      .when(notice({ plaintiffs: [{ kind: 'legal-person', personRef: person('x') }] }))
      .then(rejected('litigation.plaintiff-unnamed'));
    given()
      .when(notice({ plaintiffs: [{ kind: 'legal-person', firmName: '某公司' }] }))
      .then(accepted);
  });
  it('was filed before its notice came', () =>
    given()
      .when(notice({ courtFiledOn: '2024-03-02' }))
      .then(rejected('litigation.dates-reversed')));
  it('is known by the number of every instance', () =>
    given(...inSecond).thenKeys('court:(2024)湘0922行初5号', 'court:(2024)湘09行终8号'));
  it('taken over says how it stood', () => {
    given().when(imported()).then(accepted);
    given()
      .when(imported({ state: 'judged' }))
      .then(rejected('litigation.opening-incomplete'));
    given()
      .when(imported({ state: 'judged', judgedOn: '2023-12-20', outcome: 'revoked' }))
      .then(accepted);
    given()
      .when(imported({ state: 'judged', judgedOn: '2024-02-20', outcome: 'revoked' }))
      .then(rejected('litigation.dates-reversed'));
    given()
      .when(imported({ receivedOn: '2024-03-01' }))
      .then(rejected('litigation.dates-reversed'));
  });
});

describe('answering and appearing', () => {
  it('answers once an instance, also after the hearing', () => {
    given(notice()).when(answered).then(accepted);
    given(notice(), answered).when(answered).then(nothing);
    given(notice(), answered)
      .when(built('litigation.DefenceSubmitted', { docNo: '另一答辩状' }))
      .then(rejected('litigation.already-answered'));
    given(...inSecond)
      .when(built('litigation.DefenceSubmitted', { submittedOn: '2024-07-10' }))
      .then(accepted);
    given(notice(), heard({ heldOn: '2024-03-05' }), answered).thenStatus('heard');
  });
  it('sends the head, or somebody in his place with a reason', () => {
    given(notice()).when(heard()).then(accepted);
    given(notice())
      .when(heard({ headPresent: false }))
      .then(rejected('litigation.nobody-attended'));
    given(notice())
      .when(heard({ headPresent: false, reasonAbsent: '开会' }))
      .then(accepted);
    const delegate = { headPresent: false, delegateRef: person('delegate') };
    given(notice()).when(heard(delegate)).then(rejected('litigation.absence-unexplained'));
    given(notice())
      .when(heard({ ...delegate, reasonAbsent: '公务' }))
      .then(accepted);
    given(notice())
      .when(heard({ ...delegate, headRequired: false }))
      .then(accepted);
  });
});

describe('a judgment', () => {
  it('comes after service, once an instance', () => {
    given(notice(), answered, heard()).when(judged()).then(accepted);
    given(notice(), judged()).when(judged()).then(rejected('illegal-step'));
  });
  it('is of the instance under way', () =>
    given(notice())
      .when(judged({ instance: 'second' }))
      .then(rejected('litigation.other-instance')));
  it('says what a court of its instance can say', () => {
    given(notice())
      .when(judged({ outcome: 'upheld' }))
      .then(rejected('litigation.outcome-not-of-instance'));
    given(...inSecond)
      .when(above({ outcome: 'revoked' }))
      .then(rejected('litigation.outcome-not-of-instance'));
    given(...inSecond)
      .when(above({ outcome: 'mediated' }))
      .then(accepted);
  });
  it('that reverses, or upholds what is not on record, says what stands', () => {
    given(...inSecond)
      .when(above())
      .then(accepted);
    given(...inSecond)
      .when(above({ standingOutcome: 'claim-dismissed' }))
      .then(rejected('litigation.standing-outcome-missing'));
    given(...inSecond)
      .when(above({ outcome: 'reversed' }))
      .then(rejected('litigation.standing-outcome-missing'));
    given(second).when(above()).then(rejected('litigation.standing-outcome-missing'));
    given(second)
      .when(above({ standingOutcome: 'revoked' }))
      .then(accepted);
  });
});

describe('appeal', () => {
  it('leads to a second instance', () => {
    given(notice(), judged()).when(appealed).then(accepted);
    given(notice(), judged(), appealed).when(appealed).then(nothing);
    given(notice(), judged(), appealed)
      .when(built('litigation.AppealFiled', { by: 'third-party' }))
      .then(accepted);
    given(notice(), judged(), appealed)
      .when(notice({ receivedOn: '2024-07-01', courtCaseNo: '另案' }))
      .then(rejected('litigation.instance-misplaced'));
    given(notice(), judged(), appealed)
      .when(notice({ receivedOn: '2024-07-01', instance: 'second' }))
      .then(rejected('litigation.court-number-taken'));
  });
  it('is not open against a withdrawal, nor against a second judgment', () => {
    given(notice(), judged({ outcome: 'withdrawn' }))
      .when(appealed)
      .then(rejected('litigation.no-further-appeal'));
    given(...inSecond, above())
      .when(built('litigation.AppealFiled', { filedOn: '2024-08-25' }))
      .then(rejected('litigation.no-further-appeal'));
  });
  it('may send the suit back to where it began', () => {
    const remanded = above({ outcome: 'remanded' });
    given(...inSecond, remanded).thenStatus('remanded');
    given(...inSecond, remanded)
      .when(notice({ receivedOn: '2024-09-10', courtCaseNo: '(2024)湘0922行初30号' }))
      .then(accepted);
    given(...inSecond, remanded)
      .when(final({ effectiveOn: '2024-09-10' }))
      .then(rejected('illegal-step'));
  });
});

describe('becoming final', () => {
  it('waits for the time to appeal', () => {
    given(notice(), judged()).when(final()).then(accepted);
    given(notice(), judged())
      .when(final({ effectiveOn: '2024-06-17' }))
      .then(rejected('litigation.appeal-term-open'));
    given(notice(), judged({ outcome: 'suit-dismissed' }))
      .when(final({ effectiveOn: '2024-06-11' }))
      .then(accepted);
    given(notice(), judged({ outcome: 'withdrawn' }))
      .when(final({ effectiveOn: '2024-05-31' }))
      .then(accepted);
  });
  it('follows from the judgment, whoever was upheld', () => {
    given(notice(), judged())
      .when(final({ finalOutcome: 'lost' }))
      .then(rejected('litigation.outcome-differs'));
    given(notice(), judged({ outcome: 'revoked' }))
      .when(final({ finalOutcome: 'partly-lost' }))
      .then(accepted);
    given(notice(), judged({ outcome: 'mediated' }))
      .when(final())
      .then(rejected('litigation.outcome-differs'));
    given(...inSecond, above())
      .when(final({ effectiveOn: '2024-08-20' }))
      .then(accepted);
    given(...inSecond, above({ outcome: 'reversed', standingOutcome: 'revoked' }))
      .when(final({ effectiveOn: '2024-08-20' }))
      .then(rejected('litigation.outcome-differs'));
  });
  it('happens once, until there is a retrial', () => {
    given(notice(), judged(), final())
      .when(final({ effectiveOn: '2024-06-20' }))
      .then(rejected('illegal-step'));
    given(notice(), judged(), final())
      .when(notice({ instance: 'retrial', receivedOn: '2024-10-08', courtCaseNo: '(2024)湘09行再1号' }))
      .then(accepted);
    given(notice(), judged(), final()).when(second).then(rejected('litigation.instance-misplaced'));
  });
  it('leaves nothing to perform to who won', () => {
    const performed = built('litigation.JudgmentPerformed');
    given(notice(), judged(), final()).when(performed).then(rejected('litigation.nothing-to-perform'));
    given(notice(), judged(), appealed).when(performed).then(rejected('illegal-step'));
    given(notice(), judged({ outcome: 'revoked' }), final({ finalOutcome: 'lost', performBy: '2024-08-01' }))
      .when(performed)
      .then(accepted);
    given(notice(), judged())
      .when(final({ performBy: '2024-08-01' }))
      .then(rejected('litigation.performance-misplaced'));
  });
});

describe('a judicial suggestion', () => {
  const advice = built('litigation.JudicialAdviceReceived');
  const reply = built('litigation.JudicialAdviceAnswered');
  it('is taken in once and answered once', () => {
    given(notice(), advice).when(advice).then(rejected('litigation.advice-exists'));
    given(notice()).when(reply).then(rejected('litigation.no-such-advice'));
    given(notice(), advice).when(reply).then(accepted);
    given(notice(), advice, reply).when(reply).then(nothing);
    given(notice(), advice, reply)
      .when(built('litigation.JudicialAdviceAnswered', { replyDocNo: '另一函' }))
      .then(rejected('litigation.advice-answered'));
  });
});
