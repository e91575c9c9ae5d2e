import { maskName, maskNumber, masked } from './masking.js';

describe('a person outside the offices that have to do with him', () => {
  it.each([
    ['张三丰', '张*'],
    ['张三', '张*'],
    ['阿依古丽·买买提', '阿*'],
    ['', ''],
    ['𠮷田', '𠮷*'],
  ])('%s is %s', (name, shown) => expect(maskName(name)).toBe(shown));

  it.each([
    ['430922198005061234', '4309**********1234'],
    ['430922800506123', '4309*******6123'],
    ['G12345678', 'G1*****78'],
    ['A1234', '*****'],
  ])('the number %s is %s', (idNo, shown) => expect(maskNumber(idNo)).toBe(shown));

  it('has neither birth date nor telephone nor address: they are left out, not starred', () => {
    const person = {
      name: '张三',
      idType: 'none',
      sex: 'male',
      birthDate: '1980-01-01',
      phone: '1',
      address: 'x',
    } as const;
    expect(masked(person)).toEqual({ name: '张*', idType: 'none', sex: 'male' });
  });
});
