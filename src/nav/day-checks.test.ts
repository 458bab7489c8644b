/** The checks of a day through the engine: what becomes an exception, what it comes to, and what passes. */
import { describe, expect, test } from 'vitest'
import { type BookText, day, issuesOf, keep, open, shownIssue } from '../../test/support/book.ts'
import { formatCalendarDate } from '../values/calendar-date.ts'

const priceHeader = 'date, instrument, price, type, source, level, method, evidence, entered_by, approved_by, reason, next_review'
const padded = (header: string, rows: readonly string[]): string =>
  [header, ...rows.map((row) => row + ','.repeat(header.split(',').length - row.split(',').length))].join('\n')

/** 50,000 shares at 10.00 and 1,000 acme bought on the Monday at 12.234, all in the NAV of their own day but the orders. */
function book(prices: readonly string[], rest: Partial<BookText> = {}, policies: Readonly<Record<string, string | readonly string[]>> = {}): BookText {
  return {
    policies: { nav_timing: 'trades: T', valuation: 'price_types: close fair-value, price_sources: x y', price_checks: 'unchanged_days: 2', ...policies },
    events: {
      subscription: 'id, trade_date, class, amount\nopen, 2024-06-03, a, 500000.00',
      purchase: 'id, trade_date, instrument, quantity, net_amount\nbuy, 2024-06-03, acme, 1000, 12234.00',
    },
    prices: padded(priceHeader, prices),
    ...rest,
  }
}

const close = (date: string, price: string, source = 'x') => `2024-06-${date}, acme, ${price}, close, ${source}`
const memo = (date: string, price: string, review: string) =>
  `2024-06-${date}, acme, ${price}, fair-value, committee, 3, cash flow, memo 7, , k.roe, , 2024-${review}`

/** `2024-06-05 price-move 0.0245 blocks`, of all days through the last. */
const exceptionsOf = (text: BookText, through: string): readonly string[] =>
  keep(text, through).strikes.flatMap(({ date, exceptions }) =>
    exceptions.map(({ code, impact }) =>
      [
        formatCalendarDate(date),
        code.replace('valuation.', ''),
        ...(impact === undefined ? [] : [impact.perShare, ...(impact.isBlocking ? ['blocks'] : [])]),
      ].join(' '),
    ),
  )

describe('R5.12: the day move', () => {
  test('position 12,234.00, +10%: 1,223.40 ÷ 50,000 shares = $0.0245 a share, which must be cleared', () => {
    const text = book([close('03', '12.234'), close('04', '12.30'), close('05', '13.53')])
    // Of the 50,000 shares none is in the NAV of the Monday: (13.53 − 12.30) × 1,000 = 1,230.00 ÷ 50,000 = 0.0246.
    expect(exceptionsOf(text, '2024-06-05')).toEqual(['2024-06-05 price-move 0.0246 blocks'])
    const exact = book([close('03', '12.00'), close('04', '12.234'), close('05', '13.4574')])
    expect(exceptionsOf(exact, '2024-06-05')).toEqual(['2024-06-05 price-move 0.0245 blocks'])
  })

  test('what the message says', () => {
    const text = book([close('03', '12.00'), close('04', '12.234'), close('05', '13.4574')])
    const [exception] = keep(text, '2024-06-05').last?.strike.exceptions ?? []
    expect(exception).toMatchObject({
      place: { file: 'prices/prices.csv', row: 4, column: 'price' },
      found: 'Acme Corp. on 2024-06-05: 12.234 to 13.4574, +10.00%',
      needed: 'a change of at most 5%, by the policy price_checks for equity',
      about: { instrument: 'acme', date: '2024-06-05' },
    })
  })

  test.each([
    ['5% is within 5%', ['10.00', '10.50'], 'unchanged_days: 9', []],
    ['a hair more is not', ['10.00', '10.5001'], 'unchanged_days: 9', ['2024-06-05 price-move 0.0100 blocks']],
    ['down as up', ['10.00', '9.00'], 'unchanged_days: 9', ['2024-06-05 price-move 0.0200 blocks']],
    ['a tolerance of its own', ['10.00', '10.50'], 'unchanged_days: 9, day_move: 0.02', ['2024-06-05 price-move 0.0100 blocks']],
    ['a hundredth: another unit', ['10.00', '0.10'], 'unchanged_days: 9', ['2024-06-05 price-unit 0.1980 blocks']],
  ])('%s', (_name, [before, after], policy, expected) => {
    expect(
      exceptionsOf(
        book([close('03', before as string), close('04', before as string), close('05', after as string)], {}, { price_checks: policy }),
        '2024-06-05',
      ),
    ).toEqual(expected)
  })

  test('an entry for equities goes before the one for all', () => {
    const policies = { price_checks: ['asset: equity, day_move: 0.5, unchanged_days: 9', 'day_move: 0.01'].map((entry) => `from: 2024-06-03, ${entry}`) }
    expect(exceptionsOf(book([close('03', '10.00'), close('04', '11.00')], {}, policies), '2024-06-04')).toEqual([])
  })

  test('without the policy no move is checked', () => {
    const { price_checks: _none, ...policies } = book([]).policies as Record<string, string>
    expect(exceptionsOf({ ...book([close('03', '10.00'), close('04', '13.00')]), policies }, '2024-06-04')).toEqual([])
  })
})

