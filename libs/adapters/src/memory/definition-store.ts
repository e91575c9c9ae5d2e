import type { OwnDefinition, StoredDefinition } from '#application/own-definition.js';
import type { DefinitionStore } from '#application/ports/definitions.js';

/** Definitions of bureaus, without a database. `derived` is what a rebuild moves. */
export class MemoryDefinitionStore implements DefinitionStore {
  private readonly kept: StoredDefinition[] = [];
  derived = 0;

  async all(): Promise<readonly StoredDefinition[]> {
    return [...this.kept];
  }

  async add(definitions: readonly OwnDefinition[], bureau: string, by: string): Promise<readonly StoredDefinition[]> {
    return definitions.map((definition) => {
      const version = 1 + this.kept.filter(({ body }) => body.code === definition.body.code).length;
      const stored = {
        ...definition,
        id: this.kept.length + 1,
        version,
        bureau,
        definedBy: by,
        definedAt: '2024-03-01T02:00:00.000Z',
      };
      this.kept.push(stored);
      return stored;
    });
  }

  async live(): Promise<number> {
    return this.derived;
  }
}
