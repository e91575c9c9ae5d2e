/** Lines of money of the base data, in the order of the form. `projects`: their sum, with a line for each below it. */
export const baseDataItems = [
  'total',
  'basic',
  'operating',
  'projects',
  'threePublic',
  'vehicles',
  'vehiclePurchase',
  'vehicleRunning',
  'travelAbroad',
  'reception',
  'procurement',
] as const;
export type BaseDataItem = (typeof baseDataItems)[number];

/** Figures of one line of money, as indicator codes. 元; absent where the log keeps none. */
export interface BaseDataFigures {
  readonly budget?: string;
  readonly final?: string;
}

/**
 * Which figures of a line stand in the table of base data (基础数据表) of a department, as indicator codes. Stocks are those at
 * the end of the year, money that of the year.
 */
export interface BaseDataDefinition {
  readonly posts: string;
  readonly staff: string;
  /** In percent. */
  readonly controlRate: string;
  /** A count that is 0 for a year the log holds no money of: then what it gives is not known, and not 0. */
  readonly year: string;
  readonly money: Readonly<Record<BaseDataItem, BaseDataFigures>>;
  /** Where projects are listed, a row each for a year, with the columns of code and name; `split` narrows figures to one. */
  readonly projects: {
    readonly register: string;
    readonly year: string;
    readonly filters: Readonly<Record<string, string>>;
    readonly code: string;
    readonly name: string;
    readonly split: string;
  };
}