describe('R3.17: a missed split', () => {
  const prices = [close('03', '76.95'), close('04', '76.95'), close('05', '38.20'), close('06', '38.20')]
  const { price_checks: _none, ...unchecked } = book([]).policies as Record<string, string>
  const splitOn = (row: string): Partial<BookText> => ({ events: { ...book([]).events, split: `id, ex_date, instrument, new_units, old_units\n${row}` } })

  test('76.95 to 38.20 with no split in the books is caught, with and without the policy', () => {
    // 1,000 × (38.20 − 76.95) = −38,750.00 ÷ 50,000 = 0.7750.
    expect(exceptionsOf(book(prices), '2024-06-05')).toEqual(['2024-06-05 split-missed 0.7750 blocks'])
    expect(exceptionsOf(book(prices, { policies: unchecked }), '2024-06-05')).toEqual(['2024-06-05 split-missed 0.7750 blocks'])
    expect(keep(book(prices), '2024-06-05').last?.strike.exceptions[0]?.found).toBe(
      'Acme Corp. on 2024-06-05: 76.95 to 38.2, −50.36%, as a split of 2 for 1 would make it',
    )
  })

  test('recorded, 76.95 is 38.475 in new units, and nothing is to be explained', () => {
    expect(exceptionsOf(book(prices, splitOn('s, 2024-06-05, acme, 2, 1')), '2024-06-05')).toEqual([])
  })

  test('recorded a day late: caught on its day and on the next', () => {
    expect(
      exceptionsOf(book(prices, splitOn('s, 2024-06-06, acme, 2, 1'), unchecked), '2024-06-06').map((line) => line.split(' ').slice(0, 2).join(' ')),
    ).toEqual(['2024-06-05 split-missed', '2024-06-06 split-missed'])
  })

  test('with a ratio turned round: caught', () => {
    expect(exceptionsOf(book(prices, splitOn('s, 2024-06-05, acme, 1, 2')), '2024-06-05')[0]).toContain('split-missed')
  })
})

describe('R5.12: against the index', () => {
  const policies = { price_checks: 'index: small, unchanged_days: 9' }
  const levels = (after: string) => ({ benchmarks: `date, benchmark, level, source\n2024-06-03, small, 1000, x\n2024-06-04, small, ${after}, x` })
  test.each([
    ['1010', []], // 4% and 1%: three points apart
    ['1009', ['2024-06-04 price-index-move 0.0080 blocks']],
    ['1080', ['2024-06-04 price-index-move 0.0080 blocks']],
  ])('acme +4%%, the index 1000 to %s', (after, expected) => {
    expect(exceptionsOf(book([close('03', '10.00'), close('04', '10.40')], levels(after), policies), '2024-06-04')).toEqual(expected)
  })

  test('a level that is not there is said, on the days that need it', () => {
    const text = book([close('03', '10.00'), close('04', '10.10'), close('05', '10.20')], levels('1010'), policies)
    expect(exceptionsOf(text, '2024-06-05')).toEqual(['2024-06-05 benchmark-missing'])
  })
})

