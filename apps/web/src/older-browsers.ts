/** What Chrome 86 does not know yet and the page or its libraries call; the syntax is seen to by the build. */

/* eslint-disable no-extend-native -- only where the browser itself has none */
const define = (holder: object, name: string, value: unknown): void => {
  if (!(name in holder)) Object.defineProperty(holder, name, { value, writable: true, configurable: true });
};

/** Chrome 92. */
function at(this: ArrayLike<unknown>, index: number): unknown {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}
define(Array.prototype, 'at', at);
define(String.prototype, 'at', at);
define(Object.getPrototypeOf(Uint8Array.prototype) as object, 'at', at);

/** Chrome 93. */
define(Object, 'hasOwn', (holder: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(holder, name));
