// Everything that is wrong with a book is said in one run, each with its place, what was found, what is needed and what to do.
import { expect, test } from 'vitest'
import { issueLines } from '../../src/render/issue-text.ts'
import { type Issue } from '../../src/values/issue.ts'
import { baseBook } from './base-book.ts'
import { issuesOfBook } from './reproduce.ts'

const textOf = (issues: readonly Issue[]): string => issues.map((issue) => issueLines(issue).join('\n')).join('\n\n')
const base = (file: string): string => baseBook[file] as string

const faulty = {
  'fund.yaml': base('fund.yaml')
    .replace('fiscal_year_end', 'fiscal_yaer_end')
    .replace('      mode: half-up', '      through: 2026-12-31\n      mode: half-up\n    - from: 2026-12-01\n      decimals: 4\n      mode: half-up'),
  'instruments.csv': `${base('instruments.csv')}DELT,Delta Co.,common-stock,Tools,US,USD,no,annual report,003DLT105\n`,
  'events/subscription.csv': 'id,trade_date,class,sharesholder,amount,shares\nsubscription-0001,2026-08-20,service,A. Holder,100000.00,10000.000\n',
  'events/purchase.csv': `${base('events/purchase.csv')}purchase-0003,2026-08-20,CORE,10,8.00,80.00
purchase-0005,2026-09-07,CORE,10,8.00,80.00
purchase-0006,2026-13-01,CORE,10,8.00,80.00
purchase-0007,2026-08-20,ZINC,10,8.00,80.00
`,
  'events/sale.csv': base('events/sale.csv').replace(',100,20.50,2050.00', ',500,20.50,10250.00'),
  'events/redemption.csv': Uint8Array.from('id,trade_date,class,shareholder,shares\nredemption-0001,2026-08-21,service,Andr\u00e9 Doe,10.000\n', (character) =>
    character.charCodeAt(0),
  ),
  'events/manual-entry.csv':
    'id,line,effective_date,account,debit,credit,reason\nentry-0001,1,2026-08-21,5290,25.00,,Bank charge\nentry-0001,2,2026-08-21,1000,,20.00,\n',
  'prices/2026-08-20.csv': base('prices/2026-08-20.csv').replace('20.10', '20.1000000001'),
  'prices/2026-08-21.csv': base('prices/2026-08-21.csv').replace('2026-08-21,BOLT,40.20,close,exchange\n', ''),
}

test('thirteen faults at once', () => {
  expect(textOf(issuesOfBook(faulty))).toBe(`events/manual-entry.csv:2 debit  manual-entry.unbalanced
  found   entry-0001: debits 25.00, credits 20.00 in USD
  needed  debits equal to credits in each currency and in base
  to do   Correct the lines of entry-0001; they differ by 5.00.

events/purchase.csv:5 id  record.repeated-id
  found   id "purchase-0003" a second time
  needed  an id of its own; events/purchase.csv:4 has this one
  to do   Remove the row if it is the same record once more; if not, give one of the two another id.

events/purchase.csv:6 trade_date  date.not-a-business-day
  found   2026-09-07, on which the New York Stock Exchange is closed (Labor Day)
  needed  a day on which the exchange is open
  to do   The business days beside it are 2026-09-04 and 2026-09-08.

events/purchase.csv:7 trade_date  field.date
  found   "2026-13-01"
  needed  a date that exists, written YYYY-MM-DD
  to do   There is no such day: look the date up in its source.

events/purchase.csv:8 instrument  reference.unknown-instrument
  found   "ZINC"
  needed  an id of instruments.csv
  to do   Add the instrument to instruments.csv, or correct the id.

events/redemption.csv  book.incomplete
  found   books that are not complete, since events/redemption.csv could not be read
  needed  every file of the book readable
  to do   Mend what is said of the file and run again: more may show once it is read.

events/redemption.csv:2  file.encoding
  found   byte E9 at byte offset 78, in Windows-1252 "André"
  needed  text in UTF-8
  to do   Save the file as UTF-8 (in Excel: Save As, "CSV UTF-8 (Comma delimited)").

events/sale.csv:2 quantity  lots.insufficient
  found   a sale of 500 Acme Corp. on 2026-08-21
  needed  at most the 420 held (purchase-0001: 300, purchase-0002: 120); 80 are missing
  to do   Add the missing purchase, or correct the quantity or the date of the sale.

events/subscription.csv:1 sharesholder  csv.unknown-column
  found   column "sharesholder"
  needed  one of id, entered_by, trade_date, class, shareholder, amount, shares, settlement_date
  to do   Did you mean "shareholder"?

fund.yaml:11 series.fiscal_yaer_end  yaml.unknown-key
  found   key "fiscal_yaer_end"
  needed  one of id, name, noun, base_currency, inception, books_from, fiscal_year_end, lei, edgar_series_id
  to do   Did you mean "fiscal_year_end"?

fund.yaml:29 policies.nav_rounding  policy.overlap
  found   nav_rounding from 2026-12-01, while the entry on line 25 is in force through 2026-12-31
  needed  one entry in force on any day
  to do   End the earlier entry the day before, or remove one of the two.

instruments.csv:5 cusip  identifier.check-digit
  found   "003DLT105"
  needed  check digit 2 after "003DLT10"
  to do   Compare it with the source, character by character: the slip may be in any of them.

prices/ BOLT  valuation.price-missing
  found   no price of Bolt Inc. on 2026-08-21, and lot purchase-0003 (events/purchase.csv:4) is held
  needed  a price of type close for that day, by the valuation policy (fund.yaml:40)
  to do   Add to prices/2026-08-21.csv the row "2026-08-21,BOLT,PRICE,close,exchange" (date, instrument, price, type, source) with the price in place of PRICE.

prices/2026-08-20.csv:2 price  field.too-many-decimals
  found   "20.1000000001"
  needed  at most 9 decimal places for a price
  to do   Give the figure as the source states it; Tieout does not round what it is given.`)
})