describe('R5.12: stale prices', () => {
  test('unchanged for two days: what a change within the tolerance would come to, 10,000.00 × 5% ÷ 50,000 = 0.0100', () => {
    const text = book(['03', '04', '05', '06'].map((date) => close(date, '10.00')))
    expect(exceptionsOf(text, '2024-06-06')).toEqual(['2024-06-05 price-unchanged 0.0100 blocks', '2024-06-06 price-unchanged 0.0100 blocks'])
  })

  test('a price that stands in says so on both bases, with the policy or without', () => {
    const policies = { valuation: 'price_types: close, stale_days: 3' }
    const text = book([close('03', '10.00')], {}, policies)
    expect(exceptionsOf(text, '2024-06-04')).toEqual(['2024-06-04 price-stale 0.0100 blocks'])
    const { price_checks: _none, ...unchecked } = text.policies as Record<string, string>
    expect(exceptionsOf({ ...text, policies: unchecked }, '2024-06-04')).toEqual(['2024-06-04 price-stale 0.0000'])
    const view = keep(text, '2024-06-04', ['2024-06-04']).views.get(day('2024-06-04'))
    expect(view?.strike.exceptions.map(({ code }) => code)).toEqual(['valuation.price-stale'])
  })
})

describe('R5.12: source comparison', () => {
  test.each([
    ['10.05', []], // 0.05 of 10.05 is less than 0.5%
    ['10.06', ['2024-06-04 price-sources 0.0012']], // 60.00 ÷ 50,000
    ['9.70', ['2024-06-04 price-sources 0.0060 blocks']],
  ])('10.00 and %s', (other, expected) => {
    expect(exceptionsOf(book([close('03', '10.10'), close('04', '10.00'), close('04', other, 'y')]), '2024-06-04')).toEqual(expected)
  })
})

describe('R5.9: fair values', () => {
  test('unchanged for more than its days, reviewed or not', () => {
    const policies = { price_checks: 'fair_value_days: 3', valuation: 'price_types: fair-value' }
    const text = book([memo('03', '10.00', '06-05'), memo('06', '10.00', '07-05')], {}, policies)
    expect(() => keep(text, '2024-06-05')).not.toThrow()
    expect(exceptionsOf(text, '2024-06-07')).toEqual(['2024-06-07 fair-value-unchanged 0.0100 blocks'])
  })

  test('12.00 and the next sale at 11.40: −5.0%', () => {
    const sale = { events: { ...book([]).events, sale: 'id, trade_date, instrument, quantity, price\nsell, 2024-06-05, acme, 1000, 11.40' } }
    const text = book([memo('03', '12.00', '07-05')], sale, { valuation: 'price_types: fair-value' })
    expect(exceptionsOf(text, '2024-06-05')).toEqual(['2024-06-05 fair-value-back-test 0.0120 blocks']) // 0.60 × 1,000 ÷ 50,000
    expect(keep(text, '2024-06-05').last?.strike.exceptions[0]?.found).toContain('−5.0%')
  })

  test('a value of zero is an exception every day', () => {
    const text = book([memo('03', '1.00', '06-03'), memo('04', '0', '07-05')], {}, { valuation: 'price_types: fair-value' })
    expect(exceptionsOf(text, '2024-06-05')).toEqual(['2024-06-04 price-zero 0.0200 blocks', '2024-06-05 price-zero 0.0000'])
  })
})

