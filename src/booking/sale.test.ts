import { describe, expect, test } from 'vitest'
import { type BookText, check, issuesOf, keep, shownIssue } from '../../test/support/book.ts'

const sold = (sales: string, text: BookText = {}): BookText => ({
  ...text,
  events: {
    purchase: `
      id,  trade_date, instrument, quantity, price, commission
      buy, 2024-06-03, acme,       100,      25.00, 4.00
    `,
    sale: `
      id, trade_date, instrument, quantity, price, commission, fees, lots
      ${sales}
    `,
    ...text.events,
  },
  prices: `
    date,       instrument, price, type,  source
    2024-06-03, acme,       26.00, close, x
    2024-06-04, acme,       27.00, close, x
    2024-06-05, acme,       27.50, close, x
    2024-06-06, acme,       27.50, close, x
  `,
})

describe('R3.9, R4.4: proceeds net of charges, less the cost of the lots relieved', () => {
  test('40 @ 27.00 − 1.60 − 0.03 = 1,078.37; 2,504.00 × 40/100 = 1,001.60; gain 76.77', () => {
    check(sold('sell, 2024-06-04, acme, 40, 27.00, 1.60, 0.03,'), '2024-06-05', {
      entries: `
        sell         2024-06-04 in 2024-06-05 Dr 1300 1078.37 Cr 1100 1001.60 Cr 6000 76.77
        sell/settled 2024-06-05 in 2024-06-05 Dr 1000 1078.37 Cr 1300 1078.37
      `,
      lots: 'acme buy 2024-06-03 60 1502.40', // 2,504.00 − 1,001.60
    })
  })

  test('a loss is on the debit side: 40 @ 20.00 = 800.00 less 1,001.60', () => {
    check(sold('sell, 2024-06-04, acme, 40, 20.00, , ,'), '2024-06-05', {
      entries: 'sell 2024-06-04 in 2024-06-05 Dr 1300 800.00 Cr 1100 1001.60 Dr 6000 201.60',
    })
  })

  test('at cost there is no gain and no line for it: 100 @ 25.04 = 2,504.00', () => {
    check(sold('sell, 2024-06-04, acme, 100, 25.04, , ,'), '2024-06-05', { entries: 'sell 2024-06-04 in 2024-06-05 Dr 1300 2504.00 Cr 1100 2504.00', lots: '' })
  })

  test('the entry rests on the lots it relieves', () => {
    expect(keep(sold('sell, 2024-06-04, acme, 40, 27.00, , ,'), '2024-06-05').journal.find(({ id }) => id === 'sell')?.cause).toMatchObject({
      record: 'sell',
      restsOn: ['buy'],
    })
  })

  test('charges that exceed the proceeds are refused', () => {
    expect(issuesOf(sold('sell, 2024-06-04, acme, 1, 27.00, 27.01, ,'), '2024-06-05').map(shownIssue)).toEqual([
      'events/sale.csv:2 net_amount trade.amount-differs',
    ])
  })
})

describe('R2.5: realized and unrealized never mix', () => {
  test('cost 100, market value 120, sold at 123: realized 23, change in unrealized −20, together 3', () => {
    const kept = check(
      {
        events: {
          purchase: `
          id,  trade_date, instrument, quantity, price
          buy, 2024-06-03, acme,       10,       10.00
        `,
          sale: `
          id,   trade_date, instrument, quantity, price
          sell, 2024-06-04, acme,       10,       12.30
        `,
        },
        prices: `
        date,       instrument, price, type,  source
        2024-06-04, acme,       12.00, close, x
      `,
      },
      '2024-06-05',
      {
        entries: `
        mark/2024-06-04 2024-06-04 in 2024-06-04 Dr 1190 20.00 Cr 7000 20.00
        sell            2024-06-04 in 2024-06-05 Dr 1300 123.00 Cr 1100 100.00 Cr 6000 23.00
        mark/2024-06-05 2024-06-05 in 2024-06-05 Cr 1190 20.00 Dr 7000 20.00
      `,
      },
    )
    expect(kept.last?.strike.roll).toMatchObject({ opening: 2000n, realized: 2300n, unrealized: -2000n, closing: 2300n, residual: 0n })
  })
})

