import { describe, expect, test } from 'vitest'
import { type Currency, currencyCodes, minorUnitDigits, parseCurrency, USD } from './currency.ts'

const digitsOf = (code: string): number => minorUnitDigits(parseCurrency(code) as Currency)

describe('ISO 4217', () => {
  test.each([
    ['USD', 2],
    ['EUR', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['KWD', 3],
    ['BHD', 3],
    ['IQD', 3],
    ['CLF', 4],
    ['CLP', 0],
    ['UYW', 4],
    ['HUF', 2],
    ['ISK', 0],
  ])('%s has %i minor-unit digits', (code, digits) => {
    expect(digitsOf(code)).toBe(digits)
  })

  test.each(['', 'usd', 'US', 'USDX', 'GBX', 'XXX', 'XAU', 'ABC', ' USD'])('"%s" is no currency', (text) => {
    expect(parseCurrency(text)).toBeUndefined()
  })

  test('codes are sorted, each once, and read as themselves', () => {
    expect(currencyCodes).toEqual([...new Set(currencyCodes)].toSorted())
    expect(currencyCodes.map(parseCurrency)).toEqual(currencyCodes)
    expect(parseCurrency('USD')).toBe(USD)
  })

  /** Unicode's CLDR counts the digits in which people deal: none where the minor unit has fallen out of use. ISO 4217 keeps them. */
  const keptByIso4217: ReadonlyMap<string, number> = new Map([
    ...'AFN ALL COP HUF IDR IRR KPW LAK LBP MGA MMK PKR SOS SYP YER'.split(' ').map((code) => [code, 2] as const),
    ['IQD', 3],
  ])

  test('digits are those of CLDR, but for the minor units out of use', () => {
    const cldrDigits = (code: string): number | undefined =>
      new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions().maximumFractionDigits
    for (const code of currencyCodes) expect(digitsOf(code), code).toBe(keptByIso4217.get(code) ?? cldrDigits(code))
  })

  test('the list is that of Debian iso-codes 4.15 (2023), with what has come and gone since and without what is no money', () => {
    const debian =
      'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP CNY ' +
      'COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD ' +
      'IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR ' +
      'MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC ' +
      'SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XDR XOF ' +
      'XPD XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWL'
    const withdrawn = ['ANG', 'CUC', 'HRK', 'SLL', 'ZWL'] // replaced by XCG, CUP, EUR, SLE and ZWG
    const noMoney = ['CHE', 'CHW', 'XAG', 'XAU', 'XBA', 'XBB', 'XBC', 'XBD', 'XDR', 'XPD', 'XPT', 'XSU', 'XTS', 'XUA', 'XXX']
    const expected = [...debian.split(' ').filter((code) => ![...withdrawn, ...noMoney].includes(code)), 'XCG', 'ZWG']
    expect(currencyCodes).toEqual(expected.toSorted())
  })
})
