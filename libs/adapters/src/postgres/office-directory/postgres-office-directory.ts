import type { DataSource } from 'typeorm';
import type { Office, OfficeDirectory } from '#application/ports/office-directory.js';
import type { OfficeCode } from '#kernel/event.js';
import { OfficeTree } from '../../office-tree.js';
import { officeEntity } from './office.entity.js';

/**
 * The office tree in PostgreSQL, read once and kept in memory. What this process saves it sees at once; what another one
 * saves, after `refresh`.
 */
export class PostgresOfficeDirectory implements OfficeDirectory {
  private tree = new OfficeTree([]);

  private constructor(private readonly dataSource: DataSource) {}

  static async open(dataSource: DataSource): Promise<PostgresOfficeDirectory> {
    const directory = new PostgresOfficeDirectory(dataSource);
    await directory.refresh();
    return directory;
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

  /** Adds or replaces offices, all or none. @throws Rejected `invalid-data` when the tree would not hold together */
  async save(offices: readonly Office[]): Promise<void> {
    if (offices.length === 0) return;
    await this.refresh();
    this.tree.with(offices);
    const newest = new Map(offices.map((office) => [office.code, office]));
    await this.dataSource.getRepository(officeEntity).upsert([...newest.values()], ['code']);
    await this.refresh();
  }

  async refresh(): Promise<void> {
    this.tree = new OfficeTree(await this.dataSource.getRepository(officeEntity).find({ order: { code: 'ASC' } }));
  }
}
