/**
 * Which instrument of the book a foreign row means: by id, then CUSIP, ISIN, SEDOL, ticker, then name. What fits two is matched to
 * none. A name that the book does not have may be that of another row of the file, which is matched: so a security that changed
 * its ticker is found under both.
 */
import { type Instrument, type InstrumentId } from '../../reference/instrument.ts'
import { type ForeignName } from './against-file.ts'

export type MatchedBy = 'id' | 'cusip' | 'isin' | 'sedol' | 'ticker' | 'name' | 'another row'

export type Match =
  | { readonly found: true; readonly instrument: InstrumentId; readonly by: MatchedBy }
  /** `several` are the instruments that the first name which fits any fits alike. */
  | { readonly found: false; readonly several: readonly InstrumentId[] }

export type InstrumentMatcher = (names: ForeignName) => Match

/** `all` are the instruments of the book, each under every set of names that it ever had. */
export function instrumentMatcher(all: readonly Instrument[]): InstrumentMatcher {
  const by = (key: (instrument: Instrument) => string | undefined): ReadonlyMap<string, readonly Instrument[]> =>
    Map.groupBy(
      all.filter((instrument) => key(instrument) !== undefined),
      (instrument) => key(instrument) as string,
    )
  const indexes: readonly {
    readonly by: MatchedBy
    readonly index: ReadonlyMap<string, readonly Instrument[]>
    readonly key: (names: ForeignName) => string | undefined
  }[] = [
    { by: 'id', index: by(({ id }) => id), key: ({ instrument }) => instrument },
    { by: 'cusip', index: by(({ identifiers }) => identifiers.cusip), key: ({ cusip }) => mapped(cusip, fullCusip) },
    { by: 'isin', index: by(({ identifiers }) => identifiers.isin), key: ({ isin }) => mapped(isin, capitals) },
    { by: 'sedol', index: by(({ identifiers }) => identifiers.sedol), key: ({ sedol }) => mapped(sedol, fullSedol) },
    { by: 'ticker', index: by(({ identifiers }) => mapped(identifiers.ticker, capitals)), key: ({ ticker }) => mapped(ticker, capitals) },
    // Without its exchange, where one of the two sides names none: "DKNG UW" is DKNG, and "7203 JP" is not "7203 HK".
    { by: 'ticker', index: by(({ identifiers }) => withoutExchange(identifiers.ticker)), key: ({ ticker }) => mapped(ticker, localTicker) },
    { by: 'ticker', index: by(({ identifiers }) => mapped(identifiers.ticker, localTicker)), key: ({ ticker }) => withoutExchange(ticker) },
    { by: 'name', index: by(({ name }) => plainName(name)), key: ({ name }) => mapped(name, plainName) },
  ]
  return (names) => {
    let several: readonly InstrumentId[] = []
    for (const { by: how, index, key } of indexes) {
      const wanted = key(names)
      const fitting = wanted === undefined ? [] : [...new Map((index.get(wanted) ?? []).map((instrument) => [instrument.id, instrument])).values()]
      const [only] = fitting
      if (only !== undefined && fitting.length === 1) return { found: true, instrument: only.id, by: how }
      if (fitting.length > 1 && several.length === 0) several = fitting.map(({ id }) => id)
    }
    return { found: false, several }
  }
}

/** The same with what rows of one file say of each other, for all the names in the file. */
export function matcherWithin(all: readonly ForeignName[], byBook: InstrumentMatcher): InstrumentMatcher {
  const distinct = [...new Map(all.map((names) => [keysOf(names).join('\t'), names])).values()]
  const matched = new Map<string, Match>()
  const learned = new Map<string, Set<InstrumentId>>()
  const learn = (names: ForeignName, match: Match): void => {
    matched.set(keysOf(names).join('\t'), match)
    if (match.found) for (const key of keysOf(names)) learned.set(key, (learned.get(key) ?? new Set()).add(match.instrument))
  }
  for (const names of distinct) learn(names, byBook(names))
  // Each round may find rows through those of the round before.
  for (let isNew = true; isNew;) {
    isNew = false
    for (const names of distinct) {
      if (matched.get(keysOf(names).join('\t'))?.found === true) continue
      const known = keysOf(names)
        .map((key) => [...(learned.get(key) ?? [])])
        .find((instruments) => instruments.length === 1)
      if (known?.[0] === undefined) continue
      learn(names, { found: true, instrument: known[0], by: 'another row' })
      isNew = true
    }
  }
  return (names) => matched.get(keysOf(names).join('\t')) ?? byBook(names)
}

/** What a row is called, each name with its scheme, the surest first. */
const keysOf = ({ instrument, cusip, isin, sedol, ticker, name }: ForeignName): readonly string[] =>
  Object.entries({ instrument, cusip, isin, sedol, ticker, name }).flatMap(([scheme, text]) => (text === undefined ? [] : [`${scheme} ${text}`]))

/** A spreadsheet takes the zeros at the head of a number: 84310101 is 084310101. */
const fullCusip = (cusip: string): string => capitals(cusip).padStart(9, '0')
const fullSedol = (sedol: string): string => capitals(sedol).padStart(7, '0')

const capitals = (text: string): string => text.trim().toUpperCase()

/** Without the code of the exchange behind a blank. */
const localTicker = (ticker: string): string => capitals(ticker).split(/\s+/)[0] as string
const withoutExchange = (ticker: string | undefined): string | undefined => (ticker === undefined || /\s/.test(ticker.trim()) ? undefined : capitals(ticker))

/** In capitals, without punctuation. */
const plainName = (name: string): string =>
  name
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const mapped = (text: string | undefined, change: (text: string) => string): string | undefined => (text === undefined ? undefined : change(text))
