import { settle } from '#application/settings.js';
import { accepted, nothing, rejected, specFor } from '../../../../../../test/support/spec-for.js';
import { settings } from '../../../settings.js';
import {
  id,
  placeChangeConsulted as consulted,
  placeChangeDecided as decided,
  placeChangeReplied as replied,
  placeChangeRequested as requested,
  reportMade,
  subjectReceived as received,
  subjectTransferredIn as transferredIn,
  subjectTransferredOut as transferredOut,
} from '../../builders.js';
import { correctionCase } from '../stream.js';

const given = specFor(correctionCase, settle(settings));
const asked = [received(), requested(), consulted()] as const;

describe('moving to another county (执行地变更)', () => {
  it('is asked for', () => given(received()).when(requested()).then(accepted));
  it('is asked for once', () => {
    given(received(), requested()).when(requested()).then(nothing);
    given(received(), requested())
      .when(requested({ toBureauCode: '430102' }))
      .then(rejected('corrections.change-exists'));
  });
  it('is asked for again after a refusal, not meanwhile', () => {
    const again = requested({ changeId: id('again'), requestedOn: '2023-08-01' });
    given(received(), requested()).when(again).then(rejected('corrections.change-pending'));
    given(received(), requested(), decided({ decision: 'refused' }))
      .when(again)
      .then(accepted);
  });
  it('is put to the new county after it was asked for', () => {
    given(received(), requested()).when(consulted()).then(accepted);
    given(...asked)
      .when(consulted())
      .then(nothing);
    given(...asked)
      .when(consulted({ letterNo: '桃司矫征字2号' }))
      .then(rejected('corrections.change-order'));
    given(received()).when(consulted()).then(rejected('corrections.no-such-change'));
  });
  it('is answered after it was put to the new county', () => {
    given(...asked)
      .when(replied())
      .then(accepted);
    given(...asked, replied())
      .when(replied())
      .then(nothing);
    given(...asked, replied())
      .when(replied({ agree: false }))
      .then(rejected('corrections.change-order'));
    given(received(), requested()).when(replied()).then(rejected('corrections.change-order'));
    given(received()).when(replied()).then(rejected('corrections.no-such-change'));
  });
  it('is agreed to after the new county agreed', () => {
    given(...asked, replied())
      .when(decided())
      .then(accepted);
    given(...asked, replied(), decided())
      .when(decided())
      .then(nothing);
    given(...asked)
      .when(decided())
      .then(rejected('corrections.change-order'));
    given(...asked, replied({ agree: false }))
      .when(decided())
      .then(rejected('corrections.new-county-refused'));
    given(received()).when(decided()).then(rejected('corrections.no-such-change'));
  });
  it('is refused at any time before it is agreed to', () => {
    given(received(), requested())
      .when(decided({ decision: 'refused' }))
      .then(accepted);
    given(...asked, replied({ agree: false }))
      .when(decided({ decision: 'refused' }))
      .then(accepted);
    given(...asked, replied(), decided())
      .when(decided({ decision: 'refused' }))
      .then(rejected('corrections.change-order'));
  });
});

describe('transfer out (转出)', () => {
  const agreed = [...asked, replied(), decided()] as const;
  it('follows an agreed change to that county', () => {
    given(...agreed)
      .when(transferredOut())
      .then(accepted);
    given(...agreed)
      .when(transferredOut({ toBureauCode: '430102' }))
      .then(rejected('corrections.other-county'));
    given(...asked, replied())
      .when(transferredOut())
      .then(rejected('corrections.change-not-approved'));
    given(received()).when(transferredOut()).then(rejected('corrections.no-such-change'));
  });
  it('happens once, and is the last thing to happen here', () => {
    given(...agreed, transferredOut())
      .when(transferredOut())
      .then(rejected('illegal-step'));
    given(...agreed, transferredOut())
      .when(reportMade({ reportedOn: '2023-08-01' }))
      .then(rejected('illegal-step'));
    given(...agreed, transferredOut()).thenStatus('transferred-out');
  });
  it('gives person and judgment back, since the subject may return', () =>
    given(...agreed, transferredOut()).thenKeys());
  it('takes a subject who moved in along as well', () =>
    given(transferredIn(), ...agreed.slice(1))
      .when(transferredOut())
      .then(accepted));
});
