/**
 * From what a fund publishes each day to a book: node examples/etf-daily/convert.ts FOLDER BOOK, or npm run convert -- FOLDER BOOK.
 * The README beside this says what the folder holds and what is made of it.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { issueLines } from '../../src/render/issue-text.ts'
import { formatCalendarDate, parseCalendarDate } from '../../src/values/calendar-date.ts'
import { formatDecimal, parseDecimal } from '../../src/values/decimal.ts'
import { makeBook } from './make-book.ts'
import { readPublishedFolder } from './read-folder.ts'

const usage = `Usage: convert.ts FOLDER BOOK [options]

  FOLDER             holdings.csv, aum-and-flows.csv, nav-per-share.csv and, where there were splits, splits.csv
  BOOK               a folder that is not there yet, or is empty
  --from DATE        first day whose net asset value is computed; the fund is taken on the day of data before it
  --through DATE     last day
  --fee RATE         advisory fee a year as a fraction, 0 for none; without it, 0.0075
  --name NAME        name of the fund; without it, that of the folder`

/** Writes the book; what goes wrong is said on stderr. The exit code: 0, 1 for a fault in the data, 2 for one in the command. */
export function convert(args: readonly string[], say: (text: string) => void, warn: (text: string) => void): number {
  const read = (() => {
    try {
      return parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { from: { type: 'string' }, through: { type: 'string' }, fee: { type: 'string', default: '0.0075' }, name: { type: 'string' } },
      })
    } catch (error) {
      warn(error instanceof Error ? error.message : String(error))
      return undefined
    }
  })()
  const [folder, book] = read?.positionals ?? []
  const { from, through, fee = '', name } = read?.values ?? {}
  const [first, last] = [from, through].map((text) => (text === undefined ? undefined : parseCalendarDate(text)))
  const rate = parseDecimal(fee)
  const isUnderstood = (from === undefined || first !== undefined) && (through === undefined || last !== undefined) && rate !== undefined && rate.units >= 0n
  if (folder === undefined || book === undefined || read?.positionals.length !== 2 || !isUnderstood) {
    warn(usage)
    return 2
  }
  if (existsSync(book) && readdirSync(book).length > 0) {
    warn(`${book} is not empty: give another name, or empty it.`)
    return 2
  }
  const made = makeBook(readPublishedFolder(folder), {
    name: name ?? basename(resolve(folder)),
    from: first,
    through: last,
    fee: rate.units === 0n ? undefined : rate,
  })
  if (!made.ok) {
    warn(made.issues.flatMap(issueLines).join('\n'))
    return 1
  }
  for (const [file, content] of made.files) {
    mkdirSync(dirname(join(book, file)), { recursive: true })
    writeFileSync(join(book, file), content)
  }
  const { facts } = made
  say(
    `Taken on at the close of ${formatCalendarDate(facts.takenOn)}, through ${formatCalendarDate(facts.last)}: ${facts.securities.length} securities, ${facts.trades} trades, ${facts.orders} orders.`,
  )
  say(`Cash left over at the take-on: ${formatDecimal(facts.cash)}. ${facts.missingDays.length} days without holdings, ${facts.doubts.length} orders in doubt.`)
  say(`${join(book, 'README.md')} says what the data leave open.`)
  return 0
}

if (import.meta.main) {
  process.exitCode = convert(
    process.argv.slice(2),
    (text) => console.log(text),
    (text) => console.error(text),
  )
}
