import { settle } from '#application/settings.js';
import { accepted, nothing, rejected, specFor } from '../../../../test/support/spec-for.js';
import { builderOf } from '../../../../test/support/built.js';
import { settings } from '../settings.js';
import { disclosure } from './disclosure.js';
import { establishment, facility } from './establishment.js';
import type { FundsEvent } from './events/index.js';
import { examples, id } from './examples.js';
import { procurement } from './procurement.js';
import { staff } from './staff.js';

const built = builderOf<FundsEvent>(examples);
const settled = settle(settings);

describe('government procurement (政府采购)', () => {
  const given = specFor(procurement, settled);
  const contracted = built('funds.ProcurementContracted');
  const failed = built('funds.ProcurementAccepted', { qualified: false });
  it('is contracted, then accepted', () => {
    given().when(contracted).then(accepted);
    given(contracted).when(built('funds.ProcurementAccepted')).then(accepted);
    given().when(failed).then(rejected('illegal-step'));
    given(contracted).thenKeys('contract:桃采2023-017');
  });
  it('is presented again after a failed acceptance, not after a good one', () => {
    const again = built('funds.ProcurementAccepted', { acceptedOn: '2023-08-01' });
    given(contracted, failed).when(again).then(accepted);
    given(contracted, built('funds.ProcurementAccepted')).when(again).then(rejected('illegal-step'));
  });
});

describe('publication (预决算公开)', () => {
  const given = specFor(disclosure, settled);
  const approved = built('funds.AccountsApproved');
  it('follows the approval, once, be it late', () => {
    given(approved).when(built('funds.AccountsDisclosed')).then(accepted);
    given(approved)
      .when(built('funds.AccountsDisclosed', { publishedOn: '2023-09-01' }))
      .then(accepted);
    given().when(built('funds.AccountsDisclosed')).then(rejected('illegal-step'));
    given(approved, built('funds.AccountsDisclosed'))
      .when(built('funds.AccountsDisclosed'))
      .then(rejected('illegal-step'));
    given(approved).thenKeys('accounts:2023:budget');
  });
});

describe('posts (编制) and premises', () => {
  const posts = specFor(establishment, settled);
  const set = built('funds.EstablishmentSet');
  it('hold a number until the next one of the same kind', () => {
    const more = built('funds.EstablishmentSet', { setOn: '2023-05-01', posts: 82 });
    posts().when(set).then(accepted);
    posts(set).when(more).then(accepted);
    posts(set, more)
      .when(built('funds.EstablishmentSet', { setOn: '2023-06-01', posts: 82 }))
      .then(nothing);
    posts(set)
      .when(built('funds.EstablishmentSet', { setOn: '2023-05-01', kind: 'worker' }))
      .then(rejected('funds.other-kind'));
    posts(set).thenKeys('kind:political-legal');
  });
  it('keep one number of the premises a record', () => {
    const given = specFor(facility, settled);
    const measured = built('funds.FacilityMeasured');
    const another = built('funds.FacilityMeasured', { measuredOn: '2023-12-01', facility: 'heating-months' });
    given(measured)
      .when(built('funds.FacilityMeasured', { measuredOn: '2023-12-01' }))
      .then(accepted);
    given(measured).when(another).then(rejected('funds.other-facility'));
    given(measured).thenKeys('facility:heated-area');
  });
});

describe('a person on the staff (人员)', () => {
  const given = specFor(staff, settled);
  const joined = built('funds.StaffJoined');
  const assigned = built('funds.DutyAssigned');
  const seconded = built('funds.StaffSecondedIn');
  const [left, retired] = [built('funds.StaffLeft'), built('funds.StaffRetired')];
  const died = built('funds.StaffLeft', { leftOn: '2023-11-01', leavingReason: 'deceased' });
  it('joins, retires, leaves', () => {
    given().when(joined).then(accepted);
    given().when(built('funds.OpeningBalanceImported')).then(accepted);
    given(joined).when(retired).then(accepted);
    given(joined, retired).when(died).then(accepted);
    given(joined, left).when(retired).then(rejected('illegal-step'));
  });
  it('has one record until it leaves', () => {
    given(joined).thenKeys(`staff:${id('staff')}`);
    given(joined, retired).thenKeys(`staff:${id('staff')}`);
    given(joined, left).thenKeys();
  });
  it('holds each duty once, and no duty after retiring', () => {
    given(joined).when(assigned).then(accepted);
    given(joined, assigned)
      .when(built('funds.DutyAssigned', { assignedOn: '2023-08-20' }))
      .then(nothing);
    given(joined, assigned)
      .when(built('funds.DutyAssigned', { duty: 'finance' }))
      .then(accepted);
    given(joined, assigned).when(built('funds.DutyEnded')).then(accepted);
    given(joined).when(built('funds.DutyEnded')).then(rejected('funds.duty-not-held'));
    given(joined, assigned)
      .when(built('funds.DutyEnded', { duty: 'finance' }))
      .then(rejected('funds.duty-not-held'));
    given(joined, assigned, built('funds.DutyEnded'))
      .when(built('funds.DutyAssigned', { assignedOn: '2023-09-01' }))
      .then(accepted);
    given(joined, retired)
      .when(built('funds.DutyAssigned', { assignedOn: '2023-10-02' }))
      .then(rejected('illegal-step'));
  });
  it('serves without a post when seconded, and does not retire here', () => {
    given(seconded).when(assigned).then(accepted);
    given(seconded).when(retired).then(rejected('illegal-step'));
  });
});
