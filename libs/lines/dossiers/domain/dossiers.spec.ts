import { builderOf } from '../../../../test/support/built.js';
import { accepted, rejected, specFor } from '../../../../test/support/spec-for.js';
import { erasure } from './erasure.js';
import type { DossierEvent } from './events.js';
import { examples } from './examples.js';
import { glass } from './glass.js';
import { merge } from './merge.js';
import { seal } from './seal.js';

const built = builderOf<DossierEvent>(examples);

describe('a record of a person', () => {
  const given = specFor(merge, {});
  const merged = built('dossiers.PersonMerged');
  const apart = built('dossiers.PersonUnmerged');

  it('is merged into another, taken apart again, and merged again', () => {
    given().when(merged).then(accepted);
    given(merged).when(apart).then(accepted);
    given(merged, apart)
      .when(built('dossiers.PersonMerged', { mergedOn: '2023-03-10' }))
      .then(accepted);
  });
  it('is merged into one record at a time', () => given(merged).when(merged).then(rejected('illegal-step')));
  it('is not taken apart before it was merged', () => given().when(apart).then(rejected('illegal-step')));
  it('is not merged into itself', () =>
    given()
      .when(built('dossiers.PersonMerged', { into: examples['dossiers.PersonMerged'].person }))
      .then(rejected('dossiers.merged-into-itself')));
  it('stays of one person', () =>
    given(merged)
      .when(built('dossiers.PersonUnmerged', { person: examples['dossiers.PersonMerged'].into }))
      .then(rejected('dossiers.another-person')));
});

describe('an identity', () => {
  const given = specFor(seal, {});
  it('is sealed, unsealed by lawful enquiry, and sealed again', () => {
    given().when(built('dossiers.IdentitySealed')).then(accepted);
    given(built('dossiers.IdentitySealed')).when(built('dossiers.IdentityUnsealed')).then(accepted);
    given(built('dossiers.IdentitySealed'), built('dossiers.IdentityUnsealed'))
      .when(built('dossiers.IdentitySealed', { sealedOn: '2023-05-01' }))
      .then(accepted);
  });
  it('is not unsealed when it is open', () =>
    given().when(built('dossiers.IdentityUnsealed')).then(rejected('illegal-step')));
});

describe('the erasure of a person', () => {
  const given = specFor(erasure, {});
  const requested = built('dossiers.ErasureRequested');
  const approved = built('dossiers.ErasureApproved');
  it('is not approved before somebody asked', () => given().when(approved).then(rejected('illegal-step')));
  it('is not approved by who asked', () =>
    given(requested).when(approved).then(rejected('dossiers.second-person-needed')));
  it('is refused where records are to be kept, and may be asked for again', () => {
    given().when(built('dossiers.ErasureRefused')).then(accepted);
    given(built('dossiers.ErasureRefused')).when(requested).then(accepted);
  });
});

describe('a look beyond the own office', () => {
  it('is recorded each time', () => {
    const broken = built('dossiers.GlassBroken');
    specFor(glass, {})().when(broken).then(accepted);
    specFor(glass, {})(broken).when(broken).then(accepted);
  });
});
