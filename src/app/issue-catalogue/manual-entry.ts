import type { CatalogueTopic } from './catalogue-topic.ts'

export const manualEntryIssues: CatalogueTopic<'manual-entry'> = {
  about: 'Entries by hand',
  codes: {
    'manual-entry.no-reason': {
      title: 'An entry without a reason',
      meaning: 'An entry by hand says on its first line why it is made.',
      remedy: 'Write the reason so that an auditor understands it without asking.',
    },
    'manual-entry.dates': {
      title: 'Two dates in one entry',
      meaning: 'Lines that share an id are one entry, and it has one date.',
      remedy: 'Correct the date, or give the lines an id of their own.',
    },
    'manual-entry.repeated-line': {
      title: 'A line number twice',
      meaning: 'Two lines of one entry have the same number: the entry may stand in the file twice.',
      remedy: 'Number the lines 1, 2, 3 and so on, or remove the entry that is there again.',
    },
    'manual-entry.side': {
      title: 'A line that is not one debit or one credit',
      meaning: 'Each line has either a debit or a credit above zero.',
      remedy: 'Use one line for each side.',
    },
    'manual-entry.controlled-account': {
      title: 'An account that a sub-ledger proves',
      meaning: 'Balances of this account are proved by lots, marks, open settlements or shares outstanding. An entry by hand would break that proof.',
      remedy: 'Record the event itself (purchase, sale, price, subscription, settlement), and the account follows.',
    },
    'manual-entry.opening-account': {
      title: 'An account of opening balances',
      meaning:
        'The account holds what a component of capital came to at the opening of a year. Such a balance is set when a fund is taken on or a year is closed, not by an entry within a period: the statements would not foot with it.',
      remedy: 'Enter it on the account of income, expense, gain or distribution that it belongs to.',
    },
    'manual-entry.reclassification': {
      title: 'A reclassification between components of capital',
      meaning:
        'Book-tax differences are moved between paid-in capital, undistributed income and accumulated gains. This version has no line for them in the statements, which would not foot with such an entry. Net assets do not change by it.',
      remedy: 'Leave the entry out until a version reports it.',
    },
    'manual-entry.class': {
      title: 'Capital without its class',
      meaning: 'The account is kept by share class, and the line names none.',
      remedy: 'Name the class of fund.yaml.',
    },
    'manual-entry.no-base-amount': {
      title: 'A foreign amount without its counter-value',
      meaning: 'The line is in another currency than the books, and its amount in the base currency is not given.',
      remedy: 'Fill in base_amount at the rate of the day of the entry.',
    },
    'manual-entry.base-differs': {
      title: 'A counter-value that is not the amount',
      meaning: 'The line is in the base currency, and its base_amount is another than its debit or credit.',
      remedy: 'Empty base_amount, or name the currency of the line if it is a foreign one.',
    },
    'manual-entry.unbalanced': {
      title: 'Debits that are not the credits',
      meaning: 'The lines of an entry add to zero in each currency and in the base currency, and these do not.',
      remedy: 'Correct the line that is wrong, or add the one that is missing; the message gives the difference.',
    },
  },
}
