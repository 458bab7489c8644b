/** What records of income refer to: the dividend that a correction reverses, and the dividend whose tax was reclaimed. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Issue, type IssueCode, mostLike } from '../values/issue.ts'
import { type RecordId } from '../values/record-id.ts'
import { type Dividend } from './dividend.ts'
import { type EventKind, type FundEvent } from './event.ts'
import { type EventOutline } from './event-outline.ts'

export type DividendIndex = {
  readonly byId: ReadonlyMap<RecordId, Dividend>
  /** The first correction of each dividend that is corrected. */
  readonly correctionOf: ReadonlyMap<RecordId, Dividend>
}

export function dividendIndex(events: readonly FundEvent[]): DividendIndex {
  const dividends = events.filter((event) => event.kind === 'dividend')
  const correctionOf = new Map<RecordId, Dividend>()
  for (const each of dividends) {
    const { reverses } = each.payload
    if (reverses !== undefined && !correctionOf.has(reverses)) correctionOf.set(reverses, each)
  }
  return { byId: new Map(dividends.map((each) => [each.id, each])), correctionOf }
}

type Unread = { readonly isUnreadTrade: (id: string) => boolean }

/** A correction names a dividend of the same instrument and ex-date, known before it, which no other record corrects. */
export function correctionIssues(event: Dividend, { byId, correctionOf }: DividendIndex, { isUnreadTrade }: Unread): readonly Issue[] {
  const { source, payload, effectiveDate, id } = event
  const { reverses, informed } = payload
  if (reverses === undefined) return []
  const issue = (column: string, code: IssueCode, found: string, needed: string, remedy: string): readonly Issue[] => [
    { code, place: { file: source.file, row: source.row, column }, found, needed, remedy },
  ]
  const reversed = byId.get(reverses)
  if (reversed === undefined || reverses === id) {
    if (isUnreadTrade(reverses)) return []
    const others = [...byId.keys()].filter((each) => each !== id)
    return issue('reverses', 'income.unknown-dividend', `"${reverses}"`, 'the id of another dividend of the book', remedyFor(reverses, others))
  }
  if (reversed.payload.instrument !== payload.instrument || reversed.effectiveDate !== effectiveDate || reversed.payload.currency !== payload.currency)
    return issue(
      'reverses',
      'income.correction-differs',
      `a dividend ${named(event)} in place of one ${named(reversed)}`,
      'the same instrument, ex-date and currency',
      'Correct the id. Where one of the three was wrong itself, cancel the dividend with a record of rate 0, and give what is right in a record of its own.',
    )
  const known = reversed.payload.informed ?? reversed.effectiveDate
  if (informed !== undefined && informed <= known)
    return issue(
      'informed',
      'income.correction-early',
      formatCalendarDate(informed),
      `a day after ${formatCalendarDate(known)}, on which ${reverses} became known`,
      'Correct one of the two dates; a record that was wrong from the first is corrected in its own row.',
    )
  const first = correctionOf.get(reverses)
  if (first !== undefined && first !== event && isBefore(first, event))
    return issue(
      'reverses',
      'income.corrected-twice',
      `"${reverses}", which ${first.id} (${first.source.file}:${first.source.row}) corrects already`,
      'the record that stands now',
      `Reverse ${first.id}, or remove one of the two corrections.`,
    )
  return []
}

/** A reclaim is of a dividend, or of tax with which the fund was taken on, and comes after it. */
export function reclaimIssues(
  { source, of, effectiveDate }: EventOutline,
  byId: ReadonlyMap<RecordId, { readonly kind: EventKind; readonly effectiveDate: CalendarDate | undefined }>,
  { isUnreadTrade }: Unread,
): readonly Issue[] {
  const issue = (column: string, code: IssueCode, found: string, needed: string, remedy: string): readonly Issue[] => [
    { code, place: { file: source.file, row: source.row, column }, found, needed, remedy },
  ]
  if (of === undefined) return []
  const dividend = byId.get(of)
  if (dividend?.kind !== 'dividend' && dividend?.kind !== 'opening-balance') {
    if (dividend === undefined && isUnreadTrade(of)) return []
    const known = [...byId].filter(([, { kind }]) => kind === 'dividend').map(([id]) => id)
    return issue(
      'of',
      'income.unknown-dividend',
      `"${of}"${dividend === undefined ? '' : `, a ${dividend.kind}`}`,
      'the id of a dividend of the book',
      remedyFor(of, known),
    )
  }
  if (effectiveDate === undefined || dividend.effectiveDate === undefined || effectiveDate >= dividend.effectiveDate) return []
  return issue(
    'effective_date',
    'settlement.before-trade',
    formatCalendarDate(effectiveDate),
    `the ${dividend.kind === 'dividend' ? 'ex-date' : 'effective date'} of ${of}, ${formatCalendarDate(dividend.effectiveDate)}, or later`,
    'Correct one of the two dates.',
  )
}

const named = ({ payload: { instrument, currency }, effectiveDate }: Dividend): string =>
  `of ${instrument} in ${currency}, ex ${formatCalendarDate(effectiveDate)}`

const remedyFor = (id: string, known: readonly string[]): string => {
  const meant = mostLike(id, known)
  return meant === undefined ? 'Add the dividend, or correct the id.' : `Did you mean "${meant}"?`
}

const isBefore = ({ source: left }: Dividend, { source: right }: Dividend): boolean =>
  left.file < right.file || (left.file === right.file && left.row < right.row)
