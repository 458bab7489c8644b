/** Reads recon/: the name of a file says its kind, and each row must name what the book knows. No row of it is booked. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Currency, minorUnitDigits } from '../values/currency.ts'
import { type Decimal, formatDecimal } from '../values/decimal.ts'
import { type FieldContext } from '../values/field.ts'
import { type Issue, mostLike } from '../values/issue.ts'
import { type Amount, exactAmount } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { type Quantity, type Shares } from '../values/scaled.ts'
import { type Columns, readTable, type RowOf, type SourceRow, type SourceTable } from '../values/table.ts'
import { type ClassId, type Fund } from '../reference/fund.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'
import { calendarFrom, calendarThrough, isCovered, onOrAfter } from '../reference/nyse-calendar.ts'
import { givenColumns, type GivenKind, givenKinds } from './given-columns.ts'

type Given = { readonly date: CalendarDate; readonly source: SourceRow }

export type GivenCash = Given & { readonly currency: Currency; readonly balance: Amount }
export type GivenItem = Given & {
  readonly currency: Currency
  /** Positive where the fund received it. */
  readonly amount: Amount
  readonly reference: string | undefined
  readonly description: string | undefined
}
export type GivenPosition = Given & { readonly instrument: InstrumentId; readonly settled: Quantity; readonly pending: Quantity; readonly onLoan: Quantity }
export type GivenShares = Given & {
  readonly classId: ClassId
  readonly outstanding: Shares
  readonly sold: { readonly shares: Shares; readonly dollars: Amount }
  readonly redeemed: { readonly shares: Shares; readonly dollars: Amount }
  readonly transactions: number | undefined
}
export type GivenTrade = Given & {
  readonly instrument: InstrumentId
  readonly side: 'purchase' | 'sale'
  readonly quantity: Quantity
  readonly currency: Currency
  readonly amount: Amount
  readonly reference: RecordId | undefined
}

/** Each in order of date. */
export type GivenRecords = {
  readonly cash: readonly GivenCash[]
  readonly items: readonly GivenItem[]
  readonly positions: readonly GivenPosition[]
  readonly shares: readonly GivenShares[]
  readonly trades: readonly GivenTrade[]
}

export const nothingGiven: GivenRecords = { cash: [], items: [], positions: [], shares: [], trades: [] }

/** What the rows may name. An instrument that `isUnreadInstrument` has its own issue. */
export type GivenContext = FieldContext & {
  readonly fund: Fund | undefined
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>
  readonly isUnreadInstrument: (id: string) => boolean
}

export type ReadGiven = { readonly given: GivenRecords; readonly issues: readonly Issue[] }

export function readGiven(tables: readonly SourceTable[], context: GivenContext): ReadGiven {
  const byKind = Map.groupBy(tables, ({ file }) => kindOf(file))
  const issues: Issue[] = (byKind.get(undefined) ?? []).map(({ file }) => unknownFile(file))
  const first = new Map<string, SourceRow>()

  /** The sound rows of a kind: two with one `key` are one too many, and each of `amounts` must be one of the row's currency. */
  function records<Kind extends GivenKind, Of>(
    kind: Kind,
    key: (row: RowOf<(typeof givenColumns)[Kind]>) => string | undefined,
    amount: (row: RowOf<(typeof givenColumns)[Kind]>) => AmountOfRow | undefined,
    record: (row: RowOf<(typeof givenColumns)[Kind]>, amount: Amount, currency: Currency) => Of,
  ): readonly (Of & Given)[] {
    const found: (Of & Given)[] = []
    for (const table of byKind.get(kind) ?? []) {
      const reading = readTable<Columns>(givenColumns[kind], table, context)
      for (const issue of reading.issues) issues.push(issue)
      for (const { source, values } of reading.rows) {
        const row = values as RowOf<(typeof givenColumns)[Kind]>
        const named = values as Named
        const faults = nameIssues(source, named, context)
        const currency = named.currency ?? context.instruments.get(named.instrument as InstrumentId)?.currency ?? context.baseCurrency
        const stated = amount(row)
        const exact = stated === undefined ? (0n as Amount) : exactAmount(stated.value, currency)
        if (stated !== undefined && exact === undefined) faults.push(tooManyPlaces(source, stated, currency))
        const ownKey = key(row)
        const other = first.get(`${kind} ${ownKey}`)
        if (ownKey !== undefined && other !== undefined) faults.push(repeated(source, other))
        else if (ownKey !== undefined) first.set(`${kind} ${ownKey}`, source)
        for (const fault of faults) issues.push(fault)
        const isUnread = named.instrument !== undefined && !context.instruments.has(named.instrument)
        if (faults.length === 0 && exact !== undefined && !isUnread) found.push({ ...record(row, exact, currency), date: named.date, source })
      }
    }
    return found.toSorted((left, right) => left.date - right.date)
  }

  const given: GivenRecords = {
    cash: records(
      'custodian-cash',
      ({ date, currency, account }) => [date, currency, account].join(' '),
      ({ balance }) => ({ column: 'balance', value: balance }),
      (_, balance, currency) => ({ currency, balance }),
    ),
    // Two movements, and two trades, may be alike in all they say.
    items: records(
      'custodian-items',
      () => undefined,
      ({ amount }) => ({ column: 'amount', value: amount }),
      ({ reference, description }, amount, currency) => ({ currency, amount, reference, description }),
    ),
    positions: records(
      'custodian-positions',
      ({ date, instrument, account }) => [date, instrument, account].join(' '),
      () => undefined,
      ({ instrument, settled, pending, on_loan: onLoan }) => ({
        instrument,
        settled,
        pending: pending ?? (0n as Quantity),
        onLoan: onLoan ?? (0n as Quantity),
      }),
    ),
    shares: records(
      'transfer-agent',
      (row) => [row.date, row.class].join(' '),
      () => undefined,
      (row) => ({
        classId: row.class,
        outstanding: row.shares,
        sold: { shares: row.shares_sold, dollars: row.dollars_sold },
        redeemed: { shares: row.shares_redeemed, dollars: row.dollars_redeemed },
        transactions: row.transactions,
      }),
    ),
    trades: records(
      'broker-trades',
      () => undefined,
      ({ amount }) => ({ column: 'amount', value: amount }),
      ({ instrument, side, quantity, reference }, amount, currency) => ({ instrument, side, quantity, currency, amount, reference }),
    ),
  }
  return { given, issues }
}

