import { describe, expect, test } from 'vitest'
import { type BookText, check, day, keep } from '../../test/support/book.ts'
import { instrumentsEver, instrumentsOn } from '../events/instrument-names.ts'

const text: BookText = {
  events: {
    purchase: 'id, trade_date, instrument, quantity, price\nbuy, 2024-06-03, acme, 100, 50.00',
    'name-change': `id, effective_date, instrument, name, ticker
      one, 2024-06-04, acme, Apex Corp., APX
      two, 2024-06-05, acme, , APEX
      not-held, 2024-06-05, beta, Best Inc.,`,
  },
  prices: `date, instrument, price, type, source
    2024-06-03, acme, 50.00, close, x
    2024-06-04, acme, 50.00, close, x
    2024-06-05, acme, 50.00, close, x`,
}

describe('R3.65: another name', () => {
  test('lots, cost and dates stay, and an entry without dollars links the old name and the new', () => {
    const { journal } = check(text, '2024-06-05', { lots: 'acme buy 2024-06-03 100 5000.00', trialBalance: 'Cr 1000 5000.00\nDr 1100 5000.00' })
    expect(
      journal.filter(({ cause }) => cause.by === 'record' && cause.kind === 'name-change').map(({ id, memo, postings }) => [id, memo, postings.length]),
    ).toEqual([
      ['one', 'acme is now called: name Apex Corp., ticker APX', 0],
      ['two', 'acme is now called: ticker APEX', 0],
    ])
  })

  test('each day has the names of that day; another file may use any that ever was', () => {
    const { book } = keep(text, '2024-06-05')
    const on = (date: string) => [instrumentsOn(book, day(date)).get('acme' as never)].map((each) => `${each?.name} ${each?.identifiers.ticker}`)[0]
    expect(['2024-06-03', '2024-06-04', '2024-06-05'].map(on)).toEqual(['Acme Corp. undefined', 'Apex Corp. APX', 'Apex Corp. APEX'])
    expect(
      instrumentsEver(book)
        .filter(({ id }) => (id as string) === 'acme')
        .map(({ identifiers }) => identifiers.ticker),
    ).toEqual([undefined, 'APX', 'APEX'])
  })
})
