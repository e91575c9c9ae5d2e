/** An operation as the published document describes it, as far as tests ask it by its own examples. */
export interface PublishedOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: { readonly examples?: readonly (string | number)[] };
  }[];
  readonly requestBody?: {
    readonly content: {
      readonly 'application/json'?: {
        readonly examples: { readonly default: { readonly value: Readonly<Record<string, unknown>> } };
      };
    };
  };
}
