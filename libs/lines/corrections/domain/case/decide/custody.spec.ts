import { settle } from '#application/settings.js';
import { accepted, nothing, rejected, specFor } from '../../../../../../test/support/spec-for.js';
import { settings } from '../../../settings.js';
import * as event from '../../builders.js';
import { correctionCase } from '../stream.js';

const given = specFor(correctionCase, settle(settings));
const received = event.subjectReceived();

describe('electronic monitoring (电子定位)', () => {
  const applied = event.electronicMonitoringApplied;
  const extended = event.electronicMonitoringExtended;
  const lifted = event.electronicMonitoringLifted;
  it('lasts three months at most', () => {
    given(received)
      .when(applied({ to: '2023-08-08' }))
      .then(accepted);
    given(received)
      .when(applied({ to: '2023-08-09' }))
      .then(rejected('corrections.monitoring-too-long'));
    given(received)
      .when(applied({ to: '2023-05-07' }))
      .then(rejected('corrections.dates-reversed'));
  });
  it('is approved by the head of the county authority', () => {
    given(received)
      .when(applied({ approver: 'justice-office-head' }))
      .then(rejected('corrections.approver-not-competent'));
    given(received, applied())
      .when(extended({ approver: 'justice-office-head' }))
      .then(rejected('corrections.approver-not-competent'));
  });
  it('is on once at a time', () => {
    given(received, applied()).when(applied()).then(nothing);
    given(received, applied())
      .when(applied({ appliedOn: '2023-06-01', from: '2023-06-01' }))
      .then(rejected('corrections.monitored-already'));
    given(received, applied())
      .when(applied({ appliedOn: '2023-08-08', from: '2023-08-08', to: '2023-11-08' }))
      .then(accepted);
  });
  it('may last a single day', () =>
    given(received)
      .when(applied({ to: '2023-05-08' }))
      .then(accepted));
  it('is on to the last day', () => {
    const last = { appliedOn: '2023-08-07', from: '2023-08-07' };
    given(received, applied()).when(applied(last)).then(rejected('corrections.monitored-already'));
    given(received, applied())
      .when(extended({ extendedOn: '2023-08-07' }))
      .then(accepted);
  });
  it('is extended while it is on, by three months at most', () => {
    given(received, applied()).when(extended()).then(accepted);
    given(received, applied(), extended()).when(extended()).then(nothing);
    given(received, applied())
      .when(extended({ to: '2023-11-08' }))
      .then(rejected('corrections.monitoring-too-long'));
    given(received, applied())
      .when(extended({ to: '2023-08-06' }))
      .then(rejected('corrections.extension-not-later'));
    given(received, applied())
      .when(extended({ extendedOn: '2023-08-08' }))
      .then(rejected('corrections.not-monitored'));
    given(received).when(extended()).then(rejected('corrections.not-monitored'));
  });
  it('is lifted where it was on', () => {
    given(received, applied()).when(lifted()).then(accepted);
    given(received).when(lifted()).then(rejected('corrections.not-monitored'));
    given(received, applied(), lifted())
      .when(extended({ extendedOn: '2023-08-07' }))
      .then(rejected('corrections.not-monitored'));
  });
});

describe('lost contact (失联脱管)', () => {
  const lost = event.contactLost;
  const found = event.subjectFound;
  it('is lost once, until found', () => {
    given(received).when(lost()).then(accepted);
    given(received, lost()).when(lost()).then(nothing);
    given(received, lost())
      .when(lost({ lostOn: '2023-09-05' }))
      .then(rejected('corrections.already-lost'));
    given(received, lost(), found())
      .when(lost({ lostOn: '2023-10-05' }))
      .then(accepted);
  });
  it('is found who was lost, not earlier', () => {
    given(received, lost()).when(found()).then(accepted);
    given(received).when(found()).then(rejected('corrections.not-lost'));
    given(received, lost())
      .when(found({ foundOn: '2023-09-03' }))
      .then(rejected('corrections.not-lost'));
  });
});

describe('compulsory measures (强制措施)', () => {
  const taken = event.compulsoryMeasureTaken;
  const lifted = event.compulsoryMeasureLifted;
  it('turns from detention to arrest, and is not taken twice', () => {
    given(received).when(taken()).then(accepted);
    given(received, taken()).when(taken()).then(nothing);
    given(received, taken())
      .when(taken({ docNo: '桃公拘2号' }))
      .then(rejected('corrections.already-in-custody'));
    given(received, taken())
      .when(taken({ kind: 'arrest', docNo: '桃检捕1号', takenOn: '2023-10-20' }))
      .then(accepted);
  });
  it('is lifted where there is one', () => {
    given(received, taken()).when(lifted()).then(accepted);
    given(received).when(lifted()).then(rejected('corrections.no-measure'));
  });
});

describe('re-offence (再犯罪, CC-R11)', () => {
  const reoffence = event.reoffenceRecorded;
  it('lies within the correction, both ends included', () => {
    given(received).when(reoffence()).then(accepted);
    given(received)
      .when(reoffence({ offenceCommittedOn: '2023-01-10' }))
      .then(accepted);
    given(received)
      .when(reoffence({ offenceCommittedOn: '2023-01-09' }))
      .then(rejected('corrections.offence-outside-correction'));
  });
  it('may be convicted after the case is closed, for an offence before that', () => {
    const closed = [received, event.correctionTerminated()] as const;
    given(...closed)
      .when(reoffence())
      .then(accepted);
    given(...closed)
      .when(reoffence({ offenceCommittedOn: '2023-12-02', measureOn: undefined }))
      .then(rejected('corrections.offence-outside-correction'));
  });
  it('may be committed on the day the case is closed', () =>
    given(received, event.correctionTerminated())
      .when(reoffence({ offenceCommittedOn: '2023-12-01', measureOn: undefined }))
      .then(accepted));
  it('counts once per correction', () => {
    given(received, reoffence()).when(reoffence()).then(nothing);
    given(received, reoffence())
      .when(reoffence({ convictionEffectiveOn: '2023-12-20' }))
      .then(rejected('corrections.reoffence-recorded'));
  });
  it('is committed, then seized, then convicted', () => {
    given(received)
      .when(reoffence({ measureOn: '2023-10-01' }))
      .then(accepted);
    given(received)
      .when(reoffence({ measureOn: '2023-12-04' }))
      .then(accepted);
    given(received)
      .when(reoffence({ measureOn: '2023-09-30' }))
      .then(rejected('corrections.dates-reversed'));
    given(received)
      .when(reoffence({ measureOn: '2023-12-05' }))
      .then(rejected('corrections.dates-reversed'));
    given(received)
      .when(reoffence({ offenceCommittedOn: '2023-12-05', measureOn: undefined }))
      .then(rejected('corrections.dates-reversed'));
  });
  it('counts from the first day in the register for an imported case', () =>
    given(event.openingBalanceImported())
      .when(reoffence({ offenceCommittedOn: '2022-06-01', measureOn: undefined }))
      .then(accepted));
});
