/** A fault whose message says all there is to say to whoever called; any other is one of ours and shows where it happened. */
export class PlainFault extends Error {}
