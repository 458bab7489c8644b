// Exceptions from the strike on which they arise to the decision that ends them: identity, impact, disposition, standing.
import { describe, expect, test } from 'vitest'
import { booksAsOf, type BooksAsOf } from '../../src/app/books-as-of.ts'
import { exceptionsOf } from '../../src/app/exceptions.ts'
import { listExceptions } from '../../src/app/list-exceptions.ts'
import { isBlocking, isOpen, type StandingException } from '../../src/nav/exceptions/standing.ts'
import { formatDecimal } from '../../src/values/decimal.ts'
import { formatPlace } from '../../src/values/issue.ts'
import { type BookText, day, open } from '../support/book.ts'

/** 50,000 shares; an order of 300.00 more than its shares at 10.00, in the NAV of the next day. */
const orders = `
  id,     trade_date, class, amount,    shares
  seed,   2024-06-03, a,     500000.00, 50000.000
  larger, 2024-06-05, a,     10300.00,  1000.000
`
const book: BookText = { events: { subscription: orders } }
const LARGER = '10300.00 for larger'
const header = 'date, code, subject, found, disposition, reason, evidence, by, on, time, knowable'
const row = (cells: string): string => `${header}\n${cells}`
const decided = (found: string, kind: string, on = '2024-06-06'): string =>
  row(`2024-06-05, capital.dollars-differ, larger, ${found}, ${kind}, agent-confirmed, statement of the agent, J. Doe, ${on}, 17:30,`)

function books(text: BookText, asOf: string): BooksAsOf {
  const answer = booksAsOf(open(text), { asOf: day(asOf), basis: 'nav', isReconciled: true })
  if (!answer.ok) throw new Error(answer.issues.map(({ code }) => code).join())
  return answer.books
}
const line = (exception: StandingException): string =>
  `${exception.id} ${exception.impact === undefined ? 'unknown' : formatDecimal(exception.impact.perShare)} ${isBlocking(exception) ? 'blocks' : isOpen(exception) ? 'open' : exception.disposition?.kind}`
const onNav = (text: BookText, on: string): readonly string[] => exceptionsOf(books(text, on)).on(day(on), 'nav').exceptions.map(line)
const statusOf = (text: BookText, on: string): string => {
  const { status, open: left, blocking, disposed } = exceptionsOf(books(text, on)).on(day(on), 'nav').standing
  return `${status}: ${left} open, ${blocking} blocking, ${disposed} disposed`
}
const idle = (text: BookText, asOf: string): readonly string[] =>
  exceptionsOf(books(text, asOf)).issues.map(({ code, place, found, needed, remedy }) => [`${formatPlace(place)} ${code}`, found, needed, remedy].join('\n'))

describe('an exception of a record', () => {
  test('is of the effective date of its record, on both bases, and knows its impact: 300.00 / 51,000 shares', () => {
    const id = 'capital.dollars-differ~larger~2024-06-05 0.00588235 blocks'
    expect(onNav(book, '2024-06-05')).toEqual([])
    expect(exceptionsOf(books(book, '2024-06-05')).on(day('2024-06-05'), 'reporting').exceptions.map(line)).toEqual([id])
    expect(onNav(book, '2024-06-06')).toEqual([id])
  })

  test('keeps the strike it stands on from being clear, and no other', () => {
    expect(statusOf(book, '2024-06-04')).toBe('clear: 0 open, 0 blocking, 0 disposed')
    expect(statusOf(book, '2024-06-06')).toBe('calculated: 1 open, 1 blocking, 0 disposed')
    expect(statusOf(book, '2024-06-07')).toBe('clear: 0 open, 0 blocking, 0 disposed')
  })

  test('below the threshold of the fund it is open and does not block (R5.12)', () => {
    expect(statusOf({ ...book, policies: { controls: 'impact_per_share: 0.006' } }, '2024-06-06')).toBe('clear: 1 open, 0 blocking, 0 disposed')
    expect(statusOf({ ...book, policies: { controls: 'impact_per_share: 0.0058' } }, '2024-06-06')).toBe('calculated: 1 open, 1 blocking, 0 disposed')
  })
})

