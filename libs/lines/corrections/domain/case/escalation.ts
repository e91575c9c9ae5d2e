import type { ConfirmationCode } from '../rejections.js';
import { inForce } from '#kernel/dated.js';
import type { CaseContext } from './rule.js';
import type { Supervised } from './state.js';

/**
 * Which graver step is due instead of one more sanction of the same kind (CC-R12): a warning after admonitions without
 * effect, a proposal to revoke after warnings or a public-security punishment without effect. A prompt, not an act.
 * @source 社区矫正法实施办法 第三十四、三十五、四十六条; 社区矫正实施办法(2012) 第二十五条
 */
export const escalationDue = (
  kind: 'admonition' | 'warning' | 'public-security',
  { punishments, publicSecurityPunishments }: Supervised,
  { settings, occurredOn }: CaseContext,
): ConfirmationCode | undefined => {
  const { admonitionsBeforeWarning, warningsBeforeRevocation } = inForce(settings.escalation, occurredOn);
  const warnings = punishments.filter((punishment) => punishment.kind === 'warning').length;
  if (warnings >= warningsBeforeRevocation || publicSecurityPunishments.length > 0) return 'corrections.revocation-due';
  if (kind !== 'admonition' || admonitionsBeforeWarning === undefined) return undefined;
  const sinceWarning = punishments.slice(punishments.findLastIndex((punishment) => punishment.kind === 'warning') + 1);
  return sinceWarning.length >= admonitionsBeforeWarning ? 'corrections.warning-due' : undefined;
};
