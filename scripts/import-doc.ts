// Makes docs/import.md: how a profile is written. The prose stands here; every table of keys is generated from the
// specifications that read a profile.
import { fileColumns, numberColumns, profileColumns, recordColumns, ruleColumns } from '../src/import/read-profile.ts'
import { nameColumns, valueColumns, valueForms } from '../src/import/read-value.ts'
import { targets } from '../src/import/target.ts'
import { type Columns } from '../src/values/table.ts'

export const importDoc = (): ReadonlyMap<string, string> => new Map([['docs/import.md', page()]])

const GENERATED = '<!-- generated from the specifications of a profile: npm run docs -->'

const page = (): string => `# Importing files of other programs

\`tieout import FILE --map PROFILE --into BOOK\` takes the rows of a custodian's, broker's or administrator's file into a book. A profile says what the columns mean. It is a YAML file that a fund accountant writes once for a source and another reviews; what it does not state does not happen.

- **Every row** becomes records, is skipped by a rule that gives the reason, or is a problem with its line, its column and what to do. There is no fourth. Skipped rows are counted and named.
- **All or nothing.** One problem, and nothing is written. \`--accept-good-rows\` leaves out the rows that have one, whole, and takes the others; it ends with exit code 1 all the same, and names what was left out.
- **Twice is once.** An id comes from the source. A record that the book has already, the same in every column that the profile fills, is passed over and counted; the same id with anything else is refused. So a statement that overlaps the last can be imported as it is.
- **Nothing is guessed.** A number, a date or a word that is not written as the profile says is a problem. An instrument is matched by an identifier, a ticker or a name that one row of \`instruments.csv\` has, and never because it is like one.
- **Exact.** Numbers are decimals of any length. Only a quotient is rounded, to the places and in the mode that the profile states.
- **Checked before it is written.** The book is read once more with the new records in it, by the specifications that read it later; what is wrong is said at the row of the source. \`tieout check BOOK\` then keeps the books with them.
- **No file of yours is changed** but \`instruments.csv\`, to which new instruments are appended. Events go to \`events/KIND/NAME.csv\`, prices to \`prices/NAME.csv\`, what others say of the fund to \`recon/KIND/NAME.csv\`, NAME being that of the file or what \`--name\` says; a name that is taken gets a number. Each file is written beside its place and renamed.

\`--dry-run\` says what would be written: counts by kind, the first rows, each new instrument, what is skipped and why, columns that the profile does not use. \`--json\` gives every row.

\`\`\`
$ tieout import statement.qfx --map ofx --into my-fund --dry-run
$ tieout import "Trades August.csv" --map custodian.yaml --into my-fund
\`\`\`

## A profile

\`\`\`yaml
${example.trimEnd()}
\`\`\`

Of the row \`BUY;77;01.03.2024;US0231351067;1.000;178,22;-178.220,00\` it makes a purchase \`c-77\` of 1000 at 178.22 for 178220.00, of the instrument with that ISIN.

${keyTable(profileColumns)}

Beside these: \`file\`, \`numbers\`, \`instruments\` and \`rules\`.

### file

For \`reads: csv\` only; an OFX file says all of it itself. Lines above the header are passed over, and so are blank lines. Cells lose the blanks at their ends. A second column of the same name is \`NAME (2)\`, and one without a name is its number.

${keyTable(fileColumns)}

### numbers

A minus or plus in front is always read. \`symbols\` is a list of texts that stand with a number and are no part of it: \`["$", USD]\`.

${keyTable(numberColumns)}

### instruments

A list, tried in its order: the first name that an instrument of the book has decides. Where a name that was tried before differs from what the book has, that is shown with the result. The CUSIP inside a US or Canadian ISIN counts as a CUSIP.

${keyTable(nameColumns)}

### rules

A list. Each row must fit exactly one rule; their order means nothing.

${keyTable(ruleColumns)}

Exactly one of \`make\`, \`skip\` and \`refuse\` stands in a rule. \`when\` holds conditions, all of which must be met; without it the rule fits every row:

| condition | met where the cell |
| --- | --- |
| \`Type: BUY\` or \`Type: [BUY, B]\` | is that text, or one of them; capitals count |
| \`Type: { is_not: [BUY, B] }\` | is none of them |
| \`Memo: { begins: Total }\`, \`{ contains: fee }\` | begins with the text, or has it inside |
| \`Quantity: { sign: negative }\` | is a number below zero; \`zero\`, \`positive\`, or a list of them |
| \`Ticker: { empty: yes }\` | is empty; \`no\`: is not |
| \`Date: { exchange: closed }\` | is a day on which the New York Stock Exchange is closed; \`open\` |

\`make\` is a list of records: a reinvested dividend can be two.

${keyTable(recordColumns)}

\`columns\` fills the columns of the record ([docs/book-format.md](book-format.md)); a required one that is left out is a problem of the profile. Where a row is wide, with a column for each currency for instance, \`each: [JPY, GBP]\` beside \`columns\` makes a record of each of these columns that is not empty. Rows of \`recon/\` that have no key of their own may be alike in all they say: the second of such rows in a file is the second in the book. Records are ${targets.map(({ name }) => `\`${name}\``).join(', ')}. An \`instrument\` is made only where the book has none that the row names, so that a list of securities can be imported each day.

### How a column is filled

\`price: Price\` takes the column Price of the source. Otherwise one of these, with the keys that it may have:

| form | takes | with |
| --- | --- | --- |
${Object.entries(valueForms)
  .map(([form, { doc, keys }]) => `| \`${form}\` | ${doc} | ${keys.map((key) => `\`${key}\``).join(', ')} |`)
  .join('\n')}

${keyTable(valueColumns)}

\`values\` is a table of words, the source's before the book's: \`{ COMMON: common-stock }\`. \`blank\` is a list of texts that mean an empty cell: \`["-", n/a]\`. A number is taken to a column of numbers and a date to a column of dates, as the profile says they are written. In a column of ids, a character that ids do not have is written as \`_\` and its code: \`A#1\` becomes \`A_231\`.

## OFX and QFX

Statements of brokers and fund companies, in OFX 1 (SGML) and OFX 2 (XML). Every aggregate of a statement is a row, whatever it is: RECORD is its tag, and its columns are the tags of its elements. \`src/import/ofx-table.ts\` lists the columns that are added to them, and \`profiles/ofx.yaml\` uses them. A row is named by its tag and number, \`BUYSTOCK[3]\`, since many files are one line.

## Profiles that come with Tieout

| name | for |
| --- | --- |
| \`ofx\` | investment statements in OFX and QFX: purchases, sales, prices of positions, stocks of the list of securities; positions, cash and its movements as what the custodian says, never booked; each row that this version has no kind of event for is a problem |
| \`ecb-rates\` | the reference rates of the European Central Bank, for a fund that keeps its books in euro |
| \`etf-holdings\` | holdings that an exchange-traded fund publishes each day: instruments, the price as market value over shares, and positions to be held against the books |
| \`etf-flows\` | net creations and redemptions by day |

They lie in \`profiles/\`: copy one and change it.
`

const example = `format: 1
name: Trades of a custodian
reads: csv
dates: DD.MM.YYYY
file: { encoding: windows-1252, delimiter: ";", header_row: 3 }
numbers: { decimal: ",", thousands: "." }
instruments:
  - { column: ISIN, by: isin }
rules:
  - rows: purchases
    when: { Type: BUY }
    make:
      - record: purchase
        columns:
          id: { column: Ref, prefix: c- }
          trade_date: Date
          instrument: { match: instruments }
          quantity: Qty
          price: Price
          net_amount: { column: Amount, sign: reversed }
  - rows: totals
    when: { Type: { begins: Total } }
    skip: A line of totals.
`

const cell = (text: string): string => text.replaceAll('|', '\\|')

function keyTable(columns: Columns): string {
  const rows = Object.entries(columns).map(
    ([name, { field, isRequired, doc }]) => `| \`${name}\` | ${isRequired ? 'yes' : ''} | ${cell(field.describes)} | ${cell(doc)} |`,
  )
  return [GENERATED, '', '| key | required | what | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n')
}
