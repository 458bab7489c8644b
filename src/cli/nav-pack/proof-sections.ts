/** The proof of a day: its terms, the same a share, the holdings that moved the fund, and its return explained. */
import { formatCalendarDate } from '../../values/calendar-date.ts'
import { accountOf, type HoldingGain, type NavPack } from '../../app/vocabulary.ts'
import { type SheetRow, type SheetSection, type SheetTable } from '../../render/sheet.ts'
import { accountedDecimal, counted, shownDecimal } from '../figures.ts'
import { amountOf, amountUnlessZero, isShown, nameOf, percentOf, termWords, unitisedWords } from './words.ts'

/** Holdings that are named on paper; the rest is summed. */
const MOST_NAMED = 8

export function proofSection(pack: NavPack): SheetSection {
  const { previous, opening, terms, closing, residual, date } = pack.proof
  return {
    title: 'Proof of net assets',
    place: 'left',
    table: {
      columns: [
        { heading: '', of: 'words' },
        { heading: pack.fund.series.baseCurrency, of: 'figures' },
      ],
      rows: [
        { cells: [previous === undefined ? 'Net assets before the first day' : `Net assets, ${formatCalendarDate(previous)}`, amountOf(pack, opening)] },
        ...terms.filter(isShown).map(({ term, effect }) => ({ cells: [termWords[term], amountOf(pack, effect)] })),
        { cells: [`Net assets, ${formatCalendarDate(date)}`, amountOf(pack, closing)], look: 'total' },
      ],
    },
    remarks: [`Residual ${amountOf(pack, residual)}.`],
    details: { title: 'Each term, by record and currency', table: termsTable(pack) },
  }
}

/** What is behind the terms that are not of holdings. */
function termsTable(pack: NavPack): SheetTable {
  const { income, expenses, realized, distributions, capital, currency } = pack.proof
  const rows = (word: string, effects: readonly { readonly about: string; readonly source: string; readonly effect: bigint }[]): readonly SheetRow[] =>
    effects.map(({ about, source, effect }) => ({ cells: [word, about, source, amountOf(pack, effect)] }))
  const recorded = (effects: typeof income) => effects.map(({ account, source, effect }) => ({ about: accountOf(account)?.name ?? account, source, effect }))
  return {
    columns: [
      { heading: 'Term', of: 'words' },
      { heading: 'Of', of: 'words' },
      { heading: 'By', of: 'words' },
      { heading: pack.fund.series.baseCurrency, of: 'figures' },
    ],
    rows: [
      ...rows('Income', recorded(income)),
      ...rows('Expenses', recorded(expenses)),
      ...rows('Other realized', recorded(realized)),
      ...rows('Distributions', recorded(distributions)),
      ...rows(
        'Fund shares',
        capital.map(({ classId, kind, count, effect }) => ({ about: classId ?? 'fund', source: counted(count, kind), effect })),
      ),
      ...rows(
        'Currency',
        currency.map((each) => ({
          about: each.currency,
          source: each.record ?? (each.of === undefined ? 'translation' : (accountOf(each.of)?.name ?? each.of)),
          effect: each.effect,
        })),
      ),
    ],
  }
}

export function perShareSection(pack: NavPack): SheetSection | undefined {
  const { perShare, previous, date } = pack
  if (perShare === undefined || previous === undefined) return undefined
  return {
    title: 'The same a share',
    place: 'left',
    table: {
      columns: [
        { heading: '', of: 'words' },
        { heading: pack.fund.series.baseCurrency, of: 'figures' },
      ],
      rows: [
        { cells: [`Published, ${formatCalendarDate(previous)}`, shownDecimal(perShare.opening)] },
        ...perShare.terms.map(({ term, perShare: effect }) => ({ cells: [unitisedWords[term], accountedDecimal(effect)] })),
        { cells: [`Published, ${formatCalendarDate(date)}`, shownDecimal(perShare.closing)], look: 'total' },
      ],
    },
    remarks: [`Unexplained ${accountedDecimal(perShare.unexplained)}; more than 0.0005 would block.`],
  }
}

const gainOf = ({ price, dealing, currency, rounding }: HoldingGain): bigint => price + dealing + currency + rounding
const magnitude = (amount: bigint): bigint => (amount < 0n ? -amount : amount)

