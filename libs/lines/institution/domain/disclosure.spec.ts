import { builderOf } from '../../../../test/support/built.js';
import { accepted, nothing, rejected, specFor } from '../../../../test/support/spec-for.js';
import { disclosure } from './disclosure.stream.js';
import type { InstitutionEvent } from './events/index.js';
import { examples } from './examples.js';

const built = builderOf<InstitutionEvent>(examples);
const given = specFor(disclosure, {});
const owed = built('institution.DisclosureOwed');
const published = built('institution.InformationDisclosed');

describe('what is to be made public', () => {
  it('is owed', () => given().when(owed).then(accepted));
  it('is not due before it is owed', () =>
    given()
      .when(built('institution.DisclosureOwed', { dueGiven: '2022-02-09' }))
      .then(rejected('institution.due-before-duty')));
  it('is published', () => given(owed).when(published).then(accepted));
  it('is not published before there is anything', () => given().when(published).then(rejected('illegal-step')));
  it('is published on a second platform', () =>
    given(owed, published)
      .when(built('institution.InformationDisclosed', { publishedOn: '2022-03-01', platform: 'new-media' }))
      .then(accepted));
  it('is published on one platform once', () => given(owed, published).when(published).then(nothing));
  it('may have to stay secret', () => given(owed).when(built('institution.DisclosureWaived')).then(accepted));
  it('is not secret once it is out', () =>
    given(owed, built('institution.InformationDisclosed', { publishedOn: '2022-02-11' }))
      .when(built('institution.DisclosureWaived'))
      .then(rejected('illegal-step')));
  it('is known again by kind, year and title', () => given(owed).thenKeys('disclosure:budget:2022:2022年部门预算'));
});
