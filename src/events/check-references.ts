/** What events refer to must exist, and what they date must be a day on which it could happen (R1.13, R1.14, R6.1). */
import { addDays, type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Issue, type IssueCode, mostLike } from '../values/issue.ts'
import { type RecordId } from '../values/record-id.ts'
import { type Fund } from '../reference/fund.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'
import { calendarFrom, calendarThrough, closureReason, isBusinessDay, isCovered, nextBusinessDay, previousBusinessDay } from '../reference/nyse-calendar.ts'
import { type FundEvent } from './event.ts'

export type CheckedEvents = { readonly events: readonly FundEvent[]; readonly issues: readonly Issue[] }

/** What events are checked against: the fund is undefined where it could not be read, and a name may be of what could not be read. */
export type ReferenceContext = {
  readonly fund: Fund | undefined
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>
  readonly isUnreadInstrument: (id: string) => boolean
  readonly isUnreadTrade: (id: string) => boolean
}

/** The events that can be booked; and an issue for each that cannot, unless it names what could not be read, which has its own. */
export function checkReferences(events: readonly FundEvent[], context: ReferenceContext): CheckedEvents {
  const issues: Issue[] = []
  const first = new Map<RecordId, FundEvent>()
  for (const event of events) {
    const earlier = first.get(event.id)
    if (earlier === undefined) first.set(event.id, event)
    else
      issues.push(
        issueAt(
          event,
          'id',
          'record.repeated-id',
          `id "${event.id}" a second time`,
          `an id of its own; ${earlier.source.file}:${earlier.source.row} has this one`,
          'Remove the row if it is the same record once more; if not, give one of the two another id.',
        ),
      )
  }
  const sound = events.filter((event) => {
    const found = eventIssues(event, first, context)
    issues.push(...found)
    return found.length === 0 && first.get(event.id) === event && !restsOnUnread(event, context)
  })
  return { events: sound, issues }
}

function restsOnUnread(event: FundEvent, { instruments, isUnreadTrade }: ReferenceContext): boolean {
  if (event.kind === 'settlement') return isUnreadTrade(event.payload.of)
  return (event.kind === 'purchase' || event.kind === 'sale') && !instruments.has(event.payload.instrument)
}

function eventIssues(event: FundEvent, byId: ReadonlyMap<RecordId, FundEvent>, context: ReferenceContext): Issue[] {
  const { fund } = context
  switch (event.kind) {
    case 'purchase':
    case 'sale':
      return [...tradeDateIssues(event, fund), ...instrumentIssues(event, event.payload.instrument, context)]
    case 'subscription':
    case 'redemption':
      return [...tradeDateIssues(event, fund), ...classIssues(event, event.payload.classId, fund), ...classDateIssues(event, event.payload.classId, fund)]
    case 'settlement':
      return settlementIssues(event, byId, context)
    case 'manual-entry':
      return [
        ...dateIssues(event, 'effective_date', fund),
        ...event.payload.lines.flatMap(({ classId, source }) => (classId === undefined ? [] : classIssues({ ...event, source }, classId, fund))),
      ]
  }
}

function settlementIssues(
  event: Extract<FundEvent, { kind: 'settlement' }>,
  byId: ReadonlyMap<RecordId, FundEvent>,
  { fund, isUnreadTrade }: ReferenceContext,
): Issue[] {
  if (!isCovered(event.effectiveDate) || event.effectiveDate > lastBookable) return dateIssues(event, 'settlement_date', fund)
  const trade = byId.get(event.payload.of)
  if (trade === undefined) {
    if (isUnreadTrade(event.payload.of)) return []
    const meant = mostLike(
      event.payload.of,
      [...byId].filter(([, { kind }]) => settleable.has(kind)).map(([id]) => id),
    )
    return [
      issueAt(
        event,
        'of',
        'settlement.unknown-trade',
        `"${event.payload.of}"`,
        'the id of a purchase, sale, subscription or redemption',
        meant === undefined ? 'Add the trade, or correct the id.' : `Did you mean "${meant}"?`,
      ),
    ]
  }
  if (!settleable.has(trade.kind))
    return [
      issueAt(
        event,
        'of',
        'settlement.unknown-trade',
        `"${trade.id}", a ${trade.kind}`,
        'the id of a purchase, sale, subscription or redemption',
        'Name the trade that the cash moved for.',
      ),
    ]
  if (event.effectiveDate < trade.effectiveDate) {
    return [
      issueAt(
        event,
        'settlement_date',
        'settlement.before-trade',
        formatCalendarDate(event.effectiveDate),
        `the trade date of ${trade.id}, ${formatCalendarDate(trade.effectiveDate)}, or later`,
        'Correct one of the two dates.',
      ),
    ]
  }
  return []
}

