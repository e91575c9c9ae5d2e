import type { PersonDetails, PersonRegistry } from '#application/ports/person-registry.js';
import { isUuid } from '#kernel/ids.js';
import { fixedClock } from '../support/fixed-clock.js';

/** The example number of GB 11643, and a person it could belong to. */
export const lin: PersonDetails = {
  name: '林金丝雀',
  idType: 'resident-id',
  idNo: '11010519491231002X',
  sex: 'female',
  birthDate: '1949-12-31',
  phone: '13900000000',
  address: '桃江县桃花江镇',
};
const stateless: PersonDetails = { name: '无证人员', idType: 'none', sex: 'male' };

export const registryClock = fixedClock('2023-06-01T02:00:00.000Z');

/** What a person registry promises, whatever stores it. `open` gives an empty one, on `registryClock`. */
export const personRegistryContract = (where: string, open: () => Promise<PersonRegistry>): void =>
  describe(`the person registry ${where}`, () => {
    let registry: PersonRegistry;
    beforeEach(async () => (registry = await open()));

    it('gives back what it was given', async () => {
      const { personRef, known } = await registry.register('430922', lin);
      expect([isUuid(personRef), known]).toEqual([true, false]);
      expect(await registry.reveal(personRef)).toEqual(lin);
      const bare = await registry.register('430922', stateless);
      expect(await registry.reveal(bare.personRef)).toEqual(stateless);
    });

    it('knows a document again, however it is written', async () => {
      const { personRef } = await registry.register('430922', lin);
      const again = await registry.register('430922', { ...lin, idNo: ' 110105 1949１２31002x', phone: '13911111111' });
      expect(again).toEqual({ personRef, known: true });
      expect(await registry.registerMany('430922', [stateless, lin])).toEqual([expect.any(String), personRef]);
    });

    it('keeps persons without a document, other documents and other bureaus apart', async () => {
      const refs = [
        (await registry.register('430922', lin)).personRef,
        (await registry.register('430903', lin)).personRef,
        (await registry.register('430922', { ...lin, idType: 'passport' })).personRef,
        (await registry.register('430922', stateless)).personRef,
        (await registry.register('430922', stateless)).personRef,
      ];
      expect(new Set(refs).size).toBe(refs.length);
    });

    it('registers many in order, one reference for one document', async () => {
      const refs = await registry.registerMany('430922', [lin, stateless, { ...lin }, stateless]);
      expect(refs[0]).toBe(refs[2]);
      expect(new Set(refs).size).toBe(3);
      expect(await registry.reveal(refs[1] as string)).toEqual(stateless);
      expect(await registry.registerMany('430922', [])).toEqual([]);
    });

    it('agrees on one reference when several register the same person at once', async () => {
      const results = await Promise.all(Array.from({ length: 20 }, () => registry.register('430922', lin)));
      expect(new Set(results.map(({ personRef }) => personRef)).size).toBe(1);
      expect(results.filter(({ known }) => !known)).toHaveLength(1);
    });

    it('erases a person for good and leaves others alone', async () => {
      const { personRef } = await registry.register('430922', lin);
      const other = await registry.register('430922', stateless);
      await registry.erase(personRef);
      await registry.erase(personRef);
      expect(await registry.reveal(personRef)).toBe('erased');
      expect(await registry.reveal(other.personRef)).toEqual(stateless);
      const anew = await registry.register('430922', lin);
      expect(anew.known).toBe(false);
      expect(anew.personRef).not.toBe(personRef);
      expect(await registry.reveal(personRef)).toBe('erased');
    });

    it('knows nobody it was never told of', async () => {
      const nobody = '00000000-0000-4000-8000-000000000000';
      expect(await registry.reveal(nobody)).toBeUndefined();
      await registry.erase(nobody);
      expect(await registry.reveal(nobody)).toBeUndefined();
    });

    it.each<[string, object, string, string]>([
      ['a number with a wrong check sign', { idNo: '110105194912310021' }, 'idNo', 'wrong-check-sign'],
      ['a number of another birth date', { birthDate: '1949-12-30' }, 'idNo', 'disagrees'],
      ['a number of the other sex', { sex: 'male' }, 'idNo', 'disagrees'],
      ['a number of seventeen signs', { idNo: '11010519491231002' }, 'idNo', 'wrong-form'],
      ['no number at all', { idNo: undefined }, 'idNo', 'missing'],
      ['a number for somebody without document', { idType: 'none' }, 'idNo', 'unknown-field'],
      ['a passport number with signs no passport has', { idType: 'passport', idNo: 'G1234*' }, 'idNo', 'wrong-form'],
      ['a birth date that does not exist', { birthDate: '1949-02-29' }, 'birthDate', 'not-a-date'],
      ['a birth date to come', { idType: 'passport', birthDate: '2023-06-02' }, 'birthDate', 'in-the-future'],
      ['no name', { name: ' ' }, 'name', 'empty'],
      ['a kind of document nobody has', { idType: 'library-card' }, 'idType', 'not-in-code-table'],
      ['a field nobody asked for', { faith: 'x' }, 'faith', 'unknown-field'],
    ])('refuses %s, names the field, repeats no value, and stores nobody', async (_, wrong, field, code) => {
      const person = { ...lin, ...wrong } as PersonDetails;
      await expect(registry.register('430922', person)).rejects.toMatchObject({
        rejection: { code: 'invalid-person', details: [{ at: `person.${field}`, code }] },
      });
      const refusal: unknown = await registry
        .registerMany('430922', [{ ...lin }, person])
        .catch((error: unknown) => error);
      expect(refusal).toMatchObject({ rejection: { details: [{ at: `people[1].${field}`, code }] } });
      expect(JSON.stringify(refusal)).not.toMatch(/林金丝雀|1101051949|1949-|2023-06/);
      expect((await registry.register('430922', lin)).known).toBe(false);
    });
  });
