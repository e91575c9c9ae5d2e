import { lines } from '#lines/index.js';
import { notary } from '../support/notary.js';
import { lineContract } from './line.contract.js';

for (const line of [...lines, notary]) lineContract(line);
