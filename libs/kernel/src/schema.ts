import type { Instant, LocalDate } from './dates.js';
import type { Uuid } from './ids.js';

/**
 * The shape of a payload as data. One schema per event gives the TypeScript type, the request validation, the published
 * JSON Schema, the OpenAPI document and the entry form, so none of them can disagree.
 */
export type Field =
  | DateField
  | InstantField
  | RefField
  | TextField
  | CountField
  | DecimalField
  | FlagField
  | PatchField
  | EnumField<string>
  | ListField<Field>
  | RecordField<Fields>
  | OptionalField<Field>;

export interface DateField {
  readonly kind: 'date';
  /** A date the clerk plans for, which may lie in the future; other dates may not. */
  readonly planned: boolean;
}
export interface InstantField {
  readonly kind: 'instant';
}
/** An opaque id (UUID): of a person, of a record (its stream), or of an entry, which is one of the facts of a record. */
export interface RefField {
  readonly kind: 'ref';
  readonly to: 'person' | 'record' | 'entry';
  /** Codes of the registers that list what may be named; absent where it stands in the record itself, or nowhere. */
  readonly listedIn?: readonly string[];
}
export interface TextField {
  readonly kind: 'text';
  readonly max: number;
  readonly pattern?: string;
  /** A text that fits the pattern, for forms and documents to show. */
  readonly example?: string;
}
/** A whole number, `min` to `max`. */
export interface CountField {
  readonly kind: 'count';
  readonly min: number;
  readonly max: number;
}
/** An exact decimal written as a JSON number or string; kept as text. `scale` is the most decimals allowed. */
export interface DecimalField {
  readonly kind: 'decimal';
  readonly scale: number;
  readonly min: number;
  readonly max: number;
  /** 元 for money. */
  readonly unit?: string;
}
export interface FlagField {
  readonly kind: 'flag';
}
/** New values of a record by field name; null takes an optional field away. Checked against the record's own schema. */
export interface PatchField {
  readonly kind: 'patch';
}
/** One of the given identifiers; their Chinese stands in terms under `<name>.<value>`. */
export interface EnumField<Value extends string> {
  readonly kind: 'enum';
  readonly name: string;
  readonly values: readonly Value[];
}
export interface ListField<Of extends Field> {
  readonly kind: 'list';
  readonly of: Of;
  readonly min: number;
  readonly max: number;
}
export interface RecordField<Of extends Fields> {
  readonly kind: 'record';
  readonly fields: Of;
}
export interface OptionalField<Of extends Field> {
  readonly kind: 'optional';
  readonly of: Of;
}

export type Fields = { readonly [name: string]: Field };

/** The value a field carries in JSON. */
export type ValueOf<F extends Field> = F extends DateField
  ? LocalDate
  : F extends InstantField
    ? Instant
    : F extends RefField
      ? Uuid
      : F extends TextField
        ? string
        : F extends CountField
          ? number
          : F extends DecimalField
            ? string
            : F extends FlagField
              ? boolean
              : F extends PatchField
                ? Readonly<Record<string, unknown>>
                : F extends EnumField<infer Value>
                  ? Value
                  : F extends ListField<infer Of>
                    ? readonly ValueOf<Of>[]
                    : F extends RecordField<infer Of>
                      ? DataOf<Of>
                      : F extends OptionalField<infer Of>
                        ? ValueOf<Of>
                        : never;

type OptionalNames<F extends Fields> = { [N in keyof F]: F[N] extends OptionalField<Field> ? N : never }[keyof F];

export type DataOf<F extends Fields> = {
  readonly [N in Exclude<keyof F, OptionalNames<F>>]: ValueOf<F[N]>;
} & { readonly [N in OptionalNames<F>]?: ValueOf<F[N]> };

/** A legal date the clerk states; never in the future. */
export const date = (): DateField => ({ kind: 'date', planned: false });
/** A date that may lie ahead: a term's end, a planned return, a due day. */
export const plannedDate = (): DateField => ({ kind: 'date', planned: true });
export const instant = (): InstantField => ({ kind: 'instant' });
export const personRef = (): RefField => ({ kind: 'ref', to: 'person' });
export const ref = (): RefField => ({ kind: 'ref', to: 'record' });
/** Another record, as any of the registers list it. */
export const recordIn = (...listedIn: readonly string[]): RefField => ({ kind: 'ref', to: 'record', listedIn });
/** An entry of another record, as any of the registers list it. */
export const entryIn = (...listedIn: readonly string[]): RefField => ({ kind: 'ref', to: 'entry', listedIn });
export const text = (max = 500): TextField => ({ kind: 'text', max });
/** A document number or code, at most 64 characters. */
export const code = (): TextField => ({ kind: 'text', max: 64 });
/** GB/T 2260 county-level division code. */
export const bureauCode = (): TextField => ({ kind: 'text', max: 6, pattern: '^\\d{6}$' });
/** SHA-256 in hex. */
export const sha256 = (): TextField => ({
  kind: 'text',
  max: 64,
  pattern: '^[0-9a-f]{64}$',
  example: '0'.repeat(64),
});
/** An exact number of any length, as text: a quotient keeps all its digits. */
export const exactNumber = (): TextField => ({ kind: 'text', max: 64, pattern: '^-?\\d+(\\.\\d+)?$', example: '1' });
/** A month, YYYY-MM. */
export const month = (): TextField => ({
  kind: 'text',
  max: 7,
  pattern: '^\\d{4}-(0[1-9]|1[0-2])$',
  example: '2023-02',
});
export const count = (min = 0, max = 1_000_000): CountField => ({ kind: 'count', min, max });
export const decimal = (scale: number, min: number, max: number): DecimalField => ({
  kind: 'decimal',
  scale,
  min,
  max,
});
/** Money in 元, at most two decimals, not negative. */
export const money = (): DecimalField => ({ kind: 'decimal', scale: 2, min: 0, max: 1e12, unit: '元' });
export const patch = (): PatchField => ({ kind: 'patch' });
export const flag = (): FlagField => ({ kind: 'flag' });
export const list = <Of extends Field>(of: Of, min = 0, max = 100): ListField<Of> => ({ kind: 'list', of, min, max });
export const record = <Of extends Fields>(fields: Of): RecordField<Of> => ({ kind: 'record', fields });
export const optional = <Of extends Field>(of: Of): OptionalField<Of> => ({ kind: 'optional', of });

/** A code table: `enumeration('corrections.category', ['probation', 'parole'])`. */
export const enumeration = <const Value extends string>(name: string, values: readonly Value[]): EnumField<Value> => ({
  kind: 'enum',
  name,
  values,
});
