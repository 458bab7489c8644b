/**
 * The book as test language: a book written as short CSV tables, read by the real decoders, kept by the real engine, and
 * compared with lines that a fund accountant can check by hand. Blanks around cells are for the eye only.
 */
import { expect } from 'vitest'
import { type BookSource } from '../../src/app/book-source.ts'
import { keepBooks } from '../../src/app/keep-books.ts'
import { canonicalLines, openBook, type OpenedBook } from '../../src/app/open-book.ts'
import { hashCanonicalLines } from '../../src/book/book-hash.ts'
import { readCsv } from '../../src/book/csv.ts'
import { readYaml } from '../../src/book/yaml.ts'
import { type FundEvent } from '../../src/events/event.ts'
import { type JournalEntry } from '../../src/ledger/journal-entry.ts'
import { type Balances } from '../../src/ledger/balances.ts'
import { trialBalance } from '../../src/ledger/trial-balance.ts'
import { type FundBook } from '../../src/nav/fund-book.ts'
import { type FundState } from '../../src/nav/fund-state.ts'
import { type Replay, replay } from '../../src/nav/replay.ts'
import { type ReportingView } from '../../src/nav/reporting-view.ts'
import { type Strike } from '../../src/nav/strike.ts'
import { type CalendarDate, formatCalendarDate, parseCalendarDate } from '../../src/values/calendar-date.ts'
import { minorUnitDigits, USD } from '../../src/values/currency.ts'
import { decimal, formatDecimal } from '../../src/values/decimal.ts'
import { formatPlace, type Issue } from '../../src/values/issue.ts'
import { Quantity, Shares } from '../../src/values/scaled.ts'
import { type SourceTable } from '../../src/values/table.ts'
import { type FundText, fundText } from './fund-text.ts'

/** A book in texts. `events` are by kind; a kind may have several files, in a list. Lines below write amounts in dollars and cents. */
export type BookText = FundText & {
  /** Instruments beside acme, beta and coda: whole CSV. */
  readonly instruments?: string
  readonly events?: Readonly<Record<string, string | readonly string[]>>
  readonly prices?: string | readonly string[]
  readonly halts?: string
  readonly rates?: string | readonly string[]
  /** exceptions.csv */
  readonly exceptions?: string
  /** Files of recon/ by name without ending: `{ 'custodian-cash': … }`. */
  readonly recon?: Readonly<Record<string, string>>
  readonly benchmarks?: string
}

export const day = (text: string): CalendarDate => {
  const read = parseCalendarDate(text)
  if (read === undefined) throw new Error(`a test names a date that is none: ${text}`)
  return read
}

