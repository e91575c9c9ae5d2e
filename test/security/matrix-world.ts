import type { PublishedOperation } from '../support/published-operation.js';
import type { OpenAPIObject } from '@nestjs/swagger';
import { randomUUID } from 'node:crypto';
import { EXAMPLE, exampleOf } from '#adapters/nest/openapi/example.js';
import { mediaTypes } from '#adapters/nest/web/office-files.js';
import type { LineDefinition } from '#application/define-line.js';
import type { AnyStream } from '#kernel/decider.js';
import { fiscalYear } from '#kernel/period.js';
import { periodStreamId } from '#kernel/seal.js';
import { examples } from '../../libs/lines/performance/domain/examples.js';
import { ApiWorld, BUREAU, OFFICE, OFFICE_2, OTHER_BUREAU, OTHER_OFFICE } from '../e2e/api-world.js';
import { typedForm } from '../support/form-workbook.js';
import { programs } from '../support/signed-in.js';
import { type Place, type Role, type Standing, places, roles, standings } from './policy.js';

/** From where somebody asks: his own office, or the head office of its bureau. */
export type Seat = 'office' | 'head';

export interface Cell {
  /** `GET /v1/…` as it stands in the published document. */
  readonly route: string;
  readonly role: Role | 'nobody';
  readonly seat: Seat;
  readonly place: Place;
  readonly standing: Standing;
  readonly exists: boolean;
  /** Without the office or bureau in the query: what the caller is shown who names none. */
  readonly unnamed?: boolean;
}

export interface Got {
  readonly status: number;
  readonly code: string;
  /** Without what differs from request to request. */
  readonly text: string;
}

const CHILD = '43092201-1';
export const officeOf: Readonly<Record<Place, string>> = {
  own: OFFICE,
  sibling: OFFICE_2,
  parent: BUREAU,
  child: CHILD,
  'other county': OTHER_OFFICE,
};
/** What stands nowhere but in the records of one office, and of its persons. */
export const canaries: Readonly<
  Record<Place, { readonly name: string; readonly address: string; readonly text: string }>
> = {
  own: { name: '金丝雀甲', address: '甲巷7f3a号', text: '密语甲9c' },
  sibling: { name: '金丝雀乙', address: '乙巷7f3b号', text: '密语乙9c' },
  parent: { name: '金丝雀丙', address: '丙巷7f3c号', text: '密语丙9c' },
  child: { name: '金丝雀丁', address: '丁巷7f3d号', text: '密语丁9c' },
  'other county': { name: '金丝雀戊', address: '戊巷7f3e号', text: '密语戊9c' },
};

const bureauOf = (place: Place): string => (place === 'other county' ? OTHER_BUREAU : BUREAU);
const LIVE = 'GET /v1/live';
const SHEETS = 'performance.sheet';
const TARGETS = 'performance.TargetsSet';
/** A sheet that can be evaluated: that what it is scored by exists. */
const targets = { ...examples[TARGETS], subjectName: '示例' };
const SEALED_LINE = 'training';
const YEAR = fiscalYear(2022);
/** A command that is let in finds that the case has moved on: nothing is recorded, and the next cell finds what this one found. */
const MOVED_ON = { 'if-match': '"999999"' };

const headBytes = (headers: object): Buffer => Buffer.from(`${JSON.stringify(headers)}\n`);

/** Kinds of case a stream can be led to by the examples of its events: its first event alone, and one that ends it. */
const pathsOf = (stream: AnyStream, data: (type: string) => object) => {
  const started = (stream.steps[stream.initial.status] as readonly string[])[0] as string;
  const happen = (state: { readonly status: string }, type: string) =>
    stream.evolve(state, { type, data: data(type), occurredOn: EXAMPLE.day, office: OFFICE, by: 'x' } as never, {});
  const longer = (path: readonly string[], state: { readonly status: string }, depth: number): readonly string[] => {
    const next: readonly string[] = stream.steps[state.status] ?? [];
    if (depth === 0 || next.length === 0) return path;
    const ways = next.flatMap((type) => {
      try {
        const after = happen(state, type) as { readonly status: string };
        return after.status === state.status ? [] : [{ type, after, left: (stream.steps[after.status] ?? []).length }];
      } catch {
        return []; // the examples do not follow from one another
      }
    });
    const best = ways.sort((a, b) => a.left - b.left)[0];
    return best === undefined ? path : longer([...path, best.type], best.after, depth - 1);
  };
  const first = happen(stream.initial as { readonly status: string }, started) as { readonly status: string };
  return { open: [started], closed: longer([started], first, 4) };
};

