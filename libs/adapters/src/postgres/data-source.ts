import { DataSource } from 'typeorm';
import { migrations } from './migrations/index.js';
import { officeEntity } from './office-directory/office.entity.js';

/** Describes the database to TypeORM: entities and migrations. Tables change through migrations alone. */
export const createDataSource = (url: string): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    entities: [officeEntity],
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    logging: false,
    poolSize: 4,
    applicationName: 'taizhang',
  });
