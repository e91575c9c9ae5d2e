import { checkResidentNumber, normaliseIdentityNumber } from '#kernel/identity-number.js';
import {
  type LocalDate,
  Rejected,
  type RejectionDetail,
  code,
  compileValidator,
  date,
  enumeration,
  optional,
  reject,
  text,
} from '../kernel.js';
import type { PersonDetails } from '../ports/person-registry.js';

const idTypes = [
  'resident-id',
  'passport',
  'hk-macao-permit',
  'taiwan-permit',
  'foreign-permanent-resident',
  'none',
] as const;

const checkShape = compileValidator({
  name: text(100),
  idType: enumeration('person.id-type', idTypes),
  idNo: optional(code()),
  sex: enumeration('person.sex', ['male', 'female']),
  birthDate: optional(date()),
  phone: optional(text(40)),
  address: optional(text(300)),
});

const OTHER_DOCUMENT = /^[A-Z0-9()/-]{5,32}$/;

const checkNumber = ({ idType, idNo, sex, birthDate }: PersonDetails, at: string): readonly RejectionDetail[] => {
  if (idType === 'none') return idNo === undefined ? [] : [{ at, code: 'unknown-field' }];
  if (idNo === undefined) return [{ at, code: 'missing' }];
  if (idType === 'resident-id') return checkResidentNumber(idNo, { sex, birthDate }, at);
  return OTHER_DOCUMENT.test(idNo) ? [] : [{ at, code: 'wrong-form' }];
};

/** The person as the registry keeps them: document number written in its one way, spaces around the name gone. */
const normalise = (person: PersonDetails): PersonDetails => ({
  ...person,
  name: person.name.trim(),
  ...(person.idNo === undefined ? {} : { idNo: normaliseIdentityNumber(person.idNo) }),
});

/** What is wrong with a person, each field by its path below `at`; never a value. */
export const personFaults = (person: PersonDetails, at: string, today: LocalDate): readonly RejectionDetail[] => {
  const faults = checkShape(person, today).map((fault) => ({ ...fault, at: fault.at.replace(/^data/, at) }));
  return faults.length > 0 ? faults : checkNumber(normalise(person), `${at}.idNo`);
};

/**
 * Checks persons before any registry keeps them, and writes each document number in its one way. `place` names each in
 * what is said about it; what is said never repeats a value.
 * @throws Rejected `invalid-person` pointing at every field that is wrong
 * @source GB 11643
 */
export const checkPeople = (
  people: readonly PersonDetails[],
  today: LocalDate,
  place: (index: number) => string,
): readonly PersonDetails[] => {
  const faults = people.flatMap((person, index) => personFaults(person, place(index), today));
  if (faults.length > 0) throw new Rejected(reject('invalid-person', ...faults));
  return people.map(normalise);
};