test('a missing file is said, and all that can be checked without it', () => {
  expect(textOf(issuesOfBook({ ...faulty, 'instruments.csv': undefined }))).toBe(`events/manual-entry.csv:2 debit  manual-entry.unbalanced
  found   entry-0001: debits 25.00, credits 20.00 in USD
  needed  debits equal to credits in each currency and in base
  to do   Correct the lines of entry-0001; they differ by 5.00.

events/purchase.csv:5 id  record.repeated-id
  found   id "purchase-0003" a second time
  needed  an id of its own; events/purchase.csv:4 has this one
  to do   Remove the row if it is the same record once more; if not, give one of the two another id.

events/purchase.csv:6 trade_date  date.not-a-business-day
  found   2026-09-07, on which the New York Stock Exchange is closed (Labor Day)
  needed  a day on which the exchange is open
  to do   The business days beside it are 2026-09-04 and 2026-09-08.

events/purchase.csv:7 trade_date  field.date
  found   "2026-13-01"
  needed  a date that exists, written YYYY-MM-DD
  to do   There is no such day: look the date up in its source.

events/redemption.csv:2  file.encoding
  found   byte E9 at byte offset 78, in Windows-1252 "André"
  needed  text in UTF-8
  to do   Save the file as UTF-8 (in Excel: Save As, "CSV UTF-8 (Comma delimited)").

events/subscription.csv:1 sharesholder  csv.unknown-column
  found   column "sharesholder"
  needed  one of id, entered_by, trade_date, class, shareholder, amount, shares, settlement_date
  to do   Did you mean "shareholder"?

fund.yaml:11 series.fiscal_yaer_end  yaml.unknown-key
  found   key "fiscal_yaer_end"
  needed  one of id, name, noun, base_currency, inception, books_from, fiscal_year_end, lei, edgar_series_id
  to do   Did you mean "fiscal_year_end"?

fund.yaml:29 policies.nav_rounding  policy.overlap
  found   nav_rounding from 2026-12-01, while the entry on line 25 is in force through 2026-12-31
  needed  one entry in force on any day
  to do   End the earlier entry the day before, or remove one of the two.

instruments.csv  book.incomplete
  found   books that are not complete, since instruments.csv and events/redemption.csv could not be read
  needed  every file of the book readable
  to do   Mend what is said of the file and run again: more may show once it is read.

instruments.csv  book.missing-file
  found   no file instruments.csv
  needed  instruments.csv: the securities the fund holds or has held
  to do   Add the file ("tieout init" writes one to begin with), or give the path of the book itself.

prices/2026-08-20.csv:2 price  field.too-many-decimals
  found   "20.1000000001"
  needed  at most 9 decimal places for a price
  to do   Give the figure as the source states it; Tieout does not round what it is given.`)
})

test('an invoice against a budget that cannot be read has no fault of its own', () => {
  const budget = "  expense_budget:\n    - from: 2026-08-20\n      id: audit\n      account: '5250'\n      annual_amount: much\n"
  const issues = issuesOfBook({
    'fund.yaml': `${base('fund.yaml')}${budget}`,
    'events/invoice.csv':
      'id,invoice_date,against,amount,period_from,period_through,pay_date\ninvoice-0001,2026-08-21,audit,40.00,2026-08-20,2026-08-20,2026-08-28\n',
  })
  expect(issues.map(({ code }) => code)).toEqual(['field.number'])
})
