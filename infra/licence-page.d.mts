export interface LockFile {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly license?: string; readonly dev?: boolean }>
  >;
}
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly dev: boolean;
}
export const packagesOf: (lock: LockFile) => readonly LockedPackage[];
export const isAllowed: (expression: string, dev?: boolean) => boolean;
export const licencePage: (lock: LockFile) => string;
