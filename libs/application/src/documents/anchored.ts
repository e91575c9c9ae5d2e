import type { Anchor } from '../chain/anchor.js';
import type { Chain } from '../ports/chain.js';
import type { Block, PrintedDocument } from './printed.js';
import { documentTerms } from './terms.js';

/** A hash of the log that a document carries: whoever keeps the paper can tell whether the log was made anew since. */
export type PrintedAnchor = Omit<Anchor, 'chain'>;

/**
 * The document with the hash of the log at the position its figures are known at: one line at its end, and in its manifest. The
 * same position gives the same hash for ever; before the first record there is none.
 */
export const anchored = async (
  document: PrintedDocument,
  chain: Pick<Chain, 'anchorAt'>,
  position: number,
): Promise<PrintedDocument> => {
  const anchor = printedAnchor(await chain.anchorAt(position));
  return anchor === undefined ? document : withAnchor(document, anchor);
};

export const printedAnchor = (anchor: Anchor | undefined): PrintedAnchor | undefined =>
  anchor === undefined ? undefined : { logId: anchor.logId, position: anchor.position, hash: anchor.hash };

/** The line that stands on paper. */
export const anchorLine = ({ position, hash }: PrintedAnchor): string => documentTerms.anchor(position, hash);

export const withAnchor = (document: PrintedDocument, anchor: PrintedAnchor): PrintedDocument => {
  const line: Block = { kind: 'note', text: [{ text: anchorLine(anchor) }] };
  const last = document.sections.length - 1;
  return {
    ...document,
    sections: document.sections.map((section, at) =>
      at === last ? { ...section, blocks: [...section.blocks, line] } : section,
    ),
    anchor,
  };
};
