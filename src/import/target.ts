/** What an import can make: records of each kind of file that a book has, with the columns of that file. */
import { type Columns } from '../values/table.ts'
import { eventKindNames, eventKinds } from '../events/event.ts'
import { benchmarkColumns } from '../market/benchmark-book.ts'
import { priceColumns } from '../market/price.ts'
import { rateColumns } from '../market/rate.ts'
import { instrumentColumns } from '../reference/instrument.ts'
import { givenColumns, type GivenKind, givenKinds } from '../reconciliation/given-columns.ts'

export type Target = {
  /** As a profile names it: a kind of event, `price`, `rate`, `benchmark`, `instrument`, or what others say of the fund: `custodian-cash`. */
  readonly name: string
  /** Where its records stand in a book. */
  readonly part: 'events' | 'prices' | 'rates' | 'benchmarks' | 'recon' | 'instruments'
  readonly columns: Columns
  /**
   * The columns that together say which record it is. Undefined where two may be alike in all they say: then the second of
   * such rows in a file is the second of them in the book.
   */
  readonly key: readonly string[] | undefined
  /** The file of the book, for an import named `name`. */
  readonly file: (name: string) => string
  /** Whether a source may say the same again: a price stands beside each lot of a security. An event said twice may have happened twice. */
  readonly maySayTwice: boolean
}

const events = eventKindNames.map((kind): Target => {
  const { columns } = eventKinds[kind]
  return {
    name: kind,
    part: 'events',
    columns,
    // The lines of an entry by hand share its id.
    key: Object.hasOwn(columns, 'line') ? ['id', 'line'] : ['id'],
    file: (name) => `events/${kind}/${name}.csv`,
    maySayTwice: false,
  }
})

const givenKeys: Readonly<Record<GivenKind, readonly string[] | undefined>> = {
  'custodian-cash': ['date', 'currency', 'account'],
  'custodian-items': undefined,
  'custodian-positions': ['date', 'instrument', 'account'],
  'transfer-agent': ['date', 'class'],
  'broker-trades': undefined,
}

const given = givenKinds.map((kind): Target => ({
  name: kind,
  part: 'recon',
  columns: givenColumns[kind],
  key: givenKeys[kind],
  file: (name) => `recon/${kind}/${name}.csv`,
  maySayTwice: false,
}))

export const targets: readonly Target[] = [
  { name: 'instrument', part: 'instruments', columns: instrumentColumns, key: ['id'], file: () => 'instruments.csv', maySayTwice: true },
  ...events,
  {
    name: 'price',
    part: 'prices',
    columns: priceColumns,
    key: ['instrument', 'date', 'source', 'type'],
    file: (name) => `prices/${name}.csv`,
    maySayTwice: true,
  },
  {
    name: 'rate',
    part: 'rates',
    columns: rateColumns,
    key: ['currency', 'date', 'source', 'time', 'against'],
    file: (name) => `rates/${name}.csv`,
    maySayTwice: true,
  },
  {
    name: 'benchmark',
    part: 'benchmarks',
    columns: benchmarkColumns,
    key: ['benchmark', 'date'],
    file: (name) => `benchmarks/${name}.csv`,
    maySayTwice: true,
  },
  ...given,
]
