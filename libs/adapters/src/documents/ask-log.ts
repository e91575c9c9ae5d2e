import type { EvidenceAddress } from '#application/documents/evidence-address.js';
import type { EvidenceSource, HeldFigure } from '#application/documents/verify-printed.js';
import { evaluateIndicators } from '#application/evaluate-indicators.js';
import type { Principal } from '#kernel/command.js';
import { inScope } from '#application/office-scope.js';
import type { FoundSeal } from '#application/sealing/find-seal.js';
import { heldIn } from '#application/documents/sealed-figures.js';
import { Rejected } from '#kernel/reject.js';
import { eventLog } from '../postgres/chain/chain-source.js';
import { findSealFor } from '../nest/periods/find-books.js';
import { cutOffOf, readingOf } from '../nest/queries/scope.js';
import type { Platform } from '../platform/platform.js';

type Asked = Pick<Platform, 'ledger' | 'registry' | 'offices' | 'feed' | 'clock' | 'store' | 'calendar' | 'chain'>;

/** Figures as the log and its seals give them; the ledger has to have come as far as the positions asked for. */
export const askLog = (platform: Asked, caller: Principal): EvidenceSource => ({
  sealed: sealedInLog(platform, caller),
  logged: (address) => logged(platform, caller, address),
  anchored: (anchor) => platform.chain.holds({ chain: eventLog.chain, ...anchor }),
});

const logged = async (
  platform: Asked,
  caller: Principal,
  address: EvidenceAddress,
): Promise<HeldFigure | undefined> => {
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

/** Each seal is looked for once, however many figures rest on it. */
const sealedInLog = (platform: Asked, caller: Principal): EvidenceSource['sealed'] => {
  const { offices } = platform;
  const found = new Map<string, Promise<FoundSeal | undefined>>();
  return async (hash, figure) => {
    const asked = found.get(hash) ?? findSealFor(platform, caller, hash);
    found.set(hash, asked);
    const seal = (await asked)?.seal;
    if (seal === undefined) return 'no-such-seal';
    const { source } = figure;
    if (source.kind !== 'indicator' || !inScope(offices, caller, source.office)) return undefined;
    return heldIn({ period: seal, position: seal.position, figures: seal.figures }, figure);
  };
};
