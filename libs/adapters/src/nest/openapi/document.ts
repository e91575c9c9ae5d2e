import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { refusalResponses } from './documented.js';
import { schemas } from './schemas.js';

/** The published description of the API, from the routes there are. The same routes give the same document. */
export const documentOf = (app: INestApplication): OpenAPIObject => {
  const head = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Taizhang 台账')
    .setDescription('Event-sourced case tracking for county judicial bureaus. Every failure is application/problem+json.')
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer' })
    .build();
  const document = SwaggerModule.createDocument(app, head);
  const { securitySchemes } = document.components ?? {};
  return {
    ...document,
    paths: Object.fromEntries(Object.entries(document.paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    // What the decorators found out about our request classes is said better by the schemas they carry themselves.
    components: {
      ...(securitySchemes === undefined ? {} : { securitySchemes }),
      schemas: { ...schemas } as never,
      responses: { ...refusalResponses } as never,
    },
  };
};
