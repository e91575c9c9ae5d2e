import { type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, getMetadataStorage, validateSync } from 'class-validator';
import { type RejectionDetail, Rejected, reject } from '#kernel/reject.js';

export type Shape<T extends object> = (new () => T) & {
  /** Properties handed on untouched: payloads, checked by their own schema. */
  readonly asIs?: readonly string[];
};

const RULES = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };
const TRANSFORM = { exposeUnsetFields: false, exposeDefaultValues: true };

/** Names class-validator gives its own constraints, as our codes; ours are named by their codes already. */
const codes: Readonly<Record<string, string>> = {
  whitelistValidation: 'unknown-field',
  nestedValidation: 'not-a-record',
  unknownValue: 'not-a-record',
};

const detailsOf = (errors: readonly ValidationError[], lead: string): readonly RejectionDetail[] =>
  errors.flatMap(({ property, value, constraints, children }) => {
    const at = /^\d+$/.test(property) ? `${lead}[${property}]` : lead === '' ? property : `${lead}.${property}`;
    const [first] = Object.keys(constraints ?? {});
    const below = detailsOf(children ?? [], at);
    if (first === undefined) return below;
    const code = codes[first] ?? first;
    return [{ at, code: value === undefined && code !== 'unknown-field' ? 'missing' : code }, ...below];
  });

/**
 * Reads a request's part as an instance of its class: known fields only, each of them checked.
 * @rejects invalid-data naming each field that is wrong; never a value, which may be personal
 */
export const checked = <T extends object>(shape: Shape<T>, raw: unknown, lead = ''): T => {
  const found = faultsOf(shape, raw, lead);
  if (found.faults.length > 0) throw new Rejected(reject('invalid-data', ...found.faults));
  return found.instance as T;
};

/** The same, with the faults given back instead of thrown. */
export const faultsOf = <T extends object>(
  shape: Shape<T>,
  raw: unknown,
  lead = '',
): { readonly instance?: T; readonly faults: readonly RejectionDetail[] } => {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return { faults: [{ at: lead === '' ? 'body' : lead, code: 'not-a-record' }] };
  const asIs: Record<string, unknown> = {};
  const rest: Record<string, unknown> = { ...raw };
  for (const name of shape.asIs ?? []) {
    if (!Object.hasOwn(rest, name)) continue;
    asIs[name] = rest[name];
    delete rest[name];
  }
  const instance = Object.assign(plainToInstance(shape, rest, TRANSFORM), asIs);
  return { instance, faults: detailsOf(validateSync(instance, RULES), lead) };
};

const described = new WeakMap<object, boolean>();

/** Whether class-validator knows anything about a class. */
const isShape = (type: unknown): type is Shape<object> => {
  if (typeof type !== 'function') return false;
  let known = described.get(type);
  if (known === undefined) {
    known = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false).length > 0;
    described.set(type, known);
  }
  return known;
};

/** Checks every part of a request that a handler takes as an instance of a checked class. */
export class CheckedPipe implements PipeTransform {
  transform(value: unknown, { metatype }: ArgumentMetadata): unknown {
    return isShape(metatype) ? checked(metatype, value) : value;
  }
}
