import { settle } from '#application/settings.js';
import { builderOf } from '../../../../../test/support/built.js';
import { accepted, conflictsWith, nothing, rejected, specFor } from '../../../../../test/support/spec-for.js';
import { settings } from '../../settings.js';
import { examples, id } from '../examples.js';
import type { AftercareEvent } from '../events/index.js';
import { aftercareCase } from './procedure.js';

const given = specFor(aftercareCase, settle(settings));
const built = builderOf<AftercareEvent>(examples);
const released = built('aftercare.PrisonerReleased');
const linked = built('aftercare.AftercareLinked');
const imported = built('aftercare.OpeningBalanceImported');
const inSupport = [released, linked] as const;

describe('support (帮教)', () => {
  it.each([
    'aftercare.SupportGroupFormed',
    'aftercare.SupportContactMade',
    'aftercare.SettlementArranged',
    'aftercare.AidGiven',
    'aftercare.DualListingSet',
    'aftercare.WentMissing',
  ] as const)('%s needs the link', (type) => {
    given(...inSupport)
      .when(built(type))
      .then(accepted);
    given(released).when(built(type)).then(rejected('illegal-step'));
  });
  it('makes contact from the day of the link to the day it ends, both included', () => {
    const contact = (contactOn: string) => built('aftercare.SupportContactMade', { contactOn });
    const over = given(...inSupport, built('aftercare.SupportEnded'));
    over.when(contact('2023-03-13')).then(rejected('illegal-step'));
    over.when(contact('2023-03-14')).then(accepted);
    over.when(contact('2023-12-20')).then(accepted);
    over.when(contact('2023-12-21')).then(rejected('aftercare.support-over'));
  });
  it('passes to another office once', () => {
    const moved = built('aftercare.OfficeReassigned');
    given(...inSupport)
      .when(moved)
      .then(accepted);
    given(...inSupport, moved)
      .when(moved)
      .then(nothing);
    given(imported)
      .when(built('aftercare.OfficeReassigned', { officeCode: '430922001' }))
      .then(nothing);
  });
});

describe('settlement (安置)', () => {
  const arranged = built('aftercare.SettlementArranged');
  const lost = built('aftercare.SettlementLost');
  it('is arranged once in one way, and anew in another', () => {
    given(...inSupport, arranged)
      .when(arranged)
      .then(nothing);
    given(...inSupport, arranged)
      .when(built('aftercare.SettlementArranged', { mode: 'self-employed', employerName: undefined }))
      .then(accepted);
  });
  it('is lost where there is one, and found again', () => {
    given(...inSupport)
      .when(lost)
      .then(rejected('aftercare.not-settled'));
    given(...inSupport, arranged)
      .when(lost)
      .then(accepted);
    given(...inSupport, arranged, lost)
      .when(built('aftercare.SettlementArranged', { arrangedOn: '2023-10-08' }))
      .then(accepted);
    given(...inSupport, arranged, lost)
      .when(built('aftercare.SettlementLost', { lostOn: '2023-10-08' }))
      .then(rejected('aftercare.not-settled'));
  });
  it('taken over with the opening balance can be lost', () => {
    given(built('aftercare.OpeningBalanceImported', { settlementMode: 'farmland' }))
      .when(lost)
      .then(accepted);
    given(imported).when(lost).then(rejected('aftercare.not-settled'));
  });
  it('is needed until somebody finds that it is not', () => {
    const assessed = built('aftercare.SettlementNeedAssessed');
    given(...inSupport)
      .when(assessed)
      .then(accepted);
    given(...inSupport, assessed)
      .when(assessed)
      .then(nothing);
    given(...inSupport)
      .when(built('aftercare.SettlementNeedAssessed', { need: 'needed' }))
      .then(nothing);
  });
});

describe('key persons, double listing, whereabouts', () => {
  const key = built('aftercare.KeyStatusSet');
  it('sets a class in use, before release or after, and the same one once', () => {
    given(built('aftercare.PreReleaseNotified'))
      .when(built('aftercare.KeyStatusSet', { setOn: '2023-02-20' }))
      .then(accepted);
    given(...inSupport)
      .when(key)
      .then(accepted);
    given(...inSupport, key)
      .when(key)
      .then(nothing);
    given(...inSupport, key)
      .when(built('aftercare.KeyStatusSet', { keyClass: 'gang' }))
      .then(accepted);
  });
  it('sets no class the province does not have', () => {
    const other = built('aftercare.KeyStatusSet', { keyClass: 'other' });
    given(...inSupport)
      .when(other)
      .then(rejected('aftercare.key-class-not-in-use'));
    specFor(
      aftercareCase,
      settle(settings, { keyClasses: ['other'] }),
    )(...inSupport)
      .when(other)
      .then(accepted);
  });
  it('clears what was set', () => {
    const cleared = built('aftercare.KeyStatusCleared');
    given(...inSupport, key)
      .when(cleared)
      .then(accepted);
    given(...inSupport)
      .when(cleared)
      .then(rejected('aftercare.not-key'));
    given(built('aftercare.OpeningBalanceImported', { keyClass: 'gang' }))
      .when(cleared)
      .then(accepted);
  });
  it('lists with another bureau, and lifts it', () => {
    const dual = built('aftercare.DualListingSet');
    const lifted = built('aftercare.DualListingLifted');
    given(...inSupport, dual)
      .when(dual)
      .then(nothing);
    given(...inSupport, dual)
      .when(lifted)
      .then(accepted);
    given(...inSupport)
      .when(lifted)
      .then(rejected('aftercare.not-dual-listed'));
  });
  it('goes missing and is found, in this order', () => {
    const missing = built('aftercare.WentMissing');
    const found = built('aftercare.Found');
    given(...inSupport, missing)
      .when(found)
      .then(accepted);
    given(...inSupport)
      .when(found)
      .then(rejected('aftercare.not-missing'));
    given(...inSupport, missing)
      .when(built('aftercare.WentMissing', { missingOn: '2023-07-02' }))
      .then(rejected('aftercare.already-missing'));
    given(...inSupport, missing, found)
      .when(built('aftercare.WentMissing', { missingOn: '2023-09-01' }))
      .then(accepted);
  });
});

