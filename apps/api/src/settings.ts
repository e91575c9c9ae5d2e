import { IsIn, Matches } from 'class-validator';
import { Secret } from '#adapters/secrets.js';
import { ProcessSettings, processVariables } from '#adapters/settings.js';
import { SettingsFault, checkedSettings } from '#adapters/settings-check.js';

/** Everything that can be set for the process that answers, beside others that do the rest. */
export class ApiSettings extends ProcessSettings {
  /** PostgreSQL that holds the log and the figures. */
  @Secret({ kind: 'address', least: 12 })
  @Matches(/^postgres(ql)?:\/\//, { message: 'is needed, and must begin with postgres://' })
  readonly DATABASE_URL!: string;

  /** Whether this process also keeps the figures; one process per database should, and none where Kafka carries the events. */
  @IsIn(['on', 'off'])
  readonly PROJECTOR!: 'on' | 'off';
}

/** @throws SettingsFault naming all that are wrong */
export const readSettings = (env: NodeJS.ProcessEnv = process.env): ApiSettings => {
  const settings = checkedSettings(ApiSettings, {
    ...processVariables(env),
    PROJECTOR: env.PROJECTOR || (env.KAFKA_BROKERS ? 'off' : 'on'),
  });
  if (settings.PROJECTOR === 'on' && settings.KAFKA_BROKERS !== undefined)
    throw new SettingsFault(['PROJECTOR: cannot be on together with KAFKA_BROKERS; workers keep the figures then']);
  return settings;
};
