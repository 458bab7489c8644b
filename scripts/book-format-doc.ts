// Makes docs/book-format.md and the JSON Schemas in docs/schemas/ from the column specifications: the format is written once,
// where it is read. The prose of the page stands in this file; every table of columns is generated.
import { dispositionColumns } from '../src/nav/exceptions/disposition.ts'
import { eventKinds } from '../src/events/event.ts'
import { benchmarkColumns } from '../src/market/benchmark-book.ts'
import { haltColumns } from '../src/market/halt.ts'
import { priceColumns } from '../src/market/price.ts'
import { rateColumns } from '../src/market/rate.ts'
import { classColumns, providerColumns, seriesColumns, trustColumns } from '../src/reference/fund-file.ts'
import { instrumentColumns } from '../src/reference/instrument.ts'
import { officerColumns, trusteeColumns } from '../src/reference/people.ts'
import { policyColumns } from '../src/reference/policy.ts'
import { presentationColumns } from '../src/statements/presentation.ts'
import { givenColumns, givenDocs, givenKinds } from '../src/reconciliation/given-columns.ts'
import { type Columns } from '../src/values/table.ts'

const GENERATED = '<!-- generated from the column specifications: npm run docs -->'

/** Path to content, relative to the repository. */
export function bookFormatDocs(): ReadonlyMap<string, string> {
  const csv: Readonly<Record<string, { readonly title: string; readonly columns: Columns }>> = {
    instruments: { title: 'instruments.csv', columns: instrumentColumns },
    prices: { title: 'prices/*.csv', columns: priceColumns },
    benchmarks: { title: 'benchmarks/*.csv', columns: benchmarkColumns },
    halts: { title: 'halts.csv', columns: haltColumns },
    rates: { title: 'rates/*.csv', columns: rateColumns },
    ...Object.fromEntries(Object.values(eventKinds).map(({ kind, columns }) => [kind, { title: `events/${kind}.csv`, columns }])),
    exceptions: { title: 'exceptions.csv', columns: dispositionColumns },
    ...Object.fromEntries(givenKinds.map((kind) => [kind, { title: `recon/${kind}.csv`, columns: givenColumns[kind] }])),
    trustees: { title: 'report/trustees.csv', columns: trusteeColumns },
    officers: { title: 'report/officers.csv', columns: officerColumns },
  }
  const schemas = Object.entries(csv).map(
    ([name, { title, columns }]) => [`docs/schemas/${name}.schema.json`, `${JSON.stringify(rowSchema(title, columns), undefined, 2)}\n`] as const,
  )
  return new Map([['docs/book-format.md', page()], ...schemas, ['docs/schemas/fund.schema.json', `${JSON.stringify(fundSchema(), undefined, 2)}\n`]])
}

const page = (): string => `# The book format

A book is a folder that a person can read and keep in git. It holds the source records of one series; everything else is computed from it and can be thrown away. This is format \`1\`: it is public, and a change that would make an old book mean something else raises the number in \`fund.yaml\`.

\`\`\`
fund.yaml               trust, series, classes, providers, dated policies
instruments.csv         the security master, a row an instrument
events/KIND.csv         records of one kind; or events/KIND/ANY.csv, so that a year can be a file
prices/**.csv           price observations
rates/**.csv            exchange rates
exceptions.csv          what was decided about exceptions; or exceptions/ANY.csv
recon/KIND.csv          what others say of the fund; or recon/KIND-ANY.csv, recon/KIND/ANY.csv
benchmarks/**.csv       levels of benchmarks
halts.csv               halts of trading and delistings, where there are any
report/presentation.yaml, report/*.md, report/*.csv      what the printed report needs besides
\`\`\`

UTF-8, commas, a header with every file, dates as YYYY-MM-DD, a decimal point and no thousands separators. A file or folder that is none of these is an error, so that nothing put into a book is passed over in silence; hidden files, README.md, LICENSE and out/ are left alone.

## What holds for every record

- **Identity.** The book gives the id, in the column \`id\`; it is unique in the book. \`tieout check BOOK --assign-ids\` writes missing ones once. A price has no id: instrument, date, source and type together are its key. Nor has an exchange rate: its key is currency, date, source and time.
- **Two times.** The date in the row is the market's. When a record became known is told by a store, never by a row; a folder has one knowledge time, the whole of it, now.
- **Order.** The order of rows and of files means nothing. Booking goes by effective date, then the rank of the kind (dividends, subscriptions and redemptions, purchases, sales, interest and other income, settlements and reclaims, manual entries), then the time if there is one, then the id.
- **NAV date.** In which net asset value a record first appears is derived from its kind, its date and the policy \`nav_timing\`; no row states it.
- **Numbers** are read exactly and never rounded. One with more places than its kind holds is refused: amounts the minor unit of their currency, quantities 6 places, fund shares 4, prices 9, rates 12.
- **Book hash.** SHA-256 over the records in a canonical form, sorted: JSON with sorted keys and no blanks, empty fields left out, numbers in units of their scale with an \`n\` behind, dates as days since 1970-01-01, and without file and row. Two books with the same records have the same hash, whatever their files and the order of their rows.

## fund.yaml

Every value is text to the reader, so identifiers keep their leading zeros with or without quotes.

### format

\`1\`.

### trust

${columnTable(trustColumns)}

### series

${columnTable(seriesColumns)}

### classes

A list. This version keeps books of one class.

${columnTable(classColumns)}

### providers

A list.

${columnTable(providerColumns)}

### policies

For each kind a list of dated entries. One entry is in force on any day: from its \`from\` through its \`through\`, or until the next. Each is a record of its own.

${Object.entries(policyColumns)
  .map(([kind, columns]) => `#### ${kind}\n\n${columnTable(columns)}`)
  .join('\n\n')}

