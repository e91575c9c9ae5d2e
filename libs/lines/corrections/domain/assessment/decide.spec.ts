import { settle } from '#application/settings.js';
import { accepted, nothing, rejected, specFor } from '../../../../../test/support/spec-for.js';
import { settings } from '../../settings.js';
import {
  assessmentAssigned as assigned,
  assessmentCommissioned as commissioned,
  assessmentConcluded as concluded,
  assessmentExtended as extended,
  assessmentReturned as returned,
  assessmentWithdrawn as withdrawn,
  id,
} from '../builders.js';
import { assessment } from './stream.js';

const given = specFor(assessment, settle(settings));
const twoOpinions = specFor(assessment, settle(settings, { assessmentOpinions: ['suitable', 'unsuitable'] }));
const holiday = [{ year: 2023, version: 1, source: '', daysOff: ['2023-02-06'], daysWorked: [] }];

describe('taking an assessment on', () => {
  it('takes a commission on', () => given().when(commissioned()).then(accepted));
  it('takes the fast track for a defendant', () =>
    given()
      .when(commissioned({ expedited: true }))
      .then(accepted));
  it('refuses the fast track for a convict', () =>
    given()
      .when(commissioned({ expedited: true, subjectKind: 'convict' }))
      .then(rejected('corrections.expedited-convict')));
  it('takes a commission on once', () => given(commissioned()).when(commissioned()).then(rejected('illegal-step')));
  it('knows the letter and the person again', () =>
    given(commissioned()).thenKeys(`assessment:court:县人民法院:(2023)湘0922刑初12号:${id('person')}`));
});

describe('giving it to investigators', () => {
  it('assigns two', () => given(commissioned()).when(assigned()).then(accepted));
  it('assigns the same two once', () => given(commissioned(), assigned()).when(assigned()).then(nothing));
  it('gives it to another office', () =>
    given(commissioned(), assigned())
      .when(assigned({ officeCode: '430922002' }))
      .then(accepted));
  it('refuses a single one, named twice', () =>
    given(commissioned())
      .when(assigned({ investigators: [id('staff', '1'), id('staff', '1')] }))
      .then(rejected('corrections.too-few-investigators')));
  it('does not begin before the papers came', () =>
    given(commissioned())
      .when(assigned({ assignedOn: '2023-01-31' }))
      .then(rejected('illegal-step')));
});

describe('extending the term', () => {
  it('agrees on a later day', () => given(commissioned()).when(extended()).then(accepted));
  it('agrees once', () => given(commissioned(), extended()).when(extended()).then(nothing));
  it('counts ten working days from 1 February, so the 15th is no extension', () =>
    given(commissioned())
      .when(extended({ newDueOn: '2023-02-15' }))
      .then(rejected('corrections.extension-not-later')));
  it('counts five on the fast track', () =>
    given(commissioned({ expedited: true }))
      .when(extended({ newDueOn: '2023-02-15' }))
      .then(accepted));
  it('passes over holidays', () =>
    specFor(
      assessment,
      settle(settings),
      holiday,
    )(commissioned())
      .when(extended({ newDueOn: '2023-02-16' }))
      .then(rejected('corrections.extension-not-later')));
  it('extends again only beyond the day agreed', () =>
    given(commissioned(), extended())
      .when(extended({ agreedOn: '2023-02-20', newDueOn: '2023-02-27', letterNo: '延字2号' }))
      .then(rejected('corrections.extension-not-later')));
});

describe('answering', () => {
  it('gives an opinion', () => given(commissioned(), assigned()).when(concluded()).then(accepted));
  it('gives one opinion', () =>
    given(commissioned(), assigned(), concluded())
      .when(concluded({ opinion: 'cautious' }))
      .then(rejected('illegal-step')));
  it('asks somebody first', () =>
    given(commissioned()).when(concluded()).then(rejected('corrections.no-investigator')));
  it('gives no opinion the county does not use', () =>
    twoOpinions(commissioned(), assigned())
      .when(concluded({ opinion: 'cautious' }))
      .then(rejected('corrections.opinion-not-in-use')));
  it('does not answer before the commission', () =>
    given(commissioned(), assigned())
      .when(concluded({ concludedOn: '2023-01-31' }))
      .then(rejected('illegal-step')));
  it('returns the papers', () => given(commissioned()).when(returned()).then(accepted));
  it('returns nothing after the opinion', () =>
    given(commissioned(), assigned(), concluded({ concludedOn: '2023-02-02' }))
      .when(returned())
      .then(rejected('illegal-step')));
  it('lets the commission be withdrawn', () => given(commissioned(), assigned()).when(withdrawn()).then(accepted));
  it('extends nothing that is over', () =>
    given(commissioned(), withdrawn()).when(extended()).then(rejected('illegal-step')));
});
