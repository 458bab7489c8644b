/**
 * Valid books at random: what fast-check draws are decisions (buy about so much, settle late), and a small model of units
 * held makes events of them that can be booked. What cannot be done on a day is left out, so that every book drawn is valid.
 */
import fc from 'fast-check'
import { businessDays } from '../../src/reference/nyse-calendar.ts'
import { addDays, type CalendarDate, formatCalendarDate } from '../../src/values/calendar-date.ts'
import { type BookText, day } from './book.ts'
import { dividendRows, heldBefore, incomeRows, type Trade } from './random-income.ts'

export const instruments = ['acme', 'beta', 'coda'] as const

const kinds = [
  'purchase',
  'purchase',
  'sale',
  'sale',
  'subscription',
  'redemption',
  'creation-in-kind',
  'redemption-in-kind',
  'split',
  'share-split',
  'dividend',
  'dividend',
  'income',
  'manual-entry',
  'manual-entry in euros',
  'invoice',
] as const

type Decision = {
  readonly kind: (typeof kinds)[number]
  readonly instrument: number
  /** Units, or tens of dollars. */
  readonly size: number
  /** Taken apart by each kind for its own choices. */
  readonly choice: number
}

const decision = fc.record<Decision>({
  kind: fc.constantFrom(...kinds),
  instrument: fc.nat(instruments.length - 1),
  size: fc.integer({ min: 1, max: 400 }),
  choice: fc.nat(5039),
})

export type Decisions = {
  readonly days: readonly { readonly moves: readonly number[]; readonly decisions: readonly Decision[] }[]
  readonly tradesOnT: boolean
  readonly actualSettlement: boolean
  readonly specificLots: boolean
  readonly shareDecimals: number
  readonly navDecimals: number
  /** Whether coda trades in euros. */
  readonly isForeign: boolean
  /** Settings of the accruals where fees and a budget are agreed; undefined where none is. */
  readonly accrual: string | undefined
}

export const decisions: fc.Arbitrary<Decisions> = fc.record({
  days: fc.array(
    fc.record({ moves: fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 3, maxLength: 3 }), decisions: fc.array(decision, { maxLength: 4 }) }),
    { minLength: 10, maxLength: 30 },
  ),
  tradesOnT: fc.boolean(),
  actualSettlement: fc.boolean(),
  specificLots: fc.boolean(),
  shareDecimals: fc.constantFrom(0, 3, 4),
  navDecimals: fc.constantFrom(2, 4),
  isForeign: fc.boolean(),
  accrual: fc.constantFrom(undefined, 'rounding: carry', 'rounding: daily, weekend: friday', 'base_includes_capital: yes'),
})

const headers = {
  subscription: 'id,trade_date,class,amount,shares,settlement_date',
  redemption: 'id,trade_date,class,amount,shares,settlement_date,redemption_fee',
  'creation-in-kind': 'id,line,trade_date,class,shares,cash_component,transaction_fee,instrument,quantity',
  'redemption-in-kind': 'id,line,trade_date,class,shares,cash_component,transaction_fee,instrument,quantity,lots',
  purchase: 'id,trade_date,instrument,quantity,price,commission,fees,net_amount,settlement_date',
  sale: 'id,trade_date,instrument,quantity,price,commission,fees,net_amount,settlement_date,lots',
  'share-split': 'id,effective_date,class,new_units,old_units,shares_after',
  split: 'id,ex_date,instrument,new_units,old_units,fractions,cash_price,pay_date',
  dividend: 'id,ex_date,instrument,rate,pay_date,withholding_rate,treaty_rate,withheld,reclaim,fee_rate,capital_gain,informed,knowable,reverses',
  interest: 'id,from,through,type,amount,balance,rate,currency,pay_date',
  'securities-lending': 'id,effective_date,instrument,earned,rebate,agent_rate,agent_fee,pay_date',
  'other-income': 'id,effective_date,description,amount,currency,pay_date',
  settlement: 'id,settlement_date,of,quantity,amount',
  invoice: 'id,invoice_date,against,account,amount,period_from,period_through,pay_date,final',
  reclaim: 'id,effective_date,of,outcome,amount',
  'manual-entry': 'id,line,effective_date,account,class,currency,debit,credit,base_amount,reason',
} as const
export type RowKind = keyof typeof headers

