import type { FastifyReply } from 'fastify';
import type { User } from '#application/ports/users.js';
import { type Permission, mayDo, permissions } from '#application/roles/role-table.js';
import type { Duty } from '#application/sign-in/session-check.js';
import type { Halfway, Opened } from '#application/sign-in/sign-in.js';
import type { SignInUses } from '../../sign-in/open-sign-in.js';
import { giveCookies } from './cookies.js';

/** A user as he sees himself. */
export interface OwnEntry {
  readonly user: Pick<User, 'userId' | 'name' | 'roles' | 'offices'> & { readonly secondFactor: boolean };
  /** What he has to do before anything else is answered. */
  readonly duty?: Duty;
  /** What his roles may in every line, and what besides only in lines that name one of them among their `staff`. */
  readonly may: readonly Permission[];
  readonly mayInOwnLines: readonly Permission[];
}

export const ownEntryOf = ({ check }: Pick<SignInUses, 'check'>, user: User): OwnEntry => {
  const { userId, name, roles, offices, secrets } = user;
  const duty = check.dutyOf(user);
  return {
    user: { userId, name, roles, offices, secondFactor: secrets.secondFactor !== undefined },
    ...(duty === undefined ? {} : { duty }),
    may: permissions.filter((permission) => mayDo(roles, permission)),
    mayInOwnLines: permissions.filter((permission) => mayDo(roles, permission, 'any') && !mayDo(roles, permission)),
  };
};

/** What whoever signs in is answered. */
export type Answer =
  { readonly stage: 'second-factor'; readonly ticket: string } | ({ readonly stage: 'open' } & OwnEntry);

/** Gives the browser its cookies, where a session was opened. */
export const answerOpened = (uses: Pick<SignInUses, 'check'>, found: Opened | Halfway, reply: FastifyReply): Answer => {
  if (found.stage === 'second-factor') return found;
  giveCookies(reply, found);
  return { stage: 'open', ...ownEntryOf(uses, found.signedIn.user) };
};
