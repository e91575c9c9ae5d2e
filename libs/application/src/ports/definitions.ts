import type { BureauCode } from '../kernel.js';
import type { OwnDefinition, StoredDefinition } from '../own-definition.js';

/** Where a deployment keeps the definitions its bureaus added. */
export interface DefinitionStore {
  /** All versions, oldest first. */
  all(): Promise<readonly StoredDefinition[]>;
  /** Adds definitions, each as the next version of its code, in one transaction; gives them as they are kept. */
  add(definitions: readonly OwnDefinition[], bureau: BureauCode, by: string): Promise<readonly StoredDefinition[]>;
  /** Id of the newest definition the live rows were derived with. */
  live(): Promise<number>;
}
