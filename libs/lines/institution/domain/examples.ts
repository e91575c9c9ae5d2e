import type { DataOfEvent, EventType } from './events/index.js';

/** Who gets the honour of a person. */
export const PERSON = '0190a6f0-0000-7000-8000-000000000003';

/** A believable payload of each event. */
export const examples: { readonly [Type in EventType]: DataOfEvent<Type> } = {
  'institution.ReviewRequested': {
    requestedOn: '2022-03-01',
    kind: 'major-enforcement',
    agency: '区市场监管局',
    subject: '拟作出责令停产停业处罚',
    letterNo: '资市监送审〔2022〕3号',
  },
  'institution.ReviewCompleted': {
    completedOn: '2022-03-08',
    opinion: 'approved',
    opinionDocNo: '资司审〔2022〕3号',
  },
  'institution.ReviewWithdrawn': { withdrawnOn: '2022-03-05', reason: '补充调查' },
  'institution.MajorDecisionTaken': {
    decidedOn: '2022-03-10',
    kind: 'major-enforcement',
    agency: '区市场监管局',
    decisionDocNo: '资市监罚〔2022〕7号',
  },
  'institution.MeetingHeld': {
    heldOn: '2022-05-12',
    kind: 'symposium',
    subject: '公共法律服务',
    place: '区司法局',
    attendance: 18,
  },
  'institution.VisitMade': {
    visitedOn: '2022-06-15',
    kind: 'study',
    counterpart: '桃江县司法局',
    subject: '智慧矫正',
    attendance: 4,
  },
  'institution.RegulationAdopted': {
    adoptedOn: '2022-01-20',
    kind: 'enforcement-rule',
    title: '行政执法人员持证上岗制度',
    docNo: '资司发〔2022〕2号',
    effectiveOn: '2022-02-01',
  },
  'institution.RegulationAmended': {
    amendedOn: '2022-09-01',
    docNo: '资司发〔2022〕19号',
    effectiveOn: '2022-10-01',
  },
  'institution.RegulationRepealed': { repealedOn: '2023-02-01', docNo: '资司发〔2023〕1号' },
  'institution.PowerDelegated': {
    delegatedOn: '2022-04-01',
    itemCount: 52,
    field: '城市管理',
    town: '迎风桥镇',
    docNo: '资政发〔2022〕5号',
  },
  'institution.PowerWithdrawn': { withdrawnOn: '2023-04-01', itemCount: 2, docNo: '资政发〔2023〕4号' },
  'institution.HonourAwarded': {
    awardedOn: '2022-12-05',
    kind: 'collective',
    level: 'city',
    title: '平安益阳建设先进集体',
    awardingBody: '市委平安办',
    recipientUnit: '大码头司法所',
    docNo: '益平安发〔2022〕9号',
  },
  'institution.HonourRevoked': { revokedOn: '2023-06-01', docNo: '益平安发〔2023〕2号', reason: '复核不合格' },
  'institution.DisclosureOwed': {
    arisenOn: '2022-02-10',
    kind: 'budget',
    title: '2022年部门预算',
    fiscalYear: 2022,
  },
  'institution.InformationDisclosed': { publishedOn: '2022-02-25', platform: 'government-portal' },
  'institution.DisclosureWaived': { waivedOn: '2022-02-20', ground: 'state-secret' },
  'institution.OpeningBalanceImported': { asOfDate: '2021-12-31', kind: 'camera', quantity: 10, installedCount: 8 },
  'institution.AssetAcquired': {
    acquiredOn: '2022-03-01',
    kind: 'camera',
    quantity: 36,
    contractNo: '资司采〔2022〕1号',
  },
  'institution.AssetInstalled': { installedOn: '2022-04-01', kind: 'camera', quantity: 36, place: '社区矫正中心' },
  'institution.AssetRetired': { retiredOn: '2022-11-01', quantity: 6, wasInstalled: true, reason: 'worn-out' },
  'institution.UnitEstablished': {
    establishedOn: '2015-01-01',
    kind: 'justice-office',
    unitCode: '43090201',
    unitName: '大码头司法所',
  },
  'institution.UnitRenamed': { renamedOn: '2022-05-01', unitName: '大码头街道司法所' },
  'institution.UnitAbolished': { abolishedOn: '2022-08-01', successorCode: '43090202' },
  'institution.FacilityOpened': {
    openedOn: '2022-03-15',
    kind: 'function-room',
    title: '宣告室',
    place: '社区矫正中心二楼',
    area: '42.5',
  },
  'institution.FacilityAltered': { alteredOn: '2022-07-01', area: '60' },
  'institution.FacilityClosed': { closedOn: '2022-10-01', reason: '整体搬迁' },
  'institution.ManualIndicatorValueEntered': {
    item: 'lawful-rights-rate',
    periodFrom: '2022-01-01',
    periodTo: '2022-12-31',
    value: '98',
    basis: '抽查案卷200件，4件需整改',
    docNo: '资司统〔2023〕1号',
  },
};
