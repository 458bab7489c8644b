/**
 * Income on the second path: units counted anew from the trades, each with its date; what of gross comes in cash and what is
 * reclaimed. A reclaim is kept as an item in every currency, for what comes of it a record says.
 */
import { type CalendarDate } from '../../values/calendar-date.ts'
import { type Currency, minorUnitDigits } from '../../values/currency.ts'
import { type Decimal, decimal, product, round } from '../../values/decimal.ts'
import { type RecordId } from '../../values/record-id.ts'
import { Quantity, Rate } from '../../values/scaled.ts'
import { accounts } from '../../reference/chart-of-accounts.ts'
import { type InstrumentId } from '../../reference/instrument.ts'
import { type FundEvent } from '../../events/event.ts'
import { type ForeignItems } from './foreign-items.ts'

type Dividend = Extract<FundEvent, { kind: 'dividend' }>
type Income = Extract<FundEvent, { kind: 'interest' | 'securities-lending' | 'other-income' }>
type Reclaim = Extract<FundEvent, { kind: 'reclaim' }>

/** What a record brought, in the minor units of its currency. */
type Brought = { readonly cash: bigint; readonly reclaim: bigint }

type Move = { readonly date: CalendarDate; readonly units: bigint; readonly isSplit: boolean }

export class IncomeItems {
  private readonly baseCurrency: Currency
  private readonly items: ForeignItems
  private readonly isByRule: (record: RecordId, due: CalendarDate | undefined) => boolean
  private readonly moves = new Map<InstrumentId, Move[]>()
  private readonly brought = new Map<RecordId, Brought>()

  constructor(baseCurrency: Currency, items: ForeignItems, isByRule: (record: RecordId, due: CalendarDate | undefined) => boolean) {
    this.baseCurrency = baseCurrency
    this.items = items
    this.isByRule = isByRule
  }

  /** Units of an instrument that came or went in trades of the day. */
  traded(instrument: InstrumentId, date: CalendarDate, units: bigint): void {
    this.move(instrument, { date, units, isSplit: false })
  }

  /** Units that a split adds at the open of the day: a dividend of that day is of the new ones. */
  split(instrument: InstrumentId, date: CalendarDate, units: bigint): void {
    this.move(instrument, { date, units, isSplit: true })
  }

  /** What the dividend adds to dollars; what is foreign, and what is reclaimed, is added to the items. */
  dividend({ id, effectiveDate, payload }: Dividend): bigint {
    const { currency, instrument, reverses, payDate } = payload
    const held = (this.moves.get(instrument) ?? []).reduce(
      (total, { date, units, isSplit }) => (date < effectiveDate || (isSplit && date === effectiveDate) ? total + units : total),
      0n,
    )
    const now = broughtBy(payload, held)
    const before = reverses === undefined ? undefined : this.brought.get(reverses)
    this.brought.set(id, now)

    const openReclaim = reverses === undefined ? 0n : this.items.close(reclaimOf(reverses))
    const reclaim = openReclaim - (before?.reclaim ?? 0n) + now.reclaim
    this.openReclaim(id, currency, reclaim)
    if (currency === this.baseCurrency) return now.cash - (before?.cash ?? 0n)
    const openCash = reverses === undefined ? 0n : this.items.close(reverses)
    const open = openCash - (before?.cash ?? 0n) + now.cash
    this.items.owe(id, { account: accounts.receivableDividends, currency, open, undelivered: undefined, due: payDate, isByRule: this.isByRule(id, payDate) })
    return 0n
  }

  openReclaim(record: RecordId, currency: Currency, open: bigint): void {
    this.items.owe(reclaimOf(record), { account: accounts.receivableTaxReclaims, currency, open, undelivered: undefined, due: undefined, isByRule: false })
  }

  /** What other income adds to dollars, and interest that is owed takes. */
  income({ id, kind, payload }: Income): bigint {
    const { currency, payDate } = payload
    const isOwed = kind === 'interest' && payload.type !== 'cash'
    const open = isOwed ? -payload.amount : kind === 'securities-lending' ? payload.earned - payload.rebate - payload.agentFee : payload.amount
    if (currency === this.baseCurrency) return open
    const account = isOwed
      ? accounts.payableInterest
      : kind === 'interest'
        ? accounts.receivableInterest
        : kind === 'securities-lending'
          ? accounts.receivableSecuritiesLending
          : accounts.otherAssets
    this.items.owe(id, { account, currency, open, undelivered: undefined, due: payDate, isByRule: this.isByRule(id, payDate) })
    return 0n
  }

  reclaim({ payload: { of, amount, outcome } }: Reclaim): void {
    const stated = amount === undefined ? undefined : (currency: Currency) => round(amount, 'half-up', minorUnitDigits(currency)).units
    if (outcome === 'received') this.items.settle(reclaimOf(of), undefined, stated)
    else this.items.forgo(reclaimOf(of), stated)
  }

  private move(instrument: InstrumentId, move: Move): void {
    const moves = this.moves.get(instrument) ?? []
    moves.push(move)
    this.moves.set(instrument, moves)
  }
}

const reclaimOf = (dividend: RecordId): RecordId => `${dividend}/reclaim` as RecordId

function broughtBy({ rate, currency, withheld, withholdingRate, treatyRate, reclaim, feeRate }: Dividend['payload'], held: bigint): Brought {
  const cents = (...factors: readonly Decimal[]): bigint => {
    const [first, ...rest] = factors as [Decimal, ...Decimal[]]
    return round(product(first, ...rest), 'half-up', minorUnitDigits(currency)).units
  }
  const units = decimal(held, Quantity.scale)
  const gross = cents(units, rate)
  if (gross === 0n) return { cash: 0n, reclaim: 0n }
  const ofGross = (part: Rate): bigint => cents(decimal(gross, minorUnitDigits(currency)), Rate.toDecimal(part))
  const tax = withheld ?? (withholdingRate === undefined ? 0n : ofGross(withholdingRate))
  return { cash: gross - tax - cents(units, feeRate), reclaim: treatyRate === undefined ? (reclaim ?? 0n) : tax - ofGross(treatyRate) }
}
