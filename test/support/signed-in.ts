import type { INestApplicationContext } from '@nestjs/common';
import { SIGN_IN } from '#adapters/nest/tokens.js';
import type { SignInUses } from '#adapters/sign-in/open-sign-in.js';

/** Somebody a test calls as: his name, and what he may. */
export interface Called {
  readonly roles: readonly string[];
  readonly offices: readonly string[];
}

/**
 * Makes programs that call the API, each with a secret of its own, and gives the way to a token: exchanged as any program
 * does, and again before it runs out.
 */
export const programs = async (
  app: INestApplicationContext,
  called: Readonly<Record<string, Called>>,
): Promise<(name: string) => string> => {
  const { manage, machines } = app.get<SignInUses>(SIGN_IN);
  const tokens = new Map<string, string>();
  for (const [name, { roles, offices }] of Object.entries(called)) {
    const { secret = '' } = await manage.create({ kind: 'machine', name, roles, offices });
    tokens.set(name, (await machines.exchange(name, secret, 'test')).token);
  }
  return (name) => tokens.get(name) ?? name;
};
