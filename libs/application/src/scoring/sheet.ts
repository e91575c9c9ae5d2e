import { type DataOf, decimal, enumeration, flag, list, optional, plannedDate, record, text } from '#kernel/schema.js';
import { operators } from '../operator.js';
import { points } from './frame.js';

export const operator = enumeration('scoring.operator', operators);
/** More is better, exactly that, less is better: said where the target prints no operator. */
export const direction = enumeration('scoring.direction', ['positive', 'equal', 'inverse']);

const amount = () => decimal(6, -1e15, 1e15);
const cell = () => optional(text(500));

/** Points a person gave against the rules, or where there is none. */
const override = record({ score: decimal(6, -1000, 1000), reason: optional(text(500)), by: text(64) });

/**
 * A form to be scored, as plain data: numbers are decimal text, an empty cell is absent. Weights stand on rows or on groups, as
 * the frame says.
 */
export const sheetFields = {
  /** 万元 or 元, all alike. */
  budget: optional(record({ initial: optional(amount()), adjusted: optional(amount()), executed: optional(amount()) })),
  execution: optional(record({ override: optional(override), deviationReason: cell() })),
  /** 二级 groups; empty where every row carries its own weight. */
  groups: list(
    record({
      level1: text(50),
      level2: text(50),
      weight: optional(points()),
      override: optional(override),
      deviationReason: cell(),
    }),
    0,
    100,
  ),
  rows: list(
    record({
      id: text(100),
      level1: text(50),
      level2: text(50),
      level3: text(500),
      target: record({
        text: cell(),
        operator: optional(operator),
        number: optional(amount()),
        unit: optional(text(30)),
      }),
      /** The parts of a rate, where they are known, decide before its printed number. */
      actual: record({
        text: cell(),
        number: optional(amount()),
        parts: optional(record({ numerator: amount(), denominator: amount() })),
      }),
      weight: optional(points()),
      direction: optional(direction),
      /** A person's judgement of a row that is not measured: band, score inside it, who and when, and on what evidence. */
      qualitative: optional(
        record({
          band: text(40),
          score: decimal(6, -1000, 1000),
          by: text(64),
          on: plannedDate(),
          basis: cell(),
          /** Hash of the attachment it rests on. */
          evidence: optional(text(128)),
        }),
      ),
      override: optional(override),
      deviationReason: cell(),
      notApplicable: optional(flag()),
    }),
    1,
    500,
  ),
};

export type ScoringSheet = DataOf<typeof sheetFields>;
export type SheetRow = ScoringSheet['rows'][number];
export type SheetGroup = ScoringSheet['groups'][number];
export type Override = NonNullable<SheetRow['override']>;
export type Qualitative = NonNullable<SheetRow['qualitative']>;