/** The rows of a book, by kind; the lines of a manual entry are one row of several lines. */
export type RandomBook = {
  readonly first: CalendarDate
  readonly through: CalendarDate
  readonly rows: Readonly<Record<RowKind, readonly string[]>>
  readonly prices: readonly string[]
  readonly rates: readonly string[]
  readonly text: BookText
}

const fees = {
  advisory_fee: 'rate: 0.0075, breakpoints: 0.005 above 300000',
  distribution_fee: 'rate: 0.0025',
  expense_budget: 'id: audit, account: 5250, annual_amount: 36500',
}

export const bookText = (
  { tradesOnT, actualSettlement, specificLots, shareDecimals, navDecimals, isForeign, accrual }: Decisions,
  files: Readonly<Record<RowKind, readonly (readonly string[])[]>>,
  prices: readonly (readonly string[])[],
  rates: readonly string[],
): BookText => ({
  instruments: `
    id,   name,       type,         industry, country, currency,                     income_producing, income_source
    acme, Acme Corp., common-stock, Tools,    US,      USD,                          yes,              test
    beta, Beta Inc.,  common-stock, Tools,    US,      USD,                          no,               test
    coda, Coda Ltd.,  common-stock, Music,    DE,      ${isForeign ? 'EUR' : 'USD'}, no,               test
  `,
  policies: {
    nav_timing: `trades: ${tradesOnT ? 'T' : 'T+1'}`,
    nav_rounding: `decimals: ${navDecimals}, mode: half-up`,
    settlement: `method: ${actualSettlement ? 'actual' : 'contractual'}, capital_days: 1`,
    lot_relief: `method: ${specificLots ? 'specific' : 'fifo'}`,
    ...(accrual === undefined ? {} : { ...fees, expense_accrual: accrual }),
  },
  shareClass: { share_decimals: String(shareDecimals) },
  events: Object.fromEntries(Object.entries(files).map(([kind, parts]) => [kind, parts.map((rows) => [headers[kind as RowKind], ...rows].join('\n'))])),
  prices: prices.map((rows) => ['date,instrument,price,type,source', ...rows].join('\n')),
  rates: ['date,currency,rate,quote,source,time', ...rates].join('\n'),
})

