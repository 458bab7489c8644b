import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCalendarDate } from './calendar-date.ts'
import { type Currency, parseCurrency, USD } from './currency.ts'
import { formatDecimal } from './decimal.ts'
import * as fields from './field.ts'
import type { Field, FieldFault } from './field.ts'

const inDollars = { baseCurrency: USD }
const inYen = { baseCurrency: parseCurrency('JPY') as Currency }

const valueOf = <Value>(field: Field<Value>, text: string, context = inDollars): Value | undefined => {
  const read = field.read(text, context)
  return read.ok ? read.value : undefined
}
const faultOf = (field: Field<unknown>, text: string, context = inDollars): FieldFault | undefined => {
  const read = field.read(text, context)
  return read.ok ? undefined : read.fault
}

const all: readonly (readonly [string, Field<unknown>])[] = [
  ['text', fields.text],
  ['identifier', fields.identifier('a name', 'cash-1')],
  ['date', fields.date],
  ['timeOfDay', fields.timeOfDay],
  ['choice', fields.choice(['fifo', 'lifo'])],
  ['currency', fields.currency],
  ['quantity', fields.quantity],
  ['shares', fields.shares],
  ['price', fields.price],
  ['rate', fields.rate],
  ['positiveAmount', fields.positiveAmount],
  ['amountOrZero', fields.amountOrZero],
  ['anyDecimal', fields.anyDecimal],
  ['wholeNumber', fields.wholeNumber(1, 12)],
  ['yesOrNo', fields.yesOrNo],
  ['unsignedDecimal', fields.unsignedDecimal],
]

describe.each(all)('%s', (_, field) => {
  test('reads its own example, which its schema allows', () => {
    expect(field.read(field.example, inDollars).ok).toBe(true)
    if (field.schema.pattern !== undefined) expect(field.example).toMatch(new RegExp(field.schema.pattern))
    if (field.schema.enum !== undefined) expect(field.schema.enum).toContain(field.example)
  })

  test('never throws, and every fault says what is needed and what to do', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^-?\d{0,25}\.?\d{0,15}$/)), (text) => {
        const fault = faultOf(field, text)
        if (fault === undefined) return
        expect(fault.code).toMatch(/^field\.[a-z-]+$/)
        expect(fault.needed).not.toBe('')
        expect(fault.remedy).toMatch(/[.?]$/)
      }),
    )
  })

  test('what it reads, its schema allows', () => {
    const { pattern } = field.schema
    if (pattern === undefined) return
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,12}(\.\d{1,6})?$/), (text) => {
        if (field.read(text, inDollars).ok) expect(text).toMatch(new RegExp(pattern))
      }),
    )
  })
})

describe('words', () => {
  test('text is one line with something on it', () => {
    expect(valueOf(fields.text, 'Delta and Pine Land Co.')).toBe('Delta and Pine Land Co.')
    expect(['', '  ', 'two\nlines', 'two\rlines', 'a\u2028b', 'tab\there\0'].map((text) => faultOf(fields.text, text)?.code)).toEqual(
      Array(6).fill('field.text'),
    )
  })

  test.each(['a', 'janus-aspen.2002', 'L_17', '3com'])('identifier %s', (text) => {
    expect(valueOf(fields.identifier('a name', 'x'), text)).toBe(text)
  })

  test.each(['', '-a', '.a', 'a b', 'a/b', 'ä', 'a\n'])('"%s" is no identifier', (text) => {
    expect(faultOf(fields.identifier('a name', 'x'), text)?.code).toBe('field.identifier')
  })

  test('a choice suggests the nearest word', () => {
    const method = fields.choice(['fifo', 'lifo', 'highest-cost'])
    expect(valueOf(method, 'lifo')).toBe('lifo')
    expect(faultOf(method, 'highest cost')).toEqual({ code: 'field.choice', needed: 'one of fifo, lifo, highest-cost', remedy: 'Did you mean "highest-cost"?' })
    expect(faultOf(method, 'average')?.remedy).toBe('Take one of these words.')
  })

  test('yes and no are written in full', () => {
    expect([valueOf(fields.yesOrNo, 'yes'), valueOf(fields.yesOrNo, 'no')]).toEqual([true, false])
    expect(['y', 'true', 'Yes', '1'].map((text) => faultOf(fields.yesOrNo, text)?.code)).toEqual(Array(4).fill('field.choice'))
  })

  test('a currency suggests the nearest code', () => {
    expect(valueOf(fields.currency, 'USD')).toBe(USD)
    expect(faultOf(fields.currency, 'usd')?.remedy).toBe('Did you mean "USD"?')
    expect(faultOf(fields.currency, 'dollars')?.remedy).toContain('GBX')
  })
})

