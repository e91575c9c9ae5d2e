import { readFileSync } from 'node:fs';
import type { IdentityProvider } from '#application/ports/identity-provider.js';
import { MachineSignIn } from '#application/sign-in/machine-sign-in.js';
import { ManageUsers } from '#application/sign-in/manage-users.js';
import { OwnSignIn } from '#application/sign-in/own-sign-in.js';
import type { SignInParts } from '#application/sign-in/parts.js';
import { SessionCheck } from '#application/sign-in/session-check.js';
import { sessionRules } from '#application/sign-in/session-rules.js';
import { SignIn } from '#application/sign-in/sign-in.js';
import type { Log } from '../log.js';
import { OpenIdProvider } from '../oidc/openid-provider.js';
import { QueuedPasswordHasher } from '../passwords/password-hasher.js';
import { schemes } from '../passwords/schemes.js';
import { placeWords } from '../place-words.js';
import type { Platform } from '../platform/platform.js';
import { systemRandom } from '../system/random.js';
import { SignInSettings } from './settings.js';

/** The use cases of signing in, with their adapters behind them. */
export interface SignInUses {
  readonly check: SessionCheck;
  readonly signIn: SignIn;
  readonly own: OwnSignIn;
  readonly manage: ManageUsers;
  readonly machines: MachineSignIn;
  /** Somebody else who knows people, where a deployment names one. */
  readonly provider?: IdentityProvider;
  /** Ends every session there is. */
  endSessions(): Promise<void>;
}

/** What authenticators call us. */
const ISSUER = 'Taizhang';

const providerOf = async (settings: SignInSettings): Promise<IdentityProvider | undefined> => {
  const { OIDC_ISSUER, OIDC_CLIENT_ID = '', OIDC_SECRET_FILE = '', PUBLIC_ORIGIN } = settings;
  if (OIDC_ISSUER === undefined) return undefined;
  return OpenIdProvider.open({
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: readFileSync(OIDC_SECRET_FILE, 'utf8').trim(),
    redirectUri: `${PUBLIC_ORIGIN?.[0]}/v1/sign-in/oidc/callback`,
  });
};

/**
 * Puts signing in on a platform.
 * @throws WrongKey when the users here were sealed under another master key
 */
export const openSignIn = async (
  { users, sessions, tries, clock, ids, offices }: Platform,
  log: Log,
  settings: SignInSettings = new SignInSettings(),
): Promise<SignInUses> => {
  const parts: SignInParts = {
    users,
    sessions,
    tries,
    hasher: new QueuedPasswordHasher(schemes[settings.PASSWORD_HASH], systemRandom),
    clock,
    ids,
    random: systemRandom,
    rules: {
      profile: settings.PASSWORD_PROFILE,
      secondFactor: settings.SECOND_FACTOR,
      sessions: sessionRules,
      issuer: ISSUER,
    },
    placeWords: placeWords(offices),
    note: log,
  };
  const check = new SessionCheck(parts);
  const machines = await MachineSignIn.open(parts);
  const signIn = new SignIn(parts, check);
  const manage = new ManageUsers(parts, () => {
    check.forget();
    machines.forget();
  });
  const own = new OwnSignIn(parts, check, signIn);
  const provider = await providerOf(settings);
  return {
    ...{ check, signIn, own, manage, machines },
    ...(provider === undefined ? {} : { provider }),
    endSessions: () => sessions.endAll(),
  };
};