export function randomBook(drawn: Decisions): RandomBook {
  const rows = {
    subscription: [] as string[],
    redemption: [] as string[],
    'creation-in-kind': [] as string[],
    'redemption-in-kind': [] as string[],
    purchase: [] as string[],
    sale: [] as string[],
    split: [] as string[],
    'share-split': [] as string[],
    dividend: [] as string[],
    interest: [] as string[],
    'securities-lending': [] as string[],
    'other-income': [] as string[],
    settlement: [] as string[],
    invoice: [] as string[],
    reclaim: [] as string[],
    'manual-entry': [] as string[],
  }
  const prices: string[] = []
  const rates: string[] = []
  const dates = businessDays(day('2024-06-03'), day('2024-09-30')).slice(0, drawn.days.length)
  const [first, through] = [dates[0] as CalendarDate, dates.at(-1) as CalendarDate]
  const cents = [1000, 2500, 4321]
  const lots: { readonly id: string; units: number }[][] = [[], [], []]
  const trades: Trade[] = []
  const declared: { readonly instrument: number; readonly exDate: CalendarDate; readonly size: number; readonly choice: number }[] = []
  let number = 0
  let spent = 0
  let redeemable = 20_000
  const ratios = [1, 1, 1]
  /** Cents of today's price, in the units after a split. */
  const quoted = (instrument: number): number => Math.ceil((cents[instrument] as number) / (ratios[instrument] as number))
  const next = (kind: string): string => `${kind}-${String((number += 1)).padStart(4, '0')}`
  const money = (value: number): string => (value / 100).toFixed(2)

  rows.subscription.push(`seed,${formatCalendarDate(first)},a,500000.00,50000,${formatCalendarDate(first)}`)
  for (const [index, { moves, decisions: ofDay }] of drawn.days.entries()) {
    const date = dates[index] as CalendarDate
    const on = formatCalendarDate(date)
    rates.push(`${on},EUR,${((10_500 + (moves[0] as number)) / 10_000).toFixed(4)},base-per-foreign,x,16:00 America/New_York`)
    for (const { kind, instrument, choice } of ofDay) {
      // Once for each, on a day without a trade of it: settlements by units of earlier trades are in old units.
      const isTraded = ofDay.some((other) => other.instrument === instrument && (other.kind === 'purchase' || other.kind === 'sale'))
      if (kind !== 'split' || ratios[instrument] !== 1 || isTraded) continue
      const ratio = 2 + (choice % 2)
      ratios[instrument] = ratio
      for (const lot of lots[instrument] ?? []) {
        trades.push({ of: instrument, date, units: lot.units * (ratio - 1), isAtOpen: true })
        lot.units *= ratio
      }
      rows.split.push(`${next('split')},${on},${instruments[instrument]},${ratio},1,${choice % 4 === 0 ? `cash,${money(quoted(instrument))},` : ',,'}`)
    }
    const [shareSplit] = ofDay.filter(({ kind }) => kind === 'share-split')
    if (shareSplit !== undefined && index > 0 && rows['share-split'].length === 0) {
      const [after, before] = shareSplit.choice % 2 === 0 ? [2, 1] : [1, 2]
      redeemable = Math.floor((redeemable * after) / before)
      rows['share-split'].push(`${next('share-split')},${on},a,${after},${before},`)
    }
    for (const [of, id] of instruments.entries()) {
      // A move of at most 3%, between a half and the double of the first price.
      const start = [1000, 2500, 4321][of] as number
      cents[of] = Math.min(start * 2, Math.max(Math.ceil(start / 2), Math.round(((cents[of] as number) * (10_000 + (moves[of] as number))) / 10_000)))
      prices.push(`${on},${id},${money(quoted(of))},close,x`)
      if ((moves[of] as number) % 3 === 0) prices.push(`${on},${id},${money(quoted(of) + 7)},bid,x`)
    }
    // The order in which a day is booked: the lots of the model must be those of the engine.
    for (const { kind, instrument, size, choice } of ofDay.toSorted((a, b) => rankIn(a, index) - rankIn(b, index))) {
      const id = instruments[instrument] as string
      const price = quoted(instrument) + (choice % 11) - 5
      const held = (lots[instrument] as (typeof lots)[number]).filter(({ units }) => units > 0)
      switch (kind) {
        case 'purchase': {
          if (spent + size * price > 40_000_000) break
          spent += size * price
          const record = next('purchase')
          lots[instrument]?.push({ id: record, units: size })
          trades.push({ of: instrument, date, units: size })
          rows.purchase.push(
            choice % 4 === 0
              ? `${record},${on},${id},${size},,,,${money(size * price + choice)},`
              : `${record},${on},${id},${size},${money(price)}3,${money(choice % 500)},0.03,,${choice % 5 === 0 ? formatCalendarDate(addDays(date, choice % 6)) : ''}`,
          )
          settle(record, size, date, choice)
          break
        }
        case 'sale': {
          const total = held.reduce((sum, { units }) => sum + units, 0)
          const sold = Math.min(size, total)
          if (sold === 0) break
          const taken = take(held, sold, choice)
          const record = next('sale')
          trades.push({ of: instrument, date, units: -sold })
          rows.sale.push(`${record},${on},${id},${sold},${money(price)},${choice % 2 === 0 ? '0.10' : ''},,,,${taken}`)
          settle(record, sold, date, choice)
          break
        }
        case 'creation-in-kind': {
          const other = (instrument + 1) % instruments.length
          const worth = size * quoted(instrument) + 10 * quoted(other)
          if (spent + worth > 40_000_000) break
          spent += worth
          const record = next('creation')
          lots[instrument]?.push({ id: record, units: size })
          lots[other]?.push({ id: record, units: 10 })
          trades.push({ of: instrument, date, units: size }, { of: other, date, units: 10 })
          // About ten dollars a share; the model knows no net asset value.
          const [component, fee] = cashOf(choice)
          const order = `${Math.max(1, Math.round(worth / 1000))},${money(component)},${fee === 0 ? '' : money(fee)}`
          rows['creation-in-kind'].push(`${record},1,${on},a,${order},${id},${size}\n${record},2,,,,,,${instruments[other]},10`)
          if (Math.abs(component + fee) >= 100) settle(record, undefined, date, choice)
          break
        }
        case 'redemption-in-kind': {
          const delivered = Math.min(
            size,
            held.reduce((sum, { units }) => sum + units, 0),
          )
          const redeemed = Math.max(1, Math.round((delivered * quoted(instrument)) / 1000))
          if (delivered === 0 || redeemed > redeemable) break
          redeemable -= redeemed
          const taken = take(held, delivered, choice)
          trades.push({ of: instrument, date, units: -delivered })
          const record = next('redemption-in-kind')
          const [component, fee] = cashOf(choice)
          const order = `${redeemed},${money(component)},${fee === 0 ? '' : money(fee)}`
          rows['redemption-in-kind'].push(`${record},1,${on},a,${order},${id},${delivered},${taken}`)
          if (Math.abs(component - fee) >= 100) settle(record, undefined, date, choice)
          break
        }
        case 'split': // Done at the open of the day.
        case 'share-split':
          break
        case 'subscription': {
          const record = next('subscription')
          rows.subscription.push(`${record},${on},a,${choice % 3 === 0 ? '' : money(size * 1000 + choice)},${choice % 3 === 0 ? size : ''},`)
          settle(record, undefined, date, choice)
          break
        }
        case 'redemption': {
          if (size > redeemable) break
          redeemable -= size
          const record = next('redemption')
          // A fee of some dollars at most, which the least order can bear.
          const fee = choice % 5 === 0 ? money(1 + (choice % 400)) : ''
          rows.redemption.push(`${record},${on},a,${choice % 3 === 0 ? money(size * 500 + choice) : ''},${choice % 3 === 0 ? '' : size},,${fee}`)
          settle(record, undefined, date, choice)
          break
        }
        case 'dividend':
          // Some on a Saturday; who is entitled is found when all trades are drawn.
          declared.push({ instrument, exDate: addDays(date, choice % 2), size, choice })
          break
        case 'income':
          for (const [of, row] of incomeRows({ on, pay: formatCalendarDate(addDays(date, choice % 9)), id, size, choice })) rows[of].push(`${next(of)},${row}`)
          break
        case 'manual-entry': {
          const record = next('manual')
          // Some on the day after: a Saturday after a Friday.
          const effective = formatCalendarDate(addDays(date, choice % 2))
          const [debit, credit] = choice % 3 === 0 ? ['1000', '4100'] : ['5290', '2560']
          rows['manual-entry'].push(`${record},1,${effective},${debit},,,${money(size)},,,test\n${record},2,${effective},${credit},,,,${money(size)},,`)
          break
        }
        case 'invoice': {
          const record = next('invoice')
          const against = drawn.accrual === undefined || choice % 3 === 0 ? ',5280' : choice % 3 === 1 ? 'audit,' : 'advisory_fee,'
          const from = formatCalendarDate(addDays(date, -(choice % 20)))
          const period = against === 'advisory_fee,' ? on : formatCalendarDate(addDays(date, (choice % 40) - (choice % 20)))
          rows.invoice.push(
            `${record},${on},${against},${money(100 + size * 10)},${from},${period},${formatCalendarDate(addDays(date, choice % 6))},${choice % 2 === 0 ? 'no' : ''}`,
          )
          if (choice % 9 < 5) settle(record, undefined, date, choice)
          break
        }
        case 'manual-entry in euros': {
          const record = next('manual')
          const base = money(Math.round(size * 105) + 1)
          rows['manual-entry'].push(
            [
              `${record},1,${on},1010,,EUR,${size}.00,,${base},euros bought`,
              `${record},2,${on},1011,,EUR,,${size}.00,${base},`,
              `${record},3,${on},1012,,,${base},,,`,
              `${record},4,${on},1000,,,,${base},,`,
            ].join('\n'),
          )
          break
        }
      }
    }
  }
  for (const each of declared) {
    const drawnRows = dividendRows({ ...each, id: instruments[each.instrument] as string, units: heldBefore(trades, each.instrument, each.exDate), next })
    for (const [of, row] of drawnRows) rows[of].push(row)
  }
  const single = Object.fromEntries(Object.entries(rows).map(([kind, all]) => [kind, [all]])) as unknown as Record<RowKind, readonly (readonly string[])[]>
  return { first, through, rows, prices, rates, text: bookText(drawn, single, [prices], rates) }

  /** In kind behind the trades of the day where these are in the net asset value of their own day, and it in the next: but for the first day. */
  function rankIn({ kind }: Decision, index: number): number {
    if (kind === 'creation-in-kind') return drawn.tradesOnT && index > 0 ? 3 : 0
    return kind === 'purchase' ? 1 : kind === 'redemption-in-kind' ? 4 : 2
  }

  /** Cash component and fee in cents. No digit of a cent makes them cancel out or change sides: the account that they then leave has nothing left to tell of them. */
  function cashOf(choice: number): readonly [component: number, fee: number] {
    const fee = choice % 4 === 0 ? 0 : choice % 301
    let component = (choice % 401) - 200
    while (component === 0 || Math.abs(component + fee) < 10 || Math.abs(component - fee) < 10) component += 10
    return [component, fee]
  }

  /** Takes units from lots, and names them in some cases: from the last to the first, so that naming differs from first in, first out. */
  function take(held: readonly { readonly id: string; units: number }[], units: number, choice: number): string {
    const isNamed = drawn.specificLots || choice % 3 === 0
    const taken: string[] = []
    let wanted = units
    for (const lot of isNamed ? held.toReversed() : held) {
      const part = Math.min(wanted, lot.units)
      if (part === 0) break
      lot.units -= part
      wanted -= part
      taken.push(`${lot.id}:${part}`)
    }
    return isNamed ? taken.join(' ') : ''
  }

  /** By rule for most trades; late, early, in part or in parts for some. */
  function settle(of: string, units: number | undefined, date: CalendarDate, choice: number): void {
    const after = (days: number): string => formatCalendarDate(addDays(date, days))
    const record = (days: number, quantity: number | string = '', amount = ''): number =>
      rows.settlement.push(`${next('settlement')},${after(days)},${of},${quantity},${amount}`)
    switch (choice % 9) {
      case 0:
        record(choice % 12)
        break
      case 1:
        record(0)
        break
      case 2:
        if (units !== undefined && units > 1) record(1, Math.ceil(units / 3))
        break
      case 3:
        if (units !== undefined && units > 2) {
          record(0, Math.floor(units / 3))
          record(2, Math.floor(units / 3))
          record(5)
        }
        break
      case 4:
        record(3, '', '1.00')
        record(4, '', '0')
        break
      default: // by rule
    }
  }
}
