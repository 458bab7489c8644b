import { type CalendarDate, formatCalendarDate } from '../../values/calendar-date.ts'
import { type Decimal, formatDecimal, withoutTrailingZeros } from '../../values/decimal.ts'
import { type ShownBreak, type ShownReconciliation, showReconciliation } from '../../app/show-reconciliation.ts'
import { type Cause, causeText, type Comparison, differenceText, figureText, isCount, isOpen, otherSide, type ReconciledItems } from '../../app/vocabulary.ts'
import { decisionText, exceptionJson, shownPerShare } from '../exception-lines.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { counted, shownCount, shownDecimal } from '../figures.ts'
import { answerQuestion, type ReadingOptions } from '../reading-command.ts'
import { indented, table } from '../table.ts'
import { type Outlet, type Terminal } from '../terminal.ts'

export type ReconcileOptions = ReadingOptions & { readonly all?: boolean }

/** `tieout reconcile BOOK`: what agrees with the custodian, the transfer agent and brokers, and each break with its age and cause. */
export const runReconcile = (terminal: Terminal, path: string, options: ReconcileOptions): ExitCode =>
  answerQuestion(terminal, path, options, {
    command: 'reconcile',
    title: 'reconciliation',
    basis: 'reporting',
    isReconciled: true,
    asOf: () => options.asOf,
    ask: showReconciliation,
    json: ({ last, open, closed, items, later }) => ({
      comparisons: last.map(comparisonJson),
      open: open.map(breakJson),
      closed: closed.map(breakJson),
      items: items.map(itemsJson),
      laterRows: later,
    }),
    text: (shown, _books, outlet) => shownText(shown, options, outlet),
    problems: ({ open }, outlet) => open.flatMap((each) => breakLines(each, outlet)),
    exitCode: ({ isWaiting }) => (isWaiting ? exitCodes.open : exitCodes.allWell),
  })

function shownText({ last, open, closed, items, later }: ShownReconciliation, { all }: ReconcileOptions, outlet: Outlet): string[] {
  const laterText = later === 0 ? [] : [`${counted(later, 'row')} of later days ${later === 1 ? 'was' : 'were'} not looked at.`]
  if (last.length === 0) return ['Nothing to hold the books against: recon/ has no statement through this day.', ...laterText]
  const shown = all ? last : last.filter(({ agrees }) => !agrees)
  const agreed = last.filter(({ agrees }) => agrees)
  const style = { heading: outlet.bold, rule: outlet.faint }
  const compared =
    shown.length === 0
      ? []
      : [
          ...table(
            [
              { heading: 'Matter', align: 'left' },
              { heading: 'Of', align: 'left' },
              { heading: 'Date', align: 'left' },
              { heading: 'Other side', align: 'decimal' },
              { heading: 'Books', align: 'decimal' },
              { heading: 'Difference', align: 'decimal' },
              { heading: '', align: 'left' },
            ],
            shown.map(({ matter, subject, date, theirs, ours, difference, unit, agrees }) => [
              matter,
              subject,
              formatCalendarDate(date),
              ...[theirs, ours, difference].map((amount) => shownDecimal(isCount(unit) ? withoutTrailingZeros(amount) : amount)),
              agrees ? 'agrees' : unit,
            ]),
            [],
            style,
          ),
          '',
        ]
  const matters = [...Map.groupBy(agreed, ({ matter, date }) => `${matter}, ${formatCalendarDate(date)}`)].map(
    ([of, each]) => `${of}: ${shownCount(each.length)}`,
  )
  return [
    outlet.bold('Agrees'),
    ...indented(matters.length === 0 ? ['nothing'] : matters),
    '',
    ...compared,
    ...group('Open breaks', open, outlet),
    ...(all ? group('Closed, or of one day and decided', closed, outlet) : []),
    ...items.flatMap((each) => itemsText(each, outlet)),
    ...laterText,
    open.length === 0
      ? `No break is open.${all || closed.length === 0 ? '' : ` --all prints the ${counted(closed.length, 'break')} that ${closed.length === 1 ? 'is' : 'are'} closed.`}`
      : openText(open),
  ]
}

