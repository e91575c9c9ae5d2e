import { checkSignOf } from '#kernel/identity-number.js';
import type { CellForm, EntryColumn, PlainField } from './entry-form.js';
import { formWords, sampleWords } from './terms.js';

/** A day, and an identity number that is right in form and nobody's. */
const DAY = '2023-03-05';
const BODY = '99010119900307001';
const NUMBER = `${BODY}${checkSignOf(BODY)}`;
const RECORD = '0190a6f0-0000-7000-8000-000000000001';

const describePlain = (field: PlainField): string => {
  switch (field.kind) {
    case 'date':
      return field.planned ? formWords.planned : formWords.date;
    case 'instant':
      return formWords.instant;
    case 'ref':
      return formWords.ref;
    case 'text':
      return [
        formWords.text(field.max),
        ...(field.pattern === undefined ? [] : [formWords.pattern(field.pattern)]),
      ].join('，');
    case 'count':
      return formWords.count(field.min, field.max);
    case 'decimal':
      return formWords.decimal(field.scale, field.unit ?? '');
  }
};

/** How the cells of a column are filled in. */
export const howToFill = (form: CellForm): string => {
  switch (form.kind) {
    case 'mark':
      return '';
    case 'persons':
      return formWords.persons;
    case 'plain':
      return form.many ? `${describePlain(form.field)}，${formWords.many}` : describePlain(form.field);
    case 'choice':
      return form.many
        ? `${formWords.among(form.choices.map(({ label }) => label))}；${formWords.many}`
        : formWords.choice;
  }
};

const ofPattern = (pattern: string): string => {
  const digits = /^\^\\d\{(\d+)\}\$$/.exec(pattern)?.[1];
  return digits === undefined ? '' : '1'.repeat(Number(digits));
};

const examplePlain = (field: PlainField): string => {
  switch (field.kind) {
    case 'date':
      return DAY;
    case 'instant':
      return `${DAY} 09:30`;
    case 'ref':
      return RECORD;
    case 'text':
      return (
        field.example ?? (field.pattern === undefined ? sampleWords.text.slice(0, field.max) : ofPattern(field.pattern))
      );
    case 'count':
    case 'decimal':
      return String(Math.max(field.min, Math.min(1, field.max)));
  }
};

const personExamples: Readonly<Record<NonNullable<EntryColumn['person']>['part'], string>> = {
  idNo: NUMBER,
  name: sampleWords.person,
  idType: '',
  sex: '',
  birthDate: '',
  phone: '',
  address: sampleWords.address,
};

/** What a cell of the column may hold, for the sample row and for whoever filled it in wrongly. */
export const exampleOf = ({ form, person, at }: EntryColumn): string => {
  if (person !== undefined) return personExamples[person.part];
  // What is rarely asked for would only mislead.
  if (at === 'streamId' || at === 'approvedBy') return '';
  switch (form.kind) {
    case 'mark':
      return sampleWords.text;
    case 'persons':
      return `${sampleWords.person} ${NUMBER}`;
    case 'plain':
      return examplePlain(form.field);
    case 'choice':
      return form.choices[0]?.label ?? '';
  }
};
