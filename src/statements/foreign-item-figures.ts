/**
 * Items in foreign currencies: cash, receivables and payables by account and currency, each at its translated value and at
 * what it is booked at (17 CFR 210.6-04; R3.40). The difference is account 1192, read through them and not through its entries.
 */
import { type CalendarDate } from '../values/calendar-date.ts'
import { invariant } from '../values/invariant.ts'
import { type AccountCode, accountOf } from '../reference/chart-of-accounts.ts'
import { type Derivation, type Figure, type Unit } from './figure.ts'
import { type FigureBook } from './figure-book.ts'
import { type ForeignItem } from './foreign-items.ts'

/** The items of the accounts that there were through the date. */
export const foreignItemsOf = ({ books }: FigureBook, accounts: readonly AccountCode[], at: CalendarDate): readonly ForeignItem[] =>
  books.foreign.through(at).filter(({ account }) => accounts.includes(account))

/** An asset where its account is one, a liability where it is one: positive on the side of its account. */
const sideOf = ({ account }: ForeignItem): 'debit' | 'credit' => {
  const kind = accountOf(account)?.kind
  invariant(kind === 'asset' || kind === 'liability', `account ${account} holds no item to translate`)
  return kind === 'asset' ? 'debit' : 'credit'
}

function itemFigure(figures: FigureBook, concept: string, { account, currency }: ForeignItem, at: CalendarDate, unit: Unit, derivation: Derivation): Figure {
  return figures.figure({ concept, subject: `${currency}.${account}`, when: { at }, unit, derivation, cite: 'R3.40' })
}

/** An item as ids name it, `EUR.1010`, for a reader: its account and its currency. Undefined for what is none. */
export function foreignItemName(subject: string): string | undefined {
  const [currency, code = ''] = subject.split('.')
  const account = accountOf(code)
  return account === undefined ? undefined : `${account.name} (${code}), ${currency}`
}

/** The amount in its own currency. */
export function foreignItemLocal(figures: FigureBook, item: ForeignItem, at: CalendarDate): Figure {
  const { account, currency } = item
  const query = { accounts: [account], positive: sideOf(item), through: at, translated: 'only', currency, measure: 'local' } as const
  return itemFigure(figures, 'foreign-item', item, at, 'foreign money', { of: 'ledger balance', query })
}

/** The same at the rate of the day. */
export function foreignItemValue(figures: FigureBook, item: ForeignItem, at: CalendarDate): Figure {
  const { currency } = item
  return itemFigure(figures, 'foreign-item-value', item, at, 'money', { of: 'translation', item: foreignItemLocal(figures, item, at).id, currency, date: at })
}

/** What it is booked at: receivables and payables at the rates of their days, cash at what it cost. */
export function foreignItemCost(figures: FigureBook, item: ForeignItem, at: CalendarDate): Figure {
  const { account, currency } = item
  const query = { accounts: [account], positive: sideOf(item), through: at, translated: 'only', currency } as const
  return itemFigure(figures, 'foreign-item-cost', item, at, 'money', { of: 'ledger balance', query })
}

/** What translation adds to net assets: account 1192, positive where it is a gain. Undefined where the fund never had such an item. */
export function translation(figures: FigureBook, at: CalendarDate): Figure | undefined {
  const items = figures.books.foreign.through(at)
  if (items.length === 0) return undefined
  const terms = items.map((item) => {
    const [value, cost] = [foreignItemValue(figures, item, at).id, foreignItemCost(figures, item, at).id]
    const [minuend, subtrahend] = sideOf(item) === 'debit' ? [value, cost] : [cost, value]
    return itemFigure(figures, 'foreign-item-translation', item, at, 'money', { of: 'difference', minuend, subtrahend }).id
  })
  return figures.figure({ concept: 'translation', when: { at }, unit: 'money', derivation: { of: 'sum', terms }, cite: 'R3.40' })
}