const defaultInstruments = `
  id,   name,       type,         industry, country, currency, income_producing, income_source, multiplier
  acme, Acme Corp., common-stock, Tools,    US,      USD,      yes,              test,
  beta, Beta Inc.,  common-stock, Tools,    US,      USD,      no,               test,
  coda, Coda Ltd.,  common-stock, Music,    US,      USD,      no,               test,
`

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Lines without the blanks that align them, but for those in quotes; empty lines are dropped. */
export const csv = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim().replaceAll(/\s*,\s*(?=(?:[^"]*"[^"]*")*[^"]*$)/g, ','))
    .filter((line) => line !== '')
    .join('\n')

export function table(file: string, text: string): SourceTable {
  const reading = readCsv(file, bytes(csv(text)))
  if (reading.table === undefined || reading.issues.length > 0) throw new Error(`a test's table is no CSV: ${reading.issues.map(shownIssue).join('; ')}`)
  return reading.table
}

/** The book as its reader hands it over. */
export function sourceOf(text: BookText): BookSource {
  const files = (name: string, texts: string | readonly string[]) =>
    [texts].flat().map((part, index) => table(`${name}${index === 0 ? '' : `-${index + 1}`}.csv`, part))
  const fund = readYaml('fund.yaml', bytes(fundText(text)))
  if (fund.tree === undefined || fund.issues.length > 0) throw new Error(`a test's fund is no YAML: ${fund.issues.map(shownIssue).join('; ')}`)
  return {
    fund: fund.tree,
    instruments: table('instruments.csv', text.instruments ?? defaultInstruments),
    events: Object.entries(text.events ?? {}).flatMap(([kind, texts]) => files(`events/${kind}`, texts).map((read) => ({ kind, table: read }))),
    prices: files('prices/prices', text.prices ?? 'date,instrument,price,type,source'),
    ...(text.halts === undefined ? {} : { halts: table('halts.csv', text.halts) }),
    ...(text.benchmarks === undefined ? {} : { benchmarks: files('benchmarks/benchmarks', text.benchmarks) }),
    ...(text.rates === undefined ? {} : { rates: files('rates/rates', text.rates) }),
    dispositions: text.exceptions === undefined ? [] : [table('exceptions.csv', text.exceptions)],
    recon: Object.entries(text.recon ?? {}).map(([name, rows]) => table(`recon/${name}.csv`, rows)),
    presentation: undefined,
    texts: [],
    tables: [],
  }
}

/** The book as read, with its issues. */
export function open(text: BookText): OpenedBook & { readonly book: FundBook } {
  const opened = openBook(sourceOf(text))
  if (opened.book === undefined) throw new Error(`a test's fund cannot be read: ${opened.issues.map(shownIssue).join('; ')}`)
  return { ...opened, book: opened.book }
}

/** The events of a text, sound ones only, in the order of the text. */
export const eventsOf = (text: BookText): readonly FundEvent[] => open(text).book.events

/** The books through a day, proved by the second path; any issue fails the test. */
export function keep(text: BookText, through: string, views: readonly string[] = []): Replay {
  const kept = keepBooks(open(text), day(through), views.map(day))
  expect(kept.issues.map(shownIssue)).toEqual([])
  return kept.replay
}

/** What is wrong with the book, read and kept through a day. */
export const issuesOf = (text: BookText, through: string): readonly Issue[] => keepBooks(open(text), day(through), []).issues

/** The books with wrong data left out, however many issues there are. */
export const keepDespiteIssues = (text: BookText, through: string): Replay => replay(open(text).book, day(through))

/** The strikes of a book that is not all of a text, a line each. */
export const strikesOf = (book: FundBook, through: string): readonly string[] => replay(book, day(through)).strikes.map(strikeLine)

export const hashOf = (text: BookText): string => hashCanonicalLines(canonicalLines(open(text).book))

/** `events/sale.csv:2 quantity lots.insufficient`. */
export const shownIssue = ({ code, place }: Issue): string => `${formatPlace(place)} ${code}`

export const dollars = (amount: bigint): string => formatDecimal(decimal(amount, minorUnitDigits(USD)))
const unitsText = (text: string): string => text.replace(/\.?0+$/, '')
const quantityText = (quantity: bigint): string => unitsText(formatDecimal(decimal(quantity, Quantity.scale)))
export const sharesText = (shares: bigint): string => unitsText(formatDecimal(decimal(shares, Shares.scale)))

/** `buy 2024-06-03 in 2024-06-04 Dr 1100 2504.00 Cr 2100 2504.00`: id, effective date, NAV date, postings. */
export const entryLine = ({ id, effectiveDate, navDate, postings }: JournalEntry): string =>
  `${id} ${formatCalendarDate(effectiveDate)} in ${formatCalendarDate(navDate)} ${postings
    .map(
      ({ side, account, amount, base, currency, part }) =>
        `${side === 'debit' ? 'Dr' : 'Cr'} ${account}${part === undefined ? '' : `/${part}`} ${currency === USD ? dollars(base) : `${currency} ${formatDecimal(decimal(amount, minorUnitDigits(currency)))} = ${dollars(base)}`}`,
    )
    .join(' ')}`

/** `acme buy 2024-06-03 100 2504.00`: instrument, lot, date acquired, units, cost. */
export const lotLines = (state: FundState | undefined): readonly string[] =>
  [...(state?.holdings ?? [])].flatMap(([instrument, { lots }]) =>
    lots.map(({ id, acquired, quantity, cost }) => `${instrument} ${id} ${formatCalendarDate(acquired)} ${quantityText(quantity)} ${dollars(cost)}`),
  )

/** `buy payable 1001.60 of 2504.00 40 due 2024-06-04`: trade, side, dollars open and in all, units to come, contractual date. */
export const openItemLines = (state: FundState | undefined): readonly string[] =>
  [...(state?.obligations.values() ?? [])].map(
    ({ trade, item, side, open: left, total, undelivered, due }) =>
      `${trade}${item === undefined ? '' : ` ${item}`} ${side} ${dollars(left)} of ${dollars(total)}${undelivered === undefined ? '' : ` ${quantityText(undelivered)}`} ${due === undefined ? 'by record' : `due ${formatCalendarDate(due)}`}`,
  )

/** `2024-06-04 500000.00 / 50000 = 10.00`. */
export const strikeLine = ({ date, netAssets, classes: [first] }: Strike): string =>
  `${formatCalendarDate(date)} ${dollars(netAssets)} / ${sharesText(first?.outstanding ?? 0n)} = ${first?.navPerShare === undefined ? 'none' : formatDecimal(first.navPerShare)}`

/** `Dr 1000 500000.00`, by account. */
export const trialBalanceLines = (balances: Balances): readonly string[] =>
  trialBalance(balances).lines.map(({ account, debit, credit }) =>
    debit > 0n ? `Dr ${account.code} ${dollars(debit)}` : `Cr ${account.code} ${dollars(credit)}`,
  )

export const trimmedLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replaceAll(/\s+/g, ' '))
    .filter((line) => line !== '')

/** Lines to compare with, each only where it is given; `entries` holds all entries whose ids it names. */
export type Expected = {
  readonly entries?: string
  readonly lots?: string
  readonly openItems?: string
  readonly strikes?: string
  readonly trialBalance?: string
}

/** The books of `text` through a day are as `expected`, and nothing is wrong with them. */
export function check(text: BookText, through: string, expected: Expected): Replay {
  const kept = keep(text, through)
  const state = kept.last?.state as FundState
  if (expected.entries !== undefined) checkEntries(kept.journal, expected.entries)
  if (expected.lots !== undefined) expect(lotLines(state)).toEqual(trimmedLines(expected.lots))
  if (expected.openItems !== undefined) expect(openItemLines(state)).toEqual(trimmedLines(expected.openItems))
  if (expected.strikes !== undefined) {
    const lines = trimmedLines(expected.strikes)
    const dates = new Set(lines.map((line) => line.slice(0, 10)))
    expect(kept.strikes.filter(({ date }) => dates.has(formatCalendarDate(date))).map(strikeLine)).toEqual(lines)
  }
  if (expected.trialBalance !== undefined) expect(trialBalanceLines(state.balances)).toEqual(trimmedLines(expected.trialBalance))
  return kept
}

/** The reporting view of a day is as `expected`. */
export function checkView(text: BookText, on: string, expected: Expected): ReportingView {
  const through = keep(text, on, [on])
  const view = through.views.get(day(on)) as ReportingView
  expect(view.bridge.residual).toBe(0n)
  if (expected.entries !== undefined) checkEntries(view.entries, expected.entries)
  if (expected.lots !== undefined) expect(lotLines(view.state)).toEqual(trimmedLines(expected.lots))
  if (expected.strikes !== undefined) expect([strikeLine(view.strike)]).toEqual(trimmedLines(expected.strikes))
  if (expected.trialBalance !== undefined) expect(trialBalanceLines(view.state.balances)).toEqual(trimmedLines(expected.trialBalance))
  return view
}

function checkEntries(journal: readonly JournalEntry[], text: string): void {
  const lines = trimmedLines(text)
  const ids = new Set(lines.map((line) => line.split(' ')[0]))
  expect(journal.filter(({ id }) => ids.has(id)).map(entryLine)).toEqual(lines)
}