/** The API with a case of every kind in every place and standing, and a program of every role. */
export class MatrixWorld {
  private readonly cases = new Map<string, { readonly id: string; readonly position: number }>();
  private readonly persons = new Map<string, string>();

  private constructor(
    readonly world: ApiWorld,
    private readonly tokens: (name: string) => string,
    private readonly seals: ReadonlyMap<string, string>,
  ) {}

  static async open(lines: readonly LineDefinition[]): Promise<MatrixWorld> {
    const world = await ApiWorld.open(lines, { page: false });
    const { offices } = world.platform;
    const own = offices.find(OFFICE);
    if (own === undefined) throw new Error('no office');
    await offices.save([{ ...own, code: CHILD, parent: OFFICE, name: CHILD, kind: 'centre' }]);
    const seats = { office: OFFICE, head: BUREAU };
    const called = Object.entries(seats).flatMap(([seat, office]) =>
      roles.map((role) => [`${seat} ${role}`, { roles: [role], offices: [office] }] as const),
    );
    const business = roles.filter((role) => !role.endsWith('-admin') && role !== 'minors-officer');
    const tokens = await programs(world.app, {
      ...Object.fromEntries(called),
      ...Object.fromEntries(places.map((place) => [`all ${place}`, { roles: business, offices: [officeOf[place]] }])),
      sealer: { roles: ['minors-officer', 'deputy-director'], offices: ['*'] },
    });
    const seals = new Map<string, string>();
    const made = new MatrixWorld(world, tokens, seals);
    made.workbook = await typedForm('2022年度自评表', '示例', [{ level1: '产出', level3: '受理', actual: 2 }]);
    await made.fill(lines);
    for (const bureau of [BUREAU, OTHER_BUREAU]) {
      const explanations = [{ rule: '*', reason: '已核实' }];
      const body = { bureau, line: SEALED_LINE, period: '2022', explanations };
      await world.platform.projector.catchUp();
      const closed = await made.send('POST', '/v1/periods/close', 'sealer', body);
      if (closed.statusCode !== 201) throw new Error(`${closed.statusCode} ${closed.body}`);
      seals.set(bureau, closed.json<{ hash: string }>().hash);
    }
    return made;
  }

  /** What the API wrote into its log. */
  get logged(): readonly string[] {
    return this.world.logged;
  }

  get document(): OpenAPIObject {
    return this.world.document;
  }

  close(): Promise<void> {
    return this.world.close();
  }

  /** The person a case of that place and standing is about. */
  personOf(place: Place, standing: Standing): string {
    return this.persons.get(`${place} ${standing}`) ?? '';
  }

  async ask(cell: Cell): Promise<Got> {
    const found = await this.fetch(cell, cell.role === 'nobody' ? undefined : `${cell.seat} ${cell.role}`);
    if (typeof found === 'number') return { status: found, code: '', text: '' };
    const { statusCode: status, body: text } = found;
    const json =
      /json/.test(String((found.headers as Readonly<Record<string, unknown>>)['content-type'])) && text !== '';
    const { instance: _, correlationId: __, ...said } = json ? (JSON.parse(text) as Record<string, unknown>) : {};
    return { status, code: String(said['code'] ?? ''), text: json ? JSON.stringify(said) : text };
  }

  /** Every byte somebody with all business roles, in the office of a place, is answered of what the cell means. */
  async bytes(cell: Cell, from: Place): Promise<Buffer> {
    const found = await this.fetch(cell, `all ${from}`);
    return typeof found === 'number' ? Buffer.alloc(0) : Buffer.concat([headBytes(found.headers), found.rawPayload]);
  }

  /**
   * Everything said on the live stream to somebody with all business roles, in the office of a place, until it is ended: what
   * moves, figures of a line, and one of them by office.
   */
  async listen(from: Place, code: string): Promise<{ readonly said: () => string; readonly end: () => void }> {
    const chunks: Buffer[] = [];
    const { lines } = this.world.platform.registry;
    const line = lines.find(({ indicators }) => indicators.some((one) => one.code === code));
    const codes = line?.indicators.map((one) => one.code).slice(0, 200) ?? [];
    const sight = `codes=${codes.join(',')}&periods=2000-01-01..2099-12-31&by-office=${code}`;
    const stream = (await this.send('GET', `/v1/live?${sight}`, `all ${from}`)).stream();
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    return { said: () => Buffer.concat(chunks).toString('utf8'), end: () => stream.destroy() };
  }

