import { identityTable } from '#application/indicator-table.js';
import type { IndicatorCode } from './indicators/index.js';

const block = { severity: 'block', kind: 'parts' } as const;
const closes = { severity: 'block', kind: 'stock-flow' } as const;

/** The balances of the line's figures. A broken one is a finding: a draft that shows it may not be signed as it is. */
export const identities = identityTable<IndicatorCode>()({
  'institution.enforcement-decisions-by-review': {
    ...block,
    total: 'IN-01-decisions',
    parts: ['IN-01-reviewed', 'IN-01-late', 'IN-01-unreviewed'],
  },
  'institution.administrative-decisions-by-review': {
    ...block,
    total: 'IN-02-decisions',
    parts: ['IN-02-reviewed', 'IN-02-late', 'IN-02-unreviewed'],
  },
  'institution.normative-documents-by-review': {
    ...block,
    total: 'IN-03-decisions',
    parts: ['IN-03-reviewed', 'IN-03-late', 'IN-03-unreviewed'],
  },
  'institution.contacts-by-form': { ...block, total: 'IN-05', parts: ['IN-05-meetings', 'IN-05-visits'] },
  'institution.powers-close': {
    ...closes,
    stock: 'IN-09-in-force',
    inflows: ['IN-09'],
    outflows: ['IN-09-withdrawn'],
  },
  'institution.honours-by-level': {
    ...block,
    total: 'IN-10',
    parts: ['IN-10-national', 'IN-10-provincial', 'IN-10-city', 'IN-10-county'],
  },
  'institution.disclosures-by-outcome': {
    ...block,
    total: 'IN-12-due',
    parts: ['IN-12-on-time', 'IN-12-late', 'IN-12-open'],
  },
  'institution.installed-by-kind': {
    ...block,
    total: 'IN-13',
    parts: ['IN-13-cameras', 'IN-13-pickups', 'IN-13-terminals', 'IN-13-recorders', 'IN-13-other'],
  },
  'institution.assets-close': {
    ...closes,
    stock: 'IN-14',
    inflows: ['IN-14-acquired', 'IN-14-imported'],
    outflows: ['IN-14-retired'],
  },
  'institution.in-use-is-held': { severity: 'block', kind: 'at-most', smaller: 'IN-13-in-use', larger: 'IN-14' },
  'institution.units-by-kind': {
    ...block,
    total: 'IN-15',
    parts: [
      'IN-15-sections',
      'IN-15-justice-offices',
      'IN-15-public-institutions',
      'IN-15-legal-aid-centres',
      'IN-15-forensic',
      'IN-15-law-firms',
      'IN-15-legal-service',
    ],
  },
  'institution.units-close': {
    ...closes,
    stock: 'IN-15',
    inflows: ['IN-15-established'],
    outflows: ['IN-15-abolished'],
  },
  'institution.rooms-by-kind': {
    ...block,
    total: 'IN-16',
    parts: ['IN-16-function-rooms', 'IN-16-mediation-rooms', 'IN-16-centres', 'IN-16-stations', 'IN-16-offices'],
  },
  'institution.rooms-close': { ...closes, stock: 'IN-16', inflows: ['IN-16-opened'], outflows: ['IN-16-closed'] },
  'institution.centres-in-area': { severity: 'block', kind: 'at-most', smaller: 'IN-17-centres', larger: 'IN-17' },
  'institution.goals-by-grade': {
    ...block,
    total: 'IN-30',
    parts: ['IN-30-achieved', 'IN-30-partly', 'IN-30-missed'],
  },
});

export type IdentityCode = keyof typeof identities;
