import { type LocalDate, addMonths } from '#kernel/dates.js';
import { accept, nothing } from '#kernel/reject.js';
import type { CustodyEvent } from '../../events/index.js';
import { refuse } from '../../rejections.js';
import { type CaseRules, supervised } from '../rule.js';

/** Longest span of electronic monitoring each time. @source 社区矫正法 第二十九条 */
export const MONITORING_MONTHS = 3;

const tooLong = (from: LocalDate, to: LocalDate): boolean => to > addMonths(from, MONITORING_MONTHS);

/**
 * Electronic monitoring, lost contact, compulsory measures and re-offences.
 * @rejects corrections.approver-not-competent  monitoring is approved by the head of the county authority
 * @rejects corrections.monitoring-too-long     more than three months at a time
 * @rejects corrections.monitored-already, not-monitored, extension-not-later, dates-reversed
 * @rejects corrections.already-lost, not-lost, already-in-custody, no-measure
 * @rejects corrections.offence-outside-correction, reoffence-recorded  CC-R11
 * @source 社区矫正法 第二十九、三十、四十六、四十七条
 */
export const custodyRules: CaseRules<CustodyEvent> = {
  'corrections.ElectronicMonitoringApplied': supervised(({ appliedOn, from, to, approver }, { monitoring }) => {
    if (monitoring !== undefined && monitoring.to >= appliedOn)
      return monitoring.from === from && monitoring.to === to ? nothing : refuse('corrections.monitored-already');
    if (approver !== 'county-head') return refuse('corrections.approver-not-competent', 'approver');
    if (from > to) return refuse('corrections.dates-reversed', 'from', 'to');
    return tooLong(from, to) ? refuse('corrections.monitoring-too-long', 'to') : accept;
  }),

  'corrections.ElectronicMonitoringExtended': supervised(({ extendedOn, to, approver }, { monitoring }) => {
    if (monitoring === undefined || monitoring.to < extendedOn) return refuse('corrections.not-monitored');
    if (monitoring.to === to) return nothing;
    if (approver !== 'county-head') return refuse('corrections.approver-not-competent', 'approver');
    if (to < monitoring.to) return refuse('corrections.extension-not-later', 'to');
    return tooLong(monitoring.to, to) ? refuse('corrections.monitoring-too-long', 'to') : accept;
  }),

  'corrections.ElectronicMonitoringLifted': supervised((_data, { monitoring }) =>
    monitoring === undefined ? refuse('corrections.not-monitored') : accept,
  ),

  'corrections.ContactLost': supervised(({ lostOn }, state) => {
    if (state.lostOn === undefined) return accept;
    return state.lostOn === lostOn ? nothing : refuse('corrections.already-lost', 'lostOn');
  }),

  'corrections.SubjectFound': supervised((_data, { lostOn }) =>
    lostOn === undefined ? refuse('corrections.not-lost') : accept,
  ),

  'corrections.CompulsoryMeasureTaken': supervised(({ kind, docNo }, { measure }) => {
    if (measure === undefined) return accept;
    if (measure.kind !== kind) return accept;
    return measure.docNo === docNo ? nothing : refuse('corrections.already-in-custody', 'kind');
  }),

  'corrections.CompulsoryMeasureLifted': supervised((_data, { measure }) =>
    measure === undefined ? refuse('corrections.no-measure') : accept,
  ),

  'corrections.ReoffenceRecorded': supervised((data, { reoffence, receivedOn, closedOn }) => {
    const { offenceCommittedOn, measureOn, convictionEffectiveOn } = data;
    if (reoffence !== undefined)
      return reoffence.convictionEffectiveOn === convictionEffectiveOn &&
        reoffence.offenceCommittedOn === offenceCommittedOn
        ? nothing
        : refuse('corrections.reoffence-recorded');
    if (offenceCommittedOn < receivedOn || (closedOn !== undefined && offenceCommittedOn > closedOn))
      return refuse('corrections.offence-outside-correction', 'offenceCommittedOn');
    const inOrder =
      offenceCommittedOn <= (measureOn ?? convictionEffectiveOn) &&
      (measureOn ?? convictionEffectiveOn) <= convictionEffectiveOn;
    return inOrder
      ? accept
      : refuse('corrections.dates-reversed', 'offenceCommittedOn', 'measureOn', 'convictionEffectiveOn');
  }),
};
