import type { FormerForms } from '#application/last-year/former-paper.js';
import { mainParts } from './attach-manifest.js';
import { readEvidence } from './manifest.js';
import { openPackage } from './office-package.js';
import { refuseActive } from './refuse-active.js';
import { UnusableFile } from './unusable-file.js';
import { gridsIn } from './workbook-grids.js';

/** What a workbook says of its own numbers; undefined where it says nothing. @throws UnusableFile */
const evidenceIn = (bytes: Uint8Array): ReturnType<typeof readEvidence> | undefined => {
  try {
    return readEvidence(bytes);
  } catch (error) {
    if (error instanceof UnusableFile && error.code === 'no-manifest') return undefined;
    throw error;
  }
};

/** Forms of the year before as workbooks, ours or typed by hand. */
export const formerWorkbooks: FormerForms = {
  read: (bytes) => {
    try {
      const file = openPackage(bytes);
      refuseActive(file);
      if (!file.has(mainParts.excel.part)) throw new UnusableFile('not-a-workbook', 'it is no workbook');
      const evidence = evidenceIn(bytes);
      return { grids: gridsIn(file), ...(evidence !== undefined && { evidence }) };
    } catch (error) {
      if (error instanceof UnusableFile) return [{ code: error.code, at: 'file', what: error.what }];
      throw error;
    }
  },
};
