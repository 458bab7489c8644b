import { type CalendarDate, formatCalendarDate } from '../../values/calendar-date.ts'
import { type BooksAsOf } from '../../app/books-as-of.ts'
import { type CapitalMove, type CapitalRoll, type CapitalStock, type CapitalTerm, type ShownCapital, showCapital } from '../../app/show-capital.ts'
import { type ExitCode } from '../exit-code.ts'
import { counted, plainAmount, plainShares, shownAmount, shownCount, shownShares } from '../figures.ts'
import { answerQuestion, type ReadingOptions } from '../reading-command.ts'
import { indented, table } from '../table.ts'
import { type Outlet, type Terminal } from '../terminal.ts'

export type CapitalOptions = ReadingOptions & { readonly from?: CalendarDate }

/** `tieout capital BOOK`: fund shares and the capital paid in for them, from opening to closing, for the range and day by day. */
export const runCapital = (terminal: Terminal, path: string, options: CapitalOptions): ExitCode =>
  answerQuestion(terminal, path, options, {
    command: 'capital',
    title: 'fund shares and capital',
    basis: 'nav',
    asOf: () => options.asOf,
    from: options.from,
    ask: (books) => showCapital(books, options.from),
    json: capitalJson,
    text: ({ from, rolls }, books, outlet) => rolls.flatMap((roll, index) => [...(index === 0 ? [] : ['']), ...rollText(roll, from, books, outlet)]),
  })

const words: Readonly<Record<CapitalTerm, string>> = {
  'taken on': 'Taken on',
  sold: 'Sold',
  'created in kind': 'Created in kind',
  reinvested: 'Reinvested',
  redeemed: 'Redeemed',
  'redeemed in kind': 'Redeemed in kind',
  'fees kept': 'Fees kept by the fund',
  split: 'Share split',
  other: 'Other',
}

const placesOf = ({ book }: BooksAsOf, classId: string): number => book.fund.classes.find(({ id }) => id === classId)?.shareDecimals ?? 0

function rollText({ classId, opening, moves, days, closing, par, paidIn }: CapitalRoll, from: CalendarDate, books: BooksAsOf, outlet: Outlet): string[] {
  const amount = (value: bigint): string => shownAmount(value, books.book.fund.series.baseCurrency)
  const cells = ({ shares, dollars }: CapitalStock): readonly string[] => [shownShares(shares, placesOf(books, classId)), amount(dollars)]
  const columns = [{ heading: 'Shares', align: 'decimal' } as const, { heading: 'Capital', align: 'decimal' } as const]
  const style = { heading: outlet.bold, rule: outlet.faint }
  const roll = table(
    [{ heading: `Class ${classId}`, align: 'left' }, { heading: 'Entries', align: 'right' }, ...columns],
    [[`Before ${formatCalendarDate(from)}`, '', ...cells(opening)], ...moves.map((move) => [words[move.term], shownCount(move.count), ...cells(move)])],
    [['Closing', '', ...cells(closing)]],
    style,
  )
  const byDay = table(
    [
      { heading: 'Date', align: 'left' },
      { heading: '', align: 'left' },
      ...columns,
      { heading: 'Shares after', align: 'decimal' },
      { heading: 'Capital after', align: 'decimal' },
    ],
    days.flatMap(({ date, moves: ofDay, closing: after }) =>
      ofDay.map((move, index) => [
        index === 0 ? formatCalendarDate(date) : '',
        words[move.term],
        ...cells(move),
        ...(index === ofDay.length - 1 ? cells(after) : ['', '']),
      ]),
    ),
    [],
    style,
  )
  return [
    ...roll,
    '',
    ...(days.length === 0 ? ['Nothing moved in these days.'] : [outlet.bold(`${counted(days.length, 'day')} with activity`), ...indented(byDay)]),
    '',
    `Shares are those outstanding. Capital is par of ${amount(par)} (3000) and paid-in surplus of ${amount(paidIn)} (3010).`,
  ]
}

function capitalJson({ from, rolls }: ShownCapital, books: BooksAsOf) {
  const amount = (value: bigint): string => plainAmount(value, books.book.fund.series.baseCurrency)
  return {
    from: formatCalendarDate(from),
    classes: rolls.map(({ classId, opening, moves, days, closing, par, paidIn }) => {
      const stock = ({ shares, dollars }: CapitalStock) => ({ shares: plainShares(shares, placesOf(books, classId)), capital: amount(dollars) })
      const move = ({ term, count, ...moved }: CapitalMove) => ({ term, count, ...stock(moved) })
      return {
        class: classId,
        opening: stock(opening),
        activity: moves.map(move),
        closing: stock(closing),
        tiesTo: { outstanding: stock(closing).shares, '3000': amount(par), '3010': amount(paidIn) },
        days: days.map((day) => ({
          date: formatCalendarDate(day.date),
          opening: stock(day.opening),
          activity: day.moves.map(move),
          closing: stock(day.closing),
        })),
      }
    }),
  }
}
