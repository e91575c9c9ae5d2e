import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, Matches, Max, Min } from 'class-validator';
import { join } from 'node:path';
import { type Level, levels } from './log.js';
import { SignInSettings, signInVariables } from './sign-in/settings.js';
import { defaultDataDir } from './postgres/embedded/data-folder.js';

/** What every process that serves or works on a data folder can be told. */
export class ProcessSettings extends SignInSettings {
  /** Address to listen on. */
  @IsNotEmpty()
  readonly HOST: string = '127.0.0.1';

  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly PORT: number = 3000;

  /** Folder of the embedded database and of the keys. */
  @IsNotEmpty()
  readonly DATA_DIR!: string;

  /** Key that wraps the keys of persons and seals the secrets of users. */
  @IsNotEmpty()
  readonly KEY_FILE!: string;

  /** Codes of the lines to run, with commas between; all where left out. */
  @IsOptional()
  @Matches(/^[a-z][a-z-]*(,[a-z][a-z-]*)*$/, { message: 'must be codes of lines with commas between' })
  readonly LINES?: string;

  @IsIn(levels)
  readonly LOG_LEVEL: Level = 'warn';

  /** Brokers of a Kafka cluster; without them everything happens in one process. */
  @IsOptional()
  @Transform(({ value }: { readonly value: string }) => value.split(',').map((part) => part.trim()))
  @Matches(/^[^\s:]+:\d{1,5}$/, { each: true, message: 'must be host:port, several with commas between' })
  readonly KAFKA_BROKERS?: readonly string[];

  /** First word of every topic and group, which lets several deployments share a cluster. */
  @Matches(/^[a-z][a-z0-9-]*$/, { message: 'must be a word of small letters, digits and hyphens' })
  readonly KAFKA_PREFIX: string = 'taizhang';

  /** Copies the cluster keeps of each record. */
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(9)
  readonly KAFKA_REPLICATION: number = 1;
}

/** The same with a database that may be named: without one the embedded PostgreSQL serves. */
export class SelfContainedSettings extends ProcessSettings {
  /** PostgreSQL to use instead of the embedded one. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'must begin with postgres://' })
  readonly DATABASE_URL?: string;
}

/** The variables of the environment behind the settings, with the places that follow from the data folder. */
export const processVariables = (
  env: NodeJS.ProcessEnv,
  folder = env.DATA_DIR || defaultDataDir(env),
): Readonly<Record<string, string | undefined>> => ({
  DATABASE_URL: env.DATABASE_URL,
  HOST: env.HOST,
  PORT: env.PORT,
  DATA_DIR: folder,
  KEY_FILE: env.KEY_FILE || join(folder, 'person.key'),
  ...signInVariables(env),
  LINES: env.LINES,
  LOG_LEVEL: env.LOG_LEVEL,
  KAFKA_BROKERS: env.KAFKA_BROKERS,
  KAFKA_PREFIX: env.KAFKA_PREFIX,
  KAFKA_REPLICATION: env.KAFKA_REPLICATION,
});
