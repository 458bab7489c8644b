import { describe, expect, test } from 'vitest'
import { type BookText, sourceOf } from '../../test/support/book.ts'
import { soundReportOf } from '../../test/lineage/changed-book.ts'
import { formatShortDecimal } from '../values/decimal.ts'
import { breaksOf, type Report } from './report.ts'

const reportOf = (text: BookText, period: string): Report => soundReportOf(sourceOf(text), period)
const printed = ({ cells, periodName }: Report, place: string): string =>
  cells.find((cell) => cell.place === `${place}/${periodName}`)?.printed ?? 'no such cell'
const linesOf = (report: Report, ...places: readonly string[]): readonly string[] => places.map((place) => `${place} ${printed(report, place)}`)

/** 50,000 shares at 10.00, of which 1,000 × 10.00 are in acme, whose price does not move. */
const still = (events: BookText['events'] = {}, more: Partial<BookText> = {}): BookText => ({
  events: {
    subscription: `
      id,   trade_date, class, amount,    shares,    settlement_date
      seed, 2024-06-03, a,     500000.00, 50000.000, 2024-06-03
    `,
    purchase: `
      id,  trade_date, instrument, quantity, price
      buy, 2024-06-03, acme,       1000,     10.00
    `,
    ...events,
  },
  prices: `
    date,       instrument, price, type,  source
    2024-06-03, acme,       10.00, close, x
    2024-06-04, acme,       10.00, close, x
    2024-06-05, acme,       10.00, close, x
    2024-06-06, acme,       10.00, close, x
  `,
  ...more,
})

describe('R3.3, R9.13: fees of redemptions that the fund keeps', () => {
  const redeemed = (fee: string): BookText =>
    still({
      redemption: `
        id,  trade_date, class, shares, amount,    redemption_fee
        out, 2024-06-04, a,     25000,  250000.00, ${fee}
      `,
    })
  const period = '2024-06-03..2024-06-05'

  test('have a line of their own in capital share transactions, beside shares repurchased before them', () => {
    const report = reportOf(redeemed('5000.00'), period)
    expect(linesOf(report, 'socna.shares-sold', 'socna.shares-repurchased', 'socna.redemption-fees', 'socna.net-capital-share-transactions')).toEqual([
      'socna.shares-sold 500,000',
      'socna.shares-repurchased (250,000)',
      'socna.redemption-fees 5,000',
      'socna.net-capital-share-transactions 255,000',
    ])
    expect(breaksOf(report)).toEqual([])
  })

  test('are no part of operations a share: 255,000 / 25,000 = 10.20; 5,000 / ((50,000 + 50,000 + 25,000) / 3) = .12; 10.20 − 10.00 − .12 = .08', () => {
    const report = reportOf(redeemed('5000.00'), period)
    expect(linesOf(report, 'highlights.total-from-operations', 'highlights.redemption-fees', 'highlights.nav-at-end')).toEqual([
      'highlights.total-from-operations .08',
      'highlights.redemption-fees .12',
      'highlights.nav-at-end 10.20',
    ])
  })

  test('less than half a cent a share prints as .00, and without fees there is no line', () => {
    expect(linesOf(reportOf(redeemed('100.00'), period), 'highlights.redemption-fees')).toEqual(['highlights.redemption-fees .00'])
    expect(linesOf(reportOf(redeemed(''), period), 'highlights.redemption-fees', 'socna.redemption-fees')).toEqual([
      'highlights.redemption-fees no such cell',
      'socna.redemption-fees no such cell',
    ])
  })
})

describe('R6.24: a share split within the period', () => {
  const split: BookText = {
    shareClass: { issue_price: '2.50' },
    events: {
      subscription: `
        id,   trade_date, class, amount,    shares,    settlement_date
        seed, 2024-06-03, a,     125000.00, 50000.000, 2024-06-03
        more, 2024-06-05, a,     ,          2000.000,
      `,
      redemption: `
        id,  trade_date, class, shares
        out, 2024-06-04, a,     10000.000
      `,
      purchase: `
        id,  trade_date, instrument, quantity, price
        buy, 2024-06-03, acme,       1000,     10.00
      `,
      'share-split': `
        id,    effective_date, class, new_units, old_units
        split, 2024-06-05,     a,     1,         4
      `,
    },
    prices: still().prices as string,
  }

  test('the roll of shares closes in new units: 50,000 / 4 + 2,000 − 10,000 / 4 = 12,000', () => {
    const report = reportOf(split, '2024-06-03..2024-06-06')
    const places = ['share-count-sold', 'share-count-repurchased', 'share-count-increase', 'shares-outstanding']
    expect(places.map((place) => printed(report, `socna.${place}`))).toEqual(['14,500', '(2,500)', '12,000', '12,000'])
    expect(breaksOf(report)).toEqual([])
  })

  test('per-share figures before it are restated: issued at 2.50 × 4 = 10.00, so nothing was gained', () => {
    const report = reportOf(split, '2024-06-03..2024-06-06')
    expect(linesOf(report, 'highlights.nav-at-beginning', 'highlights.gain', 'highlights.nav-at-end', 'highlights.total-return')).toEqual([
      'highlights.nav-at-beginning 10.00',
      'highlights.gain --',
      'highlights.nav-at-end 10.00',
      'highlights.total-return 0.00%',
    ])
    expect(report.statements.flatMap(({ footnotes }) => footnotes).filter((note) => note.includes('split'))).toEqual(
      Array.from({ length: 2 }, () => 'Shares and amounts per share before June 5, 2024 are restated for the 1-for-4 share split of that day.'),
    )
  })

  test('averages are in new units: 12,500, 12,500 and 10,000 of the NAV basis, then 12,000: 11,750', () => {
    const report = reportOf(split, '2024-06-03..2024-06-06')
    const average = report.figures.all().find(({ concept }) => concept === 'average-shares')
    expect(average === undefined ? '' : formatShortDecimal(average.amount)).toBe('11750')
  })

  test('a period that begins before it opens in new units, and one behind it knows nothing of it', () => {
    const within = reportOf(split, '2024-06-05..2024-06-06')
    expect(printed(within, 'socna.shares-outstanding-at-beginning')).toBe('10,000') // (50,000 − 10,000) / 4
    expect(printed(within, 'highlights.nav-at-beginning')).toBe('10.00')
    const before = reportOf(split, '2024-06-03..2024-06-04')
    expect(linesOf(before, 'socna.shares-outstanding', 'highlights.nav-at-end')).toEqual(['socna.shares-outstanding 40,000', 'highlights.nav-at-end 2.50'])
    for (const report of [within, before]) expect(breaksOf(report)).toEqual([])
  })

  test('shares that the agent confirms off the ratio have a line of their own', () => {
    const confirmed = {
      ...split,
      events: { ...split.events, 'share-split': 'id, effective_date, class, new_units, old_units, shares_after\nsplit, 2024-06-05, a, 1, 4, 9996.5' },
    }
    const report = reportOf(confirmed, '2024-06-03..2024-06-06')
    expect(linesOf(report, 'socna.share-count-split', 'socna.share-count-increase', 'socna.shares-outstanding')).toEqual([
      'socna.share-count-split (3)',
      'socna.share-count-increase 11,997',
      'socna.shares-outstanding 11,997',
    ]) // 9,996.5 − 10,000 = −3.5; 11,996.5 rounds to 11,997
    expect(breaksOf(report)).toEqual([])
  })
})
