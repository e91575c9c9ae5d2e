import { whoMay } from '../../e2e/api-world.js';
import { mediaTypes } from '#adapters/nest/web/office-files.js';
import type { Seeded } from '../../simulation/seeded.js';
import { Breaker } from './broken.js';
import { garbage } from './garbage.js';
import { injections } from './injections.js';
import type { FuzzedOperation, Schema } from './operations.js';
import { Pool } from './pool.js';
import { type Manner, Values } from './values.js';

/** What a request is meant to be: as it should be, at an edge, full of harm, wrong in one place, or no request at all. */
export type Kind = Manner | 'broken' | 'garbage';

export interface FuzzedRequest {
  readonly kind: Kind;
  readonly operation: FuzzedOperation;
  /** Who asks: a role, `session` for a person in a browser, null for nobody. */
  readonly as: string | null;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
  /** The one rule it breaks. */
  readonly breaks?: string;
}

interface Parts {
  readonly path: Record<string, string>;
  readonly query: Record<string, string>;
  readonly headers: Record<string, string>;
}

const KINDS: readonly Kind[] = [
  'plain',
  'plain',
  'plain',
  'plain',
  'edge',
  'broken',
  'broken',
  'injected',
  'injected',
  'garbage',
];
const STEPS = 6;
/** Segments that any program on the way would resolve before it asks. */
const DOTS = new Set(['', '.', '..']);

/** Makes requests from the document, one after the other; the same seed and the same answers give the same requests. */
export class Requests {
  readonly pool: Pool;
  private readonly values: Values;
  private readonly breaker: Breaker;
  private readonly rooms: ReadonlyMap<string, readonly FuzzedOperation[]>;
  private turn: FuzzedOperation[] = [];
  private room: string | undefined;
  /** Requests for which it is gone on with what was recorded last. */
  private steps = 0;
  private lastKey = '';

  constructor(
    private readonly random: Seeded,
    private readonly operations: readonly FuzzedOperation[],
    schemas: Readonly<Record<string, Schema>>,
    private readonly callers: readonly (string | null)[],
    /** Files as somebody would hand them in, by type. */
    private readonly files: Readonly<Record<string, readonly Buffer[]>>,
  ) {
    this.pool = new Pool(random);
    this.values = new Values(random, schemas, this.pool);
    this.breaker = new Breaker(random, this.values);
    this.rooms = Map.groupBy(operations, ({ room }) => room);
  }

  next(): FuzzedRequest {
    const operation = this.operation();
    const kind = this.random.pick(KINDS);
    const as = this.caller(operation);
    if (kind === 'broken') return this.broken(operation, as);
    const manner = kind === 'garbage' ? 'plain' : kind;
    const parts = this.parts(operation, manner);
    const body = this.body(operation, manner);
    const request = {
      kind,
      operation,
      as,
      url: urlOf(operation, parts),
      headers: { ...parts.headers, ...body.headers },
    };
    if (kind === 'garbage') return { ...request, ...garbage(this.random, request, body.payload) };
    return { ...request, ...(body.payload === undefined ? {} : { payload: body.payload }) };
  }

  /** Takes up what an answer names; what was recorded is gone on with. */
  learn({ operation }: FuzzedRequest, status: number, body: unknown): void {
    if (status === 201) [this.room, this.steps] = [operation.room, STEPS];
    else if ((this.steps -= 1) <= 0) this.room = undefined;
    if (status < 300) this.pool.take(body, operation.room);
  }

  /** Each once before any comes again, but that what was begun is often gone on with. */
  private operation(): FuzzedOperation {
    const going = this.room === undefined || this.random.chance(0.4) ? undefined : this.rooms.get(this.room);
    if (going !== undefined) return this.random.pick(going);
    if (this.turn.length === 0) this.turn = [...this.operations];
    const [operation] = this.turn.splice(this.random.below(this.turn.length), 1);
    return operation as FuzzedOperation;
  }

  private caller({ tag, id }: FuzzedOperation): string | null {
    if (tag === 'sign-in' && !id.startsWith('sign-in.setup') && this.random.chance(0.7)) return 'session';
    return this.random.chance(0.6) ? whoMay(id) : this.random.pick(this.callers);
  }

