import { accepted, conflictsWith, needsApproval, nothing, rejected, specFor } from './spec-for.js';
import { notarization } from './notary.js';

/** What the given/when/then of the lines' specs catches, shown on the small line of the platform's tests. */
const given = specFor(notarization, {});
const opened = (acceptedOn = '2023-01-10') => ({
  type: 'notary.MatterAccepted',
  data: { personRef: '8f6f3c0a-5b1e-5d0f-9a7c-2e4d6b8a0c1e', matterNo: 'M1', kind: 'will', acceptedOn },
});
const paid = (amount: string, paidOn = '2023-02-01') => ({
  type: 'notary.FeePaid',
  data: { receiptNo: `R${amount}`, amount, paidOn },
});
const issued = (issuedOn = '2023-03-01') => ({
  type: 'notary.CertificateIssued',
  data: { certificateNo: 'C1', issuedOn },
});

describe('given, when, then', () => {
  it('tells the verdicts apart', () => {
    given(opened()).when(paid('10')).then(accepted);
    given(opened(), paid('10')).when(paid('10')).then(nothing);
    given(opened()).when(paid('20000')).then(needsApproval('notary.large-fee'));
    given().when(paid('10')).then(rejected('illegal-step'));
  });
  it('fails on any other verdict or code', () => {
    expect(() => given(opened()).when(paid('10')).then(nothing)).toThrow();
    expect(() => given(opened()).when(paid('20000')).then(accepted)).toThrow();
    expect(() => given(opened()).when(paid('20000')).then(needsApproval('notary.other'))).toThrow();
    expect(() => given().when(paid('10')).then(rejected('notary.other'))).toThrow();
  });
  it('asks in order of business date, whatever the order of writing', () => {
    given(paid('10'), opened()).when(issued()).then(accepted);
    given(opened()).when(paid('10', '2023-01-09')).then(rejected('illegal-step'));
  });
  it('asks the later events again', () => {
    const moved = { type: 'notary.MatterMoved', data: { toOffice: '1', movedOn: '2023-02-01' } };
    given(opened(), moved).when(issued('2023-01-20')).then(conflictsWith('illegal-step'));
  });
  it('stands on no history that could not have been, and on no payload the schema refuses', () => {
    expect(() => given(paid('10'))).toThrow(/could not have happened/);
    expect(() => given({ type: 'notary.MatterAccepted', data: {} })).toThrow(/not valid/);
    expect(() => given({ type: 'notary.Unknown', data: {} })).toThrow(/no event/);
  });
  it('shows the keys held', () => {
    given(opened()).thenKeys('matter:M1');
    expect(() => given(opened()).thenKeys()).toThrow();
  });
});
