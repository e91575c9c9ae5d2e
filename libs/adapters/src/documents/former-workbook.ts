import { paperFaults } from '#application/documents/verify-printed.js';
import type { PaperGrid } from '#application/last-year/former-paper.js';
import type { FormerPaper } from '#application/last-year/former-forms.js';
import { formsIn } from '#application/last-year/read-form.js';
import { mainParts } from './attach-manifest.js';
import { readEvidence } from './manifest.js';
import { openPackage } from './office-package.js';
import { refuseActive } from './refuse-active.js';
import { UnusableFile } from './unusable-file.js';
import { gridsIn } from './workbook-grids.js';

/** What of a workbook goes on to whoever compares it: a form has some dozens of lines, and a few figures for each. */
export const paperLimits = { lines: 2_000, figures: 2_000, places: 8_000 } as const;

type Evidence = ReturnType<typeof readEvidence>;

/** What a workbook says of its own numbers; undefined where it says nothing. @throws UnusableFile */
const evidenceIn = (bytes: Uint8Array): Evidence | undefined => {
  try {
    return readEvidence(bytes);
  } catch (error) {
    if (error instanceof UnusableFile && error.code === 'no-manifest') return undefined;
    throw error;
  }
};

/** The cells of a workbook from outside, and what it says of itself. @throws UnusableFile */
export const readWorkbook = (
  bytes: Uint8Array,
): { readonly grids: readonly PaperGrid[]; readonly evidence?: Evidence } => {
  const file = openPackage(bytes);
  refuseActive(file);
  if (!file.has(mainParts.excel.part)) throw new UnusableFile('not-a-workbook', 'it is no workbook');
  const evidence = evidenceIn(bytes);
  return { grids: gridsIn(file), ...(evidence !== undefined && { evidence }) };
};

/** Faults of a paper that are told; more help nobody. */
const MOST_FAULTS = 100;

/** A form of the year before, ours or typed by hand. @throws UnusableFile `too-large` also for more lines than forms have */
export const formerPaper = (bytes: Uint8Array): FormerPaper => {
  const { grids, evidence } = readWorkbook(bytes);
  const forms = formsIn(grids);
  const figures = evidence?.manifest.figures ?? [];
  const held = {
    lines: forms.reduce((sum, { lines }) => sum + lines.length, 0),
    figures: figures.length,
    places: (evidence?.paper.length ?? 0) + figures.reduce((sum, { places }) => sum + places.length, 0),
  };
  for (const [what, most] of Object.entries(paperLimits))
    if (held[what as keyof typeof held] > most) throw new UnusableFile('too-large', `more than ${most} ${what}`);
  if (evidence === undefined) return { forms };
  return { forms, evidence: { ...evidence, faults: paperFaults(evidence).slice(0, MOST_FAULTS) } };
};
