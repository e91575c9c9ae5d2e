import { Transform } from 'class-transformer';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { profileNames, type ProfileName } from '#application/sign-in/password-profile.js';
import { type SchemeName, schemeNames } from '../passwords/schemes.js';

const list = ({ value }: { readonly value: string }): readonly string[] => value.split(',').map((part) => part.trim());

/** What a deployment chooses about signing in. */
export class SignInSettings {
  /** What passwords have to be. */
  @IsIn(profileNames)
  readonly PASSWORD_PROFILE: ProfileName = 'dengbao3';

  /** What hashes passwords. */
  @IsIn(schemeNames)
  readonly PASSWORD_HASH: SchemeName = 'argon2id';

  /** Whether everybody needs a second factor. */
  @IsIn(['required', 'optional'])
  readonly SECOND_FACTOR: 'required' | 'optional' = 'optional';

  /** Origins browsers know us by, where the host they name is not the one that reaches us. */
  @IsOptional()
  @Transform(list)
  @Matches(/^https?:\/\/[^/\s]+$/, { each: true, message: 'must be https://host, several with commas between' })
  readonly PUBLIC_ORIGIN?: readonly string[];

  /** Proxies before us, whose word on where a request comes from is taken. */
  @IsOptional()
  @Transform(list)
  @Matches(/^[\da-fA-F.:]+(\/\d{1,3})?$/, { each: true, message: 'must be addresses or networks, commas between' })
  readonly TRUSTED_PROXIES?: readonly string[];
}

/** The variables of the environment behind them. */
export const signInVariables = (env: NodeJS.ProcessEnv): Readonly<Record<string, string | undefined>> => ({
  PASSWORD_PROFILE: env.PASSWORD_PROFILE,
  PASSWORD_HASH: env.PASSWORD_HASH,
  SECOND_FACTOR: env.SECOND_FACTOR,
  PUBLIC_ORIGIN: env.PUBLIC_ORIGIN,
  TRUSTED_PROXIES: env.TRUSTED_PROXIES,
});
