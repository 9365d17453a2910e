import type { Severity } from '#core/rule';

/** What the lists of the panel are about. */
export type Kind = Severity | 'unchecked';
