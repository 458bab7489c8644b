import { describe, expect, test } from 'vitest'
import { USD } from '../values/currency.ts'
import { type Account, accountCode, accountOf, accounts, chartOfAccounts } from './chart-of-accounts.ts'

const codes = (accountsWanted: readonly Account[]): string => accountsWanted.map(({ code }) => code).join(' ')
const at = (code: string): Account => accountOf(code) as Account

/** The codes of R2.1, copied by hand from the rule. */
const codesOfTheRule = `
  1000 1010 1011 1012 1020
  1100 1110 1120 1130 1140 1190 1191 1192
  1300 1310 1320 1325 1330 1340 1350 1360
  1400 1405 1410 1420 1500 1510
  2000 2100 2105 2110 2120 2130 2135 2140 2145 2150 2160
  2200 2210 2220 2290 2291 2300 2400
  2500 2510 2520 2530 2540 2550 2560 2570 2580
  3000 3010 3090 3100 3150 3190 3200 3250 3260 3290 3400
  4000 4010 4020 4100 4110 4120 4130 4200 4300
  5000 5010 5100 5110 5200 5210 5220 5230 5240 5250 5260 5270 5280 5290 5300 5310 5320 5400 5900 5910 5920
  6000 6010 6020 6100 6110 6200 6300 6400 6500
  7000 7010 7100 7110 7200 7300 7400
  9000 9010`
  .trim()
  .split(/\s+/)
  .join(' ')

describe('R2.1: the chart', () => {
  test('has every account of the rule, once, in order', () => {
    expect(codes(chartOfAccounts)).toBe(codesOfTheRule)
    expect(Object.values(accounts).join(' ')).toBe(codesOfTheRule)
  })

  test('every account has a name of its own and a statement line', () => {
    expect(new Set(chartOfAccounts.map(({ name }) => name)).size).toBe(chartOfAccounts.length)
    expect(chartOfAccounts.every(({ line }) => line !== '')).toBe(true)
  })

  test('cites Regulation S-X in full', () => {
    expect(at('1300').cite).toBe('17 CFR 210.6-04.5(a)(1)')
    expect(at('1510').cite).toBe('17 CFR 210.6-04.7')
    expect('cite' in at('3000')).toBe(false)
    expect(chartOfAccounts.every(({ cite }) => cite === undefined || /^17 CFR 210\.6-0[479]\.\d+(\([a-z]\))?(\(\d\))?$/.test(cite))).toBe(true)
  })

  test('is looked up by code', () => {
    expect(at(accounts.cash).name).toBe('Cash at the custodian')
    expect(accountOf('1001')).toBeUndefined()
    expect(accountOf('')).toBeUndefined()
  })

  test.each([
    ['cash', '1000'],
    ['investments', '1100'],
    ['investmentsUnrealized', '1190'],
    ['receivableInvestmentsSold', '1300'],
    ['receivableSharesSold', '1310'],
    ['payableInvestmentsPurchased', '2100'],
    ['payableSharesRedeemed', '2110'],
    ['par', '3000'],
    ['paidIn', '3010'],
    ['realizedSecurities', '6000'],
    ['unrealizedSecurities', '7000'],
  ] as const)('names %s as %s', (name, code) => {
    expect(accounts[name]).toBe(code)
  })
})

