import type { OpenAPIObject } from '@nestjs/swagger';

/** A JSON schema of the published document. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly maxProperties?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly examples?: readonly unknown[];
  readonly 'x-refers-to'?: string;
}

export interface FuzzedParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

export interface FuzzedOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** `/v1/corrections/case`: what one stream of records is read and written under. */
  readonly room: string;
  readonly tag: string;
  readonly parameters: readonly FuzzedParameter[];
  readonly body?: { readonly type: string; readonly schema: Schema; readonly example?: unknown };
}

interface Described {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly FuzzedParameter[];
  readonly requestBody?: {
    readonly content: Readonly<
      Record<string, { schema: Schema; examples?: { readonly default?: { readonly value: unknown } } }>
    >;
  };
}

/** It has no end; it is listened to in tests of its own. */
const ENDLESS = 'figures.live';

const bodyOf = ({ requestBody }: Described): Pick<FuzzedOperation, 'body'> => {
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (type === undefined || content === undefined) return {};
  return { body: { type, schema: content.schema, example: content.examples?.default?.value } };
};

/** Every operation the document describes, but for the one that never ends. */
export const operationsOf = (document: OpenAPIObject): readonly FuzzedOperation[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as unknown as Readonly<Record<string, Described>>).flatMap(([method, described]) =>
      described.operationId === ENDLESS
        ? []
        : [
            {
              ...{ id: described.operationId, method: method.toUpperCase(), path },
              ...{ room: path.split('/{')[0] ?? path, tag: described.tags?.[0] ?? '' },
              ...{ parameters: described.parameters ?? [], ...bodyOf(described) },
            },
          ],
    ),
  );
