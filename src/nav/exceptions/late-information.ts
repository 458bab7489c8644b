/**
 * What a fact learned after a net asset value means for it (R12.27): only one that was known or could have been when it was
 * struck, and that is worth a cent a share or more, makes it an error; any other is booked in the next.
 */
import { compare, decimal } from '../../values/decimal.ts'
import { type Disposition } from './disposition.ts'
import { type Impact } from './impact.ts'

export type LateInformation = 'error test' | 'next net asset value'

const ONE_CENT = decimal(1n, 2)

/** Undefined where nobody judged it, or where what it is worth a share is not known and it was knowable. */
export function lateInformation({ isKnowable }: Pick<Disposition, 'isKnowable'>, impact: Pick<Impact, 'perShare'> | undefined): LateInformation | undefined {
  if (isKnowable === undefined) return undefined
  if (!isKnowable) return 'next net asset value'
  return impact === undefined ? undefined : compare(impact.perShare, ONE_CENT) >= 0 ? 'error test' : 'next net asset value'
}
