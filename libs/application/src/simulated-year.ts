import type { SimulatedCommand, SimulationTools } from './case-binding.js';
import { type DomainEvent, type EventDefinition, type LocalDate, type Uuid, addDays, weekday } from './kernel.js';

/** The leaves of a section of a case file; one that is absent counts as 0. */
export class LeafCounts {
  constructor(protected readonly leaves: Readonly<Record<string, number>>) {}

  has(name: string): boolean {
    return this.leaves[name] !== undefined;
  }

  of(name: string): number {
    return this.leaves[name] ?? 0;
  }

  /**
   * Takes a part from a whole that must hold it.
   * @throws RangeError when the part is larger, naming both
   */
  rest(whole: string, ...parts: readonly string[]): number {
    const rest = this.of(whole) - parts.reduce((sum, name) => sum + this.of(name), 0);
    if (rest < 0) throw new RangeError(`${parts.join(' + ')} is more than ${whole} (${this.of(whole)})`);
    return rest;
  }
}

/** A whole number in so many parts that differ by at most one, the larger ones first: 80 in 3 is 27, 27, 26. */
export const evenly = (total: number, parts: number): readonly number[] =>
  Array.from({ length: parts }, (_, at) => Math.floor(total / parts) + (at < total % parts ? 1 : 0));

/** A day of the stretch, moved off the weekend where the stretch allows. */
export const workday = ({ random }: Pick<SimulationTools, 'random'>, from: LocalDate, to: LocalDate): LocalDate => {
  const drawn = random.date(from, to);
  for (const shift of [0, -1, -2, 1, 2]) {
    const day = addDays(drawn, shift);
    if (weekday(day) <= 5 && day >= from && day <= to) return day;
  }
  return drawn;
};

/** The next number of a series of documents: `司矫警〔2023〕7号`. */
export const documentNumbers = (year: string): ((series: string) => string) => {
  const given = new Map<string, number>();
  return (series) => {
    const number = (given.get(series) ?? 0) + 1;
    given.set(series, number);
    return `${series}〔${year}〕${number}号`;
  };
};

/** Where a simulated command goes, and who says yes beside the clerk where a soft rule asks for it. */
export interface To {
  readonly streamId: Uuid;
  readonly office: string;
  readonly approvedBy?: string;
  readonly by?: string;
}

/** Fields that carry the number of the document itself. */
const DOCUMENT_NUMBERS = [/^(docNo|.*DocNo|letterNo|.*LetterNo|certificateNo)$/, /No$/];

/** Writes the command that records one event; the payload is checked where it is written. */
export type Order<Event extends DomainEvent> = <Type extends Event['type']>(
  type: Type,
  to: To,
  data: Extract<Event, { type: Type }>['data'],
) => SimulatedCommand;

/** Orders of a line's events, dated as the event is, with its document among the evidence where one is mandatory. */
export const ordersOf = <Event extends DomainEvent>(
  events: Readonly<Record<Event['type'], EventDefinition>>,
): Order<Event> => {
  const definitions: Readonly<Record<string, EventDefinition>> = events;
  return (type, to, data) => {
    const definition = definitions[type] as EventDefinition;
    const fields = data as Readonly<Record<string, string>>;
    const docNo = DOCUMENT_NUMBERS.map((form) => Object.keys(fields).find((name) => form.test(name))).find(
      (name) => name !== undefined,
    );
    return {
      type: `${type.slice(0, type.indexOf('.'))}.${definition.command}`,
      ...to,
      data,
      on: fields[definition.datedBy] as string,
      ...(definition.documentRequired === true &&
        docNo !== undefined && { evidence: [{ docKind: '文书', docNo: fields[docNo] ?? '' }] }),
    };
  };
};
