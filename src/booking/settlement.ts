/** Cash for a trade: by rule on its contractual date, or by a record that replaces the rule (R3.8–R3.10, R6.4). */
import { type CalendarDate } from '../values/calendar-date.ts'
import { minorUnitDigits } from '../values/currency.ts'
import { decimal, type Decimal, divideUnits, formatDecimal, formatShortDecimal } from '../values/decimal.ts'
import { amountIn, type FieldFault } from '../values/field.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { Quantity } from '../values/scaled.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { type Settlement } from '../events/settlement.ts'
import { type Cause, journalEntry, type Posting, posting } from '../ledger/journal-entry.ts'
import { type Booked, booked, type BookView, type Change, refused } from './booked.ts'
import { moveCurrency } from './foreign-cash.ts'
import { missingRate } from './missing-rate.ts'
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
      needed: 'a record with cash still to move',
      remedy: 'Remove the record, or correct the id of what it settles.',
    })
  }
  if (payload.quantity !== undefined && obligation.undelivered === undefined) return refused(noUnits(event, obligation))
  const stated = payload.amount === undefined ? undefined : amountIn(payload.amount, obligation.currency)
  if (stated?.ok === false) return refused(notHeld(event, stated.fault))
  const amount = stated?.value ?? amountOf(obligation, payload.quantity)
  const delivered = payload.quantity ?? (amount === obligation.open ? obligation.undelivered : undefined)
  const undelivered = obligation.undelivered === undefined ? undefined : ((obligation.undelivered - (delivered ?? 0n)) as Quantity)
  if (amount > obligation.open || (undelivered !== undefined && undelivered < 0n)) return refused(exceeds(event, obligation, amount))

  const cause: Cause = { by: 'record', record: id, kind: 'settlement', restsOn: [obligation.trade] }
  return settle({ ...obligation, undelivered }, { id, amount, date: effectiveDate, cause }, view)
}

/** An obligation whose cash moves by rule, on a day of its own. */
export type DueObligation = Obligation & { readonly due: CalendarDate }

/** The movement made by rule on the contractual date. */
export const settleByContract = (obligation: DueObligation, view: BookView): Booked =>
  settle(
    { ...obligation, undelivered: undefined },
    {
      id: `${obligation.trade}/settled`,
      amount: obligation.open,
      date: obligation.due,
      cause: { by: 'rule', rule: 'contractual settlement', date: obligation.due, record: obligation.trade },
    },
    view,
  )

/** R3.10: what is open × units delivered ÷ units still to come, half up (as R4.3): no rounding asks for more than is open. */
function amountOf({ open, undelivered }: Obligation, delivered: Quantity | undefined): Amount {
  if (delivered === undefined || undelivered === undefined || delivered === undelivered) return open
  return divideUnits(open * delivered, undelivered, 'half-up') as Amount
}

type Movement = { readonly id: string; readonly amount: Amount; readonly date: CalendarDate; readonly cause: Cause }

/**
 * Cash moves for `amount` of the obligation. In a foreign currency what was open at the rate of the trade date is exchanged
 * for cash at the rate of the day, or at its own average cost, and the difference is realized (R3.41).
 */
export function settle(obligation: Obligation, { id, amount, date, cause }: Movement, view: BookView): Booked {
  const { account, side, classId, currency, trade } = obligation
  const carried = amount === obligation.open ? obligation.openBase : divideUnits(obligation.openBase * amount, obligation.open, 'half-up')
  const rest = { ...obligation, open: (obligation.open - amount) as Amount, openBase: (obligation.openBase - carried) as Amount }
  const changes: Change[] = [{ of: 'obligation', obligation: rest }]
  if (amount === 0n) return booked([], changes)

  const isReceived = side === 'receivable'
  const received = isReceived ? amount : -amount
  const item = posting(isReceived ? 'credit' : 'debit', account, currency, amount, carried, { classId })
  const header = { id, effectiveDate: date, navDate: view.navDate, cause, memo: `Settlement of ${trade}` }
  const entry = (cash: Posting, ...others: readonly Posting[]) =>
    journalEntry({ ...header, postings: isReceived ? [cash, item, ...others] : [item, cash, ...others] })
  if (currency === view.currency) return booked([entry(posting('debit', accounts.cash, currency, received, received))], changes)

  const moved = moveCurrency(view.foreignCash(currency), received, currency, () => view.rate(currency, date), view.currency)
  if (moved === undefined) return refused(missingRate(currency, date, `the settlement of ${trade}`))
  const realized = moved.base - (isReceived ? carried : -carried)
  changes.push({ of: 'foreign cash', currency, holding: moved.holding })
  return booked(
    [
      entry(
        posting('debit', accounts.foreignCurrency, currency, received, moved.base),
        posting('credit', accounts.realizedCurrency, view.currency, 0n, realized),
      ),
    ],
    changes,
  )
}

const notHeld = ({ source, payload }: Settlement, fault: FieldFault): Issue => ({
  code: fault.code,
  place: { file: source.file, row: source.row, column: 'amount' },
  found: formatDecimal(payload.amount as Decimal),
  needed: fault.needed,
  remedy: fault.remedy,
})

const exceeds = ({ source, id }: Settlement, { trade, open, undelivered, currency }: Obligation, amount: Amount): Issue => ({
  code: 'settlement.exceeds-trade',
  place: { file: source.file, row: source.row, column: 'amount' },
  found: `${id} settles ${formatDecimal(decimal(amount, minorUnitDigits(currency)))} of ${trade}`,
  needed: `at most the ${formatDecimal(decimal(open, minorUnitDigits(currency)))} still open${undelivered === undefined ? '' : `, for ${formatShortDecimal(Quantity.toDecimal(undelivered))} units`}`,
  remedy: 'Correct the amount or the quantity; a difference in cash that is no part of the trade is a manual entry.',
})

const noUnits = ({ source, payload }: Settlement, { trade }: Obligation): Issue => ({
  code: 'settlement.no-units',
  place: { file: source.file, row: source.row, column: 'quantity' },
  found: `a quantity of ${formatShortDecimal(Quantity.toDecimal(payload.quantity as Quantity))} for ${trade}, which is no trade in securities`,
  needed: 'the cash that moved: only of securities are units delivered',
  remedy: 'Empty the quantity; give the amount where only a part was paid.',
})
