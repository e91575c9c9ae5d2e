import { accept, nothing } from '#kernel/reject.js';
import type { ExitControlEvent } from '../../events/index.js';
import { refuse } from '../../rejections.js';
import { type CaseRules, supervised } from '../rule.js';

/**
 * Reports to the border authority, border control, and travel documents in keeping. The last two may be given back after
 * correction has ended.
 * @rejects corrections.exit-control-reported    the same period was reported to another authority
 * @rejects corrections.border-control-on        an earlier control still holds
 * @rejects corrections.no-border-control
 * @rejects corrections.travel-document-not-held more given back than was taken
 * @rejects corrections.dates-reversed
 */
export const exitControlRules: CaseRules<ExitControlEvent> = {
  'corrections.ExitControlReported': supervised(({ authority, from, to }, { exitReports }) => {
    if (from > to) return refuse('corrections.dates-reversed', 'from', 'to');
    const known = exitReports.find((report) => report.from === from && report.to === to);
    if (known === undefined) return accept;
    return known.authority === authority ? nothing : refuse('corrections.exit-control-reported', 'from', 'to');
  }),

  'corrections.BorderControlImposed': supervised(({ imposedOn, docNo, to }, { borderControl }) => {
    if (to < imposedOn) return refuse('corrections.dates-reversed', 'imposedOn', 'to');
    if (borderControl === undefined || borderControl.to < imposedOn) return accept;
    return borderControl.docNo === docNo ? nothing : refuse('corrections.border-control-on', 'docNo');
  }),

  'corrections.BorderControlLifted': supervised((_data, { borderControl }) =>
    borderControl === undefined ? refuse('corrections.no-border-control') : accept,
  ),

  'corrections.TravelDocumentSeized': supervised(() => accept),

  'corrections.TravelDocumentReturned': supervised(({ docKind, count }, { travelDocuments }) =>
    count > (travelDocuments.get(docKind) ?? 0)
      ? refuse('corrections.travel-document-not-held', 'docKind', 'count')
      : accept,
  ),
};
