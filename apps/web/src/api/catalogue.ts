import { ref } from 'vue';
import { call } from './call.js';
import { may } from './session.js';
import type { Office } from './answers.js';

/** The JSON Schema of a field, with what the API says about it beside. */
export interface FieldSchema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly 'x-code-table'?: string;
  readonly 'x-refers-to'?: string;
  /** Registers that list what may be named. */
  readonly 'x-listed-in'?: readonly string[];
  readonly 'x-unit'?: string;
  readonly oneOf?: readonly FieldSchema[];
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  /** A date that may lie ahead: what is planned, falls due or runs until then. */
  readonly 'x-planned'?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}
export interface CommandForm {
  readonly type: string;
  readonly title: string;
  readonly event?: string;
  readonly datedBy?: string;
  readonly documentRequired: boolean;
  readonly permission: string;
  readonly data: FieldSchema;
}
export interface StreamKind {
  readonly type: string;
  readonly title: string;
  readonly states: readonly { readonly state: string; readonly title: string; readonly allowed: readonly string[] }[];
  readonly commands: readonly CommandForm[];
}
export interface CodeTable {
  readonly name: string;
  readonly title: string;
  readonly values: readonly { readonly value: string; readonly title: string }[];
}
export interface RegisterKind {
  readonly code: string;
  readonly title: string;
  readonly columns: readonly { readonly name: string; readonly title: string }[];
  readonly filters: readonly string[];
  readonly orderBy: string;
}
export interface Line {
  readonly code: string;
  readonly title: string;
  readonly staff: readonly string[];
  readonly streams: readonly StreamKind[];
  readonly codeTables: readonly CodeTable[];
  readonly registers: readonly RegisterKind[];
  readonly indicators: readonly {
    readonly code: string;
    readonly title: string;
    readonly kind: string;
    readonly unit: string;
    readonly variant?: string;
    readonly of?: string;
  }[];
  readonly measures: readonly {
    readonly code: string;
    readonly title: string;
    readonly unit: string;
    readonly splits: readonly string[];
  }[];
  readonly deadlines: readonly { readonly code: string; readonly title: string }[];
}

/** Every line of business the system knows, as it describes itself. */
export const lines = ref<readonly Line[]>([]);
/** Offices the caller knows of. */
export const offices = ref<readonly Office[]>([]);

/** @throws Refused; NotReached */
export const loadCatalogue = async (): Promise<void> => {
  const [described, known] = await Promise.all([
    may('records:read') ? call<{ readonly lines: readonly Line[] }>('GET', '/v1/lines') : undefined,
    may('offices:read') ? call<{ readonly offices: readonly Office[] }>('GET', '/v1/offices') : undefined,
  ]);
  lines.value = described?.lines ?? [];
  offices.value = known?.offices ?? [];
};

export const forget = (): void => {
  lines.value = [];
  offices.value = [];
};

export const officeName = (code: string): string => offices.value.find((office) => office.code === code)?.name ?? code;

export const lineOf = (type: string): Line | undefined =>
  lines.value.find(({ code }) => code === type.slice(0, type.indexOf('.')));

export const streamOf = (type: string): StreamKind | undefined =>
  lineOf(type)?.streams.find((stream) => stream.type === type);

/** What a coded value is called. */
export const codeTitle = (line: Line | undefined, table: string | undefined, value: unknown): string =>
  line?.codeTables.find(({ name }) => name === table)?.values.find((item) => item.value === value)?.title ??
  String(value ?? '');

/** Commands that begin a record, of those the caller may send: allowed where nothing is yet. */
export const beginnings = (line: Line): readonly { readonly stream: StreamKind; readonly command: CommandForm }[] =>
  line.streams.flatMap((stream) => {
    const first = stream.states[0]?.allowed ?? [];
    return stream.commands
      .filter(({ event, permission }) => event !== undefined && first.includes(event) && may(permission, line.staff))
      .map((command) => ({ stream, command }));
  });

/** The line a deadline is of. */
export const lineOfDeadline = (deadline: string): string =>
  lines.value.find(({ deadlines }) => deadlines.some(({ code }) => code === deadline))?.code ?? '';

/** A sentence of the API with figures called by their titles in the place of their codes. */
export const withTitles = (message: string): string =>
  message.replace(
    /\b[A-Z]{2}-\d{2}[\w-]*/g,
    (code) => lines.value.flatMap(({ indicators }) => indicators).find((one) => one.code === code)?.title ?? code,
  );
