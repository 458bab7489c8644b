import { describe, test } from 'vitest'
import { check } from '../../test/support/book.ts'

const header = 'id, line, effective_date, account, class, currency, debit, credit, base_amount, reason'

describe('R6.9: a manual entry is posted as it stands, on its own date', () => {
  test('in dollars, in the NAV of its day', () => {
    check(
      {
        events: {
          'manual-entry': `${header}
      m1, 1, 2024-06-04, 1000, , , 3.00, , , interest on cash
      m1, 2, 2024-06-04, 4100, , , , 3.00, ,
    `,
        },
      },
      '2024-06-04',
      {
        entries: 'm1 2024-06-04 in 2024-06-04 Dr 1000 3.00 Cr 4100 3.00',
        strikes: '2024-06-04 3.00 / 0 = none',
      },
    )
  })

  test('EUR 10,000 at 1.05: 1011 and 1012 cancel in base, and net assets stand still', () => {
    check(
      {
        events: {
          'manual-entry': `${header}
      fx, 1, 2024-06-04, 1010, , EUR, 10000.00, ,         10500.00, euros bought at 1.05
      fx, 2, 2024-06-04, 1011, , EUR, ,         10000.00, 10500.00,
      fx, 3, 2024-06-04, 1012, , ,    10500.00, ,         ,
      fx, 4, 2024-06-04, 1000, , ,    ,         10500.00, ,
    `,
        },
        rates: 'date, currency, rate, quote, source, time\n2024-06-04, EUR, 1.05, base-per-foreign, x, 16:00 America/New_York',
      },
      '2024-06-04',
      {
        entries: 'fx 2024-06-04 in 2024-06-04 Dr 1010 EUR 10000.00 = 10500.00 Cr 1011 EUR 10000.00 = 10500.00 Dr 1012 10500.00 Cr 1000 10500.00',
        trialBalance: `
        Cr 1000 10500.00
        Dr 1010 10500.00
        Cr 1011 10500.00
        Dr 1012 10500.00
      `,
        strikes: '2024-06-04 0.00 / 0 = none',
      },
    )
  })

  test('on a Sunday: in the NAV of Monday', () => {
    check(
      {
        events: {
          'manual-entry': `${header}
      m1, 1, 2024-06-09, 5290, , , 3.00, , , bank charge
      m1, 2, 2024-06-09, 1000, , , , 3.00, ,
    `,
        },
      },
      '2024-06-10',
      { entries: 'm1 2024-06-09 in 2024-06-10 Dr 5290 3.00 Cr 1000 3.00' },
    )
  })
})
