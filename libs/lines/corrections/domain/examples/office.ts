import type { BaselineEvent, DevicePoolEvent, ScreeningEvent, SessionEvent } from '../events/index.js';
import { type Examples, id } from './example.js';

/** What an office does for all its subjects together. */
export const officeExamples: Examples<ScreeningEvent | SessionEvent | DevicePoolEvent | BaselineEvent> = {
  'corrections.SafetyScreeningHeld': {
    heldOn: '2023-03-20',
    scope: 'corrections',
    screenedCount: 30,
    keyPersonsFound: [id('person')],
  },
  'corrections.ProgramSessionHeld': {
    heldOn: '2023-03-15',
    kind: 'group-education',
    place: '司法所',
    hours: '2.0',
    attendance: 24,
  },
  'corrections.DeviceLicencePurchased': {
    purchasedOn: '2023-01-03',
    lotId: id('lot'),
    kind: 'subject-app',
    quantity: 2,
  },
  'corrections.DeviceLicenceAssigned': { assignedOn: '2023-01-11', personRef: id('person') },
  'corrections.DeviceLicenceReleased': { releasedOn: '2023-12-01', personRef: id('person') },
  'corrections.CumulativeBaselineSet': { asOfDate: '2022-12-31', indicator: 'CC-09-received', value: 3169 },
};
