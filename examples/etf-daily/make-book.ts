/**
 * A book from what a fund publishes each day. It is taken on at the close of one day, with the positions after the trades of that day
 * and the shares after its orders. From then on the trades of a day are the changes of its positions, at its close; they are in the
 * net asset value of the next business day, as are its orders. What the data do not say is left out or said in the book's README.
 */
import { csvCell } from '../../src/book/csv-write.ts'
import { type CalendarDate, formatCalendarDate } from '../../src/values/calendar-date.ts'
import {
  absolute,
  type Decimal,
  decimal,
  divideRound,
  formatDecimal,
  negate,
  parseDecimal,
  product,
  round,
  subtract,
  sum,
  withoutTrailingZeros,
} from '../../src/values/decimal.ts'
import { type Issue } from '../../src/values/issue.ts'
import { Price, Quantity, Shares } from '../../src/values/scaled.ts'
import { businessDays, isBusinessDay } from '../../src/reference/nyse-calendar.ts'
import { type Carried, CLASS_ID, type Facts, fundFile, instrumentsFile, noteFile, PAR_VALUE } from './book-texts.ts'
import { type DayPosition, positionsOf } from './positions.ts'
import { type NavRow, type PublishedFolder } from './read-folder.ts'
import { securityMatcher } from './securities.ts'

export type MakeOptions = {
  readonly name: string
  /** First day whose net asset value is computed; the fund is taken on the day of data before it. */
  readonly from: CalendarDate | undefined
  readonly through: CalendarDate | undefined
  /** Advisory fee a year, as a fraction; none where undefined. */
  readonly fee: Decimal | undefined
}

/** Path in the book and content of each file; or what is wrong with the folder. */
export type MadeBook =
  | { readonly ok: true; readonly files: ReadonlyMap<string, string>; readonly facts: Facts }
  | { readonly ok: false; readonly issues: readonly Issue[] }

export function makeBook(folder: PublishedFolder, options: MakeOptions): MadeBook {
  if (folder.issues.length > 0) return { ok: false, issues: folder.issues }
  const matcher = securityMatcher()
  const closed = folder.holdings.filter(({ date }) => !isBusinessDay(date))
  const positions = positionsOf(
    folder.holdings.filter(({ date }) => isBusinessDay(date)),
    matcher,
  )
  const dates = [...positions.byDay.keys()]
  // To the places of the books, should the data have more.
  const navs = new Map(
    folder.navs.map((nav) => [
      nav.date,
      { ...nav, netAssets: atMost(nav.netAssets, 2), shares: atMost(nav.shares, Shares.scale), navPerShare: atMost(nav.navPerShare, Price.scale) },
    ]),
  )
  const stated = dates.filter((date) => navs.has(date))
  const takenOn = options.from === undefined ? stated[0] : stated.filter((date) => date < (options.from as CalendarDate)).at(-1)
  const last = dates.filter((date) => options.through === undefined || date <= options.through).at(-1)
  const opening = takenOn === undefined ? undefined : navs.get(takenOn)
  if (takenOn === undefined || last === undefined || opening === undefined || last <= takenOn) return { ok: false, issues: [notEnough(takenOn)] }
  const issues = positions.issues.filter(({ place }) => folder.holdings.some(({ source, date }) => source.row === place.row && date >= takenOn && date <= last))
  if (issues.length > 0) return { ok: false, issues }

  const days = businessDays(takenOn, last)
  const splits = folder.splits.flatMap((split) => {
    const security = matcher.find(split.ticker, split.name)
    return security === undefined || split.date <= takenOn || split.date > last ? [] : [{ ...split, security }]
  })
  const splitsOn = (date: CalendarDate, security: string) => splits.filter((split) => split.date === date && split.security === security)

  const held = new Map<string, DayPosition>()
  const prices: PriceRow[] = []
  const trades: Trade[] = []
  const carried: Carried[] = []
  for (const date of days) {
    const today = positions.byDay.get(date)
    // What was held at the close before is in the net asset value of today, in today's units.
    for (const [security, { quantity, value, price }] of held) {
      for (const { after, before } of splitsOn(date, security)) {
        held.set(security, { quantity: splitUnits(quantity, after, before), value, price: divideRound(product(price, before), after, 'half-up', Price.scale) })
      }
    }
    for (const security of new Set([...held.keys(), ...(today?.keys() ?? [])])) {
      const [before, now] = [held.get(security), today?.get(security)]
      const price = now?.price ?? before?.price
      if (price === undefined) continue
      prices.push({ date, security, price, isCarried: now === undefined })
      if (now === undefined) carried.push({ date, security, isDayMissing: today === undefined })
      if (date === takenOn || today === undefined) {
        if (now !== undefined) held.set(security, now)
        continue
      }
      const change = subtract(now?.quantity ?? decimal(0n, 0), before?.quantity ?? decimal(0n, 0))
      if (change.units !== 0n) trades.push({ date, security, change, price })
      if (now === undefined) held.delete(security)
      else held.set(security, now)
    }
  }

  const bought = positions.byDay.get(takenOn) as ReadonlyMap<string, DayPosition>
  const cash = subtract(opening.netAssets, sum([...bought.values()].map(({ value }) => value)))
  const used = new Set(prices.map(({ security }) => security))
  const securities = matcher.all().filter(({ id }) => used.has(id))
  const orders = ordersOf(folder, navs, opening, last)
  const facts: Facts = {
    name: options.name,
    takenOn,
    last,
    opening,
    cash,
    fee: options.fee,
    securities,
    moneyFunds: positions.moneyFunds,
    cashRows: positions.cash,
    worthless: positions.worthless,
    missingDays: days.filter((date) => !positions.byDay.has(date)),
    carried: carried.filter(({ isDayMissing }) => !isDayMissing),
    doubts: orders.doubts,
    closedRows: closed.length,
    unknownSplits: folder.splits.filter((split) => matcher.find(split.ticker, split.name) === undefined).map(({ ticker, name }) => ticker ?? name ?? ''),
    trades: trades.length,
    orders: orders.rows.length,
    places: Math.min(6, Math.max(2, ...folder.navs.map(({ navPerShare }) => navPerShare.scale))),
    sharePlaces: Math.min(4, Math.max(0, ...folder.navs.map(({ shares }) => withoutTrailingZeros(shares).scale))),
  }
  return { ok: true, facts, files: filesOf({ facts, bought, prices, trades, splits, orders: orders.rows }) }
}

