import type { PersonDetails } from '../ports/person-registry.js';

const STAR = '*';

/** The surname and one star, however long the name: 张*. @example 张三丰 → 张* */
export const maskName = (name: string): string => {
  const [first = ''] = [...name.trim()];
  return first === '' ? '' : `${first}${STAR}`;
};

/** A document number with its middle starred: four signs at both ends of a resident number, two of a shorter one. */
export const maskNumber = (idNo: string): string => {
  const shown = idNo.length >= 15 ? 4 : idNo.length >= 8 ? 2 : 0;
  return `${idNo.slice(0, shown)}${STAR.repeat(idNo.length - 2 * shown)}${shown === 0 ? '' : idNo.slice(-shown)}`;
};

/** What may be seen of a person outside the offices that have to do with him. The rest is left out, not starred. */
export interface MaskedPerson {
  readonly name: string;
  readonly idType: PersonDetails['idType'];
  readonly idNo?: string;
  readonly sex: PersonDetails['sex'];
}

export const masked = ({ name, idType, idNo, sex }: PersonDetails): MaskedPerson => ({
  name: maskName(name),
  idType,
  ...(idNo === undefined ? {} : { idNo: maskNumber(idNo) }),
  sex,
});
