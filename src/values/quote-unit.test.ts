import { describe, expect, test } from 'vitest'
import { check, issuesOf, open, shownIssue, type BookText } from '../../test/support/book.ts'
import { currencyCodes, USD } from './currency.ts'
import { priceUnit, quoteUnitCodes, unitValueOf } from './quote-unit.ts'

/** A fund in pounds with one share quoted in pence. */
const pence = (price: string, priceRow: string, unit = 'GBX'): BookText => ({
  baseCurrency: 'GBP',
  instruments: `id, name, type, industry, country, currency, income_producing, income_source, quote_unit\nacme, Acme plc, common-stock, Tools, GB, GBP, yes, test, ${unit}`,
  events: {
    subscription: 'id, trade_date, class, amount\nopen, 2024-06-03, a, 10000.00',
    purchase: `id, trade_date, instrument, quantity, price, net_amount\nbuy, 2024-06-03, acme, 1000, ${price}, 1550.00`,
  },
  prices: `date, instrument, price, type, source, currency\n2024-06-03, acme, ${price}, close, x,\n2024-06-04, acme, ${priceRow}`,
})

describe('a quote unit is not a currency', () => {
  test('each is a hundredth of a currency, and none is a code of ISO 4217', () => {
    expect(quoteUnitCodes.map((unit) => `${unit} ${unitValueOf(unit).currency} ${unitValueOf(unit).worth.units}e-${unitValueOf(unit).worth.scale}`)).toEqual([
      'GBX GBP 1e-2',
      'ZAc ZAR 1e-2',
      'ILA ILS 1e-2',
    ])
    expect(quoteUnitCodes.filter((unit) => currencyCodes.includes(unit) || !currencyCodes.includes(unitValueOf(unit).currency))).toEqual([])
    expect(['GBP', 'GBX', 'GBx'].map((text) => priceUnit.read(text, { baseCurrency: USD }).ok)).toEqual([true, true, false])
  })

  test('1,000 shares at 155 pence cost 1,550.00 pounds; at 160 pence they are worth 1,600.00', () => {
    // 10,000.00 − 1,550.00 + 1,000 × 160 × 0.01 = 10,050.00
    check(pence('155', '160, close, x, GBX'), '2024-06-04', { strikes: '2024-06-04 10050.00 / 1000 = 10.05' })
  })

  test('the same share quoted in pounds', () => {
    check(pence('1.55', '1.60, close, x, GBP', ''), '2024-06-04', { strikes: '2024-06-04 10050.00 / 1000 = 10.05' })
  })

  test('in a fund of dollars: 1,000 × 160 pence = 1,600.00 pounds = 2,560.00 dollars at 1.60', () => {
    // 10,000.00 dollars, 1,550.00 pounds owed (2,480.00 dollars) and 2,560.00 of shares: 10,080.00
    const rates = `date, currency, rate, quote, source, time
      2024-06-03, GBP, 1.60, base-per-foreign, x, 16:00 America/New_York
      2024-06-04, GBP, 1.60, base-per-foreign, x, 16:00 America/New_York`
    check({ ...pence('155', '160, close, x, GBX'), baseCurrency: 'USD', rates }, '2024-06-04', { strikes: '2024-06-04 10080.00 / 1000 = 10.08' })
  })

  test.each([
    ['a price in pounds where it is quoted in pence', pence('155', '1.60, close, x, GBP'), ['prices/prices.csv:3 currency valuation.price-currency']],
    ['a price in pence where it is quoted in pounds', pence('1.55', '160, close, x, GBX', ''), ['prices/prices.csv:3 currency valuation.price-currency']],
    ['a trade at pounds where it is quoted in pence', pence('1.55', '160, close, x, GBX'), ['events/purchase.csv:2 net_amount trade.amount-differs']],
  ])('%s is caught', (_name, text, issues) => {
    expect(issuesOf(text, '2024-06-04').map(shownIssue)).toEqual(issues)
  })

  test('a unit of another currency leaves the instrument out, and nothing that follows is said', () => {
    expect(open(pence('155', '160, close, x,', 'ZAc')).issues.map(shownIssue)).toEqual(['instruments.csv:2 quote_unit reference.quote-unit'])
  })
})
