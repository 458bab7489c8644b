/**
 * Trades (R12.6): purchases and sales against what brokers confirm, by the id of the record, or by date, instrument, side and
 * units. A trade that nobody confirmed by the next business day is a break of that day.
 */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Decimal, formatDecimal, withoutTrailingZeros, ZERO } from '../values/decimal.ts'
import { amountToDecimal } from '../values/money.ts'
import { Quantity } from '../values/scaled.ts'
import { nextBusinessDay } from '../reference/nyse-calendar.ts'
import { type BookedTrade, type BookSide } from './book-side.ts'
import { comparison, type Comparison } from './comparison.ts'
import { type GivenTrade } from './given-records.ts'

/** All through `through`; before the first confirmation of a book none is waited for. */
export function compareTrades(books: BookSide, given: readonly GivenTrade[], through: CalendarDate): readonly Comparison[] {
  const from = given[0]?.date
  if (from === undefined) return []
  const ofBooks = books.trades.filter(({ date }) => date >= from)
  const waiting = new Set(ofBooks)
  const byRecord = Map.groupBy(ofBooks, ({ record }) => record)
  const byTerms = Map.groupBy(ofBooks, ({ date, instrument, side, quantity }) => termsOf(date, instrument, side, quantity))
  const found = ({ reference, date, instrument, side, quantity }: GivenTrade): BookedTrade | undefined =>
    (reference === undefined ? byTerms.get(termsOf(date, instrument, side, Quantity.toDecimal(quantity))) : byRecord.get(reference))?.find((trade) =>
      waiting.has(trade),
    )
  // Those that name their record first: what is left is for those that do not.
  const compared = given
    .toSorted((left, right) => Number(left.reference === undefined) - Number(right.reference === undefined))
    .flatMap((row): readonly Comparison[] => {
      const trade = found(row)
      if (trade !== undefined) waiting.delete(trade)
      return trade === undefined ? [notBooked(row)] : confirmed(books, trade, row)
    })
  const unconfirmed = [...waiting].flatMap((trade): readonly Comparison[] => {
    const due = nextBusinessDay(trade.date)
    return due > through ? [] : [held(trade.record, due, trade.currency, trade.amount, ZERO, undefined, undefined)]
  })
  return [...compared, ...unconfirmed]
}

const termsOf = (date: CalendarDate, instrument: string, side: string, quantity: Decimal): string =>
  `${date} ${instrument} ${side} ${formatDecimal(withoutTrailingZeros(quantity))}`

const notBooked = ({ source, date, instrument, side, quantity, currency, amount, reference }: GivenTrade): Comparison => {
  const subject = reference ?? `${instrument}/${side}/${formatDecimal(withoutTrailingZeros(Quantity.toDecimal(quantity)))}`
  return held(subject, date, currency, ZERO, amountToDecimal(amount, currency), source, undefined)
}

/** Units and net amount; what a wrong amount moves net assets by is the amount, what wrong units do is not known before they are priced. */
function confirmed(books: BookSide, trade: BookedTrade, row: GivenTrade): readonly Comparison[] {
  const { record, date, currency, amount, quantity } = trade
  const theirs = amountToDecimal(row.amount, row.currency)
  const units = {
    matter: 'trade',
    subject: `${record}/units`,
    date,
    unit: 'units',
    ours: quantity,
    theirs: Quantity.toDecimal(row.quantity),
    source: row.source,
  } as const
  return [
    comparison(units, ZERO, () => ({ effect: undefined })),
    comparison({ ...units, subject: record, unit: currency, ours: amount, theirs }, ZERO, (difference) => ({
      effect: books.inBase(difference, currency, date),
    })),
  ]
}

const held = (
  subject: string,
  date: CalendarDate,
  unit: string,
  ours: Decimal,
  theirs: Decimal,
  source: GivenTrade['source'] | undefined,
  effect: Decimal | undefined,
): Comparison => comparison({ matter: 'trade', subject, date, unit, ours, theirs, source }, ZERO, () => ({ effect }))
