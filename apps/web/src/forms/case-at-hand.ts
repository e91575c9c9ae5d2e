import type { InjectionKey } from 'vue';
import type { CaseFile, SeenPerson } from '../api/answers.js';
import type { FieldSchema } from '../api/catalogue.js';
import { ageOn } from '../identity.js';
import { kindOf } from './check-field.js';

/** Something of the case a field may point to: a leave, a violation, a payment. */
export interface Thing {
  readonly id: string;
  readonly label: string;
}

/** What the fields of a form know beside their schema. */
export interface AtHand {
  /** What a field of this name may point to, the newest first. */
  things(name: string): readonly Thing[];
  /** Whether the event this form records is one that begins such a thing. */
  begins(name: string): boolean;
  /** Called when somebody was found or registered. */
  chosen(person: SeenPerson): void;
}
export const AT_HAND: InjectionKey<AtHand> = Symbol('at hand');

const rootOf = (name: string): string => name.replace(/(Id|Ref)$/, '');

/** Things of a case by the names events give them: `leaveId` of an approval, `violationRef` of a punishment. */
export const thingsOf = (file: CaseFile | undefined, name: string): readonly Thing[] => {
  const root = rootOf(name);
  const found = new Map<string, Thing>();
  for (const { data, title, occurredOn, standing } of file?.events ?? [])
    for (const key of [`${root}Id`, `${root}Ref`]) {
      const id = data[key];
      if (typeof id === 'string' && standing !== 'voided' && !found.has(id))
        found.set(id, { id, label: `${title} ${occurredOn}` });
    }
  return [...found.values()].reverse();
};

/** Whether a field would point to something of the case, need not, and could not: there is no such thing. */
export const isPointless = (
  file: CaseFile | undefined,
  name: string,
  schema: FieldSchema,
  required: boolean,
): boolean =>
  !required && kindOf(schema) === 'record' && schema['x-listed-in'] === undefined && thingsOf(file, name).length === 0;

/** Whether an event of this type began one of the things of the case, or none is there yet. */
export const beginsThing = (file: CaseFile | undefined, name: string, event: string | undefined): boolean => {
  const first = file?.events.find(({ data }) => data[`${rootOf(name)}Id`] !== undefined);
  return first === undefined || first.type === event;
};

/** What is known of a person without being typed: sex, and the band of age he is in on a day. */
export const derivedFrom = (schema: FieldSchema, person: SeenPerson, on: string): Readonly<Record<string, string>> => {
  const { sex, ageBand } = schema.properties ?? {};
  const years =
    person.birthDate !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(person.birthDate)
      ? ageOn(person.birthDate, on)
      : undefined;
  const band =
    ageBand !== undefined && kindOf(ageBand) === 'choice' && years !== undefined
      ? bandOf(ageBand.enum ?? [], years)
      : undefined;
  return {
    ...(sex?.enum !== undefined && person.sex !== undefined && sex.enum.includes(person.sex)
      ? { sex: person.sex }
      : {}),
    ...(band === undefined ? {} : { ageBand: band }),
  };
};

/** `under-18`, `18-to-25`, `over-60`. */
const bandOf = (bands: readonly string[], years: number): string | undefined =>
  bands.find((band) => {
    const [, from, to] = /^(\d+)-to-(\d+)$/.exec(band) ?? [];
    if (from !== undefined) return years >= Number(from) && years <= Number(to);
    const under = /^under-(\d+)$/.exec(band)?.[1];
    if (under !== undefined) return years < Number(under);
    const over = /^over-(\d+)$/.exec(band)?.[1];
    return over !== undefined && years > Number(over);
  });
