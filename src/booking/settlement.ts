/** Cash for a trade: by rule on its contractual date, or by a record that replaces the rule (R3.8–R3.10, R6.4). */
import { type CalendarDate } from '../values/calendar-date.ts'
import { minorUnitDigits, type Currency } from '../values/currency.ts'
import { decimal, divideUnits, formatDecimal, formatShortDecimal } from '../values/decimal.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { Quantity } from '../values/scaled.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { type Settlement } from '../events/settlement.ts'
import { type Cause, inBase, type JournalEntry, journalEntry } from '../ledger/journal-entry.ts'
import { type Booked, booked, type BookView, refused } from './booked.ts'
import { type Obligation } from './obligation.ts'

/** A settlement record: all that is open, the part its quantity is of the trade, or the cash it states. */
export function bookSettlement(event: Settlement, view: BookView): Booked {
  const { id, effectiveDate, payload, source } = event
  const obligation = view.obligation(payload.of)
  if (obligation === undefined) {
    return refused({
      code: 'settlement.nothing-open',
      place: { file: source.file, row: source.row, column: 'of' },
      found: `a settlement of ${payload.of}, of which nothing is open`,
      needed: 'a trade with cash still to move',
      remedy: 'Remove the record, or correct the trade it names.',
    })
  }
  if (payload.quantity !== undefined && obligation.undelivered === undefined) return refused(noUnits(event, obligation))
  const amount = payload.amount ?? amountOf(obligation, payload.quantity)
  const delivered = payload.quantity ?? (amount === obligation.open ? obligation.undelivered : undefined)
  const undelivered = obligation.undelivered === undefined ? undefined : ((obligation.undelivered - (delivered ?? 0n)) as Quantity)
  if (amount > obligation.open || (undelivered !== undefined && undelivered < 0n)) return refused(exceeds(event, obligation, amount, view.currency))

  const entries =
    amount === 0n
      ? []
      : [settlementEntry(id, obligation, amount, effectiveDate, view, { by: 'record', record: id, kind: 'settlement', restsOn: [obligation.trade] })]
  return booked(entries, [{ of: 'obligation', obligation: { ...obligation, open: (obligation.open - amount) as Amount, undelivered } }])
}

/** The movement made by rule on the contractual date. */
export function settleByContract(obligation: Obligation, view: BookView): Extract<Booked, { ok: true }> {
  const cause: Cause = { by: 'rule', rule: 'contractual settlement', date: obligation.due, record: obligation.trade }
  const entry = settlementEntry(`${obligation.trade}/settled`, obligation, obligation.open, obligation.due, view, cause)
  return {
    ok: true,
    entries: [entry],
    changes: [{ of: 'obligation', obligation: { ...obligation, open: 0n as Amount, undelivered: undefined } }],
    exceptions: [],
  }
}

/** R3.10: what is open × units delivered ÷ units still to come, half up (as R4.3): no rounding asks for more than is open. */
function amountOf({ open, undelivered }: Obligation, delivered: Quantity | undefined): Amount {
  if (delivered === undefined || undelivered === undefined || delivered === undelivered) return open
  return divideUnits(open * delivered, undelivered, 'half-up') as Amount
}

function settlementEntry(
  id: string,
  obligation: Obligation,
  amount: Amount,
  effectiveDate: CalendarDate,
  { currency, navDate }: BookView,
  cause: Cause,
): JournalEntry {
  const { account, side, classId } = obligation
  return journalEntry({
    id,
    effectiveDate,
    navDate,
    cause,
    memo: `Settlement of ${obligation.trade}`,
    postings:
      side === 'receivable'
        ? [inBase('debit', accounts.cash, currency, amount), inBase('credit', account, currency, amount, classId)]
        : [inBase('debit', account, currency, amount, classId), inBase('credit', accounts.cash, currency, amount)],
  })
}

const exceeds = ({ source, id }: Settlement, { trade, open, undelivered }: Obligation, amount: Amount, currency: Currency): Issue => ({
  code: 'settlement.exceeds-trade',
  place: { file: source.file, row: source.row, column: 'amount' },
  found: `${id} settles ${formatDecimal(decimal(amount, minorUnitDigits(currency)))} of ${trade}`,
  needed: `at most the ${formatDecimal(decimal(open, minorUnitDigits(currency)))} still open${undelivered === undefined ? '' : `, for ${formatShortDecimal(Quantity.toDecimal(undelivered))} units`}`,
  remedy: 'Correct the amount or the quantity; a difference in cash that is no part of the trade is a manual entry.',
})

const noUnits = ({ source, payload }: Settlement, { trade }: Obligation): Issue => ({
  code: 'settlement.no-units',
  place: { file: source.file, row: source.row, column: 'quantity' },
  found: `a quantity of ${formatShortDecimal(Quantity.toDecimal(payload.quantity as Quantity))} for ${trade}, an order of fund shares`,
  needed: 'the cash that moved: of fund shares nothing is delivered',
  remedy: 'Empty the quantity; give the amount where only a part was paid.',
})
