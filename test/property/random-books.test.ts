// Properties of the whole engine on valid books at random. The seeds are fixed: a failure here is one on every machine.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FundEvent } from '../../src/events/event.ts'
import { baseBalance } from '../../src/ledger/balances.ts'
import { type JournalEntry, signedAmount, signedBase } from '../../src/ledger/journal-entry.ts'
import { closeDay, type ClosedDay } from '../../src/nav/close-day.ts'
import { type FundBook } from '../../src/nav/fund-book.ts'
import { openingState } from '../../src/nav/fund-state.ts'
import { secondPath, type SecondPathDay } from '../../src/nav/proof/second-path.ts'
import { type Replay, replay } from '../../src/nav/replay.ts'
import { addDays, type CalendarDate } from '../../src/values/calendar-date.ts'
import { add, ONE } from '../../src/values/decimal.ts'
import { hashOf, type BookText, open, shownIssue } from '../support/book.ts'
import { bookText, decisions, type Decisions, randomBook, type RandomBook, type RowKind } from '../support/random-book.ts'

/** Books that once failed; each is tried on every run. */
const failedBefore: readonly [Decisions][] = []

const everyBook = (seed: number, numRuns: number, holds: (book: FundBook, drawn: RandomBook, decided: Decisions) => void): void =>
  fc.assert(
    fc.property(decisions, (decided) => {
      const drawn = randomBook(decided)
      const opened = open(drawn.text)
      expect(opened.issues.map(shownIssue)).toEqual([])
      holds(opened.book, drawn, decided)
    }),
    { seed, numRuns, examples: [...failedBefore] },
  )

/** Everything in it as one text: maps, big numbers and what is undefined included. */
const bytesOf = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'bigint'
      ? `${part}n`
      : part instanceof Map
        ? { map: [...part] }
        : part instanceof Set
          ? { set: [...part] }
          : part === undefined
            ? 'undefined'
            : part,
  )

/** All days closed one by one, from a state or from the beginning. */
function daysOf({ context, included, strikes }: Replay, from = openingState): readonly ClosedDay[] {
  const byNavDate = Map.groupBy(included, ({ navDate }) => navDate)
  let state = from
  return strikes.flatMap(({ date }) => {
    if (state.closedThrough !== undefined && date <= state.closedThrough) return []
    const closed = closeDay(state, date, byNavDate.get(date) ?? [], context)
    state = closed.state
    return [closed]
  })
}

const secondPathOf = (book: FundBook, { included, strikes }: Replay): readonly SecondPathDay[] => {
  const byNavDate = Map.groupBy(included, ({ navDate }) => navDate)
  return secondPath({ ...book, days: strikes.map(({ date }) => ({ date, events: (byNavDate.get(date) ?? []).map(({ event }) => event) })) })
}

