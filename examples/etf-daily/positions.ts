/** The positions of each day from the rows of the holdings: units and the price that gives their value to the cent. */
import { type CalendarDate, formatCalendarDate } from '../../src/values/calendar-date.ts'
import { currencyCodes } from '../../src/values/currency.ts'
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  divideRound,
  equals,
  product,
  round,
  signOf,
  subtract,
  withoutTrailingZeros,
} from '../../src/values/decimal.ts'
import { type Issue } from '../../src/values/issue.ts'
import { Price, Quantity } from '../../src/values/scaled.ts'
import { type HoldingRow } from './read-folder.ts'
import { type Matcher, tickerOf } from './securities.ts'

/** Of one security on one day. */
export type DayPosition = { readonly quantity: Decimal; readonly value: Decimal; readonly price: Decimal }

export type Positions = {
  /** By day, then by id of the security; a security without units is not there. */
  readonly byDay: ReadonlyMap<CalendarDate, ReadonlyMap<string, DayPosition>>
  /** Rows of cash, by name: they are part of the cash that is left over. */
  readonly cash: ReadonlyMap<string, number>
  /** Money market funds kept at one dollar a unit. */
  readonly moneyFunds: ReadonlySet<string>
  /** Securities with units and without a value, and on how many days. */
  readonly worthless: ReadonlyMap<string, number>
  readonly issues: readonly Issue[]
}

const ONE_DOLLAR: Decimal = decimal(1n, 0)
const LEAST_PRICE: Decimal = decimal(1n, Price.scale)

export function positionsOf(rows: readonly HoldingRow[], matcher: Matcher): Positions {
  const cash = new Map<string, number>()
  const moneyFunds = new Set<string>()
  const worthless = new Map<string, number>()
  const issues: Issue[] = []
  const byDay = new Map<CalendarDate, ReadonlyMap<string, DayPosition>>()
  for (const [date, all] of [...Map.groupBy(rows, (row) => row.date)].toSorted(([left], [right]) => left - right)) {
    const securities = all.filter((row) => !isCash(row))
    for (const { company } of all.filter(isCash)) cash.set(company, (cash.get(company) ?? 0) + 1)
    const ids = matcher.ofDay(securities)
    const ofDay = new Map<string, { quantity: Decimal; value: Decimal; isMoneyFund: boolean }>()
    for (const [index, row] of securities.entries()) {
      if (row.shares.units < 0n || row.marketValue.units < 0n) {
        issues.push(shortPosition(row))
        continue
      }
      const id = ids[index] as string
      const isMoneyFund = isAtOneDollar(row)
      // The published units of a money market fund are cut to whole ones; its value is not.
      const marketValue = round(row.marketValue, 'half-up', 2)
      const quantity = isMoneyFund ? marketValue : round(row.shares, 'half-up', Math.min(row.shares.scale, Quantity.scale))
      const before = ofDay.get(id)
      ofDay.set(id, {
        quantity: before === undefined ? quantity : add(before.quantity, quantity),
        value: before === undefined ? marketValue : add(before.value, marketValue),
        isMoneyFund,
      })
    }
    const held = [...ofDay].filter(([, { quantity }]) => quantity.units > 0n)
    byDay.set(
      date,
      new Map(
        held.map(([id, { quantity, value, isMoneyFund }]) => {
          if (isMoneyFund) moneyFunds.add(id)
          if (value.units === 0n) worthless.set(id, (worthless.get(id) ?? 0) + 1)
          return [id, { quantity, value, price: isMoneyFund ? ONE_DOLLAR : priceOf(quantity, value) }]
        }),
      ),
    )
  }
  return { byDay, cash, moneyFunds, worthless, issues }
}

/**
 * The price with the fewest places, two at least, that gives the value to the cent; where none of nine places does, the quotient to
 * nine. A price is above zero, so a value of nothing is a billionth of a dollar a unit.
 */
export function priceOf(quantity: Decimal, value: Decimal): Decimal {
  if (value.units === 0n) return LEAST_PRICE
  for (let places = 2; places < Price.scale; places += 1) {
    const price = divideRound(value, quantity, 'half-up', places)
    if (price.units > 0n && equals(round(product(quantity, price), 'half-up', 2), value)) return price
  }
  const price = divideRound(value, quantity, 'half-up', Price.scale)
  return price.units === 0n ? LEAST_PRICE : withoutTrailingZeros(price, 2)
}

const moneyWords = /\b(MONEY|CASH|GOVT|GOVERNMENT|GOV|TREASURY|TREAS|LIQUID|LIQUIDITY|MMKT|MM|SWEEP)\b/

/** A money market fund: no ticker of an exchange, a name of its kind, and within a unit a dollar each. */
const isAtOneDollar = ({ company, shares, marketValue }: HoldingRow): boolean =>
  moneyWords.test(company.toUpperCase()) && compare(absolute(subtract(marketValue, shares)), ONE_DOLLAR) < 0 && signOf(marketValue) > 0

const currencyNames =
  /^(CASH( .*)?|(.* )?(DOLLARS?|EUROS?|YEN|POUNDS?|STERLING|FRANCS?|KRON[AE]R?|SHEKELS?|YUAN|RENMINBI|WON|RUPEES?|RAND|REAL|PESOS?|ZLOTY|LIRA|BAHT))$/

/** Cash, in whatever currency: what it is worth is in net assets, and with what is owed and due makes the cash left over. */
function isCash({ company, ticker }: HoldingRow): boolean {
  const name = company
    .toUpperCase()
    .replaceAll(/[^A-Z ]+/g, '')
    .trim()
  const symbol = ticker === undefined ? undefined : tickerOf(ticker)
  if (symbol !== undefined && (symbol.startsWith('CASH') || currencyCodes.includes(symbol)) && (currencyNames.test(name) || name === symbol)) return true
  return symbol === undefined && !/\b(FUND|INS|INST|PORTFOLIO|SHARES|GOVT|MAN|MGMT|RESERVES?)\b/.test(name) && currencyNames.test(name)
}

const shortPosition = ({ source, company, date, shares }: HoldingRow): Issue => ({
  code: 'field.sign',
  place: { file: source.file, row: source.row, column: shares.units < 0n ? 'shares' : 'market_value' },
  found: `${company} below zero on ${formatCalendarDate(date)}`,
  needed: 'a long position: short ones are not converted',
  remedy: 'Leave the days out with --from and --through, or the row, whose value then is part of the cash left over.',
})
