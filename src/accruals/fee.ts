/** A fee on net assets for a year, exactly: `Rate` units times minor units, which day counts divide (R7.1, R7.3, R7.5). */
import { type Amount } from '../values/money.ts'
import { powerOfTen } from '../values/decimal.ts'
import { Rate } from '../values/scaled.ts'
import { type Breakpoint } from '../reference/expense-policy.ts'
import { YEAR_PARTS } from './day-count.ts'

export type FeeSchedule = { readonly rate: Rate; readonly breakpoints?: readonly Breakpoint[] | undefined }

/** A whole minor unit, in the units that rates times minor units are in. */
export const RATE_ONE = powerOfTen(Rate.scale)

/** What the parts of a year of an annual fee are divided by to give minor units. */
export const FEE_DENOMINATOR = RATE_ONE * YEAR_PARTS

/** Each tier's rate on the net assets that are in it. Net assets below zero are charged nothing. */
export function annualFee(netAssets: Amount, { rate, breakpoints = [] }: FeeSchedule): bigint {
  if (netAssets <= 0n) return 0n
  let fee = 0n
  let [from, tier]: [bigint, Rate] = [0n, rate]
  for (const { above, rate: next } of breakpoints) {
    if (netAssets <= above) break
    fee += (above - from) * tier
    ;[from, tier] = [above, next]
  }
  return fee + (netAssets - from) * tier
}
