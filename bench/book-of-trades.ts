/**
 * Books to measure with: one fund that buys and sells at random, with the prices of everything it holds on every business
 * day. Seeded, so the same shape gives the same files everywhere; and kept here a second time in plain integers, so that
 * the net assets the engine finds can be held against a number it did not make.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { businessDays } from '../src/reference/nyse-calendar.ts'
import { calendarDate, formatCalendarDate, yearMonthDay } from '../src/values/calendar-date.ts'
import { fundText } from '../test/support/fund-text.ts'
import { dollars, randomNumbers, Rows, tenThousandths } from './rows.ts'

export type BookShape = {
  readonly trades: number
  readonly instruments: number
  /** Whole years from 2019 on, or so many business days. */
  readonly over: { readonly years: number } | { readonly days: number }
  /** Trades in a hundred that are sales; the fewer, the deeper the lots. */
  readonly salesPercent: number
  /** Hundreds of units that a sale takes at most. */
  readonly saleHundredsMax: number
}

/** What was written, and what its books must come to on the last day, on the reporting basis, in cents. */
export type WrittenBook = {
  readonly folder: string
  readonly trades: number
  readonly prices: number
  readonly days: number
  readonly bytes: number
  readonly openLots: number
  readonly netAssets: bigint
}

export function writeBook(folder: string, shape: BookShape): WrittenBook {
  const random = randomNumbers(12_345)
  const upTo = (most: number): number => 1 + Math.floor(random() * most)
  const dates = daysOf(shape.over)
  const days = dates.map(formatCalendarDate)
  const ids = Array.from({ length: shape.instruments }, (_, index) => `s${String(index + 1).padStart(4, '0')}`)
  const holdings = ids.map((): Holding => ({ units: 0, lots: [], firstOpen: 0, price: 1 + upTo(20) * 10_000 }))
  const held = new Set<number>()
  let [cents, written] = [0n, 0]

  mkdirSync(join(folder, 'events'), { recursive: true })
  mkdirSync(join(folder, 'prices'), { recursive: true })
  const text = (name: string, content: string): void => writeFileSync(join(folder, name), content)
  text('fund.yaml', fundText({ inception: days[0] as string, policies: { valuation: 'price_types: close' } }))
  text(
    'instruments.csv',
    `id,name,type,industry,country,currency,income_producing,income_source\n${ids.map((id) => `${id},Company ${id},common-stock,Retail,US,USD,yes,measured\n`).join('')}`,
  )
  const purchases = new Rows(join(folder, 'events/purchase.csv'), 'id,trade_date,instrument,quantity,price,commission')
  const sales = new Rows(join(folder, 'events/sale.csv'), 'id,trade_date,instrument,quantity,price,commission')
  const subscriptions = new Rows(join(folder, 'events/subscription.csv'), 'id,trade_date,class,amount')
  const redemptions = new Rows(join(folder, 'events/redemption.csv'), 'id,trade_date,class,amount')
  let prices: Rows | undefined
  let [priceCount, bytes] = [0, 0]

  for (const [index, day] of days.entries()) {
    if (index === 0 || !day.startsWith((days[index - 1] as string).slice(0, 7))) {
      bytes += prices?.close() ?? 0
      prices = new Rows(join(folder, `prices/${day.slice(0, 7)}.csv`), 'date,instrument,price,type,source')
      const capital = index === 0 ? 300_000_000_00n : 1_000_000_00n + 20_00n * BigInt(shape.trades)
      subscriptions.add(`subscription-${subscriptions.count + 1},${day},a,${dollars(capital)}`)
      cents += capital
      if (index > 0 && subscriptions.count % 3 === 0) {
        redemptions.add(`redemption-${redemptions.count + 1},${day},a,${dollars(capital / 2n)}`)
        cents -= capital / 2n
      }
    }
    for (const holding of holdings) holding.price = Math.min(5_000_000, Math.max(50_000, Math.round(holding.price * (1 + (random() - 0.5) * 0.03))))
    const priced = new Set(held)
    const today = Math.floor((shape.trades * (index + 1)) / days.length)
    for (; written < today; written += 1) {
      const isSale = held.size > Math.min(50, shape.instruments - 1) && random() * 100 < shape.salesPercent
      const chosen = isSale ? ([...held][Math.floor(random() * held.size)] as number) : upTo(shape.instruments) - 1
      const holding = holdings[chosen] as Holding
      const hundreds = isSale ? upTo(Math.min(holding.units, shape.saleHundredsMax)) : upTo(50)
      const price = holding.price + upTo(101) - 51
      const principal = BigInt(hundreds) * BigInt(price) // hundreds of units × hundredths of a cent
      const commission = principal / 2_000n < 100n ? 100n : principal / 2_000n
      const row = `${day},${ids[chosen]},${hundreds}00,${tenThousandths(price)},${dollars(commission)}`
      if (isSale) {
        sales.add(`sale-${sales.count + 1},${row}`)
        sell(holding, hundreds)
        cents += principal - commission
        if (holding.units === 0) held.delete(chosen)
      } else {
        purchases.add(`purchase-${purchases.count + 1},${row}`)
        holding.units += hundreds
        holding.lots.push(hundreds)
        cents -= principal + commission
        held.add(chosen)
        priced.add(chosen)
      }
    }
    for (const chosen of priced) prices?.add(`${day},${ids[chosen]},${tenThousandths((holdings[chosen] as Holding).price)},close,vendor`)
    priceCount += priced.size
  }
  for (const rows of [purchases, sales, subscriptions, redemptions, prices]) bytes += rows?.close() ?? 0
  const value = holdings.reduce((total, { units, price }) => total + BigInt(units) * BigInt(price), 0n)
  const openLots = holdings.reduce((total, { lots, firstOpen }) => total + lots.length - firstOpen, 0)
  return { folder, trades: written, prices: priceCount, days: days.length, bytes, openLots, netAssets: cents + value }
}

/** Hundreds of units, the hundreds left in each lot, the first lot with any left, and a price in hundredths of a cent. */
type Holding = { units: number; readonly lots: number[]; firstOpen: number; price: number }

/** First in, first out. */
function sell(holding: Holding, hundreds: number): void {
  let wanted = hundreds
  while (wanted > 0) {
    const left = holding.lots[holding.firstOpen] as number
    const taken = Math.min(left, wanted)
    holding.lots[holding.firstOpen] = left - taken
    if (taken === left) holding.firstOpen += 1
    wanted -= taken
  }
  holding.units -= hundreds
}

function daysOf(over: BookShape['over']): readonly ReturnType<typeof calendarDate>[] {
  const from = calendarDate(2019, 1, 2)
  if ('days' in over) return businessDays(from, calendarDate(2019, 12, 31)).slice(0, over.days)
  return businessDays(from, calendarDate(yearMonthDay(from).year + over.years - 1, 12, 31))
}
