import type { CatalogueTopic } from './catalogue-topic.ts'

export const invoiceIssues: CatalogueTopic<'invoice'> = {
  about: 'Invoices',
  codes: {
    'invoice.account': {
      title: 'An invoice for nothing, or for two things',
      meaning: 'An invoice is against the budget or fee that accrued for it, whose account it then has; or, where nothing did, for an expense account.',
      remedy: 'Give one of the two: "against" or "account".',
    },
    'invoice.dates': {
      title: 'Dates of an invoice in the wrong order',
      meaning: 'The last day that an invoice is for is not before the first, and it is not paid before the day on which it is booked.',
      remedy: 'Correct the date that is wrong. What was paid before the invoice came is booked as an invoice on the day of its payment.',
    },
    'invoice.unknown-budget': {
      title: 'An invoice against what fund.yaml does not have',
      meaning: 'The invoice names a budget or fee that has no entry among the policies. An expense that is not accrued has an account instead.',
      remedy: 'Correct the name, add the budget to fund.yaml, or give the expense account in "account".',
    },
    'invoice.fee-ahead': {
      title: 'A fee billed before its days',
      meaning: 'A fee on net assets is known day by day. This invoice is for days after the one on which it is booked.',
      remedy: 'Correct the period or the date of the invoice.',
    },
    'invoice.borne-by-adviser': {
      title: 'An invoice that the adviser pays',
      meaning: 'Under a unitary fee the adviser pays the expenses of the fund, but for the accounts that fund_pays names.',
      remedy: 'Remove the invoice, or add its account to fund_pays if the fund does pay it.',
    },
  },
}
