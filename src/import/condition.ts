/** Whether a row is one that a rule speaks of. */
import { signOf } from '../values/decimal.ts'
import { isBusinessDay, isCovered } from '../reference/nyse-calendar.ts'
import { parseForeignDate } from './foreign-date.ts'
import { parseForeignNumber } from './foreign-number.ts'
import { type Condition, type Profile, type Sign } from './profile.ts'

const bySign: Readonly<Record<-1 | 0 | 1, Sign>> = { [-1]: 'negative', 0: 'zero', 1: 'positive' }

type Formats = Pick<Profile, 'numbers' | 'dates'>

/** Texts are compared as they stand, capitals and all. A cell that is no number has no sign, and one that is no date no exchange. */
export function holds({ column, test }: Condition, cell: (column: string) => string, { numbers, dates }: Formats): boolean {
  const text = cell(column.name)
  switch (test.of) {
    case 'is':
      return test.texts.includes(text)
    case 'is_not':
      return !test.texts.includes(text)
    case 'begins':
      return test.texts.some((beginning) => text.startsWith(beginning))
    case 'contains':
      return test.texts.some((part) => text.includes(part))
    case 'empty':
      return (text === '') === test.isEmpty
    case 'exchange': {
      const date = parseForeignDate(text, dates)
      return date !== undefined && isCovered(date) && isBusinessDay(date) === test.isOpen
    }
    case 'sign': {
      const number = parseForeignNumber(text, numbers)
      return number !== undefined && test.signs.includes(bySign[signOf(number)])
    }
  }
}

export const allHold = (conditions: readonly Condition[], cell: (column: string) => string, formats: Formats): boolean =>
  conditions.every((condition) => holds(condition, cell, formats))
