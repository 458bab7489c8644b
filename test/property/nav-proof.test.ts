// The NAV proof by holding and record, on valid books at random: nothing is left on any day, and its terms are those of the roll.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type HoldingGain } from '../../src/nav/holding-gain.ts'
import { navProof, proofContext } from '../../src/nav/nav-proof.ts'
import { type DayProof, type ProofTerm } from '../../src/nav/nav-proof.ts'
import { type ClosedDay } from '../../src/nav/close-day.ts'
import { businessDays } from '../../src/reference/nyse-calendar.ts'
import { type Basis } from '../../src/nav/strike.ts'
import { replay } from '../../src/nav/replay.ts'
import { type UnitisedRoll, unitisedRoll } from '../../src/nav/unitised-roll.ts'
import { absolute, compare, decimal, subtract, sum } from '../../src/values/decimal.ts'
import { USD } from '../../src/values/currency.ts'
import { open, shownIssue } from '../support/book.ts'
import { decisions, type Decisions, randomBook } from '../support/random-book.ts'

type Proved = { readonly before: ClosedDay | undefined; readonly day: ClosedDay; readonly proof: DayProof; readonly perShare: UnitisedRoll | undefined }

function everyDay(seed: number, numRuns: number, holds: (proved: Proved, decided: Decisions) => void): void {
  fc.assert(
    fc.property(decisions, (decided) => {
      const drawn = randomBook(decided)
      const { book, issues } = open(drawn.text)
      expect(issues.map(shownIssue)).toEqual([])
      const days: ClosedDay[] = []
      const watch = { days: new Set(businessDays(drawn.first, drawn.through)), views: new Set<never>(), see: (_basis: Basis, day: ClosedDay) => days.push(day) }
      const kept = replay(book, drawn.through, [], { watch })
      const context = proofContext(kept)
      expect(days.length).toBe(kept.strikes.length)
      let before: ClosedDay | undefined
      for (const day of days) {
        const proof = navProof(before, day, context)
        const [shareClass] = day.strike.classes
        const perShare = shareClass && unitisedRoll(before?.strike.classes[0], shareClass, proof, USD)
        holds({ before, day, proof, perShare }, decided)
        before = day
      }
    }),
    { seed, numRuns },
  )
}

const termOf = ({ terms }: DayProof, ...wanted: readonly ProofTerm[]): bigint =>
  terms.filter(({ term }) => wanted.includes(term)).reduce((total, { effect }) => total + effect, 0n)
const gainOf = ({ price, dealing, currency, rounding }: HoldingGain): bigint => price + dealing + currency + rounding

describe('the NAV proof of every day', () => {
  test('R12.15: opening and terms are closing, and each day opens where the last closed', () => {
    everyDay(21, 40, ({ before, day, proof }) => {
      expect(proof.residual).toBe(0n)
      expect(proof.opening).toBe(before?.strike.netAssets ?? 0n)
      expect(proof.terms.reduce<bigint>((total, { effect }) => total + effect, proof.opening)).toBe(day.strike.netAssets)
      expect(proof.closing).toBe(day.strike.netAssets)
    })
  })

  test('its terms by holding, currency and record are those of the roll of the accounts', () => {
    everyDay(22, 40, ({ day, proof }) => {
      const { roll } = day.strike
      expect(termOf(proof, 'price', 'dealing', 'valueRounding', 'holdingCurrency', 'cashCurrency', 'realized', 'takenOn')).toBe(roll.realized + roll.unrealized)
      expect(termOf(proof, 'income')).toBe(roll.income)
      expect(termOf(proof, 'expenses')).toBe(-roll.expenses)
      expect(termOf(proof, 'capital')).toBe(roll.capital)
      expect(termOf(proof, 'distributions')).toBe(-roll.distributions)
      expect(proof.holdings.reduce((total, each) => total + gainOf(each), 0n)).toBe(termOf(proof, 'price', 'dealing', 'valueRounding', 'holdingCurrency'))
    })
  })

  test('of a holding in which nothing was dealt the price is the change of its value in base; of one dealt, rounding is cents', () => {
    let [still, dealt] = [0, 0]
    everyDay(23, 40, ({ before, day, proof }) => {
      const positions = (of: ClosedDay | undefined) => new Map((of?.positions ?? []).map((position) => [position.instrument, position]))
      const [earlier, later] = [positions(before), positions(day)]
      for (const { instrument, opening, closing, price, dealing, currency, rounding } of proof.holdings) {
        // Half a cent for each value that is rounded by itself: at most four records a day, the units held and the position.
        expect(rounding <= 6n && rounding >= -6n).toBe(true)
        const [was, is] = [earlier.get(instrument), later.get(instrument)]
        if (was === undefined || is === undefined || was.quantity !== is.quantity || was.cost !== is.cost || dealing !== 0n) {
          dealt += 1
          continue
        }
        expect(price + currency).toBe(closing - opening)
        if (is.currency === USD) expect(currency).toBe(0n)
        still += 1
      }
    })
    expect(Math.min(still, dealt)).toBeGreaterThan(50)
  })

  test('a share: published yesterday with its terms is published today, to eight places', () => {
    let rolled = 0
    everyDay(24, 40, ({ day, before, proof, perShare }) => {
      if (perShare === undefined) return
      rolled += 1
      if (proof.shareSplits.length === 0) expect(perShare.opening).toEqual(before?.strike.classes[0]?.navPerShare)
      expect(perShare.closing).toEqual(day.strike.classes[0]?.navPerShare)
      const moved = sum(perShare.terms.map((term) => term.perShare))
      // Fifteen figures of eight places, each off by half of the last at most.
      expect(compare(absolute(subtract(subtract(perShare.closing, perShare.opening), moved)), decimal(8n, 8))).toBeLessThanOrEqual(0)
    })
    expect(rolled).toBeGreaterThan(200)
  })
})
