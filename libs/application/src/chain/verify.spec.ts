import fc from 'fast-check';
import { readAnchors, anchorText, type Anchor } from './anchor.js';
import { type ChainBlock, type ChainSegment, blockOf, chainAlgorithms, genesisOf, nextHash } from './block.js';
import { type ChainRecord, lineOf } from './record.js';
import { ChainVerification } from './verify.js';

const AT = '2024-01-01T00:00:00.000Z';
const LOG = '6f1c1f0e-3f52-4f5c-9f0a-5a8a1d8a5a11';

interface Chained {
  readonly segment: ChainSegment;
  readonly blocks: readonly ChainBlock[];
  readonly records: readonly ChainRecord[];
}

const recordOf = (position: number, ...rest: readonly (string | null)[]): ChainRecord => ({
  position,
  bytes: Buffer.from(lineOf([String(position), ...rest])),
});

const chainOf = (records: readonly ChainRecord[], size: number, algorithm: ChainBlock['algorithm']): Chained => {
  const begun = {
    chain: 'events',
    number: 1,
    logId: LOG,
    columns: ['position', 'data'],
    algorithm,
    after: 0,
    previous: null,
  };
  const segment = { ...begun, genesis: genesisOf(begun) };
  const blocks: ChainBlock[] = [];
  let previous: Uint8Array = segment.genesis;
  for (let at = 0; at < records.length; at += size) {
    const head = { chain: 'events', number: blocks.length + 1, segment: 1, algorithm, previous, chainedAt: AT };
    const block = blockOf(head, records.slice(at, at + size));
    previous = block.hashes.subarray(-32);
    blocks.push(block);
  }
  return { segment, blocks, records };
};

const verdictOn = ({ segment, blocks, records }: Chained, anchors: readonly Anchor[] = []) => {
  const verification = new ChainVerification(
    'events',
    anchors.map((anchor) => ({ ...anchor, at: AT })),
  );
  if (blocks.length > 0) verification.begin(segment);
  let at = 0;
  for (const block of blocks) {
    verification.block(block);
    for (; (records[at]?.position ?? Infinity) <= (block.positions.at(-1) ?? 0); at += 1)
      verification.record(records[at] as ChainRecord);
  }
  return verification.verdict();
};

const world = fc
  .record({
    steps: fc.array(fc.record({ step: fc.integer({ min: 1, max: 4 }), data: fc.option(fc.string()) }), {
      minLength: 2,
      maxLength: 40,
    }),
    size: fc.integer({ min: 1, max: 9 }),
    algorithm: fc.constantFrom(...chainAlgorithms),
    pick: fc.nat(),
  })
  .map(({ steps, size, algorithm, pick }) => {
    let position = 0;
    const records = steps.map(({ step, data }) => recordOf((position += step), data));
    return { chained: chainOf(records, size, algorithm), pick: pick % records.length, size, algorithm };
  });
const anchorAt = ({ blocks }: Chained, position: number): Anchor => {
  const block = blocks.find(({ positions }) => positions.includes(position)) as ChainBlock;
  const place = block.positions.indexOf(position);
  const hash = Buffer.from(block.hashes.subarray(place * 32, place * 32 + 32)).toString('hex');
  return { chain: 'events', logId: LOG, position, hash };
};

