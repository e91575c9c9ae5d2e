import { checkSignOf } from '#kernel/identity-number.js';
import type { SeededRandom } from './case-binding.js';
import { type LocalDate, addDays, addMonths } from './kernel.js';
import type { PersonDetails } from './ports/person-registry.js';
import { seededRandom } from './seeded-random.js';

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'.split('');
const MALE = '伟强磊军洋勇杰涛明超辉刚平波斌鹏飞浩亮健志建国文新华海峰'.split('');
const FEMALE = '芳娜敏静丽艳娟霞秀燕玲桂英梅红萍洁琴云莲雪莉凤兰'.split('');

/**
 * A person who does not exist, the same one for the same key: a common name, a birth date that makes them `age` years old
 * on the given day, and a formally valid identity number from somewhere in the division's city.
 */
export const inventPerson = (
  division: string,
  key: string,
  onDay: LocalDate,
  { sex, age }: { readonly sex?: 'male' | 'female'; readonly age?: number } = {},
): PersonDetails => {
  const random = seededRandom(`person ${division} ${key}`);
  const gender = sex ?? random.pick(['male', 'female']);
  const birthDate = addDays(addMonths(onDay, -12 * (age ?? random.between(19, 65))), -random.between(0, 360));
  const home = `${division.slice(0, 4)}${random.between(21, 29)}`;
  const order = random.between(1, 499) * 2 + (gender === 'male' ? 1 : 0);
  const body = `${home}${birthDate.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return {
    name: nameOf(random, gender),
    idType: 'resident-id',
    idNo: `${body}${checkSignOf(body)}`,
    sex: gender,
    birthDate,
  };
};

const nameOf = (random: SeededRandom, sex: 'male' | 'female'): string => {
  const given = sex === 'male' ? MALE : FEMALE;
  const letters = random.next() < 0.7 ? 2 : 1;
  return random.pick(SURNAMES) + Array.from({ length: letters }, () => random.pick(given)).join('');
};
