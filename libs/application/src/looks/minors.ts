import type { LocalDate } from '../kernel.js';
import type { PersonDetails } from '../ports/person-registry.js';

const ADULT = 18;

/**
 * Whether somebody is not yet eighteen on a day. Who was sealed as a minor stays one: that is for the caller to know.
 * @source 未成年人保护法 第二条
 */
export const isMinor = ({ birthDate }: Pick<PersonDetails, 'birthDate'>, today: LocalDate): boolean => {
  if (birthDate === undefined) return false;
  const [year = '', rest = ''] = [birthDate.slice(0, 4), birthDate.slice(4)];
  return `${String(Number(year) + ADULT).padStart(4, '0')}${rest}` > today;
};