  private parts({ parameters, room }: FuzzedOperation, manner: Manner): Parts {
    const parts: Parts = { path: {}, query: {}, headers: {} };
    for (const { name, in: place, required = false, schema } of parameters) {
      if (place === 'path') parts.path[name] = this.inPath(name, schema, room, manner);
      else if (place === 'header') Object.assign(parts.headers, this.header(name, schema));
      else if (required || this.random.chance(0.3)) parts.query[name] = String(this.values.of(schema, name, manner));
    }
    return parts;
  }

  private inPath(name: string, schema: Schema, room: string, manner: Manner): string {
    // A stream is gone on with under the routes it was recorded under, or begun.
    if (name === 'streamId' && this.random.chance(0.9))
      return String((this.random.chance(0.7) ? this.pool.pick(room) : undefined) ?? this.values.uuid());
    const harm = manner === 'injected' && this.random.chance(0.2) ? this.random.pick(injections) : undefined;
    const text = harm ?? String(this.values.of(schema, name));
    return DOTS.has(text) ? 'x' : text.slice(0, 90);
  }

  private header(name: string, schema: Schema): Readonly<Record<string, string>> {
    if (name === 'If-Match') return this.random.chance(0.2) ? { 'if-match': `"${this.random.below(4)}"` } : {};
    if (name !== 'Idempotency-Key') return { [name.toLowerCase()]: String(this.values.of(schema, name)) };
    if (this.lastKey === '' || this.random.chance(0.95)) this.lastKey = this.values.uuid();
    return { 'idempotency-key': this.lastKey };
  }

  private body(
    { body }: FuzzedOperation,
    manner: Manner,
  ): { readonly headers: Readonly<Record<string, string>>; readonly payload?: string | Buffer } {
    if (body === undefined) return { headers: {} };
    const headers = { 'content-type': body.type };
    if (body.type !== 'application/json') return { headers, payload: this.file(body.type, manner) };
    const example = manner === 'plain' && this.random.chance(0.3) ? body.example : undefined;
    return { headers, payload: JSON.stringify(example ?? this.values.of(body.schema, '', manner)) };
  }

  private file(type: string, manner: Manner): Buffer {
    const file = this.random.pick(this.files[type] ?? [Buffer.from('PK')]);
    if (manner === 'plain') return file;
    const bytes = Buffer.from(file.subarray(0, this.random.below(file.length)));
    for (let at = 0; at < 20 && bytes.length > 0; at += 1)
      bytes[this.random.below(bytes.length)] = this.random.below(256);
    return bytes;
  }

  /** One rule broken, in the body where there is one, or in a parameter; the rest as it should be. */
  private broken(operation: FuzzedOperation, as: string | null): FuzzedRequest {
    const parts = this.parts(operation, 'plain');
    const body = this.body(operation, 'plain');
    const inBody = operation.body?.type === 'application/json' && this.random.chance(0.75);
    const found = inBody ? this.breaker.of(operation.body?.schema ?? {}, '') : undefined;
    if (found !== undefined)
      return {
        ...{ kind: 'broken', operation, as, url: urlOf(operation, parts), breaks: found.why },
        ...{ headers: { ...parts.headers, ...body.headers }, payload: JSON.stringify(found.value) },
      };
    const breakable = operation.parameters.flatMap(({ name, in: place, schema }) => {
      const wrong = place === 'header' ? undefined : this.breaker.ofText(schema, name);
      return wrong === undefined || (place === 'path' && DOTS.has(wrong.value)) ? [] : [{ place, name, wrong }];
    });
    const chosen = breakable.length === 0 ? undefined : this.random.pick(breakable);
    if (chosen?.place === 'path') parts.path[chosen.name] = chosen.wrong.value;
    if (chosen?.place === 'query') parts.query[chosen.name] = chosen.wrong.value;
    const request = { operation, as, url: urlOf(operation, parts), headers: { ...parts.headers, ...body.headers } };
    const payload = body.payload === undefined ? {} : { payload: body.payload };
    return chosen === undefined
      ? { ...request, ...payload, kind: 'plain' }
      : { ...request, ...payload, kind: 'broken', breaks: chosen.wrong.why };
  }
}

const urlOf = ({ path }: FuzzedOperation, { path: given, query }: Parts): string => {
  const place = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent((given[name] ?? 'x').toWellFormed()),
  );
  const asked = new URLSearchParams(query).toString();
  return asked === '' ? place : `${place}?${asked}`;
};

/** Types of files the API takes. */
export const fileTypes: readonly string[] = Object.values(mediaTypes);
