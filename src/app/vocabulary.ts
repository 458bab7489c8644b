/** Words of the inner rooms that an edge needs to name what it is told; it may not reach past this room for them. */
export { eventKindNames } from '../events/event.ts'
export type { SourceRow } from '../values/table.ts'
export type { Basis, ClassStrike, Strike } from '../nav/strike.ts'
