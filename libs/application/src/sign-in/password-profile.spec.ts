import { passwordFaults, passwordProfiles, isSpent } from './password-profile.js';

const words = ['桃江县司法局', '桃江', 'taojiang', '430922', 'zhangsan'];
const { dengbao3, asvs } = passwordProfiles;
const alone = { secondFactor: false, words };
const beside = { secondFactor: true, words };

it.each([
  ['Lumpen-73-Kranich', dengbao3, alone, []],
  ['lumpen kranich kiesel', asvs, alone, []],
  ['春眠不觉晓处处闻啼鸟夜来风雨声', asvs, alone, []],
  ['lumpen kranich kiesel', dengbao3, alone, ['password-too-plain']],
  ['Kranich-73-Lu', dengbao3, alone, ['password-too-short']],
  ['Kranich-73-Lu', dengbao3, beside, []],
  ['Kra-73-Lu', dengbao3, beside, ['password-too-short']],
  ['x'.repeat(129), asvs, alone, ['too-long', 'password-too-common']],
] as const)('%s', (password, profile, check, faults) =>
  expect(passwordFaults(profile, password, check)).toEqual(faults),
);

it.each([
  'Password1234567!',
  'P@ssw0rd-P@ssw0rd-2024',
  'Qwertyuiop123456!',
  '1qaz2wsx3edc4rfv',
  'Taojiang2023!Sifaju',
  'Zhangsan-430922-2024',
  'Aa1!Aa1!Aa1!Aa1!',
  '桃江县司法局2024管理员账号',
  'zyxwvutsrqponmlk',
  'Admin@123456789012',
  'ILoveYou-Forever-520520',
])('%s is tried first, and refused', (password) =>
  expect(passwordFaults(asvs, password, alone)).toContain('password-too-common'),
);

it('is spent after 90 days where passwords are changed, and never where they are not', () => {
  const setAt = '2024-01-01T00:00:00.000Z';
  expect(isSpent(dengbao3, setAt, '2024-03-30T23:59:59.999Z')).toBe(false);
  expect(isSpent(dengbao3, setAt, '2024-03-31T00:00:00.000Z')).toBe(true);
  expect(isSpent(asvs, setAt, '2034-01-01T00:00:00.000Z')).toBe(false);
});
