import { computed, ref } from 'vue';
import { call, onSignedOut } from './call.js';

export interface Own {
  readonly user: {
    readonly userId: string;
    readonly name: string;
    readonly roles: readonly string[];
    readonly offices: readonly string[];
    readonly secondFactor: boolean;
  };
  readonly duty?: 'password-must-change' | 'second-factor-missing';
  readonly may: readonly string[];
  readonly mayInOwnLines: readonly string[];
}
export type SignInAnswer =
  ({ readonly stage: 'open' } & Own) | { readonly stage: 'second-factor'; readonly ticket: string };

/** Who is signed in; undefined before anybody is. */
export const own = ref<Own>();
onSignedOut(() => (own.value = undefined));

export const signedIn = computed(() => own.value !== undefined && own.value.duty === undefined);

/** Whether the caller may do something in every line, or in a line of which he is staff. */
export const may = (permission: string, staff?: readonly string[]): boolean => {
  const { may: everywhere = [], mayInOwnLines = [], user } = own.value ?? {};
  if (everywhere.includes(permission)) return true;
  if (!mayInOwnLines.includes(permission)) return false;
  return staff === undefined || (user?.roles ?? []).some((role) => staff.includes(role));
};

/** Finds out whether the browser still has a session. */
export const resume = async (): Promise<void> => {
  own.value = await call<Own>('GET', '/v1/sessions').catch(() => undefined);
};

/** Gives the ticket of the second step, or signs in. @throws Refused; NotReached */
export const signIn = async (name: string, password: string): Promise<string | undefined> =>
  taken(await call<SignInAnswer>('POST', '/v1/sign-in', { body: { name, password } }));

/** @throws Refused; NotReached */
export const confirmSignIn = async (ticket: string, code: string): Promise<void> =>
  void taken(await call<SignInAnswer>('POST', '/v1/sign-in/second-factor', { body: { ticket, code } }));

const taken = (answer: SignInAnswer): string | undefined => {
  if (answer.stage === 'second-factor') return answer.ticket;
  own.value = answer;
  return undefined;
};

export const signOut = async (): Promise<void> => {
  await call('POST', '/v1/sign-out').catch(() => undefined);
  own.value = undefined;
};
