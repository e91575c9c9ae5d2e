/** The kernel's words in one import, for the use cases of this library. */
export * from '#kernel/command.js';
export * from '#kernel/dates.js';
export * from '#kernel/decider.js';
export * from '#kernel/event.js';
export * from '#kernel/ids.js';
export * from '#kernel/period.js';
export * from '#kernel/reject.js';
export * from '#kernel/schema.js';
export * from '#kernel/term.js';
export * from '#kernel/time-limit.js';
export * from '#kernel/working-days.js';
export * from '#kernel/validate.js';
