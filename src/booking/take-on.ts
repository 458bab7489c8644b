/**
 * A fund taken on from other books: all opening balances, lots and shares of the day as one entry. It balances in base, or
 * nothing is taken on (R2.2). What is held in each foreign currency stands against the two halves of an exchange (R6.9).
 */
import { formatCalendarDate } from '../values/calendar-date.ts'
import { type Currency, minorUnitDigits } from '../values/currency.ts'
import { decimal, formatDecimal } from '../values/decimal.ts'
import { compareText, type Issue } from '../values/issue.ts'
import { type Amount } from '../values/money.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { type OpeningEvent } from '../events/event.ts'
import { type OpeningBalance, openItemAccounts } from '../events/opening-balance.ts'
import { type OpeningLot } from '../events/opening-lot.ts'
import { type OpeningShares } from '../events/opening-shares.ts'
import { type JournalEntry, journalEntry, type Posting, posting, postingsOf, signedAmount, signedBase } from '../ledger/journal-entry.ts'
import { type Booked, booked, type BookView, type Change, refused } from './booked.ts'
import { type CurrencyHolding, noCurrency } from './foreign-cash.ts'

/** The events are of one day, the first of the books. */
export function bookTakeOn(events: readonly OpeningEvent[], view: BookView): Booked {
  const lots = events.filter((event) => event.kind === 'opening-lot')
  const balances = events.filter((event) => event.kind === 'opening-balance')
  const shares = events.filter((event) => event.kind === 'opening-shares')
  const stated = [
    ...lots.map(({ payload }) => posting('debit', accounts.investments, view.instrument(payload.instrument).currency, payload.localCost, payload.cost)),
    ...balances.map(({ payload: { side, account, currency, amount, base, classId } }) => posting(side, account, currency, amount, base, { classId })),
  ].toSorted((left, right) => compareText(left.account, right.account))
  const difference = stated.reduce((total, each) => total + signedBase(each), 0n)
  if (difference !== 0n) return refused(unbalanced(events, stated, view.currency))

  const id = `take-on/${formatCalendarDate(view.navDate)}`
  const entry: JournalEntry = journalEntry({
    id,
    effectiveDate: view.navDate,
    navDate: view.navDate,
    cause: { by: 'rule', rule: 'take-on', date: view.navDate },
    memo: 'Balances and lots with which the fund was taken on',
    postings: [...stated, ...exchanges(stated, view.currency)],
  })
  return booked(
    [entry, ...shares.map((event) => sharesEntry(event, view))],
    [
      ...lots.map(lotOpened),
      ...balances.flatMap((event) => openItem(event)),
      ...foreignCash(balances, view.currency),
      ...shares.map(({ payload: { classId, shares: outstanding } }): Change => ({ of: 'shares', classId, outstanding })),
    ],
  )
}

/** For each foreign currency, what makes its local amounts zero, and the same in base the other way round. */
function exchanges(stated: readonly Posting[], baseCurrency: Currency): readonly Posting[] {
  return [...Map.groupBy(stated, ({ currency }) => currency)].flatMap(([currency, ofCurrency]) => {
    const local = ofCurrency.reduce((total, each) => total + signedAmount(each), 0n)
    const base = ofCurrency.reduce((total, each) => total + signedBase(each), 0n)
    if (currency === baseCurrency || (local === 0n && base === 0n)) return []
    return [
      ...postingsOf('credit', accounts.currencyPositionLocal, currency, local, base),
      posting('debit', accounts.currencyPositionBase, baseCurrency, base, base),
    ]
  })
}

const lotOpened = ({ id, payload: { instrument, acquired, quantity, cost, localCost, taxCost } }: OpeningLot): Change => ({
  of: 'lot opened',
  instrument,
  lot: { id, acquired, quantity, cost, localCost, ...(taxCost === undefined ? {} : { taxCost }) },
})

/** Tax reclaimed is an item without a day, which a reclaim record ends. */
function openItem({ id, effectiveDate, payload }: OpeningBalance): Change[] {
  const { account, side, currency, amount, base, classId, due } = payload
  const isReclaim = account === accounts.receivableTaxReclaims
  if (!isReclaim && (!openItemAccounts.has(account) || due === undefined)) return []
  return [
    {
      of: 'obligation',
      obligation: {
        trade: id,
        item: isReclaim ? 'reclaim' : undefined,
        account,
        side: side === 'debit' ? 'receivable' : 'payable',
        classId,
        currency,
        total: amount,
        open: amount,
        openBase: base,
        undelivered: undefined,
        due,
        since: effectiveDate,
      },
    },
  ]
}

function foreignCash(balances: readonly OpeningBalance[], baseCurrency: Currency): readonly Change[] {
  const held = new Map<Currency, CurrencyHolding>()
  for (const { payload } of balances) {
    if (payload.account !== accounts.foreignCurrency || payload.currency === baseCurrency) continue
    const { local, base } = held.get(payload.currency) ?? noCurrency
    const sign = payload.side === 'debit' ? 1n : -1n
    held.set(payload.currency, { local: (local + sign * payload.amount) as Amount, base: (base + sign * payload.base) as Amount })
  }
  return [...held].map(([currency, holding]) => ({ of: 'foreign cash', currency, holding }))
}

const sharesEntry = ({ id, effectiveDate, payload }: OpeningShares, view: BookView): JournalEntry =>
  journalEntry({
    id,
    effectiveDate,
    navDate: view.navDate,
    cause: { by: 'record', record: id, kind: 'opening-shares', restsOn: [] },
    memo: `Shares outstanding when the fund was taken on, ${view.shareClass(payload.classId).name}`,
    postings: [],
    fundShares: { classId: payload.classId, change: payload.shares },
  })

function unbalanced(events: readonly OpeningEvent[], stated: readonly Posting[], currency: Currency): Issue {
  const printed = (amount: bigint): string => formatDecimal(decimal(amount, minorUnitDigits(currency)))
  const debits = stated.reduce((total, { side, base }) => (side === 'debit' ? total + base : total), 0n)
  const credits = stated.reduce((total, { side, base }) => (side === 'credit' ? total + base : total), 0n)
  const cost = events.reduce((total, event) => (event.kind === 'opening-lot' ? total + event.payload.cost : total), 0n)
  const [first] = events.toSorted((left, right) => compareText(left.source.file, right.source.file) || left.source.row - right.source.row) as [OpeningEvent]
  return {
    code: 'take-on.unbalanced',
    place: { file: first.source.file, row: first.source.row },
    found: `debits of ${printed(debits)} (of them ${printed(cost)} cost of the lots) and credits of ${printed(credits)} in ${currency}`,
    needed: 'the two equal: opening balances and the cost of opening lots together',
    remedy: `Look for what is missing or on the wrong side; they differ by ${printed(debits > credits ? debits - credits : credits - debits)}. Nothing was taken on.`,
  }
}
