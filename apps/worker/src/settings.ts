import { Transform } from 'class-transformer';
import { ArrayNotEmpty, ArrayUnique, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { Secret } from '#adapters/secrets.js';
import { ProcessSettings, processVariables } from '#adapters/settings.js';
import { SettingsFault, checkedSettings } from '#adapters/settings-check.js';
import { type RoleName, roleNames } from '#adapters/worker/roles.js';

/** Everything that can be set for a process that works behind the API. */
export class WorkerSettings extends ProcessSettings {
  /** PostgreSQL that holds the log and the figures. */
  @Secret({ kind: 'address', least: 12 })
  @Matches(/^postgres(ql)?:\/\//, { message: 'is needed, and must begin with postgres://' })
  readonly DATABASE_URL!: string;

  /** What this process does. */
  @Transform(({ value }: { readonly value: string }) => value.split(',').map((part) => part.trim()))
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(roleNames, { each: true, message: `must be of ${roleNames.join(', ')}, with commas between` })
  readonly WORKER_ROLES!: readonly RoleName[];

  /** Topics of balances that the role rollup adds up. */
  @IsOptional()
  @Transform(({ value }: { readonly value: string }) => value.split(',').map((part) => part.trim()))
  @Matches(/^[a-zA-Z0-9._-]+$/, { each: true, message: 'must be names of topics with commas between' })
  readonly ROLLUP_TOPICS?: readonly string[];

  /** Milliseconds without a sign after which the others take over what a projector reads; brokers allow 6000 or more. */
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1000)
  @Max(300_000)
  readonly KAFKA_SESSION_MS: number = 6000;
}

const PORT = '3001';
const DEFAULT_ROLES = 'relay,projector,balances,scheduler,flows,chain';

/** @throws SettingsFault naming all that are wrong */
export const readSettings = (env: NodeJS.ProcessEnv = process.env): WorkerSettings => {
  const settings = checkedSettings(WorkerSettings, {
    ...processVariables(env),
    PORT: env.PORT || PORT,
    WORKER_ROLES: env.WORKER_ROLES || DEFAULT_ROLES,
    KAFKA_SESSION_MS: env.KAFKA_SESSION_MS,
    ROLLUP_TOPICS: env.ROLLUP_TOPICS,
  });
  if (settings.KAFKA_BROKERS === undefined)
    throw new SettingsFault(['KAFKA_BROKERS: is needed: a worker reads and writes topics']);
  return settings;
};
