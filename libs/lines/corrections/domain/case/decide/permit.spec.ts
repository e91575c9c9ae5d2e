import { settle } from '#application/settings.js';
import { accepted, nothing, rejected, specFor } from '../../../../../../test/support/spec-for.js';
import { settings } from '../../../settings.js';
import * as event from '../../builders.js';
import { correctionCase } from '../stream.js';

const given = specFor(correctionCase, settle(settings));
const { id } = event;
const received = event.subjectReceived();

describe('standing permits (经常性跨市县活动)', () => {
  const permit = event.crossCountyPermitGranted;
  it('grants up to six months', () => {
    given(received)
      .when(permit({ validTo: '2023-09-01' }))
      .then(accepted);
    given(received)
      .when(permit({ validTo: '2023-09-02' }))
      .then(rejected('corrections.permit-too-long'));
    given(received)
      .when(permit({ validTo: '2023-02-28' }))
      .then(rejected('corrections.dates-reversed'));
  });
  it('grants a single day', () =>
    given(received)
      .when(permit({ validTo: '2023-03-01' }))
      .then(accepted));
  it('grants one once', () => {
    given(received, permit()).when(permit()).then(nothing);
    given(received, permit())
      .when(permit({ validTo: '2023-07-31' }))
      .then(rejected('corrections.permit-exists'));
  });
  it('grants no second one for a place while the first holds', () => {
    const next = { permitId: id('next') };
    given(received, permit())
      .when(permit({ ...next, grantedOn: '2023-08-31', validTo: '2023-12-31' }))
      .then(rejected('corrections.permit-overlaps'));
    given(received, permit())
      .when(permit({ ...next, grantedOn: '2023-09-01', validTo: '2023-12-31' }))
      .then(accepted);
    given(received, permit())
      .when(permit({ ...next, places: ['430102'] }))
      .then(accepted);
  });
});
