import type { CatalogueTopic } from './catalogue-topic.ts'

export const reconciliationIssues: CatalogueTopic<'reconciliation'> = {
  about: 'The books against custodian, transfer agent and brokers',
  codes: {
    'reconciliation.before-inception': {
      title: 'A statement of a day before the books begin',
      meaning: 'A row of recon/ is dated before the first day of the books, so there is nothing to hold it against.',
      remedy: 'Correct the date, or leave the row out.',
    },
    'reconciliation.repeated': {
      title: 'A statement given twice',
      meaning: 'Two rows of recon/ say what is held of one thing on one day, and name no account that would tell them apart.',
      remedy: 'Remove one of the two, or name the account of each where there are several: their figures are then added up.',
    },
    'reconciliation.cash': {
      title: 'Cash of the custodian is not that of the books',
      meaning:
        'Settled cash in a currency differs from accounts 1000 and 1010 on trade date (R12.2). Where recon/custodian-items.csv states the movements, those that one side lacks are named, and so are those that it has on another day.',
      remedy:
        'Book what the books lack, or take it up with the custodian; until both agree, say why in exceptions.csv. "tieout reconcile" shows its age and history.',
    },
    'reconciliation.position': {
      title: 'Units of the custodian are not those of the books',
      meaning: 'Settled and pending units of an instrument differ from those held on trade date (R12.3). There is no tolerance.',
      remedy: 'Look for a trade or a corporate action that one side lacks; until both agree, say why in exceptions.csv.',
    },
    'reconciliation.shares': {
      title: 'Shares of the transfer agent are not those of the books',
      meaning: 'Shares outstanding of a class differ by a thousandth of a share or more (R12.4).',
      remedy: 'Look for an order that one side lacks or has on another day; until both agree, say why in exceptions.csv.',
    },
    'reconciliation.agent-roll': {
      title: 'The transfer agent’s shares do not roll forward',
      meaning: 'Its shares of the business day before, with the orders that it states for the day, are not the shares that it states at its end (R12.4).',
      remedy: 'Ask the transfer agent for the order that its statement leaves out, or for another statement.',
    },
    'reconciliation.orders': {
      title: 'Orders of the transfer agent are not those of the books',
      meaning:
        'Shares or dollars sold or redeemed on a day differ. Dollars may differ by the rounding of each transaction: half of the last place of a share at its price, and half a cent (R12.5).',
      remedy: 'Look for an order that is missing, doubled or at another price, and correct the records; or say why in exceptions.csv.',
    },
    'reconciliation.trade': {
      title: 'A trade and its confirmation differ',
      meaning:
        'A purchase or sale has other units or another net amount than its broker confirms, or only one of the two sides has it; a trade of the books is waited for through the next business day (R12.6).',
      remedy: 'Compare with the confirmation, and correct the record or ask the broker; or say why in exceptions.csv.',
    },
  },
}
