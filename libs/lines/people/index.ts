import { defineLine } from '#application/define-line.js';
import { streams } from './domain/streams.js';
import { errors } from './errors.js';
import { measures } from './measures/index.js';
import { registers } from './registers.js';
import { terms } from './terms.js';
import { facts } from './views/facts.view.js';

/**
 * What is decided about records of persons, whichever line they come from: that two are one person, that a minor's is sealed,
 * that one is destroyed, that one was looked at beyond the own office. No name and no number stands in it.
 */
export const people = defineLine({
  code: 'people',
  terms,
  errors,
  settings: {},
  streams,
  facts,
  registers: Object.values(registers),
  measures: Object.values(measures),
  indicators: [],
  identities: [],
  deadlines: [],
  reportedBy: [],
  people: {
    merged: 'people.merged',
    streams: { merge: 'people.merge', seal: 'people.seal', erasure: 'people.erasure', glass: 'people.break-glass' },
    glasses: 'people.break-glasses',
    merge: 'people.MergePerson',
    unmerge: 'people.UnmergePerson',
    seal: 'people.SealIdentity',
    unseal: 'people.UnsealIdentity',
    requestErasure: 'people.RequestErasure',
    refuseErasure: 'people.RefuseErasure',
    approveErasure: 'people.ApproveErasure',
    breakGlass: 'people.BreakGlass',
  },
});
