import type { EvidenceAddress } from '#application/documents/evidence-address.js';
import type { EvidenceSource, HeldFigure } from '#application/documents/verify-printed.js';
import { evaluateIndicators } from '#application/evaluate-indicators.js';
import type { Principal } from '#kernel/command.js';
import { Rejected } from '#kernel/reject.js';
import { cutOffOf, readingOf } from '../nest/queries/scope.js';
import type { Platform } from '../platform/platform.js';

type Asked = Pick<Platform, 'ledger' | 'registry' | 'offices' | 'feed' | 'clock'>;

/** Figures as the log gives them; the ledger has to have come as far as the positions asked for. */
export const askLog =
  (platform: Asked, caller: Principal): EvidenceSource['logged'] =>
  async (address: EvidenceAddress): Promise<HeldFigure | undefined> => {
    const { ledger, registry, offices } = platform;
    const { indicator, period, asOf } = address;
    if (!registry.indicators.has(indicator)) return undefined;
    try {
      const reading = { ...readingOf(offices, caller, address), asOf: await cutOffOf(platform, String(asOf)) };
      const [found] = await evaluateIndicators(ledger, registry, reading, period, [indicator]);
      return found === undefined ? undefined : { value: found.value, unit: found.unit, definition: found.version };
    } catch (error) {
      // A bureau nobody knows, a position the log has not reached.
      if (error instanceof Rejected) return undefined;
      throw error;
    }
  };