describe('dates and times', () => {
  test('a date that exists', () => {
    expect(valueOf(fields.date, '2004-02-29')).toBe(parseCalendarDate('2004-02-29'))
    expect(['2003-02-29', '12/31/2002', '37621', '2002-12-31 '].map((text) => faultOf(fields.date, text)?.code)).toEqual(Array(4).fill('field.date'))
    expect(faultOf(fields.date, '12/31/2002')?.remedy).toBe('Write it as in 2002-12-31.')
  })

  test('a time of day', () => {
    expect(['00:00', '15:59', '23:59:59'].map((text) => valueOf(fields.timeOfDay, text))).toEqual(['00:00', '15:59', '23:59:59'])
    expect(['24:00', '9:30', '15:60', '3:59 PM', '15:59:60'].map((text) => faultOf(fields.timeOfDay, text)?.code)).toEqual(Array(5).fill('field.time'))
  })
})

describe('numbers', () => {
  test('each at its kind’s scale', () => {
    expect(valueOf(fields.quantity, '521')).toBe(521_000_000n) // 521 × 10^6
    expect(valueOf(fields.shares, '50000.000')).toBe(500_000_000n) // 50,000 × 10^4
    expect(valueOf(fields.price, '20.41')).toBe(20_410_000_000n) // 20.41 × 10^9
    expect(valueOf(fields.rate, '0.0075')).toBe(7_500_000_000n) // .0075 × 10^12
    expect(valueOf(fields.rate, '0')).toBe(0n)
  })

  test('amounts have the minor-unit digits of the base currency', () => {
    expect(valueOf(fields.positiveAmount, '10721.12')).toBe(1_072_112n)
    expect(valueOf(fields.positiveAmount, '10721', inYen)).toBe(10_721n)
    expect(faultOf(fields.positiveAmount, '10721.12', inYen)).toMatchObject({
      code: 'field.too-many-decimals',
      needed: 'at most 0 decimal places for an amount in JPY',
    })
    expect(faultOf(fields.positiveAmount, '1.005')).toMatchObject({ needed: 'at most 2 decimal places for an amount in USD' })
    expect(valueOf(fields.amountOrZero, '0.00')).toBe(0n)
  })

  test('more places than the kind holds are refused, never rounded', () => {
    expect(faultOf(fields.shares, '1.00005')).toMatchObject({ code: 'field.too-many-decimals', needed: 'at most 4 decimal places for a number of fund shares' })
    expect(valueOf(fields.shares, '1.00000')).toBe(10_000n)
  })

  test('signs come from the kind of record', () => {
    expect(['-1', '0', '0.00'].map((text) => faultOf(fields.quantity, text)?.code)).toEqual(Array(3).fill('field.sign'))
    expect(faultOf(fields.rate, '-0')?.code).toBe('field.sign')
    expect([fields.rate, fields.amountOrZero, fields.anyDecimal, fields.unsignedDecimal].map((field) => faultOf(field, '-0.01')?.code)).toEqual(
      Array(4).fill('field.sign'),
    )
  })

  test('64 bits: the largest quantity is 2^63 − 1 millionths', () => {
    expect(valueOf(fields.quantity, '9223372036854.775807')).toBe(2n ** 63n - 1n)
    expect(faultOf(fields.quantity, '9223372036854.775808')?.code).toBe('field.too-large')
    expect(faultOf(fields.positiveAmount, '92233720368547758.08')?.code).toBe('field.too-large')
  })

  test.each(['', '1,234.50', '$5', '1e3', '1.', '.5', '+1', '(5.00)', ' 1', '5%'])('"%s" is no number', (text) => {
    expect(faultOf(fields.quantity, text)?.code).toBe('field.number')
    expect(faultOf(fields.positiveAmount, text)?.code).toBe('field.number')
  })

  test('a decimal is kept as written', () => {
    const read = valueOf(fields.anyDecimal, '0.0010')
    expect(read && formatDecimal(read)).toBe('0.0010')
    expect(valueOf(fields.unsignedDecimal, '100.00')).toEqual({ units: 10_000n, scale: 2 })
  })

  test('a whole number lies within its bounds', () => {
    const month = fields.wholeNumber(1, 12)
    expect([valueOf(month, '1'), valueOf(month, '12')]).toEqual([1, 12])
    expect(['0', '13', '1.0', '-1', '', '1e1'].map((text) => faultOf(month, text)?.code)).toEqual(Array(6).fill('field.number'))
  })
})
