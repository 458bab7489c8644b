import { describe, expect, test } from 'vitest'
import { type CalendarDate, parseCalendarDate } from '../values/calendar-date.ts'
import { type Decimal, formatDecimal, parseDecimal } from '../values/decimal.ts'
import { matchItems } from './item-matching.ts'

const date = (text: string): CalendarDate => parseCalendarDate(text) as CalendarDate
const amount = (text: string): Decimal => parseDecimal(text) as Decimal

/** `a 2024-06-05 10.00`: record, date, amount. */
const ours = (line: string) => {
  const [record = '', on = '', value = ''] = line.split(' ')
  return { record, date: date(on), amount: amount(value), isSettlement: false }
}
/** `2024-06-05 10.00 a`: date, amount, reference or none. */
const theirs = (line: string, row: number) => {
  const [on = '', value = '', reference] = line.split(' ')
  return { date: date(on), amount: amount(value), reference, description: undefined, source: { file: 'recon/custodian-items.csv', row, sha256: '' } }
}

function matched(booked: readonly string[], stated: readonly string[]) {
  const { pairs, onlyOurs, onlyTheirs } = matchItems(booked.map(ours), stated.map(theirs))
  return {
    pairs: pairs.map(({ ours: our, theirs: their }) => `${our.record}=${their.source.row}`).toSorted(),
    onlyOurs: onlyOurs.map(({ record }) => record),
    onlyTheirs: onlyTheirs.map(({ amount: value }) => formatDecimal(value)),
  }
}

describe('R12.2: each movement is matched by amount, value date and reference', () => {
  test('the reference decides between two that are alike in amount and date', () => {
    expect(matched(['a 2024-06-05 10.00', 'b 2024-06-05 10.00'], ['2024-06-05 10.00 b', '2024-06-05 10.00 a']).pairs).toEqual(['a=1', 'b=0'])
  })

  test('by reference over a date that fits better: what is another record’s is left to it', () => {
    expect(matched(['a 2024-06-05 10.00', 'b 2024-06-06 10.00'], ['2024-06-06 10.00 a', '2024-06-07 10.00 b']).pairs).toEqual(['a=0', 'b=1'])
  })

  test('without a reference of the books, by amount and date, then by amount within five business days, the nearest first', () => {
    expect(matched(['a 2024-06-05 10.00', 'b 2024-06-07 10.00'], ['2024-06-07 10.00 X1', '2024-06-06 10.00']).pairs).toEqual(['a=1', 'b=0'])
    // Wednesday the 5th to Wednesday the 12th are five business days; the 13th is one more.
    expect(matched(['a 2024-06-05 10.00'], ['2024-06-12 10.00'])).toEqual({ pairs: ['a=0'], onlyOurs: [], onlyTheirs: [] })
    expect(matched(['a 2024-06-05 10.00'], ['2024-06-13 10.00'])).toEqual({ pairs: [], onlyOurs: ['a'], onlyTheirs: ['10.00'] })
  })

  test('by the reference alone, with two amounts; never by an amount with the reference of another', () => {
    expect(matched(['a 2024-06-05 10.00'], ['2024-06-05 12.00 a']).pairs).toEqual(['a=0'])
    expect(matched(['a 2024-06-05 10.00', 'b 2024-06-05 7.00'], ['2024-06-05 10.00 b'])).toEqual({ pairs: ['b=0'], onlyOurs: ['a'], onlyTheirs: [] })
  })

  test('a trade paid in two parts is two movements of one reference', () => {
    expect(matched(['a 2024-06-05 4.00', 'a 2024-06-06 6.00'], ['2024-06-05 4.00 a', '2024-06-06 6.00 a']).pairs).toEqual(['a=0', 'a=1'])
  })

  test('10.0 is 10.00; −10.00 is not', () => {
    expect(matched(['a 2024-06-05 10.0'], ['2024-06-05 10.00']).pairs).toEqual(['a=0'])
    expect(matched(['a 2024-06-05 10.00'], ['2024-06-05 -10.00']).pairs).toEqual([])
  })

  test('nothing is matched twice', () => {
    expect(matched(['a 2024-06-05 10.00'], ['2024-06-05 10.00', '2024-06-05 10.00'])).toEqual({ pairs: ['a=0'], onlyOurs: [], onlyTheirs: ['10.00'] })
  })
})
