import { templateFaults } from '#application/documents/template.js';
import { platformErrors, platformTerms } from '#application/terms.js';
import { wordForm } from '../../../../test/support/word-form.js';
import { fileFaults } from './unusable-file.js';
import { wordForms } from './word-forms.js';

const VOCABULARY = { names: new Set(['year', 'CC-02']), lists: new Map([['rows', new Set(['name'])]]) };
const HEAD = { document: 'own', issuer: '甲县司法局', date: '2024-02-28', seal: null };

it('has words for whatever may be wrong with a form, and a status for its refusal', () => {
  expect([...templateFaults, ...fileFaults].filter((code) => !Object.hasOwn(platformTerms, code))).toEqual([]);
  expect(platformErrors['template-refused']).toBe(422);
});

it('says what a form asks for, lists with the fields of their rows', async () => {
  const form = await wordForm(['{year}：{ CC-02 }'], [['{#rows}{name}', '{/rows}']]);
  expect(await wordForms.asked(form)).toEqual(new Set(['year', 'CC-02', 'rows', 'name']));
  expect(await wordForms.faults(form, VOCABULARY)).toEqual([]);
});

it('names what is wrong with a form and its place, before it is kept and when it is filled', async () => {
  const form = await wordForm(['', '{year}{month}']);
  const fault = { code: 'unknown-placeholder', at: 'word/document.xml, paragraph 2', what: '{month}' };
  expect(await wordForms.faults(form, VOCABULARY)).toEqual([fault]);
  expect(await wordForms.fill(form, { names: { year: '2023' }, lists: {} }, HEAD)).toEqual([fault]);
  expect(await wordForms.faults(Buffer.from('PK'), VOCABULARY)).toEqual([
    { code: 'not-a-zip', at: 'file', what: 'it is no zip archive, as office files are' },
  ]);
});

it('hides no fault of our own behind one of the file', async () => {
  const form = await wordForm(['{year}']);
  await expect(wordForms.faults(form, undefined as never)).rejects.toThrow(/undefined/);
});