describe('the books of every day', () => {
  test('R2.2, R6.9: every entry balances in base and in each currency, with positive amounts; the trial balance is zero', () => {
    everyBook(1, 30, (book, { through }) => {
      const kept = replay(book, through)
      expect(kept.issues.map(shownIssue)).toEqual([])
      for (const { postings } of kept.journal) {
        expect(postings.reduce((sum, posting) => sum + signedBase(posting), 0n)).toBe(0n)
        for (const ofCurrency of Map.groupBy(postings, ({ currency }) => currency).values())
          expect(ofCurrency.reduce((sum, posting) => sum + signedAmount(posting), 0n)).toBe(0n)
        // Only base moves where currency is realized or marked (R3.41), only the local amount where a gain is too small for a cent.
        expect(postings.every(({ amount, base }) => amount >= 0n && base >= 0n && amount + base > 0n)).toBe(true)
      }
      for (const { state } of daysOf(kept)) expect(baseBalance(state.balances, () => true)).toBe(0n)
      expect(new Set(kept.journal.map(({ id }) => id)).size).toBe(kept.journal.length)
    })
  })

  test('R12.17, T125: lots = positions = the signed units of the events in the NAV, every day', () => {
    everyBook(2, 30, (book, { through }) => {
      const kept = replay(book, through)
      for (const { date, state, positions } of daysOf(kept)) {
        const units = new Map<string, bigint>()
        for (const { event, navDate } of kept.included) {
          if (navDate > date) continue
          if (event.kind === 'creation-in-kind' || event.kind === 'redemption-in-kind') {
            const sign = event.kind === 'creation-in-kind' ? 1n : -1n
            for (const { instrument, quantity } of event.payload.lines) units.set(instrument, (units.get(instrument) ?? 0n) + sign * quantity)
          }
          if (event.kind !== 'purchase' && event.kind !== 'sale' && event.kind !== 'split') continue
          const before = units.get(event.payload.instrument) ?? 0n
          if (event.kind === 'split') units.set(event.payload.instrument, before * event.payload.newUnits.units)
          else units.set(event.payload.instrument, before + (event.kind === 'purchase' ? event.payload.quantity : -event.payload.quantity))
        }
        const held = new Map([...units].filter(([, quantity]) => quantity !== 0n))
        expect(new Map([...state.holdings].map(([id, { lots }]) => [id, lots.reduce((sum, { quantity }) => sum + quantity, 0n)]))).toEqual(held)
        expect(new Map(positions.map(({ instrument, quantity }) => [instrument, quantity]))).toEqual(held)
        const cost = [...state.holdings.values()].flatMap(({ lots }) => lots).reduce((sum, lot) => sum + lot.cost, 0n)
        expect(baseBalance(state.balances, (code) => code === '1100')).toBe(cost)
        expect(baseBalance(state.balances, (code) => code === '1190')).toBe(positions.reduce((sum, position) => sum + position.value - position.cost, 0n)) // R12.18
      }
    })
  })

  test('R3.10: what is open of each trade is its total less what its settlements moved; together the receivables and payables', () => {
    const trades = /^(13[0134]0|132[05]|1510|21[01]0|2580)$/ // The payable of an invoice holds what is accrued, too.
    everyBook(3, 30, (book, { through }) => {
      const kept = replay(book, through)
      const journal: JournalEntry[] = []
      for (const { entries, state } of daysOf(kept)) {
        journal.push(...entries)
        const stillOpen = new Map<string, bigint>()
        for (const { cause, postings } of journal) {
          const trade =
            cause.by === 'rule'
              ? 'record' in cause
                ? cause.record
                : undefined
              : cause.kind === 'settlement' || cause.kind === 'reclaim'
                ? cause.restsOn[0]
                : cause.record
          // What is open of a dividend passes to the record that reverses it (R3.67).
          if (cause.by === 'record' && cause.kind === 'dividend' && cause.restsOn[0] !== undefined)
            for (const account of ['1320', '1325']) {
              const [from, to] = [`${cause.restsOn[0]} ${account}`, `${cause.record} ${account}`]
              stillOpen.set(to, (stillOpen.get(to) ?? 0n) + (stillOpen.get(from) ?? 0n))
              stillOpen.delete(from)
            }
          for (const posting of postings)
            if (trades.test(posting.account))
              stillOpen.set(`${trade} ${posting.account}`, (stillOpen.get(`${trade} ${posting.account}`) ?? 0n) + signedAmount(posting))
        }
        const expected = new Map([...stillOpen].filter(([, left]) => left !== 0n))
        expect(
          new Map(
            [...state.obligations.values()].flatMap(({ trade, account, side, open: left }) =>
              trades.test(account) ? [[`${trade} ${account}`, side === 'receivable' ? left : -left] as const] : [],
            ),
          ),
        ).toEqual(expected)
      }
    })
  })

  test('T124, R12.15: the NAV roll has no residual, and each day opens where the last closed', () => {
    everyBook(4, 30, (book, { through }) => {
      let closing = 0n
      for (const { roll, netAssets } of replay(book, through).strikes) {
        const { opening, capital, income, expenses, distributions, realized, unrealized } = roll
        expect(opening).toBe(closing)
        expect(opening + capital + income - expenses - distributions + realized + unrealized).toBe(netAssets)
        expect([roll.closing, roll.residual]).toEqual([netAssets, 0n])
        closing = netAssets
      }
    })
  })

  test('R12.16: capital dollars are shares × NAV within the tolerance of each order: no order is off by more', () => {
    everyBook(5, 20, (book, { through }) => {
      // But those in kind, for which the books at random know no net asset value.
      const ofOrders = replay(book, through).strikes.flatMap(({ exceptions }) =>
        exceptions.filter(({ code, place }) => code.startsWith('capital.') && !place.file.includes('in-kind')),
      )
      expect(ofOrders).toEqual([])
    })
  })
})