## instruments.csv

${columnTable(instrumentColumns)}

## Events

${Object.values(eventKinds)
  .map(({ kind, doc, columns }) => `### events/${kind}.csv\n\n${doc}\n\n${columnTable(columns)}`)
  .join('\n\n')}

## prices/*.csv

${columnTable(priceColumns)}

## benchmarks/*.csv

${columnTable(benchmarkColumns)}

## halts.csv

While a halt lasts, no quotation prices the security: a fair value does, or an override.

${columnTable(haltColumns)}

## rates/*.csv

${columnTable(rateColumns)}

## exceptions.csv

What a person decided about an exception, a row each (R5.12). \`tieout exceptions BOOK --rows\` prints the open ones as such rows, to be filled in. A decision holds for the facts that it names: where the exception stands with others it is open again, and the row is said to hold for nothing. Decisions change no number and are not in the book hash; what they change is whether a strike is clear.

${columnTable(dispositionColumns)}

## recon/

What the custodian, the transfer agent and brokers say of the fund, each as it says it. It is held against the books and never booked: it changes no number and is not in the book hash. A statement of a day is whole: what it leaves out is nothing. Each difference is a break, and an exception of the strikes on which it is open; \`tieout reconcile BOOK\` shows all of them.

${givenKinds.map((kind) => `### recon/${kind}.csv\n\n${givenDocs[kind]}\n\n${columnTable(givenColumns[kind])}`).join('\n\n')}

## report/

Nothing here changes a number. \`presentation.yaml\` states what of the printed report has no cause in the books:

${columnTable(presentationColumns)}

and besides, \`column_headings\` (for sal, soo, socna and highlights a list of the lines over the figures) and \`schedule\` (\`symbol_on\`: ids of holdings whose value carries the currency symbol; \`break_before\`: industries that begin a new page).

\`letter.md\`, \`notes.md\`, \`auditor.md\` and \`explanations.md\` are printed as they stand, each begun by its title (\`# Title\`). \`trustees.csv\` and \`officers.csv\` become tables:

### report/trustees.csv

${columnTable(trusteeColumns)}

### report/officers.csv

${columnTable(officerColumns)}
`

function columnTable(columns: Columns): string {
  const rows = Object.entries(columns).map(
    ([name, { field, isRequired, doc }]) => `| \`${name}\` | ${isRequired ? 'yes' : ''} | ${cell(field.describes)} | \`${field.example}\` | ${cell(doc)} |`,
  )
  return [GENERATED, '', '| name | required | what | example | meaning |', '| --- | --- | --- | --- | --- |', ...rows].join('\n')
}

const cell = (text: string): string => text.replaceAll('|', '\\|')

type Schema = Readonly<Record<string, unknown>>

/** JSON Schema (2020-12) of one row, every value a string as it stands in the file. */
const rowSchema = (title: string, columns: Columns): Schema => ({ $schema: 'https://json-schema.org/draft/2020-12/schema', title, ...objectSchema(columns) })

const objectSchema = (columns: Columns, nested: Readonly<Record<string, Schema>> = {}): Schema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.entries(columns).flatMap(([name, { isRequired }]) => (isRequired ? [name] : [])),
  properties: {
    ...Object.fromEntries(
      Object.entries(columns).map(([name, { field, isRequired, doc }]) => [
        name,
        { type: 'string', description: doc, examples: [field.example], ...field.schema, ...(isRequired ? { minLength: 1 } : {}) },
      ]),
    ),
    ...nested,
  },
})

function fundSchema(): Schema {
  const list = (columns: Columns): Schema => ({ type: 'array', items: objectSchema(columns) })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'fund.yaml, with every scalar read as a string',
    type: 'object',
    additionalProperties: false,
    required: ['format', 'trust', 'series', 'classes', 'policies'],
    properties: {
      format: { const: '1' },
      trust: objectSchema(trustColumns),
      series: objectSchema(seriesColumns),
      classes: { ...list(classColumns), minItems: 1, maxItems: 1 },
      providers: list(providerColumns),
      policies: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(Object.entries(policyColumns).map(([kind, columns]) => [kind, list(columns)])),
      },
    },
  }
}
