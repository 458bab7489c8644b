/** How the text of one cell or key becomes a value, and how to say what is wrong with it. Fields read; they never round or guess. */
import { type CalendarDate, formatCalendarDate, parseCalendarDate } from './calendar-date.ts'
import { type Currency, currencyCodes, minorUnitDigits, parseCurrency } from './currency.ts'
import { type Decimal, parseDecimal } from './decimal.ts'
import { type IssueCode, mostLike } from './issue.ts'
import { type Amount, exactAmount } from './money.ts'
import { Price, Quantity, Rate, type Scaled, Shares } from './scaled.ts'

/** What a field must know of its surroundings: the currency that bare amounts are in. */
export type FieldContext = { readonly baseCurrency: Currency }

export type FieldFault = { readonly code: IssueCode; readonly needed: string; readonly remedy: string }
export type Read<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: FieldFault }

export type Field<Value> = {
  /** What the text must be, as a noun phrase: 'a date, YYYY-MM-DD'. */
  readonly describes: string
  readonly example: string
  readonly read: (text: string, context: FieldContext) => Read<Value>
  /** Constraints for the generated JSON Schema. */
  readonly schema: { readonly pattern?: string; readonly enum?: readonly string[] }
}

export const good = <Value>(value: Value): Read<Value> => ({ ok: true, value })
export const bad = (code: IssueCode, needed: string, remedy: string): Read<never> => ({ ok: false, fault: { code, needed, remedy } })

/** Any text on one line that is not blank, without tabs or other control characters. */
export const text: Field<string> = {
  describes: 'text',
  example: 'Delta and Pine Land Co.',
  read: (value) =>
    /\S/.test(value) && !/[\p{Cc}\u2028\u2029]/u.test(value)
      ? good(value)
      : bad('field.text', 'text on one line, without tabs', 'Write it on one line, with single spaces.'),
  schema: {},
}

/** A name that other rows refer to. */
export function identifier<Id extends string>(describes: string, example: string): Field<Id> {
  const form = new RegExp(identifierPattern)
  return {
    describes: `${describes} (letters, digits, '.', '_' and '-')`,
    example,
    read: (value) =>
      form.test(value)
        ? good(value as Id)
        : bad(
            'field.identifier',
            "letters, digits, '.', '_' and '-', beginning with a letter or digit",
            'Take the other characters out, here and wherever the name is used.',
          ),
    schema: { pattern: identifierPattern },
  }
}

const identifierPattern = '^[A-Za-z0-9][A-Za-z0-9._-]*$'

