/** Dividends and other income at random, for `random-book.ts`: valid rows alone, so what is entitled and reclaimed is found here too. */
import { addDays, type CalendarDate, formatCalendarDate } from '../../src/values/calendar-date.ts'

export type Trade = { readonly of: number; readonly date: CalendarDate; readonly units: number; readonly isAtOpen?: true }

/** Units of an instrument at the close before a day, as they are after a split of that day. */
export const heldBefore = (trades: readonly Trade[], instrument: number, exDate: CalendarDate): number =>
  trades.reduce(
    (total, { of, date, units, isAtOpen }) => (of === instrument && (date < exDate || (date === exDate && isAtOpen === true)) ? total + units : total),
    0,
  )

type IncomeKind = 'interest' | 'securities-lending' | 'other-income'
type DividendKind = 'dividend' | 'settlement' | 'reclaim'

const money = (cents: number): string => (cents / 100).toFixed(2)

/** One row of one of three kinds, without its id. */
export function incomeRows({
  on,
  pay,
  id,
  size,
  choice,
}: {
  readonly on: string
  readonly pay: string
  readonly id: string
  readonly size: number
  readonly choice: number
}): readonly (readonly [IncomeKind, string])[] {
  const currency = choice % 5 === 0 ? 'EUR' : ''
  const paid = choice % 4 === 0 ? '' : pay
  switch (choice % 3) {
    case 0:
      return [
        [
          'interest',
          `${on},${on},${choice % 2 === 0 ? 'cash' : 'overdraft'},${choice % 7 === 0 ? `${money(size)},,` : `,${size}000.00,0.04`},${currency},${paid}`,
        ],
      ]
    case 1:
      return [['securities-lending', `${on},${id},${money(size * 10)},${money(size * 3)},${choice % 2 === 0 ? '0.2,' : `,${money(size)}`},${paid}`]]
    default:
      return [['other-income', `${on},of a class action,${money(size * 7)},${currency},${paid}`]]
  }
}

/** Half up, of whole numbers. */
const rounded = (numerator: number, denominator: number): number => Math.floor((2 * numerator + denominator) / (2 * denominator))

/** A dividend on units that are held, in some cases with tax, known late, corrected or cancelled, paid by record, and its reclaim. */
export function dividendRows({
  id,
  units,
  exDate,
  size,
  choice,
  next,
}: {
  readonly id: string
  readonly units: number
  readonly exDate: CalendarDate
  readonly size: number
  readonly choice: number
  readonly next: (kind: string) => string
}): readonly (readonly [DividendKind, string])[] {
  if (units <= 0) return []
  const after = (days: number): string => formatCalendarDate(addDays(exDate, days))
  const rows: (readonly [DividendKind, string])[] = []
  const hasTax = choice % 3 !== 0
  const add = (
    rate: number,
    payDays: number | undefined,
    informedDays: number | undefined,
    reverses: string,
  ): { readonly record: string; readonly net: number; readonly reclaim: number } => {
    const record = next('dividend')
    // The rate is in hundredths of a cent; tax at 30%, of which 15% are final.
    const gross = rounded(units * rate, 100)
    const withheld = hasTax && gross > 0 ? rounded(gross * 3, 10) : 0
    const reclaim = withheld - (hasTax ? rounded(gross * 15, 100) : 0)
    const isByAmount = hasTax && choice % 4 === 1
    const tax = !hasTax ? ',,,' : isByAmount ? `,,${money(withheld)},${money(reclaim)}` : '0.3,0.15,,'
    const hasFee = choice % 8 === 2 && rate > 100
    const gain = choice % 8 === 5 && rate > 100 ? '0.0051' : ''
    const late = informedDays === undefined ? ',' : `${after(informedDays)},no`
    rows.push([
      'dividend',
      `${record},${formatCalendarDate(exDate)},${id},${(rate / 10_000).toFixed(4)},${payDays === undefined ? '' : after(payDays)},${tax},${hasFee ? '0.001' : ''},${gain},${late},${reverses}`,
    ])
    return { record, net: gross - withheld - (hasFee ? rounded(units, 10) : 0), reclaim }
  }

  const isLate = choice % 5 === 1
  const informed = 1 + (choice % 6)
  const first = add(size * 10, choice % 6 === 0 ? undefined : choice % 8, isLate ? informed : undefined, '')
  const isCorrected = choice % 7 < 2
  const last = isCorrected ? add(choice % 7 === 0 ? 0 : size * 10 + 33, informed + 6, informed + 1 + (choice % 4), first.record) : first
  if (!isCorrected && choice % 4 === 0 && last.net > 100) {
    rows.push(['settlement', `${next('settlement')},${after(choice % 8)},${last.record},,${choice % 3 === 0 ? '1.00' : ''}`])
    if (choice % 3 === 0) rows.push(['settlement', `${next('settlement')},${after(10)},${last.record},,`])
  }
  if (last.reclaim > 1 && choice % 2 === 0) {
    rows.push(['reclaim', `${next('reclaim')},${after(9)},${last.record},received,${choice % 10 < 5 ? '0.01' : ''}`])
    if (choice % 10 < 5) rows.push(['reclaim', `${next('reclaim')},${after(11)},${last.record},${choice % 3 === 1 ? 'written-off' : 'received'},`])
  }
  return rows
}
