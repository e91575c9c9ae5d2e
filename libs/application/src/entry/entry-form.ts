import { fieldTerm, titleOf } from '../describe-lines.js';
import type { BureauCode, Field, Fields, RecordField } from '../kernel.js';
import type { PersonDetails } from '../ports/person-registry.js';
import type { Office } from '../ports/office-directory.js';
import type { CommandDefinition, Registry } from '../registry.js';
import { columnWords, idTypeWords, personWords, sexWords, sheetWords } from './terms.js';

/** One of the values a cell may name, by its Chinese or by itself. */
export interface Choice {
  readonly value: string | boolean;
  readonly label: string;
}

/** A field that one cell can hold as it is. */
export type PlainField = Extract<Field, { kind: 'date' | 'instant' | 'ref' | 'text' | 'count' | 'decimal' }>;

/** How the cells of a column are read. */
export type CellForm =
  | { readonly kind: 'plain'; readonly field: PlainField; readonly many: boolean }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly many: boolean }
  /** Several persons in one cell. */
  | { readonly kind: 'persons' }
  /** Read by nobody: what counts rows. */
  | { readonly kind: 'mark' };

export type PersonPart = keyof PersonDetails;

export interface EntryColumn {
  /** What a refusal would point at: `data.kind`, `office`; of a person the field and the part, `data.applicant#name`. */
  readonly at: string;
  /** Stands once in a workbook. */
  readonly title: string;
  readonly help?: string;
  readonly required: boolean;
  readonly form: CellForm;
  /** What a cell that is empty says, where there is nothing to choose. */
  readonly only?: string;
  /** Set where it says something of the person a field names. */
  readonly person?: { readonly of: string; readonly part: PersonPart };
}

/** A workbook for one command of a line, as data. */
export interface EntryForm {
  readonly command: CommandDefinition;
  readonly bureau: BureauCode;
  readonly title: string;
  readonly columns: readonly EntryColumn[];
  /** Whether a row may begin a case of its own, and whether it may go on with one there is. */
  readonly opens: boolean;
  readonly follows: boolean;
}

