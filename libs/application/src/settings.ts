/** One choice the law leaves to the province or county. */
export interface Setting<Value = unknown> {
  readonly default: Value;
  readonly why: string;
  readonly source?: string;
}

/** A line's settings as data: name → default, reason and source. A deployment overrides them by name. */
export type SettingsDefinition = Readonly<Record<string, Setting>>;

export type SettingsOf<Definition extends SettingsDefinition> = {
  readonly [Name in keyof Definition]: Definition[Name] extends Setting<infer Value> ? Value : never;
};

/** The defaults, with the overrides of a deployment put over them. */
export const settle = <Definition extends SettingsDefinition>(
  definition: Definition,
  overrides: Readonly<Record<string, unknown>> = {},
): SettingsOf<Definition> =>
  Object.fromEntries(
    Object.entries(definition).map(([name, setting]) => [name, overrides[name] ?? setting.default]),
  ) as SettingsOf<Definition>;
