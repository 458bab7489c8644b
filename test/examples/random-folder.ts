/**
 * A fund of some weeks at random, published in the layout of examples/etf-daily, and its net asset values found by plain sums of whole
 * cents: no lot, no ledger, no event. Securities split, change their names, come and go; some days are not published.
 */
import { businessDays } from '../../src/reference/nyse-calendar.ts'
import { calendarDate, formatCalendarDate } from '../../src/values/calendar-date.ts'
import { decimal, divideRound, divideUnits, formatDecimal } from '../../src/values/decimal.ts'

export type RandomFolder = { readonly files: Readonly<Record<string, string>>; readonly days: number }

/** Whole numbers from 0 to below `limit`, from a seed: the same folder for the same seed. */
function chance(seed: number): (limit: number) => number {
  let state = BigInt(seed) * 2n + 1n
  return (limit) => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n
    return Number((state >> 33n) % BigInt(limit))
  }
}

/** Exact dollars of cents. */
const dollars = (cents: bigint): string => formatDecimal(decimal(cents, 2))

export function randomFolder(seed: number): RandomFolder {
  const any = chance(seed)
  const days = businessDays(calendarDate(2023, 3, 1), calendarDate(2023, 4, 28))
  const securities = Array.from({ length: 6 }, (_, index) => ({
    name: `COMPANY ${index}`,
    ticker: index === 0 ? '7203 JP' : `TICK${index}`,
    // Without a check digit that is right: what identifies it is the ticker, and where that changes the name.
    code: `CODE${index}`,
    price: BigInt(1000 + any(9000)),
    units: BigInt(any(5000)),
    isLeaving: false,
  }))
  const holdings: string[] = ['file_date,value_date,company,ticker,cusip,shares,market_value,weight_pct']
  const flows: string[] = ['date,aum_usd,net_flow_usd']
  const navs: string[] = ['date,aum_usd,shares_outstanding,nav_per_share']
  const splits: string[] = ['value_date,ticker,name,shares_before,shares_after,px_before,px_after,ratio']
  const value = (): bigint => securities.reduce((total, { units, price }) => total + units * price, 0n)
  let cash = BigInt(1_000_000 + any(1_000_000))
  let shares = 5_000n
  // Orders of a day are in cash and shares from the next on; so are its trades, at its prices, which changes nothing that day.
  for (const [index, day] of days.entries()) {
    const on = formatCalendarDate(day)
    const isPublished = index === 0 || index === days.length - 1 || any(8) > 0
    if (index > 0) {
      for (const security of securities) {
        // A price that nobody publishes is the price before: on a day that is not published, and of what is sold to the last unit on it.
        security.isLeaving = isPublished && any(30) === 0
        if (!isPublished || security.units === 0n || security.isLeaving) continue
        security.price += BigInt(any(201)) - (security.price < 200n ? 0n : 100n)
        const what = any(15)
        if (what === 0) {
          const ratio = BigInt(2 + any(3))
          splits.push(`${on},${security.ticker},${security.name},,,,,${ratio}:1`)
          security.units *= ratio
          security.price = security.price / ratio + 1n
        } else if (what === 1) security.ticker = `NEW${index}${security.ticker.slice(-1)}`
        else if (what === 2) security.name = `${security.name} RENAMED`
      }
    }
    if (!isPublished) continue
    const netAssets = value() + cash
    const perShare = divideRound(decimal(netAssets, 2), decimal(shares, 0), 'half-up', 6)
    if (index > 0) {
      for (const security of securities) {
        if (any(3) > 0 && !security.isLeaving) continue
        const units = security.isLeaving ? 0n : BigInt(1 + any(5000))
        cash -= (units - security.units) * security.price
        security.units = units
      }
    }
    for (const { name, ticker, code, units, price } of securities) {
      if (units > 0n) holdings.push(`${on},${on},${name},${ticker},${code},${units},${dollars(units * price)},`)
    }
    const change = index === 0 || any(3) > 0 ? 0n : BigInt(any(5) - 2) * 100n
    const flow = divideUnits(perShare.units * change, 10_000n, 'half-up')
    cash += flow
    shares += change
    flows.push(`${on},${dollars(netAssets + flow)},${dollars(flow)}`)
    navs.push(`${on},${dollars(netAssets + flow)},${shares},${formatDecimal(perShare)}`)
  }
  const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`
  return {
    days: navs.length - 1,
    files: { 'holdings.csv': text(holdings), 'aum-and-flows.csv': text(flows), 'nav-per-share.csv': text(navs), 'splits.csv': text(splits) },
  }
}
