import { counted } from './figures.ts'

/** `90 purchases`, `1 manual entry`: records of a kind, counted. */
export const countedEvents = (kind: string, count: number): string =>
  kind === 'manual-entry' ? counted(count, 'manual entry', 'manual entries') : counted(count, kind)
