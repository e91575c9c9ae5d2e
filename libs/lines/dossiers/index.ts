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
export const dossiers = defineLine({
  code: 'dossiers',
  terms,
  secondPersons: [
    {
      asks: 'persons:manage',
      decides: 'persons:manage',
      commands: ['ApproveErasure'],
      refusal: 'dossiers.second-person-needed',
    },
  ],
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
    merged: 'dossiers.merged',
    streams: {
      merge: 'dossiers.merge',
      seal: 'dossiers.seal',
      erasure: 'dossiers.erasure',
      glass: 'dossiers.break-glass',
    },
    glasses: 'dossiers.break-glasses',
    merge: 'dossiers.MergePerson',
    unmerge: 'dossiers.UnmergePerson',
    seal: 'dossiers.SealIdentity',
    unseal: 'dossiers.UnsealIdentity',
    requestErasure: 'dossiers.RequestErasure',
    refuseErasure: 'dossiers.RefuseErasure',
    approveErasure: 'dossiers.ApproveErasure',
    breakGlass: 'dossiers.BreakGlass',
  },
});
