/** What the terms of a NAV proof are called, and how the figures of a pack are written. */
import { type Decimal } from '../../values/decimal.ts'
import { type InstrumentId, type NavPack, type ProofTerm, type UnitisedTerm } from '../../app/vocabulary.ts'
import { accountedAmount, accountedDecimal } from '../figures.ts'

export const termWords: Readonly<Record<ProofTerm, string>> = {
  price: 'Price of holdings',
  dealing: 'Dealing against closing prices, with charges',
  valueRounding: 'Rounding of values',
  holdingCurrency: 'Currency of holdings',
  cashCurrency: 'Currency of cash, receivables and payables',
  income: 'Income',
  expenses: 'Expenses',
  realized: 'Other realized gain (loss)',
  takenOn: 'Values against the balances taken on',
  capital: 'Fund shares sold less redeemed',
  distributions: 'Distributions',
}

export const unitisedWords: Readonly<Record<UnitisedTerm, string>> = {
  ...termWords,
  dilution: 'Dilution by orders',
  publishedRounding: 'Rounding of the published values',
}

/** Terms that are shown even where they are zero: a reviewer looks for them. */
const always: ReadonlySet<ProofTerm> = new Set<ProofTerm>(['price', 'income', 'expenses', 'capital'])
export const isShown = ({ term, effect }: { readonly term: ProofTerm; readonly effect: bigint }): boolean => effect !== 0n || always.has(term)

export const amountOf = (pack: NavPack, amount: bigint): string => accountedAmount(amount, pack.fund.series.baseCurrency)
/** Nothing in place of zero, so that the eye finds what there is. */
export const amountUnlessZero = (pack: NavPack, amount: bigint): string => (amount === 0n ? '' : amountOf(pack, amount))
export const percentOf = (value: Decimal | undefined): string => (value === undefined ? '' : accountedDecimal(value))
export const nameOf = ({ instruments }: NavPack, instrument: InstrumentId): string => instruments.get(instrument)?.name ?? instrument
