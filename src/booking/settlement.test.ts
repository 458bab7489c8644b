import { describe, expect, test } from 'vitest'
import { type BookText, check, issuesOf, keepDespiteIssues, lotLines, openItemLines, shownIssue } from '../../test/support/book.ts'

// Bought Monday 2024-06-03 for 2,504.00; by contract it settles T+1, Tuesday.
const withRecords = (settlements: string, text: BookText = {}): BookText => ({
  ...text,
  events: {
    purchase: `
      id,  trade_date, instrument, quantity, price, commission
      buy, 2024-06-03, acme,       100,      25.00, 4.00
    `,
    settlement: `
      id, settlement_date, of, quantity, amount
      ${settlements}
    `,
    ...text.events,
  },
  prices: `
    date,       instrument, price, type,  source
    ${[3, 4, 5, 6, 7, 10].map((date) => `2024-06-${String(date).padStart(2, '0')}, acme, 25.00, close, x`).join('\n')}
  `,
})

describe('R6.4: a settlement record replaces the movement made by rule', () => {
  test('without a record, by contract', () => {
    check(withRecords(''), '2024-06-07', { entries: 'buy/settled 2024-06-04 in 2024-06-04 Dr 2100 2504.00 Cr 1000 2504.00', openItems: '' })
  })

  test('late: nothing on the contractual date, all on the day of the record', () => {
    const late = withRecords('late, 2024-06-06, buy, ,')
    check(late, '2024-06-05', { openItems: 'buy payable 2504.00 of 2504.00 100 due 2024-06-04' })
    check(late, '2024-06-06', {
      openItems: '',
      entries: `
      buy  2024-06-03 in 2024-06-04 Dr 1100 2504.00 Cr 2100 2504.00
      late 2024-06-06 in 2024-06-06 Dr 2100 2504.00 Cr 1000 2504.00
    `,
    })
    expect(keepDespiteIssues(late, '2024-06-06').journal.map(({ id }) => id)).not.toContain('buy/settled')
  })

  test('early, on the trade date itself: in the NAV in which the trade first is', () => {
    check(withRecords('early, 2024-06-03, buy, ,'), '2024-06-04', {
      openItems: '',
      entries: `
      buy   2024-06-03 in 2024-06-04 Dr 1100 2504.00 Cr 2100 2504.00
      early 2024-06-03 in 2024-06-04 Dr 2100 2504.00 Cr 1000 2504.00
    `,
    })
  })

  test('settled on a Saturday: in the NAV of Monday, with its own date', () => {
    check(withRecords('weekend, 2024-06-08, buy, ,'), '2024-06-10', {
      openItems: '',
      entries: 'weekend 2024-06-08 in 2024-06-10 Dr 2100 2504.00 Cr 1000 2504.00',
    })
  })

  test('settlement: actual: nothing moves without a record', () => {
    const actual = { policies: { settlement: 'method: actual, capital_days: 1' } }
    check(withRecords('', actual), '2024-06-07', { openItems: 'buy payable 2504.00 of 2504.00 100 due 2024-06-04' })
    check(withRecords('paid, 2024-06-05, buy, ,', actual), '2024-06-07', {
      openItems: '',
      entries: 'paid 2024-06-05 in 2024-06-05 Dr 2100 2504.00 Cr 1000 2504.00',
    })
  })

  test('a fail: a record of nothing keeps the rule away, and the trade open', () => {
    check(withRecords('fail, 2024-06-04, buy, , 0'), '2024-06-07', { openItems: 'buy payable 2504.00 of 2504.00 100 due 2024-06-04' })
  })
})

