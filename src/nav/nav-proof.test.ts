// Worked by hand: 50,000 shares at 10.00, and what trades, prices, rates and orders then do to them.
import { describe, expect, test } from 'vitest'
import { type BookText, day, dollars, open, shownIssue } from '../../test/support/book.ts'
import { type CalendarDate } from '../values/calendar-date.ts'
import { USD } from '../values/currency.ts'
import { formatDecimal } from '../values/decimal.ts'
import { type ClosedDay } from './close-day.ts'
import { type DayProof, navProof, proofContext } from './nav-proof.ts'
import { replay } from './replay.ts'
import { type Basis } from './strike.ts'
import { type UnitisedRoll, unitisedRoll } from './unitised-roll.ts'

const seed = 'id, trade_date, class, amount, shares, settlement_date\nseed, 2024-06-03, a, 500000.00, 50000, 2024-06-03'
const buy = 'id, trade_date, instrument, quantity, price, commission\nbuy, 2024-06-03, acme, 100, 20.00,'
const close = (...prices: readonly [string, string, string][]): string =>
  ['date, instrument, price, type, source', ...prices.map(([date, id, price]) => `${date}, ${id}, ${price}, close, x`)].join('\n')

function proved(text: BookText, on: string): { readonly proof: DayProof; readonly perShare: UnitisedRoll | undefined } {
  const { book, issues } = open(text)
  expect(issues.map(shownIssue)).toEqual([])
  const days: ClosedDay[] = []
  const dates = new Set<CalendarDate>(['2024-06-03', '2024-06-04', '2024-06-05'].map(day))
  const kept = replay(book, day(on), [], { watch: { days: dates, views: new Set(), see: (_basis: Basis, closed: ClosedDay) => days.push(closed) } })
  expect(kept.issues.map(shownIssue)).toEqual([])
  const [before, last] = [days.at(-2), days.at(-1) as ClosedDay]
  const proof = navProof(before, last, proofContext(kept))
  return { proof, perShare: unitisedRoll(before?.strike.classes[0], last.strike.classes[0] as never, proof, USD) }
}

/** `price 200.00`, those that are not zero. */
const terms = ({ terms: all }: DayProof): readonly string[] => all.flatMap(({ term, effect }) => (effect === 0n ? [] : [`${term} ${dollars(effect)}`]))

/** `acme 2000.00 > 2200.00: price 200.00 dealing 0.00 currency 0.00 rounding 0.00`. */
const holdings = ({ holdings: all }: DayProof): readonly string[] =>
  all.map(
    ({ instrument, opening, closing, price, dealing, currency, rounding }) =>
      `${instrument} ${dollars(opening)} > ${dollars(closing)}: price ${dollars(price)} dealing ${dollars(dealing)} currency ${dollars(currency)} rounding ${dollars(rounding)}`,
  )

