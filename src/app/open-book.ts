/** From the files of a book to a fund whose books can be kept: everything is read, every problem is said, nothing is guessed. */
import { USD } from '../values/currency.ts'
import { compareIssues, type Issue } from '../values/issue.ts'
import { type FieldContext } from '../values/field.ts'
import { readFundFile } from '../reference/fund-file.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'
import { readInstruments } from '../reference/read-instruments.ts'
import { canonicalLine } from '../events/canonical-line.ts'
import { checkReferences } from '../events/check-references.ts'
import { type EventOutline, outlinesOfRows } from '../events/event-outline.ts'
import { decodeEvents, type EventKind, type FundEvent } from '../events/event.ts'
import { type StreamId } from '../events/record.ts'
import { benchmarkKey, readBenchmarks } from '../market/benchmark-book.ts'
import { haltKey, noHalts, readHalts } from '../market/halt.ts'
import { levelOfType } from '../market/price.ts'
import { priceKey, readPrices } from '../market/price-book.ts'
import { rateKey, readRates } from '../market/rate-book.ts'
import { type FundBook } from '../nav/fund-book.ts'
import { type Progress } from '../nav/replay.ts'
import { type BookSource } from './book-source.ts'
import { DoubtGatherer, type Doubts, isInDoubt } from './doubts.ts'
import { type Evidence, readEvidence } from './evidence.ts'

export type OpenedBook = {
  /** Undefined where the fund or its instruments could not be read; the rest was checked as far as that goes. */
  readonly book: FundBook | undefined
  /** In order of place. Where there is any, the book may be looked at further, but no result of it is to be used. */
  readonly issues: readonly Issue[]
  /** What is unknown because it could not be read: what follows from it is no news. */
  readonly doubts: Doubts
  /** Told of each day while the books are kept. */
  readonly onDay?: Progress | undefined
  /** What is held against the books, and changes none of their numbers. */
  readonly evidence: Evidence
}

export function openBook(source: BookSource): OpenedBook {
  const doubt = new DoubtGatherer()
  for (const unread of source.unread ?? []) doubt.addUnreadFile(unread)

  // Without the file the currency of amounts is not known; the one that a file without a word about it has is taken.
  const { fund, baseCurrency, issues: fundIssues } = source.fund === undefined ? { fund: undefined, baseCurrency: USD, issues: [] } : readFundFile(source.fund)
  const issues: Issue[] = [...fundIssues]
  doubt.addFundIssues(fundIssues)
  const context: FieldContext = { baseCurrency }
  const stream = (fund?.series.id ?? '') as string as StreamId

  const read = source.instruments === undefined ? undefined : readInstruments(source.instruments, context)
  const instruments = read?.instruments ?? new Map<InstrumentId, Instrument>()
  const known: ReadonlySet<string> = new Set(instruments.keys())
  for (const issue of read?.issues ?? []) issues.push(issue)
  doubt.addRows('instrument', read?.unreadable ?? [], known)
  const isUnreadInstrument = (id: string): boolean => read === undefined || isInDoubt(doubt.doubts(), 'instrument', id)

  const decoded: FundEvent[] = []
  const unusable: EventOutline[] = []
  for (const { kind, table } of source.events) {
    const events = decodeEvents(kind, table, { ...context, stream, currencyOf: (id) => instruments.get(id)?.currency })
    for (const event of events.events) decoded.push(event)
    for (const issue of events.issues) issues.push(issue)
    doubt.addRows(kind as EventKind, events.unreadable, known)
    for (const outline of outlinesOfRows(kind as EventKind, events.unreadable)) unusable.push(outline)
  }
  const { records, hasUnnamedTrades } = doubt.doubts()
  const isUnreadTrade = (id: string): boolean => hasUnnamedTrades || records.has(id)
  const isUnreadPolicy = (kind: string): boolean => doubt.doubts().policies.has(kind)
  const checked = checkReferences(decoded, unusable, { fund, instruments, isUnreadInstrument, isUnreadTrade, isUnreadPolicy })
  for (const issue of checked.issues) issues.push(issue)
  const kept = new Set(checked.events)
  for (const event of decoded) if (!kept.has(event)) doubt.addEvent(event, known)

  const { halts, issues: ofHalts } =
    source.halts === undefined ? { halts: noHalts, issues: [] } : readHalts(source.halts, (id) => instruments.has(id) || isUnreadInstrument(id), context)
  for (const issue of ofHalts) issues.push(issue)
  const { prices, ...ofPrices } = readPrices(source.prices, instruments, context, isUnreadInstrument, halts)
  doubt.addRows('price', ofPrices.unreadable, known)
  for (const issue of ofPrices.issues) issues.push(issue)

  const { rates, ...ofRates } = readRates(source.rates ?? [], context)
  doubt.addRows('rate', ofRates.unreadable, known)
  for (const issue of ofRates.issues) issues.push(issue)

  const { evidence, issues: evidenceIssues } = readEvidence(source, { ...context, fund, instruments, isUnreadInstrument })
  for (const issue of evidenceIssues) issues.push(issue)
  const { benchmarks, issues: ofBenchmarks } = readBenchmarks(source.benchmarks ?? [], context)
  for (const issue of ofBenchmarks) issues.push(issue)

  const doubts = doubt.doubts()
  const unread = [
    ...(fund === undefined ? ['fund.yaml'] : []),
    ...(read === undefined ? ['instruments.csv'] : []),
    ...doubts.unreadFiles.filter((file) => file !== 'instruments.csv'),
  ]
  if (unread.length > 0) issues.push(incomplete(unread))
  const book = fund === undefined || read === undefined ? undefined : { fund, instruments, events: checked.events, prices, rates, benchmarks }
  return { book, issues: issues.toSorted(compareIssues), doubts, evidence }
}

