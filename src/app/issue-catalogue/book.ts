import type { CatalogueTopic } from './catalogue-topic.ts'

export const bookIssues: CatalogueTopic<'book'> = {
  about: 'The folder and its files',
  codes: {
    'book.missing-folder': {
      title: 'No book at this path',
      meaning: 'The path given does not lead to a folder. A book is a folder with fund.yaml in it.',
      remedy: 'Check the path, and give the folder, not a file in it. "tieout init DIR" makes a new book.',
    },
    'book.missing-file': {
      title: 'A required file is not there',
      meaning:
        'Every book has fund.yaml (the fund, its classes, its policies) and instruments.csv (its securities). One of them was not found under that name.',
      remedy: 'Add the file, or rename the one that is meant. If the path leads to a folder above the book or inside it, give the path of the book.',
    },
    'book.unknown-file': {
      title: 'A file or folder that the format does not have',
      meaning:
        'Something stands in the book that Tieout would not read. It is said so that no record is left out in silence: the name of an event file is the kind of its records, so a misspelt name would lose them all.',
      remedy: 'Correct the name, save the file as CSV, or move it out of the book. Names that begin with "." are read over, and so are README.md and LICENSE.',
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
  },
}
