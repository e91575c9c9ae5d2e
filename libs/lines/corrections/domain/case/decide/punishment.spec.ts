import { settle } from '#application/settings.js';
import { accepted, needsApproval, nothing, rejected, specFor } from '../../../../../../test/support/spec-for.js';
import { settings } from '../../../settings.js';
import * as event from '../../builders.js';
import { correctionCase } from '../stream.js';

const given = specFor(correctionCase, settle(settings));
const { id, publicSecurityPunishmentImposed: publicSecurity, punishmentImposed, violationDetected: violation } = event;
const received = event.subjectReceived();
const parole = event.subjectReceived({ category: 'parole', originalTermMonths: 60 });

describe('breaches (违规行为)', () => {
  it('keeps one once', () => {
    given(received).when(violation()).then(accepted);
    given(received, violation()).when(violation()).then(nothing);
    given(received, violation())
      .when(violation({ kind: 'other' }))
      .then(rejected('corrections.violation-exists'));
  });
});

describe('sanctions (处分)', () => {
  it('answers a breach there is', () => {
    given(received, violation()).when(punishmentImposed()).then(accepted);
    given(received).when(punishmentImposed()).then(rejected('corrections.no-such-violation'));
  });
  it('does not come before the breach', () =>
    given(received, violation())
      .when(punishmentImposed({ decidedOn: '2023-04-07' }))
      .then(rejected('corrections.no-such-violation')));
  it('bears a number of its own', () => {
    given(received, violation(), punishmentImposed()).when(punishmentImposed()).then(nothing);
    given(received, violation(), punishmentImposed())
      .when(punishmentImposed({ kind: 'warning' }))
      .then(rejected('corrections.document-number-taken'));
  });
  it('holds its number against every other case', () =>
    given(event.openingBalanceImported(), violation(), punishmentImposed()).thenKeys(
      `case:${id('person')}:(2022)湘0922刑初300号`,
      `open-case:${id('person')}`,
      'document:punishment:桃司矫训字1号',
    ));
});

describe('the next step is due (CC-R12): a prompt a second person may pass over', () => {
  const sanction = (kind: 'admonition' | 'warning', month: number) =>
    punishmentImposed({ kind, docNo: `${kind}${month}`, decidedOn: `2023-${String(month).padStart(2, '0')}-20` });
  const before = [received, violation()] as const;
  it('asks for a warning after two admonitions', () => {
    const two = [sanction('admonition', 4), sanction('admonition', 5)];
    given(...before, ...two)
      .when(sanction('admonition', 6))
      .then(needsApproval('corrections.warning-due'));
    given(...before, ...two)
      .when(sanction('warning', 6))
      .then(accepted);
    given(...before, ...two, sanction('warning', 6))
      .when(sanction('admonition', 7))
      .then(accepted);
  });
  it('asks for revocation after two warnings', () => {
    given(...before, sanction('warning', 4))
      .when(sanction('warning', 5))
      .then(accepted);
    given(...before, sanction('warning', 4), sanction('warning', 5))
      .when(sanction('warning', 6))
      .then(needsApproval('corrections.revocation-due'));
  });
  it('asks for revocation after a public-security punishment', () => {
    given(...before, publicSecurity())
      .when(sanction('admonition', 6))
      .then(needsApproval('corrections.revocation-due'));
    given(...before, publicSecurity())
      .when(publicSecurity({ docNo: '桃公行罚2号', imposedOn: '2023-06-20' }))
      .then(needsApproval('corrections.revocation-due'));
  });
  it('asked after three warnings under the rules of 2012', () => {
    const term = {
      effectiveOn: '2017-01-04',
      decidedOn: '2016-12-20',
      correctionFrom: '2017-01-04',
      correctionTo: '2019-01-03',
    };
    const early = [
      event.subjectReceived({ receivedOn: '2017-01-10', ...term }),
      violation({ violatedOn: '2017-04-08' }),
    ];
    const of2017 = (month: number) =>
      punishmentImposed({ kind: 'warning', docNo: `警${month}`, decidedOn: `2017-0${month}-20` });
    given(...early, of2017(4), of2017(5))
      .when(of2017(6))
      .then(accepted);
    given(...early, of2017(4), of2017(5), of2017(6))
      .when(of2017(7))
      .then(needsApproval('corrections.revocation-due'));
  });
});

describe('public-security punishment (治安管理处罚, CC-R09)', () => {
  const proposed = event.publicSecurityPunishmentProposed;
  it.each(['public-surveillance', 'probation'] as const)('reaches %s', (category) => {
    given(event.subjectReceived({ category }), violation()).when(proposed()).then(accepted);
    given(event.subjectReceived({ category }), violation()).when(publicSecurity()).then(accepted);
  });
  it('does not reach parole, which goes to revocation', () => {
    given(parole, violation()).when(proposed()).then(rejected('corrections.not-public-security'));
    given(parole, violation()).when(publicSecurity()).then(rejected('corrections.not-public-security'));
  });
  it('is recorded once under its number', () => {
    given(received, violation(), proposed()).when(proposed()).then(nothing);
    given(received, violation(), publicSecurity()).when(publicSecurity()).then(nothing);
    given(received, violation(), publicSecurity())
      .when(publicSecurity({ penalty: 'fine', detentionDays: undefined }))
      .then(rejected('corrections.document-number-taken'));
  });
  it('counts days for detention alone', () => {
    given(received, violation())
      .when(publicSecurity({ detentionDays: undefined }))
      .then(rejected('corrections.detention-days'));
    given(received, violation())
      .when(publicSecurity({ penalty: 'fine' }))
      .then(rejected('corrections.detention-days'));
    given(received, violation())
      .when(publicSecurity({ penalty: 'fine', detentionDays: undefined }))
      .then(accepted);
  });
  it('names a breach there is, or none', () => {
    given(received).when(proposed()).then(rejected('corrections.no-such-violation'));
    given(received).when(publicSecurity()).then(rejected('corrections.no-such-violation'));
    given(received)
      .when(proposed({ violationRef: undefined }))
      .then(accepted);
    given(received)
      .when(publicSecurity({ violationRef: undefined }))
      .then(accepted);
  });
});

describe('commendation (表扬)', () => {
  const commended = event.commendationGranted;
  it('takes six months in the register', () => {
    given(received)
      .when(commended({ decidedOn: '2023-07-10' }))
      .then(accepted);
    given(received)
      .when(commended({ decidedOn: '2023-07-09' }))
      .then(rejected('corrections.too-soon-to-commend'));
    given(event.openingBalanceImported())
      .when(commended({ decidedOn: '2023-01-03' }))
      .then(accepted);
  });
  it('is granted once under its number', () => given(received, commended()).when(commended()).then(nothing));
});
