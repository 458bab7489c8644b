// Statements made of a random book agree with it in everything; one that is changed by the least it can be is one break, of that size.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { booksAsOf } from '../../src/app/books-as-of.ts'
import { showReconciliation, type ShownReconciliation } from '../../src/app/show-reconciliation.ts'
import { replay } from '../../src/nav/replay.ts'
import { tradesIn } from '../../src/statements/trade-events.ts'
import { businessDays } from '../../src/reference/nyse-calendar.ts'
import { type CalendarDate, formatCalendarDate } from '../../src/values/calendar-date.ts'
import { type Currency, minorUnitDigits } from '../../src/values/currency.ts'
import { decimal, formatDecimal } from '../../src/values/decimal.ts'
import { type BookText, open } from '../support/book.ts'
import { decisions, type Decisions, randomBook, type RandomBook } from '../support/random-book.ts'

type Statements = { readonly cash: string[]; readonly items: string[]; readonly positions: string[] }

const money = (amount: bigint, currency: string): string => formatDecimal(decimal(amount, minorUnitDigits(currency as Currency)))

/** What a custodian without faults says of the book: units added up from the records themselves, cash from its journal. */
function statementsOf({ text, first, through }: RandomBook): Statements {
  const { book } = open(text)
  const dates = businessDays(first, through)
  const { journal, views } = replay(book, through, dates)
  const last = views.get(through)
  const statements: Statements = { cash: [], items: [], positions: [] }
  const entries = [...journal, ...(last?.entries ?? [])]
  for (const { effectiveDate, postings } of entries) {
    for (const { account, side, currency, amount } of postings) {
      if ((account !== '1000' && account !== '1010') || amount === 0n) continue
      statements.items.push(`${formatCalendarDate(effectiveDate)},${currency},${money(side === 'debit' ? amount : -amount, currency)},,`)
    }
  }
  for (const date of dates) {
    const on = formatCalendarDate(date)
    const cash = new Map<string, bigint>()
    for (const { effectiveDate, postings } of entries) {
      for (const { account, side, currency, amount } of postings) {
        if (effectiveDate <= date && (account === '1000' || account === '1010'))
          cash.set(currency, (cash.get(currency) ?? 0n) + (side === 'debit' ? amount : -amount))
      }
    }
    for (const [currency, amount] of cash) statements.cash.push(`${on},${currency},${money(amount, currency)}`)
    const units = new Map<string, bigint>()
    for (const event of book.events) {
      if (event.effectiveDate > date) continue
      for (const { kind, payload } of tradesIn(event)) {
        if (kind === 'split') continue
        units.set(
          payload.instrument,
          (units.get(payload.instrument) ?? 0n) + (kind === 'sale' || kind === 'redemption-in-kind' ? -payload.quantity : payload.quantity),
        )
      }
    }
    statements.positions.push(`${on},acme,0,0`, ...[...units].map(([id, quantity]) => `${on},${id},0,${formatDecimal(decimal(quantity, 6))},pending`))
  }
  return statements
}

const reconOf = ({ cash, items, positions }: Statements): NonNullable<BookText['recon']> => ({
  'custodian-cash': ['date,currency,balance', ...cash].join('\n'),
  'custodian-items': ['date,currency,amount,reference,description', ...items].join('\n'),
  'custodian-positions': ['date,instrument,settled,pending,account', ...positions.map((row) => (row.split(',').length === 4 ? `${row},` : row))].join('\n'),
})

function reconciledWith(text: BookText, statements: Statements, asOf: CalendarDate): ShownReconciliation {
  const answer = booksAsOf(open({ ...text, recon: reconOf(statements) }), { asOf, basis: 'nav', isReconciled: true })
  if (!answer.ok) throw new Error(answer.issues.map(({ code, found }) => `${code} ${found}`).join())
  return showReconciliation(answer.books)
}

/** Units are added up from trades alone, and a split makes others of them. */
const withoutSplits = (drawn: Decisions): Decisions => ({
  ...drawn,
  days: drawn.days.map((day) => ({ ...day, decisions: day.decisions.filter(({ kind }) => kind !== 'split') })),
})

const everyBook = (seed: number, holds: (drawn: RandomBook, choice: number) => void): void =>
  fc.assert(
    fc.property(decisions, fc.nat(9999), (decided, choice) => holds(randomBook(withoutSplits(decided)), choice)),
    { seed, numRuns: 20 },
  )

describe('statements of a custodian without faults', () => {
  test('agree with the books on every day, movement by movement', () => {
    everyBook(71, (drawn) => {
      const { open: left, closed, last, items } = reconciledWith(drawn.text, statementsOf(drawn), drawn.through)
      expect([...left, ...closed]).toEqual([])
      expect(last.length).toBeGreaterThan(0)
      expect(items.flatMap(({ timing, unmatched }) => [...timing, ...unmatched])).toEqual([])
    })
  })

  test('one balance a minor unit higher is one break of that unit, from that day until the next statement', () => {
    everyBook(72, (drawn, choice) => {
      const statements = statementsOf(drawn)
      const index = choice % statements.cash.length
      const [on = '', currency = '', balance = ''] = (statements.cash[index] as string).split(',')
      const digits = minorUnitDigits(currency as Currency)
      const units = BigInt(balance.replace('.', '')) + 1n
      const cash = statements.cash.with(index, `${on},${currency},${formatDecimal(decimal(units, digits))}`)
      const { open: left, closed } = reconciledWith(drawn.text, { ...statements, cash }, drawn.through)
      const all = [...left, ...closed]
      expect(all).toHaveLength(1)
      const [{ broken }] = all as [ShownReconciliation['open'][number]]
      expect([broken.matter, broken.subject, formatCalendarDate(broken.opened), broken.last.difference]).toEqual(['cash', currency, on, decimal(1n, digits)])
      expect(left).toHaveLength(on === formatCalendarDate(drawn.through) ? 1 : 0)
    })
  })
})
