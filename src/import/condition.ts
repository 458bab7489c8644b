/** Whether a row is one that a rule speaks of. */
import { signOf } from '../values/decimal.ts'
import { type NumberFormat, parseForeignNumber } from './foreign-number.ts'
import { type Condition, type Rule, type Sign } from './profile.ts'

const bySign: Readonly<Record<-1 | 0 | 1, Sign>> = { [-1]: 'negative', 0: 'zero', 1: 'positive' }

/** Texts are compared as they stand, capitals and all. A cell that is no number has no sign. */
export function holds({ column, test }: Condition, cell: (column: string) => string, numbers: NumberFormat): boolean {
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
    case 'sign': {
      const number = parseForeignNumber(text, numbers)
      return number !== undefined && test.signs.includes(bySign[signOf(number)])
    }
  }
}

export const rulesFor = (rules: readonly Rule[], cell: (column: string) => string, numbers: NumberFormat): readonly Rule[] =>
  rules.filter(({ when }) => when.every((condition) => holds(condition, cell, numbers)))