const atMost = (value: Decimal, places: number): Decimal => (value.scale <= places ? value : round(value, 'half-up', places))

/** Units after a split, half up to the places that a quantity has, as the books round them. */
const splitUnits = (quantity: Decimal, after: Decimal, before: Decimal): Decimal => divideRound(product(quantity, after), before, 'half-up', Quantity.scale)

type PriceRow = { readonly date: CalendarDate; readonly security: string; readonly price: Decimal; readonly isCarried: boolean }
type Trade = { readonly date: CalendarDate; readonly security: string; readonly change: Decimal; readonly price: Decimal }
type Order = { readonly kind: 'subscription' | 'redemption'; readonly date: CalendarDate; readonly amount: Decimal | undefined; readonly shares: Decimal }

/**
 * Orders from the change of shares since the day stated before. Their dollars are the flow of the day, where no day between was left out
 * and both go one way; where they do not, shares alone are given, and the engine finds the dollars at its own net asset value.
 */
function ordersOf(folder: PublishedFolder, navs: ReadonlyMap<CalendarDate, NavRow>, opening: NavRow, last: CalendarDate) {
  const flows = new Map(folder.flows.map(({ date, flow }) => [date, flow]))
  const rows: Order[] = []
  const doubts: string[] = []
  let before = opening
  for (const nav of [...navs.values()].toSorted((left, right) => left.date - right.date)) {
    if (nav.date <= opening.date || nav.date > last || !isBusinessDay(nav.date)) continue
    const change = subtract(nav.shares, before.shares)
    const flow = flows.get(nav.date)
    const isNext = businessDays(before.date, nav.date).length === 2
    before = nav
    const on = formatCalendarDate(nav.date)
    if (change.units === 0n) {
      if (flow !== undefined && flow.units !== 0n) doubts.push(`${on}: dollars of ${formatDecimal(flow)} without a change of shares; no order was made of them`)
      continue
    }
    const isOneWay = flow !== undefined && flow.units > 0n === change.units > 0n && flow.units !== 0n
    if (!isOneWay)
      doubts.push(
        `${on}: shares change by ${formatDecimal(change)}, dollars ${flow === undefined ? 'are not stated' : `are ${formatDecimal(flow)}`}; the order has shares alone`,
      )
    else if (!isNext) doubts.push(`${on}: the shares of a day before are not stated; the order has shares alone`)
    rows.push({
      kind: change.units > 0n ? 'subscription' : 'redemption',
      date: nav.date,
      shares: absolute(change),
      amount: isOneWay && isNext ? round(absolute(flow), 'half-up', 2) : undefined,
    })
  }
  return { rows, doubts }
}

