import { describe, expect, test } from 'vitest'
import { type BookText, check, checkView, issuesOf, keep, shownIssue } from '../../test/support/book.ts'

// 50,000 shares at 10.00; 5,000 acme bought at 14.00 are worth 20.00 from the next day on: 430,000.00 + 100,000.00 = 530,000.00 / 50,000 = 10.60.
const at1060 = (kind: 'creation-in-kind' | 'redemption-in-kind', rows: string, more: Partial<BookText> = {}): BookText => ({
  prices: `
    date,       instrument, price, type,  source
    2024-06-03, acme,       14.00, close, x
    2024-06-04, acme,       20.00, close, x
    2024-06-04, beta,       50.00, close, x
    2024-06-04, coda,       25.00, close, x
    2024-06-05, acme,       20.00, close, x
    2024-06-05, beta,       51.00, close, x
    2024-06-05, coda,       25.00, close, x
    2024-06-06, acme,       20.00, close, x
    2024-06-06, beta,       51.00, close, x
    2024-06-06, coda,       25.00, close, x
  `,
  ...more,
  events: {
    subscription: `
      id,   trade_date, class, amount,    shares,    settlement_date
      seed, 2024-06-03, a,     500000.00, 50000.000, 2024-06-03
    `,
    purchase: `
      id,  trade_date, instrument, quantity, price
      buy, 2024-06-03, acme,       5000,     14.00
    `,
    ...more.events,
    [kind]: rows,
  },
})

const header = 'id, line, trade_date, class, shares, cash_component, transaction_fee, settlement_date, instrument, quantity'
const created = (cash: string, fee: string, ...more: readonly string[]): string =>
  [header, `in, 1, 2024-06-04, a, 10000, ${cash}, ${fee}, , beta, 1000`, 'in, 2, , , , , , , coda, 2000', ...more].join('\n')
const delivered = (shares: string, cash: string, fee: string, lots = ''): string =>
  [`${header}, lots`, `out, 1, 2024-06-04, a, ${shares}, ${cash}, ${fee}, , acme, 5000, ${lots}`].join('\n')

