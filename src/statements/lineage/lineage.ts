/**
 * Lineage: from a figure to what it was made of, one step at a time, down to the fields of source rows; and back, from a
 * row to every figure it reaches. A step is made on demand from the derivation: nothing is stored beside the figures.
 */
import { addDays, type CalendarDate, yearMonthDay } from '../values/calendar-date.ts'
import { minorUnitDigits } from '../values/currency.ts'
import { decimal, type Decimal, negate, withoutTrailingZeros } from '../values/decimal.ts'
import { invariant, unreachable } from '../values/invariant.ts'
import { Price, Shares } from '../values/scaled.ts'
import { type RecordId } from '../values/record-id.ts'
import { accountOf, accounts } from '../reference/chart-of-accounts.ts'
import { type Instrument } from '../reference/instrument.ts'
import { publishedRounding } from '../reference/nav-rounding.ts'
import { policyOn } from '../reference/policy.ts'
import { type FundEvent } from '../events/event.ts'
import { type JournalEntry } from '../ledger/journal-entry.ts'
import { selectPrice } from '../valuation/price-selection.ts'
import { derivationSentence } from './derivation-sentence.ts'
import { type Derivation, type Figure, type FigureId, operandsOf, type StrikeMeasure, type Unit } from './figure.ts'
import { type FigureBook } from './figure-book.ts'
import { type CumulativeMeasure } from './nav-index.ts'
import { cashFields, join, joinEntries, multiplierOf, NONE, priceField, row, unitsOf, withPart, type Parts, type SourceField } from './source-field.ts'
import { type Contribution, contributions, shareChanges } from './statement-books.ts'

/** One step down from a figure. */
export type Step = {
  /** How the figure was made, in a sentence. */
  readonly sentence: string
  readonly operands: readonly FigureId[]
  readonly sources: readonly SourceField[]
}

/** What a figure was made of. */
export function stepOf(figures: FigureBook, id: FigureId): Step {
  const { derivation } = figures.get(id)
  return { sentence: derivationSentence(derivation), ...partsOf(derivation, figures) }
}

function partsOf(derivation: Derivation, figures: FigureBook): Parts {
  const { books } = figures
  switch (derivation.of) {
    case 'ledger balance': {
      const digits = minorUnitDigits(books.currency)
      const { query } = derivation
      return joinEntries(
        contributions(books.entries, query).map((contribution) => entryParts(contribution, query.positive, decimal(contribution.amount, digits), figures)),
      )
    }
    case 'position':
      return positionParts(derivation, figures)
    case 'share count':
      return joinEntries(
        shareChanges(books.entries, derivation.query).map(({ entry, change }) =>
          withPart(shareParts(books.eventOf(recordOf(entry)) as Order, figures), withoutTrailingZeros(decimal(change, Shares.scale))),
        ),
      )
    case 'strike':
      return strikeParts(derivation.measure, derivation.date, figures)
    case 'strike change':
      return strikeChangeParts(derivation, figures)
    case 'policy value':
      return {
        operands: [],
        sources: [{ record: derivation.name, source: derivation.source, fields: [derivation.name], text: derivation.name, part: derivation.value }],
      }
    case 'count':
    case 'nothing':
      return NONE
    case 'average over days': {
      const { from, through } = derivation.period
      const days = books.replay.strikes.filter(({ date }) => date <= through)
      // The last strike before the period serves its first days, if they have none.
      const first = days.findLastIndex(({ date }) => date <= from)
      return { operands: days.slice(Math.max(first, 0)).map(({ date }) => strikeFigure(figures, derivation.measure, date).id), sources: [] }
    }
    case 'sum':
    case 'minimum':
    case 'maximum':
    case 'difference':
    case 'product':
    case 'quotient':
    case 'rounding':
    case 'linked product':
      return { operands: operandsOf(derivation), sources: [] }
    default:
      return unreachable(derivation)
  }
}

/** The strike of a day as a figure on the NAV basis. */
export function strikeFigure(figures: FigureBook, measure: StrikeMeasure, date: CalendarDate): Figure {
  const derivation: Derivation = { of: 'strike', date, measure }
  return figures.figure({ ...measured(figures, measure), when: { at: date }, basis: 'nav', derivation })
}

