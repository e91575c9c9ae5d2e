import { sampleDocument } from '../../../../test/support/sample-document.js';
import { anchored } from './anchored.js';

const anchor = { chain: 'events', logId: '6f1c1f0e-3f52-4f5c-9f0a-5a8a1d8a5a11', position: 41, hash: 'c'.repeat(64) };

describe('a document with the hash of the log', () => {
  it('bears it in one line at its end, and for the manifest, at the position of its figures', async () => {
    const asked: (number | undefined)[] = [];
    const chain = { anchorAt: async (position?: number) => (asked.push(position), anchor) };
    const document = sampleDocument();
    const printed = await anchored(document, chain, 45);
    expect(asked).toEqual([45]);
    expect(printed.anchor).toEqual({ logId: anchor.logId, position: 41, hash: anchor.hash });
    const line = { kind: 'note', text: [{ text: `记录链截至第41号记录的校验值：${anchor.hash}` }] };
    expect(printed.sections.at(-1)?.blocks).toEqual([...(document.sections.at(-1)?.blocks ?? []), line]);
    expect(printed.sections.slice(0, -1)).toEqual(document.sections.slice(0, -1));
  });

  it('is left as it is while the log is empty', async () => {
    const document = sampleDocument();
    expect(await anchored(document, { anchorAt: async () => undefined }, 0)).toBe(document);
  });
});
