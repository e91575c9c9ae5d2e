import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, Matches, Max, Min } from 'class-validator';
import { join } from 'node:path';
import { type Level, levels } from '#adapters/log.js';
import { defaultDataDir } from '#adapters/postgres/embedded/data-folder.js';
import { checkedSettings } from '#adapters/settings-check.js';

/** Everything that can be set for a one-shot job. */
export class CliSettings {
  /** PostgreSQL to use instead of the embedded one. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'must begin with postgres://' })
  readonly DATABASE_URL?: string;

  /** Folder of the embedded database and of the keys. */
  @IsNotEmpty()
  readonly DATA_DIR!: string;

  /** Key that wraps the keys of persons. */
  @IsNotEmpty()
  readonly KEY_FILE!: string;

  /** Where the demo listens, and who may call it. */
  @IsNotEmpty()
  readonly HOST: string = '127.0.0.1';

  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly PORT: number = 3000;

  @IsNotEmpty()
  readonly TOKENS_FILE!: string;

  @IsIn(levels)
  readonly LOG_LEVEL: Level = 'warn';
}

/**
 * `folder` is the data folder asked for on the command line; `sample` keeps the demo's data apart from real data.
 * @throws SettingsFault naming all that are wrong
 */
export const readSettings = (
  { folder, sample = false }: { readonly folder?: string | undefined; readonly sample?: boolean } = {},
  env: NodeJS.ProcessEnv = process.env,
): CliSettings => {
  const dataDir = folder ?? (env.DATA_DIR || `${defaultDataDir(env)}${sample ? '-demo' : ''}`);
  // A folder given by hand means the database in it, whatever the environment says.
  const databaseUrl = folder === undefined ? env.DATABASE_URL : undefined;
  return checkedSettings(CliSettings, {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    KEY_FILE: env.KEY_FILE || join(dataDir, 'person.key'),
    HOST: env.HOST,
    PORT: env.PORT,
    TOKENS_FILE: env.TOKENS_FILE || join(dataDir, 'tokens.json'),
    LOG_LEVEL: env.LOG_LEVEL,
  });
};
