/** The path of a browser, or why there is none. */
export declare const findBrowser: (env?: NodeJS.ProcessEnv) => { readonly path?: string; readonly missing?: string };
