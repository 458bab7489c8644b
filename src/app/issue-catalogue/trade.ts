import type { CatalogueTopic } from './catalogue-topic.ts'

export const tradeIssues: CatalogueTopic<'trade'> = {
  about: 'Purchases and sales',
  codes: {
    'trade.no-amount': {
      title: 'A trade without price and net amount',
      meaning: 'The cash of a trade is its net amount as confirmed, or quantity × price with commission and fees. Neither is given.',
      remedy: 'Give the price, the net amount, or both.',
    },
    'trade.amount-rounded': {
      title: 'A net amount that follows from the price within its rounding only',
      meaning:
        'The net amount differs from quantity × price with commission and fees by more than a cent. A price rounded to its last place explains the difference, so the trade is booked at its net amount; the strike carries the difference as an exception.',
      remedy: 'Compare both with the confirmation, and give the price with all the places it was dealt at.',
    },
    'trade.amount-differs': {
      title: 'A net amount that does not follow from the price',
      meaning:
        'The net amount differs from quantity × price, plus commission and fees for a purchase and less them for a sale, by more than the rounding of the price explains.',
      remedy: 'Compare quantity, price, commission, fees and net amount with the confirmation, and correct the one that is wrong.',
    },
    'trade.one-currency': {
      title: 'An exchange of a currency for itself',
      meaning: 'An exchange has two currencies.',
      remedy: 'Correct one of the two.',
    },
  },
}
