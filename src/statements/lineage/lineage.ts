/**
 * Lineage: from a figure to what it was made of, one step at a time, down to the fields of source rows; and back, from a
 * row to every figure it reaches. A step is made on demand from the derivation: nothing is stored beside the figures.
 */
import { decimal, isZero, withoutTrailingZeros } from '../../values/decimal.ts'
import { invariant, unreachable } from '../../values/invariant.ts'
import { type RecordId } from '../../values/record-id.ts'
import { Shares } from '../../values/scaled.ts'
import { type JournalEntry } from '../../ledger/journal-entry.ts'
import { derivationSentence } from '../derivation-sentence.ts'
import { type Derivation, type FigureId, operandsOf } from '../figure.ts'
import { type FigureBook } from '../figure-book.ts'
import { movementsOf, type ShareMovement } from '../share-history.ts'
import { contributions } from '../statement-books.ts'
import { strikeFigure } from '../strike-figure.ts'
import { type ShareEvent } from '../trade-events.ts'
import { feeBasesOf } from './accrual.ts'
import { contextOf, entryParts } from './causes/causes.ts'
import { shareParts } from './causes/order.ts'
import { shareSplitFields } from './causes/share-split.ts'
import { foreignCashParts } from './foreign-cash.ts'
import { fromFigures, fromRows, join, joinEntries, NONE, type Parts, withPart } from './parts.ts'
import { positionParts } from './position.ts'
import { isRate, rateFields, row, type SourceField } from './source-field.ts'
import { strikeChangeParts, strikeParts } from './strike.ts'

/** One step down from a figure: how it was made, in a sentence, and of what. */
export type Step = Parts & { readonly sentence: string }

/** What a figure was made of. */
export function stepOf(figures: FigureBook, id: FigureId): Step {
  const { derivation } = figures.get(id)
  const parts = partsOf(derivation, figures)
  return { sentence: derivationSentence(derivation, parts.sources.some(isRate)), ...parts }
}

function partsOf(derivation: Derivation, figures: FigureBook): Parts {
  const { books } = figures
  switch (derivation.of) {
    case 'ledger balance': {
      const { query } = derivation
      const taken = contributions(books.entries, query, books.currency)
      const bases = feeBasesOf(
        taken.map(({ entry }) => entry),
        figures,
      )
      const parts = joinEntries(taken.map((contribution) => entryParts(contribution, query, figures)))
      return bases === NONE ? parts : join([parts, bases])
    }
    case 'position':
      return positionParts(derivation, figures)
    case 'share count':
      return joinEntries(movementsOf(books.shares, derivation.query).map((movement) => movementParts(movement, figures)))
    case 'strike':
      return strikeParts(derivation, figures)
    case 'strike change':
      return strikeChangeParts(derivation, figures)
    case 'translation': {
      const { item, currency, date } = derivation
      return { operands: [item], sources: isZero(figures.get(item).amount) ? [] : rateFields(currency, date, figures) }
    }
    case 'foreign cash':
      return foreignCashParts(derivation, contextOf(figures))
    case 'policy value': {
      const { name, source, value } = derivation
      return fromRows([{ record: name, source, fields: [name], text: name, part: value }])
    }
    case 'count':
    case 'nothing':
      return NONE
    case 'average over days': {
      const { from, through } = derivation.period
      const days = books.replay.strikes.filter(({ date }) => date <= through)
      // The last strike before the period serves its first days, if they have none.
      const first = days.findLastIndex(({ date }) => date <= from)
      const splits = derivation.measure === 'shares outstanding' ? books.shares.splitsAfter(from) : []
      return {
        operands: days.slice(Math.max(first, 0)).map(({ date }) => strikeFigure(figures, derivation.measure, date).id),
        sources: splits.map((split) => row(split, shareSplitFields, figures)),
      }
    }
    case 'sum':
    case 'minimum':
    case 'maximum':
    case 'difference':
    case 'product':
    case 'quotient':
    case 'rounding':
    case 'linked product':
      return fromFigures(operandsOf(derivation))
    default:
      return unreachable(derivation)
  }
}

/**
 * What moved fund shares, with the splits that restate it. What a split itself leaves is rounding, of all that was before it.
 */
function movementParts({ entry, change, splits }: ShareMovement, figures: FigureBook): Parts {
  const { shares, eventOf } = figures.books
  const partsOfEntry = (of: JournalEntry): Parts => shareParts(eventOf(recordOf(of)) as ShareEvent, figures)
  const isSplit = entry.cause.by === 'record' && entry.cause.kind === 'share-split'
  const before = isSplit
    ? shares.movements.slice(
        0,
        shares.movements.findIndex((movement) => movement.entry === entry),
      )
    : []
  return withPart(
    join([
      partsOfEntry(entry),
      fromRows(splits.map((split) => row(split, shareSplitFields, figures))),
      ...before.map((movement) => withoutParts(partsOfEntry(movement.entry))),
    ]),
    withoutTrailingZeros(decimal(change, Shares.scale)),
  )
}

const withoutParts = ({ operands, sources }: Parts): Parts => ({ operands, sources: sources.map(({ part: _part, ...source }) => source) })

const recordOf = ({ cause }: JournalEntry): RecordId => {
  invariant('record' in cause, 'fund shares are moved by records only')
  return cause.record
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
  // A stack of our own: through its fees, a net asset value rests on that of every day before it.
  return (asked) => {
    const open = [asked]
    for (let id = open.at(-1); id !== undefined; id = open.at(-1)) {
      const { operands, sources } = known.has(id) ? NONE : stepOf(figures, id)
      const unknown = operands.filter((operand) => !known.has(operand))
      if (!known.has(id) && (sources.some(isTarget) || operands.some((operand) => known.get(operand) === true))) known.set(id, true)
      else if (!known.has(id) && unknown.length === 0) known.set(id, false)
      if (known.has(id)) open.pop()
      else for (const operand of unknown) open.push(operand)
    }
    return known.get(asked) === true
  }
}