describe('R12.15: the proof by holding and record', () => {
  const bought: BookText = {
    events: { subscription: seed, purchase: buy },
    prices: close(['2024-06-03', 'acme', '20.00'], ['2024-06-04', 'acme', '22.00'], ['2024-06-05', 'acme', '25.00']),
  }

  test('the first day is capital and nothing else', () => {
    const { proof, perShare } = proved(bought, '2024-06-03')
    expect([proof.previous, dollars(proof.opening), dollars(proof.closing)]).toEqual([undefined, '0.00', '500000.00'])
    expect(terms(proof)).toEqual(['capital 500000.00'])
    expect(proof.capital).toMatchObject([{ classId: 'a', kind: 'subscription', count: 1, effect: 50_000_000n }])
    expect(perShare).toBeUndefined()
  })

  test('bought yesterday at the close: the move of today is price, 100 × 2.00; a commission is dealing', () => {
    expect(holdings(proved(bought, '2024-06-04').proof)).toEqual(['acme 0.00 > 2200.00: price 200.00 dealing 0.00 currency 0.00 rounding 0.00'])
    const charged = { ...bought, events: { subscription: seed, purchase: buy.replace('20.00,', '19.50, 5.00') } }
    // 100 × (20.00 − 19.50) − 5.00 = 45.00
    expect(terms(proved(charged, '2024-06-04').proof)).toEqual(['price 200.00', 'dealing 45.00'])
  })

  const sold = (trades: string, date: string, quantity: number): BookText => ({
    ...bought,
    policies: { nav_timing: `trades: ${trades}` },
    events: { subscription: seed, purchase: buy, sale: `id, trade_date, instrument, quantity, price\nsell, ${date}, acme, ${quantity}, 23.00` },
  })

  test('R2.5, R6.3: ten sold yesterday at 23.00 with the close at 22.00: dealing 10 × 1.00; the others move, 90 × 3.00', () => {
    const { proof } = proved(sold('T+1', '2024-06-04', 10), '2024-06-05')
    expect(holdings(proof)).toEqual(['acme 2200.00 > 2250.00: price 270.00 dealing 10.00 currency 0.00 rounding 0.00'])
    expect(dollars(proof.closing)).toBe('500480.00') // 500,200.00 + 270.00 + 10.00
  })

  test('ten sold today at 23.00 with the close at 25.00: dealing 10 × −2.00; all that was held moves, 100 × 3.00', () => {
    expect(holdings(proved(sold('T', '2024-06-05', 10), '2024-06-05').proof)).toEqual([
      'acme 2200.00 > 2250.00: price 300.00 dealing -20.00 currency 0.00 rounding 0.00',
    ])
  })

  test('all sold yesterday: nothing of it moves today; today, it moves to its close and is dealt against that', () => {
    expect(terms(proved(sold('T+1', '2024-06-04', 100), '2024-06-05').proof)).toEqual(['dealing 100.00'])
    expect(terms(proved(sold('T', '2024-06-05', 100), '2024-06-05').proof)).toEqual(['price 300.00', 'dealing -200.00'])
  })

  test('R3.17: through a split the units are those of today: 100 at 20.00 are 200 at 11.00', () => {
    const split: BookText = {
      policies: { nav_timing: 'trades: T' },
      events: { subscription: seed, purchase: buy, split: 'id, ex_date, instrument, new_units, old_units\nsplit, 2024-06-04, acme, 2, 1' },
      prices: close(['2024-06-03', 'acme', '20.00'], ['2024-06-04', 'acme', '11.00']),
    }
    expect(holdings(proved(split, '2024-06-04').proof)).toEqual(['acme 2000.00 > 2200.00: price 200.00 dealing 0.00 currency 0.00 rounding 0.00'])
  })

  test('lots dealt are rounded each by itself: 3.5 and 3.5 at 0.01 are 0.04 and 0.04, seven are 0.07', () => {
    const halves: BookText = {
      policies: { nav_timing: 'trades: T' },
      events: {
        subscription: seed,
        purchase: 'id, trade_date, instrument, quantity, price\none, 2024-06-04, acme, 3.5, 0.02\ntwo, 2024-06-04, acme, 3.5, 0.02',
      },
      prices: close(['2024-06-04', 'acme', '0.01']),
    }
    // 0.04 − 0.07 of each; the position is a cent less than the two lots.
    expect(holdings(proved(halves, '2024-06-04').proof)).toEqual(['acme 0.00 > 0.07: price 0.00 dealing -0.06 currency 0.00 rounding -0.01'])
  })

  test('R3.40: the currency of a holding is the change of the rate on its local cost; its payable moves the other way', () => {
    const foreign: BookText = {
      instruments: `
        id,   name,      type,         industry, country, currency, income_producing, income_source
        coda, Coda Ltd., common-stock, Music,    DE,      EUR,      no,               test
      `,
      policies: { nav_timing: 'trades: T' },
      events: { subscription: seed, purchase: 'id, trade_date, instrument, quantity, price\nbuy, 2024-06-03, coda, 100, 20.00' },
      prices: close(['2024-06-03', 'coda', '20.00'], ['2024-06-04', 'coda', '22.00']),
      rates:
        'date, currency, rate, quote, source, time\n2024-06-03, EUR, 1.00, base-per-foreign, x, 16:00 Europe/London\n2024-06-04, EUR, 1.10, base-per-foreign, x, 16:00 Europe/London',
    }
    const { proof } = proved(foreign, '2024-06-04')
    // 2,200 × 1.10 − 2,000 = 420.00: 2,000 × 0.10 = 200.00 of currency, 200 × 1.10 = 220.00 of price.
    expect(holdings(proof)).toEqual(['coda 2000.00 > 2420.00: price 220.00 dealing 0.00 currency 200.00 rounding 0.00'])
    expect(proof.currency.map(({ currency, effect }) => `${currency} ${dollars(effect)}`)).toEqual(['EUR -200.00'])
  })

  test('income and expenses are by record, a negative one an expense', () => {
    const entry = 'id, line, effective_date, account, debit, credit, reason\nbill, 1, 2024-06-04, 5290, 12.00, , x\nbill, 2, 2024-06-04, 2560, , 12.00,'
    const { proof } = proved({ ...bought, events: { ...bought.events, 'manual-entry': entry } }, '2024-06-04')
    expect(terms(proof)).toEqual(['price 200.00', 'expenses -12.00'])
    expect(proof.expenses).toEqual([{ account: '5290', source: 'bill', by: 'record', effect: -1200n }])
  })
})

