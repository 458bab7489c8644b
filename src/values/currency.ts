import type { Branded } from './branded.ts'

/** An ISO 4217 alphabetic code, made only by `parseCurrency`. */
export type Currency = Branded<string, 'Currency'>

/**
 * ISO 4217: active currencies by the number of minor-unit digits. Left out are precious metals (XAU), units of account
 * (XDR), the WIR's CHE and CHW, and withdrawn currencies.
 */
const codesByExponent: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2:
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP COU CRC CUP ' +
    'CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW ' +
    'KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK ' +
    'PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH ' +
    'USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

const exponents: ReadonlyMap<string, number> = new Map(
  Object.entries(codesByExponent).flatMap(([exponent, codes]) => codes.split(' ').map((code) => [code, Number(exponent)] as const)),
)

export const currencyCodes: readonly string[] = [...exponents.keys()].toSorted()

export const parseCurrency = (text: string): Currency | undefined => (exponents.has(text) ? (text as Currency) : undefined)

/** Digits of the minor unit (ISO 4217): USD 2, JPY 0, KWD 3. */
export const minorUnitDigits = (currency: Currency): number => exponents.get(currency) as number

export const USD = 'USD' as Currency
