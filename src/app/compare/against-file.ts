/**
 * The file of an incumbent: net asset values, positions or trial balances, a row each. What a row is follows from the header, in
 * which the usual names of a column are understood; a column that is not is read over and named. Cells are read as strictly as
 * those of a book: nothing is rounded, and a row that cannot be read is an issue with its line.
 */
import { type CalendarDate } from '../../values/calendar-date.ts'
import { type Decimal } from '../../values/decimal.ts'
import { date, type FieldContext, signedDecimal, text } from '../../values/field.ts'
import { compareIssues, type Issue } from '../../values/issue.ts'
import { type Columns, optional, readTable, required, type SourceRow, type SourceTable } from '../../values/table.ts'
import { shown } from '../../values/shown.ts'
import { type AccountCode, accountCode } from '../../reference/chart-of-accounts.ts'

export const againstKinds = ['navs', 'positions', 'trial-balance'] as const
export type AgainstKind = (typeof againstKinds)[number]

/** One class on one day. What the file does not state is undefined. */
export type NavRow = {
  readonly source: SourceRow
  readonly date: CalendarDate
  readonly className: string | undefined
  readonly netAssets: Decimal | undefined
  readonly shares: Decimal | undefined
  readonly navPerShare: Decimal | undefined
}

/** The names that a file has for an instrument: one of them at least. */
export type ForeignName = {
  readonly instrument: string | undefined
  readonly cusip: string | undefined
  readonly isin: string | undefined
  readonly sedol: string | undefined
  readonly ticker: string | undefined
  readonly name: string | undefined
}

export type PositionRow = {
  readonly source: SourceRow
  readonly date: CalendarDate
  readonly names: ForeignName
  /** Negative where the position is short. */
  readonly quantity: Decimal
  readonly price: Decimal | undefined
  readonly value: Decimal | undefined
  readonly cost: Decimal | undefined
}

export type BalanceRow = {
  readonly source: SourceRow
  readonly date: CalendarDate
  readonly account: string
  readonly accountName: string | undefined
  /** Debits less credits. */
  readonly balance: Decimal
}

export type AgainstFile = { readonly file: string; readonly unreadColumns: readonly string[] } & (
  | { readonly kind: 'navs'; readonly rows: readonly NavRow[] }
  | { readonly kind: 'positions'; readonly rows: readonly PositionRow[] }
  | { readonly kind: 'trial-balance'; readonly rows: readonly BalanceRow[] }
)

/** The file is undefined where its kind is not known; where there is any issue, nothing of it is to be compared. */
export type AgainstReading = { readonly against: AgainstFile | undefined; readonly issues: readonly Issue[] }

const navColumns = {
  date: required(date, 'Day of the net asset value.'),
  class: optional(text, 'Share class: its id, its name or its ticker. May be left out where the fund has one.'),
  net_assets: optional(signedDecimal, 'Net assets of the class.'),
  shares: optional(signedDecimal, 'Shares of the class outstanding.'),
  nav_per_share: optional(signedDecimal, 'Net asset value per share, as published.'),
} as const

const positionColumns = {
  date: required(date, 'Day of the position.'),
  instrument: optional(text, 'Id of the instrument in the book.'),
  cusip: optional(text, 'CUSIP.'),
  isin: optional(text, 'ISIN.'),
  sedol: optional(text, 'SEDOL.'),
  ticker: optional(text, 'Ticker, with or without the code of its exchange.'),
  name: optional(text, 'Name of the security.'),
  quantity: required(signedDecimal, 'Units held; negative where short.'),
  price: optional(signedDecimal, 'Price.'),
  value: optional(signedDecimal, 'Value, in the base currency.'),
  cost: optional(signedDecimal, 'Cost, in the base currency.'),
} as const

const balanceColumns = {
  date: required(date, 'Day of the balance.'),
  account: required(text, 'Account: its code in the chart, or its name.'),
  account_name: optional(text, 'Name of the account.'),
  debit: optional(signedDecimal, 'Balance on the debit side.'),
  credit: optional(signedDecimal, 'Balance on the credit side.'),
  balance: optional(signedDecimal, 'Debits less credits, in place of debit and credit.'),
} as const

const accountColumns = {
  account: required(text, 'Account of theirs: what stands in the column "account" or "account_name" of the trial balance.'),
  ours: required(accountCode, 'Account of the chart that it belongs to; several of theirs may belong to one.'),
} as const

const specifications = { navs: navColumns, positions: positionColumns, 'trial-balance': balanceColumns } as const satisfies Record<AgainstKind, Columns>

