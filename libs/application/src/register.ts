/** A clerk's list: one row per fact of a kind, with the columns to show, search and filter by, as data. */
export interface RegisterDefinition {
  /** `corrections.cases`. */
  readonly code: string;
  readonly fact: string;
  /** Fact fields, in the order they are shown. Their Chinese stands in terms under `<fact>.<field>`. */
  readonly columns: readonly string[];
  /** Fields that can be filtered by equality. */
  readonly filters: readonly string[];
  /** Date field the list is ordered by, newest first. */
  readonly orderBy: string;
}

export const defineRegister = (register: RegisterDefinition): RegisterDefinition => register;