export function moversSection(pack: NavPack): SheetSection {
  const { proof, contributions } = pack
  const moved = proof.holdings
    .filter((holding) => gainOf(holding) !== 0n || holding.price !== 0n || holding.currency !== 0n)
    .toSorted((left, right) => Number(magnitude(gainOf(right)) - magnitude(gainOf(left))))
  const still = proof.holdings.length - moved.length
  if (moved.length === 0)
    return { title: 'Holdings that moved the fund', place: 'right', remarks: [proof.holdings.length === 0 ? 'Nothing is held.' : 'No holding moved.'] }
  const shares = new Map(contributions?.byHolding.map((each) => [each.instrument, each]))
  const [named, rest] = [moved.slice(0, MOST_NAMED), moved.slice(MOST_NAMED)]
  const total = (holdings: readonly HoldingGain[]): bigint => holdings.reduce((sum, holding) => sum + gainOf(holding), 0n)
  return {
    title: 'Holdings that moved the fund',
    place: 'right',
    table: {
      columns: [{ heading: '', of: 'words' }, ...['Weight %', 'Move %', 'Return %', 'Gain (loss)'].map((heading) => ({ heading, of: 'figures' as const }))],
      rows: [
        ...named.map((holding) => {
          const share = shares.get(holding.instrument)
          return {
            cells: [
              nameOf(pack, holding.instrument),
              percentOf(share?.weight),
              percentOf(share?.move),
              percentOf(share?.contribution),
              amountOf(pack, gainOf(holding)),
            ],
          }
        }),
        ...(rest.length === 0 ? [] : [{ cells: [counted(rest.length, 'other holding'), '', '', '', amountOf(pack, total(rest))] }]),
        { cells: ['All holdings', '', '', percentOf(contributions?.holdings), amountOf(pack, total(moved))], look: 'total' },
      ],
    },
    remarks: still === 0 ? [] : [`${counted(still, 'holding')} did not move.`],
    details: { title: 'Every holding, price and currency apart', table: holdingsTable(pack, proof.holdings) },
  }
}

const holdingsTable = (pack: NavPack, holdings: readonly HoldingGain[]): SheetTable => ({
  columns: [
    { heading: 'Holding', of: 'words' },
    ...['Before', 'Bought less sold', 'Price', 'Dealing', 'Currency', 'Rounding', 'After'].map((heading) => ({ heading, of: 'figures' as const })),
  ],
  rows: holdings.map((holding) => ({
    cells: [
      nameOf(pack, holding.instrument),
      amountUnlessZero(pack, holding.opening),
      ...[holding.traded, holding.price, holding.dealing, holding.currency, holding.rounding].map((part) => amountUnlessZero(pack, part)),
      amountUnlessZero(pack, holding.closing),
    ],
  })),
})

export function returnSection(pack: NavPack): SheetSection | undefined {
  const { contributions, benchmark } = pack
  if (contributions === undefined) return undefined
  const { total, holdings, currency, income, dealing, rest, isExplained } = contributions
  const rows = [
    { cells: ['Holdings: weight × move of price and rate', accountedDecimal(holdings)] },
    ...(currency.units === 0n ? [] : [{ cells: ['Currency of cash, receivables and payables', accountedDecimal(currency)] }]),
    { cells: ['Income less expenses', accountedDecimal(income)] },
    ...(dealing.units === 0n ? [] : [{ cells: ['Dealing against closing prices, with charges', accountedDecimal(dealing)] }]),
    ...(rest.units === 0n ? [] : [{ cells: ['Other realized, and rounding', accountedDecimal(rest)] }]),
    { cells: ['Return of the fund', accountedDecimal(total)], look: 'total' as const },
    ...(benchmark === undefined ? [] : [{ cells: [benchmark.name, accountedDecimal(benchmark.percent)] }]),
  ]
  return {
    title: 'Return of the day',
    place: 'right',
    table: {
      columns: [
        { heading: '', of: 'words' },
        { heading: '%', of: 'figures' },
      ],
      rows,
    },
    remarks: [
      isExplained
        ? 'Weights × moves, currency and income explain it within the tolerance.'
        : 'Weights × moves, currency and income leave more than the tolerance: look at the trades of the day, their prices and charges.',
    ],
  }
}