describe('a disposition', () => {
  test.each(['cleared', 'accepted', 'timing'])('%s: ends it, whether it is looked at on the NAV or on the reporting basis', (kind) => {
    const text = { ...book, exceptions: decided(LARGER, kind) }
    expect(statusOf(text, '2024-06-06')).toBe('clear: 0 open, 0 blocking, 1 disposed')
    expect(onNav(text, '2024-06-06')).toEqual([`capital.dollars-differ~larger~2024-06-05 0.00588235 ${kind}`])
    expect(exceptionsOf(books(text, '2024-06-05')).on(day('2024-06-05'), 'reporting').standing.status).toBe('clear')
    expect(idle(text, '2024-06-06')).toEqual([])
  })

  test('says whether the fact was knowable, where that was judged (R12.27)', () => {
    const judged = (knowable: string) =>
      exceptionsOf(books({ ...book, exceptions: `${decided(LARGER, 'accepted')}${knowable}` }, '2024-06-06')).on(day('2024-06-06'), 'nav').exceptions[0]
        ?.disposition
    expect(['yes', 'no', ''].map((knowable) => judged(knowable)?.isKnowable)).toEqual([true, false, undefined])
  })

  test('of a day after the one asked for is not spoken of', () => expect(idle({ ...book, exceptions: decided(LARGER, 'cleared') }, '2024-06-04')).toEqual([]))

  test('holds no more where the facts changed: another amount is another fact', () => {
    const text = { ...book, exceptions: decided('10200.00 for larger', 'accepted') }
    expect(statusOf(text, '2024-06-06')).toBe('calculated: 1 open, 1 blocking, 0 disposed')
    expect(idle(text, '2024-06-06')).toEqual([
      [
        'exceptions.csv:2 found exception.facts-changed',
        'a decision about "10200.00 for larger"',
        'one about the facts as they are: "10300.00 for larger"',
        'Look at the exception again and decide anew; "tieout exceptions BOOK --rows" prints the row to fill in.',
      ].join('\n'),
    ])
  })

  test('corrected, and still there: it is open', () => {
    const text = { ...book, exceptions: decided(LARGER, 'corrected') }
    expect(statusOf(text, '2024-06-06')).toBe('calculated: 1 open, 1 blocking, 0 disposed')
    expect(idle(text, '2024-06-06')).toEqual([
      [
        'exceptions.csv:2 disposition exception.not-corrected',
        'capital.dollars-differ~larger~2024-06-05 as corrected, while it stands with the same facts',
        'records in which what was wrong is mended',
        'Correct the record, or decide otherwise: cleared, accepted or timing.',
      ].join('\n'),
    ])
  })

  test('corrected, and gone: that is how it ends', () => {
    const mended = orders.replace('10300.00', '10000.00')
    expect(idle({ ...book, events: { subscription: mended }, exceptions: decided(LARGER, 'corrected') }, '2024-06-06')).toEqual([])
  })

  test('about what no strike has', () => {
    const text = { ...book, exceptions: decided(LARGER, 'cleared').replace('2024-06-05, capital', '2024-06-04, capital') }
    expect(idle(text, '2024-06-06')).toEqual([
      [
        'exceptions.csv:2 subject exception.unknown',
        'a decision about capital.dollars-differ~larger~2024-06-04, which no strike has',
        'date, code and subject of an exception, as "tieout exceptions BOOK --all" prints them',
        'Did you mean capital.dollars-differ~larger~2024-06-05?',
      ].join('\n'),
    ])
  })
})

describe('the list', () => {
  test('tells open from disposed, and waits for a person where one blocks', () => {
    const listed = listExceptions(books(book, '2024-06-10'), undefined)
    expect(listed.open.map(({ id, from, through, days }) => [id, from, through, days])).toEqual([
      ['capital.dollars-differ~larger~2024-06-05', day('2024-06-06'), day('2024-06-06'), 1],
    ])
    expect(listed.isWaiting).toBe(true)
    expect(listed.last.standing.status).toBe('clear') // The NAV of the 10th does not have it.
    expect(listExceptions(books(book, '2024-06-10'), day('2024-06-07')).isWaiting).toBe(false)
    const after = listExceptions(books({ ...book, exceptions: decided(LARGER, 'cleared') }, '2024-06-10'), undefined)
    expect([after.open.length, after.disposed.length, after.isWaiting]).toEqual([0, 1, false])
  })
})

describe('R5.12: a position of 12,234.00 that moved by 10%: 1,223.40 / 50,000 = 0.0245 a share', () => {
  const moved: BookText = {
    policies: { price_checks: 'day_move: 0.05' },
    events: {
      subscription: 'id, trade_date, class, amount, shares\nseed, 2024-06-03, a, 500000.00, 50000.000',
      purchase: 'id, trade_date, instrument, quantity, net_amount\nbuy, 2024-06-03, acme, 1000, 12234.00',
    },
    prices: `
      date,       instrument, price,   type,  source
      2024-06-03, acme,       12.234,  close, x
      2024-06-04, acme,       12.234,  close, x
      2024-06-05, acme,       13.4574, close, x
    `,
  }

  test('must be cleared', () => {
    expect(onNav(moved, '2024-06-05')).toEqual(['valuation.price-move~acme~2024-06-05 0.0245 blocks'])
    expect(statusOf(moved, '2024-06-05')).toBe('calculated: 1 open, 1 blocking, 0 disposed')
  })

  test('and is, by a row with reason code, evidence, name and time', () => {
    const found = '"Acme Corp. on 2024-06-05: 12.234 to 13.4574, +10.00%"'
    const text = {
      ...moved,
      exceptions: `${header}\n2024-06-05, valuation.price-move, acme, ${found}, cleared, vendor-confirmed, "second vendor, screen of 17:02", J. Doe, 2024-06-05, 17:04,`,
    }
    expect(statusOf(text, '2024-06-05')).toBe('clear: 0 open, 0 blocking, 1 disposed')
    expect(idle(text, '2024-06-05')).toEqual([])
    // Another price is another fact.
    const again = { ...text, prices: (moved.prices as string).replace('13.4574', '13.5000') }
    expect(statusOf(again, '2024-06-05')).toBe('calculated: 1 open, 1 blocking, 0 disposed')
  })
})
