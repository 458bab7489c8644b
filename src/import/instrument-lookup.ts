/**
 * Which instrument of the book a row names. The names are tried in the order of the profile: the first that some instrument
 * has decides, unless a later one is that of another. Two instruments with it are an issue, and none as well, with the
 * likely one; nothing is taken on likeness.
 */
import { type Issue, mostLike } from '../values/issue.ts'
import { shown } from '../values/shown.ts'
import { type InstrumentKey } from './profile.ts'

/** What of an instrument can name it. An ISIN of the United States or Canada holds the CUSIP, and names it too. */
export type NamedInstrument = { readonly id: string; readonly currency: string } & { readonly [Key in InstrumentKey]?: string | undefined }

export type InstrumentLookup = {
  /** The id, or why there is none. */
  readonly find: (names: readonly GivenName[]) => Found
  readonly currencyOf: (id: string) => string | undefined
  readonly add: (instrument: NamedInstrument) => void
}

/** A name as the row gives it. */
export type GivenName = { readonly by: InstrumentKey; readonly text: string }

export type Found =
  | { readonly ok: true; readonly id: string; readonly differs: readonly Difference[] }
  | { readonly ok: false; readonly fault: Pick<Issue, 'code' | 'found' | 'needed' | 'remedy'> }

/** A name tried before the one that matched, and what the book has in its place: an identifier that changed, or a mistake. */
export type Difference = { readonly by: InstrumentKey; readonly text: string; readonly inBook: string }

export function instrumentLookup(instruments: Iterable<NamedInstrument>): InstrumentLookup {
  const byName = new Map<string, NamedInstrument[]>()
  const currencies = new Map<string, string>()
  const add = (instrument: NamedInstrument): void => {
    currencies.set(instrument.id, instrument.currency)
    for (const name of namesOf(instrument)) {
      const others = byName.get(name)
      if (others === undefined) byName.set(name, [instrument])
      else if (!others.some(({ id }) => id === instrument.id)) others.push(instrument)
    }
  }
  for (const instrument of instruments) add(instrument)

  const find = (names: readonly GivenName[]): Found => {
    const given = names.filter(({ text }) => text !== '')
    for (const [index, { by, text }] of given.entries()) {
      const found = byName.get(nameOf(by, text)) ?? []
      const [first, second] = found
      if (first === undefined) continue
      if (second !== undefined) return { ok: false, fault: ambiguous(by, text, found) }
      for (const later of given.slice(index + 1)) {
        const [other, another] = byName.get(nameOf(later.by, later.text)) ?? []
        if (other !== undefined && another === undefined && other.id !== first.id) return { ok: false, fault: contradictory({ by, text }, first, later, other) }
      }
      const differs = given.slice(0, index).flatMap((earlier): Difference[] => {
        const inBook = first[earlier.by]
        return inBook === undefined ? [] : [{ ...earlier, inBook }]
      })
      return { ok: true, id: first.id, differs }
    }
    return { ok: false, fault: unknown(given, byName) }
  }
  return { find, add, currencyOf: (id) => currencies.get(id) }
}

const nameOf = (by: InstrumentKey, text: string): string => `${by} ${by === 'name' ? text.replaceAll(/\s+/g, ' ').toUpperCase() : text.toUpperCase()}`

function namesOf(instrument: NamedInstrument): readonly string[] {
  const keys = ['id', 'cusip', 'isin', 'sedol', 'figi', 'ticker', 'name'] as const
  const names = keys.flatMap((by) => (instrument[by] === undefined || instrument[by] === '' ? [] : [nameOf(by, instrument[by])]))
  const inside = cusipWithin(instrument.isin)
  return inside === undefined || instrument.cusip !== undefined ? names : [...names, nameOf('cusip', inside)]
}

/** Characters 3 to 11 of an ISIN of the United States or Canada (ISO 6166). */
const cusipWithin = (isin: string | undefined): string | undefined => (isin !== undefined && /^(US|CA)/.test(isin) ? isin.slice(2, 11) : undefined)

const listed = (names: readonly GivenName[]): string => names.map(({ by, text }) => `${by} ${shown(text)}`).join(', ')

function unknown(given: readonly GivenName[], known: ReadonlyMap<string, readonly NamedInstrument[]>): Extract<Found, { ok: false }>['fault'] {
  const likely = given.flatMap(({ by, text }) => {
    const meant = mostLike(
      nameOf(by, text),
      [...known.keys()].filter((name) => name.startsWith(`${by} `)),
    )
    return meant === undefined ? [] : [`${meant} (${known.get(meant)?.[0]?.id})`]
  })[0]
  return {
    code: 'import.unknown-instrument',
    found: given.length === 0 ? 'no name of an instrument' : listed(given),
    needed: 'an instrument of instruments.csv with one of these',
    remedy:
      likely === undefined
        ? 'Add the instrument to instruments.csv, with the identifier that the source uses; or have the profile make it.'
        : `Did you mean ${likely}? Correct the source, or add the instrument to instruments.csv.`,
  }
}

const ambiguous = (by: InstrumentKey, text: string, found: readonly NamedInstrument[]): Extract<Found, { ok: false }>['fault'] => ({
  code: 'import.ambiguous-instrument',
  found: `${by} ${shown(text)}, which ${found.map(({ id }) => id).join(' and ')} have`,
  needed: 'a name that one instrument has',
  remedy: 'Have the profile match by an identifier first (cusip, isin, sedol, figi), or correct instruments.csv.',
})

const contradictory = (name: GivenName, instrument: NamedInstrument, other: GivenName, ofOther: NamedInstrument): Extract<Found, { ok: false }>['fault'] => ({
  code: 'import.ambiguous-instrument',
  found: `${name.by} ${shown(name.text)}, which is ${instrument.id}, and ${other.by} ${shown(other.text)}, which is ${ofOther.id}`,
  needed: 'names of one instrument',
  remedy: 'Find out which of the two is meant, and correct the source or instruments.csv.',
})
