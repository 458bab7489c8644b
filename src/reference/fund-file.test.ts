import { describe, expect, test } from 'vitest'
import { day, open, shownIssue, table } from '../../test/support/book.ts'
import { fiscalPeriod, fiscalYearEndOnOrAfter } from './fund.ts'
import { type InstrumentId } from './instrument.ts'
import { readInstruments } from './read-instruments.ts'
import { parseCurrency, type Currency } from '../values/currency.ts'

describe('fund.yaml: what is read, and what stands where it says nothing', () => {
  const { fund } = open({
    shareClass: { par_value: '0.0010', issue_price: '12.50', ticker: 'EXMPL' },
    policies: { advisory_fee: 'rate: 0.0075, to: The Adviser' },
  }).book

  test('par is kept as written, the issue price in nine places', () => {
    expect(fund.classes).toMatchObject([
      { id: 'a', name: 'Class A', parValue: { units: 10n, scale: 4 }, issuePrice: 12_500_000_000n, shareDecimals: 3, ticker: 'EXMPL' },
    ])
  })

  test('base currency USD, noun Fund, unlimited shares, the class from the inception of the series', () => {
    expect(fund.series).toMatchObject({ id: 'example', noun: 'Fund', baseCurrency: 'USD', inception: day('2024-06-03'), fiscalYearEnd: { month: 12, day: 31 } })
    expect(fund.classes[0]).toMatchObject({ authorized: 'unlimited', inception: day('2024-06-03') })
  })

  test('a rate has twelve places; a list of words is a list', () => {
    expect(fund.policies.get('advisory_fee')?.[0]?.settings).toMatchObject({ rate: 7_500_000_000n, to: 'The Adviser' })
    expect(fund.policies.get('valuation')?.[0]?.settings).toMatchObject({ price_types: ['close', 'bid'] })
  })

  test.each([
    ['share_decimals', '5', 'field.number'],
    ['share_decimals', '2.5', 'field.number'],
    ['issue_price', '0', 'field.sign'],
    ['par_value', '-0.001', 'field.sign'],
  ])('%s: %s is refused', (key, value, code) => {
    expect(() => open({ shareClass: { [key]: value } })).toThrow(code)
  })
})

describe('R1.6: fiscal years', () => {
  const series = (text: string, month: number, lastDay: number) => ({ ...open({ inception: text }).book.fund.series, fiscalYearEnd: { month, day: lastDay } })

  test.each([
    ['2024-06-03', 12, 31, 2024, '2024-06-03', '2024-12-31'], // the first, from inception
    ['2024-06-03', 12, 31, 2025, '2025-01-01', '2025-12-31'],
    ['2023-06-05', 2, 29, 2024, '2023-06-05', '2024-02-29'],
    ['2022-06-06', 2, 29, 2024, '2023-03-01', '2024-02-29'], // 02-29 in a common year is 02-28
    ['2022-06-06', 2, 29, 2025, '2024-03-01', '2025-02-28'],
    ['2022-06-06', 6, 30, 2023, '2022-07-01', '2023-06-30'],
  ])('inception %s, year end %i-%i, year %i: %s through %s', (inception, month, lastDay, year, from, through) => {
    expect(fiscalPeriod(year, series(inception, month, lastDay))).toEqual({ from: day(from), through: day(through) })
  })

  test.each([
    ['2024-06-30', '2024-06-30'],
    ['2024-07-01', '2025-06-30'],
    ['2024-01-01', '2024-06-30'],
  ])('the year end 06-30 on or after %s is %s', (date, expected) => {
    expect(fiscalYearEndOnOrAfter(day(date), { month: 6, day: 30 })).toBe(day(expected))
  })
})

describe('instruments.csv', () => {
  const header = 'id, name, type, industry, country, currency, income_producing, income_source, multiplier, affiliated'
  const read = (...rows: readonly string[]) =>
    readInstruments(table('instruments.csv', [header, ...rows].join('\n')), { baseCurrency: parseCurrency('USD') as Currency })

  test('a multiplier of one and no affiliation, where nothing is said', () => {
    const { instruments } = read('acme, Acme, common-stock, Tools, US, USD, yes, test, ,', 'beta, Beta, preferred-stock, Tools, CA, CAD, no, test, 0.01, yes')
    expect(instruments.get('acme' as InstrumentId)).toMatchObject({ multiplier: { units: 1n, scale: 0 }, isAffiliated: false, isIncomeProducing: true })
    expect(instruments.get('beta' as InstrumentId)).toMatchObject({
      multiplier: { units: 1n, scale: 2 },
      isAffiliated: true,
      isIncomeProducing: false,
      currency: 'CAD',
    })
  })

  test('an id twice: the first stays', () => {
    const { instruments, issues } = read('acme, Acme, common-stock, Tools, US, USD, yes, test, ,', 'acme, Other, common-stock, Tools, US, USD, yes, test, ,')
    expect(issues.map(shownIssue)).toEqual(['instruments.csv:3 id record.repeated-id'])
    expect(instruments.get('acme' as InstrumentId)?.name).toBe('Acme')
  })

  test('R2.1: a purchase of an affiliated issuer is refused, for this version has no books of them; it is never kept as unaffiliated', () => {
    const instruments = [header, 'beta, Beta, common-stock, Tools, US, USD, no, test, , yes'].join('\n')
    expect(
      open({ instruments, events: { purchase: 'id, trade_date, instrument, quantity, price\nx, 2024-06-03, beta, 1, 1.00' } }).issues.map(shownIssue),
    ).toEqual(['events/purchase.csv:2 instrument reference.affiliated-issuer'])
  })
})