const plain = (field: PlainField, many = false): CellForm => ({ kind: 'plain', field, many });
const choicesOf = (words: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const choice = (choices: readonly Choice[], many = false): CellForm => ({ kind: 'choice', choices, many });

const text = (max: number): CellForm => plain({ kind: 'text', max });
const personForms: Readonly<Record<PersonPart, CellForm>> = {
  idNo: text(64),
  name: text(100),
  idType: choice(choicesOf(idTypeWords)),
  sex: choice(choicesOf(sexWords)),
  birthDate: plain({ kind: 'date', planned: false }),
  phone: text(40),
  address: text(300),
};
const personParts = Object.keys(personWords) as readonly PersonPart[];

/** Columns of a person: the number finds who is registered, the rest registers who is not. */
const personColumns = (of: string, title: string, required: boolean): readonly EntryColumn[] =>
  personParts.map((part) => ({
    at: `${of}#${part}`,
    title: `${title}${personWords[part].title}`,
    ...(personWords[part].help === '' ? {} : { help: personWords[part].help }),
    required: required && part === 'idNo',
    form: personForms[part],
    person: { of, part },
  }));

const flags: readonly Choice[] = [
  { value: true, label: sheetWords.yes },
  { value: false, label: sheetWords.no },
];

/** How one cell holds a field, alone or several times; undefined for what takes more than a cell. */
const cellForm = (registry: Registry, field: Field, many = false): CellForm | undefined => {
  switch (field.kind) {
    case 'ref':
      if (field.to === 'person') return many ? { kind: 'persons' } : undefined;
      return plain(field, many);
    case 'date':
    case 'instant':
    case 'text':
    case 'count':
    case 'decimal':
      return plain(field, many);
    case 'flag':
      return choice(flags, many);
    case 'enum':
      return choice(
        field.values.map((value) => ({ value, label: titleOf(registry, `${field.name}.${value}`) })),
        many,
      );
    case 'list':
      return many ? undefined : cellForm(registry, field.of, true);
    case 'optional':
      return cellForm(registry, field.of, many);
    case 'record':
    case 'patch':
      return undefined;
  }
};

const present = (field: Field): Field => (field.kind === 'optional' ? field.of : field);

interface Named {
  readonly at: string;
  readonly title: string;
  readonly required: boolean;
}

/** The columns of a field; undefined where it nests lists, which no row can hold. */
const columnsOf = (
  registry: Registry,
  owner: string,
  field: Field,
  named: Named,
): readonly EntryColumn[] | undefined => {
  const own = present(field);
  const required = named.required && field.kind !== 'optional';
  if (own.kind === 'ref' && own.to === 'person') return personColumns(named.at, named.title, required);
  if (own.kind === 'record') return columnsOfFields(registry, owner, own, { ...named, required });
  const form = cellForm(registry, own);
  const { help } = fieldTerm(registry, owner, named.at.slice(named.at.lastIndexOf('.') + 1)) ?? {};
  const filled = own.kind === 'list' ? required && own.min > 0 : required;
  return form && [{ ...named, ...(help === undefined ? {} : { help }), required: filled, form }];
};

const columnsOfFields = (
  registry: Registry,
  owner: string,
  { fields }: Pick<RecordField<Fields>, 'fields'>,
  { at, title, required }: Named,
): readonly EntryColumn[] | undefined => {
  const found = Object.entries(fields).map(([name, field]) => {
    const own = fieldTerm(registry, owner, name)?.zh ?? name;
    return columnsOf(registry, owner, field, { at: `${at}.${name}`, title: `${title}${own}`, required });
  });
  return found.some((columns) => columns === undefined) ? undefined : found.flatMap((columns) => columns ?? []);
};

/** Offices of a caller as the list shows them: by name, and with the code where two have one name. */
export const officeChoices = (offices: readonly Office[]): readonly Choice[] => {
  const names = Map.groupBy(offices, ({ name }) => name);
  return offices.map(({ code, name }) => ({
    value: code,
    label: names.get(name)?.length === 1 ? name : `${name}（${code}）`,
  }));
};

/** No two columns of one title: fields of which two would be, or one as every workbook has it, say which they are. */
const apart = (columns: readonly EntryColumn[]): readonly EntryColumn[] => {
  const titles = Map.groupBy(columns, ({ title }) => title);
  return columns.map((column) => {
    const { at, title } = column;
    const plain = titles.get(title)?.length === 1 || !at.startsWith(DATA);
    return plain ? column : { ...column, title: `${title}（${at.slice(DATA.length)}）` };
  });
};

const DATA = 'data.';

const single = (at: keyof typeof columnWords, form: CellForm, required = false): EntryColumn => ({
  at,
  ...columnWords[at],
  required,
  form,
});

/** Who records for one office need not say which. */
const officeColumn = (offices: readonly Office[]): EntryColumn => {
  const [first, ...more] = offices;
  const column = single('office', choice(officeChoices(offices)), more.length > 0);
  return first === undefined || more.length > 0 ? column : { ...column, only: first.code };
};

/** A 文书字号 that must be named, and no field of the payload that holds one. */
const documentNeeded = ({ event }: CommandDefinition): boolean =>
  event?.documentRequired === true &&
  !Object.entries(event.fields).some(([name, field]) => name.endsWith('No') && field.kind === 'text');

/**
 * The workbook of a command, from the schema its payload is checked with. `offices`: those the caller may record for.
 * Undefined where a row cannot hold what the command says: lists of records, patches.
 */
export const entryFormOf = (
  registry: Registry,
  command: CommandDefinition,
  {
    bureau,
    offices,
    title,
  }: { readonly bureau: BureauCode; readonly offices: readonly Office[]; readonly title: string },
): EntryForm | undefined => {
  const { event, stream } = command;
  if (event === undefined || stream === undefined) return undefined;
  const data = columnsOfFields(registry, event.type, command, { at: 'data', title: '', required: true });
  if (data === undefined) return undefined;
  const allowing = Object.entries(stream.steps as Readonly<Record<string, readonly string[]>>)
    .filter(([, allowed]) => allowed.includes(event.type))
    .map(([status]) => status);
  const opens = allowing.includes(stream.initial.status);
  const follows = allowing.some((status) => status !== stream.initial.status);
  const documents = documentNeeded(command);
  const columns = [
    single('mark', { kind: 'mark' }),
    officeColumn(offices),
    ...(follows ? [single('streamId', text(200), !opens)] : []),
    ...data,
    single('docKind', text(64), documents),
    single('docNo', text(64), documents),
    single('approvedBy', text(200)),
  ];
  return { command, bureau, title, columns: apart(columns), opens, follows };
};