describe('R3.6: fund shares created for a basket', () => {
  test('1,000 × 50.00 + 2,000 × 25.00 + 6,000.00 = 106,000.00 = 10,000 × 10.60; the fee of 250.00 is capital beside them', () => {
    check(at1060('creation-in-kind', created('6000.00', '250.00')), '2024-06-05', {
      entries: `
        in         2024-06-04 in 2024-06-05 Dr 1100 50000.00 Dr 1100 50000.00 Dr 1310 6000.00 Cr 3000 10.00 Cr 3010 105990.00
        in/fee     2024-06-04 in 2024-06-05 Dr 1310 250.00 Cr 3010 250.00
        in/settled 2024-06-05 in 2024-06-05 Dr 1000 6250.00 Cr 1310 6250.00
      `,
      lots: `
        acme buy 2024-06-03 5000 70000.00
        beta in 2024-06-04 1000 50000.00
        coda in 2024-06-04 2000 50000.00
      `,
      strikes: `
        2024-06-04 530000.00 / 50000 = 10.60
        2024-06-05 637250.00 / 60000 = 10.62
      `, // 530,000.00 + 106,000.00 + 250.00 + 1,000 × (51.00 − 50.00)
    })
  })

  test('17 CFR 270.2a-4(a)(2)–(3): shares and securities together in the net asset value of the next day; on trade date in the reporting view', () => {
    checkView(at1060('creation-in-kind', created('6000.00', '')), '2024-06-04', {
      entries: 'in 2024-06-04 in 2024-06-05 Dr 1100 50000.00 Dr 1100 50000.00 Dr 1310 6000.00 Cr 3000 10.00 Cr 3010 105990.00',
      strikes: '2024-06-04 636000.00 / 60000 = 10.60',
    })
  })

  test('a negative cash component is paid by the fund; the fee is taken from it: 1,000.00 − 250.00 = 750.00', () => {
    const text = at1060('creation-in-kind', created('-1000.00', '250.00').replace('a, 10000', 'a, 9339.623'))
    // 99,000.00 / 10.60 = 9,339.6226…
    check(text, '2024-06-05', {
      entries: `
        in         2024-06-04 in 2024-06-05 Dr 1100 50000.00 Dr 1100 50000.00 Cr 2110 1000.00 Cr 3000 9.34 Cr 3010 98990.66
        in/fee     2024-06-04 in 2024-06-05 Dr 2110 250.00 Cr 3010 250.00
        in/settled 2024-06-05 in 2024-06-05 Dr 2110 750.00 Cr 1000 750.00
      `,
    })
  })

  test('a settlement record moves its cash, on its own date', () => {
    const text = at1060('creation-in-kind', created('6000.00', '250.00'), {
      events: { settlement: 'id, settlement_date, of, amount\nlate, 2024-06-06, in, 6250.00' },
    })
    check(text, '2024-06-06', { entries: 'late 2024-06-06 in 2024-06-06 Dr 1000 6250.00 Cr 1310 6250.00', openItems: '' })
  })

  test('the first shares of a class are in the net asset value of their own day', () => {
    const text: BookText = {
      events: {
        'creation-in-kind': `
          id,    line, trade_date, class, shares, cash_component, instrument, quantity
          first, 1,    2024-06-03, a,     50000,  430000.00,      acme,       5000
        `,
      },
      prices: 'date, instrument, price, type, source\n2024-06-03, acme, 14.00, close, x',
    }
    check(text, '2024-06-03', { strikes: '2024-06-03 500000.00 / 50000 = 10.00' })
  })

  test('R3.39, R6.9: a foreign security at price and rate of the day: 2,000 × €20.00 = €40,000.00 × 1.25 = 50,000.00; each currency balances', () => {
    const text = at1060('creation-in-kind', created('6000.00', ''), {
      instruments: `
        id,   name,       type,         industry, country, currency, income_producing, income_source
        acme, Acme Corp., common-stock, Tools,    US,      USD,      yes,              test
        beta, Beta Inc.,  common-stock, Tools,    US,      USD,      no,               test
        coda, Coda AG,    common-stock, Music,    DE,      EUR,      no,               test
      `,
      prices: `
        date,       instrument, price, type,  source
        2024-06-03, acme,       14.00, close, x
        2024-06-04, acme,       20.00, close, x
        2024-06-04, beta,       50.00, close, x
        2024-06-04, coda,       20.00, close, x
        2024-06-05, acme,       20.00, close, x
        2024-06-05, beta,       50.00, close, x
        2024-06-05, coda,       20.00, close, x
      `,
      rates: `
        date,       currency, rate, quote,            source, time
        2024-06-04, EUR,      1.25, base-per-foreign, x,      16:00 America/New_York
        2024-06-05, EUR,      1.30, base-per-foreign, x,      16:00 America/New_York
      `,
    })
    check(text, '2024-06-05', {
      entries:
        'in 2024-06-04 in 2024-06-05 Dr 1100 50000.00 Dr 1100 EUR 40000.00 = 50000.00 Cr 1011 EUR 40000.00 = 50000.00 Dr 1012 50000.00 Dr 1310 6000.00 Cr 3000 10.00 Cr 3010 105990.00',
      strikes: '2024-06-05 638000.00 / 60000 = 10.63', // 636,000.00 + 40,000 × (1.30 − 1.25)
    })
  })
})

