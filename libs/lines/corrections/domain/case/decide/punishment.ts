import { addMonths } from '#kernel/dates.js';
import { accept, nothing } from '#kernel/reject.js';
import { inForce } from '#kernel/dated.js';
import type { PunishmentEvent } from '../../events/index.js';
import { acceptUnless, refuse } from '../../rejections.js';
import { escalationDue } from '../escalation.js';
import { type CaseContext, type CaseRules, supervised } from '../rule.js';
import type { Supervised } from '../state.js';

/** CC-R09: public-security punishment for a breach of supervision does not reach every category. */
const outOfReach = ({ category }: Supervised, { settings, occurredOn }: CaseContext): boolean =>
  !inForce(settings.publicSecurityCategories, occurredOn).includes(category);

/**
 * Breaches, sanctions and commendations.
 * @rejects corrections.violation-exists, no-such-violation
 * @rejects corrections.document-number-taken  another sanction of this case bears the number
 * @rejects corrections.not-public-security    the category is out of its reach (CC-R09)
 * @rejects corrections.detention-days         days missing for detention, or given for something else
 * @rejects corrections.too-soon-to-commend    not long enough in the register
 * @source 社区矫正法 第二十八条; 社区矫正法实施办法 第三十三至三十六条; 治安管理处罚法(2012) 第六十条
 */
export const punishmentRules: CaseRules<PunishmentEvent> = {
  'corrections.ViolationDetected': supervised(({ violationId, violatedOn, kind }, { violations }) => {
    const known = violations.get(violationId);
    if (known === undefined) return accept;
    return known.kind === kind && known.violatedOn === violatedOn
      ? nothing
      : refuse('corrections.violation-exists', 'violationId');
  }),

  'corrections.PunishmentImposed': supervised(({ docNo, kind, decidedOn, violationRef }, state, context) => {
    const known = state.punishments.find((punishment) => punishment.docNo === docNo);
    if (known !== undefined)
      return known.kind === kind && known.decidedOn === decidedOn && known.violationRef === violationRef
        ? nothing
        : refuse('corrections.document-number-taken', 'docNo');
    if (!state.violations.has(violationRef)) return refuse('corrections.no-such-violation', 'violationRef');
    return acceptUnless(escalationDue(kind, state, context));
  }),

  'corrections.PublicSecurityPunishmentProposed': supervised(({ docNo, violationRef }, state, context) => {
    if (state.publicSecurityProposals.includes(docNo)) return nothing;
    if (outOfReach(state, context)) return refuse('corrections.not-public-security');
    return violationRef !== undefined && !state.violations.has(violationRef)
      ? refuse('corrections.no-such-violation', 'violationRef')
      : accept;
  }),

  'corrections.PublicSecurityPunishmentImposed': supervised((data, state, context) => {
    const { docNo, imposedOn, penalty, detentionDays, violationRef } = data;
    const known = state.publicSecurityPunishments.find((punishment) => punishment.docNo === docNo);
    if (known !== undefined)
      return known.penalty === penalty && known.imposedOn === imposedOn
        ? nothing
        : refuse('corrections.document-number-taken', 'docNo');
    if (outOfReach(state, context)) return refuse('corrections.not-public-security');
    if ((penalty === 'detention') !== (detentionDays !== undefined))
      return refuse('corrections.detention-days', 'detentionDays');
    if (violationRef !== undefined && !state.violations.has(violationRef))
      return refuse('corrections.no-such-violation', 'violationRef');
    return acceptUnless(escalationDue('public-security', state, context));
  }),

  'corrections.CommendationGranted': supervised(({ docNo, decidedOn }, { commendations, receivedOn }, { settings }) => {
    if (commendations.includes(docNo)) return nothing;
    return decidedOn < addMonths(receivedOn, settings.commendationMonths)
      ? refuse('corrections.too-soon-to-commend', 'decidedOn')
      : accept;
  }),
};
