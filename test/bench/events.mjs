import { randomFillSync } from 'node:crypto';
import { uuidV5, uuidV7 } from '../../dist/libs/kernel/src/ids.js';

const random = Buffer.alloc(8000);
let used = random.length;

/** Ids of the kind production makes; randomness is drawn in large pieces, so that the benches do not measure it. */
export const id = () => {
  if (used === random.length) used = randomFillSync(random).length - random.length;
  used += 10;
  return uuidV7(Date.now(), random.subarray(used - 10, used));
};

const offices = Array.from({ length: 15 }, (_, at) => `430922${String(at + 1).padStart(3, '0')}`);
export const office = (number) => offices[number % offices.length];
export const REQUEST_HASH = 'ab'.repeat(32);
export const STREAM_TYPE = 'corrections.case';
export const BUREAU = '430922';

/** A payload of about 400 bytes. */
export const data = (number) => ({
  category: ['probation', 'parole', 'control', 'temporary-service-outside-prison'][number % 4],
  personRef: uuidV5('bench', String(number)),
  receivedOn: `2023-${String((number % 12) + 1).padStart(2, '0')}-${String((number % 28) + 1).padStart(2, '0')}`,
  judgmentDocNo: `(2023)湘0922刑初${number}号`,
  court: '桃江县人民法院',
  crime: '盗窃罪',
  sex: number % 9 === 0 ? 'female' : 'male',
  minor: false,
  termFrom: '2023-04-01',
  termTo: '2024-03-31',
  supervision: 'general',
  commissionedOffice: office(number),
  note: 'n'.repeat(60),
});

/** An event on its way into our store. */
export const event = (number) => {
  const payload = data(number);
  return {
    eventId: id(),
    type: 'corrections.SubjectReceived',
    schemaVersion: 1,
    office: office(number),
    occurredOn: payload.receivedOn,
    recordedBy: 'clerk-01',
    source: 'MANUAL',
    correlationId: id(),
    data: payload,
  };
};

/** One append to a stream: one command with the given number of events. */
export const item = (streamId, expectedVersion, number, count = 1) => ({
  streamId,
  streamType: STREAM_TYPE,
  bureau: BUREAU,
  owner: office(number),
  expectedVersion,
  entries: [
    {
      commandId: id(),
      requestHash: REQUEST_HASH,
      events: Array.from({ length: count }, (_, at) => event(number + at)),
    },
  ],
  hold: [],
  release: [],
});