describe('a line', () => {
  it('is another one for every other row', () => {
    const columns = fc.array(
      fc.option(fc.string({ unit: fc.constantFrom('\\', 'N', '\t', '\n', 't', 'n', 'a', '') })),
      {
        minLength: 2,
        maxLength: 2,
      },
    );
    fc.assert(
      fc.property(columns, columns, (one, other) => {
        expect(lineOf(one) === lineOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the hashes', () => {
  it.each([
    ['sha256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['sm3', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  ] as const)('are those of the standards: %s', (algorithm, expected) => {
    expect(nextHash(algorithm, new Uint8Array(), Buffer.from('abc')).toString('hex')).toBe(expected);
  });
});

describe('a chain computed again', () => {
  it('is sound as it was made, with any of its hashes as an anchor', () => {
    fc.assert(
      fc.property(world, ({ chained, pick }) => {
        const { position = 0 } = chained.records[pick] ?? {};
        const verdict = verdictOn(chained, [anchorAt(chained, position)]);
        expect(verdict).toMatchObject({ records: chained.records.length, findings: [], wrong: 0, anchors: 1 });
      }),
    );
  });

  it('names the one record that was edited, taken out or put in, and nothing else', () => {
    fc.assert(
      fc.property(world, fc.constantFrom('edited', 'missing', 'inserted'), ({ chained, pick }, kind) => {
        const records = [...chained.records];
        const { position = 0, bytes } = records[pick] as ChainRecord;
        const before = pick === 0 ? 0 : (records[pick - 1]?.position ?? 0);
        if (kind === 'edited') records[pick] = { position, bytes: Buffer.concat([bytes, Buffer.from(' ')]) };
        if (kind === 'missing') records.splice(pick, 1);
        if (kind === 'inserted') {
          fc.pre(position > before + 1);
          records.splice(pick, 0, recordOf(position - 1, 'new'));
        }
        const at = kind === 'inserted' ? position - 1 : position;
        expect(verdictOn({ ...chained, records }).findings).toMatchObject([
          {
            fault: `record-${kind}`,
            position: at,
            after: kind === 'inserted' ? Math.min(before, at - 1) : before < at ? expect.any(Number) : 0,
          },
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('names the position of a hash that was edited, and blames the block', () => {
    fc.assert(
      fc.property(world, fc.nat(255), ({ chained, pick, size }, byte) => {
        const number = Math.floor(pick / size);
        const block = chained.blocks[number] as ChainBlock;
        const hashes = Buffer.from(block.hashes);
        const place = (pick % size) * 32 + (byte % 32);
        hashes[place] = (hashes[place] ?? 0) ^ (1 + (byte % 255));
        const blocks = chained.blocks.with(number, { ...block, hashes });
        expect(verdictOn({ ...chained, blocks }).findings).toMatchObject([
          { fault: 'block-edited', position: chained.records[pick]?.position },
        ]);
      }),
    );
  });

  it('finds an end that was cut off, and a chain made anew, by an anchor alone', () => {
    fc.assert(
      fc.property(world, ({ chained, pick, size, algorithm }) => {
        fc.pre(pick > 0);
        const last = chained.records.at(-1)?.position ?? 0;
        const anchor = anchorAt(chained, last);
        const cut = chainOf(chained.records.slice(0, pick), size, algorithm);
        expect(verdictOn(cut).wrong).toBe(0);
        expect(verdictOn(cut, [anchor]).findings).toMatchObject([
          { fault: 'truncated', position: last, after: chained.records[pick - 1]?.position },
        ]);
        const changed = chained.records.with(pick, recordOf(chained.records[pick]?.position ?? 0, 'another', 'one'));
        const anew = chainOf(changed, size, algorithm);
        expect(verdictOn(anew).wrong).toBe(0);
        expect(verdictOn(anew, [anchor]).findings).toMatchObject([{ fault: 'rewritten', position: last, after: 0 }]);
      }),
    );
  });
});

describe('a file of anchors', () => {
  const anchor = { chain: 'events', logId: LOG, position: 7, hash: 'a'.repeat(64), at: AT };
  const rewinding = { chain: 'events', logId: LOG, rewoundTo: 3, reason: '演练', at: AT };

  it('is read as it was written, without a line the power cut off', () => {
    const text = anchorText(anchor) + anchorText(rewinding);
    expect(readAnchors(text)).toEqual([anchor, rewinding]);
    expect(readAnchors(`${text}${anchorText(anchor).slice(0, 40)}\n${anchorText(anchor)}`)).toHaveLength(3);
    expect(readAnchors('')).toEqual([]);
  });

  it.each([
    ['{"chain":"events"}'],
    ['{}'],
    [JSON.stringify({ ...anchor, hash: 'x' })],
    [JSON.stringify({ ...anchor, position: -1 })],
  ])('is refused where a line is none: %s', (line) =>
    expect(() => readAnchors(`${anchorText(anchor)}${line}\n`)).toThrow('line 2 is no anchor'),
  );
});
