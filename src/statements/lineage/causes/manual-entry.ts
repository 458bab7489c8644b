/** Entries by hand: each line on its side, a foreign one with the counter-value that it states. */
import { minorUnitDigits, type Currency } from '../../../values/currency.ts'
import { decimal, negate } from '../../../values/decimal.ts'
import { accountOf, accounts } from '../../../reference/chart-of-accounts.ts'
import { isTranslated } from '../../../nav/mark.ts'
import { type FigureBook } from '../../figure-book.ts'
import { fromRows, type Parts } from '../parts.ts'
import { type Cause, type EventOf } from './cause.ts'

type ManualEntry = EventOf<'manual-entry'>
type Line = ManualEntry['payload']['lines'][number]

export const manualEntry: Cause<ManualEntry> = {
  dollars: (event) => fromLines(event, event.payload.lines, ({ side }) => [side, 'base_amount']),
  entry: ({ id, payload: { lines, reason } }, { postings, isLocal, positive }, { figures: { books } }) => {
    const taken = lines.filter((line) => postings.some(({ account, currency }) => account === line.account && currency === line.currency))
    return fromRows(
      taken.map(({ source, side, amount, base, account, currency }) => {
        const [value, digits] = isLocal ? ([amount, minorUnitDigits(currency)] as const) : ([base, minorUnitDigits(books.currency)] as const)
        return {
          record: id,
          source,
          fields: isLocal ? [side] : currency === books.currency ? [side, 'base_amount'] : ['base_amount'],
          text: `${reason} (${side} ${account} ${accountOf(account)?.name ?? ''})`,
          part: side === positive ? decimal(value, digits) : negate(decimal(value, digits)),
        }
      }),
    )
  },
}

/** The lines that move the items in a currency, in that currency; without one, all that are of no such item, in base currency. */
export function linesMoved(event: ManualEntry, { books }: FigureBook, currency: Currency | undefined): Parts {
  const isItem = (line: Line): boolean => isTranslated(line, books.currency)
  const lines = event.payload.lines.filter((line) => (currency === undefined ? !isItem(line) : isItem(line) && line.currency === currency))
  return fromLines(event, lines, ({ side }) => (currency === undefined ? [side, 'base_amount'] : [side]))
}

/** The lines that move the cash in a currency: their amounts in it, or what they state as its cost. */
export const cashLines = ({ id, payload: { lines, reason } }: ManualEntry, currency: Currency, measure: 'amount' | 'cost', base: Currency): Parts =>
  fromRows(
    lines
      .filter((line) => line.account === accounts.foreignCurrency && line.currency === currency)
      .map(({ source, side, amount, base: cost }) => {
        const part = measure === 'amount' ? decimal(amount, minorUnitDigits(currency)) : decimal(cost, minorUnitDigits(base))
        return { record: id, source, fields: [measure === 'amount' ? side : 'base_amount'], text: reason, part: side === 'debit' ? part : negate(part) }
      }),
  )

const fromLines = ({ id, payload: { reason } }: ManualEntry, lines: readonly Line[], fieldsOf: (line: Line) => readonly string[]): Parts =>
  fromRows(lines.map((line) => ({ record: id, source: line.source, fields: fieldsOf(line), text: reason })))
