import { defaultDataDir } from '#adapters/postgres/embedded/data-folder.js';
import { SelfContainedSettings, processVariables } from '#adapters/settings.js';
import { checkedSettings } from '#adapters/settings-check.js';

/** Everything that can be set for a one-shot job; HOST and PORT are for the demo, which serves. */
export type CliSettings = SelfContainedSettings;

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
  return checkedSettings(SelfContainedSettings, { ...processVariables(env, dataDir), DATABASE_URL: databaseUrl });
};

/** The environment of a worker that a job starts beside itself. */
export const workerEnvironment = (
  { KAFKA_PREFIX, DATA_DIR, LOG_LEVEL }: CliSettings,
  given: { readonly databaseUrl: string; readonly brokers: readonly string[]; readonly roles: string },
  env: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv => ({
  ...env,
  KAFKA_PREFIX,
  DATA_DIR,
  LOG_LEVEL,
  DATABASE_URL: given.databaseUrl,
  KAFKA_BROKERS: given.brokers.join(','),
  WORKER_ROLES: given.roles,
  HOST: '127.0.0.1',
  PORT: '0',
});
