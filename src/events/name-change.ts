/** A security that is called otherwise from a day on: another name, ticker, CUSIP (R3.65). Lots, cost and dates stay as they are. */
import { date, text } from '../values/field.ts'
import { cusip } from '../values/cusip.ts'
import { figi } from '../values/figi.ts'
import { isin } from '../values/isin.ts'
import { sedol } from '../values/sedol.ts'
import { optional, required } from '../values/table.ts'
import { type Instrument, type InstrumentId, instrumentId } from '../reference/instrument.ts'
import { eventKind } from './event-kind.ts'
import { headerColumns, type RecordHeader } from './record.ts'

/** What is given replaces what was; the rest stays. */
export type NewNames = {
  readonly name: string | undefined
  readonly exchange: string | undefined
  readonly ticker: string | undefined
  readonly cusip: string | undefined
  readonly isin: string | undefined
  readonly sedol: string | undefined
  readonly figi: string | undefined
}

export type NameChange = RecordHeader<'name-change'> & { readonly payload: NewNames & { readonly instrument: InstrumentId } }

export const nameChange = eventKind({
  kind: 'name-change',
  doc: 'A new name or identifier of a security from a day on; instruments.csv has those it had before. Its lots go on unchanged (R3.65).',
  columns: {
    ...headerColumns,
    effective_date: required(date, 'First day of the new names.'),
    instrument: required(instrumentId, 'What is called otherwise: its id of instruments.csv, which stays.'),
    name: optional(text, 'New name as printed.'),
    exchange: optional(text, 'New primary exchange, ISO 10383.'),
    ticker: optional(text, 'New ticker.'),
    cusip: optional(cusip, 'New CUSIP, nine characters.'),
    isin: optional(isin, 'New ISIN, twelve characters.'),
    sedol: optional(sedol, 'New SEDOL, seven characters.'),
    figi: optional(figi, 'New FIGI, twelve characters.'),
  },
  dateColumn: 'effective_date',
  rank: 'corporate action',
  isOfBusinessDay: false,
  issues: (row, { file, row: line }) =>
    [row.name, row.exchange, row.ticker, row.cusip, row.isin, row.sedol, row.figi].every((value) => value === undefined)
      ? [
          {
            code: 'reference.nothing-renamed',
            place: { file, row: line, column: 'name' },
            found: 'no new name and no new identifier',
            needed: 'at least one of name, exchange, ticker, cusip, isin, sedol and figi',
            remedy: 'Fill in what changed, or remove the row.',
          },
        ]
      : [],
  payload: ({ instrument, name, exchange, ticker, cusip: newCusip, isin: newIsin, sedol: newSedol, figi: newFigi }): NameChange['payload'] => ({
    instrument,
    name,
    exchange,
    ticker,
    cusip: newCusip,
    isin: newIsin,
    sedol: newSedol,
    figi: newFigi,
  }),
})

/** The instrument under its new names. */
export function renamed(instrument: Instrument, { name, exchange, ticker, ...others }: NewNames): Instrument {
  const { identifiers } = instrument
  return {
    ...instrument,
    name: name ?? instrument.name,
    identifiers: {
      ...identifiers,
      exchange: exchange ?? identifiers.exchange,
      ticker: ticker ?? identifiers.ticker,
      cusip: others.cusip ?? identifiers.cusip,
      isin: others.isin ?? identifiers.isin,
      sedol: others.sedol ?? identifiers.sedol,
      figi: others.figi ?? identifiers.figi,
    },
  }
}
