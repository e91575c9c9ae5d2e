import { hash } from 'node:crypto';
import { canonicalJson } from './canonical.js';
import { type Uuid, uuidV5 } from './ids.js';
import { type DataOf, bureauCode, code, date, enumeration, sha256, text } from './schema.js';
import { scheme } from './seal.js';

/** What a person says to a finding: why it stands, that what was read is in order, or that it is wrong indeed. */
export const answer = enumeration('finding.answer', ['explained', 'in-order', 'wrong']);

/**
 * An answer to one finding as it stood: a finding whose numbers changed since is another. `rule`, `place` and `said` tell what
 * was answered; `role`: in what capacity.
 */
export const answerFields = {
  answeredOn: date(),
  bureau: bureauCode(),
  scheme,
  from: date(),
  to: date(),
  finding: sha256(),
  rule: code(),
  place: text(200),
  said: text(2000),
  answer,
  reason: text(500),
  role: code(),
};

export type AnswerData = DataOf<typeof answerFields>;
export type Answer = AnswerData['answer'];

/** SHA-256 over what a finding says of what: the same contradiction has the same, and another once anything in it moved. */
export const findingId = (finding: object): string => hash('sha256', canonicalJson(finding), 'hex');

/** The one stream that keeps the answers to a finding. */
export const findingStreamId = (bureau: string, finding: string): Uuid => uuidV5('finding', bureau, finding);
