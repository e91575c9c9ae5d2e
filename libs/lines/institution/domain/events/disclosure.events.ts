import { defineEvent, eventTable } from '#kernel/event.js';
import { code, count, date, decimal, optional, plannedDate, text } from '#kernel/schema.js';
import { disclosureKind, disclosurePlatform, goalGrade, manualItem, waiverGround } from '../enumerations.js';

/** One thing to be made public (信息公开), from the day the duty arose. */
export const disclosureEvents = eventTable(
  defineEvent({
    type: 'institution.DisclosureOwed',
    command: 'OweDisclosure',
    datedBy: 'arisenOn',
    fields: {
      /** Day the budget or accounts were approved, the information was made, the application came in; 31 December for the annual report. */
      arisenOn: date(),
      kind: disclosureKind,
      title: text(200),
      fiscalYear: count(2000, 2100),
      /** Where a document fixes another day than the law. */
      dueGiven: optional(plannedDate()),
    },
  }),
  defineEvent({
    type: 'institution.InformationDisclosed',
    command: 'DiscloseInformation',
    datedBy: 'publishedOn',
    fields: { publishedOn: date(), platform: disclosurePlatform },
  }),
  defineEvent({
    type: 'institution.DisclosureWaived',
    command: 'WaiveDisclosure',
    datedBy: 'waivedOn',
    fields: { waivedOn: date(), ground: waiverGround },
  }),
);

/** Values typed or graded by a person, one series for each item and year. */
export const manualEvents = eventTable(
  defineEvent({
    type: 'institution.ManualIndicatorValueEntered',
    command: 'EnterManualIndicatorValue',
    datedBy: 'periodTo',
    fields: {
      item: manualItem,
      /** What an item without a name of its own is called. */
      itemName: optional(text(100)),
      periodFrom: date(),
      /** Last day the value speaks of; the period that holds it shows the value. */
      periodTo: date(),
      value: optional(decimal(4, 0, 1e12)),
      grade: optional(goalGrade),
      /** Unit of an item without a unit of its own. */
      unit: optional(text(10)),
      /** How the value was found. */
      basis: text(),
      /** Paper that proves it. */
      docNo: code(),
      /** Code of the computed figure it stands beside, which it leaves as it is. */
      standsBeside: optional(code()),
    },
    documentRequired: true,
  }),
);
