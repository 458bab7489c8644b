import type { CatalogueTopic } from './catalogue-topic.ts'

export const commandIssues: CatalogueTopic<'command'> = {
  about: 'The command line',
  codes: {
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
      meaning:
        'The period is neither a fiscal year nor two dates, the fund did not exist on any day of it, the book ends before it does, or begins within it because the fund was taken on from other books.',
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
    'command.import': {
      title: 'An import that cannot begin',
      meaning: 'There is no file or no profile at the path given, or the name for the files of the book is none that a file of a book can have.',
      remedy: 'Correct the path after --map, that of the file, or the name after --name. "tieout import --help" lists the profiles that come with Tieout.',
    },
  },
}
