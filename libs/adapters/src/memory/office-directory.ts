import type { Office, OfficeDirectory } from '#application/ports/office-directory.js';
import type { OfficeCode } from '#kernel/event.js';
import { OfficeTree } from '../office-tree.js';

/** The office directory without a database: for rules, simulations and tests. */
export class MemoryOfficeDirectory implements OfficeDirectory {
  private tree: OfficeTree;

  constructor(offices: readonly Office[] = []) {
    this.tree = new OfficeTree([]).with(offices);
  }

  all(): readonly Office[] {
    return this.tree.all();
  }

  find(code: OfficeCode): Office | undefined {
    return this.tree.find(code);
  }

  below(code: OfficeCode): readonly OfficeCode[] {
    return this.tree.below(code);
  }

  async save(offices: readonly Office[]): Promise<void> {
    this.tree = this.tree.with(offices);
  }

  async refresh(): Promise<void> {}
}
