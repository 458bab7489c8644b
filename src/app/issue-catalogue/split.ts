import type { CatalogueTopic } from './catalogue-topic.ts'

export const splitIssues: CatalogueTopic<'split'> = {
  about: 'Splits of securities',
  codes: {
    'split.ratio': {
      title: 'A split that is none',
      meaning: 'New and old units of a split are two numbers above zero that differ.',
      remedy: 'Give the ratio as announced.',
    },
    'split.no-cash': {
      title: 'Fractions paid in cash, for nothing',
      meaning: 'Where fractions of a unit are paid in cash, the record says at what price, or how much.',
      remedy: 'Give cash_price or cash_amount.',
    },
    'split.kept-and-paid': {
      title: 'Fractions that are kept and paid',
      meaning: 'The record gives cash for fractions of a unit and says that they are kept.',
      remedy: 'Say "cash" in fractions, or empty the two columns of cash.',
    },
    'split.nothing-left': {
      title: 'A split that leaves nothing',
      meaning: 'With this ratio not the smallest part of a unit would be left of the holding.',
      remedy: 'Correct the ratio.',
    },
  },
}
