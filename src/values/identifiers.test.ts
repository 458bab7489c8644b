/** Every scheme of identifiers with check digits, on published examples, and on all the slips that each must catch. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCurrency } from './currency.ts'
import { cusip, cusipCheckDigit } from './cusip.ts'
import type { Currency } from './currency.ts'
import type { Field } from './field.ts'
import { figi, figiCheckDigit } from './figi.ts'
import { isin, isinCheckDigit } from './isin.ts'
import { lei, leiCheckDigits } from './lei.ts'
import { sedol, sedolCheckDigit } from './sedol.ts'

const context = { baseCurrency: parseCurrency('USD') as Currency }
const faultOf = (field: Field<unknown>, text: string) => {
  const read = field.read(text, context)
  return read.ok ? undefined : read.fault
}
const isRead = (field: Field<unknown>, text: string): boolean => field.read(text, context).ok

const digits = '0123456789'
const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const consonants = 'BCDFGHJKLMNPQRSTVWXYZ'
const textOf = (alphabet: string, length: number) => fc.array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length }).map((all) => all.join(''))

type Scheme = {
  readonly name: string
  readonly field: Field<unknown>
  readonly published: readonly string[]
  readonly body: fc.Arbitrary<string>
  readonly checkDigits: (body: string) => string
  /** Whether a letter put for another letter is always caught, too. */
  readonly catchesLetters: boolean
}

const schemes: readonly Scheme[] = [
  {
    name: 'CUSIP',
    field: cusip,
    // Apple; Google (class A, before 2015); Microsoft; AAR Corp., whose leading zeros and E a spreadsheet would eat; Medtronic plc, a CINS number
    published: ['037833100', '38259P508', '594918104', '000361105', 'G5960L103'],
    body: textOf(`${digits}${capitals}*@#`, 8),
    checkDigits: cusipCheckDigit,
    catchesLetters: false,
  },
  {
    name: 'ISIN',
    field: isin,
    // Apple; Treasury Corporation of Victoria; BAE Systems; Schlumberger, of a country that is no more
    published: ['US0378331005', 'AU0000XVGZA3', 'GB0002634946', 'AN8068571086'],
    body: fc.tuple(fc.constantFrom('US', 'GB', 'BM', 'XS', 'EU'), textOf(`${digits}${capitals}`, 9)).map(([prefix, number]) => prefix + number),
    checkDigits: isinCheckDigit,
    catchesLetters: false,
  },
  {
    name: 'SEDOL',
    field: sedol,
    published: ['0263494', 'B0YBKJ7', '2046251'], // BAE Systems; the documentation's own; Apple
    body: textOf(`${digits}${consonants}`, 6),
    checkDigits: sedolCheckDigit,
    catchesLetters: false,
  },
  {
    name: 'FIGI',
    field: figi,
    published: ['BBG000B9XRY4', 'BBG000BLNNH6'], // Apple; IBM
    body: textOf(`${digits}${consonants}`, 8).map((number) => `BBG${number}`),
    checkDigits: figiCheckDigit,
    catchesLetters: false,
  },
  {
    name: 'LEI',
    field: lei,
    published: ['HWUPKR0MPOU8FGXBT394', '5493000IBP32UQZ0KL24', '529900T8BM49AURSDO55'], // Apple; two of public documentation
    body: textOf(`${digits}${capitals}`, 18),
    checkDigits: leiCheckDigits,
    catchesLetters: true, // letters differ by at most 25, and no power of ten times that is a multiple of 97
  },
]

const othersOf = (alphabet: string, character: string): readonly string[] =>
  alphabet.includes(character) ? [...alphabet].filter((other) => other !== character) : []