describe('the reporting basis', () => {
  test('R6.3: the bridge has no residual on any day, weekends included', () => {
    everyBook(6, 30, (book, { first, through }) => {
      const dates = Array.from({ length: through - first + 1 }, (_, index) => addDays(first, index))
      const { views, issues } = replay(book, through, dates)
      expect(issues.map(shownIssue)).toEqual([])
      expect(views.size).toBe(dates.length)
      for (const { bridge } of views.values()) {
        expect(bridge.residual).toBe(0n)
        const explained =
          bridge.events.reduce((sum, { effect }) => sum + effect, 0n) +
          bridge.values.reduce((sum, { change }) => sum + change, 0n) +
          bridge.currency +
          bridge.accruals
        expect(bridge.navNetAssets + explained).toBe(bridge.reportingNetAssets)
      }
    })
  })

  test('DESIGN 2.4: its entries for an event that is pending are those of the next NAV; a settlement by rule differs in its NAV date alone', () => {
    let compared = 0
    everyBook(7, 30, (book, { first, through }) => {
      const dates = Array.from({ length: through - first }, (_, index) => addDays(first, index))
      const { views, journal } = replay(book, through, dates)
      const inNav = new Map(journal.map((entry) => [entry.id, entry]))
      for (const { entries } of views.values()) {
        for (const entry of entries) {
          if (entry.cause.by === 'rule' && entry.cause.rule !== 'contractual settlement') continue
          const later = inNav.get(entry.id)
          // A pending event of the last day is in a NAV beyond the book.
          if (later === undefined) expect(entry.navDate).toBeGreaterThan(through)
          else expect(entry).toEqual(entry.cause.by === 'rule' ? { ...later, navDate: entry.navDate } : later)
          compared += 1
        }
      }
    })
    expect(compared).toBeGreaterThan(500)
  })

  test('the second path agrees with it too: the NAV of the day and, after it, what is pending, at the same prices', () => {
    everyBook(16, 20, (book, { through }) => {
      const dates = replay(book, through).strikes.map(({ date }) => date)
      const { views, included } = replay(book, through, dates)
      const eventsIn = (isIn: (item: (typeof included)[number]) => boolean): readonly FundEvent[] => included.filter(isIn).map(({ event }) => event)
      for (const [index, date] of dates.entries()) {
        const days = dates.slice(0, index + 1).map((closed) => ({ date: closed, events: eventsIn(({ navDate }) => navDate === closed) }))
        const pending = eventsIn(({ event, navDate }) => event.effectiveDate <= date && navDate > date)
        const last = secondPath({ ...book, days: [...days, { date, events: pending }] }).at(-1)
        const { netAssets, classes } = views.get(date)?.strike ?? {}
        expect({ netAssets, shares: classes?.[0]?.outstanding }).toEqual({ netAssets: last?.netAssets, shares: last?.shares })
      }
    })
  })
})

describe('the second path (nav/proof)', () => {
  test('agrees with the first every day: net assets, shares and NAV per share', () => {
    everyBook(8, 30, (book, { through }) => {
      const kept = replay(book, through)
      expect(secondPathOf(book, kept).map(({ netAssets, shares, navPerShare }) => ({ netAssets, shares, navPerShare }))).toEqual(
        kept.strikes.map(({ netAssets, classes: [first] }) => ({ netAssets, shares: first?.outstanding, navPerShare: first?.navPerShare })),
      )
    })
  })

  test('disagrees from the day on which a trade, an order or a manual entry differs by a cent', () => {
    everyBook(9, 20, (book, { through }) => {
      const kept = replay(book, through)
      const dayOf = (date: CalendarDate): number => kept.strikes.findIndex((strike) => strike.date === date)
      for (const { event, navDate } of kept.included) {
        const altered = withACentMore(event)
        // A dividend that is corrected in the same net asset value leaves nothing of its own in it.
        const isCorrected = kept.included.some(
          ({ event: later, navDate: of }) => later.kind === 'dividend' && later.payload.reverses === event.id && of === navDate,
        )
        if (altered === undefined || navDate > through || isCorrected) continue
        const other = secondPathOf(book, { ...kept, included: kept.included.map((item) => (item.event === event ? { ...item, event: altered } : item)) })
        const differs = other.map(({ netAssets }, index) => netAssets !== kept.strikes[index]?.netAssets)
        expect(differs.indexOf(true)).toBe(dayOf(navDate))
      }
    })
  })

  test('disagrees on the day on which a price of a holding differs, and on no other', () => {
    everyBook(10, 40, (book, { through }, { accrual }) => {
      if (accrual !== undefined) return // A fee carries the price of a day into every later one.
      const kept = replay(book, through)
      for (const { date, positions } of daysOf(kept).slice(0, 8)) {
        for (const { instrument, price } of positions) {
          const prices = {
            ...book.prices,
            on: (...of: Parameters<typeof book.prices.on>) =>
              book.prices.on(...of).map((seen) => (seen === price ? { ...seen, price: (seen.price + 1_000_000_000n) as typeof seen.price } : seen)),
          }
          const other = secondPathOf({ ...book, prices }, { ...kept, included: kept.included.filter(({ event }) => !dealsAtNav(event)) })
          const same = secondPathOf(book, {
            ...kept,
            included: kept.included.filter(({ event }) => !dealsAtNav(event)),
          })
          expect(
            other.filter(({ netAssets }, index) => netAssets !== same[index]?.netAssets).map((differing) => differing.date),
            instrument,
          ).toEqual([date])
        }
      }
    })
  })
})

