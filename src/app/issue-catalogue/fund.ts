import type { CatalogueTopic } from './catalogue-topic.ts'

export const fundIssues: CatalogueTopic<'fund'> = {
  about: 'The fund',
  codes: {
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
  },
}
