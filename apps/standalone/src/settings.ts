import { SelfContainedSettings, processVariables } from '#adapters/settings.js';
import { checkedSettings } from '#adapters/settings-check.js';

/** Everything that can be set for the process that does it all. @throws SettingsFault naming all that are wrong */
export const readSettings = (env: NodeJS.ProcessEnv = process.env): SelfContainedSettings =>
  checkedSettings(SelfContainedSettings, processVariables(env));