type AmountOfRow = { readonly column: string; readonly value: Decimal }

/** `recon/custodian-cash-2024-06.csv` and `recon/custodian-cash/2024-06.csv` are both of custodian-cash. */
function kindOf(file: string): GivenKind | undefined {
  const [, name = ''] = file.split('/')
  return givenKinds.find((kind) => name === kind || name.startsWith(`${kind}-`) || name.startsWith(`${kind}.`))
}

type Named = { readonly date: CalendarDate; readonly currency?: Currency; readonly instrument?: InstrumentId; readonly class?: ClassId }

function nameIssues({ file, row }: SourceRow, values: Named, { fund, instruments, isUnreadInstrument }: GivenContext): Issue[] {
  const { date, instrument, class: classId } = values
  const issues: Issue[] = []
  const add = (column: string, issue: Omit<Issue, 'place'>): unknown => issues.push({ place: { file, row, column }, ...issue })
  if (!isCovered(date)) {
    add('date', {
      code: 'date.outside-calendar',
      found: formatCalendarDate(date),
      needed: `a date from ${formatCalendarDate(calendarFrom)} to ${formatCalendarDate(calendarThrough)}, which the calendar covers`,
      remedy: 'Correct the date.',
    })
  } else if (fund !== undefined && date < onOrAfter(fund.series.booksFrom)) {
    add('date', {
      code: 'reconciliation.before-inception',
      found: formatCalendarDate(date),
      needed: `${formatCalendarDate(onOrAfter(fund.series.booksFrom))} or later: before the first net asset value there are no books to hold this against`,
      remedy: 'Correct the date, or leave the row out.',
    })
  }
  if (instrument !== undefined && !instruments.has(instrument) && !isUnreadInstrument(instrument)) {
    const meant = mostLike(instrument, instruments.keys())
    add('instrument', {
      code: 'reference.unknown-instrument',
      found: `"${instrument}"`,
      needed: 'an id of instruments.csv',
      remedy: meant === undefined ? 'Add the instrument to instruments.csv, or correct the id.' : `Did you mean "${meant}"?`,
    })
  }
  if (classId !== undefined && fund !== undefined && !fund.classes.some(({ id }) => id === classId)) {
    const ids = fund.classes.map(({ id }) => id)
    const meant = mostLike(classId, ids)
    add('class', {
      code: 'reference.unknown-class',
      found: `"${classId}"`,
      needed: `a class of fund.yaml: ${ids.join(', ')}`,
      remedy: meant === undefined ? 'Correct the class.' : `Did you mean "${meant}"?`,
    })
  }
  return issues
}

const tooManyPlaces = ({ file, row }: SourceRow, { column, value }: AmountOfRow, currency: Currency): Issue => ({
  code: 'field.too-many-decimals',
  place: { file, row, column },
  found: formatDecimal(value),
  needed: `at most ${minorUnitDigits(currency)} decimal places for an amount in ${currency}`,
  remedy: 'Give the figure as the source states it; Tieout does not round what it is given.',
})

const repeated = ({ file, row }: SourceRow, first: SourceRow): Issue => ({
  code: 'reconciliation.repeated',
  place: { file, row },
  found: 'a second row for the same day and the same thing',
  needed: `one; the first is ${first.file}:${first.row}`,
  remedy: 'Remove one of the two, or name the account of each where there are several.',
})

function unknownFile(file: string): Issue {
  const name = file.slice(file.lastIndexOf('/') + 1)
  const meant = mostLike(name.replace(/\.csv$/, ''), givenKinds)
  return {
    code: 'book.unknown-file',
    place: { file },
    found: `a file "${name}", for a kind of statement there is not`,
    needed: `${givenKinds.join(', ')}; behind the kind, "-" and any word`,
    remedy: meant === undefined ? 'Name the file for the kind of its rows, or move it out of recon/.' : `Did you mean "${meant}.csv"?`,
  }
}