for (const { name, field, published, body, checkDigits, catchesLetters } of schemes) {
  describe(name, () => {
    test.each(published)('%s is read as the text it is', (text) => {
      expect(field.read(text, context)).toEqual({ ok: true, value: text })
    })

    test('its example, its pattern and its reading agree', () => {
      expect(isRead(field, field.example)).toBe(true)
      fc.assert(
        fc.property(body, (start) => {
          const text = start + checkDigits(start)
          expect(text).toMatch(new RegExp(field.schema.pattern as string))
          expect(isRead(field, text)).toBe(true)
        }),
      )
    })

    test('every change of a single digit into another is caught', () => {
      fc.assert(
        fc.property(body, (start) => {
          const text = start + checkDigits(start)
          for (const [position, character] of [...text].entries()) {
            for (const other of [...othersOf(digits, character), ...(catchesLetters ? othersOf(capitals, character) : [])]) {
              const changed = text.slice(0, position) + other + text.slice(position + 1)
              expect(isRead(field, changed), `${changed} for ${text}`).toBe(false)
            }
          }
        }),
      )
    })

    test('wrong check digits are named with the right ones', () => {
      fc.assert(
        fc.property(body, fc.constantFrom(...digits), (start, last) => {
          const right = start + checkDigits(start)
          const wrong = right.slice(0, -1) + last
          if (wrong === right) return
          expect(faultOf(field, wrong)?.code).toBe('identifier.check-digit')
          expect(faultOf(field, wrong)?.needed).toMatch(new RegExp(`^check digits? ${checkDigits(start)} after`))
        }),
      )
    })

    test.each(['', ' ', '1', `${field.example}0`, field.example.slice(1, -1), '3.7833E+07', 'n/a'])('"%s" has not the form', (text) => {
      expect(faultOf(field, text)).toMatchObject({ code: 'identifier.form', remedy: 'Copy it as text from the source.' })
    })

    test('spaces and hyphens are refused, and the remedy gives the text without them', () => {
      const spaced = `${field.example.slice(0, 4)} ${field.example.slice(4, -1)}-${field.example.slice(-1)}`
      expect(faultOf(field, spaced)).toMatchObject({ code: 'identifier.form', remedy: `Did you mean "${field.example}"?` })
      expect(isRead(field, ` ${field.example}`)).toBe(false)
    })
  })
}

describe('CUSIP, ANSI X9.6', () => {
  test('letters are 10 to 35, every second value is doubled, the digits are added', () => {
    // 3, 8×2=16, 2, 5×2=10, 9, P(25)×2=50, 5, 0: 3 + (1+6) + 2 + (1+0) + 9 + (5+0) + 5 + 0 = 32, 8 to 40
    expect(cusipCheckDigit('38259P50')).toBe('8')
    expect(faultOf(cusip, '38259P504')?.needed).toBe('check digit 8 after "38259P50"')
  })

  test('*, @ and # are 36, 37 and 38', () => {
    // 0, 0, 0, 0, 0, *(36)×2=72: 7+2, @(37): 3+7, #(38)×2=76: 7+6: 9 + 10 + 13 = 32, 8 to 40
    expect(cusipCheckDigit('00000*@#')).toBe('8')
    expect(isRead(cusip, '00000*@#8')).toBe(true)
  })

  test('00123E101 stays text: as a number it would be 123 × 10^101', () => {
    // 0, 0, 1, 2×2=4, 3, E(14)×2=28: 2+8, 1, 0: 1 + 4 + 3 + 10 + 1 = 19, 1 to 20
    expect(cusip.read('00123E101', context)).toEqual({ ok: true, value: '00123E101' })
  })

  test('leading zeros that a spreadsheet took are offered back', () => {
    expect(faultOf(cusip, '37833100')).toMatchObject({ code: 'identifier.form', remedy: 'Did you mean "037833100"?' })
    expect(faultOf(cusip, '361105')).toMatchObject({ remedy: 'Did you mean "000361105"?' })
  })
})

