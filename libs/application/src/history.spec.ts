import type { RecordedEvent } from './kernel.js';
import { effectiveHistory, newestShape } from './history.js';
import { notarization } from '../../../test/support/notary.js';

let version = 0;
const event = (type: string, data: object, occurredOn: string, eventId = `e${version + 1}`): RecordedEvent => {
  version += 1;
  return {
    type: `notary.${type}`,
    data,
    occurredOn,
    eventId,
    version,
    position: version,
    streamId: 's',
    streamType: 'notary.matter',
    schemaVersion: 1,
    bureau: '430922',
    office: '43092201',
    owner: '43092201',
    recordedAt: '',
    recordedBy: 'clerk',
    source: 'MANUAL',
    commandId: 'c',
    correlationId: 'c',
  };
};
const accepted = () => event('MatterAccepted', { matterNo: '1', kind: 'will', acceptedOn: '2023-03-01' }, '2023-03-01');
const fee = (receiptNo: string, paidOn: string) => event('FeePaid', { receiptNo, amount: '10', paidOn }, paidOn);
const corrected = (target: string, changes: object[], eventId?: string, office?: string) =>
  event(
    'RecordCorrected',
    { correctsEventId: target, changes, ...(office === undefined ? {} : { office }) },
    '2023-12-01',
    eventId,
  );
const voided = (...eventIds: string[]) => event('RecordVoided', { eventIds }, '2023-12-02');
const seen = (events: RecordedEvent[]) =>
  effectiveHistory(notarization, events).map(({ event: { eventId }, occurredOn }) => `${eventId} ${occurredOn}`);

beforeEach(() => (version = 0));

describe('what a stream says today', () => {
  it('stands in order of business date, and in order of recording within a day', () => {
    expect(seen([accepted(), fee('a', '2023-06-01'), fee('b', '2023-04-01'), fee('c', '2023-06-01')])).toEqual([
      'e1 2023-03-01',
      'e3 2023-04-01',
      'e2 2023-06-01',
      'e4 2023-06-01',
    ]);
  });

  it('carries the last correction, and moves with a corrected date', () => {
    const events = [
      accepted(),
      fee('a', '2023-06-01'),
      corrected('e2', [{ field: 'paidOn', before: '"2023-06-01"', after: '"2023-02-01"' }]),
      corrected('e2', [{ field: 'paidOn', before: '"2023-02-01"', after: '"2023-05-01"' }], undefined, '43092202'),
    ];
    const history = effectiveHistory(notarization, events);
    expect(history.map(({ occurredOn, office }) => [occurredOn, office])).toEqual([
      ['2023-03-01', '43092201'],
      ['2023-05-01', '43092202'],
    ]);
    expect(history[1]?.data).toEqual({ receiptNo: 'a', amount: '10', paidOn: '2023-05-01' });
  });

  it('corrects a correction by its own id, keeping the chain', () => {
    const events = [
      accepted(),
      fee('a', '2023-06-01'),
      corrected('e2', [{ field: 'amount', after: '"11"' }], 'c1'),
      corrected('c1', [{ field: 'amount', after: '"12"' }]),
    ];
    expect(effectiveHistory(notarization, events)[1]?.data).toMatchObject({ amount: '12' });
  });

  it('leaves voided events out', () => {
    expect(seen([accepted(), fee('a', '2023-06-01'), voided('e2')])).toEqual(['e1 2023-03-01']);
  });

  it('undoes a correction that is voided', () => {
    const events = [
      accepted(),
      fee('a', '2023-06-01'),
      corrected('e2', [{ field: 'paidOn', after: '"2023-07-01"' }], 'c1'),
      voided('c1'),
    ];
    expect(seen(events)).toEqual(['e1 2023-03-01', 'e2 2023-06-01']);
  });

  it('removes an optional field that a correction takes away', () => {
    const events = [
      event('CertificateIssued', { certificateNo: '1', issuedOn: '2023-06-01', note: 'x' }, '2023-06-01'),
      corrected('e1', [{ field: 'note', before: '"x"' }]),
    ];
    expect(effectiveHistory(notarization, events)[0]?.data).toEqual({ certificateNo: '1', issuedOn: '2023-06-01' });
  });
});

describe('payloads of older versions', () => {
  const definition = { ...notarization.events['notary.FeePaid'], schemaVersion: 3 };
  const lifted = {
    ...notarization,
    events: { ...notarization.events, 'notary.FeePaid': definition },
    upcasters: {
      'notary.FeePaid': {
        1: ({ receipt, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, receiptNo: receipt }),
        2: (data: Readonly<Record<string, unknown>>) => ({ ...data, amount: String(data['amount']) }),
      },
    },
  };
  const stored = (schemaVersion: number, data: object) => ({ type: 'notary.FeePaid', schemaVersion, data });

  it('are lifted step by step to the newest shape', () => {
    const newest = { receiptNo: 'a', amount: '10', paidOn: '2023-06-01' };
    expect(newestShape(lifted, stored(1, { receipt: 'a', amount: 10, paidOn: '2023-06-01' }))).toEqual(newest);
    expect(newestShape(lifted, stored(2, { receiptNo: 'a', amount: 10, paidOn: '2023-06-01' }))).toEqual(newest);
    expect(newestShape(lifted, stored(3, newest))).toBe(newest);
  });

  it('are never guessed at, nor is an event nobody knows', () => {
    expect(() => newestShape(lifted, stored(4, {}))).toThrow('version 4');
    expect(() => newestShape(lifted, stored(0, {}))).toThrow('version 0');
    expect(() => newestShape(lifted, { ...stored(1, {}), type: 'notary.Unheard' })).toThrow('notary.Unheard');
  });
});