describe('kinds and sides', () => {
  test('the kind follows from the code', () => {
    const kinds = ['1000', '2000', '3000', '3150', '3250', '3260', '3290', '4020', '5900', '6500', '7200', '9000'].map((code) => at(code).kind)
    expect(kinds).toEqual([
      'asset',
      'liability',
      'capital',
      'distribution',
      'distribution',
      'distribution',
      'capital',
      'income',
      'expense',
      'realized',
      'unrealized',
      'memo',
    ])
  })

  test('each kind grows on its own side, but for these', () => {
    const usual = { asset: 'debit', liability: 'credit', capital: 'credit', distribution: 'debit', income: 'credit', expense: 'debit' } as const
    const contrary = chartOfAccounts.filter(
      ({ kind, normalSide }) => normalSide !== ({ ...usual, realized: 'credit', unrealized: 'credit', memo: 'credit' } as const)[kind],
    )
    // Currency position; foreign tax; premium amortized; offsets, waivers, reimbursement; contracts open.
    expect(codes(contrary)).toBe('1011 4020 4120 5900 5910 5920 9010')
  })

  // R2.2: debits of assets less credits of liabilities equal capital and what closes into it. The seed's subscription and first day.
  test('R2.2: the sides make net assets and capital meet', () => {
    const credits: readonly (readonly [string, number])[] = [
      ['1000', -500_000_00],
      ['1100', -488_253_00],
      ['2100', 488_253_00],
      ['3000', 50_00],
      ['3010', 499_950_00],
      ['7000', -3_985_27],
      ['1190', 3_985_27],
    ]
    const total = (kinds: readonly string[]): number =>
      credits.filter(([code]) => kinds.includes(at(code).kind)).reduce((accumulated, [, cents]) => accumulated + cents, 0)
    expect(-total(['asset', 'liability'])).toBe(496_014_73)
    expect(total(['capital', 'distribution', 'income', 'expense', 'realized', 'unrealized'])).toBe(496_014_73)
  })
})

describe('dimensions', () => {
  test('R2.1: the class is carried by capital, the class expenses and their payables, and the share count', () => {
    expect(codes(chartOfAccounts.filter(({ hasClass }) => hasClass))).toBe(
      '2510 2520 3000 3010 3090 3100 3150 3190 3200 3250 3260 3290 3400 5100 5110 5200 5920 9000',
    )
  })

  test('R2.1: the instrument is carried by 11xx, 6xxx and 7xxx', () => {
    expect(codes(chartOfAccounts.filter(({ hasInstrument }) => hasInstrument))).toBe(
      '1100 1110 1120 1130 1140 1190 1191 1192 6000 6010 6020 6100 6110 6200 6300 6400 6500 7000 7010 7100 7110 7200 7300 7400',
    )
  })
})

describe('what a sub-ledger proves', () => {
  test.each([
    ['lots', '1100 1110 1120 1130 1140 6000 6010'],
    ['marks', '1190 1191 1192 2290 2291 7000 7010 7100 7110 7200 7300 7400'],
    ['capital stock', '3000 9000'],
    ['settlements', '1300 1310 1320 1325 1340 2100 2110'],
  ])('by %s: %s', (control, controlled) => {
    expect(codes(chartOfAccounts.filter(({ controlledBy }) => controlledBy === control))).toBe(controlled)
  })

  test('a manual entry may touch cash, expenses and surplus', () => {
    expect(['1000', '2560', '3010', '5290'].map((code) => at(code).controlledBy)).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('an account in a column', () => {
  const read = (text: string) => accountCode.read(text, { baseCurrency: USD })

  test('is read as its code', () => {
    expect(read('5290')).toEqual({ ok: true, value: '5290' })
  })

  test.each([
    ['5291', 'Did you mean 5290 (Other expenses)?'],
    ['1311', 'Did you mean 1310 (Receivable for fund shares sold)?'],
    ['1195', 'Did you mean 1192 (Unrealized translation of foreign cash, receivables and payables)?'],
    ['5255', 'Did you mean 5250 (Audit fees)?'], // as near to 5260: the lower
    ['other expences', 'Did you mean 5290 (Other expenses)?'],
    ['Audit', 'Take a code from the chart of accounts, such as 5290 for other expenses.'],
    ['8000', 'Take a code from the chart of accounts, such as 5290 for other expenses.'],
  ])('%s: %s', (text, remedy) => {
    expect(read(text)).toEqual({ ok: false, fault: { code: 'reference.unknown-account', needed: 'an account code of the chart, four digits', remedy } })
  })

  test('its schema lists the codes', () => {
    expect(accountCode.schema.enum).toHaveLength(chartOfAccounts.length)
    expect(accountCode.read(accountCode.example, { baseCurrency: USD }).ok).toBe(true)
  })
})
