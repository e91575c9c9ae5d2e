import { documentFor } from '#adapters/nest/openapi/document-for.js';
import { lines } from '#lines/index.js';

/** Prints the description of the API for `docs/openapi.json`. */
process.stdout.write(`${JSON.stringify(await documentFor(lines), undefined, 2)}\n`);
