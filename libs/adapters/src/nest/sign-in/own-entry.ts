import type { User } from '#application/ports/users.js';
import type { Duty } from '#application/sign-in/session-check.js';
import type { SignInUses } from '../../sign-in/open-sign-in.js';

/** A user as he sees himself. */
export interface OwnEntry {
  readonly user: Pick<User, 'userId' | 'name' | 'roles' | 'offices'> & { readonly secondFactor: boolean };
  /** What he has to do before anything else is answered. */
  readonly duty?: Duty;
}

export const ownEntryOf = ({ check }: Pick<SignInUses, 'check'>, user: User): OwnEntry => {
  const { userId, name, roles, offices, secrets } = user;
  const duty = check.dutyOf(user);
  return {
    user: { userId, name, roles, offices, secondFactor: secrets.secondFactor !== undefined },
    ...(duty === undefined ? {} : { duty }),
  };
};
