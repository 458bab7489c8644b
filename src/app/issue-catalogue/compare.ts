import type { CatalogueTopic } from './catalogue-topic.ts'

export const compareIssues: CatalogueTopic<'compare'> = {
  about: 'Files of an incumbent',
  codes: {
    'compare.unknown-kind': {
      title: 'A file that is not known for what it holds',
      meaning:
        'The header of the file to compare with has no column by which net asset values, positions or a trial balance are known. The usual names of columns are understood.',
      remedy: 'Rename the columns, or say with --kind what the file holds.',
    },
    'compare.nothing-stated': {
      title: 'A row that states nothing to compare',
      meaning: 'A row of net asset values needs at least one figure, a position one name of its instrument, and a balance its debit, credit or balance.',
      remedy: 'Fill it in, or leave the row out.',
    },
    'compare.two-balances': {
      title: 'A balance stated twice',
      meaning: 'A row of a trial balance has a balance and a debit or credit beside it. Which of them is meant is not for Tieout to say.',
      remedy: 'Leave the balance alone, or debit and credit.',
    },
    'compare.two-accounts': {
      title: 'An account mapped twice',
      meaning: 'The map of accounts gives one account of the incumbent two accounts of the chart.',
      remedy: 'Remove one of the two rows.',
    },
    'compare.unknown-class': {
      title: 'A share class that the fund does not have',
      meaning:
        'The class is compared with the id, the name and the ticker of each class of fund.yaml, and is none of them; or the fund has several classes and the row names none.',
      remedy: 'Write the id of a class of fund.yaml.',
    },
    'compare.repeated-day': {
      title: 'Two net asset values of one class and day',
      meaning: 'The file to compare with has a second row of the same class and day. Which of them was published is not for Tieout to say.',
      remedy: 'Remove one of the two.',
    },
    'compare.no-common-day': {
      title: 'No day to compare',
      meaning: 'No row of the file is of a day that the book has a net asset value of.',
      remedy: 'Check the dates of the file and of the book, and --from and --through.',
    },
  },
}