describe('R12.11: the net asset value against its benchmark', () => {
  const levels = 'date, benchmark, level, source\n2024-06-03, small, 1000, x\n2024-06-04, small, 1000, x\n2024-06-05, small, 1000, x'
  const policies = { price_checks: 'day_move: 1, index_move: 1, unchanged_days: 9', nav_checks: 'benchmark: small' }
  /** Net assets of 500,000 less cost 12,234 bought at 12.234: a move of acme by 1.00 moves the fund by 1,000 ÷ 500,000 = 20 basis points. */
  const moved = (after: string, rest: Partial<BookText> = {}) =>
    book([close('03', '12.234'), close('04', '12.234'), close('05', after)], { benchmarks: levels, ...rest }, policies)

  test.each([
    ['14.734', []], // +2,500 ÷ 500,000 = 50 basis points
    ['14.735', ['2024-06-05 nav-move 0.0500 blocks']],
    ['9.70', ['2024-06-05 nav-move 0.0507 blocks']],
  ])('acme at %s', (after, expected) => {
    expect(exceptionsOf(moved(after), '2024-06-05')).toEqual(expected)
  })

  test('the holdings that moved it are named', () => {
    const [exception] = keep(moved('15.234'), '2024-06-05').last?.strike.exceptions ?? []
    expect(exception?.found).toBe('the fund moved +0.60% on 2024-06-05 and small 0.00%; most by Acme Corp. +0.600%')
  })

  test('capital that comes in is no return', () => {
    const subscription = 'id, trade_date, class, amount\nopen, 2024-06-03, a, 500000.00\nmore, 2024-06-04, a, 900000.00'
    expect(exceptionsOf(moved('12.40', { events: { ...book([]).events, subscription } }), '2024-06-05')).toEqual([])
  })

  test('a trade far from the closing price leaves more than a basis point unexplained', () => {
    // 1,000 more at 13.00 on a day that closes at 12.234: −766.00 of 500,000 is 15 basis points that no price explains.
    const purchase = 'id, trade_date, instrument, quantity, net_amount\nbuy, 2024-06-03, acme, 1000, 12234.00\ndear, 2024-06-05, acme, 1000, 13000.00'
    const text = moved('12.234', { events: { ...book([]).events, purchase } })
    expect(exceptionsOf(text, '2024-06-05')).toEqual(['2024-06-05 nav-contribution 0.0153 blocks'])
    expect(keep(text, '2024-06-05').last?.strike.exceptions[0]?.found).toBe(
      'of a return of −0.153% on 2024-06-05 prices and rates explain 0.000%, income and expenses 0.000%, and nothing −0.153%',
    )
  })
})

