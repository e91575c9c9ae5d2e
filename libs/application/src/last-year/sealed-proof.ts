import type { PrintedFigure } from '../documents/printed.js';
import { heldIn } from '../documents/sealed-figures.js';
import { type Refuted, differs } from '../documents/verify-printed.js';
import type { FormerForm, FormerRow } from '../evaluation/performance-sheet.js';
import type { BureauCode } from '../kernel.js';
import type { RecordedSeal } from '../sealing/books.js';
import { type FindSealPorts, findSealByHash } from '../sealing/find-seal.js';

/** The seals a form names that this log holds. */
export const sealsNamedBy = async (
  ports: FindSealPorts,
  bureau: BureauCode,
  { seals }: Pick<FormerForm, 'seals'>,
): Promise<readonly RecordedSeal[]> => {
  // A deployment that keeps no books has no seals.
  if (!ports.registry.lines.some(({ periods }) => periods !== undefined)) return [];
  const found = await Promise.all(seals.map((hash) => findSealByHash(ports, bureau, hash)));
  return found.flatMap((item) => (item === undefined ? [] : [item.seal]));
};

const asPrinted = (
  { row, printed, value, unit = '', indicator, definition, position }: FormerRow,
  bureau: BureauCode,
  year: number,
): PrintedFigure | undefined =>
  indicator === undefined || definition === undefined || position === undefined
    ? undefined
    : {
        ...{ id: row, printed, value: value ?? null, unit },
        source: {
          ...{ kind: 'indicator', indicator, definition, office: bureau, position, evidence: '' },
          period: { scheme: 'FISCAL_YEAR', from: `${year}-01-01`, to: `${year}-12-31` },
        },
      };

/** What a seal says of an imported figure: nothing, where none holds it. */
export type Proof = { readonly seal: RecordedSeal; readonly fault?: Refuted } | undefined;

/** Holds an imported figure against the seals of its form: the first that has it at its position decides. */
export const proofOf = (row: FormerRow, bureau: BureauCode, year: number, seals: readonly RecordedSeal[]): Proof => {
  const figure = asPrinted(row, bureau, year);
  if (figure === undefined) return undefined;
  for (const seal of seals) {
    const held = heldIn({ period: seal, position: seal.position, figures: seal.figures }, figure);
    if (held === undefined) continue;
    const fault = differs(figure, held, 'differs-from-seal');
    return fault === undefined ? { seal } : { seal, fault };
  }
  return undefined;
};
