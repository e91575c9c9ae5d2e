import { settle } from '#application/settings.js';
import { builderOf } from '../../../../../test/support/built.js';
import { accepted, nothing, rejected, specFor } from '../../../../../test/support/spec-for.js';
import { settings } from '../../settings.js';
import type { ReconsiderationEvent } from '../events/index.js';
import { examples } from '../examples.js';
import { reconsiderationCase } from './stream.js';

const given = specFor(reconsiderationCase, settle(settings));
const built = builderOf<ReconsiderationEvent>(examples);
const applied = built('reconsideration.ReconsiderationApplied');
const open = [applied, built('reconsideration.ReconsiderationAccepted')];
const copy = built('reconsideration.CopySent');
const reply = built('reconsideration.ReplyReceived');
const heard = built('reconsideration.OpinionsHeard');
const ready = [...open, copy, reply, heard];
const suspended = built('reconsideration.ProceedingsSuspended');
type Conclusion = Parameters<typeof built<'reconsideration.ReconsiderationConcluded'>>[1];
const concluded = (data: Conclusion = {}) => built('reconsideration.ReconsiderationConcluded', data);
const terminated = (data: Conclusion = {}) =>
  concluded({ outcome: 'terminated', terminationGround: 'withdrawn', performBy: undefined, ...data });
const upheld = concluded({ outcome: 'upheld', performBy: undefined });

describe('concluding a case', () => {
  it('decides it', () =>
    given(...ready)
      .when(concluded())
      .then(accepted));
  it('comes after acceptance, and once', () => {
    given(applied).when(concluded()).then(rejected('illegal-step'));
    given(...ready, concluded())
      .when(upheld)
      .then(rejected('illegal-step'));
  });
  it('sends the respondent a copy first', () =>
    given(...open)
      .when(concluded())
      .then(rejected('reconsideration.copy-not-sent')));
  it('waits for the reply, or for the end of its ten working days', () => {
    given(...open, copy, heard)
      .when(concluded({ decidedOn: '2024-03-27' }))
      .then(accepted);
    given(...open, copy, built('reconsideration.OpinionsHeard', { heldOn: '2024-03-20' }))
      .when(concluded({ decidedOn: '2024-03-25' }))
      .then(rejected('reconsideration.reply-outstanding'));
  });
  it('hears the parties in the ordinary procedure since 2024', () => {
    given(...open, copy, reply)
      .when(concluded())
      .then(rejected('reconsideration.opinions-not-heard'));
    given(...open, copy, reply, built('reconsideration.HearingHeld'))
      .when(concluded())
      .then(accepted);
    given(applied, built('reconsideration.ReconsiderationAccepted', { procedure: 'summary' }), copy, reply)
      .when(concluded())
      .then(accepted);
  });
  it('needs none of that to dismiss an application', () =>
    given(...open)
      .when(concluded({ outcome: 'application-dismissed', performBy: undefined }))
      .then(accepted));
  it('asks nothing of a case taken over', () =>
    given(built('reconsideration.OpeningBalanceImported'))
      .when(concluded({ decidedOn: '2024-01-20', performBy: '2024-02-20' }))
      .then(accepted));
  it('names no outcome the law did not have', () =>
    given(
      built('reconsideration.OpeningBalanceImported', {
        asOfDate: '2023-01-01',
        receivedOn: '2022-12-01',
        actKnownOn: '2022-11-20',
        acceptedOn: '2022-12-05',
      }),
    )
      .when(concluded({ decidedOn: '2023-02-01', outcome: 'declared-void', performBy: undefined }))
      .then(rejected('reconsideration.not-in-force')));
  it('sets no term where there is nothing to perform', () =>
    given(...ready)
      .when(concluded({ outcome: 'upheld' }))
      .then(rejected('reconsideration.performance-misplaced')));
});

