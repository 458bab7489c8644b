/**
 * The engine's number kinds: bigints at one fixed scale each (R0.2), branded so that a price cannot stand where a
 * quantity belongs. At the borders of the engine they are read from a `Decimal` and shown as one.
 */
import type { Branded } from './branded.ts'
import { type Decimal, decimal, powerOfTen } from './decimal.ts'

/** Units of an instrument, 6 places; positive is long. */
export type Quantity = Branded<bigint, 'Quantity'>
/** Shares of a fund class, 4 places; a class may deal in fewer (R0.2). */
export type Shares = Branded<bigint, 'Shares'>
/** A price in its quote unit, 9 places. */
export type Price = Branded<bigint, 'Price'>
/** A pool or index factor, 10 places. */
export type Factor = Branded<bigint, 'Factor'>
/** A rate as a fraction of one (0.75% is 0.0075), 12 places. */
export type Rate = Branded<bigint, 'Rate'>

/** A kind of number: its fixed scale, and the two ways over the border. */
export type Scaled<Kind extends bigint> = {
  readonly scale: number
  /** The value in this kind's units, or undefined where `value` has more places than the kind holds: it is never rounded. */
  readonly from: (value: Decimal) => Kind | undefined
  readonly toDecimal: (value: Kind) => Decimal
}

export const Quantity: Scaled<Quantity> = scaled(6)
export const Shares: Scaled<Shares> = scaled(4)
export const Price: Scaled<Price> = scaled(9)
export const Factor: Scaled<Factor> = scaled(10)
export const Rate: Scaled<Rate> = scaled(12)

function scaled<Kind extends bigint>(scale: number): Scaled<Kind> {
  return {
    scale,
    from: (value) => {
      if (value.scale <= scale) return (value.units * powerOfTen(scale - value.scale)) as Kind
      const surplus = powerOfTen(value.scale - scale)
      return value.units % surplus === 0n ? ((value.units / surplus) as Kind) : undefined
    },
    toDecimal: (value) => decimal(value, scale),
  }
}
