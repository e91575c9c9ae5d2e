import { alertRoutes } from './alert-routes.js';
import { envelopeProperties } from './case-routes.js';
import { draftRoutes } from './draft-routes.js';
import { directoryRoutes } from './directory-routes.js';
import { entryRoutes } from './entry-routes.js';
import { type Operation, documented } from './documented.js';
import { EXAMPLE } from './example.js';
import { figureRoutes } from './figure-routes.js';
import { formDraftRoutes } from './form-draft-routes.js';
import { impactRoutes } from './impact-routes.js';
import { keepingRoutes } from './keeping-routes.js';
import { lookRoutes } from './look-routes.js';
import { text } from './parameters.js';
import { periodRoutes } from './period-routes.js';
import { personRoutes } from './person-routes.js';
import { savedViewRoutes } from './saved-view-routes.js';
import { ruleRoutes } from './rule-routes.js';
import { sheetRoutes } from './sheet-routes.js';
import { signInRoutes } from './sign-in-routes.js';
import { templateRoutes } from './template-routes.js';
import { processRoutes } from './process-routes.js';

const bulkRoute = {
  bulk: {
    id: 'commands.many',
    summary: '批量登记',
    tag: 'commands',
    body: {
      schema: {
        type: 'object',
        properties: {
          atomic: { type: 'boolean', description: 'All or nothing, or each by itself' },
          commands: {
            type: 'array',
            minItems: 1,
            maxItems: 500,
            items: {
              type: 'object',
              properties: {
                type: text(100),
                streamId: { type: 'string', format: 'uuid' },
                commandId: { type: 'string', format: 'uuid' },
                expectedVersion: { type: 'integer', minimum: 0 },
                data: { type: 'object' },
                ...envelopeProperties,
              },
              required: ['type', 'streamId', 'commandId', 'office', 'data'],
              additionalProperties: false,
            },
          },
        },
        required: ['atomic', 'commands'],
        additionalProperties: false,
      },
      example: {
        atomic: false,
        commands: [
          {
            type: 'line.Command',
            streamId: EXAMPLE.streamId,
            commandId: EXAMPLE.record,
            office: EXAMPLE.office,
            data: {},
          },
        ],
      },
    },
    answers: [
      { status: 200, shape: 'BulkAnswer', says: 'One answer for each command, in their order' },
      {
        status: 409,
        shape: 'BulkAnswer',
        says: 'All or nothing was asked for, and it is nothing: each answer says why',
      },
    ],
    problems: [413, 415, 503],
  },
} satisfies Readonly<Record<string, Operation>>;

const operations = {
  ...bulkRoute,
  ...figureRoutes,
  ...impactRoutes,
  ...alertRoutes,
  ...directoryRoutes,
  ...personRoutes,
  ...lookRoutes,
  ...periodRoutes,
  ...draftRoutes,
  ...formDraftRoutes,
  ...savedViewRoutes,
  ...sheetRoutes,
  ...templateRoutes,
  ...entryRoutes,
  ...processRoutes,
  ...ruleRoutes,
  ...keepingRoutes,
  ...signInRoutes,
};

/** Writes one of the routes every deployment has into the published document. */
export const documentRead = (name: keyof typeof operations): MethodDecorator => documented(operations[name]);
