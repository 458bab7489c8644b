/** What a net asset value was controlled by: gates, prices, trial balance, the bridge, exceptions and breaks. */
import { formatCalendarDate } from '../../values/calendar-date.ts'
import { round } from '../../values/decimal.ts'
import { formatPlace } from '../../values/issue.ts'
import { isBlocking, isOpen, type NavPack, type StandingException } from '../../app/vocabulary.ts'
import { type SheetSection, type SheetTable } from '../../render/sheet.ts'
import { countedEvents } from '../event-words.ts'
import { decisionText } from '../exception-lines.ts'
import { counted, shownCount, shownDecimal, shownPrice } from '../figures.ts'
import { amountOf } from './words.ts'

/** Rows of a list that stand on paper; the page has them all. */
const MOST_LISTED = 5

const [words, figures, text] = ['words', 'figures', 'text'] as const

export const gatesSection = ({ gates }: NavPack): SheetSection => ({
  title: 'Gates of the day',
  place: 'right',
  table: {
    columns: [
      { heading: 'Step', of: text },
      { heading: 'Statement', of: figures },
      { heading: 'State', of: figures },
    ],
    rows: gates.map(({ step, name, state, open, statement }) => ({
      cells: [`${step} ${name}`, statement === undefined ? '' : formatCalendarDate(statement), state === 'open' ? counted(open, 'open', 'open') : state],
      look: state === 'open' ? 'alarming' : undefined,
    })),
  },
  remarks: [],
})

export function pricesSection(pack: NavPack): SheetSection {
  const { mix, judged } = pack
  if (mix.length === 0) return { title: 'Prices', place: 'right', remarks: ['Nothing is held, so nothing was priced.'] }
  const shown = judged.slice(0, MOST_LISTED)
  const listed = shown.map(({ instrument, price, level, staleDays }) => {
    const age = staleDays === 0 ? '' : `, ${counted(staleDays, 'business day')} old`
    return `${instrument.name} ${shownPrice(price.price)}: ${price.type} from ${price.supplier}, level ${level}${age} (${price.source.file}:${price.source.row})`
  })
  return {
    title: 'Prices',
    place: 'right',
    table: {
      columns: [
        { heading: 'Source and type', of: words },
        { heading: 'Level', of: figures },
        { heading: 'Count', of: figures },
        { heading: 'Value', of: figures },
      ],
      rows: [
        ...mix.map(({ supplier, type, level, isStale, count, value }) => ({
          cells: [`${supplier}, ${type}${isStale ? ', of an earlier day' : ''}`, level, shownCount(count), amountOf(pack, value)],
        })),
        { cells: ['All holdings', '', shownCount(mix.reduce((sum, { count }) => sum + count, 0)), amountOf(pack, pack.strike.investments)], look: 'total' },
      ],
    },
    remarks:
      judged.length === 0
        ? ['None is stale, by judgement, or of level 3.']
        : [...listed, ...(judged.length > shown.length ? [`${judged.length - shown.length} more are stale, by judgement or of level 3.`] : [])],
  }
}

export function trialBalanceSection(pack: NavPack): SheetSection {
  const { accounts, debits, credits } = pack.trialBalance
  return {
    title: 'Trial balance',
    place: 'left',
    table: {
      columns: [{ heading: '', of: words }, ...['Debits', 'Credits', 'Difference'].map((heading) => ({ heading, of: figures }))],
      rows: [{ cells: [counted(accounts, 'account'), amountOf(pack, debits), amountOf(pack, credits), amountOf(pack, debits - credits)] }],
    },
    remarks: [],
  }
}

export function bridgeSection(pack: NavPack): SheetSection {
  const { bridge, reporting, fund } = pack
  const rows = [
    { cells: ['Net assets, NAV basis', amountOf(pack, bridge.navNetAssets)] },
    ...bridge.events.map(({ kind, count, effect }) => ({ cells: [`${countedEvents(kind, count)}, not yet in the NAV`, amountOf(pack, effect)] })),
    ...(bridge.values.count === 0
      ? []
      : [{ cells: [`Value of ${counted(bridge.values.count, 'holding')} that they change`, amountOf(pack, bridge.values.effect)] }]),
    ...(bridge.currency === 0n ? [] : [{ cells: ['Currency of foreign cash, receivables and payables', amountOf(pack, bridge.currency)] }]),
    ...(bridge.accruals === 0n ? [] : [{ cells: ['Fees and expenses of later days', amountOf(pack, bridge.accruals)] }]),
    { cells: [`Net assets, reporting basis, ${formatCalendarDate(reporting.date)}`, amountOf(pack, bridge.reportingNetAssets)], look: 'total' as const },
  ]
  return {
    title: 'Bridge to the reporting basis',
    place: 'right',
    table: {
      columns: [
        { heading: '', of: words },
        { heading: fund.series.baseCurrency, of: figures },
      ],
      rows,
    },
    remarks: [`Residual ${amountOf(pack, bridge.residual)}.`],
  }
}

export function exceptionSections(pack: NavPack): readonly SheetSection[] {
  const { exceptions, breaks } = pack
  if (exceptions.length + breaks.length === 0) return [{ title: 'Exceptions and breaks', place: 'below', remarks: ['None stands on this net asset value.'] }]
  const ages = new Map(breaks.map(({ exception, age }) => [exception, age]))
  return [
    listed(`Exceptions: ${countedStates(exceptions)}`, exceptions, () => ''),
    listed(
      `Breaks: ${countedStates(breaks.map(({ exception }) => exception))}`,
      breaks.map(({ exception }) => exception),
      (exception) => counted(ages.get(exception) ?? 0, 'day'),
    ),
  ].filter((section) => section !== undefined)

  function listed(title: string, all: readonly StandingException[], ageOf: (exception: StandingException) => string): SheetSection | undefined {
    if (all.length === 0) return undefined
    const left = all.length - MOST_LISTED
    const table = (some: readonly StandingException[]): SheetTable => ({
      columns: [
        { heading: 'State', of: words },
        { heading: 'A share', of: figures },
        { heading: 'Of', of: words },
        ...(ages.size > 0 && all.some((each) => ages.has(each)) ? [{ heading: 'Age', of: figures }] : []),
        { heading: 'What was found, and what was decided', of: text },
      ],
      rows: some.map((exception) => ({
        cells: [
          isBlocking(exception) ? 'blocks' : isOpen(exception) ? 'open' : (exception.disposition?.kind ?? ''),
          exception.impact === undefined ? 'unknown' : shownDecimal(round(exception.impact.perShare, 'half-up', 4)),
          exception.subject,
          ...(ages.has(exception) ? [ageOf(exception)] : []),
          `${exception.issue.found} (${formatPlace(exception.issue.place)})${exception.disposition === undefined ? '' : `; ${decisionText(exception.disposition)}`}`,
        ],
        look: isBlocking(exception) ? 'alarming' : undefined,
      })),
    })
    return {
      title,
      place: 'below',
      table: table(all.slice(0, MOST_LISTED)),
      remarks: left > 0 ? [`${shownCount(left)} more: "tieout exceptions BOOK --as-of ${formatCalendarDate(pack.date)} --all" prints them.`] : [],
      ...(left > 0 ? { details: { title: 'All of them', table: table(all) } } : {}),
    }
  }
}

const countedStates = (exceptions: readonly StandingException[]): string => {
  const open = exceptions.filter(isOpen).length
  return `${open} open, ${exceptions.length - open} decided`
}
