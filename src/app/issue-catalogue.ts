/**
 * Every issue code with its meaning and its remedy, as `tieout help CODE` prints them, in the order of a book: its files,
 * their form, what stands in them, what they refer to, and what shows when the books are kept. It imports types only.
 */
import type { IssueCode } from '../values/issue.ts'

export type CatalogueEntry = {
  /** In a few words. */
  readonly title: string
  readonly meaning: string
  readonly remedy: string
}

/** The part of a code before its point, with what it is about. */
export const issueTopics = {
  book: 'The folder and its files',
  file: 'Files of text',
  csv: 'CSV files',
  yaml: 'YAML files',
  field: 'Values of a cell or key',
  identifier: 'Identifiers of securities and registrants',
  record: 'Identity of records',
  reference: 'What records refer to',
  fund: 'The fund',
  policy: 'Policies of the fund',
  date: 'Dates and the calendar',
  trade: 'Purchases and sales',
  lots: 'Tax lots',
  capital: 'Fund shares',
  settlement: 'Settlement',
  'manual-entry': 'Entries by hand',
  valuation: 'Prices and values',
  statement: 'Statements',
  presentation: 'Presentation of the report',
  command: 'The command line',
} as const

export const issueCatalogue: Readonly<Record<string, CatalogueEntry>> = {
  'book.missing-folder': {
    title: 'No book at this path',
    meaning: 'The path given does not lead to a folder. A book is a folder with fund.yaml in it.',
    remedy: 'Check the path, and give the folder, not a file in it. "tieout init DIR" makes a new book.',
  },
  'book.missing-file': {
    title: 'A required file is not there',
    meaning: 'Every book has fund.yaml (the fund, its classes, its policies) and instruments.csv (its securities). One of them was not found under that name.',
    remedy: 'Add the file, or rename the one that is meant. If the path leads to a folder above the book or inside it, give the path of the book.',
  },
  'book.unknown-file': {
    title: 'A file or folder that the format does not have',
    meaning:
      'Something stands in the book that Tieout would not read. It is said so that no record is left out in silence: the name of an event file is the kind of its records, so a misspelt name would lose them all.',
    remedy: 'Correct the name, save the file as CSV, or move it out of the book. Names that begin with "." are read over, and so are README.md and LICENSE.',
  },
  'book.folder-not-built': {
    title: 'A folder that this version does not read',
    meaning: 'The format keeps this folder for records (benchmarks, records of the custodian) that this version of Tieout does not use yet.',
    remedy: 'Move the folder out of the book until a version reads it.',
  },
  'book.broken-link': {
    title: 'A link that leads nowhere or in a circle',
    meaning: 'A symbolic link in the book points to a file that is not there, or to a folder that the link itself is in.',
    remedy: 'Mend the link, put the file itself in its place, or remove it.',
  },
  'book.incomplete': {
    title: 'Books that are not complete',
    meaning:
      'A file could not be read, in whole or in a part that everything else rests on. What can be checked without it was checked, and nothing is said that would only follow from its absence, such as a sale of securities whose purchases stand in it.',
    remedy: 'Mend the file first; the other issues say how. Then run again: more may show.',
  },
  'file.encoding': {
    title: 'Not text in UTF-8',
    meaning:
      'The file holds bytes that are not UTF-8, as programs write that save in Windows-1252, in UTF-16 or as a workbook. Nothing is guessed, so none of the file was read.',
    remedy: 'Save the file as UTF-8. In Excel: Save As, "CSV UTF-8 (Comma delimited)".',
  },
  'csv.no-header': {
    title: 'A CSV file without a header',
    meaning: 'The first line of every CSV file names its columns. This file is empty, or its first line names none of them.',
    remedy: 'Write the header line, or remove the file.',
  },
  'csv.delimiter': {
    title: 'Columns not separated by commas',
    meaning: 'The header has semicolons, tabs or bars where commas belong. Spreadsheets write what the region of the computer says.',
    remedy: 'Save the file with commas, and with a point before decimals.',
  },
  'csv.syntax': {
    title: 'A quote or a line end out of place',
    meaning:
      'The row cannot be divided into cells with certainty: a quote stands inside a cell without quotes around it, text follows a closing quote, a quote is not closed, or a line ends with a carriage return alone. The row was left out; its neighbours were read.',
    remedy: 'Put quotes around the whole cell and double each quote inside it, or remove the quote.',
  },
  'csv.cell-count': {
    title: 'Too many or too few cells in a row',
    meaning: 'The row has another number of cells than the header, so it is not certain which value belongs to which column. The row was left out.',
    remedy: 'Put quotes around texts that contain commas, take thousands separators out of numbers, and keep a comma for each empty cell.',
  },
  'csv.empty-row': {
    title: 'A row of empty cells',
    meaning: 'The row has commas and no values. It may be a record that was lost.',
    remedy: 'Delete the line, or fill it in.',
  },
  'csv.blanks': {
    title: 'Blanks at the ends of a cell',
    meaning: 'A cell begins or ends with a blank. Two names that differ by a blank look alike to a person and are different to a program.',
    remedy: 'Remove the blanks.',
  },
  'csv.unknown-column': {
    title: 'A column that the format does not have',
    meaning:
      'The header names a column that files of this kind do not have. If it is much like one that is missing, the rows were checked as if it were that one.',
    remedy: 'Correct the name, or remove the column.',
  },
  'csv.repeated-column': {
    title: 'A column twice',
    meaning: 'Two columns have one name, and it is not certain which of them holds.',
    remedy: 'Remove one of the two, or rename it.',
  },
  'csv.missing-column': {
    title: 'A required column is not there',
    meaning: 'Files of this kind need the column, and the header does not name it. No row of the file could be used; their other cells were checked.',
    remedy: 'Add the column to the header and fill it in every row.',
  },
  'yaml.syntax': {
    title: 'Not YAML',
    meaning: 'The line breaks the form of the file: its indentation, a colon, a quote or a bracket. None of the file was read.',
    remedy: 'Check the line and the one above: indentation by blanks and never by tabs, a colon and a blank behind each key, closed quotes and brackets.',
  },
  'yaml.not-plain': {
    title: 'YAML beyond keys, lists and texts',
    meaning:
      'The file uses an anchor, an alias, a tag, a directive or a second document. They let a line mean what stands elsewhere, and a book is to be read as it stands.',
    remedy: 'Write the value out where it is used. A text that begins with "&", "*" or "!" goes in quotes.',
  },
  'yaml.unknown-key': {
    title: 'A key that the format does not have',
    meaning: 'The key is not one of those that belong in its place. If it is much like one that is missing, its value was checked as if it were that one.',
    remedy: 'Correct the key, or remove it.',
  },
  'yaml.repeated-key': {
    title: 'A key twice',
    meaning: 'One key stands twice in one place, and it is not certain which value holds.',
    remedy: 'Remove one of the two. Items of a list each begin with "- ".',
  },
  'yaml.missing-key': {
    title: 'A required key or section is not there',
    meaning: 'Something that Tieout cannot do without is absent from the file or has no value.',
    remedy: 'Add it; "tieout init" writes a book that has them all.',
  },
  'yaml.wrong-shape': {
    title: 'A list where keys belong, or the reverse',
    meaning: 'Keys with values, a list and a single value are different things, and another one is needed in this place.',
    remedy: 'Compare the lines with the book that "tieout init" writes; each item of a list begins with "- ".',
  },
  'field.required': {
    title: 'An empty cell that is needed',
    meaning: 'The column must be filled in on every row.',
    remedy: 'Fill it in from the source document.',
  },
  'field.text': {
    title: 'Not a text on one line',
    meaning: 'The text contains a tab, a line break or another control character, or nothing but blanks.',
    remedy: 'Write it on one line, with single blanks.',
  },
  'field.identifier': {
    title: 'Not a name that others can refer to',
    meaning: 'Ids are made of letters, digits, ".", "_" and "-", so that they can stand in a file name, a formula or a list.',
    remedy: 'Take the other characters out, here and wherever the name is used.',
  },
  'field.date': {
    title: 'Not a date',
    meaning: 'Dates are written YYYY-MM-DD, and the day must exist. Other forms are refused because 03/04/2026 is two different days in two countries.',
    remedy: 'Write the date as in 2002-12-31. In a spreadsheet, give the column that format before you save it.',
  },
  'field.time': {
    title: 'Not a time of day',
    meaning: 'A time is written HH:MM or HH:MM:SS with 24 hours. It orders purchases and sales of one day.',
    remedy: 'Write it with two digits each, as in 15:59.',
  },
  'field.choice': {
    title: 'Not one of the words allowed',
    meaning: 'The value must be one word of a short list, written exactly so.',
    remedy: 'Take one of the words that the message lists.',
  },
  'field.currency': {
    title: 'Not a currency',
    meaning: 'Currencies are given by their ISO 4217 code. Pence (GBX) and other quote units are not currencies.',
    remedy: 'Write three capital letters, as in USD.',
  },
  'field.country': {
    title: 'Not a country',
    meaning: 'Countries are given by their two letters of ISO 3166-1.',
    remedy: 'Write two capital letters, as in US.',
  },
  'field.number': {
    title: 'Not a number',
    meaning:
      'Numbers are written in digits with a decimal point, without thousands separators, currency signs, blanks and exponents. Where a whole number is needed, the message gives its bounds.',
    remedy: 'Write the digits alone, as in 1234.50.',
  },
  'field.sign': {
    title: 'A number of the wrong sign',
    meaning: 'Quantities, prices and amounts are positive; the kind of record says in which direction they go. A sale has a positive quantity.',
    remedy: 'Remove the minus; if the record is of the other direction, move it to the file of that kind.',
  },
  'field.too-many-decimals': {
    title: 'More decimals than the value can hold',
    meaning:
      'Amounts have the decimals of their currency, quantities 6, fund shares 4 and prices 9. A value with more is refused, because Tieout never rounds what it is given.',
    remedy: 'Compare with the source, and give the figure as it stands there.',
  },
  'field.too-large': {
    title: 'A number too large to be kept',
    meaning: 'The digits of the value, with all its decimals, do not fit 64 bits. That is beyond any amount or quantity of a fund.',
    remedy: 'Check for a decimal point that was lost, or two numbers run together.',
  },
  'field.lots': {
    title: 'Lots not written as ID:QUANTITY',
    meaning: 'The column "lots" of a sale names each lot it relieves with the quantity taken from it.',
    remedy: 'Write the id of the record that opened the lot, a colon and the quantity, with blanks between the lots: purchase-0001:60 purchase-0002:40.',
  },
  'identifier.form': {
    title: 'An identifier of the wrong form',
    meaning:
      'The text has not the length or the characters of its kind of identifier. Spreadsheets drop leading zeros and turn some CUSIPs into powers of ten.',
    remedy: 'Copy it as text from the source. The message gives the likely one where there is one.',
  },
  'identifier.check-digit': {
    title: 'A wrong check digit',
    meaning:
      'The last digit of a CUSIP, ISIN, SEDOL or FIGI, or the last two of an LEI, follow from the characters before them. Here they do not, so at least one character is wrong.',
    remedy: 'Compare it with the source, character by character: the slip may be in any of them.',
  },
  'record.repeated-id': {
    title: 'An id that is taken',
    meaning: 'Two records have the same id. The id is the identity of a record: it is either the same record entered twice, or two that cannot be told apart.',
    remedy: 'Remove the row if it is the same record; if not, give one of the two another id.',
  },
  'record.repeated-price': {
    title: 'A price given twice',
    meaning: 'There are two prices of one instrument, day, source and type. It is not certain which of them holds, even if they are equal.',
    remedy: 'Remove one of the two rows, or name the source that it came from.',
  },
  'record.repeated-rate': {
    title: 'An exchange rate given twice',
    meaning: 'There are two rates of one pair of currencies, day, source and time. It is not certain which of them holds, even if they are equal.',
    remedy: 'Remove one of the two rows, or name the source or the time that it came from.',
  },
  'reference.unknown-instrument': {
    title: 'An instrument that is not in instruments.csv',
    meaning: 'A trade or a price names an instrument that the book does not describe.',
    remedy: 'Correct the id, or add the instrument to instruments.csv.',
  },
  'reference.unknown-class': {
    title: 'A share class that is not in fund.yaml',
    meaning: 'An order or an entry names a class that the fund does not have.',
    remedy: 'Correct the class, or add it to fund.yaml.',
  },
  'reference.unknown-account': {
    title: 'An account that is not in the chart',
    meaning: 'A manual entry names an account code that the chart of accounts does not have.',
    remedy: 'Take a code of the chart of accounts.',
  },
  'reference.affiliated-issuer': {
    title: 'A security of an affiliated issuer',
    meaning:
      'The instrument is marked as of an issuer that is an affiliated person of the fund. Statements show such investments apart (17 CFR 210.6-04.2), and this version does not.',
    remedy: 'Correct the column "affiliated" in instruments.csv if it is wrong. If it is right, this version cannot keep the holding.',
  },
  'fund.books-before-inception': {
    title: 'Books that begin before the fund',
    meaning: 'The day on which the fund was taken on (books_from) lies before its inception.',
    remedy: 'Correct one of the two dates in fund.yaml; leave books_from out where the books begin with the fund.',
  },
  'fund.several-classes': {
    title: 'More than one share class',
    meaning: 'The file fund.yaml has several classes, and this version does not allocate income and expenses among classes.',
    remedy: 'Keep one class in the book.',
  },
  'policy.none-in-force': {
    title: 'No policy in force',
    meaning:
      'On some day of the books, a policy without which no net asset value can be struck is not in force: none begins by then, or the last one has ended.',
    remedy: 'Add the entry for these days, correct its dates, or remove a "through" that ends it.',
  },
  'policy.overlap': {
    title: 'Two entries of a policy at once',
    meaning: 'Two entries of one policy are in force on the same day, so it is not certain which setting holds.',
    remedy: 'End the earlier entry the day before the later begins, or remove one of the two.',
  },
  'policy.dates': {
    title: 'A policy that ends before it begins',
    meaning: 'The "through" of the entry is earlier than its "from".',
    remedy: 'Correct one of the two dates.',
  },
  'date.not-a-business-day': {
    title: 'A trade, price or rate of a day on which the exchange was closed',
    meaning:
      'Trades, orders and prices are dated on business days of the New York Stock Exchange, and this day was a weekend, a holiday or a day of closing. No net asset value is struck on it, so a price of that day would never be used.',
    remedy: 'Compare with the confirmation or the source of the price. The message names the business days on either side.',
  },
  'date.before-inception': {
    title: 'A date before the fund began',
    meaning: 'The record is dated before the inception of the series.',
    remedy: 'Correct the date, or the inception in fund.yaml.',
  },
  'date.outside-calendar': {
    title: 'A date that the calendar does not cover',
    meaning: 'The calendar of the exchange is kept for the years 1990 to 2035 only. Most often the year is mistyped.',
    remedy: 'Correct the date.',
  },
  'trade.no-amount': {
    title: 'A trade without price and net amount',
    meaning: 'The cash of a trade is its net amount as confirmed, or quantity × price with commission and fees. Neither is given.',
    remedy: 'Give the price, the net amount, or both.',
  },
  'trade.amount-rounded': {
    title: 'A net amount that follows from the price within its rounding only',
    meaning:
      'The net amount differs from quantity × price with commission and fees by more than a cent. A price rounded to its last place explains the difference, so the trade is booked at its net amount; the strike carries the difference as an exception.',
    remedy: 'Compare both with the confirmation, and give the price with all the places it was dealt at.',
  },
  'trade.amount-differs': {
    title: 'A net amount that does not follow from the price',
    meaning:
      'The net amount differs from quantity × price, plus commission and fees for a purchase and less them for a sale, by more than the rounding of the price explains.',
    remedy: 'Compare quantity, price, commission, fees and net amount with the confirmation, and correct the one that is wrong.',
  },
  'lots.insufficient': {
    title: 'A sale of more than is held',
    meaning: 'On the day of the sale the fund held fewer units of the instrument, or of the lot named, than are sold. Short positions are not kept.',
    remedy: 'Add the missing purchase, or correct the quantity, the date or the instrument of the sale.',
  },
  'lots.selection-missing': {
    title: 'No lots named',
    meaning: 'The policy lot_relief is "specific", several lots are open, and the sale does not say which of them it relieves.',
    remedy: 'Fill in the column "lots" as ID:QUANTITY, or let the policy be "fifo".',
  },
  'lots.selection-differs': {
    title: 'Lots that do not add to the sale',
    meaning: 'The quantities in "lots" add to more or less than the quantity sold.',
    remedy: 'Correct the quantities of the lots, or the quantity sold.',
  },
  'lots.unknown-lot': {
    title: 'A lot that is not open',
    meaning: 'The sale names a lot that was never opened for this instrument, that was opened later, or that is sold already.',
    remedy: 'Name an open lot, by the id of the purchase that opened it.',
  },
  'capital.no-amount': {
    title: 'An order without dollars and shares',
    meaning: 'A subscription or redemption is for dollars or for fund shares, and the other follows from the net asset value per share. Neither is given.',
    remedy: 'Give the dollars, the shares, or both as the transfer agent reports them.',
  },
  'capital.no-price': {
    title: 'An order without a net asset value',
    meaning:
      'Orders are dealt at the net asset value per share of their trade date (17 CFR 270.22c-1), and the class had none on that day: nothing was struck, or all its shares were redeemed before. This version does not open a class again once all its shares are redeemed.',
    remedy: 'Correct the trade date, or the redemption that took the last shares. The first order of a class is a subscription, on the day the class begins.',
  },
  'capital.price-not-positive': {
    title: 'An order at a net asset value of zero or less',
    meaning:
      'Orders are dealt at the net asset value per share of their trade date (17 CFR 270.22c-1). On that day it was zero or less, and no number of shares is worth the dollars of the order.',
    remedy:
      'Look for what brings net assets that low: a missing record, a wrong price, an entry on the wrong side. If the net asset value is right, remove the order.',
  },
  'capital.too-small': {
    title: 'An order that comes to nothing',
    meaning:
      'At the net asset value per share of its trade date the dollars of the order buy no share, or its shares cost no cent. Booked, it would change the value of the shares of all others.',
    remedy: 'Correct the amount or the shares, or remove the order.',
  },
  'capital.insufficient-shares': {
    title: 'A redemption of more shares than are outstanding',
    meaning: 'On the day of the order the class had fewer shares outstanding than are redeemed.',
    remedy: 'Add the missing subscription, or correct the order.',
  },
  'capital.dollars-differ': {
    title: 'Dollars that are not shares × net asset value',
    meaning:
      'An order states both dollars and shares, and they do not agree at the net asset value per share of its trade date within the rounding of both. The order is booked as stated; the strike carries the difference as an exception.',
    remedy: 'Compare price, date, shares and dollars with the transfer agent.',
  },
  'settlement.before-trade': {
    title: 'Settled before it was traded',
    meaning: 'The settlement date of a trade or order is earlier than its trade date.',
    remedy: 'Correct one of the two dates.',
  },
  'settlement.unknown-trade': {
    title: 'A settlement of nothing that the book has',
    meaning: 'The column "of" names no purchase, sale, subscription or redemption of the book.',
    remedy: 'Correct the id, or add the trade.',
  },
  'settlement.nothing-open': {
    title: 'A settlement of what is settled already',
    meaning: 'All cash of the trade has moved before this record.',
    remedy: 'Remove the record, or correct the trade it names.',
  },
  'settlement.exceeds-trade': {
    title: 'More settled than is open',
    meaning: 'The record moves more cash, or delivers more units, than is still open of the trade.',
    remedy: 'Correct the amount or the quantity. Cash that is no part of the trade is a manual entry.',
  },
  'settlement.no-units': {
    title: 'A quantity where nothing is delivered',
    meaning: 'The record settles an order of fund shares and gives a quantity. Only cash moves for such an order.',
    remedy: 'Empty the quantity, and give the amount where only a part was paid.',
  },
  'manual-entry.no-reason': {
    title: 'An entry without a reason',
    meaning: 'An entry by hand says on its first line why it is made.',
    remedy: 'Write the reason so that an auditor understands it without asking.',
  },
  'manual-entry.dates': {
    title: 'Two dates in one entry',
    meaning: 'Lines that share an id are one entry, and it has one date.',
    remedy: 'Correct the date, or give the lines an id of their own.',
  },
  'manual-entry.repeated-line': {
    title: 'A line number twice',
    meaning: 'Two lines of one entry have the same number: the entry may stand in the file twice.',
    remedy: 'Number the lines 1, 2, 3 and so on, or remove the entry that is there again.',
  },
  'manual-entry.side': {
    title: 'A line that is not one debit or one credit',
    meaning: 'Each line has either a debit or a credit above zero.',
    remedy: 'Use one line for each side.',
  },
  'manual-entry.controlled-account': {
    title: 'An account that a sub-ledger proves',
    meaning: 'Balances of this account are proved by lots, marks, open settlements or shares outstanding. An entry by hand would break that proof.',
    remedy: 'Record the event itself (purchase, sale, price, subscription, settlement), and the account follows.',
  },
  'manual-entry.opening-account': {
    title: 'An account of opening balances',
    meaning:
      'The account holds what a component of capital came to at the opening of a year. Such a balance is set when a fund is taken on or a year is closed, not by an entry within a period: the statements would not foot with it.',
    remedy: 'Enter it on the account of income, expense, gain or distribution that it belongs to.',
  },
  'manual-entry.reclassification': {
    title: 'A reclassification between components of capital',
    meaning:
      'Book-tax differences are moved between paid-in capital, undistributed income and accumulated gains. This version has no line for them in the statements, which would not foot with such an entry. Net assets do not change by it.',
    remedy: 'Leave the entry out until a version reports it.',
  },
  'manual-entry.class': {
    title: 'Capital without its class',
    meaning: 'The account is kept by share class, and the line names none.',
    remedy: 'Name the class of fund.yaml.',
  },
  'manual-entry.no-base-amount': {
    title: 'A foreign amount without its counter-value',
    meaning: 'The line is in another currency than the books, and its amount in the base currency is not given.',
    remedy: 'Fill in base_amount at the rate of the day of the entry.',
  },
  'manual-entry.base-differs': {
    title: 'A counter-value that is not the amount',
    meaning: 'The line is in the base currency, and its base_amount is another than its debit or credit.',
    remedy: 'Empty base_amount, or name the currency of the line if it is a foreign one.',
  },
  'manual-entry.unbalanced': {
    title: 'Debits that are not the credits',
    meaning: 'The lines of an entry add to zero in each currency and in the base currency, and these do not.',
    remedy: 'Correct the line that is wrong, or add the one that is missing; the message gives the difference.',
  },
  'valuation.rate-missing': {
    title: 'No exchange rate of a day',
    meaning: 'Something in a foreign currency is bought, sold, paid or valued on a day of which rates/ has no rate that the policy exchange_rates takes.',
    remedy: 'Add the rate of that day to a file in rates/, or correct the time and sources of the policy.',
  },
  'valuation.price-missing': {
    title: 'A holding without a price',
    meaning:
      'A security is held on a day for which there is no price that the valuation policy takes. The price of an earlier day is never carried over in silence.',
    remedy: 'Add the row that the message gives, or correct the policy if it should take another type or source.',
  },
  'valuation.price-ambiguous': {
    title: 'Several prices and no order between their sources',
    meaning: 'Two sources give a price of the same type for the day, and the valuation policy does not say which goes first.',
    remedy: 'Set price_sources in the valuation policy, or remove one of the prices.',
  },
  'valuation.price-currency': {
    title: 'A price in another currency than its instrument',
    meaning: 'The price row states a currency that is not that of the instrument.',
    remedy: 'Give the price in the currency of the instrument, or correct instruments.csv.',
  },
  'valuation.rate-pair': {
    title: 'No pair of currencies with a foreign one in front',
    meaning:
      'The column "currency" names the foreign currency of the pair, and the base currency stands on the other side without being named. Here the two sides are one currency, or the base currency stands in the place of the foreign one.',
    remedy: 'Name the foreign currency, and say with "quote" in which direction the rate is: base-per-foreign or foreign-per-base.',
  },
  'valuation.fee-not-accrued': {
    title: 'A fee that is not accrued',
    meaning:
      'A policy of fund.yaml has a fee in force and the fund has net assets, but this version does not accrue fees. The net asset value is before that fee; the strike carries this as an exception.',
    remedy: 'Enter the accrual as a manual entry (Dr 5000, Cr 2500), or read the net asset value as before fees.',
  },
  'statement.uncovered-account': {
    title: 'An account that no line of a statement takes',
    meaning: 'An account has a balance, and the statement has no line for it. It would be left out of the report, so the report is not made.',
    remedy: 'Move the balance to an account that has a line, or leave the entry out.',
  },
  'statement.account-in-two-lines': {
    title: 'An account in two lines of a statement',
    meaning: 'Two lines of the statement take the balance of one account, so it would be counted twice. This is a fault of Tieout, not of the book.',
    remedy: 'Report it with the message.',
  },
  'statement.distributions': {
    title: 'Distributions entered by hand',
    meaning:
      'The period has distributions to shareholders that were entered by hand. The financial highlights need their amounts a share, and this version has no kind of event that gives them.',
    remedy: 'Leave the entries out, or report on a period without distributions.',
  },
  'statement.footing': {
    title: 'Printed figures that cannot add',
    meaning:
      'No rounding of the figures lets every total of the statement be the sum of its printed lines while each stays within two units of its exact value.',
    remedy: 'Print in smaller units.',
  },
  'presentation.unknown-file': {
    title: 'A part that no report has',
    meaning: 'A text or table in report/ has a name that no part of the report takes, so it would not be printed.',
    remedy: 'Correct the name of the file, or move it out of the book.',
  },
  'presentation.no-title': {
    title: 'A text without a title',
    meaning: 'A text of the report begins with its title, which also stands in the table of contents.',
    remedy: 'Write a first line "# Title".',
  },
  'presentation.unknown-name': {
    title: 'A name that the report does not know',
    meaning: 'The file report/presentation.yaml names an instrument, an industry or another thing that the book does not have.',
    remedy: 'Correct the name, or remove the line.',
  },
  'command.date-outside-calendar': {
    title: 'A day that the calendar does not cover',
    meaning: 'The day asked for lies outside the years for which the calendar of the exchange is kept.',
    remedy: 'Correct the date.',
  },
  'command.date-before-inception': {
    title: 'A day before the first net asset value',
    meaning: 'The day asked for is before the fund began, and there are no books of it.',
    remedy: 'Ask for a later day; if the fund began earlier, correct the inception in fund.yaml.',
  },
  'command.format': {
    title: 'Unknown format of a report',
    meaning: 'A word after --format names no format that a report can be written in.',
    remedy: 'Take text, html or json, or several of them with commas between.',
  },
  'command.period': {
    title: 'No such period',
    meaning: 'The period is neither a fiscal year nor two dates, the fund did not exist on any day of it, or the book ends before it does.',
    remedy:
      'Write a year such as 2002, or two dates such as 2002-12-31..2003-06-30, of which the book reaches the last; without --period, the last fiscal year that ended is meant.',
  },
  'command.place': {
    title: 'Not a row of a file',
    meaning: 'A row of the book is named by its file and line, with a colon between them.',
    remedy: 'Write it as in events/purchase.csv:12; the header is line 1.',
  },
  'command.no-such-row': {
    title: 'A row that the book does not have',
    meaning: 'The book has no file of this name, or the file has no record on this line.',
    remedy: 'Name the file from the folder of the book, and give the line that the record begins on; the header is line 1.',
  },
  'command.unknown-figure': {
    title: 'Unknown figure or cell',
    meaning: 'The report has no figure with this id and no cell at this place.',
    remedy: 'Take an id or a place from the report written as JSON; the message names the one most like it.',
  },
  'command.from-after-as-of': {
    title: 'A range of days that ends before it begins',
    meaning: 'The first day asked for is later than the last.',
    remedy: 'Correct one of the two dates.',
  },
  'command.folder-not-empty': {
    title: 'A folder with something in it',
    meaning: 'A new book is written into an empty folder only, so that nothing is overwritten.',
    remedy: 'Give another name, or empty the folder.',
  },
} satisfies Record<IssueCode, CatalogueEntry>
