import { uuidV5 } from '#kernel/ids.js';
import type { DataOfEvent, EventType } from './events.js';

const person = (name: string): string => uuidV5('publicity', 'example', name);

/** One believable payload of every event type of the line. */
export const examples: { readonly [Type in EventType]: DataOfEvent<Type> } = {
  'publicity.ActivityPlanned': {
    plannedOn: '2023-01-15',
    planYear: 2023,
    theme: 'constitution',
    kind: 'campaign',
    quotaSessions: 2,
  },
  'publicity.ActivityHeld': {
    heldOn: '2023-12-04',
    theme: 'constitution',
    kind: 'campaign',
    place: '人民广场',
    organiser: '区司法局',
    attendance: 120,
    coveredUnits: [{ unitKind: 'village', unitCode: '430922001001' }],
    lecturers: [person('lecturer')],
    materialsHandedOut: 300,
  },
  'publicity.AwarenessTested': { testedOn: '2023-12-05', tested: 20, passed: 15 },
  'publicity.ActivityCancelled': { cancelledOn: '2023-06-01', reason: '防汛' },
  'publicity.MaterialPrinted': {
    printedOn: '2023-03-01',
    kind: 'booklet',
    title: '民法典知识读本',
    copies: 5000,
  },
  'publicity.MaterialDistributed': { distributedOn: '2023-04-01', copies: 3000, place: '各乡镇' },
  'publicity.MediaPublished': {
    publishedOn: '2023-05-10',
    channel: 'wechat',
    theme: 'anti-fraud',
    title: '识破养老诈骗',
    readCount: 1200,
  },
  'publicity.CulturePlaceBuilt': { acceptedOn: '2023-08-01', placeName: '法治文化公园', scenes: 21, area: '12000.50' },
  'publicity.CulturePlaceOpened': { openedOn: '2023-09-01' },
  'publicity.CulturePlaceClosed': { closedOn: '2024-05-01', reason: '改建' },
  'publicity.UnitListed': { listedOn: '2020-01-01', unitKind: 'village', unitCode: '430922001001' },
  'publicity.UnitDissolved': { dissolvedOn: '2023-07-01', reason: '合并' },
  'publicity.DemoVillageAwarded': { awardedOn: '2023-03-20', level: 'national', docNo: '司发通〔2023〕5号' },
  'publicity.DemoVillageRevoked': { revokedOn: '2024-02-01', level: 'national', docNo: '司发通〔2024〕2号' },
  'publicity.CounselAppointed': {
    appointedOn: '2023-01-01',
    villageCode: '430922001001',
    counselRef: person('counsel'),
    termTo: '2023-12-31',
  },
  'publicity.CounselDutyDone': { doneOn: '2023-03-15', duty: 'on-call' },
  'publicity.CounselEnded': { endedOn: '2023-06-15', reason: '调离' },
};
