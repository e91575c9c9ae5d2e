import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApiOptions, createApiApp } from '#adapters/nest/create-api-app.js';
import { openPlatform } from '#adapters/platform/open-platform.js';
import type { Platform } from '#adapters/platform/platform.js';
import type { LineDefinition } from '#application/define-line.js';
import type { Office } from '#application/ports/office-directory.js';
import { notary } from '../support/notary.js';
import { freshDatabase } from '../support/services.js';
import { programs } from '../support/signed-in.js';

export const BUREAU = '430922';
export const OTHER_BUREAU = '430921';
export const OFFICE = '43092201';
export const OFFICE_2 = '43092202';
export const OTHER_OFFICE = '43092101';

const unit = (code: string, parent: string | null): Office => ({
  code,
  parent,
  bureau: code.slice(0, 6),
  name: code,
  kind: parent === null ? 'bureau' : 'justice-office',
  validFrom: '2000-01-01',
  validTo: null,
  successor: null,
});

export const OFFICES: readonly Office[] = [
  unit(BUREAU, null),
  unit(OFFICE, BUREAU),
  unit(OFFICE_2, BUREAU),
  unit(OTHER_BUREAU, null),
  unit(OTHER_OFFICE, OTHER_BUREAU),
];

/** Who calls: programs of these names, each with a token of its own. */
export const people = {
  chief: { roles: ['deputy-director'], offices: ['*'] },
  /** Who holds every post of the business at once. */
  everyPost: {
    roles: ['deputy-director', 'director', 'finance-officer', 'correction-officer', 'aid-approver'],
    offices: ['*'],
  },
  clerk: { roles: ['office-clerk'], offices: [OFFICE] },
  clerk2: { roles: ['office-clerk'], offices: [OFFICE_2] },
  stranger: { roles: ['office-clerk'], offices: [OTHER_BUREAU] },
  supervisor: { roles: ['section-head'], offices: [BUREAU] },
  director: { roles: ['deputy-director'], offices: [BUREAU] },
  reader: { roles: ['auditor'], offices: [BUREAU] },
  auditor: { roles: ['audit-admin'], offices: ['*'] },
  minors: { roles: ['minors-officer'], offices: [BUREAU] },
  keeper: { roles: ['system-admin'], offices: ['*'] },
  guard: { roles: ['security-admin'], offices: ['*'] },
} as const;
export type Person = keyof typeof people;

/** Somebody who may ask for an operation of the document, by its id. */
export const whoMay = (operationId: string): Person => {
  if (operationId.startsWith('users.')) return 'guard';
  const kept = [
    'offices.save',
    'definitions.add',
    'definitions.vocabulary',
    'definitions.preview',
    'rules.put-calendar',
  ];
  if (kept.includes(operationId) || operationId.startsWith('system.')) return 'keeper';
  if (operationId === 'looks.all') return 'auditor';
  return /^persons\.(un)?seal$/.test(operationId) ? 'minors' : 'everyPost';
};

export interface Asked {
  readonly as?: Person | null;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, with its own content type. */
  readonly raw?: { readonly type: string | undefined; readonly text: string | Buffer };
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a caller gets is untyped
  readonly body: any;
}

/** With every byte as it came: of a file the body is no text. */
export interface AnsweredBytes extends Answered {
  readonly bytes: Buffer;
}

/**
 * Checks answers against the published document: every answer of a documented route has a documented status and type,
 * and the shape promised for them.
 */
export class Contract {
  private readonly ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  private readonly compiled = new Map<string, ValidateFunction>();
  private readonly routes: readonly { readonly form: RegExp; readonly path: string }[];

  constructor(private readonly document: OpenAPIObject) {
    this.ajv.addSchema(document as object, 'document');
    this.routes = Object.keys(document.paths).map((path) => ({
      path,
      form: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
    }));
  }

  check(method: string, url: string, answered: Answered): void {
    const path = url.split('?')[0] ?? '';
    const route = this.routes.find(({ form }) => form.test(path))?.path;
    if (route !== undefined) this.checkAt(method, route, answered);
  }

