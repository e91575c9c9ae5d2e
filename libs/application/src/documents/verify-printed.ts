import { exact } from '#kernel/money.js';
import type { EvidenceManifest, ListedFigure, PaperEvidence, PaperFigure } from './evidence-manifest.js';
import type { PrintedAnchor } from './anchored.js';
import { type EvidenceAddress, addressOf } from './evidence-address.js';
import type { PrintedFigure } from './printed.js';
import { sealOfDocument } from './sealed-figures.js';
import { printedNumber, printsNearly, printsValue } from './printed-number.js';

/** Why a number is refuted. */
export const refutations = [
  /** The manifest is not the one that was written with the file. */
  'manifest-changed',
  'figure-missing',
  'figure-unlisted',
  'printed-changed',
  'value-changed',
  'printed-contradicts-value',
  'evidence-unknown',
  'differs-from-log',
  'definition-differs',
  'seal-unknown',
  'differs-from-seal',
  /** The log has another hash at the position the file names: one of the two was made anew. */
  'anchor-differs',
] as const;
export type Refutation = (typeof refutations)[number];

export interface Refuted {
  readonly code: Refutation;
  /** Id of the figure; null where it is the file as a whole, or a number nobody listed. */
  readonly figure: string | null;
  readonly at: string;
  readonly found: string;
  readonly expected: string;
}

export interface Verdict {
  /** Ids of figures that stand as the log or the seal has them. */
  readonly confirmed: readonly string[];
  /** Ids of figures that stand as the file lists them, and that nothing but the file knows: entered or derived in a draft. */
  readonly unproven: readonly string[];
  readonly refuted: readonly Refuted[];
}

/** A figure as the log or a seal gives it. */
export interface HeldFigure {
  readonly value: string | null;
  readonly unit: string;
  /** Start of the definition it was computed with. */
  readonly definition?: string | null;
}

/** Who knows what the numbers should be. */
export interface EvidenceSource {
  /** What a seal holds of a figure; undefined where the seal is there and does not hold it. */
  sealed(seal: string, figure: ListedFigure, document: string): Promise<HeldFigure | undefined | 'no-such-seal'>;
  /** Whether the chain of the log holds a hash; absent where whoever is asked does not tell. */
  anchored?(anchor: PrintedAnchor): Promise<boolean>;
  /** An indicator as it was known at the position of the address; undefined where the address leads nowhere. */
  logged(address: EvidenceAddress): Promise<HeldFigure | undefined>;
}

/** Confirms or refutes every number of a file. Each figure is refuted once, by the first thing that is wrong with it. */
export const verifyPrinted = async (evidence: PaperEvidence, source: EvidenceSource): Promise<Verdict> => {
  const { manifest } = evidence;
  const refuted: Refuted[] = [...wholeFaults(evidence), ...unlisted(evidence)];
  const confirmed: string[] = [];
  const unproven: string[] = [];
  let sealKnown = true;
  for (const figure of manifest.figures) {
    const wrong = figureFault(figure, evidence);
    if (wrong !== undefined) {
      refuted.push(wrong);
      continue;
    }
    const held = await heldFault(figure, manifest, source, sealKnown);
    if (held === 'no-such-seal') {
      sealKnown = false;
      continue;
    }
    if (held === 'confirmed') confirmed.push(figure.id);
    else if (held === 'unproven') unproven.push(figure.id);
    else refuted.push(held);
  }
  if (!sealKnown)
    refuted.push({
      code: 'seal-unknown',
      figure: null,
      at: 'the manifest',
      found: manifest.seal ?? '',
      expected: 'a seal',
    });
  const { anchor } = manifest;
  if (anchor !== undefined && (await source.anchored?.(anchor)) === false)
    refuted.push({
      ...{ code: 'anchor-differs', figure: null, at: 'the manifest' },
      found: `${anchor.hash} at position ${anchor.position}`,
      expected: 'the hash of the log there',
    });
  return { confirmed, unproven, refuted };
};

const figureFault = (figure: ListedFigure, { paper }: PaperEvidence): Refuted | undefined =>
  paperFault(figure, papersOf(figure, paper)) ?? valueFault(figure);

/** What is wrong with a file by itself, before anybody is asked: its manifest, and its paper against that. */
export const paperFaults = (evidence: PaperEvidence): readonly Refuted[] => [
  ...wholeFaults(evidence),
  ...unlisted(evidence),
  ...evidence.manifest.figures.flatMap((figure) => figureFault(figure, evidence) ?? []),
];

