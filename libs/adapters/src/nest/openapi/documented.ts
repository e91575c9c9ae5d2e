import { applyDecorators } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiCookieAuth,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiResponse,
  type ApiResponseOptions,
} from '@nestjs/swagger';
import { refer } from './shapes.js';

type Json = Readonly<Record<string, unknown>>;

/** A parameter in path, query or header, with a value to try. */
export interface Parameter {
  readonly name: string;
  readonly schema: Json;
  readonly example?: string | number;
  readonly required?: boolean;
  readonly description?: string;
}

export interface Operation {
  readonly id: string;
  readonly summary: string;
  readonly tag: string;
  /** Needs no token. */
  readonly open?: boolean;
  readonly path?: readonly Parameter[];
  readonly query?: readonly Parameter[];
  readonly headers?: readonly Parameter[];
  /** `type` when it is not JSON: a file, which has no example. */
  readonly body?: { readonly schema: Json; readonly example?: unknown; readonly type?: string };
  /** What it answers: status, shape, and the type when it is not JSON. */
  readonly answers: readonly {
    readonly status: number;
    readonly shape?: string;
    readonly type?: string;
    /** Type of a file that may be asked for in its place. */
    readonly file?: string;
    readonly says: string;
  }[];
  /** Statuses of problem+json it may answer with, beside those any route may: 414, 429 and 431, and 400, 401 and 403 unless it is open. */
  readonly problems: readonly number[];
}

/** Every refusal there is, by its status. */
const says: Readonly<Record<number, string>> = {
  400: 'The request is wrong; each field is named',
  401: 'No valid token',
  403: 'The caller may not do this',
  404: 'Not there, or not the caller’s to see',
  409: 'The state of the record does not allow it',
  412: 'The record has moved on since the version in If-Match',
  413: 'The request is too large',
  414: 'A part of the address is too long',
  415: 'The content type is not one the route takes',
  422: 'The rules of the business do not allow it',
  429: 'Too many requests, or too many tries: wait as long as Retry-After says',
  431: 'The address or the headers are too long',
  503: 'Too busy, or a part of the system is down',
  507: 'The disk is full; nothing was recorded',
};

export const PROBLEM = 'application/problem+json';
const jsonContent = (type: string, schema: Json) => ({ content: { [type]: { schema } } });

/** The refusals as the document holds them once, for every operation to refer to. */
export const refusalResponses: Json = Object.fromEntries(
  Object.entries(says).map(([status, description]) => [
    status,
    { description, ...jsonContent(PROBLEM, refer('Problem')) },
  ]),
);

const written = ({ name, schema, example, description }: Parameter) => ({
  name,
  schema: example === undefined ? schema : { ...schema, examples: [example] },
  ...(description === undefined ? {} : { description }),
});

const documentedBody = ({ schema, example, type }: NonNullable<Operation['body']>): MethodDecorator[] =>
  type === undefined
    ? [ApiBody({ schema, examples: { default: { value: example } } })]
    : [ApiConsumes(type), ApiBody({ schema })];

/** Refusals of any route: nobody may ask without end, or at any length. */
const ALWAYS = [414, 429, 431];

/** Writes an operation into the published document. */
export const documented = (operation: Operation): MethodDecorator => {
  const { id, summary, tag, open, path = [], query = [], headers = [], body, answers, problems } = operation;
  const refusals = [...new Set([...ALWAYS, ...(open === true ? [] : [400, 401, 403]), ...problems])];
  return applyDecorators(
    ApiOperation({ operationId: id, summary, tags: [tag] }),
    ...(open === true ? [] : [ApiBearerAuth(), ApiCookieAuth()]),
    ...headers.map((parameter) => ApiHeader({ required: parameter.required ?? false, ...written(parameter) })),
    ...path.map((parameter) => ApiParam(written(parameter))),
    ...query.map((parameter) => ApiQuery({ required: parameter.required ?? false, ...written(parameter) })),
    ...(body === undefined ? [] : documentedBody(body)),
    ...answers.map(({ status, shape, type = 'application/json', file, says: description }) => {
      const asFile = file === undefined ? {} : { [file]: { schema: { type: 'string', format: 'binary' } } };
      const content = shape === undefined ? {} : { content: { [type]: { schema: refer(shape) }, ...asFile } };
      return ApiResponse({ status, description, ...content } as ApiResponseOptions);
    }),
    ...refusals.map((status) =>
      ApiResponse({ status, description: says[status] ?? '', ...jsonContent(PROBLEM, refer('Problem')) }),
    ),
  );
};