/** What a strike measures, as concepts of the reporting basis say it, with its unit. */
function measured(figures: FigureBook, measure: StrikeMeasure): { readonly concept: string; readonly unit: Unit; readonly subject?: string } {
  switch (measure) {
    case 'net assets':
      return { concept: 'net-assets', unit: 'money' }
    case 'investments':
      return { concept: 'investments-at-value', unit: 'money' }
    case 'other assets, net':
      return { concept: 'other-assets-net', unit: 'money' }
    case 'shares outstanding':
      return { concept: 'shares-outstanding', unit: 'shares', subject: figures.books.shareClass.id }
    case 'units held':
      return { concept: 'units-held', unit: 'units' }
    default:
      return unreachable(measure)
  }
}

/** The published net asset value per share of a day. */
function publishedNav(figures: FigureBook, date: CalendarDate): Figure {
  const { fund, shareClass } = figures.books
  return figures.figure({
    concept: 'nav-per-share',
    subject: shareClass.id,
    when: { at: date },
    basis: 'nav',
    unit: 'money per share',
    derivation: {
      of: 'quotient',
      numerator: strikeFigure(figures, 'net assets', date).id,
      denominator: strikeFigure(figures, 'shares outstanding', date).id,
      isPercent: false,
      rounding: publishedRounding(fund.policies, date),
    },
    cite: 'R6.5, R6.7',
  })
}

const recordOf = ({ cause }: JournalEntry): RecordId => {
  invariant('record' in cause, 'fund shares are moved by records only')
  return cause.record
}

/** The records behind the postings of an entry to some accounts. `part` is what the entry adds to the figure. */
function entryParts({ entry, postings }: Contribution, positive: 'debit' | 'credit', part: Decimal, figures: FigureBook): Parts {
  const { books } = figures
  const { cause } = entry
  const taken = new Set<string>(postings.map(({ account }) => account))
  if (cause.by === 'rule') {
    if (!('record' in cause)) return NONE
    return withPart(tradeParts(books.eventOf(cause.record), figures), part)
  }
  const event = books.eventOf(cause.record)
  switch (event.kind) {
    case 'purchase':
      return withPart(tradeParts(event, figures), part)
    case 'sale': {
      const isProceeds = taken.has(accounts.receivableInvestmentsSold)
      const isCost = taken.has(accounts.investments)
      const isGain = taken.has(accounts.realizedSecurities)
      return withPart(
        join([...(isProceeds || isGain ? [tradeParts(event, figures)] : []), ...(isCost || isGain ? [reliefParts(event, cause.restsOn, figures)] : [])]),
        part,
      )
    }
    case 'subscription':
    case 'redemption':
      return withPart(tradeParts(event, figures), part)
    case 'settlement':
      return withPart(settlementParts(event, figures), part)
    case 'manual-entry': {
      const lines = event.payload.lines.filter(({ account }) => taken.has(account))
      const digits = minorUnitDigits(books.currency)
      return {
        operands: [],
        sources: lines.map(({ source, side, base, account }) => ({
          record: event.id,
          source,
          fields: [side, 'base_amount'],
          text: `${event.payload.reason} (${side} ${account} ${accountOf(account)?.name ?? ''})`,
          part: side === positive ? decimal(base, digits) : negate(decimal(base, digits)),
        })),
      }
    }
    default:
      return unreachable(event)
  }
}

/**
 * The cost that a sale relieved: its quantity, the lots it took from, and what stood of them, which earlier sales and,
 * first in, first out, earlier purchases decide (R4.2, R4.3).
 */
function reliefParts(event: Sale, lots: readonly RecordId[], figures: FigureBook): Parts {
  const { books } = figures
  const trades = books.tradesOf(event.payload.instrument)
  const earlier = trades.slice(
    0,
    trades.findIndex(({ id }) => id === event.id),
  )
  const taken = lots.map((lot) => books.eventOf(lot))
  const before = earlier.flatMap((trade): SourceField[] => {
    if (trade.kind === 'sale') return [row(trade, ['quantity', 'lots'], figures)]
    return event.payload.lots === undefined ? [row(trade, ['quantity'], figures)] : []
  })
  return join([
    { operands: [], sources: [row(event, ['quantity', 'lots'], figures)] },
    ...taken.flatMap((lot) => [{ operands: [], sources: [row(lot, ['quantity'], figures)] }, tradeParts(lot, figures)]),
    { operands: [], sources: before },
  ])
}