const wholeFaults = ({ manifest, intact }: PaperEvidence): readonly Refuted[] => {
  const ids = manifest.figures.map(({ id }) => id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  const changed = (found: string): Refuted => ({
    code: 'manifest-changed',
    figure: null,
    at: 'the manifest',
    found,
    expected: 'as it was written',
  });
  const { seal, seals = [] } = manifest;
  const stray = seals.length > 0 && sealOfDocument(seals) !== seal;
  return [
    ...(intact ? [] : [changed('its digest does not hold')]),
    ...(stray ? [changed('its seal is not that of the seals it lists')] : []),
    ...twice.map((id) => changed(`${id} is listed twice`)),
  ];
};

const isOf = (figure: ListedFigure, { id, place }: PaperFigure): boolean =>
  id === undefined ? figure.places.includes(place) : id === figure.id;

const papersOf = (figure: ListedFigure, paper: readonly PaperFigure[]): readonly PaperFigure[] =>
  paper.filter((item) => isOf(figure, item));

/** Numbers bound to a figure that the manifest does not know, or that stand more often than it says. */
const unlisted = ({ manifest, paper }: PaperEvidence): readonly Refuted[] => {
  const surplus = manifest.figures.flatMap((figure) => papersOf(figure, paper).slice(figure.places.length));
  const unknown = paper.filter((item) => !manifest.figures.some((figure) => isOf(figure, item)));
  return [...unknown, ...surplus].map(({ id, at, text }) => ({
    code: 'figure-unlisted',
    figure: id ?? null,
    at,
    found: text,
    expected: 'a line of the manifest',
  }));
};

/** A cell holds a binary number: what its last digits are is not ours to say. */
const PRECISION = '1e-12';

const paperFault = (figure: ListedFigure, papers: readonly PaperFigure[]): Refuted | undefined => {
  const { id, printed, value, places } = figure;
  for (const { at, text, number } of papers) {
    if (text !== printed) return { code: 'printed-changed', figure: id, at, found: text, expected: printed };
    if (number === undefined || value === null) continue;
    const apart = exact(number).minus(value).abs();
    if (apart.greaterThan(exact(value).abs().times(PRECISION)))
      return { code: 'value-changed', figure: id, at, found: number, expected: value };
  }
  if (papers.length >= places.length && places.length > 0) return undefined;
  const found = `${papers.length} of ${places.length} places`;
  return { code: 'figure-missing', figure: id, at: 'the paper', found, expected: printed };
};

/** The line of the manifest against itself: what is printed has to be the value, rounded. */
const valueFault = ({ id, printed, value, source }: ListedFigure): Refuted | undefined => {
  const number = printedNumber(printed);
  const rounds = source.kind === 'indicator' ? printsValue : printsNearly;
  const holds =
    value === null
      ? source.kind !== 'indicator' || number === undefined
      : isDecimal(value) && number !== undefined && rounds(number, value);
  if (holds) return undefined;
  return { code: 'printed-contradicts-value', figure: id, at: 'the manifest', found: printed, expected: value ?? '—' };
};

const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text);

const heldFault = async (
  figure: ListedFigure,
  { seal, seals, document }: EvidenceManifest,
  source: EvidenceSource,
  askSeal: boolean,
): Promise<Refuted | 'confirmed' | 'unproven' | 'no-such-seal'> => {
  const { id, source: from } = figure;
  for (const each of seals ?? (seal === null ? [] : [seal])) {
    const sealed = askSeal ? await source.sealed(each, figure, document) : 'no-such-seal';
    if (sealed === 'no-such-seal') return sealed;
    if (sealed !== undefined) return differs(figure, sealed, 'differs-from-seal') ?? 'confirmed';
  }
  if (from.kind !== 'indicator') return 'unproven';
  const unknown: Refuted = {
    code: 'evidence-unknown',
    figure: id,
    at: 'the manifest',
    found: from.evidence,
    expected: 'the address of its evidence',
  };
  const address = addressOf(from);
  if (address === undefined) return unknown;
  const logged = await source.logged(address);
  if (logged === undefined) return unknown;
  return differs(figure, logged, 'differs-from-log') ?? 'confirmed';
};

/** How many of the log's unit make one of the printed one. */
const SCALES: Readonly<Record<string, number>> = { '万元<元': 10_000 };

/** How a figure differs from what is held of it, value or definition; undefined where it does not. */
export const differs = (figure: PrintedFigure, held: HeldFigure, code: Refutation): Refuted | undefined => {
  const { id, value, unit, source } = figure;
  const scale = SCALES[`${unit}<${held.unit}`] ?? 1;
  const expected = held.value === null ? null : exact(held.value).dividedBy(scale);
  const same = expected === null || value === null ? expected === value : expected.equals(value);
  if (!same) return { code, figure: id, at: 'the manifest', found: value ?? '—', expected: expected?.toFixed() ?? '—' };
  const definition = held.definition ?? undefined;
  if (source.kind !== 'indicator' || definition === undefined || definition === source.definition) return undefined;
  return { code: 'definition-differs', figure: id, at: 'the manifest', found: source.definition, expected: definition };
};
