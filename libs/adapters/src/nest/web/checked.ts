import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, getMetadataStorage, validateSync } from 'class-validator';
import { type RejectionDetail, Rejected, reject } from '#kernel/reject.js';
import { CODED } from './field-checks.js';

export type Shape<T extends object = object> = (new () => T) & {
  /** Set on bodies, whose values are of their types already: the classes of the items of its lists, by property. */
  readonly lists?: Readonly<Record<string, Shape>>;
};

const RULES = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };

/** Names class-validator gives its own constraints, as our codes. */
const codes: Readonly<Record<string, string>> = {
  whitelistValidation: 'unknown-field',
  nestedValidation: 'not-a-record',
  unknownValue: 'not-a-record',
};

const detailsOf = (errors: readonly ValidationError[], lead: string): readonly RejectionDetail[] =>
  errors.flatMap(({ property, value, constraints, children }) => {
    const at = /^\d+$/.test(property) ? `${lead}[${property}]` : lead === '' ? property : `${lead}.${property}`;
    const [name] = Object.keys(constraints ?? {});
    const below = detailsOf(children ?? [], at);
    if (name === undefined) return below;
    const code = constraints?.[CODED] ?? codes[name] ?? name;
    return [{ at, code: value === undefined && code !== 'unknown-field' ? 'missing' : code }, ...below];
  });

/** An instance of the class with what was sent; items of its lists are instances of theirs. Nothing else is looked into. */
const instanceOf = <T extends object>(shape: Shape<T>, raw: object): T => {
  if (shape.lists === undefined) return plainToInstance(shape, raw, { exposeUnsetFields: false });
  const instance = Object.assign(new shape(), raw) as Record<string, unknown>;
  for (const [name, item] of Object.entries(shape.lists)) {
    const list = instance[name];
    if (Array.isArray(list))
      instance[name] = list.map((value) => (isRecord(value) ? Object.assign(new item(), value) : value));
  }
  return instance as T;
};

/** A name that stands for an object's class: taken as a field it would hide what is to be checked. */
const CLASS = 'constructor';

/** What class-validator would not see: a name that hides the class, and a list where an item of a list is to be. */
const unseen = (shape: Shape, raw: object, lead: string): readonly RejectionDetail[] => {
  const at = lead === '' ? '' : `${lead}.`;
  if (Object.hasOwn(raw, CLASS)) return [{ at: `${at}${CLASS}`, code: 'unknown-field' }];
  return Object.entries(shape.lists ?? {}).flatMap(([name, item]) => {
    const list = (raw as Readonly<Record<string, unknown>>)[name];
    if (!Array.isArray(list)) return [];
    return list.flatMap((value: unknown, index) => {
      const place = `${at}${name}[${index}]`;
      if (Array.isArray(value)) return [{ at: place, code: 'not-a-record' }];
      return isRecord(value) ? unseen(item, value, place) : [];
    });
  });
};

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a request's part as an instance of its class, with everything that is wrong with it. */
export const inspect = <T extends object>(
  shape: Shape<T>,
  raw: unknown,
  lead = '',
): { readonly instance?: T; readonly faults: readonly RejectionDetail[] } => {
  if (!isRecord(raw)) return { faults: [{ at: lead === '' ? 'body' : lead, code: 'not-a-record' }] };
  const faults = unseen(shape, raw, lead);
  if (faults.length > 0) return { faults };
  const instance = instanceOf(shape, raw);
  return { instance, faults: detailsOf(validateSync(instance, RULES), lead) };
};

/**
 * Reads a request's part as an instance of its class: known fields only, each of them checked.
 * @rejects invalid-data naming each field that is wrong; never a value, which may be personal
 */
export const checked = <T extends object>(shape: Shape<T>, raw: unknown): T => {
  const { instance, faults } = inspect(shape, raw);
  if (instance === undefined || faults.length > 0) throw new Rejected(reject('invalid-data', ...faults));
  return instance;
};

/**
 * class-validator goes over every class it knows for each object it checks. What it finds for a class is the same each time, so
 * it is looked for once.
 */
const rememberFindings = (): void => {
  const storage = getMetadataStorage();
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const found = new WeakMap<object, Map<string, ReturnType<typeof find>>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    const asked = `${schema} ${always} ${strictGroups} ${groups?.join(' ') ?? ''}`;
    const ofTarget = found.get(target) ?? new Map<string, ReturnType<typeof find>>();
    found.set(target, ofTarget);
    const metadata = ofTarget.get(asked) ?? find(target, schema, always, strictGroups, groups);
    ofTarget.set(asked, metadata);
    return metadata;
  };
};
rememberFindings();

const known = new WeakMap<object, boolean>();

/** Whether class-validator knows anything about a class. */
const isShape = (type: unknown): type is Shape => {
  if (typeof type !== 'function') return false;
  let found = known.get(type);
  if (found === undefined) {
    found = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false).length > 0;
    known.set(type, found);
  }
  return found;
};

/** Checks every part of a request that a handler takes as an instance of a checked class. */
export class CheckedPipe implements PipeTransform {
  transform(value: unknown, { metatype }: ArgumentMetadata): unknown {
    return isShape(metatype) ? checked(metatype, value) : value;
  }
}