describe('R5.6, R5.12, R12.8: exchange rates', () => {
  const close16 = '16:00 America/New_York'
  const instruments = `id, name, type, industry, country, currency, income_producing, income_source
    acme, Acme plc, common-stock, Tools, GB, GBP, yes, test
    beta, Beta SA, common-stock, Tools, FR, EUR, yes, test`
  const rateHeader = 'date, currency, rate, quote, source, time, against'
  const rate = (date: string, currency: string, value: string, rest = `x, ${close16}`, quote = 'base-per-foreign') =>
    `2024-06-${date}, ${currency}, ${value}, ${quote}, ${rest}`
  /** 1,000 acme at 10 pounds, valued at 10 pounds every day. */
  const foreign = (rates: readonly string[], exchange: string | undefined = `time: ${close16}, sources: x y`): BookText =>
    book(
      ['03', '04', '05'].map((date) => close(date, '10.00')),
      {
        instruments,
        rates: padded(rateHeader, rates),
        events: {
          subscription: 'id, trade_date, class, amount\nopen, 2024-06-03, a, 500000.00',
          purchase: 'id, trade_date, instrument, quantity, net_amount, settlement_date\nbuy, 2024-06-03, acme, 1000, 10000.00, 2024-07-01',
        },
      },
      {
        price_checks: ['asset: fx', 'asset: equity, unchanged_days: 9'].map((entry) => `from: 2024-06-03, ${entry}`),
        ...(exchange === undefined ? {} : { exchange_rates: exchange }),
      },
    )

  test.each([
    ['1.5%', ['1.60', '1.624'], []],
    ['more', ['1.60', '1.6241'], ['2024-06-04 rate-move 0.0000']],
    ['the same for a day', ['1.60', '1.600'], ['2024-06-04 rate-unchanged 0.0000']],
    ['the other way round', ['1.60', '0.625'], ['2024-06-04 rate-direction 0.0000']],
  ])('%s', (_name, [before, after], expected) => {
    // 10,000 pounds of shares and 10,000 pounds owed for them: the currency comes to nothing.
    expect(exceptionsOf(foreign([rate('03', 'GBP', before as string), rate('04', 'GBP', after as string)]), '2024-06-04')).toEqual(expected)
  })

  test('what is held in the currency and not owed in it moves the net asset value', () => {
    const text = foreign([rate('03', 'GBP', '1.60'), rate('04', 'GBP', '1.70')])
    const held = { ...text, prices: padded(priceHeader, [close('03', '10.00'), close('04', '20.00')]) }
    // 20,000 − 10,000 pounds: 17,000.00 − 16,000.00 = 1,000.00 ÷ 50,000 = 0.0200; and the price itself, 10,000 × 1.70 ÷ 50,000.
    expect(exceptionsOf(held, '2024-06-04')).toEqual(['2024-06-04 split-missed 0.3400 blocks', '2024-06-04 rate-move 0.0200 blocks'])
  })

  test('another source of the same time, 0.25% apart or more', () => {
    const rows = (other: string) => [rate('03', 'GBP', '1.59'), rate('04', 'GBP', '1.60'), rate('04', 'GBP', other, `y, ${close16}`)]
    expect(exceptionsOf(foreign(rows('1.603')), '2024-06-04')).toEqual([])
    expect(exceptionsOf(foreign(rows('1.605')), '2024-06-04')).toEqual(['2024-06-04 rate-sources 0.0000'])
  })

  test('R12.8: 1.60 dollars a pound and 1.00 a euro imply 1.60 euros a pound', () => {
    const text = (cross: string, time = close16): BookText => {
      const rows = [rate('03', 'GBP', '1.60'), rate('03', 'EUR', '1', `x, ${close16}`, 'foreign-per-base'), rate('03', 'GBP', cross, `x, ${time}, EUR`)]
      const purchase = 'id, trade_date, instrument, quantity, net_amount\nbuy, 2024-06-03, acme, 1000, 10000.00\nbuy2, 2024-06-03, beta, 1000, 1000.00'
      const one = foreign(rows)
      return { ...one, events: { ...one.events, purchase }, prices: padded(priceHeader, [close('03', '10.00'), close('03', '1.00').replace('acme', 'beta')]) }
    }
    expect(exceptionsOf(text('1.604'), '2024-06-03')).toEqual([]) // 0.25% of 1.604 is 0.00401
    expect(exceptionsOf(text('1.605'), '2024-06-03')).toEqual(['2024-06-03 rate-cross 0.0000'])
    expect(exceptionsOf(text('1.605', '12:00 America/New_York'), '2024-06-03')).toEqual([])
    expect(keep(text('1.70'), '2024-06-03').last?.strike.exceptions[0]?.found).toMatch(
      /^GBP against EUR on 2024-06-03: 1\.7 EUR for one GBP, and 1\.6 by the rates of the two/,
    )
  })

  test('R5.6: several rates, or several times, are no rate set', () => {
    const two = [rate('03', 'GBP', '1.60'), rate('03', 'GBP', '1.61', `y, ${close16}`)]
    const { exchange_rates: _none, ...policies } = foreign(two).policies as Record<string, string>
    expect(issuesOf({ ...foreign(two), policies }, '2024-06-03').map(shownIssue)).toEqual(['rates/rates.csv:2 rate valuation.rate-ambiguous'])
    expect(open(foreign(two)).issues).toEqual([])
  })
})