describe('R3.6: fund shares redeemed for a basket', () => {
  test('stock worth 100,000.00 that cost 70,000.00: the difference is realized; par 50.00 − 40.00, capital 106,000.00 = 10,000 × 10.60', () => {
    check(at1060('redemption-in-kind', delivered('10000', '6000.00', '')), '2024-06-05', {
      entries: `
        out         2024-06-04 in 2024-06-05 Dr 3000 10.00 Dr 3010 105990.00 Cr 1100 70000.00 Cr 6000 30000.00 Cr 2110 6000.00
        out/settled 2024-06-05 in 2024-06-05 Dr 2110 6000.00 Cr 1000 6000.00
      `,
      lots: '',
      strikes: '2024-06-05 424000.00 / 40000 = 10.60',
    })
  })

  test('R4.19: the gain is told from those of sales by the kind of its cause', () => {
    const entry = keep(at1060('redemption-in-kind', delivered('10000', '6000.00', '')), '2024-06-05').journal.find(({ id }) => id === 'out')
    expect(entry?.cause).toMatchObject({ by: 'record', kind: 'redemption-in-kind', restsOn: ['buy'] })
  })

  test('a fee above the cash component is owed by the holder: 250.00 − 100.00 = 150.00', () => {
    check(at1060('redemption-in-kind', delivered('9443.396', '100.00', '250.00')), '2024-06-05', {
      entries: `
        out         2024-06-04 in 2024-06-05 Dr 3000 9.44 Dr 3010 100090.56 Cr 1100 70000.00 Cr 6000 30000.00 Cr 1310 100.00
        out/fee     2024-06-04 in 2024-06-05 Dr 1310 250.00 Cr 3010 250.00
        out/settled 2024-06-05 in 2024-06-05 Dr 1000 150.00 Cr 1310 150.00
      `, // 100,100.00 / 10.60 = 9,443.3962…
    })
  })

  test('lots first in, first out, or those that the line names; what was bought on the day can be delivered', () => {
    const more = (lots: string): BookText => {
      const text = at1060('redemption-in-kind', delivered('10000', '6000.00', '', lots))
      const purchase = `${text.events?.['purchase'] as string}\nmore, 2024-06-04, acme, 5000, 19.00`
      return { ...text, events: { ...text.events, purchase } }
    }
    check(more(''), '2024-06-05', { lots: 'acme more 2024-06-04 5000 95000.00' })
    check(more('more:5000'), '2024-06-05', {
      lots: 'acme buy 2024-06-03 5000 70000.00',
      entries: 'out 2024-06-04 in 2024-06-05 Dr 3000 10.00 Dr 3010 105990.00 Cr 1100 95000.00 Cr 6000 5000.00 Cr 2110 6000.00',
    })
  })
})

describe('R12.5, R12.16: basket and cash against shares × net asset value', () => {
  const exceptions = (cash: string) =>
    keep(at1060('creation-in-kind', created(cash, '250.00')), '2024-06-05').last?.strike.exceptions.filter(({ code }) => code.startsWith('capital')) ?? []

  // 0.0005 × 10.60 + 0.005, and half a cent for each of two values: 0.0203.
  test.each([
    ['6000.00', []],
    ['6000.02', []],
    ['5999.98', []],
    ['6000.03', ['106000.03 for in']],
    ['5999.97', ['105999.97 for in']],
  ])('with a cash component of %s', (cash, found) => {
    expect(exceptions(cash).map((issue) => issue.found)).toEqual(found)
  })
})

describe('what cannot be booked', () => {
  test('all that is wrong with one order is said together, and nothing of it is booked', () => {
    const rows = [`${header}, lots`, 'out, 1, 2024-06-04, a, 60000, , , , acme, 5001,', 'out, 2, , , , , , , beta, 1,', 'out, 3, , , , , , , dart, 1,'].join(
      '\n',
    )
    const text = at1060('redemption-in-kind', rows, {
      instruments: `
        id,   name,       type,         industry, country, currency, income_producing, income_source
        acme, Acme Corp., common-stock, Tools,    US,      USD,      yes,              test
        beta, Beta Inc.,  common-stock, Tools,    US,      USD,      no,               test
        coda, Coda Ltd.,  common-stock, Music,    US,      USD,      no,               test
        dart, Dart plc,   common-stock, Music,    US,      USD,      no,               test
      `,
    })
    expect(issuesOf(text, '2024-06-05').map(shownIssue)).toEqual([
      'events/redemption-in-kind.csv:2 quantity lots.insufficient',
      'events/redemption-in-kind.csv:2 shares capital.insufficient-shares',
      'events/redemption-in-kind.csv:3 quantity lots.insufficient',
      'events/redemption-in-kind.csv:4 instrument valuation.price-missing',
      'events/redemption-in-kind.csv:4 quantity lots.insufficient',
    ])
  })
})