/** Other headings of a column, the first that a file has is taken. Compared in small letters, with '_' for blanks, '-', '/' and '.'. */
const otherNames: Readonly<Record<AgainstKind, Readonly<Record<string, readonly string[]>>>> = {
  navs: {
    date: ['nav_date', 'value_date', 'valuation_date', 'as_of_date', 'as_of'],
    class: ['share_class', 'class_id', 'class_name'],
    net_assets: ['total_net_assets', 'net_asset_value', 'aum_usd', 'aum', 'tna'],
    shares: ['shares_outstanding', 'outstanding_shares'],
    nav_per_share: ['nav', 'navps', 'nav_share', 'unit_price'],
  },
  positions: {
    date: ['value_date', 'position_date', 'valuation_date', 'as_of_date', 'as_of'],
    instrument: ['instrument_id'],
    ticker: ['symbol', 'ticker_symbol'],
    name: ['security_name', 'company', 'security', 'security_description', 'description'],
    quantity: ['shares', 'units', 'shares_par', 'par_shares', 'position'],
    price: ['market_price', 'unit_price', 'close', 'closing_price'],
    value: ['market_value', 'market_value_base', 'base_market_value'],
    cost: ['book_cost', 'cost_basis', 'total_cost'],
  },
  'trial-balance': {
    date: ['period_end', 'balance_date', 'as_of_date', 'as_of'],
    account: ['account_code', 'account_number', 'gl_account'],
    account_name: ['name', 'account_description', 'description'],
    debit: ['dr', 'debits', 'debit_balance'],
    credit: ['cr', 'credits', 'credit_balance'],
    balance: ['net_balance', 'ending_balance', 'amount'],
  },
}

const nameColumns = ['instrument', 'cusip', 'isin', 'sedol', 'ticker', 'name'] as const
const navFigures = ['net_assets', 'shares', 'nav_per_share'] as const

/** Reads the table as the kind that it is told to be, or that its header says. */
export function readAgainst(table: SourceTable, told: AgainstKind | undefined, context: FieldContext): AgainstReading {
  const kind = told ?? kindOf(table.header)
  if (kind === undefined) return { against: undefined, issues: [unknownKind(table)] }
  const { positions, unread } = headingsOf(kind, table.header)
  const original = new Map([...positions].map(([name, position]) => [name, table.header[position] as string]))
  const kept = [...positions.values()]
  const pick = (cells: readonly string[]): readonly string[] => kept.map((position) => cells[position] ?? '')
  const named: SourceTable = {
    file: table.file,
    sha256: table.sha256,
    header: [...positions.keys()],
    rows: table.rows.map(({ line, cells }) => ({ line, cells: pick(cells) })),
  }
  const { against, issues } = readKind[kind](named, context)
  return {
    against: { ...against, file: table.file, unreadColumns: unread },
    // Said of the headings that the file has.
    issues: issues
      .map((issue): Issue => {
        const { column } = issue.place
        return column === undefined ? issue : { ...issue, place: { ...issue.place, column: original.get(column) ?? column } }
      })
      .toSorted(compareIssues),
  }
}

/** Reads a map of accounts: one row for each of theirs. */
export function readAccountMap(
  table: SourceTable,
  context: FieldContext,
): { readonly accounts: ReadonlyMap<string, AccountCode>; readonly issues: readonly Issue[] } {
  const { rows, issues } = readTable(accountColumns, table, context)
  const accounts = new Map<string, AccountCode>()
  const repeated = rows.flatMap(({ source, values: { account, ours } }): Issue[] => {
    const earlier = accounts.get(account)
    if (earlier === undefined || earlier === ours) {
      accounts.set(account, ours)
      return []
    }
    return [
      {
        code: 'compare.two-accounts',
        place: { file: source.file, row: source.row, column: 'account' },
        found: `${shown(account)} for ${ours}, and before for ${earlier}`,
        needed: 'one account of the chart for each of theirs',
        remedy: 'Remove one of the two.',
      },
    ]
  })
  return { accounts, issues: [...issues, ...repeated] }
}

const plainHeading = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s./-]+/g, '_')

/** Where each column of the kind stands in the header, by its own name. */
function headingsOf(kind: AgainstKind, header: readonly string[]): { readonly positions: ReadonlyMap<string, number>; readonly unread: readonly string[] } {
  const plain = header.map(plainHeading)
  const positions = new Map<string, number>()
  for (const name of Object.keys(specifications[kind])) {
    const heading = [name, ...(otherNames[kind][name] ?? [])].find((candidate) => plain.includes(candidate))
    if (heading !== undefined) positions.set(name, plain.indexOf(heading))
  }
  const taken = new Set(positions.values())
  return { positions, unread: header.filter((_, position) => !taken.has(position)) }
}

