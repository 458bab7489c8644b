import type { CatalogueTopic } from './catalogue-topic.ts'

export const basketIssues: CatalogueTopic<'basket'> = {
  about: 'Baskets of orders in kind',
  codes: {
    'basket.no-header': {
      title: 'An order in kind whose first line says too little',
      meaning:
        'The rows of a creation or a redemption in kind that share an id are the lines of one basket. Trade date, class and fund shares are of the whole order and stand on its first line, that with the lowest number; one of them is not there.',
      remedy: 'Fill it in on the first line. The other lines need only instrument and quantity.',
    },
    'basket.header-differs': {
      title: 'Lines of one order that say different things of it',
      meaning: 'What is of the whole order stands on its first line. Another line says something else of it.',
      remedy: 'Correct one of the two, or give the lines of another order an id of their own.',
    },
    'basket.repeated-line': {
      title: 'A line number twice in an order',
      meaning: 'Two lines of one order in kind have the same number.',
      remedy: 'Number the lines 1, 2, 3 …, or give the second order another id.',
    },
    'basket.repeated-instrument': {
      title: 'A security twice in an order',
      meaning: 'A basket has each security on one line: its units open one lot, or relieve lots together.',
      remedy: 'Add the two quantities on one line.',
    },
  },
}
