/**
 * What is unknown of a book because something in it could not be read, so that a fault is told once and nothing that only
 * follows from it: a sale of more than is held is no news where a purchase of the same instrument could not be read.
 */
import { type CalendarDate, parseCalendarDate } from '../values/calendar-date.ts'
import { type Issue, mostLike } from '../values/issue.ts'
import { type UnreadableRow } from '../values/table.ts'
import { doubtfulPolicies } from '../reference/fund-file.ts'
import { settleable } from '../events/check-references.ts'
import { type EventKind, eventKindNames, eventKinds, type FundEvent } from '../events/event.ts'
import { outlineOf } from '../events/event-outline.ts'

/** What records tell of: events of each kind, prices, exchange rates, and the instruments themselves. */
export type Matter = EventKind | 'price' | 'rate' | 'instrument'

export type Doubts = {
  /** Files left unread on which the books rest. */
  readonly unreadFiles: readonly string[]
  /** Of these, any record may be missing. */
  readonly whole: ReadonlySet<Matter>
  /** Of these, the records of the named instruments may be; of the matter 'instrument', the instruments themselves; of 'rate', the currencies. */
  readonly instruments: ReadonlyMap<Matter, ReadonlySet<string>>
  /** Ids of records that could not be used. */
  readonly records: ReadonlySet<string>
  /** Whether there may be trades whose ids could not be read. */
  readonly hasUnnamedTrades: boolean
  /** Kinds of policy of which an entry could not be read. */
  readonly policies: ReadonlySet<string>
}

/** Gathers doubts while a book is opened. */
export class DoubtGatherer {
  private readonly unreadFiles: string[] = []
  private readonly whole = new Set<Matter>()
  private readonly instruments = new Map<Matter, Set<string>>()
  private readonly records = new Set<string>()
  private hasUnnamedTrades = false
  private policies: ReadonlySet<string> = new Set()

  doubts(): Doubts {
    const { unreadFiles, whole, instruments, records, hasUnnamedTrades, policies } = this
    return { unreadFiles, whole, instruments, records, hasUnnamedTrades, policies }
  }

  addUnreadFile({ file, as }: { readonly file: string; readonly as: string }): void {
    const matters = mattersOf(as)
    if (matters.length > 0) this.unreadFiles.push(file)
    for (const matter of matters) this.whole.add(matter)
    this.hasUnnamedTrades ||= matters.some(isSettleable)
  }

  addFundIssues(issues: readonly Issue[]): void {
    this.policies = doubtfulPolicies(issues)
  }

  /** An unreadable row names what it is about in one of its cells, or it may be about anything. */
  addRows(matter: Matter, rows: readonly Pick<UnreadableRow, 'cells'>[], known: ReadonlySet<string>): void {
    for (const { cells } of rows) {
      if (isSettleable(matter)) {
        for (const cell of Object.values(cells)) this.records.add(cell)
        this.hasUnnamedTrades ||= (cells['id'] ?? '') === ''
      }
      if (matter === 'rate') {
        if ((cells['currency'] ?? '') === '') this.whole.add(matter)
        else this.addInstrument(matter, cells['currency'] as string)
        continue
      }
      if (!isOfInstrument(matter)) {
        if (matter !== 'instrument') this.whole.add(matter)
        else if ((cells['id'] ?? '') === '') this.whole.add(matter)
        else this.addInstrument(matter, cells['id'] as string)
        continue
      }
      const named = Object.values(cells).find((cell) => known.has(cell)) ?? cells['instrument'] ?? ''
      if (named === '') this.whole.add(matter)
      else this.addInstrument(matter, named, known)
    }
  }

  /** An event that was read but cannot be booked. */
  addEvent(event: FundEvent, known: ReadonlySet<string>): void {
    this.records.add(event.id)
    const { instruments } = outlineOf(event)
    for (const { instrument } of instruments) this.addInstrument(event.kind, instrument, known)
    if (instruments.length === 0) this.whole.add(event.kind)
  }

  /** The instrument of that name, and where there is none, the one whose name is most like it. */
  private addInstrument(matter: Matter, name: string, known: ReadonlySet<string> = new Set([name])): void {
    const names = this.instruments.get(matter) ?? new Set()
    if (names.has(name)) return
    this.instruments.set(matter, names.add(name))
    const meant = known.has(name) ? undefined : mostLike(name, known)
    if (meant !== undefined) names.add(meant)
  }
}

/** Whether each of its records names one instrument. */
const isOfInstrument = (matter: Matter): boolean =>
  matter === 'price' || (matter !== 'instrument' && matter !== 'rate' && 'instrument' in eventKinds[matter].columns)

const isSettleable = (matter: Matter): boolean => settleable.has(matter as EventKind)

export const noDoubts: Doubts = new DoubtGatherer().doubts()

/** Whether records of the kind may be missing, of whatever instrument. */
const isAnyInDoubt = ({ whole, instruments }: Doubts, kind: EventKind): boolean => whole.has(kind) || instruments.has(kind)

export const isInDoubt = ({ whole, instruments }: Doubts, matter: Matter, instrument: string | undefined): boolean =>
  whole.has(matter) || (instrument !== undefined && instruments.get(matter)?.has(instrument) === true)

function mattersOf(path: string): readonly Matter[] {
  if (path === 'instruments.csv') return ['instrument']
  if (path.startsWith('prices/') || path === 'halts.csv') return ['price']
  if (path.startsWith('rates/')) return ['rate']
  if (!path.startsWith('events/')) return []
  const kind = (path.split('/')[1] ?? '').replace(/\.csv$/, '')
  return eventKindNames.filter((name) => kind === '' || name === kind)
}

