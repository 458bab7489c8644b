import { describe, expect, test } from 'vitest'
import { cik, edgarClassId, edgarSeriesId, fileNumber1933, fileNumber1940 } from './edgar-id.ts'
import { USD } from './currency.ts'
import type { Field } from './field.ts'

const context = { baseCurrency: USD }

describe('R1.1, R1.4: what EDGAR and the SEC number', () => {
  test.each([
    ['906185', '0000906185'], // Janus Aspen Series
    ['0000906185', '0000906185'],
    ['1', '0000000001'],
    ['9999999999', '9999999999'],
  ])('CIK %s is kept as %s', (written, kept) => {
    expect(cik.read(written, context)).toEqual({ ok: true, value: kept })
  })

  const readAsPrinted: readonly (readonly [string, Field<unknown>, string])[] = [
    ['series', edgarSeriesId, 'S000002586'],
    ['class', edgarClassId, 'C000007092'],
    ['1940 Act', fileNumber1940, '811-7736'],
    ['1940 Act', fileNumber1940, '811-07736'],
    ['1940 Act', fileNumber1940, '811-00005'],
    ['1940 Act', fileNumber1940, '814-01234'],
    ['1933 Act', fileNumber1933, '33-63212'],
    ['1933 Act', fileNumber1933, '033-63212'],
    ['1933 Act', fileNumber1933, '2-11357'],
    ['1933 Act', fileNumber1933, '002-11357'],
    ['1933 Act', fileNumber1933, '333-123456'],
  ]
  test.each(readAsPrinted)('%s: %s is kept as printed', (_, field, text) => {
    expect(field.read(text, context)).toEqual({ ok: true, value: text })
  })

  const refused: readonly (readonly [string, Field<unknown>, string])[] = [
    ['CIK', cik, '0'],
    ['CIK', cik, ''],
    ['CIK', cik, '12345678901'],
    ['CIK', cik, 'CIK906185'],
    ['CIK', cik, '9.06E+05'],
    ['series', edgarSeriesId, 'S00000258'],
    ['series', edgarSeriesId, 's000002586'],
    ['series', edgarSeriesId, 'C000002586'],
    ['class', edgarClassId, 'S000007092'],
    ['class', edgarClassId, 'C0000070921'],
    ['1940 Act', fileNumber1940, '33-63212'],
    ['1940 Act', fileNumber1940, '8117736'],
    ['1940 Act', fileNumber1940, '811-'],
    ['1933 Act', fileNumber1933, '811-7736'],
    ['1933 Act', fileNumber1933, '33-123456'],
    ['1933 Act', fileNumber1933, '333-1234567'],
  ]
  test.each(refused)('%s: %s "%s" has not the form', (_, field, text) => {
    expect(field.read(text, context)).toMatchObject({ ok: false, fault: { code: 'identifier.form' } })
  })

  test('every example is read and matches its pattern', () => {
    for (const field of [cik, edgarSeriesId, edgarClassId, fileNumber1940, fileNumber1933]) {
      expect(field.read(field.example, context).ok).toBe(true)
      expect(field.example).toMatch(new RegExp(field.schema.pattern as string))
    }
  })
})
