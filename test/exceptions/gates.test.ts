// R6.4: the gates of a NAV day.
import { expect, test } from 'vitest'
import { listExceptions } from '../../src/app/list-exceptions.ts'
import { formatCalendarDate } from '../../src/values/calendar-date.ts'
import { type BookText } from '../support/book.ts'
import { booksOf } from './reconciled.ts'

const gates = (text: BookText, on: string): readonly string[] =>
  listExceptions(booksOf(text, on), undefined).gates.map(
    ({ step, name, state, open, statement }) =>
      `${step} ${name.split(':')[0]}: ${state}${open === 0 ? '' : ` ${open}`}${statement === undefined ? '' : ` ${formatCalendarDate(statement)}`}`,
  )

const book: BookText = {
  events: { subscription: 'id, trade_date, class, amount, shares, settlement_date\nseed, 2024-06-03, a, 500000.00, 50000.000, 2024-06-03' },
}

test('nobody said anything: the gates of statements are not given, and the books have nothing open', () => {
  expect(gates(book, '2024-06-04')).toEqual([
    '2 fund shares: not given',
    '3 trades: not given',
    '5 cash: not given',
    '5 positions: not given',
    '7 prices and rates: passes',
    '15 all other exceptions decided: passes',
  ])
})

test('orders of the day before are in this NAV, and so is the agent’s statement of it; cash is of the day', () => {
  const text: BookText = {
    ...book,
    recon: {
      'transfer-agent': `date, class, shares, shares_sold, dollars_sold, shares_redeemed, dollars_redeemed
        2024-06-03, a, 50000.000, 50000.000, 500000.00, 0, 0
        2024-06-05, a, 50000.000, 0, 0, 0, 0`,
      'custodian-cash': 'date, currency, balance\n2024-06-04, USD, 500000.00\n2024-06-05, USD, 499990.00',
    },
  }
  expect(gates(text, '2024-06-04').slice(0, 3)).toEqual(['2 fund shares: passes 2024-06-03', '3 trades: not given', '5 cash: passes 2024-06-04'])
  expect(gates(text, '2024-06-05').slice(0, 3)).toEqual(['2 fund shares: passes 2024-06-03', '3 trades: not given', '5 cash: open 1 2024-06-05'])
  const decided = `date, code, subject, found, disposition, reason, evidence, by, on, time
    2024-06-05, reconciliation.cash, cash-USD, USD 10.00 less at the custodian than in the books, timing, bank-charge, advice, J. Doe, 2024-06-05, 18:00`
  expect(gates({ ...text, exceptions: decided }, '2024-06-05')[2]).toBe('5 cash: passes 2024-06-05')
})

test('an exception of a record is of the last gate', () => {
  const text: BookText = {
    events: { subscription: `${book.events?.['subscription'] as string}\nmore, 2024-06-04, a, 10300.00, 1000.000,` },
  }
  expect(gates(text, '2024-06-05').at(-1)).toBe('15 all other exceptions decided: open 1')
})
