import { normaliseIdentityNumber, sexIn } from '#kernel/identity-number.js';
import { type BureauCode, type LocalDate, type RejectionDetail, type Uuid, isUuid, uuidV5 } from '../kernel.js';
import { personFaults } from '../persons/person-rules.js';
import { termsAsked } from '../persons/search-terms.js';
import type { PersonDetails, PersonRegistry } from '../ports/person-registry.js';
import type { FilledRow, PersonSaid } from './read-rows.js';

/** A person a row names: known by a reference, or new under a key of this workbook. */
export type Meant = { readonly ref: Uuid } | { readonly newcomer: string };

export interface MeantBy {
  /** By the path of the field. */
  readonly persons: ReadonlyMap<string, Meant | readonly Meant[]>;
  readonly faults: readonly RejectionDetail[];
}

export interface EntryPeople {
  /** By row. */
  readonly meant: ReadonlyMap<number, MeantBy>;
  readonly newcomers: ReadonlyMap<string, PersonDetails>;
}

/** Numbers looked for at the same time. */
const AT_ONCE = 50;

type Parts = PersonSaid['parts'];

/** `张三 430902…` of a cell with several persons. */
const partsIn = (said: string): Parts => {
  const [, name, idNo] = /^(\S.*?)\s+([\w()（）/-]+)$/su.exec(said) ?? [];
  return name === undefined || idNo === undefined ? { idNo: said } : { name, idNo };
};

const isReference = (idNo: string): boolean => isUuid(idNo.toLowerCase());

/** The person as the registry takes him; what the number says of him need not be said again. */
const detailsOf = ({ name = '', idType = 'resident-id', idNo, sex, ...rest }: Parts): PersonDetails => {
  const number = idNo === undefined ? undefined : normaliseIdentityNumber(idNo);
  const told =
    sex ?? (idType === 'resident-id' && /^\d{17}[\dX]$/.test(number ?? '') ? sexIn(number ?? '') : undefined);
  return {
    ...rest,
    name,
    idType,
    ...(number !== undefined && { idNo: number }),
    ...(told && { sex: told }),
  } as PersonDetails;
};

/** Finds who is registered under each number; stores nothing. */
const knownNumbers = async (
  persons: Pick<PersonRegistry, 'find'>,
  bureau: BureauCode,
  numbers: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Uuid>> => {
  const found = new Map<string, Uuid>();
  const wanted = [...numbers];
  for (let from = 0; from < wanted.length; from += AT_ONCE)
    await Promise.all(
      wanted.slice(from, from + AT_ONCE).map(async (number) => {
        const terms = termsAsked(number).filter(({ kind }) => kind === 'number');
        const [ref] = terms.length === 0 ? [] : await persons.find(bureau, terms, { limit: 1 });
        if (ref !== undefined) found.set(number, ref);
      }),
    );
  return found;
};

/**
 * Whom the rows of a workbook name. Whoever is registered is found by his number or reference; who is not, and is said enough
 * of, is a newcomer, registered when the row is recorded and not before.
 */
export const peopleIn = async (
  ports: { readonly persons: Pick<PersonRegistry, 'find'> },
  rows: readonly FilledRow[],
  {
    bureau,
    today,
    mayRegister,
  }: { readonly bureau: BureauCode; readonly today: LocalDate; readonly mayRegister: boolean },
): Promise<EntryPeople> => {
  const said = rows.flatMap(({ persons, lists }) => [
    ...persons.map(({ parts }) => parts),
    ...lists.flatMap((list) => list.said.map(partsIn)),
  ]);
  const numbers = said.flatMap(({ idNo }) =>
    idNo === undefined || isReference(idNo) ? [] : [normaliseIdentityNumber(idNo)],
  );
  const known = await knownNumbers(ports.persons, bureau, new Set(numbers));
  const newcomers = new Map<string, PersonDetails>();

  const meantBy = (parts: Parts, key: string, column: (part: string) => string, faults: RejectionDetail[]): Meant => {
    const nobody: Meant = { newcomer: '' };
    const wrong = (part: string, code: string): Meant => {
      faults.push({ at: column(part), code });
      return nobody;
    };
    const { idNo } = parts;
    if (idNo !== undefined && isReference(idNo)) return { ref: idNo.toLowerCase() };
    if (idNo === undefined && parts.idType !== 'none') return wrong('idNo', 'entry-number-missing');
    const number = idNo === undefined ? undefined : normaliseIdentityNumber(idNo);
    const ref = number === undefined ? undefined : known.get(number);
    if (ref !== undefined) return { ref };
    if (parts.name === undefined)
      return wrong(number === undefined ? 'name' : 'idNo', number === undefined ? 'missing' : 'entry-person-unknown');
    if (!mayRegister) return wrong('name', 'not-permitted');
    const details = detailsOf(parts);
    const found = personFaults(details, 'person', today);
    faults.push(...found.map(({ at, ...rest }) => ({ ...rest, at: column(at.slice('person.'.length)) })));
    if (found.length > 0) return nobody;
    const newcomer = number ?? key;
    const before = newcomers.get(newcomer);
    if (before !== undefined && before.name !== details.name) return wrong('name', 'disagrees');
    newcomers.set(newcomer, before ?? details);
    return { newcomer };
  };

  const meant = rows.map((row): readonly [number, MeantBy] => {
    const faults: RejectionDetail[] = [];
    const persons = new Map<string, Meant | readonly Meant[]>();
    for (const { at, parts } of row.persons)
      persons.set(
        at,
        meantBy(parts, `${row.row} ${at}`, (part) => `${at}#${part}`, faults),
      );
    for (const { at, said: listed } of row.lists)
      persons.set(
        at,
        listed.map((text, nth) => meantBy(partsIn(text), `${row.row} ${at} ${nth}`, () => at, faults)),
      );
    return [row.row, { persons, faults }];
  });
  return { meant: new Map(meant), newcomers };
};

/** Stands for a newcomer in a trial: the same one in every row of a bureau that names him. */
export const standInFor = (bureau: BureauCode, newcomer: string): Uuid => uuidV5('entry-person', bureau, newcomer);
