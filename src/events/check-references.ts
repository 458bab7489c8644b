/** What events refer to must exist, and what they date must be a day on which it could happen (R1.13, R1.14, R6.1). */
import { addDays, type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { compareText, type Issue, type IssueCode, mostLike } from '../values/issue.ts'
import { type RecordId } from '../values/record-id.ts'
import { type ClassId, type Fund } from '../reference/fund.ts'
import { closedDay } from '../reference/closed-day.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'
import { calendarFrom, calendarThrough, isBusinessDay, isCovered } from '../reference/nyse-calendar.ts'
import { type EventKind, eventKinds, type FundEvent } from './event.ts'
import { correctionIssues, dividendIndex, reclaimIssues } from './income-references.ts'
import { invoiceReferenceIssues, isOfBook } from './invoice-references.ts'
import { type EventOutline, type NamedClass, type NamedInstrument, outlineOf, type RowPlace } from './event-outline.ts'

export type CheckedEvents = { readonly events: readonly FundEvent[]; readonly issues: readonly Issue[] }

/** What events are checked against: the fund is undefined where it could not be read, and a name may be of what could not be read. */
export type ReferenceContext = {
  readonly fund: Fund | undefined
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>
  readonly isUnreadInstrument: (id: string) => boolean
  readonly isUnreadTrade: (id: string) => boolean
  /** Whether an entry of that kind of policy could not be read. */
  readonly isUnreadPolicy: (kind: string) => boolean
}

/**
 * The events that can be booked; and an issue for each that cannot, unless it names what could not be read, which has its
 * own. Records that are no event are in `unusable`, and what could be read of them is checked as that of the others is.
 */
export function checkReferences(events: readonly FundEvent[], unusable: readonly EventOutline[], context: ReferenceContext): CheckedEvents {
  const issues: Issue[] = []
  const first = new Map<RecordId, Dated>()
  for (const record of unusable.length === 0 ? events : [...events, ...unusable].toSorted(compareSources)) {
    if (record.id === undefined) continue
    const earlier = first.get(record.id)
    if (earlier === undefined) first.set(record.id, record)
    else
      issues.push(
        issueAt(
          record,
          'id',
          'record.repeated-id',
          `id "${record.id}" a second time`,
          `an id of its own; ${earlier.source.file}:${earlier.source.row} has this one`,
          'Remove the row if it is the same record once more; if not, give one of the two another id.',
        ),
      )
  }
  const dividends = dividendIndex(events)
  const sound = events.filter((event) => {
    const found = [
      ...outlineIssues(outlineOf(event), first, context),
      ...(event.kind === 'invoice' && context.fund !== undefined ? invoiceReferenceIssues(event, context.fund, context.isUnreadPolicy) : []),
      ...(event.kind === 'dividend' ? correctionIssues(event, dividends, context) : []),
    ]
    issues.push(...found)
    return found.length === 0 && first.get(event.id) === event && !restsOnUnread(event, context)
  })
  for (const outline of unusable) issues.push(...outlineIssues(outline, first, context))
  if (context.fund !== undefined && ![...events, ...unusable].some(({ kind }) => eventKinds[kind].rank === 'opening'))
    issues.push(...nothingTakenOn(context.fund))
  return { events: sound, issues }
}

/** Books that begin after the fund did have something to begin with. */
const nothingTakenOn = ({ series: { booksFrom, inception, source } }: Fund): Issue[] =>
  booksFrom <= inception
    ? []
    : [
        {
          code: 'take-on.missing',
          place: { file: source.file, row: source.row, column: 'series.books_from' },
          found: `books from ${formatCalendarDate(booksFrom)}, and no opening balances, lots or shares`,
          needed: 'what the fund was taken on with: events/opening-balance.csv, opening-lot.csv and opening-shares.csv',
          remedy: 'Add them, or remove books_from where the books begin with the fund.',
        },
      ]

type Dated = Pick<EventOutline, 'kind' | 'source' | 'id' | 'effectiveDate'>

const compareSources = ({ source: left }: Dated, { source: right }: Dated): number => compareText(left.file, right.file) || left.row - right.row

function restsOnUnread(event: FundEvent, { fund, instruments, isUnreadTrade }: ReferenceContext): boolean {
  if (event.kind === 'invoice') return fund !== undefined && !isOfBook(event, fund)
  if ('of' in event.payload) return isUnreadTrade(event.payload.of)
  if (event.kind === 'dividend' && event.payload.reverses !== undefined && isUnreadTrade(event.payload.reverses)) return true
  return outlineOf(event).instruments.some(({ instrument }) => !instruments.has(instrument))
}

function outlineIssues(outline: EventOutline, byId: ReadonlyMap<RecordId, Dated>, context: ReferenceContext): Issue[] {
  const { fund } = context
  if (outline.kind === 'settlement') return settlementIssues(outline, byId, context)
  if (outline.kind === 'reclaim') return [...dateIssues(outline, fund), ...reclaimIssues(outline, byId, context)]
  return [
    ...dateIssues(outline, fund),
    ...outline.instruments.flatMap((named) => instrumentIssues(named, context)),
    ...outline.classes.flatMap((named) => [...classIssues(named, fund), ...classDateIssues(outline, named.classId, fund)]),
  ]
}

function settlementIssues(outline: EventOutline, byId: ReadonlyMap<RecordId, Dated>, { isUnreadTrade }: ReferenceContext): Issue[] {
  const { of, effectiveDate } = outline
  const outside = calendarIssues(outline, 'settlement_date')
  if (of === undefined) return outside
  const trade = byId.get(of)
  if (trade === undefined) {
    if (isUnreadTrade(of)) return outside
    const meant = mostLike(
      of,
      [...byId].filter(([, { kind }]) => settleable.has(kind)).map(([id]) => id),
    )
    return [
      ...outside,
      issueAt(
        outline,
        'of',
        'settlement.unknown-trade',
        `"${of}"`,
        recordWithCash,
        meant === undefined ? 'Add the record, or correct the id.' : `Did you mean "${meant}"?`,
      ),
    ]
  }
  if (!settleable.has(trade.kind))
    return [
      ...outside,
      issueAt(outline, 'of', 'settlement.unknown-trade', `"${of}", a ${trade.kind}`, recordWithCash, 'Name the record that the cash moved for.'),
    ]
  if (outside.length === 0 && effectiveDate !== undefined && trade.effectiveDate !== undefined && effectiveDate < trade.effectiveDate) {
    return [
      issueAt(
        outline,
        'settlement_date',
        'settlement.before-trade',
        formatCalendarDate(effectiveDate),
        `the ${dateWords(trade.kind)} of ${of}, ${formatCalendarDate(trade.effectiveDate)}, or later`,
        'Correct one of the two dates.',
      ),
    ]
  }
  return outside
}

/** Kinds of event that cash moves for later. */
export const settleable: ReadonlySet<EventKind> = new Set<EventKind>([
  'purchase',
  'sale',
  'subscription',
  'creation-in-kind',
  'redemption',
  'redemption-in-kind',
  'invoice',
  'dividend',
  'interest',
  'securities-lending',
  'other-income',
  'opening-balance',
  'split',
])
const recordWithCash = 'the id of a record with cash to move: a trade, an order for fund shares, an income, an open item taken on'

/** `trade date`, `ex-date`: what the column of the effective date of a kind is called. */
const dateWords = (kind: EventKind): string =>
  kind === 'dividend' ? 'ex-date' : kind === 'interest' ? 'last day' : eventKinds[kind].dateColumn.replace('_', ' ')

/** A month before the calendar ends: what is booked on a day still has its net asset value and its settlement. */
const lastBookable = addDays(calendarThrough, -31)

/** Covered by the calendar, not before the books begin, and open where the kind needs that. */
function dateIssues(outline: EventOutline, fund: Fund | undefined): Issue[] {
  const { effectiveDate, source, kind } = outline
  const { dateColumn: column, isOfBusinessDay } = eventKinds[kind]
  const outside = calendarIssues(outline, column)
  if (outside.length > 0 || effectiveDate === undefined) return outside
  if (fund !== undefined && effectiveDate < fund.series.booksFrom) return [beforeBooks(outline, column, effectiveDate, fund)]
  if (fund !== undefined && eventKinds[kind].rank === 'opening' && effectiveDate > fund.series.booksFrom)
    return [afterTakeOn(outline, column, effectiveDate, fund)]
  return !isOfBusinessDay || isBusinessDay(effectiveDate) ? [] : [{ place: { file: source.file, row: source.row, column }, ...closedDay(effectiveDate) }]
}

const afterTakeOn = (outline: EventOutline, column: string, date: CalendarDate, { series: { booksFrom } }: Fund): Issue =>
  issueAt(
    outline,
    column,
    'take-on.date',
    formatCalendarDate(date),
    `${formatCalendarDate(booksFrom)}, the first day of these books (books_from of fund.yaml)`,
    'Correct the date, or books_from: a fund is taken on at the close of one day.',
  )

function beforeBooks(outline: EventOutline, column: string, date: CalendarDate, { series }: Fund): Issue {
  const { booksFrom, inception } = series
  const isTakenOn = booksFrom > inception
  return issueAt(
    outline,
    column,
    'date.before-inception',
    formatCalendarDate(date),
    `${formatCalendarDate(booksFrom)}, ${isTakenOn ? 'the first day of these books' : 'the inception of the series'}, or later`,
    isTakenOn
      ? 'Correct the date; what happened before the books begin is in the balances they are taken on with.'
      : 'Correct the date, or the inception in fund.yaml.',
  )
}

function calendarIssues(outline: EventOutline, column: string): Issue[] {
  const { effectiveDate } = outline
  if (effectiveDate === undefined || (isCovered(effectiveDate) && effectiveDate <= lastBookable)) return []
  return [
    issueAt(
      outline,
      column,
      'date.outside-calendar',
      formatCalendarDate(effectiveDate),
      `a date from ${formatCalendarDate(calendarFrom)} to ${formatCalendarDate(lastBookable)}, which the calendar covers`,
      'Correct the date.',
    ),
  ]
}

function instrumentIssues(named: NamedInstrument, { instruments, isUnreadInstrument }: ReferenceContext): Issue[] {
  const { instrument: id } = named
  const instrument = instruments.get(id)
  if (instrument === undefined) {
    if (isUnreadInstrument(id)) return []
    const meant = mostLike(id, instruments.keys())
    return [
      issueAt(
        named,
        'instrument',
        'reference.unknown-instrument',
        `"${id}"`,
        'an id of instruments.csv',
        meant === undefined ? 'Add the instrument to instruments.csv, or correct the id.' : `Did you mean "${meant}"?`,
      ),
    ]
  }
  if (instrument.isAffiliated) {
    return [
      issueAt(
        named,
        'instrument',
        'reference.affiliated-issuer',
        `${id}, whose issuer is an affiliated person of the fund`,
        'an instrument of an unaffiliated issuer',
        'This version does not keep investments in affiliates apart, as statements must (17 CFR 210.6-04.2).',
      ),
    ]
  }
  return []
}

function classIssues({ classId: id, source }: NamedClass, fund: Fund | undefined): Issue[] {
  if (fund === undefined) return []
  const { classes } = fund
  if (classes.some((shareClass) => shareClass.id === id)) return []
  const meant = mostLike(
    id,
    classes.map((shareClass) => shareClass.id),
  )
  return [
    issueAt(
      { source },
      'class',
      'reference.unknown-class',
      `"${id}"`,
      `a class of fund.yaml: ${classes.map((shareClass) => shareClass.id).join(', ')}`,
      meant === undefined ? 'Correct the class.' : `Did you mean "${meant}"?`,
    ),
  ]
}

/** That a class begins later than its series; before the series begins, the date is an issue already. */
function classDateIssues(outline: EventOutline, id: ClassId, fund: Fund | undefined): Issue[] {
  const { effectiveDate } = outline
  const shareClass = fund?.classes.find((candidate) => candidate.id === id)
  if (fund === undefined || shareClass === undefined || effectiveDate === undefined) return []
  if (effectiveDate >= shareClass.inception || effectiveDate < fund.series.booksFrom) return []
  return [
    issueAt(
      outline,
      eventKinds[outline.kind].dateColumn,
      'date.before-inception',
      formatCalendarDate(effectiveDate),
      `${formatCalendarDate(shareClass.inception)}, the inception of ${shareClass.name}, or later`,
      'Correct the date, or the inception of the class in fund.yaml.',
    ),
  ]
}

const issueAt = ({ source }: { readonly source: RowPlace }, column: string, code: IssueCode, found: string, needed: string, remedy: string): Issue => ({
  code,
  place: { file: source.file, row: source.row, column },
  found,
  needed,
  remedy,
})

/** The latest of the events' dates, or undefined where there are none. */
export const lastEffectiveDate = (events: readonly FundEvent[]): CalendarDate | undefined =>
  events.reduce<CalendarDate | undefined>((latest, { effectiveDate }) => (latest === undefined || effectiveDate > latest ? effectiveDate : latest), undefined)
