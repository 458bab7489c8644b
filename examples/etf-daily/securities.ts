/**
 * Which rows of the holdings are one security. Identifiers change and lose their leading zeros, so a row is matched to the securities
 * known so far by CUSIP, then ticker, then name, each security once a day; a row that fits none begins a new one.
 */
import { USD } from '../../src/values/currency.ts'
import { cusip } from '../../src/values/cusip.ts'
import { type Field } from '../../src/values/field.ts'
import { isin } from '../../src/values/isin.ts'
import { sedol } from '../../src/values/sedol.ts'
import { type HoldingRow } from './read-folder.ts'

/** What one security was called, the latest name of each kind last. */
export type Security = {
  /** Made of the first ticker or name; the id in the book. */
  readonly id: string
  readonly companies: readonly string[]
  readonly tickers: readonly string[]
  /** CUSIPs, SEDOLs and ISINs with a sound check digit, and what else stood in the column. */
  readonly codes: readonly Code[]
}

export type Code = { readonly scheme: 'cusip' | 'sedol' | 'isin' | 'other'; readonly text: string }

/** A security while rows are still added to it. */
type Growing = { readonly id: string; readonly companies: string[]; readonly tickers: string[]; readonly codes: Code[]; lastSeen: number }

export type Matcher = {
  /** The security of each row of a day, by the row's place; days come in order. */
  readonly ofDay: (rows: readonly HoldingRow[]) => readonly string[]
  /** Of a ticker, else of a name: the latest that had it. */
  readonly find: (ticker: string | undefined, name: string | undefined) => string | undefined
  readonly all: () => readonly Security[]
}

export function securityMatcher(): Matcher {
  const known: Growing[] = []
  let day = 0

  const ofDay = (rows: readonly HoldingRow[]): readonly string[] => {
    day += 1
    const found: (Growing | undefined)[] = rows.map(() => undefined)
    const taken = new Set<Growing>()
    const match = (fits: (row: HoldingRow, security: Growing) => boolean): void => {
      for (const [index, row] of rows.entries()) {
        if (found[index] !== undefined) continue
        const fitting = known.filter((security) => !taken.has(security) && fits(row, security))
        // Of several the one held last: a ticker is given to another company when the first has left.
        const best = fitting.toSorted((left, right) => right.lastSeen - left.lastSeen)[0]
        if (best === undefined) continue
        found[index] = best
        taken.add(best)
      }
    }
    // A name says nothing against a code: two that differ and are both sound belong together only where one took the other's place.
    const follows = (row: HoldingRow, security: Growing): boolean => {
      const code = codeOf(row.cusip)
      return (
        code === undefined ||
        security.codes.length === 0 ||
        code.scheme === 'other' ||
        security.codes.every(({ scheme }) => scheme === 'other') ||
        security.lastSeen === day - 1
      )
    }
    match(({ cusip: text }, { codes }) => codes.some((code) => code.text === codeOf(text)?.text))
    match((row, security) => row.ticker !== undefined && security.tickers.includes(tickerOf(row.ticker)) && follows(row, security))
    match((row, security) => security.companies.some((company) => plain(company) === plain(row.company)) && follows(row, security))
    return rows.map((row, index) => {
      // Two rows of one code on one day are two parts of one position.
      const twin = rows.findIndex((other, before) => before < index && codeOf(row.cusip) !== undefined && codeOf(other.cusip)?.text === codeOf(row.cusip)?.text)
      const security = (twin === -1 ? undefined : found[twin]) ?? found[index] ?? begin(row)
      found[index] = security
      addTo(security, row)
      return security.id
    })
  }

  const begin = (row: HoldingRow): Growing => {
    const stem =
      (row.ticker === undefined ? row.company : tickerOf(row.ticker)).replaceAll(/[^A-Za-z0-9.]+/g, '-').replaceAll(/^[^A-Za-z0-9]+|-+$/g, '') || 'security'
    let id = stem
    for (let number = 2; known.some((security) => security.id === id); number += 1) id = `${stem}-${number}`
    const security: Growing = { id, companies: [], tickers: [], codes: [], lastSeen: day }
    known.push(security)
    return security
  }

  const addTo = (security: Growing, { company, ticker, cusip: text }: HoldingRow): void => {
    const code = codeOf(text)
    security.lastSeen = day
    if (!security.companies.includes(company)) security.companies.push(company)
    if (ticker !== undefined && !security.tickers.includes(tickerOf(ticker))) security.tickers.push(tickerOf(ticker))
    if (code !== undefined && !security.codes.some((each) => each.text === code.text)) security.codes.push(code)
  }

  return {
    ofDay,
    find: (ticker, name) => {
      const latest = known.toSorted((left, right) => right.lastSeen - left.lastSeen)
      const byTicker = ticker === undefined ? undefined : latest.find(({ tickers }) => tickers.includes(tickerOf(ticker)))
      return (byTicker ?? (name === undefined ? undefined : latest.find(({ companies }) => companies.some((company) => plain(company) === plain(name)))))?.id
    },
    all: () => known,
  }
}

/** Exchanges of the United States behind a ticker say nothing: "DKNG UW" is DKNG. Others belong to it: "7203 JP". */
const unitedStates = new Set(['US', 'UA', 'UB', 'UC', 'UD', 'UF', 'UM', 'UN', 'UP', 'UQ', 'UR', 'UV', 'UW', 'UX'])

export function tickerOf(text: string): string {
  const words = text.trim().toUpperCase().split(/\s+/)
  const last = words.at(-1) ?? ''
  return (words.length > 1 && unitedStates.has(last) ? words.slice(0, -1) : words).join(' ')
}

const isSound = (field: Field<unknown>, text: string): boolean => field.read(text, { baseCurrency: USD }).ok

/** What stands in the column of CUSIPs: the zeros at its head are put back where the check digit then is right. */
export function codeOf(text: string | undefined): Code | undefined {
  const written = text?.trim().toUpperCase() ?? ''
  if (written === '') return undefined
  if (isSound(cusip, written)) return { scheme: 'cusip', text: written }
  if (isSound(isin, written)) return { scheme: 'isin', text: written }
  if (isSound(sedol, written)) return { scheme: 'sedol', text: written }
  const [asCusip, asSedol] = [written.padStart(9, '0'), written.padStart(7, '0')]
  if (isSound(sedol, asSedol)) return { scheme: 'sedol', text: asSedol }
  if (isSound(cusip, asCusip)) return { scheme: 'cusip', text: asCusip }
  return { scheme: 'other', text: written }
}

const plain = (name: string): string =>
  name
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
