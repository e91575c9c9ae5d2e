import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, Matches, Max, Min } from 'class-validator';
import { join } from 'node:path';
import { type Level, levels } from '#adapters/log.js';
import { defaultDataDir } from '#adapters/postgres/embedded/data-folder.js';
import { checkedSettings } from '#adapters/settings-check.js';

/** Everything that can be set for the process that answers, beside others that do the rest. */
export class ApiSettings {
  /** Address to listen on. */
  @IsNotEmpty()
  readonly HOST: string = '127.0.0.1';

  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly PORT: number = 3000;

  /** PostgreSQL that holds the log and the figures. */
  @Matches(/^postgres(ql)?:\/\//, { message: 'is needed, and must begin with postgres://' })
  readonly DATABASE_URL!: string;

  /** Who may call. */
  @IsNotEmpty()
  readonly TOKENS_FILE!: string;

  /** Key that wraps the keys of persons. */
  @IsNotEmpty()
  readonly KEY_FILE!: string;

  /** Codes of the lines to run, with commas between; all where left out. */
  @IsOptional()
  @Matches(/^[a-z][a-z-]*(,[a-z][a-z-]*)*$/, { message: 'must be codes of lines with commas between' })
  readonly LINES?: string;

  /** Whether this process also keeps the figures; one process per database should. */
  @IsIn(['on', 'off'])
  readonly PROJECTOR: 'on' | 'off' = 'on';

  @IsIn(levels)
  readonly LOG_LEVEL: Level = 'info';
}

/** @throws SettingsFault naming all that are wrong */
export const readSettings = (env: NodeJS.ProcessEnv = process.env): ApiSettings => {
  const folder = env.DATA_DIR || defaultDataDir(env);
  return checkedSettings(ApiSettings, {
    HOST: env.HOST,
    PORT: env.PORT,
    DATABASE_URL: env.DATABASE_URL,
    TOKENS_FILE: env.TOKENS_FILE || join(folder, 'tokens.json'),
    KEY_FILE: env.KEY_FILE || join(folder, 'person.key'),
    LINES: env.LINES,
    PROJECTOR: env.PROJECTOR,
    LOG_LEVEL: env.LOG_LEVEL,
  });
};
