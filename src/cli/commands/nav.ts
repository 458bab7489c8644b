import { type CalendarDate, formatCalendarDate } from '../../values/calendar-date.ts'
import { formatDecimal } from '../../values/decimal.ts'
import { type BooksAsOf } from '../../app/books-as-of.ts'
import { type Excepted } from '../../app/exceptions.ts'
import { type ListedNav, listNavs, type NavTerm, navTerms, type ShownNav, showNav } from '../../app/show-nav.ts'
import { type Standing, type Strike } from '../../app/vocabulary.ts'
import { exceptionJson, exceptionLines, standingJson, standingText } from '../exception-lines.ts'
import { type ExitCode } from '../exit-code.ts'
import { counted, plainAmount, plainShares, shownAmount, shownCount, shownDecimal, shownShares } from '../figures.ts'
import { countedEvents } from '../event-words.ts'
import { answerQuestion, type ReadingOptions } from '../reading-command.ts'
import { indented, table, type TableStyle } from '../table.ts'
import { type Outlet, type Terminal } from '../terminal.ts'

export type NavOptions = ReadingOptions & { readonly from?: CalendarDate }

/** `tieout nav BOOK`: the net asset value of a day with its proof and the bridge to the reporting basis, or `--from D` a table of days. */
export function runNav(terminal: Terminal, path: string, options: NavOptions): ExitCode {
  const { from } = options
  const common = { command: 'nav', title: 'net asset value', basis: 'nav', isReconciled: true, asOf: () => options.asOf } as const
  if (from === undefined) return answerQuestion(terminal, path, options, { ...common, ask: showNav, json: dayJson, text: dayText })
  return answerQuestion(terminal, path, options, {
    ...common,
    from,
    views: (options.basis ?? common.basis) === 'reporting' ? 'business days' : undefined,
    ask: (books) => listNavs(books, from),
    json: (days, books) => ({ from: formatCalendarDate(from), days: days.map((day) => listedJson(day, books)) }),
    text: (days, books, outlet) => listedText(days, books, outlet),
  })
}

const words: Readonly<Record<NavTerm, string>> = {
  capital: 'Fund shares sold less redeemed',
  income: 'Income',
  expenses: 'Expenses',
  distributions: 'Distributions',
  realized: 'Net realized gain (loss)',
  unrealized: 'Change in unrealized appreciation',
}

const placesOf = ({ book }: BooksAsOf, classId: string): number => book.fund.classes.find(({ id }) => id === classId)?.shareDecimals ?? 0
const styleOf = ({ bold, faint }: Outlet): TableStyle => ({ heading: bold, rule: faint })
const pair = [{ heading: '', align: 'left' } as const, { heading: '', align: 'decimal' } as const]

function dayText({ nav, reporting, proof, bridge, excepted }: ShownNav, books: BooksAsOf, outlet: Outlet): string[] {
  const amount = (value: bigint): string => shownAmount(value, books.book.fund.series.baseCurrency)
  const isReporting = books.basis === 'reporting'
  const { standing, exceptions } = isReporting ? excepted.reporting : excepted.nav
  const proved = table(
    pair,
    [
      [proof.previous === undefined ? 'Net assets before the first day' : `Net assets, ${formatCalendarDate(proof.previous)}`, amount(proof.opening)],
      ...proof.terms.map(({ term, effect }) => [words[term], amount(effect)]),
    ],
    [[`Net assets, ${formatCalendarDate(nav.date)}`, amount(proof.closing)]],
    styleOf(outlet),
  )
  const bridged = table(
    pair,
    [
      [`Net assets, NAV of ${formatCalendarDate(nav.date)}`, amount(bridge.navNetAssets)],
      ...bridge.events.map(({ kind, count, effect }) => [
        `${countedEvents(kind, count)} effective by ${formatCalendarDate(reporting.date)}, not yet in the NAV`,
        amount(effect),
      ]),
      ...(bridge.values.count === 0 ? [] : [[`Value of ${counted(bridge.values.count, 'holding')} that they change`, amount(bridge.values.effect)]]),
      ...(bridge.currency === 0n ? [] : [['Currency of foreign cash, receivables and payables', amount(bridge.currency)]]),
      ...(bridge.accruals === 0n ? [] : [[`Fees and expenses accrued through ${formatCalendarDate(reporting.date)}`, amount(bridge.accruals)]]),
    ],
    [[`Net assets, reporting basis, ${formatCalendarDate(reporting.date)}`, amount(bridge.reportingNetAssets)]],
    styleOf(outlet),
  )
  return [
    ...strikeText(isReporting ? reporting : nav, standing, books, outlet),
    ...(isReporting ? [] : ['', outlet.bold('Proof'), ...indented(proved), `  Residual ${amount(proof.residual)}.`]),
    '',
    outlet.bold('Bridge to the reporting basis'),
    ...indented(bridged),
    `  Residual ${amount(bridge.residual)}.${isReporting ? '' : ` ${perShareText(reporting)}`}`,
    '',
    standingText(standing),
    ...indented(exceptions.flatMap((exception) => exceptionLines(exception, outlet))),
  ]
}

