import { describe, expect, test } from 'vitest'
import { type BookText, check, issuesOf, keep, shownIssue } from '../../test/support/book.ts'

const book = (events: { readonly [kind: string]: string }, text: Partial<BookText> = {}): BookText => ({
  ...text,
  events: { subscription: 'id, trade_date, class, amount, settlement_date\nseed, 2024-06-03, a, 500000.00, 2024-06-03', ...events },
})

describe('R3.66: interest, ACT/360', () => {
  const header = 'id, from, through, type, balance, rate, amount, pay_date\n'

  test.each([
    ['cash of 100,000 at 4% for a day: 11.11', 'cash, 2024-06-05, 2024-06-05, cash, 100000.00, 0.04, , 2024-07-01', 'Dr 1330 11.11 Cr 4100 11.11'],
    ['an overdraft of 50,000 at 6% for a day: 8.33', 'cash, , 2024-06-05, overdraft, 50000.00, 0.06, , 2024-07-01', 'Cr 2580 8.33 Dr 5310 8.33'],
    ['1,000,000 of a line not drawn, at 0.25%: 6.94', 'cash, , 2024-06-05, commitment-fee, 1000000.00, 0.0025, , 2024-07-01', 'Cr 2580 6.94 Dr 5310 6.94'],
    // R3.57: 100,000 at 6% for ten days, both ends counted.
    ['a loan of 100,000 at 6% for ten days: 166.67', 'cash, 2024-05-27, 2024-06-05, overdraft, 100000.00, 0.06, , 2024-07-01', 'Cr 2580 166.67 Dr 5310 166.67'],
    ['as the bank states it', 'cash, 2024-05-27, 2024-06-05, cash, , , 123.45, 2024-07-01', 'Dr 1330 123.45 Cr 4100 123.45'],
  ])('%s', (_, row, postings) => {
    check(book({ interest: header + row }), '2024-06-05', { entries: `cash 2024-06-05 in 2024-06-05 ${postings}` })
  })

  test('it is received, or paid, on its pay date', () => {
    check(book({ interest: `${header}in, , 2024-06-05, cash, , , 11.11, 2024-06-07\nout, , 2024-06-05, overdraft, , , 8.33, 2024-06-07` }), '2024-06-07', {
      entries: `
        in          2024-06-05 in 2024-06-05 Dr 1330 11.11 Cr 4100 11.11
        out         2024-06-05 in 2024-06-05 Cr 2580 8.33 Dr 5310 8.33
        in/settled  2024-06-07 in 2024-06-07 Dr 1000 11.11 Cr 1330 11.11
        out/settled 2024-06-07 in 2024-06-07 Dr 2580 8.33 Cr 1000 8.33
      `,
      openItems: '',
    })
  })

  test('interest of a Sunday is in the NAV of Monday', () => {
    check(book({ interest: `${header}cash, , 2024-06-09, cash, , , 11.11, 2024-06-12` }), '2024-06-10', {
      entries: 'cash 2024-06-09 in 2024-06-10 Dr 1330 11.11 Cr 4100 11.11',
    })
  })

  test('in euros: at the rate of the day, received at that of the pay date', () => {
    const rates = `
      date,       currency, rate, quote,            source, time
      2024-06-03, EUR,      1.10, base-per-foreign, x,      16:00 Europe/London
      2024-06-04, EUR,      1.10, base-per-foreign, x,      16:00 Europe/London
      2024-06-05, EUR,      1.12, base-per-foreign, x,      16:00 Europe/London
    `
    check(book({ interest: 'id, through, type, amount, currency, pay_date\ncash, 2024-06-04, cash, 100.00, EUR, 2024-06-05' }, { rates }), '2024-06-05', {
      entries: `
        cash         2024-06-04 in 2024-06-04 Dr 1330 EUR 100.00 = 110.00 Cr 4100 EUR 100.00 = 110.00
        cash/settled 2024-06-05 in 2024-06-05 Dr 1010 EUR 100.00 = 112.00 Cr 1330 EUR 100.00 = 110.00 Cr 6200 2.00
      `,
    })
  })
})

describe('R3.56: securities lending', () => {
  const header = 'id, effective_date, earned, rebate, agent_rate, agent_fee, pay_date\n'

  test.each([
    ['by its rate', '0.20, '],
    ['by its amount', ', 24.00'],
  ])('earned 500, rebate 380, agent 20%% of 120 = 24: Cr 4200 96; the agent %s', (_, agent) => {
    check(book({ 'securities-lending': `${header}loan, 2024-06-05, 500.00, 380.00, ${agent}, 2024-06-07` }), '2024-06-07', {
      entries: `
        loan         2024-06-05 in 2024-06-05 Dr 1340 96.00 Cr 4200 96.00
        loan/settled 2024-06-07 in 2024-06-07 Dr 1000 96.00 Cr 1340 96.00
      `,
      strikes: '2024-06-05 500096.00 / 50000 = 10.00',
    })
  })

  test('the gross figures stay on the record', () => {
    const { book: kept } = keep(book({ 'securities-lending': `${header}loan, 2024-06-05, 500.00, 380.00, 0.20, , 2024-06-07` }), '2024-06-07')
    expect(kept.events.find(({ kind }) => kind === 'securities-lending')?.payload).toMatchObject({ earned: 50_000n, rebate: 38_000n, agentFee: 2400n })
  })
})

describe('other income', () => {
  test('is a receivable until it is paid', () => {
    check(
      book({
        'other-income': 'id, effective_date, description, amount, pay_date\nclaim, 2024-06-05, class action of Acme Corp., 71.50,',
        settlement: 'id, settlement_date, of\ncash, 2024-06-10, claim',
      }),
      '2024-06-10',
      {
        entries: `
          claim 2024-06-05 in 2024-06-05 Dr 1510 71.50 Cr 4300 71.50
          cash  2024-06-10 in 2024-06-10 Dr 1000 71.50 Cr 1510 71.50
        `,
        openItems: '',
      },
    )
  })

  test('R2.1: dividends, reclaims and lending income are proved by their records: no entry by hand touches them', () => {
    const entry = (account: string) =>
      book({
        'manual-entry': `id, line, effective_date, account, debit, credit, reason\nm, 1, 2024-06-05, ${account}, 1.00, , test\nm, 2, 2024-06-05, 4000, , 1.00,`,
      })
    expect(['1320', '1325', '1340', '1330'].map((account) => issuesOf(entry(account), '2024-06-05').map(shownIssue))).toEqual([
      ['events/manual-entry.csv:2 account manual-entry.controlled-account'],
      ['events/manual-entry.csv:2 account manual-entry.controlled-account'],
      ['events/manual-entry.csv:2 account manual-entry.controlled-account'],
      [],
    ])
  })
})
