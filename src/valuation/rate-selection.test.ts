import { describe, expect, test } from 'vitest'
import { day, open, shownIssue } from '../../test/support/book.ts'
import { type Currency } from '../values/currency.ts'
import { decimal, formatDecimal } from '../values/decimal.ts'
import { translate } from '../values/exchange-rate.ts'
import { policyOn } from '../reference/policy.ts'
import { type RateObservation } from '../market/rate-book.ts'
import { ambiguousRate, selectRate, severalTimes } from './rate-selection.ts'

const date = day('2024-06-03')
const close = '16:00 America/New_York'
const london = '16:00 Europe/London'

function select(policy: string | undefined, currencies: readonly string[], ...rows: readonly string[]): readonly string[] {
  const { fund, rates } = open({
    rates: ['date, currency, rate, quote, source, time', ...rows.map((row) => `2024-06-03, ${row}`)].join('\n'),
    ...(policy === undefined ? {} : { policies: { exchange_rates: policy } }),
  }).book
  const settings = policyOn(fund.policies, 'exchange_rates', date)?.settings
  const found: RateObservation[] = []
  const lines = (currencies as Currency[]).map((currency) => {
    const selection = selectRate(rates.on(currency, date), settings)
    if (selection.found === undefined) return selection.why === 'missing' ? `no ${currency}` : shownIssue(ambiguousRate(currency, date, selection.candidates))
    found.push(selection.found)
    const { quoted, supplier, time } = selection.found
    return `${currency} ${formatDecimal(quoted)} ${supplier} ${time}`
  })
  return [...lines, ...severalTimes(found).map(shownIssue)]
}

describe('R5.6: one rate set of one time for a net asset value', () => {
  const bank = `GBP, 1.60, base-per-foreign, bank, ${close}`
  const wm = `GBP, 1.61, base-per-foreign, wm, ${close}`
  const noon = `GBP, 1.62, base-per-foreign, bank, 12:00 America/New_York`
  const yen = `JPY, 118.79, foreign-per-base, bank, ${close}`

  test.each([
    ['one rate, no policy', undefined, ['GBP'], [bank], [`GBP 1.60 bank ${close}`]],
    ['two sources, no policy', undefined, ['GBP'], [bank, wm], ['rates/rates.csv:2 rate valuation.rate-ambiguous']],
    ['two times, no policy', undefined, ['GBP'], [bank, noon], ['rates/rates.csv:3 rate valuation.rate-ambiguous']],
    [
      'two currencies of two times, no policy',
      undefined,
      ['JPY', 'GBP'],
      [yen, noon],
      [`JPY 118.79 bank ${close}`, 'GBP 1.62 bank 12:00 America/New_York', 'rates/rates.csv:3 time valuation.rate-times'],
    ],
    ['the policy names the time', `time: ${close}`, ['GBP', 'JPY'], [bank, noon, yen], [`GBP 1.60 bank ${close}`, `JPY 118.79 bank ${close}`]],
    ['a rate of another time is none', `time: ${london}`, ['GBP'], [bank, noon], ['no GBP']],
    ['the policy ranks the sources', `time: ${close}, sources: wm bank`, ['GBP', 'JPY'], [bank, wm, yen], [`GBP 1.61 wm ${close}`, `JPY 118.79 bank ${close}`]],
    ['a source that it does not name is not taken', `time: ${close}, sources: wm`, ['GBP'], [bank], ['no GBP']],
    ['no rate at all', undefined, ['JPY', 'GBP'], [yen], [`JPY 118.79 bank ${close}`, 'no GBP']],
    ['nothing is asked for', undefined, [], [bank, wm], []],
  ] as const)('%s', (_name, policy, currencies, rows, expected) => {
    expect(select(policy, currencies, ...rows)).toEqual(expected)
  })

  test('GBP 1,000 at 1.60950 dollars a pound = 1,609.50', () => {
    const { rates } = open({ rates: `date, currency, rate, quote, source, time\n2024-06-03, GBP, 1.60950, base-per-foreign, bank, ${close}` }).book
    const rate = selectRate(rates.on('GBP' as Currency, date), undefined).found?.rate
    expect(rate && translate(decimal(1_000n, 0), rate, 'USD' as Currency)).toBe(160_950n)
  })
})