const dealsAtNav = ({ kind }: FundEvent): boolean => kind === 'subscription' || kind === 'redemption'

function withACentMore(event: FundEvent): FundEvent | undefined {
  switch (event.kind) {
    case 'purchase':
    case 'sale':
      return { ...event, payload: { ...event.payload, netAmount: ((event.payload.netAmount ?? 0n) + 1n) as typeof event.payload.netAmount } } as FundEvent
    case 'subscription':
    case 'redemption':
      return event.payload.amount === undefined ? undefined : ({ ...event, payload: { ...event.payload, amount: event.payload.amount + 1n } } as FundEvent)
    case 'interest':
    case 'other-income':
      return { ...event, payload: { ...event.payload, amount: event.payload.amount + 1n } } as FundEvent
    case 'securities-lending':
      return { ...event, payload: { ...event.payload, earned: event.payload.earned + 1n } } as FundEvent
    case 'dividend':
      // A cent more of the rate may be none of the amount: here a whole unit of it more.
      return { ...event, payload: { ...event.payload, rate: add(event.payload.rate, ONE) } }
    case 'creation-in-kind':
    case 'redemption-in-kind':
      return { ...event, payload: { ...event.payload, cashComponent: event.payload.cashComponent + 1n } } as FundEvent
    case 'manual-entry': {
      const [first, ...rest] = event.payload.lines
      return first === undefined || first.account < '1000' || first.account >= '3000'
        ? undefined
        : ({ ...event, payload: { ...event.payload, lines: [{ ...first, amount: first.amount + 1n, base: first.base + 1n }, ...rest] } } as FundEvent)
    }
    case 'opening-balance':
    case 'opening-lot':
    case 'opening-shares':
    case 'split':
    case 'name-change':
    case 'currency-exchange':
    case 'share-split':
    case 'invoice':
    case 'settlement':
    case 'reclaim':
      return undefined
  }
}

describe('books are a function of the set of records', () => {
  test('replayed twice: the same bytes', () => {
    everyBook(11, 15, (book, { through, text }) => {
      const once = bytesOf(replay(book, through, [through]))
      expect(bytesOf(replay(book, through, [through]))).toBe(once)
      expect(bytesOf(replay(open(text).book, through, [through]))).toBe(once)
    })
  })

  test('rows in another order, files split: the same journal, strikes, state and book hash', () => {
    fc.assert(
      fc.property(decisions, fc.infiniteStream(fc.nat(9999)), (decided, chance) => {
        const { rows, prices, rates, text, through } = randomBook(decided)
        const shuffled = (all: readonly string[]): readonly string[] =>
          all
            .map((row) => [chance.next().value, row] as const)
            .toSorted(([a], [b]) => a - b)
            .map(([, row]) => row)
        const split = (all: readonly string[]): readonly (readonly string[])[] => {
          const parts: string[][] = [[], [], []]
          for (const row of shuffled(all)) parts[chance.next().value % 3]?.push(row)
          return parts
        }
        const files = Object.fromEntries(Object.entries(rows).map(([kind, all]) => [kind, split(all)])) as unknown as Record<
          RowKind,
          readonly (readonly string[])[]
        >
        const other = bookText(decided, files, split(prices), shuffled(rates))
        expect(hashOf(other)).toBe(hashOf(text))
        const [one, two] = [replay(open(text).book, through), replay(open(other).book, through)]
        // Where a row stands in its file is said of an exception, and is all that differs.
        const unplaced = ({ strikes }: Replay) => strikes.map((strike) => ({ ...strike, exceptions: strike.exceptions.map(({ found }) => found) }))
        expect(withoutSources(unplaced(two))).toBe(withoutSources(unplaced(one)))
        expect(bytesOf(two.journal)).toBe(bytesOf(one.journal))
        expect(withoutSources(two.last?.state)).toBe(withoutSources(one.last?.state))
      }),
      { seed: 12, numRuns: 25 },
    )
  })

  test('closing a day never alters the state it is given', () => {
    everyBook(13, 15, (book, { through }) => {
      const kept = replay(book, through)
      const byNavDate = Map.groupBy(kept.included, ({ navDate }) => navDate)
      let state = openingState
      for (const { date } of kept.strikes) {
        const before = bytesOf(state)
        const closed = closeDay(state, date, byNavDate.get(date) ?? [], kept.context)
        expect(bytesOf(state)).toBe(before)
        state = closed.state
      }
    })
  })

  test('from a checkpoint of any day, copied, the rest is the same', () => {
    everyBook(14, 15, (book, { through }) => {
      const kept = replay(book, through)
      const days = daysOf(kept)
      expect(days.map(({ strike }) => strike)).toEqual(kept.strikes)
      for (const at of [0, 3, 7]) {
        const rest = daysOf(kept, structuredClone((days[at] as ClosedDay).state))
        expect(bytesOf(rest)).toBe(bytesOf(days.slice(at + 1)))
        // The same through the door: a replay from the copy, with the views after it.
        const { state, date } = days[at] as ClosedDay
        const whole = replay(book, through, [through])
        const resumed = replay(book, through, [through], { from: structuredClone(state) })
        expect(bytesOf(resumed.strikes)).toBe(bytesOf(whole.strikes.filter((strike) => strike.date > date)))
        expect(bytesOf([...resumed.views])).toBe(bytesOf([...whole.views]))
        expect(bytesOf(resumed.last)).toBe(bytesOf(whole.last))
      }
    })
  })
})

