/** Somebody else who knows people: a provider of OpenID Connect. It says who somebody is, never what he may. */
export interface IdentityProvider {
  /**
   * Where a browser is sent to sign in. `secret` stays with the browser and is asked for again when it comes back.
   * @rejects unavailable
   */
  address(secret: string): Promise<string>;
  /**
   * Who it was, as `issuer|subject`; undefined where the answer is not one to what was asked. `query` is what the browser came back
   * with.
   * @rejects unavailable
   */
  subjectOf(query: string, secret: string): Promise<string | undefined>;
  /** What `subjectOf` gives for a subject of the provider. */
  bound(subject: string): string;
}
