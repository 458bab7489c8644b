/** R3.16: a reclaim that came is Dr 1000 / Cr 1325; one that will not come is tax after all, Dr 4020 / Cr 1325. */
import { minorUnitDigits } from '../values/currency.ts'
import { decimal, type Decimal, divideUnits, formatDecimal } from '../values/decimal.ts'
import { amountIn } from '../values/field.ts'
import { type Issue, type IssueCode } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { type Reclaim } from '../events/reclaim.ts'
import { journalEntry, posting } from '../ledger/journal-entry.ts'
import { type Booked, booked, type BookView, refused } from './booked.ts'
import { settle } from './settlement.ts'

export function bookReclaim(event: Reclaim, view: BookView): Booked {
  const { id, effectiveDate, payload } = event
  const { of, outcome } = payload
  const obligation = view.obligation(of, 'reclaim')
  if (obligation === undefined || obligation.side === 'payable')
    return refused(
      issueAt(
        event,
        'of',
        'income.no-reclaim',
        `a reclaim of ${of}, of which no tax is open`,
        'a dividend with tax still to be reclaimed',
        'Remove the record, or correct the dividend it names.',
      ),
    )
  const stated = payload.amount === undefined ? undefined : amountIn(payload.amount, obligation.currency)
  if (stated?.ok === false) {
    const { code, needed, remedy } = stated.fault
    return refused(issueAt(event, 'amount', code, formatDecimal(payload.amount as Decimal), needed, remedy))
  }
  const { account, currency, open, openBase } = obligation
  const amount = stated?.value ?? open
  const shown = (value: bigint): string => formatDecimal(decimal(value, minorUnitDigits(currency)))
  if (amount > open)
    return refused(
      issueAt(
        event,
        'amount',
        'income.exceeds-reclaim',
        `${id} has ${shown(amount)} of ${of}`,
        `at most the ${shown(open)} still open`,
        'Correct the amount. Where more came than was reclaimed, correct the dividend with a record that reverses it.',
      ),
    )
  const cause = { by: 'record', record: id, kind: 'reclaim', restsOn: [of] } as const
  if (outcome === 'received') return settle(obligation, { id, amount, date: effectiveDate, cause }, view)

  const carried = amount === open ? openBase : divideUnits(openBase * amount, open, 'half-up')
  const entry = journalEntry({
    id,
    effectiveDate,
    navDate: view.navDate,
    cause,
    memo: `Reclaim of ${of} written off${payload.reason === undefined ? '' : `: ${payload.reason}`}`,
    postings: [posting('debit', accounts.foreignTaxWithheld, currency, amount, carried), posting('credit', account, currency, amount, carried)],
  })
  const rest = { ...obligation, open: (open - amount) as Amount, openBase: (openBase - carried) as Amount }
  return booked([entry], [{ of: 'obligation', obligation: rest }])
}

const issueAt = ({ source }: Reclaim, column: string, code: IssueCode, found: string, needed: string, remedy: string): Issue => ({
  code,
  place: { file: source.file, row: source.row, column },
  found,
  needed,
  remedy,
})
