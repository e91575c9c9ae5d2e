import type { LookPurpose } from '#application/looks/look.js';
import type { Registry } from '#application/registry.js';

/** Where @nestjs/swagger keeps what a handler is documented as. */
const OPERATION = 'swagger/apiOperation';

/** What the handlers of documented operations look for. */
const ofOperation: Readonly<Record<string, LookPurpose>> = {
  'persons.find': 'search',
  'persons.one': 'read',
  'persons.cases': 'read',
  'persons.duplicates': 'duplicates',
  'persons.export': 'subject-export',
  'persons.register': 'registration',
  'persons.broken-glasses': 'break-glass',
  'persons.erasure.approve': 'decision',
  'deadlines.due': 'list',
  'figures.evidence': 'evidence',
  'looks.all': 'looks',
};

/** Operations that hand out figures to be carried away, and are no file. */
const exported: ReadonlySet<string> = new Set(['seals.one']);

export interface Operation {
  /** Name of the operation. */
  readonly route: string;
  readonly purpose: LookPurpose;
  /** Whether every answer is put on record, whoever it names. */
  readonly exported: boolean;
  /** Whether it answers a command: with its receipt, which names nobody. */
  readonly receipt: boolean;
}

const purposeOfTag = (tag: string, ofCase: boolean): LookPurpose => {
  if (tag === 'registers') return 'list';
  return ofCase ? 'case' : 'other';
};

const known = new WeakMap<object, Operation>();

/** What a handler is for, as the published document has it. */
export const operationOf = (registry: Registry, handler: object, method: string): Operation => {
  const operation = known.get(handler) ?? readOperation(registry, handler, method);
  known.set(handler, operation);
  return operation;
};

const readOperation = (registry: Registry, handler: object, method: string): Operation => {
  const found = Reflect.getMetadata(OPERATION, handler) as
    { readonly operationId?: string; readonly tags?: readonly string[] } | undefined;
  const route = found?.operationId ?? '';
  const [tag = ''] = found?.tags ?? [];
  const ofCase = registry.stream(tag) !== undefined;
  const purpose = exported.has(route) ? 'document' : (ofOperation[route] ?? purposeOfTag(tag, ofCase));
  return {
    route,
    purpose,
    exported: exported.has(route),
    receipt: method === 'POST' && (ofCase || route === 'commands.many'),
  };
};
