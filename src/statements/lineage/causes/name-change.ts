/** Another name moves no dollars. */
import { NONE } from '../parts.ts'
import { type Cause, type EventOf } from './cause.ts'

export const nameChange: Cause<EventOf<'name-change'>> = { dollars: () => NONE }