/** The issues of the kept books that follow neither from a doubt nor from an issue before them; `issues` are in the order met. */
export function withoutConsequences(issues: readonly Issue[], events: readonly FundEvent[], doubts: Doubts): readonly Issue[] {
  const byId = new Map<string, FundEvent>(events.map((event) => [event.id, event]))
  const dealsInDollars = events.some(({ kind, payload }) => kind === 'subscription' && payload.shares === undefined)
  const refused: FundEvent[] = []
  const kept: Issue[] = []
  for (const issue of issues) {
    const event = byId.get(issue.about?.record ?? '')
    const date = event?.effectiveDate ?? parseCalendarDate(issue.about?.date ?? '')
    const met: Met = {
      issue,
      event,
      eventOf: (record) => byId.get(record),
      date,
      refused,
      doubts,
      dealsInDollars,
      isNotTakenOn: issues.some(({ code }) => code === 'take-on.unbalanced'),
      isNavInDoubt: isAnythingInDoubt(doubts) || issues.some(({ code }) => code !== issue.code),
    }
    if (!isConsequence(met)) kept.push(issue)
    if (event !== undefined) refused.push(event)
  }
  // What follows from nothing that was said is said itself.
  return kept.length === 0 && isNothingInDoubt(doubts) ? issues : kept
}

type Met = {
  readonly issue: Issue
  readonly event: FundEvent | undefined
  readonly eventOf: (record: string) => FundEvent | undefined
  readonly date: CalendarDate | undefined
  /** Events refused before. */
  readonly refused: readonly FundEvent[]
  readonly doubts: Doubts
  /** Whether shares are computed from net asset values. */
  readonly dealsInDollars: boolean
  /** Whether net asset values may be wrong, for something else is. */
  readonly isNavInDoubt: boolean
  /** Whether the fund was not taken on, for what it was to be taken on with does not balance. */
  readonly isNotTakenOn: boolean
}

function isConsequence({ issue, event, eventOf, date, refused, doubts, dealsInDollars, isNavInDoubt, isNotTakenOn }: Met): boolean {
  const instrument = issue.about?.instrument
  const wasRefused = (kind: EventKind): boolean =>
    refused.some(
      (other) =>
        other !== event && other.kind === kind && (date === undefined || other.effectiveDate <= date) && (instrument === undefined || isOf(other, instrument)),
    )
  const isMissing = (kind: EventKind): boolean => isInDoubt(doubts, kind, instrument) || wasRefused(kind)
  const isUnsure = (record: string): boolean => doubts.records.has(record) || refused.some(({ id }) => id === record)
  /** Whether the dividend may be of more or fewer units than were held. */
  const isEntitlementInDoubt = (record: string): boolean => {
    const dividend = eventOf(record)
    if (dividend?.kind !== 'dividend') return false
    const { instrument: of } = dividend.payload
    return (['purchase', 'sale'] as const).some(
      (kind) => isInDoubt(doubts, kind, of) || refused.some((other) => other.kind === kind && other.payload.instrument === of),
    )
  }
  const isDisposalMissing = isMissing('sale') || isMissing('redemption-in-kind')
  const noShares = isMissing('subscription') || isMissing('opening-shares') || wasRefused('creation-in-kind') || isAnyInDoubt(doubts, 'creation-in-kind')
  switch (issue.code) {
    case 'lots.insufficient':
    case 'lots.unknown-lot':
      return isMissing('purchase') || isMissing('opening-lot') || isMissing('creation-in-kind') || isNotTakenOn
    case 'lots.selection-missing':
      return isDisposalMissing || doubts.policies.has('lot_relief')
    case 'valuation.price-missing':
    case 'valuation.fair-value-missing':
      return isInDoubt(doubts, 'price', instrument) || isDisposalMissing || doubts.policies.has('valuation')
    case 'valuation.rate-missing':
      return isInDoubt(doubts, 'rate', issue.about?.currency) || doubts.policies.has('exchange_rates')
    case 'valuation.rate-ambiguous':
    case 'valuation.rate-times':
      return doubts.policies.has('exchange_rates')
    case 'valuation.price-ambiguous':
      return isDisposalMissing || doubts.policies.has('valuation')
    case 'capital.no-price':
      return noShares || isNotTakenOn
    case 'capital.price-not-positive':
      return isNavInDoubt
    case 'capital.insufficient-shares':
      return noShares || isNotTakenOn || (dealsInDollars && isNavInDoubt)
    case 'settlement.nothing-open':
    case 'settlement.exceeds-trade':
    case 'income.no-reclaim':
    case 'income.exceeds-reclaim':
      return isNotTakenOn || (event !== undefined && 'of' in event.payload && (isUnsure(event.payload.of) || isEntitlementInDoubt(event.payload.of)))
    case 'income.not-booked':
      return event?.kind === 'dividend' && event.payload.reverses !== undefined && isUnsure(event.payload.reverses)
    case 'income.tax-exceeds':
      return isNotTakenOn || isMissing('purchase') || isDisposalMissing || isMissing('opening-lot') || isMissing('creation-in-kind')
    default:
      return false
  }
}

/** Whether the record is of the instrument, or of none. */
function isOf(event: FundEvent, instrument: string): boolean {
  const { instruments } = outlineOf(event)
  return instruments.length === 0 || instruments.some((named) => named.instrument === instrument)
}

const isAnythingInDoubt = ({ whole, instruments, policies }: Doubts): boolean => whole.size > 0 || instruments.size > 0 || policies.size > 0
const isNothingInDoubt = (doubts: Doubts): boolean => !isAnythingInDoubt(doubts) && doubts.records.size === 0