/** Kinds of event that cash moves for later. */
export const settleable: ReadonlySet<FundEvent['kind']> = new Set(['purchase', 'sale', 'subscription', 'redemption'])

/** A month before the calendar ends: what is booked on a day still has its net asset value and its settlement. */
const lastBookable = addDays(calendarThrough, -31)

function tradeDateIssues(event: FundEvent, fund: Fund | undefined): Issue[] {
  const found = dateIssues(event, 'trade_date', fund)
  if (found.length > 0 || isBusinessDay(event.effectiveDate)) return found
  return [
    issueAt(
      event,
      'trade_date',
      'date.not-a-business-day',
      `${formatCalendarDate(event.effectiveDate)}, on which the New York Stock Exchange is closed (${closureReason(event.effectiveDate) ?? 'holiday'})`,
      'a day on which the exchange is open',
      `The business days beside it are ${formatCalendarDate(previousBusinessDay(event.effectiveDate))} and ${formatCalendarDate(nextBusinessDay(event.effectiveDate))}.`,
    ),
  ]
}

function dateIssues(event: FundEvent, column: string, fund: Fund | undefined): Issue[] {
  if (!isCovered(event.effectiveDate) || event.effectiveDate > lastBookable) {
    return [
      issueAt(
        event,
        column,
        'date.outside-calendar',
        formatCalendarDate(event.effectiveDate),
        `a date from ${formatCalendarDate(calendarFrom)} to ${formatCalendarDate(lastBookable)}, which the calendar covers`,
        'Correct the date.',
      ),
    ]
  }
  if (fund !== undefined && event.effectiveDate < fund.series.inception) {
    return [
      issueAt(
        event,
        column,
        'date.before-inception',
        formatCalendarDate(event.effectiveDate),
        `${formatCalendarDate(fund.series.inception)}, the inception of the series, or later`,
        'Correct the date, or the inception in fund.yaml.',
      ),
    ]
  }
  return []
}

function instrumentIssues(event: FundEvent, id: InstrumentId, { fund, instruments, isUnreadInstrument }: ReferenceContext): Issue[] {
  const instrument = instruments.get(id)
  if (instrument === undefined) {
    if (isUnreadInstrument(id)) return []
    const meant = mostLike(id, instruments.keys())
    return [
      issueAt(
        event,
        'instrument',
        'reference.unknown-instrument',
        `"${id}"`,
        'an id of instruments.csv',
        meant === undefined ? 'Add the instrument to instruments.csv, or correct the id.' : `Did you mean "${meant}"?`,
      ),
    ]
  }
  if (fund !== undefined && instrument.currency !== fund.series.baseCurrency) {
    return [
      issueAt(
        event,
        'instrument',
        'reference.foreign-currency',
        `${id}, which trades in ${instrument.currency}`,
        `an instrument in ${fund.series.baseCurrency}, the base currency`,
        'This version keeps securities in the base currency only.',
      ),
    ]
  }
  if (instrument.isAffiliated) {
    return [
      issueAt(
        event,
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

function classIssues(event: FundEvent, id: string, fund: Fund | undefined): Issue[] {
  if (fund === undefined) return []
  const { classes } = fund
  if (classes.some((shareClass) => shareClass.id === id)) return []
  const meant = mostLike(
    id,
    classes.map((shareClass) => shareClass.id),
  )
  return [
    issueAt(
      event,
      'class',
      'reference.unknown-class',
      `"${id}"`,
      `a class of fund.yaml: ${classes.map((shareClass) => shareClass.id).join(', ')}`,
      meant === undefined ? 'Correct the class.' : `Did you mean "${meant}"?`,
    ),
  ]
}

/** That a class begins later than its series; before the series begins, the date is an issue already. */
function classDateIssues(event: FundEvent, id: string, fund: Fund | undefined): Issue[] {
  const shareClass = fund?.classes.find((candidate) => candidate.id === id)
  if (fund === undefined || shareClass === undefined || event.effectiveDate >= shareClass.inception || event.effectiveDate < fund.series.inception) return []
  return [
    issueAt(
      event,
      'trade_date',
      'date.before-inception',
      formatCalendarDate(event.effectiveDate),
      `${formatCalendarDate(shareClass.inception)}, the inception of ${shareClass.name}, or later`,
      'Correct the date, or the inception of the class in fund.yaml.',
    ),
  ]
}

const issueAt = ({ source }: FundEvent, column: string, code: IssueCode, found: string, needed: string, remedy: string): Issue => ({
  code,
  place: { file: source.file, row: source.row, column },
  found,
  needed,
  remedy,
})

/** The latest of the events' dates, or undefined where there are none. */
export const lastEffectiveDate = (events: readonly FundEvent[]): CalendarDate | undefined =>
  events.reduce<CalendarDate | undefined>((latest, { effectiveDate }) => (latest === undefined || effectiveDate > latest ? effectiveDate : latest), undefined)