describe('ISIN, ISO 6166', () => {
  test('letters are expanded, then every second digit is doubled from the last', () => {
    // US037833100 -> 3028037833100: 0×2, 0, 1×2, 3, 3×2, 8, 7×2=14, 3, 0×2, 8, 2×2, 0, 3×2
    //   = 0 + 0 + 2 + 3 + 6 + 8 + (1+4) + 3 + 0 + 8 + 4 + 0 + 6 = 45, 5 to 50
    expect(isinCheckDigit('US037833100')).toBe('5')
  })

  test.each(['EU', 'XS', 'XA', 'XB', 'XC', 'XD', 'XF', 'XK', 'XT', 'EZ', 'AN', 'YU'])('the prefix %s is no country of ISO 3166-1, and is read', (prefix) => {
    const body = `${prefix}000000000`
    expect(isRead(isin, body + isinCheckDigit(body))).toBe(true)
  })

  test.each(['ZZ', 'XX', 'UK', 'XG'])('the prefix %s is refused, whatever the check digit', (prefix) => {
    const body = `${prefix}000000000`
    expect(faultOf(isin, body + isinCheckDigit(body))).toMatchObject({ code: 'identifier.form' })
  })

  test('small letters are refused with the capitals in the remedy', () => {
    expect(faultOf(isin, 'us0378331005')).toMatchObject({ code: 'identifier.form', remedy: 'Did you mean "US0378331005"?' })
  })
})

describe('SEDOL', () => {
  test('weights are 1, 3, 1, 7, 3, 9', () => {
    // 0×1 + 2×3 + 6×1 + 3×7 + 4×3 + 9×9 = 0 + 6 + 6 + 21 + 12 + 81 = 126, 4 to 130
    expect(sedolCheckDigit('026349')).toBe('4')
    expect(faultOf(sedol, '0263490')?.needed).toBe('check digit 4 after "026349"')
  })

  test.each([...'AEIOU'])('the vowel %s is refused', (vowel) => {
    expect(faultOf(sedol, `${vowel}26349${sedolCheckDigit(`${vowel}26349`)}`)?.code).toBe('identifier.form')
  })
})

describe('FIGI', () => {
  test('the second, fourth, … values are doubled', () => {
    // B(11): 1+1; B×2=22: 2+2; G(16): 1+6; 0; 0; 0; B(11): 1+1; 9×2=18: 1+8; X(33): 3+3; R(27)×2=54: 5+4; Y(34): 3+4
    //   = 2 + 4 + 7 + 2 + 9 + 6 + 9 + 7 = 46, 4 to 50
    expect(figiCheckDigit('BBG000B9XRY')).toBe('4')
  })

  test.each(['BS', 'BM', 'GG', 'GB', 'GH', 'KY', 'VG'])('the prefix %s is never given', (prefix) => {
    const body = `${prefix}G000B9XRY`
    expect(faultOf(figi, body + figiCheckDigit(body))).toMatchObject({ code: 'identifier.form', needed: expect.stringContaining('does not begin with') })
  })

  test.each(['BBX000B9XRY', 'BAG000B9XRY', 'BBG000B9XRE', 'B1G000B9XRY'])('%s has no G in the third place, a vowel, or a digit in its prefix', (body) => {
    expect(faultOf(figi, body + figiCheckDigit(body))?.code).toBe('identifier.form')
  })
})

describe('R1.4: LEI, ISO 17442', () => {
  test('the check digits leave 1 when the whole is divided by 97', () => {
    const asInteger = BigInt([...'HWUPKR0MPOU8FGXBT394'].map((character) => parseInt(character, 36)).join(''))
    expect(asInteger % 97n).toBe(1n)
    expect(leiCheckDigits('HWUPKR0MPOU8FGXBT3')).toBe('94')
    expect(faultOf(lei, 'HWUPKR0MPOU8FGXBT395')?.needed).toBe('check digits 94 after "HWUPKR0MPOU8FGXBT3"')
  })

  test('neighbours that changed places are caught', () => {
    fc.assert(
      fc.property(textOf(digits + capitals, 18), fc.nat(16), (body, position) => {
        const [left, right] = [body[position] as string, body[position + 1] as string]
        const areAlike = left === right || digits.includes(left) !== digits.includes(right)
        if (areAlike) return // a letter is two digits: swapping it with a digit is another kind of slip
        const swapped = body.slice(0, position) + right + left + body.slice(position + 2)
        expect(isRead(lei, swapped + leiCheckDigits(body))).toBe(false)
      }),
    )
  })
})
