/** The text of one column of a record, from the cells of a foreign row, as the profile says. Exact: a quotient alone is rounded, as stated. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { absolute, type Decimal, divideRound, formatDecimal, isZero, negate, parseDecimal, product, sum, withoutTrailingZeros } from '../values/decimal.ts'
import { type Field, readsDate, readsIdentifier, readsNumber } from '../values/field.ts'
import { type Issue, mostLike } from '../values/issue.ts'
import { shown } from '../values/shown.ts'
import { isCovered, onOrAfter, onOrBefore } from '../reference/nyse-calendar.ts'
import { type DateFormat, parseForeignDate } from './foreign-date.ts'
import { describeNumbers, type NumberFormat, parseForeignNumber } from './foreign-number.ts'
import { type Difference, type InstrumentLookup } from './instrument-lookup.ts'
import { type CellValue, type ClosedDayRule, type JoinedValue, type Named, type QuotientValue, type SignRule, type Value } from './profile.ts'

export type Filling = {
  /** The cell of the row in this column; '' where it has none. */
  readonly cell: (column: string) => string
  readonly numbers: NumberFormat
  readonly dates: DateFormat
  readonly instruments: InstrumentLookup
  /** How often a joined text has stood in this column of the file before. */
  readonly occurrences: Map<string, number>
}

export type Filled =
  | { readonly ok: true; readonly text: string; readonly differs?: readonly Difference[] }
  /** `column` is the one of the source. */
  | { readonly ok: false; readonly column: string; readonly fault: Pick<Issue, 'code' | 'found' | 'needed' | 'remedy'> }

/** The columns of the source that a value is made from. */
export function sourceColumns(value: Value): readonly Named[] {
  switch (value.of) {
    case 'constant':
      return []
    case 'cell':
      return [value.column]
    case 'joined':
    case 'sum':
      return value.columns
    case 'quotient':
      return [value.dividend, value.divisor]
    case 'instrument':
      return value.names.map(({ column }) => column)
  }
}

export function fillColumn(value: Value, field: Field<unknown>, filling: Filling): Filled {
  switch (value.of) {
    case 'constant':
      return good(value.text)
    case 'cell':
      return fromCell(value, field, filling)
    case 'joined':
      return fromCells(value, field, filling)
    case 'sum': {
      const parts: Decimal[] = []
      for (const { name } of value.columns) {
        const text = filling.cell(name)
        if (text === '' || value.blank.includes(text)) continue
        const part = parseForeignNumber(text, filling.numbers)
        if (part === undefined) return notANumber(name, text, filling.numbers)
        parts.push(part)
      }
      return good(parts.length === 0 ? '' : written(signed(sum(parts), value.sign)))
    }
    case 'quotient':
      return quotient(value, filling)
    case 'instrument': {
      const found = filling.instruments.find(value.names.map(({ column, by }) => ({ by, text: filling.cell(column.name) })))
      if (found.ok) return { ok: true, text: found.id, differs: found.differs }
      const column = value.names.find(({ column: { name } }) => filling.cell(name) !== '') ?? value.names[0]
      return { ok: false, column: column?.column.name ?? '', fault: found.fault }
    }
  }
}

const good = (text: string): Filled => ({ ok: true, text })
const bad = (column: string, code: Issue['code'], found: string, needed: string, remedy: string): Filled => ({
  ok: false,
  column,
  fault: { code, found, needed, remedy },
})

function fromCell(value: CellValue, field: Field<unknown>, { cell, numbers, dates }: Filling): Filled {
  const { name } = value.column
  const text = cell(name)
  if (text === '' || value.blank.includes(text)) return good(value.ifEmpty)
  if (value.values !== undefined) {
    const word = value.values.get(text)
    if (word !== undefined) return good(word)
    const meant = mostLike(text, value.values.keys())
    return bad(
      name,
      'import.unmapped-value',
      shown(text),
      `one of ${[...value.values.keys()].join(', ')}, to which the profile gives a meaning`,
      meant === undefined ? 'Add it to "values" of the profile.' : `Did you mean "${meant}"? If not, add it to "values" of the profile.`,
    )
  }
  if (readsDate(field)) {
    const format = value.dates ?? dates
    const date = parseForeignDate(text, format)
    return date === undefined
      ? bad(name, 'import.date', shown(text), `a date that exists, written ${format.written}`, 'Correct the cell, or "dates" of the profile.')
      : good(formatCalendarDate(onBusinessDay(date, value.closedDay)))
  }
  if (readsNumber(field)) {
    const number = parseForeignNumber(text, numbers)
    if (number === undefined) return notANumber(name, text, numbers)
    const factor = value.times === undefined ? undefined : parseDecimal(value.times)
    return good(written(signed(factor === undefined ? number : product(number, factor), value.sign)))
  }
  const plain = text.replaceAll(/\s+/g, ' ')
  return good(readsIdentifier(field) ? asIdentifier(value.prefix + plain) : value.prefix + plain)
}

function fromCells({ columns, between, prefix, numbersRepeats, place }: JoinedValue, field: Field<unknown>, { cell, occurrences }: Filling): Filled {
  const parts = columns.map(({ name }) => cell(name)).filter((part) => part !== '')
  if (parts.length === 0) return good('')
  const joined = prefix + parts.join(between).replaceAll(/\s+/g, ' ')
  const text = readsIdentifier(field) ? asIdentifier(joined) : joined
  if (!numbersRepeats) return good(text)
  const key = `${place.row} ${text}`
  const times = (occurrences.get(key) ?? 0) + 1
  occurrences.set(key, times)
  return good(times === 1 ? text : `${text}-${times}`)
}

function quotient({ dividend, divisor, places, mode, sign }: QuotientValue, { cell, numbers }: Filling): Filled {
  const [above, below] = [cell(dividend.name), cell(divisor.name)]
  if (above === '' && below === '') return good('')
  const numerator = parseForeignNumber(above, numbers)
  const denominator = parseForeignNumber(below, numbers)
  if (numerator === undefined) return notANumber(dividend.name, above, numbers)
  if (denominator === undefined) return notANumber(divisor.name, below, numbers)
  if (isZero(denominator))
    return bad(
      divisor.name,
      'import.division',
      `0, by which ${dividend.name} is to be divided`,
      'a number that is not zero',
      'Skip such rows by a rule of the profile.',
    )
  return good(written(signed(divideRound(numerator, denominator, mode, places), sign)))
}

const notANumber = (column: string, text: string, numbers: NumberFormat): Filled =>
  bad(column, 'import.number', shown(text), describeNumbers(numbers), 'Correct the cell, or "numbers" of the profile.')

/** A date that the calendar does not cover stays as it is; the book says what is wrong with it. */
const onBusinessDay = (date: CalendarDate, rule: ClosedDayRule): CalendarDate =>
  rule === 'as-is' || !isCovered(date) ? date : rule === 'before' ? onOrBefore(date) : onOrAfter(date)

function signed(number: Decimal, rule: SignRule): Decimal {
  switch (rule) {
    case 'as-is':
      return number
    case 'absolute':
      return absolute(number)
    case 'reversed':
      return isZero(number) ? number : negate(number)
  }
}

/** Zeros behind the second place say nothing; those before it are how amounts are written. */
const written = (number: Decimal): string => formatDecimal(withoutTrailingZeros(number, Math.min(number.scale, 2)))

/** A character that ids do not have is written as its code, so that two ids of the source stay two: "A#1" is "A_231". */
const asIdentifier = (text: string): string => text.replaceAll(/[^A-Za-z0-9._-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}`)
