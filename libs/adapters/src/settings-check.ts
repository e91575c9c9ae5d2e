import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { PlainFault } from '#kernel/plain-fault.js';
import { secretFaults } from './secrets.js';

/** Everything wrong with the settings of a process, at once. */
export class SettingsFault extends PlainFault {
  constructor(readonly faults: readonly string[]) {
    super(`设置有误 / wrong settings:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'SettingsFault';
  }
}

/**
 * Makes the settings of a process from variables of the environment; an empty one counts as not given.
 * @throws SettingsFault naming each that is wrong; never its value, which may be a secret
 */
export const checkedSettings = <T extends object>(
  settings: new () => T,
  variables: Readonly<Record<string, string | undefined>>,
): T => {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const instance = plainToInstance(settings, given, { exposeDefaultValues: true });
  const faults = validateSync(instance, { forbidUnknownValues: true }).map(
    ({ property, constraints }) => `${property}: ${Object.values(constraints ?? {}).join('; ')}`,
  );
  if ((instance as { readonly MODE?: string }).MODE === 'production') faults.push(...secretFaults(instance));
  if (faults.length > 0) throw new SettingsFault(faults);
  return instance;
};
