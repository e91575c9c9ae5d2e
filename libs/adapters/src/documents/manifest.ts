import type { EvidenceManifest, PaperEvidence, PaperFigure } from '#application/documents/evidence-manifest.js';
import { mainParts } from './attach-manifest.js';
import { parseManifest } from './manifest-xml.js';
import { type OfficePackage, openPackage } from './office-package.js';
import { MANIFEST_NAMESPACE } from './read-xml.js';
import { refuseActive } from './refuse-active.js';
import { UnusableFile } from './unusable-file.js';
import { figuresInWord } from './word-paper.js';
import { figuresInWorkbook } from './workbook-paper.js';

/**
 * Reads what a Word file or a workbook says of its numbers and what really stands on it.
 * @throws UnusableFile a broken or harmful file, or one without a manifest
 */
export const readEvidence = (bytes: Uint8Array): PaperEvidence => {
  const file = openPackage(bytes);
  refuseActive(file);
  const { manifest, intact } = manifestIn(file);
  return { manifest, intact, paper: paperIn(file, manifest) };
};

/** The manifest alone. @throws UnusableFile */
export const readManifest = (bytes: Uint8Array): EvidenceManifest => readEvidence(bytes).manifest;

/** What stands in each tagged control or cell. @throws UnusableFile */
export const figuresOnPaper = (bytes: Uint8Array): readonly PaperFigure[] => readEvidence(bytes).paper;

const manifestIn = (file: OfficePackage): ReturnType<typeof parseManifest> => {
  const parts = file.names.filter((name) => /^customXml\/[^/]+\.xml$/.test(name));
  const ours = parts.map((part) => ({ part, bytes: file.read(part) })).filter(({ bytes }) => isManifest(bytes));
  const [first, second] = ours;
  if (first === undefined) throw new UnusableFile('no-manifest', 'the file does not say where its numbers come from');
  if (second !== undefined) throw new UnusableFile('broken-manifest', 'there are two manifests');
  return parseManifest(first.bytes, first.part);
};

/** Other programs keep parts of their own there. */
const isManifest = (bytes: Buffer): boolean => bytes.includes('<manifest') && bytes.includes(MANIFEST_NAMESPACE);

const paperIn = (file: OfficePackage, manifest: EvidenceManifest): readonly PaperFigure[] => {
  if (file.has(mainParts.word.part)) return figuresInWord(file);
  if (file.has(mainParts.excel.part)) return figuresInWorkbook(file, manifest);
  throw new UnusableFile('not-a-document', 'it is neither a Word file nor a workbook');
};