/** Said once, so that nobody takes what is listed for all there is. */
const incomplete = (files: readonly string[]): Issue => ({
  code: 'book.incomplete',
  place: { file: files[0] as string },
  found: `books that are not complete, since ${files.join(' and ')} could not be read`,
  needed: 'every file of the book readable',
  remedy: 'Mend what is said of the file and run again: more may show once it is read.',
})

/** One line a record, in no order: what the book hash is taken over, sorted (see `docs/book-format.md`). */
export function* canonicalLines({ fund, instruments, events, prices, rates, benchmarks }: FundBook): Iterable<string> {
  const stream = fund.series.id as string as StreamId
  const header = (kind: string, id: string, effectiveDate = fund.series.inception) =>
    ({ id: id as FundEvent['id'], stream, kind, effectiveDate, actor: 'book' }) as const
  const source = fund.series.source
  yield canonicalLine({ ...header('trust', 'trust'), source, payload: fund.trust })
  yield canonicalLine({ ...header('series', fund.series.id), source, payload: fund.series })
  for (const { statedAt: _places, ...shareClass } of fund.classes) yield canonicalLine({ ...header('class', shareClass.id), source, payload: shareClass })
  for (const provider of fund.providers) yield canonicalLine({ ...header('provider', provider.role), source, payload: provider })
  for (const entries of fund.policies.values()) {
    for (const policy of entries) yield canonicalLine({ ...header('policy', policy.kind, policy.from), source, payload: policy.settings })
  }
  for (const instrument of instruments.values()) yield canonicalLine({ ...header('instrument', instrument.id), source, payload: instrument })
  for (const event of events) yield canonicalLine(event)
  for (const observation of prices.all()) {
    const { instrument, price, type, supplier, level, time, judgement } = observation
    // A level that its type has anyway says nothing.
    const payload = { instrument, price, type, supplier, time, judgement, level: level === levelOfType[type] ? undefined : level }
    yield canonicalLine({ ...header('price', priceKey(observation), observation.date), source, payload })
  }
  for (const halt of prices.halts) {
    const { instrument, from, through, reason, supplier } = halt
    yield canonicalLine({ ...header('halt', haltKey(halt), from), source, payload: { instrument, through, reason, supplier } })
  }
  for (const observation of benchmarks.all()) {
    const { benchmark, level, supplier } = observation
    yield canonicalLine({ ...header('benchmark', benchmarkKey(observation), observation.date), source, payload: { benchmark, level, supplier } })
  }
  for (const observation of rates.all()) {
    const { currency, against, quoted, quote, supplier, time } = observation
    const payload = { currency, against, quoted, quote, supplier, time }
    yield canonicalLine({ ...header('rate', rateKey(observation), observation.date), source, payload })
  }
}
