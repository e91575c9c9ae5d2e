import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { SESSION_COOKIE } from '../sign-in/cookies.js';
import { PROBLEM, refusalResponses } from './documented.js';
import { schemas } from './schemas.js';

type Responses = Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;

/** Refusals are the same everywhere: an operation refers to the one they all share. */
const shareRefusals = (item: object): object =>
  Object.fromEntries(
    Object.entries(item as Readonly<Record<string, { readonly responses: Responses }>>).map(([method, operation]) => {
      const responses = Object.entries(operation.responses).map(([status, response]) => [
        status,
        PROBLEM in (response.content ?? {}) ? { $ref: `#/components/responses/${status}` } : response,
      ]);
      return [method, { ...operation, responses: Object.fromEntries(responses) }];
    }),
  );

/** The published description of the API, from the routes there are. The same routes give the same document. */
export const documentOf = (app: INestApplication): OpenAPIObject => {
  const head = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Taizhang 台账')
    .setDescription(
      'Event-sourced case tracking for county judicial bureaus. Every failure is application/problem+json.',
    )
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .addCookieAuth(SESSION_COOKIE)
    .build();
  const document = SwaggerModule.createDocument(app, head);
  const { securitySchemes } = document.components ?? {};
  return {
    ...document,
    paths: Object.fromEntries(
      Object.entries(document.paths)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([path, item]) => [path, shareRefusals(item)]),
    ),
    // What the decorators found out about our request classes is said better by the schemas they carry themselves.
    components: {
      ...(securitySchemes === undefined ? {} : { securitySchemes }),
      schemas: { ...schemas } as never,
      responses: { ...refusalResponses } as never,
    },
  };
};
