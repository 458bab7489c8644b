/** Exceptions in words and as JSON: what they say, what hangs on them, and what was decided. */
import { formatCalendarDate } from '../values/calendar-date.ts'
import { type Decimal, formatDecimal, withoutTrailingZeros } from '../values/decimal.ts'
import { formatPlace, type Issue } from '../values/issue.ts'
import { type Disposition, isBlocking, isOpen, lateInformation, type ListedException, type Standing, type StandingException } from '../app/vocabulary.ts'
import { counted } from './figures.ts'
import { issueLines } from './issue-report.ts'
import { indented } from './table.ts'
import { type Outlet } from './terminal.ts'

/** Its place, facts and remedy; then its identity and where it stands. */
export function exceptionLines(exception: StandingException, outlet: Outlet): string[] {
  const { id, issue, disposition } = exception
  return [
    ...issueLines(issue, outlet),
    `  id      ${id}`,
    `  state   ${[stateOf(exception, outlet), impactText(exception)].join('; ')}`,
    ...(disposition === undefined ? [] : [`  because ${decisionText(disposition)}${lateText(disposition, exception)}`]),
  ]
}

const stateOf = (exception: StandingException, { alarming }: Outlet): string =>
  isBlocking(exception) ? alarming('open, blocks') : isOpen(exception) ? 'open' : (exception.disposition?.kind ?? '')

const impactText = ({ impact }: StandingException): string =>
  impact === undefined
    ? 'effect on the net asset value not known'
    : `${shownPerShare(impact.perShare)} a share, ${impact.isMaterial ? 'at or above' : 'below'} the threshold`

/** To four places at least, so that half a cent can be told from a cent. */
export const shownPerShare = (perShare: Decimal): string => formatDecimal(withoutTrailingZeros(perShare, 4))

/** What it means that the fact was learned late (R12.27). */
function lateText(disposition: Disposition, { impact }: StandingException): string {
  const late = lateInformation(disposition, impact)
  return late === undefined
    ? ''
    : late === 'error test'
      ? '; a cent a share or more: test the net asset value for an error'
      : '; no error: it belongs in the next net asset value'
}

/** `vendor-confirmed (screen of 17:02), J. Doe, 2024-06-04 17:30 (exceptions.csv:2)`. */
export const decisionText = ({ reason, evidence, by, on, time, source, isKnowable }: Disposition): string =>
  `${reason} (${evidence}), ${by}, ${formatCalendarDate(on)} ${time} (${formatPlace({ file: source.file, row: source.row })})${
    isKnowable === undefined ? '' : isKnowable ? '; knowable when the net asset value was struck' : '; not knowable when the net asset value was struck'
  }`

/** With the strikes on which it stood. */
export const listedLines = (exception: ListedException, outlet: Outlet): string[] => {
  const [from, through] = [formatCalendarDate(exception.from), formatCalendarDate(exception.through)]
  return [...exceptionLines(exception, outlet), `  stood   on ${counted(exception.days, 'strike')}, ${from}${from === through ? '' : ` through ${through}`}`]
}

export const listedJson = (exception: ListedException) => ({
  ...exceptionJson(exception),
  days: exception.days,
  from: formatCalendarDate(exception.from),
  through: formatCalendarDate(exception.through),
})

/** `3 exceptions, 2 of them open, 1 of which blocks`. */
export function countedExceptions(exceptions: readonly StandingException[]): string {
  const [open, blocking] = [exceptions.filter(isOpen).length, exceptions.filter(isBlocking).length]
  const all = counted(exceptions.length, 'exception')
  return open === 0 ? `${all}, none open` : `${all}, ${open} of them open, ${blocking} of which ${blocking === 1 ? 'blocks' : 'block'}`
}

/** Dispositions that hold for nothing. */
export const idleText = (idle: readonly Issue[], outlet: Outlet): string[] =>
  idle.length === 0 ? [] : [outlet.bold('Dispositions that hold for nothing'), ...indented(idle.flatMap((issue) => issueLines(issue, outlet))), '']

/** `2 exceptions: 1 open, of which 1 blocks; 1 disposed. The strike is calculated.` */
export function standingText({ status, open, blocking, disposed }: Standing): string {
  if (open + disposed === 0) return 'Exceptions: none.'
  const parts = [
    ...(open === 0 ? [] : [`${open} open, of which ${blocking} ${blocking === 1 ? 'blocks' : 'block'}`]),
    ...(disposed === 0 ? [] : [`${disposed} disposed`]),
  ]
  return `${counted(open + disposed, 'exception')}: ${parts.join('; ')}. The strike is ${status}.`
}

export const standingJson = ({ status, open, blocking, disposed }: Standing) => ({ status, open, blocking, disposed })

export const exceptionJson = (exception: StandingException) => {
  const { id, subject, date, issue, impact, disposition } = exception
  return {
    id,
    date: formatCalendarDate(date),
    subject,
    ...issue,
    state: isOpen(exception) ? 'open' : disposition?.kind,
    isBlocking: isBlocking(exception),
    impactPerShare: impact === undefined ? null : formatDecimal(impact.perShare),
    disposition: disposition === undefined ? null : dispositionJson(disposition),
  }
}

const dispositionJson = ({ kind, reason, evidence, by, on, time, source: { file, row }, isKnowable }: Disposition) => ({
  kind,
  reason,
  evidence,
  by,
  on: formatCalendarDate(on),
  time,
  source: { file, row },
  ...(isKnowable === undefined ? {} : { isKnowable }),
})
