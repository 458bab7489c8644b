/**
 * A fund to strike daily: so many positions held from the first day to the last, three fifths in dollars, a quarter in euros
 * and the rest in yen, with trades, orders of shareholders, dividends, splits, fees and budgets, and with every check of
 * prices, rates and net asset values in force. Seeded; the value of what it holds at the end is kept in plain integers, so
 * that what the engine finds can be held against a number it did not make.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { businessDays } from '../src/reference/nyse-calendar.ts'
import { addDays, calendarDate, formatCalendarDate } from '../src/values/calendar-date.ts'
import { fundText } from '../test/support/fund-text.ts'
import { dollars, randomNumbers, Rows, tenThousandths } from './rows.ts'

export type DailyShape = {
  readonly positions: number
  /** Whole years from 2019 on. */
  readonly years: number
}

/** What was written, and what its holdings must be worth on the last day, in cents. */
export type DailyFund = {
  readonly folder: string
  readonly positions: number
  readonly days: number
  readonly prices: number
  readonly trades: number
  readonly dividends: number
  readonly investments: bigint
}

/** Units, and a price in ten-thousandths of the currency. */
type Holding = { readonly id: string; readonly currency: 'USD' | 'EUR' | 'JPY'; units: number; price: number }

const policies = {
  valuation: 'price_types: close',
  price_checks: ['index: world', 'asset: fx'],
  nav_checks: 'benchmark: world',
  advisory_fee: 'rate: 0.0075, breakpoints: 0.0065 above 500000000',
  distribution_fee: 'rate: 0.0025',
  administrative_fee: 'rate: 0.0010',
  expense_budget: ["id: audit, account: '5250', annual_amount: 60000", "id: custody, account: '5230', annual_amount: 240000"],
}