  /** Something more happens in every office, and is counted. */
  async more(kind: string): Promise<void> {
    const stream = this.world.platform.registry.stream(kind)?.stream;
    if (stream === undefined) throw new Error(`no stream ${kind}`);
    await Promise.all(places.map((place) => this.append(this.world.platform.store, stream, place, 'open')));
    await this.world.platform.projector.catchUp();
  }

  /** The answer; of a stream without end that was opened, the status alone. */
  private async fetch(cell: Cell, as: string | undefined) {
    const { method, url, body, headers: sent } = this.requestOf(cell);
    const found = await this.send(method, url, as, body, sent);
    if (cell.route !== LIVE) return found;
    const { statusCode } = found;
    const headers = found.headers as Readonly<Record<string, unknown>>;
    const stream = found.stream();
    if (statusCode === 200) {
      stream.destroy();
      return statusCode;
    }
    const rawPayload = Buffer.concat((await stream.toArray()) as readonly Buffer[]);
    return { statusCode, headers, rawPayload, body: rawPayload.toString('utf8') };
  }

  private send(
    method: string,
    url: string,
    as: string | undefined,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ) {
    return this.world.app.inject({
      method: method as 'GET',
      url,
      headers: {
        ...(body === undefined
          ? {}
          : {
              'content-type': Buffer.isBuffer(body)
                ? method === 'PUT'
                  ? mediaTypes.docx
                  : mediaTypes.xlsx
                : 'application/json',
            }),
        ...(as === undefined ? {} : { authorization: `Bearer ${this.tokens(as)}` }),
        'idempotency-key': randomUUID(),
        'x-taizhang': '1',
        ...headers,
      },
      ...(body === undefined ? {} : { payload: Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
      ...(url.startsWith('/v1/live?') ? { payloadAsStream: true } : {}),
    });
  }

  /** What is no form of Word, so that none is kept, and last year's form of another subject: both read, and refused by name. */
  private readonly form: Buffer = Buffer.from('no form');
  private workbook: Buffer = Buffer.alloc(0);

  private caseOf(type: string, { place, standing, exists }: Cell): { readonly id: string; readonly position: number } {
    const found = this.cases.get(`${type} ${place} ${standing}`);
    return exists && found !== undefined ? found : { id: randomUUID(), position: 999_999_999 };
  }

  /** How the published document says it is asked, of what the cell means. */
  private requestOf(cell: Cell) {
    const { route, place, standing, exists } = cell;
    const [method = '', path = ''] = route.split(' ');
    const operation = (this.document.paths[path] as Record<string, PublishedOperation>)[
      method.toLowerCase()
    ] as PublishedOperation;
    const bureau = exists ? bureauOf(place) : '999999';
    const [, line, kind] = /^\/v1\/([a-z-]+)\/([a-z-]+)\/\{streamId\}/.exec(path) ?? [];
    const ofLine = this.world.platform.registry.stream(`${line}.${kind}`) !== undefined;
    const { id, position } = this.caseOf(ofLine ? `${line}.${kind}` : SHEETS, cell);
    const acted = /\{ref\}\/(merge|unmerge|seal|unseal|erasure|break-glass)/.test(path) ? 'acted on ' : '';
    const known = this.persons.get(`${acted}${place} ${standing}`) ?? '';
    const books = exists ? periodStreamId(bureau, SEALED_LINE, YEAR) : randomUUID();
    const named: Readonly<Record<string, string>> = {
      streamId: path.startsWith('/v1/periods') ? books : id,
      ref: exists ? known : randomUUID(),
      position: String(position),
      bureau,
      hash: (exists ? this.seals.get(bureau) : undefined) ?? '0'.repeat(64),
      code: path.startsWith('/v1/indicators') ? 'TR-01' : '',
    };
    const query = new URLSearchParams();
    let url = path;
    for (const { name, in: where, required, schema } of operation.parameters ?? []) {
      const example = String(schema.examples?.[0] ?? '');
      if (where === 'path') url = url.replace(`{${name}}`, (named[name] ?? '') || example);
      else if (where === 'query' && name === 'sheet' && required === true) query.set(name, id);
      else if (where === 'query' && required === true) query.set(name, example);
    }
    const asked = (operation.parameters ?? []).map(({ name }) => name);
    if (asked.includes('limit')) query.set('limit', path.startsWith('/v1/persons') ? '50' : '500');
    if (cell.unnamed === true) query.delete('bureau');
    else if (method !== 'POST' && asked.includes('office')) query.set('office', exists ? officeOf[place] : '99999999');
    else if (method !== 'POST' && asked.includes('bureau') && !path.includes('{bureau}')) query.set('bureau', bureau);
    if (path === '/v1/persons/{ref}') query.set('reason', '核对');
    const body = this.bodyOf(cell, path, operation, { bureau, id, known });
    return { method, url: `${url}?${query.toString()}`, body, headers: ofLine && body !== undefined ? MOVED_ON : {} };
  }

  private bodyOf(
    { place, exists }: Cell,
    path: string,
    operation: PublishedOperation,
    { bureau, id, known }: { readonly bureau: string; readonly id: string; readonly known: string },
  ): unknown {
    const example = operation.requestBody?.content['application/json']?.examples.default.value;
    if (path === '/v1/commands/impact') {
      const data = exampleOf(this.world.platform.registry.event('performance.SelfEvaluated')?.fields ?? {});
      return { type: 'performance.SelfEvaluate', streamId: id, office: OFFICE, data };
    }
    if (path.endsWith('/last-year')) return this.workbook;
    if (path === '/v1/templates/{code}') return this.form;
    // Into himself: refused, and not for who asks.
    if (path === '/v1/persons/{ref}/merge') return { ...example, into: known };
    if (example === undefined) return undefined;
    if (path === '/v1/periods/close') return { bureau, line: 'publicity', period: '2022-01-01..2022-01-02' };
    if ('data' in example && 'office' in example)
      return {
        evidence: [{ docKind: '文书', docNo: '示例〔2023〕1号' }],
        ...example,
        office: exists ? OFFICE : officeOf[place],
      };
    return 'bureau' in example ? { ...example, bureau } : example;
  }

  /** Persons of both bureaus, and a case of every kind about each of them, written straight into the log. */
  private async fill(lines: readonly LineDefinition[]): Promise<void> {
    const { persons, store } = this.world.platform;
    for (const place of places)
      for (const standing of standings)
        for (const acted of ['', 'acted on ']) {
          const birthDate = standing === 'minor' || standing === 'sealed' ? '2012-05-06' : '1980-05-06';
          const [name, address] = [`某${canaries[place].name}`, canaries[place].address];
          const details = { name, address, idType: 'none', sex: 'male', birthDate } as const;
          const { personRef } = await persons.register(bureauOf(place), details);
          this.persons.set(`${acted}${place} ${standing}`, personRef);
        }
    const written: Promise<void>[] = [];
    for (const line of lines.filter(({ people }) => people === undefined))
      for (const stream of line.streams)
        for (const place of places)
          for (const standing of standings) written.push(this.append(store, stream, place, standing));
    await Promise.all(written);
    for (const place of places) {
      const path = `/v1/persons/${this.personOf(place, 'sealed')}/seal`;
      const sealed = await this.send('POST', path, 'sealer', { ground: '刑事诉讼法 第二百八十六条' });
      if (sealed.statusCode !== 201) throw new Error(`${sealed.statusCode} ${sealed.body}`);
    }
  }

  private async append(
    store: ApiWorld['platform']['store'],
    stream: AnyStream,
    place: Place,
    standing: Standing,
  ): Promise<void> {
    const person = this.personOf(place, standing);
    const data = (type: string): object =>
      JSON.parse(
        JSON.stringify(type === TARGETS ? targets : exampleOf(stream.events[type]?.fields ?? {}))
          .replaceAll(EXAMPLE.person, person)
          .replaceAll('"businessLine":"示例"', '"businessLine":"line"')
          .replaceAll('示例', canaries[place].text),
      ) as object;
    const { open, closed } = pathsOf(stream, data);
    const id = randomUUID();
    const commandId = randomUUID();
    const events = (standing === 'closed' ? closed : open).map((type) => ({
      eventId: randomUUID(),
      type,
      schemaVersion: stream.events[type]?.schemaVersion ?? 1,
      data: data(type),
      office: officeOf[place],
      occurredOn: EXAMPLE.day,
      recordedBy: 'somebody',
      source: 'MANUAL' as const,
      correlationId: commandId,
    }));
    const outcome = await store.append({
      streamId: id,
      streamType: stream.type,
      bureau: bureauOf(place),
      owner: officeOf[place],
      expectedVersion: 0,
      entries: [{ commandId, requestHash: '0'.repeat(64), events }],
      hold: [],
      release: [],
    });
    if (outcome.outcome !== 'appended') throw new Error(`${stream.type}: ${outcome.outcome}`);
    const [stored] = (await store.load(id))?.events ?? [];
    this.cases.set(`${stream.type} ${place} ${standing}`, { id, position: stored?.position ?? 0 });
  }
}