describe('R3.10: partial settlement', () => {
  test('60 of 100 delivered pays 2,504.00 × 60/100 = 1,502.40, and 1,001.60 stays payable; the trade keeps its date', () => {
    check(withRecords('part, 2024-06-04, buy, 60,'), '2024-06-07', {
      entries: 'part 2024-06-04 in 2024-06-04 Dr 2100 1502.40 Cr 1000 1502.40',
      openItems: 'buy payable 1001.60 of 2504.00 40 due 2024-06-04',
      lots: 'acme buy 2024-06-03 100 2504.00',
    })
  })

  test('the rest, whether by units or by what is open', () => {
    for (const rest of ['40,', ', 1001.60', ',']) {
      check(
        withRecords(`
        part, 2024-06-04, buy, 60,
        rest, 2024-06-05, buy, ${rest}
      `),
        '2024-06-07',
        { entries: 'rest 2024-06-05 in 2024-06-05 Dr 2100 1001.60 Cr 1000 1001.60', openItems: '' },
      )
    }
  })

  test('cash stated beside the units prevails', () => {
    check(withRecords('part, 2024-06-04, buy, 60, 1500.00'), '2024-06-07', { openItems: 'buy payable 1004.00 of 2504.00 40 due 2024-06-04' })
  })

  test('in three deliveries of a third of 100.00, from what is open each time: 33.33, 66.67 / 2 = 33.34, 33.33', () => {
    check(
      withRecords(
        `
      p1, 2024-06-04, buy, 1,
      p2, 2024-06-05, buy, 1,
      p3, 2024-06-06, buy, 1,
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
      '2024-06-07',
      {
        openItems: '',
        entries: `
      p1 2024-06-04 in 2024-06-04 Dr 2100 33.33 Cr 1000 33.33
      p2 2024-06-05 in 2024-06-05 Dr 2100 33.34 Cr 1000 33.34
      p3 2024-06-06 in 2024-06-06 Dr 2100 33.33 Cr 1000 33.33
    `,
      },
    )
  })

  test('the rounding of many deliveries never asks for more than is open: 0.12 in eight', () => {
    // A flat 0.12 / 8 = 0.015 → 0.02 would have paid it all after six.
    const deliveries = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `p${number}, 2024-06-04, buy, 1,`).join('\n')
    check(
      withRecords(deliveries, {
        events: {
          purchase: `
      id,  trade_date, instrument, quantity, net_amount
      buy, 2024-06-03, acme,       8,        0.12
    `,
        },
      }),
      '2024-06-07',
      { openItems: '' },
    )
  })

  test.each([
    ['more units than are to come', 'part, 2024-06-04, buy, 101,', 'events/settlement.csv:2 amount settlement.exceeds-trade'],
    ['more cash than is open', 'part, 2024-06-04, buy, , 2504.01', 'events/settlement.csv:2 amount settlement.exceeds-trade'],
    ['twice', 'p1, 2024-06-04, buy, ,\n p2, 2024-06-05, buy, ,', 'events/settlement.csv:3 of settlement.nothing-open'],
    ['before the trade', 'p1, 2024-06-02, buy, ,', 'events/settlement.csv:2 settlement_date settlement.before-trade'],
    ['of a trade that is not there', 'p1, 2024-06-04, bye, ,', 'events/settlement.csv:2 of settlement.unknown-trade'],
    ['of a settlement', 'p1, 2024-06-04, p1, ,', 'events/settlement.csv:2 of settlement.unknown-trade'],
    ['on a day that no calendar covers', 'p1, 2204-06-04, buy, ,', 'events/settlement.csv:2 settlement_date date.outside-calendar'],
  ])('%s: refused', (_name, settlements, issue) => {
    expect(issuesOf(withRecords(settlements), '2024-06-07').map(shownIssue)).toEqual([issue])
  })

  test('a refused record leaves the books as they were', () => {
    const state = keepDespiteIssues(withRecords('part, 2024-06-04, buy, 101,'), '2024-06-07').last?.state
    expect(openItemLines(state)).toEqual(['buy payable 2504.00 of 2504.00 100 due 2024-06-04'])
    expect(lotLines(state)).toEqual(['acme buy 2024-06-03 100 2504.00'])
  })
})

describe('a sale is a receivable, a subscription and a redemption settle alike', () => {
  const events = {
    subscription: `
      id,   trade_date, class, amount,  settlement_date
      seed, 2024-06-03, a,     1000.00, 2024-06-03
    `,
    sale: `
      id,   trade_date, instrument, quantity, price
      sell, 2024-06-03, acme,       40,       27.00
    `,
    redemption: `
      id,  trade_date, class, shares
      out, 2024-06-03, a,     10
    `,
  }

  test('each late or in part, by its own account', () => {
    check(
      withRecords(
        `
      seed-late, 2024-06-05, seed, ,
      sell-part, 2024-06-04, sell, 10, 
      out-part,  2024-06-04, out,  ,   60.00
    `,
        { events: { ...events } },
      ),
      '2024-06-05',
      {
        // 2024-06-03: NAV 1,000.00 / 100 = 10.00, so 10 shares are 100.00. 40 × 27.00 × 10/40 = 270.00.
        entries: `
        out-part  2024-06-04 in 2024-06-04 Dr 2110 60.00 Cr 1000 60.00
        sell-part 2024-06-04 in 2024-06-04 Dr 1000 270.00 Cr 1300 270.00
        seed-late 2024-06-05 in 2024-06-05 Dr 1000 1000.00 Cr 1310 1000.00
      `,
        openItems: `
        out  payable    40.00 of 100.00      due 2024-06-04
        sell receivable 810.00 of 1080.00 30 due 2024-06-04
      `,
      },
    )
  })

  test('fund shares have no units to deliver: a quantity is refused, not read over', () => {
    expect(issuesOf(withRecords('part, 2024-06-04, out, 5,', { events: { ...events } }), '2024-06-05').map(shownIssue)).toEqual([
      'events/settlement.csv:2 quantity settlement.no-units',
    ])
  })

  test('a trade that cannot be read is said once, and not again by its settlement', () => {
    const text = withRecords('late, 2024-06-06, buy, ,', {
      events: {
        purchase: `
      id,  trade_date, instrument, quantity, price
      buy, 2024-06-03, acme,       1O0,      25.00
    `,
      },
    })
    expect(issuesOf(text, '2024-06-07').map(shownIssue)).toEqual(['events/purchase.csv:2 quantity field.number'])
  })

  test('nor by that of a trade that is refused', () => {
    const text = withRecords('late, 2024-06-06, buy, ,', {
      events: {
        purchase: `
      id,  trade_date, instrument, quantity, price
      buy, 2024-06-03, acne,       100,      25.00
    `,
      },
    })
    expect(issuesOf(text, '2024-06-07').map(shownIssue)).toEqual(['events/purchase.csv:2 instrument reference.unknown-instrument'])
  })
})
