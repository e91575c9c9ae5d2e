import { type BureauCode, type OfficeCode, type Principal, type Reach, reaches } from './kernel.js';
import type { StoredStream } from './ports/event-store.js';
import type { Office, OfficeDirectory } from './ports/office-directory.js';

/** Stands among a principal's offices for all there are and will be. */
export const EVERY_OFFICE: OfficeCode = '*';

/** Whether an office is one of the principal's, or lies below one. The one place that decides it. */
export const inScope = (offices: OfficeDirectory, principal: Principal, code: OfficeCode): boolean => {
  if (principal.offices.includes(EVERY_OFFICE)) return true;
  for (let at: OfficeCode | null | undefined = code; at != null; at = offices.find(at)?.parent)
    if (principal.offices.includes(at)) return true;
  return false;
};

/** Whether a principal may see a stream: its owner, or any office that ever recorded on it, is in scope. */
export const mayTouch = (offices: OfficeDirectory, principal: Principal, stream: StoredStream): boolean =>
  inScope(offices, principal, stream.owner) || stream.events.some((event) => inScope(offices, principal, event.office));

/** Every office in scope of the principal that belongs to a bureau: what a reading is limited to. */
export const officesInScope = (offices: OfficeDirectory, principal: Principal, bureau: string): readonly OfficeCode[] =>
  offices
    .all()
    .filter((office) => office.bureau === bureau && inScope(offices, principal, office.code))
    .map((office) => office.code);

/** What a principal may see, as the database can compare it with a row. No code stands twice in `bureaus` and `offices`. */
export interface Places {
  /** Bureaus of which every office is in scope. */
  readonly bureaus: readonly BureauCode[];
  /** Offices in scope of the other bureaus. */
  readonly offices: readonly OfficeCode[];
  /** Bureaus with any office in scope. */
  readonly known: readonly BureauCode[];
}

/** The offices in scope of a principal, whole bureaus put together: few codes however many offices. */
export const placesOf = (offices: OfficeDirectory, principal: Principal): Places => {
  const places = { bureaus: [] as BureauCode[], offices: [] as OfficeCode[], known: [] as BureauCode[] };
  for (const [bureau, all] of Map.groupBy(offices.all(), (office) => office.bureau)) {
    const own = all.filter(({ code }) => inScope(offices, principal, code));
    if (own.length === 0) continue;
    places.known.push(bureau);
    if (own.length === all.length) places.bureaus.push(bureau);
    else places.offices.push(...own.map(({ code }) => code));
  }
  return places;
};

const REACH_OF: Readonly<Record<Office['kind'], Reach>> = {
  'justice-office': 'office',
  section: 'office',
  centre: 'office',
  bureau: 'bureau',
  city: 'city',
  province: 'province',
};

/** How far up a principal answers for offices: the highest kind among his own. */
export const reachOf = (offices: Pick<OfficeDirectory, 'find'>, principal: Principal): Reach =>
  principal.offices
    .map((code) => (code === EVERY_OFFICE ? 'everywhere' : REACH_OF[offices.find(code)?.kind ?? 'justice-office']))
    .reduce<Reach>((most, reach) => (reaches.indexOf(reach) > reaches.indexOf(most) ? reach : most), 'office');
