import type { CatalogueTopic } from './catalogue-topic.ts'

export const exceptionIssues: CatalogueTopic<'exception'> = {
  about: 'What was decided about exceptions',
  codes: {
    'exception.disposed-early': {
      title: 'A decision made before its exception arose',
      meaning: 'The row of exceptions.csv is dated before the exception that it decides about.',
      remedy: 'Correct the date of the exception, or the day of the decision.',
    },
    'exception.repeated-disposition': {
      title: 'Two decisions about the same facts',
      meaning: 'Two rows of exceptions.csv name one exception with the same facts, and it is not certain which of them holds.',
      remedy: 'Remove one of the two. Another set of facts under the same date, code and subject is a row of its own.',
    },
    'exception.unknown': {
      title: 'A decision about an exception that there is not',
      meaning:
        'No strike through the day asked for has an exception of that code, subject and date. Either the row names it wrongly, or the records have changed and it stands no more.',
      remedy: 'Correct date, code and subject; where the record was mended, write "corrected"; else remove the row.',
    },
    'exception.facts-changed': {
      title: 'A decision about facts that are others now',
      meaning:
        'The exception stands, but what was found is not what was decided upon: an amount, a price or a date changed. A decision holds for the facts it names, so the exception is open again.',
      remedy: 'Look at it again, and give the row the new facts with a new decision.',
    },
    'exception.not-corrected': {
      title: 'Called corrected, and still there',
      meaning: 'The row says that the records were mended, and a strike still has the exception with the same facts.',
      remedy: 'Mend the record, or decide otherwise: cleared, accepted or timing.',
    },
  },
}