type Content = {
  readonly facts: Facts
  readonly bought: ReadonlyMap<string, DayPosition>
  readonly prices: readonly PriceRow[]
  readonly trades: readonly Trade[]
  readonly splits: readonly { readonly date: CalendarDate; readonly security: string; readonly after: Decimal; readonly before: Decimal }[]
  readonly orders: readonly Order[]
}

const csv = (header: string, rows: readonly (readonly string[])[]): string => [header, ...rows.map((row) => row.map(csvCell).join(','))].join('\n') + '\n'
const number = (value: Decimal): string => formatDecimal(withoutTrailingZeros(value))
const cents = (value: Decimal): string => formatDecimal(round(value, 'half-up', 2))

function filesOf({ facts, bought, prices, trades, splits, orders }: Content): ReadonlyMap<string, string> {
  const { takenOn, opening, cash } = facts
  const on = formatCalendarDate(takenOn)
  const files = new Map<string, string>([
    ['fund.yaml', fundFile(facts)],
    ['instruments.csv', instrumentsFile(facts)],
    ['README.md', noteFile(facts)],
  ])
  const add = (file: string, header: string, rows: readonly (readonly string[])[]): void => {
    if (rows.length > 0) files.set(file, csv(header, rows))
  }
  add(
    'events/opening-lot.csv',
    'id,effective_date,instrument,acquired,quantity,cost',
    [...bought].map(([security, { quantity, value }]) => [`opening-${security}`, on, security, on, number(quantity), cents(value)]),
  )
  add('events/opening-shares.csv', 'id,effective_date,class,shares,net_asset_value', [
    ['opening-shares', on, CLASS_ID, number(opening.shares), number(opening.navPerShare)],
  ])
  const par = round(product(opening.shares, parseDecimal(PAR_VALUE) as Decimal), 'half-up', 2)
  const balances = [
    { id: 'opening-cash', account: '1000', classId: '', debit: cash },
    { id: 'opening-par', account: '3000', classId: CLASS_ID, debit: negate(par) },
    { id: 'opening-paid-in', account: '3010', classId: CLASS_ID, debit: negate(subtract(opening.netAssets, par)) },
  ]
  add(
    'events/opening-balance.csv',
    'id,effective_date,account,class,debit,credit',
    balances
      .filter(({ debit }) => debit.units !== 0n)
      .map(({ id, account, classId, debit }) => [id, on, account, classId, ...(debit.units < 0n ? ['', cents(absolute(debit))] : [cents(debit), ''])]),
  )
  for (const kind of ['purchase', 'sale'] as const) {
    add(
      `events/${kind}.csv`,
      'id,trade_date,instrument,quantity,price,net_amount',
      trades
        .filter(({ change }) => change.units > 0n === (kind === 'purchase'))
        .map(({ date, security, change, price }) => [
          `${kind}-${security}-${formatCalendarDate(date)}`,
          formatCalendarDate(date),
          security,
          number(absolute(change)),
          formatDecimal(price),
          cents(product(absolute(change), price)),
        ]),
    )
  }
  add(
    'events/split.csv',
    'id,ex_date,instrument,new_units,old_units',
    splits.map(({ date, security, after, before }) => [
      `split-${security}-${formatCalendarDate(date)}`,
      formatCalendarDate(date),
      security,
      number(after),
      number(before),
    ]),
  )
  for (const kind of ['subscription', 'redemption'] as const) {
    add(
      `events/${kind}.csv`,
      'id,trade_date,class,amount,shares',
      orders
        .filter((order) => order.kind === kind)
        .map(({ date, amount, shares }) => [
          `${kind}-${formatCalendarDate(date)}`,
          formatCalendarDate(date),
          CLASS_ID,
          amount === undefined ? '' : formatDecimal(amount),
          number(shares),
        ]),
    )
  }
  for (const [month, ofMonth] of Map.groupBy(prices, ({ date }) => formatCalendarDate(date).slice(0, 7))) {
    add(
      `prices/${month}.csv`,
      'date,instrument,price,type,source',
      ofMonth.map(({ date, security, price, isCarried }) => [
        formatCalendarDate(date),
        security,
        formatDecimal(price),
        isCarried ? 'last' : 'close',
        isCarried ? 'carried' : 'holdings',
      ]),
    )
  }
  return files
}

const notEnough = (takenOn: CalendarDate | undefined): Issue => ({
  code: 'date.not-enough-days',
  place: { file: takenOn === undefined ? 'holdings.csv' : 'nav-per-share.csv' },
  found:
    takenOn === undefined
      ? 'no day of holdings and net assets before the first day asked for'
      : `no day after ${formatCalendarDate(takenOn)}, or no net assets of that day`,
  needed: 'holdings and net assets of one day, and holdings of a later one',
  remedy: 'Give the days before too, or ask for a later first day.',
})
