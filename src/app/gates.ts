/**
 * The gates of a NAV day (R6.4): what must agree or be decided before a strike is handed on. The books' own controls are no
 * gate here, for without them there is no strike (`src/nav/controls.ts`); approval is none either, for a folder has nobody
 * who approves.
 */
import { type CalendarDate } from '../values/calendar-date.ts'
import { previousBusinessDay } from '../reference/nyse-calendar.ts'
import { isOpen, type StandingException } from '../nav/exceptions/standing.ts'
import { type Matter } from '../reconciliation/comparison.ts'
import { type Reconciliation } from '../reconciliation/reconcile.ts'

export type Gate = {
  /** Step of the daily order of operations. */
  readonly step: number
  readonly name: string
  /** passes: nothing of it is open; not given: nobody said anything that it could be held against. */
  readonly state: 'passes' | 'open' | 'not given'
  readonly open: number
  /** The last statement through the day that the gate speaks of; undefined where it needs none or there is none. */
  readonly statement: CalendarDate | undefined
}

type Specification = {
  readonly step: number
  readonly name: string
  readonly matters: readonly Matter[]
  /** Whether the statement is that of the business day before, whose orders and trades are in this NAV. */
  readonly isOfDayBefore: boolean
}

const ofStatements: readonly Specification[] = [
  { step: 2, name: 'fund shares: the transfer agent’s totals = the books', matters: ['shares', 'agent roll', 'orders'], isOfDayBefore: true },
  { step: 3, name: 'trades: confirmations = the books', matters: ['trade'], isOfDayBefore: true },
  { step: 5, name: 'cash: the custodian = the books', matters: ['cash'], isOfDayBefore: false },
  { step: 5, name: 'positions: the custodian = the books', matters: ['position'], isOfDayBefore: false },
]

/** The gates of the NAV of `date`, whose exceptions are `exceptions`; decided ones are open no more. */
export function gatesOf(date: CalendarDate, exceptions: readonly StandingException[], { comparisons }: Pick<Reconciliation, 'comparisons'>): readonly Gate[] {
  const left = exceptions.filter(isOpen)
  const countOf = (isOf: (code: string) => boolean): number => left.filter(({ issue }) => isOf(issue.code)).length
  const given = ofStatements.map(({ step, name, matters, isOfDayBefore }): Gate => {
    const through = isOfDayBefore ? previousBusinessDay(date) : date
    const statement = comparisons.findLast((each) => matters.includes(each.matter) && each.date <= through)?.date
    const open = countOf((code) => matters.some((matter) => code === `reconciliation.${matter.replace(' ', '-')}`))
    return { step, name, state: open > 0 ? 'open' : statement === undefined ? 'not given' : 'passes', open, statement }
  })
  const ofBooks = (step: number, name: string, isOf: (code: string) => boolean): Gate => {
    const open = countOf(isOf)
    return { step, name, state: open > 0 ? 'open' : 'passes', open, statement: undefined }
  }
  return [
    ...given,
    ofBooks(7, 'prices and rates: exceptions decided', (code) => code.startsWith('valuation.')),
    ofBooks(15, 'all other exceptions decided', (code) => !code.startsWith('valuation.') && !code.startsWith('reconciliation.')),
  ]
}