describe('R4.2: which lots, by the policy or as the sale names them', () => {
  const three: BookText = {
    events: {
      purchase: `
    id, trade_date, instrument, quantity, price
    L1, 2024-06-03, acme,       100,      10.00
    L2, 2024-06-04, acme,       100,      14.00
    L3, 2024-06-05, acme,       100,      12.00
  `,
    },
  }
  const specific: BookText = { ...three, policies: { lot_relief: 'method: specific' } }
  const of150 = (lots: string): string => `sell, 2024-06-05, acme, 150, 13.00, , , ${lots}`

  test('FIFO: L1 100, L2 50: 1,950 − (1,000 + 700) = 250', () => {
    check(sold(of150(''), three), '2024-06-06', {
      entries: 'sell 2024-06-05 in 2024-06-06 Dr 1300 1950.00 Cr 1100 1700.00 Cr 6000 250.00',
      lots: `
        acme L2 2024-06-04 50  700.00
        acme L3 2024-06-05 100 1200.00
      `,
    })
  })

  test('specific, L2 50 and L3 100: 1,950 − (700 + 1,200) = 50', () => {
    check(sold(of150('L3:100 L2:50'), specific), '2024-06-06', {
      entries: 'sell 2024-06-05 in 2024-06-06 Dr 1300 1950.00 Cr 1100 1900.00 Cr 6000 50.00',
      lots: `
        acme L1 2024-06-03 100 1000.00
        acme L2 2024-06-04 50  700.00
      `,
    })
  })

  test.each([
    ['specific, and no lots named', of150(''), specific, 'events/sale.csv:2 lots lots.selection-missing'],
    ['a lot that is not there', of150('L9:150'), three, 'events/sale.csv:2 lots lots.unknown-lot'],
    ['more than the lot holds', of150('L1:150'), three, 'events/sale.csv:2 lots lots.insufficient'],
    ['more than is held', 'sell, 2024-06-05, acme, 300.000001, 13.00, , ,', three, 'events/sale.csv:2 quantity lots.insufficient'],
    ['what is not held', 'sell, 2024-06-05, beta, 1, 13.00, , ,', three, 'events/sale.csv:2 quantity lots.insufficient'],
    ['lots that do not add to the quantity', of150('L1:100 L2:49'), three, 'events/sale.csv:2 lots lots.selection-differs'],
  ])('%s: refused', (_name, sale, text, issue) => {
    expect(issuesOf(sold(sale, text), '2024-06-06').map(shownIssue)).toEqual([issue])
  })

  test('specific needs no naming where there is no choice: one lot, or all of them', () => {
    check(sold('sell, 2024-06-05, acme, 300, 13.00, , ,', specific), '2024-06-06', { lots: '' })
  })

  test('R4.3: three sales of a third each: 33.33, 33.34 of the 66.67 left, then the rest, 33.33', () => {
    check(
      sold(
        `
      s1, 2024-06-03, acme, 1, 40.00, , ,
      s2, 2024-06-04, acme, 1, 40.00, , ,
      s3, 2024-06-05, acme, 1, 40.00, , ,
    `,
        {
          events: {
            purchase: `
      id,  trade_date, instrument, quantity, net_amount
      buy, 2024-06-03, acme,       3,        100.00
    `,
          },
        },
      ),
      '2024-06-06',
      {
        entries: `
        s1 2024-06-03 in 2024-06-04 Dr 1300 40.00 Cr 1100 33.33 Cr 6000 6.67
        s2 2024-06-04 in 2024-06-05 Dr 1300 40.00 Cr 1100 33.34 Cr 6000 6.66
        s3 2024-06-05 in 2024-06-06 Dr 1300 40.00 Cr 1100 33.33 Cr 6000 6.67
      `,
        lots: '',
      },
    )
  })
})

describe('R6.4: the order of booking within a day', () => {
  const bothOn = (purchase: string, sale: string): BookText => ({
    events: {
      sale: `
        id,   trade_date, time, instrument, quantity, price
        sell, 2024-06-03, ${sale}, acme,    100,      26.00
      `,
      purchase: `
        id,  trade_date, time, instrument, quantity, price
        buy, 2024-06-03, ${purchase}, acme, 100,     25.00
      `,
    },
  })

  test.each([
    ['', ''],
    ['', '09:30'],
    ['10:00', ''],
    ['10:00', '10:01'],
    ['10:00', '10:00'], // at one time the purchase is first
    ['10:00:00', '10:00'], // which is one time, written two ways
    ['10:00', '10:00:00'],
  ])('a purchase of 100 (%s) and a sale of 100 (%s): the purchase is booked first', (purchase, sale) => {
    check(bothOn(purchase, sale), '2024-06-04', {
      entries: `
      buy  2024-06-03 in 2024-06-04 Dr 1100 2500.00 Cr 2100 2500.00
      sell 2024-06-03 in 2024-06-04 Dr 1300 2600.00 Cr 1100 2500.00 Cr 6000 100.00
    `,
    })
  })

  test('a sale that is timed before the purchase has nothing to sell', () => {
    expect(issuesOf(bothOn('10:01', '10:00'), '2024-06-03')).toEqual([])
    expect(issuesOf(bothOn('10:01', '10:00'), '2024-06-04').map(({ code }) => code)).toContain('lots.insufficient')
  })
})