export function writeDailyFund(folder: string, { positions, years }: DailyShape): DailyFund {
  const random = randomNumbers(54_321)
  const upTo = (most: number): number => 1 + Math.floor(random() * most)
  /** The same less or more by at most `most`, and never the same. */
  const moved = (value: number, most: number): number => {
    const next = Math.round(value * (1 + (random() - 0.5) * 2 * most))
    return next === value ? value + 1 : next
  }
  const dates = businessDays(calendarDate(2019, 1, 2), calendarDate(2018 + years, 12, 31))
  const days = dates.map(formatCalendarDate)
  const holdings = Array.from({ length: positions }, (_, index): Holding => {
    const currency = index % 20 < 12 ? 'USD' : index % 20 < 17 ? 'EUR' : 'JPY'
    return { id: `p${String(index + 1).padStart(4, '0')}`, currency, units: 0, price: upTo(20) * 100_000 * (currency === 'JPY' ? 100 : 1) }
  })
  let [euro, yen, level] = [11_000, 1_100_000, 1_000_000] // Dollars for a euro, yen for a dollar, the benchmark: in ten-thousandths.
  let prices: Rows | undefined
  let [written, priceCount] = [0, 0]

  for (const sub of ['events', 'prices', 'rates', 'benchmarks']) mkdirSync(join(folder, sub), { recursive: true })
  writeFileSync(join(folder, 'fund.yaml'), fundText({ inception: days[0] as string, policies }))
  const rows = (name: string, header: string): Rows => new Rows(join(folder, `${name}.csv`), header)
  const instruments = rows('instruments', 'id,name,type,industry,country,currency,income_producing,income_source')
  for (const { id, currency } of holdings)
    instruments.add(`${id},Company ${id},common-stock,Retail,${{ USD: 'US', EUR: 'DE', JPY: 'JP' }[currency]},${currency},yes,measured`)
  const purchases = rows('events/purchase', 'id,trade_date,instrument,quantity,price,commission')
  const sales = rows('events/sale', 'id,trade_date,instrument,quantity,price,commission')
  const subscriptions = rows('events/subscription', 'id,trade_date,class,amount')
  const redemptions = rows('events/redemption', 'id,trade_date,class,amount')
  const dividends = rows('events/dividend', 'id,ex_date,instrument,rate,pay_date,withholding_rate,treaty_rate')
  const reclaims = rows('events/reclaim', 'id,effective_date,of,outcome')
  const splits = rows('events/split', 'id,ex_date,instrument,new_units,old_units')
  const rates = rows('rates/rates', 'date,currency,rate,quote,source,time')
  const benchmark = rows('benchmarks/world', 'date,benchmark,level,source')

  const trade = (side: 'purchase' | 'sale', day: string, holding: Holding, units: number): void => {
    const file = side === 'purchase' ? purchases : sales
    file.add(`${side}-${file.count + 1},${day},${holding.id},${units},${tenThousandths(holding.price)},${holding.currency === 'JPY' ? '1500' : '15.00'}`)
    holding.units += side === 'purchase' ? units : -units
  }

  for (const [index, day] of days.entries()) {
    const previous = days[index - 1]
    const isNewMonth = previous === undefined || !day.startsWith(previous.slice(0, 7))
    if (isNewMonth) {
      prices?.close()
      prices = rows(`prices/${day.slice(0, 7)}`, 'date,instrument,price,type,source')
    }
    ;[euro, yen] = [moved(euro, 0.003), moved(yen, 0.003)]
    rates.add(`${day},EUR,${tenThousandths(euro)},base-per-foreign,vendor,16:00 America/New_York`)
    rates.add(`${day},JPY,${tenThousandths(yen)},foreign-per-base,vendor,16:00 America/New_York`)
    let moves = 0
    for (const holding of holdings) {
      const before = holding.price
      holding.price = moved(before, 0.015)
      moves += holding.price / before - 1
    }
    level = Math.round(level * (1 + moves / positions))
    benchmark.add(`${day},world,${tenThousandths(level)},vendor`)

    if (isNewMonth && previous !== undefined) {
      const split = holdings[upTo(positions) - 1] as Holding
      splits.add(`split-${splits.count + 1},${day},${split.id},2,1`)
      split.units *= 2
      split.price = Math.ceil(split.price / 2)
    }
    for (const [number, { id, currency, price }] of holdings.entries()) {
      if (index === 0 || (index + number) % 63 !== 0) continue
      const paid = formatCalendarDate(addDays(dates[index] as (typeof dates)[number], 14))
      const dividend = `dividend-${dividends.count + 1}`
      // Tax withheld above the treaty comes back about half a year later.
      const reclaimed = days[index + 120]
      if (currency !== 'USD' && reclaimed !== undefined) reclaims.add(`reclaim-${reclaims.count + 1},${reclaimed},${dividend},received`)
      dividends.add(`${dividend},${day},${id},${tenThousandths(Math.ceil(price / 400))},${paid},${currency === 'USD' ? ',' : '0.25,0.15'}`)
    }
    if (index === 0) {
      subscriptions.add(`subscription-1,${day},a,${dollars(BigInt(positions) * 2_400_000_00n)}`)
      for (const holding of holdings)
        trade('purchase', day, holding, 100 * Math.ceil((20_000_000_000 * (holding.currency === 'JPY' ? 100 : 1)) / holding.price / 100))
    } else if (index < days.length - 1) {
      // What is dealt on the last day is not in its net asset value.
      subscriptions.add(`subscription-${subscriptions.count + 1},${day},a,${dollars(BigInt(positions * upTo(4_000_00)))}`)
      if (index % 2 === 0) redemptions.add(`redemption-${redemptions.count + 1},${day},a,${dollars(BigInt(positions * upTo(6_000_00)))}`)
      for (const until = Math.floor((positions * index) / 50); written < until; written += 1) {
        const holding = holdings[upTo(positions) - 1] as Holding
        if (written % 2 === 0) trade('purchase', day, holding, 100 * upTo(40))
        else trade('sale', day, holding, upTo(Math.floor(holding.units / 4)))
      }
    }
    for (const { id, price } of holdings) prices?.add(`${day},${id},${tenThousandths(price)},close,vendor`)
    priceCount += holdings.length
  }
  for (const file of [instruments, purchases, sales, subscriptions, redemptions, dividends, reclaims, splits, rates, benchmark, prices]) file?.close()
  return {
    folder,
    positions,
    days: days.length,
    prices: priceCount,
    trades: purchases.count + sales.count,
    dividends: dividends.count,
    investments: holdings.reduce((total, holding) => total + cents(holding, BigInt(euro), BigInt(yen)), 0n),
  }
}

/** Units × price × rate, half up. Euros: dollars in hundredths of a millionth of a cent. */
function cents({ units, price, currency }: Holding, euro: bigint, yen: bigint): bigint {
  const worth = BigInt(units) * BigInt(price) // In ten-thousandths of the currency.
  const [of, over] = { USD: [worth, 100n], EUR: [worth * euro, 1_000_000n], JPY: [worth * 100n, yen] }[currency] as [bigint, bigint]
  return (2n * of + over) / (2n * over)
}