/** The cash of a settlement: as stated, or what its quantity is of what earlier settlements left of the trade (R3.10). */
function settlementParts(event: Settlement, figures: FigureBook): Parts {
  const { books } = figures
  const { amount, of } = event.payload
  if (amount !== undefined) return { operands: [], sources: [row(event, ['amount'], figures)] }
  const trade = books.eventOf(of)
  const all = books.settlementsOf(of)
  const earlier = all.slice(0, all.indexOf(event))
  const units = trade.kind === 'purchase' || trade.kind === 'sale' ? [row(trade, ['quantity'], figures)] : []
  return join([
    { operands: [], sources: [row(event, ['quantity'], figures)] },
    tradeParts(trade, figures),
    { operands: [], sources: [...units, ...earlier.map((settled) => row(settled, ['quantity', 'amount'], figures))] },
  ])
}

/** What the cash of a trade or order was read from. */
function tradeParts(event: FundEvent, figures: FigureBook): Parts {
  switch (event.kind) {
    case 'purchase':
    case 'sale': {
      const instrument = figures.books.instruments.get(event.payload.instrument) as Instrument
      const usesPrice = event.payload.netAmount === undefined
      return { operands: [], sources: [row(event, cashFields(event), figures), ...(usesPrice ? [multiplierOf(instrument)] : [])] }
    }
    case 'subscription':
    case 'redemption':
      return event.payload.amount !== undefined
        ? { operands: [], sources: [row(event, ['amount'], figures)] }
        : join([{ operands: [], sources: [row(event, ['shares'], figures)] }, dealingPriceParts(event, figures)])
    case 'settlement':
    case 'manual-entry':
      return NONE
  }
}

type Order = Extract<FundEvent, { kind: 'subscription' | 'redemption' }>
type Sale = Extract<FundEvent, { kind: 'sale' }>
type Settlement = Extract<FundEvent, { kind: 'settlement' }>

function shareParts(event: Order, figures: FigureBook): Parts {
  if (event.payload.shares !== undefined) return { operands: [], sources: [row(event, ['shares'], figures)] }
  return join([{ operands: [], sources: [row(event, ['amount'], figures)] }, dealingPriceParts(event, figures)])
}

/** The price at which an order dealt: the published NAV of its trade date, or the issue price, as the engine decides (R6.15). */
function dealingPriceParts({ id, effectiveDate }: Order, figures: FigureBook): Parts {
  const { shareClass, nav } = figures.books
  const strike = nav.strikeOn(effectiveDate)
  const isStruck = strike?.date === effectiveDate && strike.classes.some(({ classId, navPerShare }) => classId === shareClass.id && navPerShare !== undefined)
  // The first orders are themselves in the net asset value of their day, which is not yet published when they deal.
  if (isStruck && nav.dateOf(id) !== effectiveDate) return { operands: [publishedNav(figures, effectiveDate).id], sources: [] }
  return {
    operands: [],
    sources: [
      {
        record: shareClass.id,
        source: shareClass.statedAt.issuePrice,
        fields: ['issue_price'],
        text: `issue price of ${shareClass.name}`,
        part: withoutTrailingZeros(Price.toDecimal(shareClass.issuePrice), 2),
      },
    ],
  }
}

function positionParts({ measure, instrument: id, date }: Extract<Derivation, { of: 'position' }>, figures: FigureBook): Parts {
  const { books } = figures
  const instrument = books.instruments.get(id) as Instrument
  const trades = books.tradesOf(id).filter(({ effectiveDate }) => effectiveDate <= date)
  switch (measure) {
    case 'quantity':
      return { operands: [], sources: trades.map((event) => ({ ...row(event, ['quantity'], figures), part: unitsOf(event) })) }
    case 'cost': {
      const hasSales = trades.some(({ kind }) => kind === 'sale')
      // A sale relieves a part of a lot's cost by quantity, so then quantities matter too (R4.3).
      return join(
        trades.map((event) =>
          event.kind === 'purchase'
            ? join([tradeParts(event, figures), hasSales ? { operands: [], sources: [row(event, ['quantity'], figures)] } : NONE])
            : { operands: [], sources: [row(event, ['quantity', 'lots'], figures)] },
        ),
      )
    }
    case 'value': {
      const position = books.position(date, id)
      const quantity = figures.figure({
        concept: 'position-quantity',
        subject: id,
        when: { at: date },
        unit: 'units',
        derivation: { of: 'position', measure: 'quantity', instrument: id, date },
        cite: 'R1.13',
      })
      return { operands: [quantity.id], sources: position === undefined ? [] : [priceField(position.price), multiplierOf(instrument)] }
    }
  }
}

