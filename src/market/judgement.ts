/** Prices by judgement: fair values with their memo (R5.8, R5.9) and overrides by two people (R5.3), and what they must say. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { compare, type Decimal, decimal, absolute, formatShortDecimal, product, subtract, withoutTrailingZeros } from '../values/decimal.ts'
import { type Issue, type IssueCode } from '../values/issue.ts'
import { Price } from '../values/scaled.ts'
import { type RowOf } from '../values/table.ts'
import { levelOfType, type Level, type priceColumns, type PriceType } from './price.ts'

/** Who stands for a price, and on what ground. */
export type Judgement = {
  readonly method: string | undefined
  readonly evidence: string | undefined
  /** The local close × factor is the price. */
  readonly factor: Decimal | undefined
  readonly enteredBy: string | undefined
  readonly approvedBy: string | undefined
  readonly reason: string | undefined
  /** The last day on which a fair value holds. */
  readonly nextReview: CalendarDate | undefined
}

type PriceRow = RowOf<typeof priceColumns>

export const isJudged = (type: PriceType): boolean => type === 'fair-value' || type === 'override'

export const judgementOf = (row: PriceRow): Judgement | undefined =>
  isJudged(row.type)
    ? {
        method: row.method,
        evidence: row.evidence,
        factor: row.factor,
        enteredBy: row.entered_by,
        approvedBy: row.approved_by,
        reason: row.reason,
        nextReview: row.next_review,
      }
    : undefined

/** An adjusted quotation is no longer that of the first level (R5.8, R5.10). */
export const levelOf = ({ type, level, factor }: Pick<PriceRow, 'type' | 'level' | 'factor'>): Level =>
  level ?? levelOfType[type] ?? (factor === undefined ? '3' : '2')

const none: readonly Issue[] = []

type At = { readonly file: string; readonly row: number }

/** What a row says too little or too much of. `row` was read whole. */
export function judgementFaults(place: At, row: PriceRow): readonly Issue[] {
  const { type, factor } = row
  if (type === 'override') return overrideFaults(place, row)
  if (type === 'fair-value') return factor === undefined ? memoFaults(place, row) : factorFaults(place, row)
  if (row.price !== 0n && factor === undefined) return none
  const sign = row.price === 0n ? [zeroQuote(place)] : []
  if (factor === undefined) return sign
  return [
    ...sign,
    fault(
      'valuation.fair-value-evidence',
      place,
      'factor',
      `a factor on a price of type ${type}`,
      'a factor only where the type is fair-value',
      'Let the type be fair-value, and give the local close in a row of its own.',
    ),
  ]
}

const zeroQuote = (place: At): Issue => ({
  code: 'field.sign',
  place: { ...place, column: 'price' },
  found: '"0"',
  needed: 'a number above zero',
  remedy: 'A security that is worth nothing is valued by judgement: a row of type fair-value, with its memo.',
})

const fault = (code: IssueCode, place: At, column: string, found: string, needed: string, remedy: string): Issue => ({
  code,
  place: { ...place, column },
  found,
  needed,
  remedy,
})

function overrideFaults(place: At, row: PriceRow): readonly Issue[] {
  const missing = (['entered_by', 'approved_by', 'reason', 'level'] as const).filter((column) => row[column] === undefined)
  const issues = missing.map((column) =>
    fault(
      'valuation.override-evidence',
      place,
      column,
      `an override without ${column}`,
      'two people, a reason and the level of the fair value hierarchy',
      'Fill it in; an override that nobody can account for is not taken.',
    ),
  )
  if (row.entered_by === undefined || row.entered_by !== row.approved_by) return issues
  return [
    ...issues,
    fault(
      'valuation.override-evidence',
      place,
      'approved_by',
      `${row.approved_by}, who also entered it`,
      'two people',
      'Have another person approve the override, and name that person.',
    ),
  ]
}

function memoFaults(place: At, row: PriceRow): readonly Issue[] {
  const code = 'valuation.fair-value-evidence'
  const missing = (['level', 'method', 'evidence', 'approved_by', 'next_review'] as const).filter((column) => row[column] === undefined)
  const issues = missing.map((column) =>
    fault(
      code,
      place,
      column,
      `a fair value without ${column}`,
      'level, method, evidence, approver and the day of the next review',
      'Fill it in from the memo.',
    ),
  )
  if (row.level === '1') issues.push(firstLevel(place))
  if (row.next_review !== undefined && row.next_review < row.date) {
    const found = `${formatCalendarDate(row.next_review)}, before the day of the value`
    issues.push(fault(code, place, 'next_review', found, `${formatCalendarDate(row.date)} or later`, 'Correct one of the two dates.'))
  }
  return issues
}

function factorFaults(place: At, row: PriceRow): readonly Issue[] {
  const issues =
    row.evidence === undefined
      ? [
          fault(
            'valuation.fair-value-evidence',
            place,
            'evidence',
            'a factor without evidence',
            'the model of the factor and what triggered it',
            'Say it in the column evidence.',
          ),
        ]
      : []
  return row.level === '1' ? [...issues, firstLevel(place)] : issues
}

const firstLevel = (place: At): Issue =>
  fault(
    'valuation.fair-value-evidence',
    place,
    'level',
    'a fair value of level 1',
    'level 2 or 3: an unadjusted quotation alone is of level 1',
    'Correct the level; a quotation has a type of its own, such as close.',
  )

const FEWEST_PLACES = 2

/** Whether `price` is `close` × `factor`, rounded to the places that the price has, two at least: 100.00 × 0.9875 = 98.75 (R5.8). */
export function isAdjustedClose(price: Price, close: Price, factor: Decimal): boolean {
  const stated = withoutTrailingZeros(Price.toDecimal(price), FEWEST_PLACES)
  const off = absolute(subtract(product(Price.toDecimal(close), factor), stated))
  return compare(off, decimal(5n, stated.scale + 1)) <= 0
}

/** What is wrong with a fair value that its own day's close does not explain. */
export const factorIssue = (place: At, price: Price, close: Price | undefined, factor: Decimal): Issue => ({
  code: 'valuation.fair-value-factor',
  place: { ...place, column: 'factor' },
  found:
    close === undefined
      ? `a factor of ${formatShortDecimal(factor)} and no local close of that day`
      : `${formatShortDecimal(Price.toDecimal(price))}, and the local close of ${formatShortDecimal(Price.toDecimal(close))} × ${formatShortDecimal(factor)} = ${formatShortDecimal(product(Price.toDecimal(close), factor))}`,
  needed: 'the local close of the day in a row of its own, and its product with the factor as the price',
  remedy: close === undefined ? 'Add the local close, which is kept for reference.' : 'Correct the factor, the close or the price.',
})