describe('re-offending (重新犯罪)', () => {
  const conviction = { convictionEffectiveOn: '2023-12-01', offenceCommittedOn: '2023-08-02' };
  const bare = built('aftercare.Reoffended', { courtDocNo: undefined, offenceClass: undefined });
  it('is recorded with the two days of a conviction alone, in support, before it and after', () => {
    given(...inSupport)
      .when(bare)
      .then(accepted);
    given(released).when(bare).then(accepted);
    given(built('aftercare.HandedOverFromCorrection')).when(bare).then(accepted);
    given(...inSupport, built('aftercare.MovedOut'))
      .when(bare)
      .then(accepted);
    given(...inSupport, built('aftercare.SupportEnded', { endedOn: '2023-11-30', kind: 'reimprisoned' }))
      .when(bare)
      .then(accepted);
  });
  it.each([
    ['the same judgment', { courtDocNo: '（2023）刑初88号' }],
    ['the same record elsewhere', { sourceRecordId: id('conviction') }],
    ['the same days', conviction],
  ])('counts a conviction once: %s', (_why, same) =>
    given(...inSupport, built('aftercare.Reoffended', { sourceRecordId: id('conviction') }))
      .when(
        built('aftercare.Reoffended', {
          convictionEffectiveOn: '2023-12-02',
          courtDocNo: undefined,
          ...same,
        }),
      )
      .then(nothing),
  );
  it('counts another conviction', () =>
    given(...inSupport, built('aftercare.Reoffended'))
      .when(built('aftercare.Reoffended', { convictionEffectiveOn: '2023-12-28', courtDocNo: '（2023）刑初99号' }))
      .then(accepted));
  it('is of an offence after release', () => {
    const on = (offenceCommittedOn: string) => built('aftercare.Reoffended', { offenceCommittedOn });
    given(...inSupport)
      .when(on('2023-03-09'))
      .then(rejected('aftercare.offence-before-release'));
    given(...inSupport)
      .when(on('2023-03-10'))
      .then(accepted);
    given(...inSupport)
      .when(on('2023-12-02'))
      .then(rejected('aftercare.dates-reversed'));
  });
  it('is nothing of a person still in prison', () =>
    given(built('aftercare.PreReleaseNotified')).when(bare).then(rejected('illegal-step')));
});

describe('the end of support (帮教结束)', () => {
  const ended = (kind: 'term-over' | 'written-off', endedOn = '2024-06-15') =>
    built('aftercare.SupportEnded', { kind, endedOn });
  it('comes when the five years are over, not the day before', () => {
    given(imported).when(ended('term-over')).then(accepted);
    given(imported).when(ended('term-over', '2024-06-14')).then(rejected('aftercare.term-not-over'));
  });
  it('comes when the years of the province are', () =>
    specFor(
      aftercareCase,
      settle(settings, { supportYears: [{ from: '2010-02-01', value: 3 }] }),
    )(imported)
      .when(ended('term-over', '2023-01-03'))
      .then(accepted));
  it('writes off only who is missing', () => {
    given(imported).when(ended('written-off')).then(rejected('aftercare.not-missing'));
    given(imported, built('aftercare.WentMissing')).when(ended('written-off')).then(accepted);
  });
  it('needs the link', () => given(released).when(built('aftercare.SupportEnded')).then(rejected('illegal-step')));
  it('is final, and conflicts with what is recorded for later', () => {
    given(...inSupport, built('aftercare.SupportEnded'))
      .when(built('aftercare.AidGiven', { givenOn: '2023-12-21' }))
      .then(rejected('illegal-step'));
    given(...inSupport, built('aftercare.AidGiven'))
      .when(built('aftercare.SupportEnded', { endedOn: '2023-04-01' }))
      .then(conflictsWith('illegal-step'));
  });
  it('lets go of the person; who moved away gives the release back too', () => {
    given(...inSupport, built('aftercare.SupportEnded')).thenKeys(`release:${id('person')}:释字〔2023〕12号`);
    given(...inSupport, built('aftercare.MovedOut')).thenKeys();
  });
});