/**
 * What a strike of the NAV book rests on. Net assets are investments, of the units held and the day's prices, and all else;
 * units, shares and all else stand where the month before left them, but for the month's events. So a step is small, and
 * no day lists again what the days before it list.
 */
function strikeParts(measure: StrikeMeasure, date: CalendarDate, figures: FigureBook): Parts {
  const { nav, fund, replay, instruments } = figures.books
  switch (measure) {
    case 'net assets':
      return { operands: [strikeFigure(figures, 'investments', date).id, strikeFigure(figures, 'other assets, net', date).id], sources: [] }
    case 'investments': {
      const policy = policyOn(fund.policies, 'valuation', date)
      const sources = nav.heldOn(date).flatMap((id): SourceField[] => {
        const selection = policy === undefined ? undefined : selectPrice(replay.book.prices.on(id, date), policy.settings)
        return selection?.found === undefined ? [] : [priceField(selection.found), multiplierOf(instruments.get(id) as Instrument)]
      })
      return { operands: nav.dayOn('units held', date) === undefined ? [] : [strikeFigure(figures, 'units held', date).id], sources }
    }
    case 'shares outstanding':
    case 'other assets, net':
    case 'units held': {
      const from = addDays(date, 1 - yearMonthDay(date).day)
      const before = nav.strikeOn(addDays(from, -1))
      const opening = before === undefined || nav.dayOn(measure, before.date) === undefined ? [] : [strikeFigure(figures, measure, before.date).id]
      return { operands: [...opening, ...strikeChange(measure, from, date, figures)], sources: [] }
    }
    default:
      return unreachable(measure)
  }
}

/** The change of the last day on or before `through` that had any, from the first of its month; none where the month had none. */
function strikeChange(measure: CumulativeMeasure, from: CalendarDate, through: CalendarDate, figures: FigureBook): readonly FigureId[] {
  const day = figures.books.nav.dayOn(measure, through)
  if (day === undefined || day.date < from) return []
  const { concept, ...common } = measured(figures, measure)
  const period = { from, through: day.date }
  return [figures.figure({ concept: `change-in-${concept}`, ...common, when: period, basis: 'nav', derivation: { of: 'strike change', measure, period } }).id]
}

/** The change through the day before, and the records of the day. */
function strikeChangeParts({ measure, period }: Extract<Derivation, { of: 'strike change' }>, figures: FigureBook): Parts {
  const events = figures.books.nav.dayOn(measure, period.through)?.events ?? []
  const parts = events.map((event): Parts => {
    if (measure === 'other assets, net') return effectParts(event, figures)
    if (event.kind === 'purchase' || event.kind === 'sale') return { operands: [], sources: [{ ...row(event, ['quantity'], figures), part: unitsOf(event) }] }
    return shareParts(event as Order, figures)
  })
  return join([{ operands: strikeChange(measure, period.from, addDays(period.through, -1), figures), sources: [] }, ...parts])
}

/** What the effect of a record on net assets, investments aside, was read from. */
function effectParts(event: FundEvent, figures: FigureBook): Parts {
  if (event.kind !== 'manual-entry') return tradeParts(event, figures)
  return {
    operands: [],
    sources: event.payload.lines.map(({ source, side }) => ({ record: event.id, source, fields: [side, 'base_amount'], text: event.payload.reason })),
  }
}

/** The figures named and all that they are made of, each once. */
export function closureOf(figures: FigureBook, ids: Iterable<FigureId>): readonly FigureId[] {
  const seen = new Set(ids)
  for (const id of seen) for (const operand of stepOf(figures, id).operands) seen.add(operand)
  return [...seen]
}

/** Whether a figure reaches a source field, for every figure asked of one book; each answer is kept. */
export function reachOf(figures: FigureBook, isTarget: (field: SourceField) => boolean): (id: FigureId) => boolean {
  const known = new Map<FigureId, boolean>()
  const reaches = (id: FigureId): boolean => {
    const answer = known.get(id)
    if (answer !== undefined) return answer
    const { operands, sources } = stepOf(figures, id)
    const result = sources.some(isTarget) || operands.some(reaches)
    known.set(id, result)
    return result
  }
  return reaches
}
