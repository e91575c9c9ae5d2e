import { bookOf } from '../documents/figure-book.js';
import { documentTerms } from '../documents/terms.js';
import type { ActualsPorts } from '../evaluation/actuals.js';
import { type NarrativePart, type OwnNarrative, narrativeParts } from '../evaluation/performance-sheet.js';
import { type FoundSheet, type SheetPorts, findSheet, sheetsOf } from '../evaluation/read-sheets.js';
import type { CommandHandler } from '../handle-command.js';
import { type Principal, type Receipt, Rejected, type Uuid, reject } from '../kernel.js';
import type { Clock } from '../ports/clock.js';
import { narrativeFaults } from './own-narrative.js';
import { materialOfSheet } from './sheet-document.js';
import { figureCalled, figuresToName } from './sheet-figures.js';
import { reportTerms } from './terms.js';

export interface NarrativePorts extends SheetPorts, ActualsPorts {
  readonly ledger: ActualsPorts['ledger'];
  readonly clock: Clock;
}

/** A part of the report under its heading, with what the bureau says in it. */
export interface ReportPart extends Pick<OwnNarrative, 'part' | 'paragraphs'> {
  readonly title: string;
  /** Absent where nothing was ever written. */
  readonly writtenOn?: string;
}

/** A figure a text may name, as it stands. */
export interface NameableFigure {
  readonly name: string;
  readonly title: string;
  /** A dash where it is not there, or not yet. */
  readonly printed: string;
}

const reading = async (ports: NarrativePorts, found: FoundSheet, position: number) => {
  const { today } = ports.clock.now();
  const material = await materialOfSheet(ports, { found, document: 'report', position, today }, { sections: [] });
  return { file: material.report.file, book: bookOf(material, material.scored) };
};

/** What a bureau says in its report, part by part, and every figure it may name there, as known at a position. */
export const readNarrative = async (
  ports: NarrativePorts,
  found: FoundSheet,
  position: number,
): Promise<{ readonly parts: readonly ReportPart[]; readonly figures: readonly NameableFigure[] }> => {
  const { file, book } = await reading(ports, found, position);
  const { narrative, subject } = found.sheet;
  const said = new Map(narrative.map((one) => [one.part, one]));
  return {
    parts: narrativeParts.map((part) => ({
      ...{ part, title: part === 'overview' ? reportTerms.overview[subject] : reportTerms[part], paragraphs: [] },
      ...said.get(part),
    })),
    figures: [...figuresToName(found.sheet)].map(([name, title]) => ({
      ...{ name, title },
      printed: figureCalled(file, book, name)?.printed ?? documentTerms.unknown,
    })),
  };
};

export interface WriteRequest {
  readonly principal: Principal;
  readonly streamId: Uuid;
  readonly part: NarrativePart;
  readonly paragraphs: readonly string[];
  readonly commandId: Uuid;
  readonly correlationId: Uuid;
  /** Of the sheet as it was read. */
  readonly expectedVersion?: number;
  /** Position of the figures the text is held against. */
  readonly position: number;
}

/**
 * Records what a bureau says in a part of its report, in the place of what it said there before. Figures are named, never typed,
 * so that a changed value changes the sentence.
 * @rejects narrative-refused naming each figure that is not the sheet's, or was typed, with its paragraph
 */
export const writeNarrative = async (
  ports: NarrativePorts & { readonly handler: Pick<CommandHandler, 'handle'> },
  { principal, streamId, part, paragraphs, position, ...envelope }: WriteRequest,
): Promise<Receipt> => {
  const found = await findSheet(ports, principal, streamId);
  const { file, book } = await reading(ports, found, position);
  const faults = narrativeFaults(paragraphs, found.sheet, file, book);
  if (faults.length > 0) throw new Rejected(reject('narrative-refused', ...faults));
  return ports.handler.handle({
    ...{ ...envelope, principal, streamId, type: sheetsOf(ports.registry).writeNarrative },
    data: { writtenOn: ports.clock.now().today, part, paragraphs },
    ...{ bureau: found.bureau, office: found.office, source: 'MANUAL' },
  });
};
