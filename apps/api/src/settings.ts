import { IsIn, Matches } from 'class-validator';
import { ProcessSettings, processVariables } from '#adapters/settings.js';
import { checkedSettings } from '#adapters/settings-check.js';

/** Everything that can be set for the process that answers, beside others that do the rest. */
export class ApiSettings extends ProcessSettings {
  /** PostgreSQL that holds the log and the figures. */
  @Matches(/^postgres(ql)?:\/\//, { message: 'is needed, and must begin with postgres://' })
  readonly DATABASE_URL!: string;

  /** Whether this process also keeps the figures; one process per database should. */
  @IsIn(['on', 'off'])
  readonly PROJECTOR: 'on' | 'off' = 'on';
}

/** @throws SettingsFault naming all that are wrong */
export const readSettings = (env: NodeJS.ProcessEnv = process.env): ApiSettings =>
  checkedSettings(ApiSettings, { ...processVariables(env), PROJECTOR: env.PROJECTOR });