const withoutSources = (value: unknown): string => bytesOf(value).replaceAll(/"(file|row|sha256)":("[^"]*"|\d+)/g, '')

describe('one wrong record changes nothing but the list of issues', () => {
  const wrong: readonly (readonly [code: string, kind: RowKind, row: (book: RandomBook) => string])[] = [
    ['lots.insufficient', 'sale', () => 'wrong,2024-06-06,acme,9999999,1.00,,,,,'],
    ['lots.unknown-lot', 'sale', () => 'wrong,2024-06-06,acme,1,1.00,,,,,seed:1'],
    ['lots.selection-differs', 'sale', () => 'wrong,2024-06-06,acme,2,1.00,,,,,seed:1'],
    ['trade.amount-differs', 'purchase', () => 'wrong,2024-06-06,acme,1,1.00,,,2.00,'],
    ['trade.no-amount', 'purchase', () => 'wrong,2024-06-06,acme,1,,,,,'],
    ['date.not-a-business-day', 'purchase', () => 'wrong,2024-06-08,acme,1,1.00,,,,'],
    ['date.before-inception', 'purchase', () => 'wrong,2024-05-31,acme,1,1.00,,,,'],
    ['reference.unknown-instrument', 'purchase', () => 'wrong,2024-06-06,acne,1,1.00,,,,'],
    ['field.sign', 'purchase', () => 'wrong,2024-06-06,acme,-1,1.00,,,,'],
    ['record.repeated-id', 'redemption', () => 'seed,2024-06-06,a,1.00,,,'],
    ['capital.insufficient-shares', 'redemption', () => 'wrong,2024-06-06,a,,9999999,,'],
    ['reference.unknown-class', 'subscription', () => 'wrong,2024-06-06,b,1.00,,'],
    ['settlement.unknown-trade', 'settlement', () => 'wrong,2024-06-06,nothing,,'],
    ['settlement.nothing-open', 'settlement', () => 'wrong,2024-12-31,seed,,'],
    ['manual-entry.unbalanced', 'manual-entry', () => 'wrong,1,2024-06-06,1000,,,1.00,,,test\nwrong,2,2024-06-06,4300,,,,1.01,,'],
    ['manual-entry.controlled-account', 'manual-entry', () => 'wrong,1,2024-06-06,1100,,,1.00,,,test\nwrong,2,2024-06-06,4300,,,,1.00,,'],
  ]

  test.each(wrong.filter(([code]) => code !== 'settlement.nothing-open'))('%s', (code, kind, row) => {
    everyBook(15, 4, (book, drawn) => {
      const headed = drawn.text.events?.[kind]
      const text: BookText = {
        ...drawn.text,
        events: { ...drawn.text.events, [kind]: [...(headed as readonly string[]), `${(headed as readonly string[])[0]?.split('\n')[0]}\n${row(drawn)}`] },
      }
      const opened = open(text)
      const kept = replay(opened.book, drawn.through)
      const without = replay(book, drawn.through)
      expect(new Set([...opened.issues, ...kept.issues].map((issue) => issue.code))).toEqual(new Set([code]))
      expect(kept.strikes).toEqual(without.strikes)
      expect(kept.journal).toEqual(without.journal)
    })
  })
})
