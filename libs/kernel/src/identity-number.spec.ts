import fc from 'fast-check';
import { checkResidentNumber, checkSignOf, normaliseIdentityNumber } from './identity-number.js';

/** The example numbers of GB 11643. */
const FEMALE = '11010519491231002X';
const MALE = '440524188001010014';
const codes = (idNo: string, known = {}): readonly string[] =>
  checkResidentNumber(idNo, known, 'person.idNo').map(({ code, message }) => (message ? `${code} ${message}` : code));

describe('a resident identity number', () => {
  it.each([FEMALE, MALE])('of the standard is right: %s', (idNo) => expect(codes(idNo)).toEqual([]));

  it('agrees with sex and birth date', () => {
    expect(codes(FEMALE, { sex: 'female', birthDate: '1949-12-31' })).toEqual([]);
    expect(codes(FEMALE, { sex: 'male', birthDate: '1949-12-30' })).toEqual(['disagrees sex', 'disagrees birthDate']);
    expect(codes(MALE, { sex: 'female' })).toEqual(['disagrees sex']);
  });

  it.each([
    '',
    '11010519491231002',
    '1101051949123100200',
    '110105491231002',
    '01010519491231002X',
    'X10105194912310020',
  ])('has eighteen signs, the first not 0: %s', (idNo) => expect(codes(idNo)).toEqual(['wrong-form']));

  it.each(['19490229', '19491331', '19490001', '17991231'])('holds a real birth date: %s', (day) => {
    const digits = `110105${day}002`;
    expect(codes(digits + checkSignOf(digits))).toEqual(['not-a-date']);
  });

  it('is refused after any change of one sign, and after neighbours changed places', () => {
    const digit = fc.integer({ min: 0, max: 9 }).map(String);
    fc.assert(
      fc.property(fc.array(digit, { minLength: 3, maxLength: 3 }), fc.nat(17), fc.nat(9), (order, place, sign) => {
        const digits = `43092219850615${order.join('')}`;
        const idNo = digits + checkSignOf(digits);
        expect(codes(idNo)).toEqual([]);
        const changed = idNo.slice(0, place) + String(sign) + idNo.slice(place + 1);
        if (changed !== idNo) expect(codes(changed)).not.toEqual([]);
        const [a, b] = [idNo[place] ?? '', idNo[place + 1] ?? ''];
        const swapped = idNo.slice(0, place) + b + a + idNo.slice(place + 2);
        if (swapped !== idNo) expect(codes(swapped)).not.toEqual([]);
      }),
    );
  });

  it('is written in one way', () => {
    expect(normaliseIdentityNumber(' １１０１０５ 19491231００２ｘ ')).toBe(FEMALE);
    expect(normaliseIdentityNumber('g１２３４５６７８')).toBe('G12345678');
  });

  it('is never repeated in what we say about it', () => {
    const said = JSON.stringify(checkResidentNumber(MALE.replace(/.$/, '5'), {}, 'person.idNo'));
    expect(said).not.toContain('4405');
  });
});
