import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, Matches, Max, Min } from 'class-validator';
import { dirname, join } from 'node:path';
import { type ChainAlgorithm, chainAlgorithms } from '#application/chain/block.js';
import { type Level, levels } from './log.js';
import { Secret } from './secrets.js';
import type { KeySource } from './postgres/person-registry/person-keys.js';
import { type SuiteName, suiteNames } from './postgres/person-registry/suite-names.js';
import { WebSettings, webVariables } from './nest/web/settings.js';
import { defaultDataDir } from './postgres/embedded/data-folder.js';

/** What every process that serves or works on a data folder can be told. */
export class ProcessSettings extends WebSettings {
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

  /** Login that requests of callers are read under, where the one of DATABASE_URL may not make it. */
  @Secret({ kind: 'address', least: 12 })
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'must begin with postgres://' })
  readonly REQUESTS_DATABASE_URL?: string;

  /** Key that wraps the keys of persons and seals the secrets of users. */
  @Secret({ kind: 'file', least: 32, made: true })
  @IsNotEmpty()
  readonly KEY_FILE!: string;

  /** What new persons are sealed by; a store holds both, and `keys reseal` brings the others over. */
  @IsIn(suiteNames)
  readonly PERSON_SUITE: SuiteName = 'aes-256-gcm';

  /** UNIX socket of a device that wraps the keys of persons in the place of the key file. */
  @IsOptional()
  @IsNotEmpty()
  readonly KEY_DEVICE?: string;

  /** Anchors of the chain over the log, kept outside the database. */
  @IsNotEmpty()
  readonly ANCHORS_FILE!: string;

  /** Hash of that chain from now on: SHA-256, or SM3 of the suite of China. */
  @IsIn(chainAlgorithms)
  readonly CHAIN_ALGORITHM: ChainAlgorithm = 'sha256';

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
  @Secret({ kind: 'address', least: 12 })
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'must begin with postgres://' })
  readonly DATABASE_URL?: string;

  /** Folder for backups of the embedded database and its write-ahead log; without it there are none. */
  @IsOptional()
  @IsNotEmpty()
  readonly BACKUP_DIR?: string;

  /** Key that seals backups. */
  @Secret({ kind: 'file', least: 64, made: true, with: 'BACKUP_DIR' })
  @IsNotEmpty()
  readonly BACKUP_KEY_FILE!: string;

  /** Hour, Asia/Shanghai, of the nightly backup. */
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(0)
  @Max(23)
  readonly BACKUP_HOUR: number = 2;

  /** Days back to which every moment can be restored. */
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(3650)
  readonly BACKUP_KEEP_DAYS: number = 14;
}

/** The variables of the environment behind the settings, with the places that follow from the data folder. */
export const processVariables = (
  env: NodeJS.ProcessEnv,
  folder = env.DATA_DIR || defaultDataDir(env),
): Readonly<Record<string, string | undefined>> => ({
  DATABASE_URL: env.DATABASE_URL,
  REQUESTS_DATABASE_URL: env.REQUESTS_DATABASE_URL,
  HOST: env.HOST,
  PORT: env.PORT,
  DATA_DIR: folder,
  KEY_FILE: env.KEY_FILE || join(folder, 'person.key'),
  PERSON_SUITE: env.PERSON_SUITE,
  KEY_DEVICE: env.KEY_DEVICE,
  ANCHORS_FILE: env.ANCHORS_FILE || join(env.KEY_FILE ? dirname(env.KEY_FILE) : folder, 'anchors.jsonl'),
  CHAIN_ALGORITHM: env.CHAIN_ALGORITHM,
  BACKUP_DIR: env.BACKUP_DIR,
  BACKUP_KEY_FILE: env.BACKUP_KEY_FILE || join(folder, 'backup.key'),
  BACKUP_HOUR: env.BACKUP_HOUR,
  BACKUP_KEEP_DAYS: env.BACKUP_KEEP_DAYS,
  ...webVariables(env),
  LINES: env.LINES,
  LOG_LEVEL: env.LOG_LEVEL,
  KAFKA_BROKERS: env.KAFKA_BROKERS,
  KAFKA_PREFIX: env.KAFKA_PREFIX,
  KAFKA_REPLICATION: env.KAFKA_REPLICATION,
});

/** Where the settings say the keys of persons are. */
export const keySourceOf = ({ KEY_FILE, PERSON_SUITE, KEY_DEVICE }: ProcessSettings): KeySource => ({
  keyFile: KEY_FILE,
  suite: PERSON_SUITE,
  ...(KEY_DEVICE === undefined ? {} : { device: KEY_DEVICE }),
});
