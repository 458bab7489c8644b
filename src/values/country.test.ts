import { describe, expect, test } from 'vitest'
import { type CountryCode, countryName, country, parseCountry } from './country.ts'
import { USD } from './currency.ts'

const remedyFor = (text: string): string | undefined => {
  const read = country.read(text, { baseCurrency: USD })
  return read.ok ? undefined : read.fault.remedy
}

/** Region codes that Unicode's CLDR knows and ISO 3166-1 does not list: reserved, withdrawn or made up. */
const notInIso3166 = 'AC CP CQ DG EA EU EZ IC QO TA UK UN XA XB XK ZZ AN BU CS DD DY FX HV NH RH SU TP VD YD YU ZR'.split(' ')

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const pairs = letters.flatMap((first) => letters.map((second) => first + second))
const countryCodes = pairs.flatMap((code) => parseCountry(code) ?? [])
const cldr = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

describe('ISO 3166-1', () => {
  test('249 codes', () => expect(countryCodes).toHaveLength(249))

  test('they are the regions of CLDR, but for those that ISO 3166-1 does not list', () => {
    const regions = pairs.filter((code) => cldr.of(code) !== undefined)
    expect(countryCodes).toEqual(regions.filter((code) => !notInIso3166.includes(code)))
  })

  test('names are those of CLDR, without accents and signs, but for these', () => {
    const ascii = (name: string): string =>
      name
        .normalize('NFD')
        .replaceAll(/[\u0300-\u036f]/g, '')
        .replaceAll('’', "'")
        .replaceAll('&', 'and')
        .replaceAll('St. ', 'Saint ')
    const different = countryCodes.filter((code) => ascii(cldr.of(code) as string) !== countryName(code))
    expect(Object.fromEntries(different.map((code) => [code, countryName(code)]))).toMatchInlineSnapshot(`
      {
        "CD": "Democratic Republic of the Congo",
        "CG": "Republic of the Congo",
        "CZ": "Czech Republic",
        "GS": "South Georgia and the South Sandwich Islands",
        "HK": "Hong Kong",
        "HM": "Heard Island and McDonald Islands",
        "MM": "Myanmar",
        "MO": "Macau",
        "PS": "Palestine",
        "TR": "Turkey",
        "UM": "U.S. Minor Outlying Islands",
        "VC": "Saint Vincent and the Grenadines",
      }
    `)
  })

  test.each([
    ['US', 'United States'],
    ['GB', 'United Kingdom'],
    ['KR', 'South Korea'],
    ['BM', 'Bermuda'],
    ['CI', "Cote d'Ivoire"],
    ['HK', 'Hong Kong'],
    ['KY', 'Cayman Islands'],
  ])('%s is %s', (code, name) => {
    expect(countryName(code as CountryCode)).toBe(name)
  })

  test('only capitals are codes', () => {
    expect(parseCountry('US')).toBe('US')
    expect([parseCountry('us'), parseCountry('USA'), parseCountry(''), parseCountry('XX')]).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('the field', () => {
  test('a code is read', () => {
    expect(country.read('BM', { baseCurrency: USD })).toEqual({ ok: true, value: 'BM' })
  })

  test('every name and every code in small letters leads to its code', () => {
    for (const code of countryCodes) {
      expect(remedyFor(countryName(code)), code).toBe(`Did you mean "${code}"?`)
      expect(remedyFor(code.toLowerCase()), code).toBe(`Did you mean "${code}"?`)
    }
  })

  test.each([
    ['Bermuda', 'BM'],
    ['Bermdua', 'BM'],
    ['UK', 'GB'],
    ['USA', 'US'],
    ['BMU', 'BM'],
    ['AUS', 'AU'],
    ['United States of America', 'US'],
    ['The Netherlands', 'NL'],
    ['Côte d’Ivoire', 'CI'],
    ['St. Lucia', 'LC'],
    ['Republic of Korea', 'KR'],
    ['SU', 'US'],
  ])('"%s" is answered with "%s"', (text, code) => {
    expect(remedyFor(text)).toBe(`Did you mean "${code}"?`)
  })

  test.each(['XK', 'UX', 'Q', 'Kosovo', '12'])('"%s" is not guessed at', (text) => {
    expect(remedyFor(text)).toBe('Look the code up in ISO 3166-1 (alpha-2).')
  })
})
