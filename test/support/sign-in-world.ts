import { MemorySessions, MemoryTries } from '#adapters/memory/sessions.js';
import { MemoryUsers } from '#adapters/memory/users.js';
import { QueuedPasswordHasher } from '#adapters/passwords/password-hasher.js';
import { argon2id } from '#adapters/passwords/schemes.js';
import { systemIds } from '#adapters/system/ids.js';
import { systemRandom } from '#adapters/system/random.js';
import { MachineSignIn } from '#application/sign-in/machine-sign-in.js';
import { ManageUsers } from '#application/sign-in/manage-users.js';
import { OwnSignIn } from '#application/sign-in/own-sign-in.js';
import type { SignInParts, SignInRules } from '#application/sign-in/parts.js';
import { SessionCheck } from '#application/sign-in/session-check.js';
import { sessionRules } from '#application/sign-in/session-rules.js';
import { type Halfway, type Opened, type Origin, SignIn } from '#application/sign-in/sign-in.js';
import { fixedClock } from './fixed-clock.js';

export const SENTENCE = 'Lumpen-73-Kranich';
export const ORIGIN: Origin = { network: '10.0.0.0/24', agent: 'a browser' };

/** The use cases of signing in over memory, with a clock that is set by hand and passwords that cost little. */
export const signInWorld = async (rules: Partial<SignInRules> = {}) => {
  const clock = fixedClock('2024-05-01T08:00:00.000Z');
  const sessions = new MemorySessions();
  const notes: string[] = [];
  const parts: SignInParts = {
    users: new MemoryUsers(sessions),
    sessions,
    tries: new MemoryTries(),
    hasher: new QueuedPasswordHasher(argon2id(64), systemRandom),
    clock,
    ids: systemIds,
    random: systemRandom,
    rules: { profile: 'dengbao3', secondFactor: 'optional', sessions: sessionRules, issuer: 'Taizhang', ...rules },
    placeWords: () => ['桃江', 'taojiang'],
    note: (level, what, about) => notes.push(JSON.stringify({ level, what, ...about })),
  };
  const check = new SessionCheck(parts);
  const machines = await MachineSignIn.open(parts);
  const signIn = new SignIn(parts, check);
  const forget = () => {
    check.forget();
    machines.forget();
  };
  const manage = new ManageUsers(parts, forget);
  return { parts, clock, notes, check, machines, signIn, manage, own: new OwnSignIn(parts, check, signIn) };
};
export type SignInWorld = Awaited<ReturnType<typeof signInWorld>>;

/** Makes a person and chooses the password; gives the id. */
export const makePerson = async ({ manage }: SignInWorld, name: string, password = SENTENCE): Promise<string> => {
  const { user, code = '' } = await manage.create({ kind: 'person', name, roles: ['office-clerk'], offices: ['*'] });
  await manage.redeem(name, code, password, ORIGIN);
  return user.userId;
};

/** What was opened, where nothing more is asked for. */
export const opened = (answer: Opened | Halfway): Opened => {
  if (answer.stage !== 'open') throw new Error('a second factor is asked for');
  return answer;
};