describe('R12.15: the same a share', () => {
  const line = ({ opening, closing, terms: all, unexplained }: UnitisedRoll): readonly string[] => [
    `${formatDecimal(opening)} to ${formatDecimal(closing)}`,
    ...all.map(({ term, perShare }) => `${term} ${formatDecimal(perShare)}`),
    `unexplained ${formatDecimal(unexplained)}`,
  ]

  test('200.00 ÷ 50,000 = 0.004, which the published value does not show', () => {
    const bought = { events: { subscription: seed, purchase: buy }, prices: close(['2024-06-03', 'acme', '20.00'], ['2024-06-04', 'acme', '22.00']) }
    expect(line(proved(bought, '2024-06-04').perShare as UnitisedRoll)).toEqual([
      '10.00 to 10.00',
      'price 0.00400000',
      'publishedRounding -0.00400000',
      'unexplained 0.00000000',
    ])
  })

  test('an order at 10.00 while a share was worth 10.004 dilutes the others: (500,200 + 10,000) ÷ 51,000 − 500,200 ÷ 50,000', () => {
    const more = `${seed}\nmore, 2024-06-04, a, 10000.00, 1000,`
    const bought: BookText = {
      events: { subscription: more, purchase: buy },
      prices: close(['2024-06-04', 'acme', '22.00'], ['2024-06-05', 'acme', '22.00']),
    }
    expect(line(proved(bought, '2024-06-05').perShare as UnitisedRoll)).toEqual([
      '10.00 to 10.00',
      'dilution -0.00007843', // 10.00392157 − 10.00400000
      'publishedRounding 0.00007843',
      'unexplained 0.00000000',
    ])
  })

  test('R6.24: after a split of fund shares, two for one, a share of yesterday is half of one; the split itself moves nothing', () => {
    const split: BookText = {
      events: {
        subscription: seed,
        purchase: buy,
        'share-split': 'id, effective_date, class, new_units, old_units\nhalves, 2024-06-04, a, 2, 1',
      },
      prices: close(['2024-06-03', 'acme', '20.00'], ['2024-06-04', 'acme', '22.00']),
    }
    expect(line(proved(split, '2024-06-04').perShare as UnitisedRoll)).toEqual([
      '5.00000000 to 5.00',
      'price 0.00200000', // 200.00 ÷ 100,000
      'publishedRounding -0.00200000',
      'unexplained 0.00000000',
    ])
  })
})

describe('R3.6: orders in kind', () => {
  test('a basket taken in at yesterday’s closing prices is not dealt at another; its move of today is price', () => {
    const created: BookText = {
      events: {
        subscription: seed,
        'creation-in-kind':
          'id, line, trade_date, class, shares, cash_component, instrument, quantity\nin, 1, 2024-06-04, a, 1000, 2500.00, acme, 250\nin, 2, , , , , beta, 50',
      },
      prices: close(['2024-06-04', 'acme', '20.00'], ['2024-06-04', 'beta', '50.00'], ['2024-06-05', 'acme', '22.00'], ['2024-06-05', 'beta', '49.00']),
    }
    const { proof } = proved(created, '2024-06-05')
    // 250 × 20.00 + 50 × 50.00 + 2,500.00 = 10,000.00 for 1,000 shares; then 250 × 2.00 and 50 × −1.00.
    expect(terms(proof)).toEqual(['price 450.00', 'capital 10000.00'])
    expect(holdings(proof).map((each) => each.split(' dealing')[0])).toEqual(['acme 0.00 > 5500.00: price 500.00', 'beta 0.00 > 2450.00: price -50.00'])
  })

  test('R2.5: a basket delivered realizes what it was worth over its cost, which is no gain of the day', () => {
    const delivered: BookText = {
      events: {
        subscription: seed,
        purchase: 'id, trade_date, instrument, quantity, price\none, 2024-06-03, acme, 100, 20.00\ntwo, 2024-06-03, beta, 100, 50.00',
        'redemption-in-kind':
          'id, line, trade_date, class, shares, cash_component, instrument, quantity\nout, 1, 2024-06-04, a, 720, 0.00, acme, 100\nout, 2, , , , , beta, 100',
      },
      prices: close(
        ['2024-06-03', 'acme', '20.00'],
        ['2024-06-03', 'beta', '50.00'],
        ['2024-06-04', 'acme', '22.00'],
        ['2024-06-04', 'beta', '50.00'],
        ['2024-06-05', 'acme', '25.00'],
        ['2024-06-05', 'beta', '51.00'],
      ),
    }
    const { proof } = proved(delivered, '2024-06-05')
    expect(terms(proof)).toEqual(['capital -7200.00'])
    expect(proof.holdings.map(({ instrument, traded }) => `${instrument} ${dollars(traded)}`)).toEqual(['acme -2200.00', 'beta -5000.00'])
  })
})