/** A trial balance names accounts, positions name instruments, and net asset values neither. */
function kindOf(header: readonly string[]): AgainstKind | undefined {
  const has = (kind: AgainstKind, names: readonly string[]): boolean => {
    const { positions } = headingsOf(kind, header)
    return names.some((name) => positions.has(name))
  }
  if (has('trial-balance', ['account'])) return 'trial-balance'
  if (has('positions', nameColumns) && has('positions', ['quantity'])) return 'positions'
  return has('navs', navFigures) ? 'navs' : undefined
}

type Reader = (table: SourceTable, context: FieldContext) => { readonly against: Parts; readonly issues: readonly Issue[] }
type Parts =
  | { readonly kind: 'navs'; readonly rows: readonly NavRow[] }
  | { readonly kind: 'positions'; readonly rows: readonly PositionRow[] }
  | { readonly kind: 'trial-balance'; readonly rows: readonly BalanceRow[] }

const readKind: Readonly<Record<AgainstKind, Reader>> = {
  navs: (table, context) => {
    const { rows, issues } = readTable(navColumns, table, context)
    const stated = rows.map(({ source, values }): NavRow => {
      const { date: on, class: className, net_assets: netAssets, shares, nav_per_share: navPerShare } = values
      return { source, date: on, className, netAssets, shares, navPerShare }
    })
    const empty = stated.filter(({ netAssets, shares, navPerShare }) => netAssets === undefined && shares === undefined && navPerShare === undefined)
    return {
      against: { kind: 'navs', rows: stated },
      issues: [...issues, ...empty.map(({ source }) => nothingStated(source, navFigures)), ...stated.flatMap(navIssues)],
    }
  },
  positions: (table, context) => {
    const { rows, issues } = readTable(positionColumns, table, context)
    const stated = rows.map(({ source, values }): PositionRow => {
      const { date: on, quantity, price, value, cost, ...names } = values
      return { source, date: on, names, quantity, price, value, cost }
    })
    const unnamed = stated.filter(({ names }) => nameColumns.every((name) => names[name] === undefined))
    return { against: { kind: 'positions', rows: stated }, issues: [...issues, ...unnamed.map(({ source }) => nothingStated(source, nameColumns))] }
  },
  'trial-balance': (table, context) => {
    const { rows, issues } = readTable(balanceColumns, table, context)
    const zero: Decimal = { units: 0n, scale: 0 }
    const empty: Issue[] = []
    const stated = rows.map(({ source, values }): BalanceRow => {
      const { date: on, account, account_name: accountName, debit, credit, balance } = values
      const hasSides = debit !== undefined || credit !== undefined
      if (hasSides === (balance !== undefined)) empty.push(hasSides ? twoBalances(source) : nothingStated(source, ['debit', 'credit', 'balance']))
      const [left, right] = [debit ?? zero, credit ?? zero]
      const scale = Math.max(left.scale, right.scale)
      const at = ({ units, scale: own }: Decimal): bigint => units * 10n ** BigInt(scale - own)
      return { source, date: on, account, accountName, balance: balance ?? { units: at(left) - at(right), scale } }
    })
    return { against: { kind: 'trial-balance', rows: stated }, issues: [...issues, ...empty] }
  },
}

/** A net asset value per share is divided by, and so are shares where net assets stand alone beside them. */
const navIssues = ({ source, navPerShare, netAssets }: NavRow): Issue[] =>
  [
    { column: 'nav_per_share', value: navPerShare },
    { column: 'net_assets', value: netAssets },
  ].flatMap(({ column, value }) =>
    value === undefined || value.units > 0n
      ? []
      : [
          {
            code: 'field.sign' as const,
            place: { file: source.file, row: source.row, column },
            found: value.units === 0n ? 'zero' : 'a number below zero',
            needed: 'a number above zero',
            remedy: 'Correct it, or leave the row out: a day without a net asset value cannot be compared.',
          },
        ],
  )

const nothingStated = ({ file, row }: SourceRow, columns: readonly string[]): Issue => ({
  code: 'compare.nothing-stated',
  place: { file, row },
  found: `none of ${columns.join(', ')}`,
  needed: 'one of them at least',
  remedy: 'Fill it in, or leave the row out.',
})

const twoBalances = ({ file, row }: SourceRow): Issue => ({
  code: 'compare.two-balances',
  place: { file, row },
  found: 'a balance, and a debit or credit beside it',
  needed: 'the balance alone (debits less credits), or debit and credit',
  remedy: 'Leave one of the two out.',
})

const unknownKind = ({ file, header }: SourceTable): Issue => ({
  code: 'compare.unknown-kind',
  place: { file, row: 1 },
  found: shown(header.join(',')),
  needed:
    'columns of net asset values (date, class?, net_assets?, shares?, nav_per_share?), of positions (date, an identifier or name, quantity, price?, value?, cost?) or of a trial balance (date, account, debit and credit, or balance)',
  remedy: 'Rename the columns, or say what the file holds: --kind navs, positions or trial-balance.',
})
