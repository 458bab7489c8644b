import type { CatalogueTopic } from './catalogue-topic.ts'

export const settlementIssues: CatalogueTopic<'settlement'> = {
  about: 'Settlement',
  codes: {
    'settlement.before-trade': {
      title: 'Settled before it was traded',
      meaning: 'The settlement date of a trade or order is earlier than its trade date.',
      remedy: 'Correct one of the two dates.',
    },
    'settlement.unknown-trade': {
      title: 'A settlement of nothing that the book has',
      meaning:
        'The column "of" names no record of the book that cash moves for: no purchase, sale, subscription, redemption, invoice, dividend, interest or other income.',
      remedy: 'Correct the id, or add the record.',
    },
    'settlement.nothing-open': {
      title: 'A settlement of what is settled already',
      meaning: 'All cash of the record has moved before this one.',
      remedy: 'Remove the record, or correct the id of what it settles.',
    },
    'settlement.exceeds-trade': {
      title: 'More settled than is open',
      meaning: 'The record moves more cash, or delivers more units, than is still open of the trade.',
      remedy:
        'Correct the amount or the quantity. Cash that is no part of a trade is a manual entry; more of a dividend than was booked is a correction of it.',
    },
    'settlement.no-units': {
      title: 'A quantity where nothing is delivered',
      meaning: 'The record settles an order of fund shares, an invoice or an income and gives a quantity. Only cash moves for these.',
      remedy: 'Empty the quantity, and give the amount where only a part was paid.',
    },
  },
}
