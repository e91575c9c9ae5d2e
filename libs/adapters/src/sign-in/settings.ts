import { Transform } from 'class-transformer';
import { IsIn, IsNotEmpty, IsOptional, Matches, ValidateIf } from 'class-validator';
import { profileNames, type ProfileName } from '#application/sign-in/password-profile.js';
import { type SchemeName, schemeNames } from '../passwords/schemes.js';
import { Secret } from '../secrets.js';

const list = ({ value }: { readonly value: string }): readonly string[] => value.split(',').map((part) => part.trim());

const WithProvider = (): PropertyDecorator =>
  ValidateIf(({ OIDC_ISSUER }: SignInSettings) => OIDC_ISSUER !== undefined);

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

  /** Origins browsers know us by, where the host they name is not the one that reaches us; the provider sends back to the first. */
  @ValidateIf(({ PUBLIC_ORIGIN, OIDC_ISSUER }: SignInSettings) => (PUBLIC_ORIGIN ?? OIDC_ISSUER) !== undefined)
  @Transform(list)
  @Matches(/^https?:\/\/[^/\s]+$/, { each: true, message: 'must be https://host, several with commas between' })
  readonly PUBLIC_ORIGIN?: readonly string[];

  /** Proxies before us, whose word on where a request comes from is taken. */
  @IsOptional()
  @Transform(list)
  @Matches(/^[\da-fA-F.:]+(\/\d{1,3})?$/, { each: true, message: 'must be addresses or networks, commas between' })
  readonly TRUSTED_PROXIES?: readonly string[];

  /** A provider of OpenID Connect by which people may sign in too. */
  @IsOptional()
  @Matches(/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$))/, { message: 'must begin with https://' })
  readonly OIDC_ISSUER?: string;

  /** What the provider calls us. */
  @WithProvider()
  @IsNotEmpty({ message: 'is needed where OIDC_ISSUER is given' })
  readonly OIDC_CLIENT_ID?: string;

  /** File whose one line is what we show the provider. */
  @Secret({ kind: 'file', least: 16, with: 'OIDC_ISSUER' })
  @WithProvider()
  @IsNotEmpty({ message: 'is needed where OIDC_ISSUER is given' })
  readonly OIDC_SECRET_FILE?: string;
}

/** The variables of the environment behind them. */
export const signInVariables = (env: NodeJS.ProcessEnv): Readonly<Record<string, string | undefined>> => ({
  PASSWORD_PROFILE: env.PASSWORD_PROFILE,
  PASSWORD_HASH: env.PASSWORD_HASH,
  SECOND_FACTOR: env.SECOND_FACTOR,
  PUBLIC_ORIGIN: env.PUBLIC_ORIGIN,
  TRUSTED_PROXIES: env.TRUSTED_PROXIES,
  OIDC_ISSUER: env.OIDC_ISSUER,
  OIDC_CLIENT_ID: env.OIDC_CLIENT_ID,
  OIDC_SECRET_FILE: env.OIDC_SECRET_FILE,
});
