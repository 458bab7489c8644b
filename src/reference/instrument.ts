/** The security master (R1.13): what instruments.csv holds, a row an instrument. */
import { type Branded } from '../values/branded.ts'
import { type CountryCode, country } from '../values/country.ts'
import { type Currency } from '../values/currency.ts'
import { type Decimal, product } from '../values/decimal.ts'
import { anyDecimal, choice, currency, identifier, text, yesOrNo } from '../values/field.ts'
import { cusip } from '../values/cusip.ts'
import { figi } from '../values/figi.ts'
import { isin } from '../values/isin.ts'
import { lei } from '../values/lei.ts'
import { type QuoteUnit, quoteUnit, unitValueOf } from '../values/quote-unit.ts'
import { sedol } from '../values/sedol.ts'
import { optional, required, type RowOf, type SourceRow } from '../values/table.ts'

export type InstrumentId = Branded<string, 'InstrumentId'>

export const instrumentId = identifier<InstrumentId>('the id of a row of instruments.csv', 'KEMET')

/** Types of security as the schedule of investments groups them (17 CFR 210.12-12). Only equities are kept in this version. */
export const instrumentTypes = ['common-stock', 'preferred-stock', 'depositary-receipt'] as const
export type InstrumentType = (typeof instrumentTypes)[number]

export const instrumentColumns = {
  id: required(instrumentId, 'The name by which events and prices refer to it; unique in the book.'),
  name: required(text, 'Name as printed in the schedule of investments.'),
  type: required(choice(instrumentTypes), 'Type of security, the first grouping of the schedule.'),
  industry: required(text, 'Industry as printed, the second grouping of the schedule.'),
  country: required(country, 'Country of the issuer’s domicile, ISO 3166-1 alpha-2.'),
  currency: required(currency, 'Currency in which it trades, ISO 4217.'),
  income_producing: required(
    yesOrNo,
    'Whether it paid a dividend in the year before the balance sheet date (R8.7); given, until a year of dividend records exists.',
  ),
  income_source: required(text, 'Who says so: the source of income_producing.'),
  multiplier: optional(anyDecimal, 'Price multiplier; 1 where empty.'),
  quote_unit: optional(
    quoteUnit,
    'Unit in which it is priced where that is not its currency: GBX for pence of sterling. Prices and trades of the instrument are in it.',
  ),
  exchange: optional(text, 'Primary exchange, ISO 10383 market identifier code.'),
  ticker: optional(text, 'Ticker on that exchange.'),
  cusip: optional(cusip, 'CUSIP, nine characters.'),
  isin: optional(isin, 'ISIN, twelve characters.'),
  sedol: optional(sedol, 'SEDOL, seven characters.'),
  figi: optional(figi, 'FIGI, twelve characters.'),
  issuer_lei: optional(lei, 'Legal entity identifier of the issuer.'),
  affiliated: optional(yesOrNo, 'yes where the issuer is an affiliated person of the fund; no where empty.'),
  remark: optional(text, 'A remark for the reader of the book; never printed in a statement.'),
} as const

type InstrumentRow = RowOf<typeof instrumentColumns>

export type Instrument = {
  readonly source: SourceRow
  readonly id: InstrumentId
  readonly name: string
  readonly type: InstrumentType
  readonly industry: string
  readonly country: CountryCode
  readonly currency: Currency
  readonly isIncomeProducing: boolean
  /** Who says whether it is. */
  readonly incomeSource: string
  /** What its prices are in, where that is not its currency. */
  readonly quoteUnit: QuoteUnit | undefined
  /** Price × quantity × multiplier is value in its currency; 1 for equities quoted per share, 0.01 for those quoted in pence. */
  readonly multiplier: Decimal
  readonly isAffiliated: boolean
  readonly identifiers: InstrumentIdentifiers
  readonly remark: string | undefined
}

/** Names of the instrument elsewhere, each with its check digit proved. */
export type InstrumentIdentifiers = {
  readonly exchange: string | undefined
  readonly ticker: string | undefined
  readonly cusip: string | undefined
  readonly isin: string | undefined
  readonly sedol: string | undefined
  readonly figi: string | undefined
  readonly issuerLei: string | undefined
}

const unitMultiplier: Decimal = { units: 1n, scale: 0 }

export const instrumentOf = (source: SourceRow, row: InstrumentRow): Instrument => ({
  source,
  id: row.id,
  name: row.name,
  type: row.type,
  industry: row.industry,
  country: row.country,
  currency: row.currency,
  isIncomeProducing: row.income_producing,
  incomeSource: row.income_source,
  quoteUnit: row.quote_unit,
  multiplier: row.quote_unit === undefined ? (row.multiplier ?? unitMultiplier) : product(row.multiplier ?? unitMultiplier, unitValueOf(row.quote_unit).worth),
  isAffiliated: row.affiliated ?? false,
  identifiers: { exchange: row.exchange, ticker: row.ticker, cusip: row.cusip, isin: row.isin, sedol: row.sedol, figi: row.figi, issuerLei: row.issuer_lei },
  remark: row.remark,
})
