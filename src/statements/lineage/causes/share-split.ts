/** Splits of fund shares: no dollars; shares by the ratio, or as confirmed. */
import { NONE } from '../parts.ts'
import { type Cause, type EventOf } from './cause.ts'

export const shareSplit: Cause<EventOf<'share-split'>> = { dollars: () => NONE }

export const shareSplitFields = ['new_units', 'old_units', 'shares_after'] as const
