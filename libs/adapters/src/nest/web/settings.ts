import { Transform } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { SignInSettings, signInVariables } from '../../sign-in/settings.js';

const MOST = 1_000_000;

/** What a deployment chooses about whoever asks, beside how he signs in. */
export class WebSettings extends SignInSettings {
  /** `production`: secrets have to be real ones, and browsers are told to come by TLS alone. */
  @IsIn(['production', 'trial'])
  readonly MODE: 'production' | 'trial' = 'trial';

  /** Requests a minute of one user; a minute's worth may come at once. */
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(MOST)
  readonly RATE_PER_USER: number = 1_200;

  /** Requests a minute of one address, behind which there may be a whole bureau. */
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(MOST)
  readonly RATE_PER_ADDRESS: number = 6_000;
}

/** The variables of the environment behind them. */
export const webVariables = (env: NodeJS.ProcessEnv): Readonly<Record<string, string | undefined>> => ({
  ...signInVariables(env),
  MODE: env.MODE,
  RATE_PER_USER: env.RATE_PER_USER,
  RATE_PER_ADDRESS: env.RATE_PER_ADDRESS,
});
