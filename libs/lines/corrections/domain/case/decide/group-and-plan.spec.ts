import { settle } from '#application/settings.js';
import { accepted, nothing, rejected, specFor } from '../../../../../../test/support/spec-for.js';
import { settings } from '../../../settings.js';
import {
  correctionGroupFormed as groupFormed,
  correctionPlanAdjusted as planAdjusted,
  correctionPlanAdopted as planAdopted,
  intakeAnnounced as announced,
  openingBalanceImported as opening,
  subjectReceived as received,
} from '../../builders.js';
import { correctionCase } from '../stream.js';

const given = specFor(correctionCase, settle(settings));

describe('announcement, group and plan (入矫宣告、矫正小组、矫正方案)', () => {
  const man = { role: 'justice-office', sex: 'male' } as const;
  const woman = { role: 'village-committee', sex: 'female' } as const;
  it('announces once', () => {
    given(received()).when(announced()).then(accepted);
    given(received(), announced()).when(announced()).then(nothing);
    given(received(), announced())
      .when(announced({ announcedOn: '2023-01-13' }))
      .then(rejected('corrections.already-announced'));
  });
  it('forms a group, and another later', () => {
    given(received()).when(groupFormed()).then(accepted);
    given(received(), groupFormed())
      .when(groupFormed({ formedOn: '2023-05-01' }))
      .then(accepted);
  });
  it('gives a woman a woman in the group (CC-R10)', () => {
    given(received({ sex: 'female' }))
      .when(groupFormed({ members: [man] }))
      .then(rejected('corrections.group-lacks-female'));
    given(received({ sex: 'female' }))
      .when(groupFormed({ members: [man, woman] }))
      .then(accepted);
  });
  it('gives a minor somebody who knows minors (CC-R10)', () => {
    given(received({ minor: true }))
      .when(groupFormed({ members: [man] }))
      .then(rejected('corrections.group-lacks-minor-specialist'));
    given(received({ minor: true }))
      .when(groupFormed({ members: [{ ...man, familiarWithMinors: true }] }))
      .then(accepted);
  });
  it('adopts a plan with a group, once', () => {
    given(received(), groupFormed()).when(planAdopted()).then(accepted);
    given(received()).when(planAdopted()).then(rejected('corrections.no-group'));
    given(received(), groupFormed(), planAdopted()).when(planAdopted()).then(nothing);
    given(received(), groupFormed(), planAdopted())
      .when(planAdopted({ planDocNo: '方案2号' }))
      .then(rejected('corrections.plan-exists'));
  });
  it('adjusts a plan there is', () => {
    given(received(), groupFormed(), planAdopted()).when(planAdjusted()).then(accepted);
    given(received(), groupFormed(), planAdopted(), planAdjusted()).when(planAdjusted()).then(nothing);
    given(received(), groupFormed()).when(planAdjusted()).then(rejected('corrections.no-plan'));
    given(opening({ groupFormedOn: '2022-06-01', planAdoptedOn: '2022-06-01' }))
      .when(planAdjusted())
      .then(accepted);
  });
});