function openText(open: readonly ShownBreak[]): string {
  const [unexplained, escalating] = [open.filter(({ exception }) => isOpen(exception)).length, open.filter(({ isEscalated }) => isEscalated).length]
  return `${counted(open.length, 'break')} open, ${unexplained} of them unexplained; ${escalating} ${escalating === 1 ? 'escalates' : 'escalate'}.`
}

const group = (title: string, breaks: readonly ShownBreak[], outlet: Outlet): string[] =>
  breaks.length === 0 ? [] : [outlet.bold(title), ...breaks.flatMap((each) => [...breakLines(each, outlet), ''])]

function breakLines({ broken, age, isEscalated, exception }: ShownBreak, { bold, alarming }: Outlet): string[] {
  const { last, opened, closed, history, matter, timing } = broken
  const other = otherSide[matter]
  const causes = [...timing, ...last.causes]
  const state = closed !== undefined ? `closed ${day(closed)}` : isOpen(exception) ? alarming('open, not explained') : (exception.disposition?.kind ?? '')
  return [
    `${bold(`${matter} ${last.subject}`)}  ${differenceText(last)}`,
    `  sides   ${other} ${figureText(last.theirs, last.unit)}; ${matter === 'agent roll' ? 'its own count' : 'books'} ${figureText(last.ours, last.unit)}, ${day(last.date)}${last.source === undefined ? '' : ` (${last.source.file}:${last.source.row})`}`,
    `  age     opened ${day(opened)}, ${counted(age, 'business day')}${isEscalated ? `; ${alarming('escalates')}` : ''}`,
    ...(history.length === 1 ? [] : [`  history ${history.map((each) => `${day(each.date)} ${figureText(each.difference, each.unit)}`).join('; ')}`]),
    `  effect  ${exception.impact === undefined ? 'not known' : `${shownPerShare(exception.impact.perShare)} a share`}`,
    ...causes.map((cause) => `  cause   ${causeText(cause, last.unit, other)}`),
    `  state   ${state}`,
    ...(exception.disposition === undefined ? [] : [`  because ${decisionText(exception.disposition)}`]),
    `  id      ${exception.id}`,
  ]
}

/** Movements that are not on both sides on one day; where all are, their count. */
function itemsText({ currency, matched, timing, unmatched }: ReconciledItems, { bold }: Outlet): string[] {
  const say = (cause: Cause): string => causeText(cause, currency, otherSide.cash)
  return [
    bold(`Movements of ${currency}`),
    ...indented([
      `${shownCount(matched)} matched.`,
      ...timing.map(say),
      ...unmatched.map(({ cause, age }) => `${say(cause)}; ${counted(age, 'business day')}`),
    ]),
    '',
  ]
}

const day = (date: CalendarDate): string => formatCalendarDate(date)
const plain = (amount: Decimal): string => formatDecimal(amount)

const comparisonJson = ({ matter, subject, date, unit, ours, theirs, difference, agrees, source }: Comparison) => ({
  matter,
  subject,
  date: day(date),
  unit,
  ours: plain(ours),
  theirs: plain(theirs),
  difference: plain(difference),
  agrees,
  source: source === undefined ? null : { file: source.file, row: source.row },
})

const breakJson = ({ broken, age, isEscalated, exception }: ShownBreak) => {
  const { matter, opened, closed, history, last, timing } = broken
  return {
    ...comparisonJson(last),
    opened: day(opened),
    closed: closed === undefined ? null : day(closed),
    ageInBusinessDays: age,
    isEscalated,
    history: history.map(({ date, difference }) => ({ date: day(date), difference: plain(difference) })),
    causes: [...timing, ...last.causes].map((cause) => ({ kind: cause.kind, text: causeText(cause, last.unit, otherSide[matter]) })),
    exception: exceptionJson(exception),
  }
}

const itemsJson = ({ currency, matched, timing, unmatched }: ReconciledItems) => ({
  currency,
  matched,
  timing: timing.map((cause) => causeText(cause, currency, otherSide.cash)),
  unmatched: unmatched.map(({ cause, age }) => ({ kind: cause.kind, text: causeText(cause, currency, otherSide.cash), ageInBusinessDays: age })),
})
