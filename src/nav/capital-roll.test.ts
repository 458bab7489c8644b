import { describe, expect, test } from 'vitest'
import { type BookText, checkView, day, dollars, keep, sharesText } from '../../test/support/book.ts'
import { type ClassId } from '../reference/fund.ts'
import { type FundState } from './fund-state.ts'
import { type CapitalRoll, capitalRoll, type CapitalStock } from './capital-roll.ts'

/** Orders of every kind about a reverse split, at 10.00 and then at 40.00, in cash and in acme at 20.00. */
const text: BookText = {
  events: {
    subscription: `
      id,   trade_date, class, amount,    shares,    settlement_date
      seed, 2024-06-03, a,     500000.00, 50000.000, 2024-06-03
      more, 2024-06-05, a,     4000.00,   100.000,
    `,
    redemption: `
      id,  trade_date, class, shares, redemption_fee
      out, 2024-06-04, a,     2000,   0.04
    `,
    'creation-in-kind': `
      id, line, trade_date, class, shares, instrument, quantity
      in, 1,    2024-06-04, a,     4000,   acme,       2000
    `,
    'redemption-in-kind': `
      id, line, trade_date, class, shares, transaction_fee, instrument, quantity
      ik, 1,    2024-06-06, a,     500,    0.01,            acme,       1000
    `,
    'share-split': `
      id,    effective_date, class, new_units, old_units
      split, 2024-06-05,     a,     1,         4
    `,
  },
  prices: ['2024-06-03', '2024-06-04', '2024-06-05', '2024-06-06', '2024-06-07'].reduce(
    (rows, date) => `${rows}\n${date}, acme, 20.00, close, x`,
    'date, instrument, price, type, source',
  ),
}

const stock = ({ shares, dollars: amount }: CapitalStock): string => `${sharesText(shares)} ${dollars(amount)}`
const lines = ({ opening, moves, closing }: CapitalRoll): readonly string[] => [
  `opening ${stock(opening)}`,
  ...moves.map((move) => `${move.term} ${move.count} ${stock(move)}`),
  `closing ${stock(closing)}`,
]

describe('R12.4: the roll of fund shares and capital', () => {
  const kept = keep(text, '2024-06-07')
  const state = kept.last?.state as FundState
  const rolled = (from: string): CapitalRoll =>
    capitalRoll('a' as ClassId, {
      entries: kept.journal,
      dateOf: ({ navDate }) => navDate,
      from: day(from),
      balances: state.balances,
      outstanding: state.outstanding,
    })

  test('by what moved them: 50,000 − 2,000 + 4,000 = 52,000, one for four 13,000, + 100 − 500 = 12,600', () => {
    expect(lines(rolled('2024-06-03'))).toEqual([
      'opening 0 0.00',
      'sold 2 50100 504000.00',
      'created in kind 1 4000 40000.00', // 2,000 × 20.00
      'redeemed 1 -2000 -20000.00',
      'redeemed in kind 1 -500 -20000.00', // 1,000 × 20.00
      'fees kept 2 0 0.05',
      'split 1 -39000 0.00',
      'closing 12600 504000.05',
    ])
  })

  test('a range opens with what was before it; each day closes at what the next opens with', () => {
    const { days, ...roll } = rolled('2024-06-05')
    expect(lines({ days, ...roll })).toEqual([
      'opening 50000 500000.00',
      'sold 1 100 4000.00',
      'created in kind 1 4000 40000.00',
      'redeemed 1 -2000 -20000.00',
      'redeemed in kind 1 -500 -20000.00',
      'fees kept 2 0 0.05',
      'split 1 -39000 0.00',
      'closing 12600 504000.05',
    ])
    expect(days.map(({ opening, closing }) => `${stock(opening)} to ${stock(closing)}`)).toEqual([
      '50000 500000.00 to 13000 520000.04',
      '13000 520000.04 to 13100 524000.04',
      '13100 524000.04 to 12600 504000.05',
    ])
    expect([dollars(roll.par), dollars(roll.paidIn)]).toEqual(['12.60', '503987.45']) // 12,600 × 0.001
  })

  test('on the reporting basis by the day of the order', () => {
    const view = checkView(text, '2024-06-04', {})
    const before = keep(text, '2024-06-04')
    const roll = capitalRoll('a' as ClassId, {
      entries: [...before.journal, ...view.entries],
      dateOf: ({ effectiveDate }) => effectiveDate,
      from: day('2024-06-04'),
      balances: view.state.balances,
      outstanding: view.state.outstanding,
    })
    expect(lines(roll)).toEqual([
      'opening 50000 500000.00',
      'created in kind 1 4000 40000.00',
      'redeemed 1 -2000 -20000.00',
      'fees kept 1 0 0.04',
      'closing 52000 520000.04',
    ])
  })

  test('a roll that does not end at the shares outstanding, or at 3000 and 3010, is a fault of the program', () => {
    const books = {
      entries: kept.journal,
      dateOf: ({ navDate }: { navDate: never }) => navDate,
      from: day('2024-06-03'),
      balances: state.balances,
      outstanding: new Map(),
    }
    expect(() => capitalRoll('a' as ClassId, books as never)).toThrow('R12.4')
    expect(() => capitalRoll('a' as ClassId, { ...books, outstanding: state.outstanding, balances: new Map() } as never)).toThrow('R1.8')
  })
})
