import { createRequire } from 'node:module';
import fc from 'fast-check';
import { encodeRecord } from './encode-record.js';

/** The client's own encoder, as it came. */
const original = createRequire(__filename)('kafkajs/src/protocol/recordBatch/record/v0') as typeof encodeRecord;

it('writes the bytes that the client itself would write', () =>
  fc.assert(
    fc.property(
      fc.record({
        offsetDelta: fc.nat(),
        timestampDelta: fc.nat({ max: 2 ** 30 }),
        key: fc.option(fc.string({ unit: 'grapheme' })),
        value: fc.option(fc.string({ unit: 'grapheme', maxLength: 3000 })),
        headers: fc.dictionary(fc.string(), fc.string({ unit: 'grapheme', maxLength: 300 })),
      }),
      (record) => encodeRecord(record).buffer.equals(original(record).buffer),
    ),
    { numRuns: 1000 },
  ));
