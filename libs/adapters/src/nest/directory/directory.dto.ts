import { ValidateIf, ValidateNested } from 'class-validator';
import type { Office } from '#application/ports/office-directory.js';
import type { PersonDetails } from '#application/ports/person-registry.js';
import { Day, Form, Line, ListOf, Maybe, OneOf } from '../web/field-checks.js';

const OrNull = (): PropertyDecorator => ValidateIf((_, value) => value !== null);

/** A unit of the office tree, with the time it exists. */
export class OfficeItem implements Office {
  @Form(/^[\w-]{1,32}$/)
  readonly code!: string;

  @OrNull()
  @Line(32)
  readonly parent!: string | null;

  @Form(/^\d{6}$/)
  readonly bureau!: string;

  @Line(100)
  readonly name!: string;

  @OneOf(['province', 'city', 'bureau', 'section', 'justice-office', 'centre'])
  readonly kind!: Office['kind'];

  @Day()
  readonly validFrom!: string;

  @OrNull()
  @Day()
  readonly validTo!: string | null;

  @OrNull()
  @Line(32)
  readonly successor!: string | null;
}

export class OfficesRequest {
  static readonly lists = { offices: OfficeItem };

  @ListOf(1, 5000)
  @ValidateNested({ each: true })
  readonly offices!: readonly OfficeItem[];
}

/** A person as the registry keeps one; nothing of it is ever logged or sent back. */
export class PersonRequest implements PersonDetails {
  static readonly lists = {};

  @Form(/^\d{6}$/)
  readonly bureau!: string;

  @Line(200)
  readonly name!: string;

  @OneOf(['resident-id', 'passport', 'hk-macao-permit', 'taiwan-permit', 'foreign-permanent-resident', 'none'])
  readonly idType!: PersonDetails['idType'];

  @Maybe()
  @Line(64)
  readonly idNo?: string;

  @OneOf(['male', 'female'])
  readonly sex!: PersonDetails['sex'];

  @Maybe()
  @Day()
  readonly birthDate?: string;

  @Maybe()
  @Line(40)
  readonly phone?: string;

  @Maybe()
  @Line(500)
  readonly address?: string;
}