export const date: Field<CalendarDate> = {
  describes: 'a date, YYYY-MM-DD',
  example: '2002-12-31',
  read: (value) => {
    const read = parseCalendarDate(value)
    return read === undefined
      ? bad(
          'field.date',
          'a date that exists, written YYYY-MM-DD',
          /^\d{4}-\d{2}-\d{2}$/.test(value)
            ? 'There is no such day: look the date up in its source.'
            : `Write it as in ${formatCalendarDate(12_052 as CalendarDate)}.`,
        )
      : good(read)
  },
  schema: { pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
}

/** A time of day at the market, HH:MM or HH:MM:SS; it refines the order of booking and is compared as text. */
export const timeOfDay: Field<string> = {
  describes: 'a time of day, HH:MM or HH:MM:SS',
  example: '15:59',
  read: (value) =>
    /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(value)
      ? good(value)
      : bad('field.time', 'a time of day, HH:MM or HH:MM:SS', 'Write it with two digits each, 24 hours.'),
  schema: { pattern: '^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?$' },
}

export function choice<const Value extends string>(values: readonly Value[]): Field<Value> {
  return {
    describes: `one of ${values.join(', ')}`,
    example: values[0] as string,
    read: (value) => {
      if ((values as readonly string[]).includes(value)) return good(value as Value)
      const meant = mostLike(value, values)
      return bad('field.choice', `one of ${values.join(', ')}`, meant === undefined ? 'Take one of these words.' : `Did you mean "${meant}"?`)
    },
    schema: { enum: values },
  }
}

export const currency: Field<Currency> = {
  describes: 'an ISO 4217 currency code',
  example: 'USD',
  read: (value) => {
    const read = parseCurrency(value)
    if (read !== undefined) return good(read)
    const meant = mostLike(value, currencyCodes)
    return bad(
      'field.currency',
      'an ISO 4217 currency code, three capital letters',
      meant === undefined ? 'Look the code up in ISO 4217; a quote unit such as GBX is not a currency.' : `Did you mean "${meant}"?`,
    )
  },
  schema: { pattern: '^[A-Z]{3}$' },
}

type Sign = 'positive' | 'not negative' | 'any'

const numberPattern = (sign: Sign): string => (sign === 'any' ? '^-?\\d+(\\.\\d+)?$' : '^\\d+(\\.\\d+)?$')

/** Whether the field reads a number in plain digits, a date, or the id of a record or a thing. */
export const readsNumber = ({ schema }: Field<unknown>): boolean => schema.pattern === numberPattern('any') || schema.pattern === numberPattern('positive')
export const readsDate = ({ schema }: Field<unknown>): boolean => schema.pattern === date.schema.pattern
export const readsIdentifier = ({ schema }: Field<unknown>): boolean => schema.pattern === identifierPattern

function readNumber(value: string, sign: Sign): Read<Decimal> {
  const read = parseDecimal(value)
  if (read === undefined) {
    return bad(
      'field.number',
      'a number in plain digits with a decimal point',
      'Take out thousands separators, currency signs, spaces and exponents; write 1234.50.',
    )
  }
  // A minus is refused even before zero, as the schema's pattern refuses it.
  if ((sign === 'positive' && read.units <= 0n) || (sign !== 'any' && value.startsWith('-'))) {
    return bad(
      'field.sign',
      sign === 'positive' ? 'a number above zero' : 'zero or a number above it',
      'Signs come from the kind of record: a sale has a positive quantity.',
    )
  }
  return good(read)
}

const tooManyPlaces = (places: number, of: string): Read<never> =>
  bad(
    'field.too-many-decimals',
    `at most ${places} decimal places for ${of}`,
    'Give the figure as the source states it; Tieout does not round what it is given.',
  )

function scaledNumber<Kind extends bigint>(kind: Scaled<Kind>, noun: string, sign: Sign, example: string): Field<Kind> {
  return {
    describes: `${noun}, up to ${kind.scale} decimal places${sign === 'any' ? '' : `, ${sign}`}`,
    example,
    read: (value) => {
      const read = readNumber(value, sign)
      if (!read.ok) return read
      const units = kind.from(read.value)
      if (units === undefined) return tooManyPlaces(kind.scale, noun)
      // A column of these is 64 bits wide where it is stored or exported.
      return BigInt.asIntN(64, units) === units
        ? good(units)
        : bad('field.too-large', `${noun} whose digits fit 64 bits`, 'Check for a misplaced decimal point.')
    },
    schema: { pattern: numberPattern(sign) },
  }
}

export const quantity: Field<Quantity> = scaledNumber(Quantity, 'a quantity', 'positive', '521')
export const shares: Field<Shares> = scaledNumber(Shares, 'a number of fund shares', 'positive', '50000.000')
export const quantityOfAnySign: Field<Quantity> = scaledNumber(Quantity, 'a quantity', 'any', '521')
export const sharesOrZero: Field<Shares> = scaledNumber(Shares, 'a number of fund shares', 'not negative', '50000.000')
export const price: Field<Price> = scaledNumber(Price, 'a price', 'positive', '20.41')
/** A security may be worth nothing, but only by judgement: who reads the row says where zero may stand. */
export const priceOrZero: Field<Price> = scaledNumber(Price, 'a price', 'not negative', '20.41')
export const rate: Field<Rate> = scaledNumber(Rate, 'a rate as a fraction of one', 'not negative', '0.0075')

function amountField(sign: Sign): Field<Amount> {
  return {
    describes: `an amount in the base currency, with at most its minor-unit digits${sign === 'any' ? '' : `, ${sign}`}`,
    example: '10721.12',
    read: (value, { baseCurrency }) => {
      const read = readNumber(value, sign)
      return read.ok ? amountIn(read.value, baseCurrency) : read
    },
    schema: { pattern: numberPattern(sign) },
  }
}

export const positiveAmount = amountField('positive')
export const amountOrZero = amountField('not negative')
export const anyAmount = amountField('any')

/** A number kept exactly as written, for what carries its own precision. */
export const anyDecimal: Field<Decimal> = {
  describes: 'a number, kept with the places it is written with',
  example: '0.001',
  read: (value) => readNumber(value, 'not negative'),
  schema: { pattern: numberPattern('not negative') },
}

/** A whole number from `from` through `through`. */
export function wholeNumber(from: number, through: number): Field<number> {
  return {
    describes: `a whole number from ${from} to ${through}`,
    example: String(from),
    read: (value) =>
      /^\d{1,9}$/.test(value) && Number(value) >= from && Number(value) <= through
        ? good(Number(value))
        : bad('field.number', `a whole number from ${from} to ${through}`, 'Write it in plain digits.'),
    schema: { pattern: '^\\d+$' },
  }
}

export const yesOrNo: Field<boolean> = {
  describes: 'yes or no',
  example: 'no',
  read: (value) => (value === 'yes' ? good(true) : value === 'no' ? good(false) : bad('field.choice', 'yes or no', 'Write "yes" or "no" in full.')),
  schema: { enum: ['yes', 'no'] },
}

function decimalAmount(sign: Sign): Field<Decimal> {
  return {
    describes: `an amount in the currency of the row, ${sign}`,
    example: '100.00',
    read: (value) => readNumber(value, sign),
    schema: { pattern: numberPattern(sign) },
  }
}

/** Money whose currency the row says elsewhere, kept as written until that is known: see `amountIn`. */
export const unsignedDecimal = decimalAmount('not negative')
export const positiveDecimal = decimalAmount('positive')

/** A number that `unsignedDecimal` read as an amount of a currency; a fault where it has more places, or digits, than that holds. */
export function amountIn(value: Decimal, currencyOfRow: Currency): Read<Amount> {
  const amount = exactAmount(value, currencyOfRow)
  if (amount === undefined) return tooManyPlaces(minorUnitDigits(currencyOfRow), `an amount in ${currencyOfRow}`)
  return BigInt.asIntN(64, amount) === amount
    ? good(amount)
    : bad('field.too-large', 'an amount whose digits fit 64 bits', 'Check for a misplaced decimal point.')
}

/** A signed amount whose currency the row says elsewhere, kept as written. */
export const signedDecimal: Field<Decimal> = {
  describes: 'an amount in the currency of the row; negative where it is owed or paid',
  example: '-10.00',
  read: (value) => readNumber(value, 'any'),
  schema: { pattern: numberPattern('any') },
}
