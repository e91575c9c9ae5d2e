import { Rejected, reject } from '../kernel.js';
import type { User, UserSecrets } from '../ports/users.js';
import { passwordFaults, passwordProfiles } from './password-profile.js';
import type { SignInParts } from './parts.js';

/**
 * What is kept of a user's secrets once he chose a password.
 * @rejects invalid-data it is too short, too plain, too common, or was used before; too-busy
 */
export const choosePassword = async (
  { hasher, rules, clock, placeWords }: Pick<SignInParts, 'hasher' | 'rules' | 'clock' | 'placeWords'>,
  { name, secrets }: Pick<User, 'name' | 'secrets'>,
  password: string,
  at = 'newPassword',
): Promise<UserSecrets> => {
  const profile = passwordProfiles[rules.profile];
  const words = [...placeWords(), name];
  const faults = passwordFaults(profile, password, { secondFactor: secrets.secondFactor !== undefined, words });
  if (faults.length > 0) throw new Rejected(reject('invalid-data', ...faults.map((code) => ({ at, code }))));
  const { password: present, formerPasswords = [] } = secrets;
  const before = [...(present === undefined ? [] : [present.hash]), ...formerPasswords].slice(0, profile.former);
  for (const hash of before)
    if (await hasher.verify(password, hash))
      throw new Rejected(reject('invalid-data', { at, code: 'password-used-before' }));
  const kept = { hash: await hasher.hash(password), setAt: clock.now().now };
  return { ...secrets, password: kept, formerPasswords: before };
};
