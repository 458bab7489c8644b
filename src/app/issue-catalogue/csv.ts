import type { CatalogueTopic } from './catalogue-topic.ts'

export const csvIssues: CatalogueTopic<'csv'> = {
  about: 'CSV files',
  codes: {
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
  },
}
