import { defineFlow } from '#application/flow.js';
import type { Uuid } from '#kernel/ids.js';

interface Failed {
  readonly endedOn: string;
  readonly parties: readonly Uuid[];
}

/**
 * Parties whose mediation failed, and who were told what else they may do, are offered legal aid: an offer, no application.
 * @source 人民调解法 第二十六条; 法律援助法 第三十一条
 */
export const whenMediationFailsThenOfferLegalAid = defineFlow({
  code: 'when-mediation-fails-then-offer-legal-aid',
  on: ['mediation.MediationFailed'],
  then: ({ event }, { id }) => {
    const { endedOn, parties } = event.data as Failed;
    if (parties.length === 0) return [];
    const data = { offeredOn: endedOn, personRefs: parties, sourceRef: event.streamId };
    return [{ type: 'legal-aid.OfferAid', streamId: id('offer'), data }];
  },
});
