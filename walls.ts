// The walls: which room of src/ may import which. Data flows down this table; it is the architecture, and `npm run walls`
// holds the code to it. A new edge is a change to this table and to ARCHITECTURE.md in one commit.

export type Room = {
  /** What belongs in the room. */
  readonly holds: string
  /** The rooms it may import, type imports included. Every room may import itself. */
  readonly imports: readonly RoomName[]
  /** The npm packages it may import, each with the reason. */
  readonly packages?: Readonly<Record<string, string>>
  /** Whether the room may touch the machine. All others compute, and are checked without the types of Node. */
  readonly edge?: true
}

export type RoomName =
  | 'values'
  | 'reference'
  | 'book'
  | 'events'
  | 'market'
  | 'lots'
  | 'ledger'
  | 'capital'
  | 'booking'
  | 'valuation'
  | 'accruals'
  | 'nav'
  | 'nav/proof'
  | 'reconciliation'
  | 'import'
  | 'statements'
  | 'render'
  | 'app'
  | 'cli'

export const rooms: Readonly<Record<RoomName, Room>> = {
  values: { holds: 'exact numbers, money, dates, identifiers and issues', imports: [] },
  reference: { holds: 'trust, series, class, instrument, chart of accounts, policies', imports: ['values'] },
  book: {
    holds: 'the folder format: bytes to rows with positions, and back',
    imports: ['values'],
    edge: true,
    packages: { yaml: 'reads YAML, with the position of each node' },
  },
  events: { holds: 'one file per kind of event: its columns and the decoding of a row', imports: ['values', 'reference'] },
  market: { holds: 'observed prices and rates, their sources and levels', imports: ['values', 'reference'] },
  lots: { holds: 'tax lots: opened, relieved, adjusted', imports: ['values'] },
  ledger: { holds: 'journal entries that balance by construction, balances', imports: ['values', 'reference'] }, // accounts and classes by name
  capital: { holds: 'shares outstanding, class capital, allocation', imports: ['values'] },
  booking: {
    holds: 'event to lots and entries; one file per kind of event',
    imports: ['values', 'reference', 'events', 'market', 'lots', 'ledger', 'capital', 'valuation', 'accruals'], // the principal of a trade is a value; an invoice meets what is accrued
  },
  valuation: { holds: 'values of positions, levels, currency translation', imports: ['values', 'reference', 'market', 'lots'] },
  accruals: { holds: 'fees, budgets and invoices: rules that make the entries of a day', imports: ['values', 'reference', 'ledger'] },
  nav: {
    holds: 'the day: what is included, in which order, the net asset value and its checks',
    imports: ['values', 'reference', 'events', 'market', 'lots', 'ledger', 'capital', 'booking', 'valuation', 'accruals'],
  },
  // A second way to the same net asset value: it proves nothing if it shares more than the records with the first.
  'nav/proof': { holds: 'the net asset value once more, another way', imports: ['values', 'reference', 'events', 'market'] },
  reconciliation: {
    holds: 'what custodian, transfer agent and brokers say, held against the books; breaks and their lives',
    imports: ['values', 'reference', 'ledger', 'capital', 'nav'],
  },
  import: {
    holds: 'rows of foreign files to records of a book, by a profile',
    imports: ['values', 'reference', 'events', 'market', 'reconciliation'], // the columns of what others say of the fund
  },
  statements: {
    holds: 'statements as data: figures, footing, identities, notes',
    imports: ['values', 'reference', 'events', 'market', 'lots', 'ledger', 'capital', 'valuation', 'nav'],
  },
  render: {
    holds: 'statements to text, HTML and JSON; no arithmetic',
    imports: ['values', 'statements'],
    packages: { marked: 'turns the Markdown of a report into HTML; it touches nothing outside' },
  },
  app: {
    holds: 'what a user can ask; takes the rows of a book, not its files',
    imports: [
      'values',
      'reference',
      'events',
      'market',
      'lots',
      'ledger',
      'capital',
      'booking',
      'valuation',
      'accruals',
      'nav',
      'reconciliation',
      'import',
      'statements',
      'render',
    ],
  },
  cli: {
    holds: 'words to app, its answer to text and an exit code',
    imports: ['values', 'book', 'app', 'render'],
    edge: true,
    packages: { commander: 'reads the command line' },
  },
}

/** Files that nothing needs to import: the command line's first file, and the surface of the library, which may import any room. */
export const entries: readonly string[] = ['src/cli/main.ts', 'src/index.ts']

export const roomNames = Object.keys(rooms) as readonly RoomName[]
export const edgeRooms = roomNames.filter((room) => rooms[room].edge)
export const innerRooms = roomNames.filter((room) => !rooms[room].edge)
