import type { DeskPorts } from '#application/persons/people-desk.js';
import { hiddenAmong, leaveOut } from '#application/persons/hide-sealed.js';
import type { Principal } from '#kernel/command.js';
import { type Platform, wholeOf } from '../../platform/platform.js';
import { mayDo } from '../callers/permissions.js';

/** The platform as the rules about persons need it: who may see whom rests on records of offices that the caller does not see. */
export const deskOf = (platform: Platform): DeskPorts => ({
  ...wholeOf(platform),
  mindsMinors: ({ roles }: Principal) => mayDo(roles, 'persons:minors'),
});

/** The same without every mention of a person whose record is sealed to the caller: absent, not empty. */
export const withoutHidden = async <Answer>(platform: Platform, caller: Principal, answer: Answer): Promise<Answer> => {
  const hidden = await hiddenAmong(deskOf(platform), caller, answer);
  return leaveOut(answer, hidden);
};
