import type { CatalogueTopic } from './catalogue-topic.ts'

export const takeOnIssues: CatalogueTopic<'take-on'> = {
  about: 'A fund taken on from other books',
  codes: {
    'take-on.unbalanced': {
      title: 'Opening balances that do not balance',
      meaning:
        'The balances with which the fund is taken on, with the cost of its lots, have debits that are not equal to credits. Nothing is taken on, so nothing else of the book can be booked on it.',
      remedy: 'Look for the balance that is missing or on the wrong side; the message gives the difference.',
    },
    'take-on.missing': {
      title: 'Books that begin with nothing',
      meaning: 'The file fund.yaml says that the fund was taken on from other books (books_from), and there is nothing that it was taken on with.',
      remedy: 'Add opening balances, lots and shares of that day, or remove books_from.',
    },
    'take-on.date': {
      title: 'An opening record of another day',
      meaning: 'A fund is taken on at the close of one day, which is books_from of fund.yaml, and this record has another date.',
      remedy: 'Correct the date of the record, or books_from.',
    },
    'take-on.account': {
      title: 'A balance that comes from other records',
      meaning: 'Cost of securities comes from the opening lots, and shares outstanding from the opening shares: a balance beside them would count twice.',
      remedy: 'Remove the row, and give the lots or the shares.',
    },
    'take-on.no-due-date': {
      title: 'An open item without its day',
      meaning: 'A receivable or payable of trades, orders or dividends is moved by settlements, one item at a time, and each needs its day.',
      remedy: 'Give each open item a row of its own, with its date in "due".',
    },
    'take-on.due-passed': {
      title: 'An open item that was due before',
      meaning: 'Cash that was due on or before the day of the take-on has moved, or has failed to: then it has a later day.',
      remedy: 'Give the item as cash, or the day on which it is now expected.',
    },
    'take-on.no-item': {
      title: 'A day on a balance that is no open item',
      meaning: 'Only receivables and payables that settlements move have a day on which their cash moves.',
      remedy: 'Empty "due".',
    },
    'take-on.acquired-later': {
      title: 'A lot acquired after the take-on',
      meaning: 'A lot that a fund is taken on with was acquired on or before that day.',
      remedy: 'Correct the date, or record a purchase.',
    },
    'take-on.no-base-cost': {
      title: 'A foreign lot without its cost in the base currency',
      meaning: 'The cost of a foreign lot stays at the rate of the day on which it was acquired, which only the books before know.',
      remedy: 'Fill in base_cost.',
    },
    'take-on.unrealized-differs': {
      title: 'Unrealized appreciation taken on that is not that of the lots',
      meaning:
        'On the day of the take-on the lots at the prices of the book are worth more or less than the balances of 1190 and 1192 say. The difference was posted to the change in unrealized of that day.',
      remedy: 'Compare prices, rates, lots and balances with the books before.',
    },
    'take-on.nav-differs': {
      title: 'A net asset value taken on that the balances do not give',
      meaning: 'Net assets divided by shares, of the balances with which the fund was taken on, is not the value that was published for that day.',
      remedy: 'Compare balances, lots, prices and shares with the books before.',
    },
    'take-on.par-differs': {
      title: 'Par that is not shares × par value',
      meaning: 'The balance of 3000 is not the par of the shares with which the fund was taken on.',
      remedy: 'Move the difference between 3000 and 3010.',
    },
  },
}