describe('mediation', () => {
  const mediated = concluded({ outcome: 'mediated' });
  it('ends a case both sides agreed on', () =>
    given(...open, built('reconsideration.MediationHeld'))
      .when(mediated)
      .then(accepted));
  it('ends none that nobody agreed on', () => {
    given(...open)
      .when(mediated)
      .then(rejected('reconsideration.never-consented'));
    given(...open, built('reconsideration.MediationHeld', { result: 'continued' }))
      .when(mediated)
      .then(rejected('reconsideration.never-consented'));
  });
});

describe('termination', () => {
  it('names its ground', () => {
    given(...open)
      .when(terminated({ withdrawnAfterSettlement: true }))
      .then(accepted);
    given(...open)
      .when(terminated({ terminationGround: undefined }))
      .then(rejected('reconsideration.termination-ground'));
    given(...ready)
      .when(concluded({ terminationGround: 'withdrawn' }))
      .then(rejected('reconsideration.termination-ground'));
    given(...open)
      .when(terminated({ terminationGround: 'criminal-proceedings', withdrawnAfterSettlement: true }))
      .then(rejected('reconsideration.settlement-misplaced'));
  });
});

describe('a suspended case', () => {
  const still = [...open, copy, reply, suspended];
  it('is not decided', () =>
    given(...still)
      .when(upheld)
      .then(rejected('reconsideration.still-suspended')));
  it('may be withdrawn', () =>
    given(...still)
      .when(terminated())
      .then(accepted));
  it('ends by itself after sixty days without a successor', () => {
    const unresolved = (decidedOn: string) => terminated({ decidedOn, terminationGround: 'suspension-unresolved' });
    given(...still)
      .when(unresolved('2024-05-24'))
      .then(accepted);
    given(...still)
      .when(unresolved('2024-05-23'))
      .then(rejected('reconsideration.suspension-too-short'));
    given(...open, built('reconsideration.ProceedingsSuspended', { ground: 'other-case' }))
      .when(unresolved('2024-06-30'))
      .then(rejected('reconsideration.suspension-too-short'));
    given(...open)
      .when(unresolved('2024-05-24'))
      .then(rejected('reconsideration.termination-ground'));
  });
});

describe('after the decision', () => {
  const decided = [...ready, concluded()];
  const served = built('reconsideration.DecisionServed');
  const suit = built('reconsideration.LitigationFiledAgainstDecision');
  it('it is served and performed', () => {
    given(...decided)
      .when(served)
      .then(accepted);
    given(...decided, served)
      .when(built('reconsideration.DecisionPerformed'))
      .then(accepted);
    given(...decided, served, built('reconsideration.DecisionPerformed')).thenStatus('performed');
  });
  it('performs nothing that was upheld', () =>
    given(...ready, upheld)
      .when(built('reconsideration.DecisionPerformed'))
      .then(rejected('reconsideration.nothing-to-perform')));
  it('it may go to court, each suit once', () => {
    given(...decided, served, suit).thenStatus('litigated');
    given(...decided, served, suit)
      .when(suit)
      .then(nothing);
    given(...ready)
      .when(suit)
      .then(rejected('illegal-step'));
  });
  it('it may be petitioned against', () =>
    given(...decided, served, suit)
      .when(built('reconsideration.PetitionedAfterDecision'))
      .then(accepted));
});

describe('letters', () => {
  const letter = built('reconsideration.OpinionLetterIssued');
  const answer = built('reconsideration.OpinionAnswered');
  it('go out under a number of their own', () => {
    given(...open, letter)
      .when(built('reconsideration.SuggestionIssued'))
      .then(accepted);
    given(...open, letter)
      .when(letter)
      .then(rejected('reconsideration.letter-exists'));
  });
  it('are answered once', () => {
    given(...open, letter)
      .when(answer)
      .then(accepted);
    given(...open)
      .when(answer)
      .then(rejected('reconsideration.no-such-letter'));
    given(...open, letter, answer)
      .when(answer)
      .then(rejected('reconsideration.already-answered'));
  });
});