const strikeText = ({ classes }: Strike, { status }: Standing, books: BooksAsOf, outlet: Outlet): string[] => [
  ...table(
    [
      { heading: 'Class', align: 'left' },
      { heading: 'Net assets', align: 'decimal' },
      { heading: 'Shares', align: 'decimal' },
      { heading: 'NAV per share', align: 'decimal' },
      { heading: 'Unrounded', align: 'decimal' },
      { heading: 'Status', align: 'left' },
    ],
    classes.map(({ classId, netAssets, outstanding, navPerShare, unrounded }) => [
      classId,
      shownAmount(netAssets, books.book.fund.series.baseCurrency),
      shownShares(outstanding, placesOf(books, classId)),
      navPerShare === undefined ? 'no shares' : shownDecimal(navPerShare),
      unrounded === undefined ? '' : shownDecimal(unrounded),
      status,
    ]),
    [],
    styleOf(outlet),
  ),
]

const perShareText = ({ classes }: Strike): string =>
  classes
    .flatMap(({ navPerShare, unrounded }) =>
      navPerShare === undefined || unrounded === undefined
        ? []
        : [`Reporting NAV per share ${shownDecimal(navPerShare)}, unrounded ${shownDecimal(unrounded)}.`],
    )
    .join(' ')

function listedText(days: readonly ListedNav[], books: BooksAsOf, outlet: Outlet): string[] {
  if (days.length === 0) return ['No business day in these dates.']
  const amount = (value: bigint): string => shownAmount(value, books.book.fund.series.baseCurrency)
  // Terms that are zero on every day would only push the others off the screen; JSON has them all.
  const terms = navTerms.filter((term) => days.some((day) => day.terms.some((each) => each.term === term && each.effect !== 0n)))
  const sum = (count: (standing: Standing) => number): number => days.reduce((total, { excepted: { standing } }) => total + count(standing), 0)
  const clear = sum(({ status }) => (status === 'clear' ? 1 : 0))
  const [open, disposed] = [sum((each) => each.open), sum((each) => each.disposed)]
  const cell = (count: number): string => (count === 0 ? '' : shownCount(count))
  return [
    ...table(
      [
        { heading: 'Date', align: 'left' },
        { heading: 'Net assets', align: 'decimal' },
        { heading: 'Shares', align: 'decimal' },
        { heading: 'NAV', align: 'decimal' },
        ...terms.map((term) => ({ heading: term.charAt(0).toUpperCase() + term.slice(1), align: 'decimal' as const })),
        ...(open === 0 ? [] : [{ heading: 'Open', align: 'right' } as const]),
        ...(disposed === 0 ? [] : [{ heading: 'Disposed', align: 'right' } as const]),
        { heading: 'Status', align: 'left' },
      ],
      days.flatMap(({ strike, excepted: { standing }, terms: effects }) =>
        strike.classes.map(({ classId, netAssets, outstanding, navPerShare }) => [
          formatCalendarDate(strike.date),
          amount(netAssets),
          shownShares(outstanding, placesOf(books, classId)),
          navPerShare === undefined ? '' : shownDecimal(navPerShare),
          ...terms.map((term) => amount(effects.find((each) => each.term === term)?.effect ?? 0n)),
          ...(open === 0 ? [] : [cell(standing.open)]),
          ...(disposed === 0 ? [] : [cell(standing.disposed)]),
          standing.status,
        ]),
      ),
      [],
      styleOf(outlet),
    ),
    '',
    `${counted(days.length, 'day')}, of which ${shownCount(clear)} clear.${open + disposed === 0 ? '' : ' "tieout exceptions BOOK --all" prints the exceptions.'}`,
  ]
}

function strikeJson({ date, basis, netAssets, classes }: Strike, { standing, exceptions }: Excepted, books: BooksAsOf) {
  const amount = (value: bigint): string => plainAmount(value, books.book.fund.series.baseCurrency)
  return {
    date: formatCalendarDate(date),
    basis,
    ...standingJson(standing),
    netAssets: amount(netAssets),
    classes: classes.map(({ classId, netAssets: ofClass, outstanding, navPerShare, unrounded }) => ({
      class: classId,
      netAssets: amount(ofClass),
      shares: plainShares(outstanding, placesOf(books, classId)),
      navPerShare: navPerShare === undefined ? null : formatDecimal(navPerShare),
      unrounded: unrounded === undefined ? null : formatDecimal(unrounded),
    })),
    exceptions: exceptions.map(exceptionJson),
  }
}

function dayJson({ nav, reporting, proof, bridge, excepted }: ShownNav, books: BooksAsOf) {
  const amount = (value: bigint): string => plainAmount(value, books.book.fund.series.baseCurrency)
  return {
    nav: strikeJson(nav, excepted.nav, books),
    proof: {
      previous: proof.previous === undefined ? null : formatCalendarDate(proof.previous),
      opening: amount(proof.opening),
      ...Object.fromEntries(proof.terms.map(({ term, effect }) => [term, amount(effect)])),
      closing: amount(proof.closing),
      residual: amount(proof.residual),
    },
    bridge: {
      navNetAssets: amount(bridge.navNetAssets),
      events: bridge.events.map(({ kind, count, effect }) => ({ kind, count, effect: amount(effect) })),
      values: { count: bridge.values.count, effect: amount(bridge.values.effect) },
      currency: amount(bridge.currency),
      accruals: amount(bridge.accruals),
      reportingNetAssets: amount(bridge.reportingNetAssets),
      residual: amount(bridge.residual),
    },
    reporting: strikeJson(reporting, excepted.reporting, books),
  }
}

const listedJson = ({ strike, excepted, terms }: ListedNav, books: BooksAsOf) => ({
  ...strikeJson(strike, excepted, books),
  ...Object.fromEntries(terms.map(({ term, effect }) => [term, plainAmount(effect, books.book.fund.series.baseCurrency)])),
})
