import { EntitySchema } from 'typeorm';
import type { Office } from '#application/ports/office-directory.js';

/** Table `office`: one row per unit, under the code it keeps for good. */
export const officeEntity = new EntitySchema<Office>({
  name: 'office',
  tableName: 'office',
  columns: {
    code: { type: 'text', primary: true },
    parent: { type: 'text', nullable: true },
    bureau: { type: 'text' },
    name: { type: 'text' },
    kind: { type: 'text' },
    validFrom: { type: 'date', name: 'valid_from' },
    validTo: { type: 'date', name: 'valid_to', nullable: true },
    successor: { type: 'text', nullable: true },
  },
});