  /** The same for a route as the document names it. */
  checkAt(method: string, route: string, { status, headers, body }: Answered): void {
    const item = this.document.paths[route] as Readonly<
      Record<string, { responses: Readonly<Record<string, object>> }>
    >;
    const operation = item[method.toLowerCase()];
    if (operation === undefined) return;
    const found = operation.responses[String(status)] as
      { $ref?: string; content?: Record<string, unknown> } | undefined;
    const shared = this.document.components?.responses?.[status] as typeof found;
    const promised = found?.$ref === undefined ? found : shared;
    if (promised === undefined)
      throw new Error(`${method} ${route} answered ${status}, which the document does not know`);
    if (promised.content === undefined) return;
    const type = headers['content-type']?.split(';')[0] ?? '';
    if (!(type in promised.content)) throw new Error(`${method} ${route} ${status} answered ${type}`);
    const escaped = (part: string) => encodeURIComponent(part.replace(/~/g, '~0').replace(/\//g, '~1'));
    const place =
      promised === shared ? ['components', 'responses'] : ['paths', route, method.toLowerCase(), 'responses'];
    const pointer = [...place, String(status), 'content', type, 'schema'];
    const reference = `document#/${pointer.map(escaped).join('/')}`;
    const validate = this.compiled.get(reference) ?? this.ajv.compile({ $ref: reference });
    this.compiled.set(reference, validate);
    if (!validate(body)) throw new Error(`${method} ${route} ${status}: ${this.ajv.errorsText(validate.errors)}`);
  }
}

/** The API over a real PostgreSQL, with five offices of two bureaus; every answer is held against the document. */
export class ApiWorld {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly platform: Awaited<ReturnType<typeof openPlatform>>,
    readonly document: OpenAPIObject,
    private readonly contract: Contract,
    private readonly cleanUp: () => Promise<void>,
    readonly logged: string[],
    /** The token of somebody; of a name nobody has the name itself. */
    readonly tokenOf: (name: string) => string,
  ) {}

  /** `place`: a database and a folder for the keys that are the test's own to clear away. `more` takes the place of parts of the platform: another clock. */
  static async open(
    lines: readonly LineDefinition[] = [notary],
    { place, ...options }: Partial<ApiOptions> & { readonly place?: { url: string; folder: string } } = {},
    more: Partial<Platform> = {},
  ): Promise<ApiWorld> {
    const database = place === undefined ? await freshDatabase() : { url: place.url, drop: async () => undefined };
    const folder = place?.folder ?? mkdtempSync(join(tmpdir(), 'taizhang-api-'));
    const platform = await openPlatform({ databaseUrl: database.url, lines, keyFile: join(folder, 'person.key') });
    await platform.offices.save(OFFICES);
    const logged: string[] = [];
    const log: ApiOptions['log'] = (level, message, fields) =>
      logged.push(JSON.stringify({ level, message, ...fields }));
    const app = await createApiApp({ ...platform, ...more }, { log, ...options });
    const tokenOf = await programs(app, people);
    logged.length = 0;
    const document = JSON.parse((await app.inject({ method: 'GET', url: '/openapi.json' })).body) as OpenAPIObject;
    const cleanUp = async () => {
      await app.close();
      await platform.close();
      await database.drop();
      if (place === undefined) rmSync(folder, { recursive: true });
    };
    return new ApiWorld(app, platform, document, new Contract(document), cleanUp, logged, tokenOf);
  }

  async call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH',
    url: string,
    asked: Asked = {},
  ): Promise<AnsweredBytes> {
    const { as = 'supervisor', body, headers = {}, raw } = asked;
    const sent = raw === undefined ? (body === undefined ? {} : { payload: body as object }) : { payload: raw.text };
    const type = raw?.type === undefined ? {} : { 'content-type': raw.type };
    const found = await this.app.inject({
      method,
      url,
      headers: { ...(as === null ? {} : { authorization: `Bearer ${this.tokenOf(as)}` }), ...type, ...headers },
      ...sent,
    });
    const json = /json/.test(found.headers['content-type']?.toString() ?? '');
    const answered: AnsweredBytes = {
      status: found.statusCode,
      headers: found.headers as Readonly<Record<string, string>>,
      body: json ? JSON.parse(found.body) : found.body,
      bytes: found.rawPayload,
    };
    this.contract.check(method, url, answered);
    return answered;
  }

  /** Sends a command of the small line on its one kind of stream. */
  command(
    name: string,
    streamId: string,
    data: unknown,
    asked: Asked & { readonly office?: string; readonly key?: string } = {},
  ) {
    const { office = OFFICE, key = randomUUID(), headers, ...rest } = asked;
    return this.call('POST', `/v1/notary/matter/${streamId}/${name}`, {
      body: { office, data },
      ...rest,
      headers: { 'idempotency-key': key, ...headers },
    });
  }

  /** How many events there are; a refused append leaves positions unused. */
  async stored(): Promise<number> {
    const { rows } = await this.platform.pool.query<{ count: number }>('select count(*)::int as count from es.event');
    return rows[0]?.count ?? 0;
  }

  close(): Promise<void> {
    return this.cleanUp();
  }
}

/** Payload of an accepted matter. */
export const matter = (matterNo: string, more: object = {}): object => ({
  personRef: '0190a6f0-0000-7000-8000-000000000003',
  matterNo,
  kind: 'will',
  acceptedOn: '2023-03-06',
  ...more,
});
