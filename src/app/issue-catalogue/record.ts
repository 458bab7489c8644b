import type { CatalogueTopic } from './catalogue-topic.ts'

export const recordIssues: CatalogueTopic<'record'> = {
  about: 'Identity of records',
  codes: {
    'record.repeated-id': {
      title: 'An id that is taken',
      meaning:
        'Two records have the same id. The id is the identity of a record: it is either the same record entered twice, or two that cannot be told apart.',
      remedy: 'Remove the row if it is the same record; if not, give one of the two another id.',
    },
    'record.repeated-price': {
      title: 'A price given twice',
      meaning: 'There are two prices of one instrument, day, source and type. It is not certain which of them holds, even if they are equal.',
      remedy: 'Remove one of the two rows, or name the source that it came from.',
    },
    'record.repeated-benchmark': {
      title: 'A level of a benchmark given twice',
      meaning: 'There are two levels of one benchmark and day. It is not certain which of them holds, even if they are equal.',
      remedy: 'Remove one of the two rows.',
    },
    'record.repeated-rate': {
      title: 'An exchange rate given twice',
      meaning: 'There are two rates of one pair of currencies, day, source and time. It is not certain which of them holds, even if they are equal.',
      remedy: 'Remove one of the two rows, or name the source or the time that it came from.',
    },
  },
}
