import type { CatalogueTopic } from './catalogue-topic.ts'

export const importIssues: CatalogueTopic<'import'> = {
  about: 'Imports of foreign files',
  codes: {
    'import.rule': {
      title: 'A rule of a profile that says nothing of its rows, or too much',
      meaning:
        'Each rule of a profile does one thing with the rows that fit it: "make" turns them into records, "skip" passes over them and counts them, "refuse" says of each that a book has no place for it.',
      remedy: 'Keep one of the three, and give the profile at least one rule.',
    },
    'import.condition': {
      title: 'A condition that is not understood',
      meaning: 'Under "when" stands a column of the source, and a text, a list of texts, or one of is, is_not, begins, contains, sign and empty.',
      remedy: 'Write it as in "when: { Type: [BUY, B], Quantity: { sign: positive } }".',
    },
    'import.value': {
      title: 'A value of a profile that does not say where it comes from',
      meaning:
        'A column of a record is filled from one column of the source, from several joined, from a sum or a quotient of some, by a constant, or with the instrument that the row names. Each form has words of its own beside it; a word that does nothing is refused, so that nobody takes it for done.',
      remedy: 'Write the column of the source by its name, or one of the forms in docs/import.md.',
    },
    'import.unknown-target': {
      title: 'A column that the record does not have',
      meaning: 'The profile fills a column that records of this kind do not have; its value would be lost.',
      remedy: 'Take a column of docs/book-format.md.',
    },
    'import.unfilled-column': {
      title: 'A required column that the profile leaves empty',
      meaning: 'Records of this kind must have the column, and the profile does not say where it comes from.',
      remedy: 'Name the column of the source that holds it. Where the source does not have it, write a constant, and a comment beside it.',
    },
    'import.date-format': {
      title: 'A format of dates that is not understood',
      meaning: 'A format has a year (YYYY or YY), a month (MM, M or MMM) and a day (DD or D), each once, and the signs between them as they stand.',
      remedy: 'Write it as in DD.MM.YYYY, M/D/YYYY or, for a date with a time behind it, YYYYMMDD*.',
    },
    'import.number-format': {
      title: 'One sign for decimals and for thousands',
      meaning: 'A number such as 1.234 would be read in two ways.',
      remedy: 'State both signs in "numbers", each another.',
    },
    'import.unknown-column': {
      title: 'A column that the file does not have',
      meaning:
        'The profile names a column that stands in no header of the file. The file may be another than the profile is for, or its header stands on another line.',
      remedy: 'Correct the name in the profile, its "header_row", or the file that is given.',
    },
    'import.no-header': {
      title: 'No header where the profile says',
      meaning: 'The line of the file that should name its columns is empty, is inside a quoted text, or is beyond the end of the file.',
      remedy:
        'Correct "header_row" of the profile: lines are counted from 1, empty ones too. For a file without a header write 0, and name the columns 1, 2, 3.',
    },
    'import.ofx': {
      title: 'A file that is not OFX, or not whole',
      meaning:
        'The tags of an OFX file close each other, its values have a tag before them, and there is a statement in it. This file breaks off, was edited, or holds an answer that is an error.',
      remedy: 'Download it again. What the institution itself writes wrongly can be corrected by hand at the line that is named.',
    },
    'import.no-rule': {
      title: 'A row that no rule of the profile fits',
      meaning:
        'Every row becomes a record, or is skipped for a reason that the profile states. A row of a sort that the profile does not know is neither, and is not passed over in silence.',
      remedy: 'Add a rule for rows of this sort. If they are no records (totals, headings), give it "skip" and the reason.',
    },
    'import.no-record': {
      title: 'A row that is taken, and makes nothing',
      meaning: 'The rule makes a record of each of several columns of the row, and all of them are empty.',
      remedy: 'Add a rule that skips such rows, and says why.',
    },
    'import.two-rules': {
      title: 'A row that two rules fit',
      meaning: 'The order of rules means nothing, so that a row that fits two would be read in two ways.',
      remedy: 'Narrow "when" of one of the two. A row that stands for two records has both under one "make".',
    },
    'import.refused-row': {
      title: 'A row that a book has no place for',
      meaning: 'The profile says of these rows that this version keeps no such records. They may have changed the fund all the same.',
      remedy: 'Enter by hand what the row did to the fund (a manual entry, for instance), and import the others with --accept-good-rows.',
    },
    'import.number': {
      title: 'A cell that is no number in the format of the profile',
      meaning:
        'The profile says which signs the source puts before decimals and between thousands, and how it marks a number below zero. Nothing else is read as a number.',
      remedy: 'Correct the cell or "numbers" of the profile. A word that means "none" goes under "blank" of the column.',
    },
    'import.date': {
      title: 'A cell that is no date in the format of the profile',
      meaning: 'The text is not written as the profile says, or there is no such day.',
      remedy: 'Correct the cell, "dates" of the profile, or "date" of the column where one column is written in another way.',
    },
    'import.unmapped-value': {
      title: 'A word of the source without a meaning in the profile',
      meaning: 'The column has a table "values" with the word of the book for each word of the source, and this one is not in it.',
      remedy: 'Add the word and its meaning to "values".',
    },
    'import.division': {
      title: 'A division by zero',
      meaning: 'The profile fills the column by dividing one cell by another, and that is zero in this row.',
      remedy: 'Add a rule that skips such rows, with the reason.',
    },
    'import.unknown-instrument': {
      title: 'A row whose instrument the book does not have',
      meaning:
        'None of the names by which the profile has instruments matched (CUSIP, ISIN, SEDOL, FIGI, ticker, name, id) is in instruments.csv. An instrument is never taken because its name is like another.',
      remedy: 'Add the instrument to instruments.csv, with the identifier that the source uses, or complete the one that is meant.',
    },
    'import.ambiguous-instrument': {
      title: 'A row that names several instruments',
      meaning: 'The row names its instrument by a text that more than one row of instruments.csv has, or gives two names of which each is another instrument.',
      remedy: 'Match by an identifier that is unique, before the ticker or the name; where two names contradict each other, find out which is right.',
    },
    'import.currency': {
      title: 'Amounts in another currency than the instrument',
      meaning:
        'Amounts of a trade are in the currency of its instrument, and those without one in the base currency. The source says that these are in another.',
      remedy: 'Correct the currency of the instrument if it is wrong; otherwise enter the record from a confirmation in the right currency.',
    },
    'import.changed-record': {
      title: 'A record that the book has with other content',
      meaning:
        'The id (of a price: instrument, date, source and type) is in the book already, and the row says something else. A file imported twice adds nothing, and never changes what was booked.',
      remedy: 'If the source has corrected itself, correct the row of the book. If it is another record, have the profile make the id from more columns.',
    },
    'import.repeated-record': {
      title: 'Two rows that make one record',
      meaning: 'Two rows of the file have the same id. They may be one record said twice, or two that the id does not tell apart.',
      remedy: 'Take one of the rows out; or have the profile make the id from more columns, or number what repeats with "repeats: number".',
    },
  },
}
