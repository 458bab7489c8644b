import type { CatalogueTopic } from './catalogue-topic.ts'

export const policyIssues: CatalogueTopic<'policy'> = {
  about: 'Policies of the fund',
  codes: {
    'policy.none-in-force': {
      title: 'No policy in force',
      meaning:
        'On some day of the books, a policy without which no net asset value can be struck is not in force: none begins by then, or the last one has ended.',
      remedy: 'Add the entry for these days, correct its dates, or remove a "through" that ends it.',
    },
    'policy.overlap': {
      title: 'Two entries of a policy at once',
      meaning: 'Two entries of one policy are in force on the same day, so it is not certain which setting holds.',
      remedy: 'End the earlier entry the day before the later begins, or remove one of the two.',
    },
    'policy.dates': {
      title: 'A policy that ends before it begins',
      meaning: 'The "through" of the entry is earlier than its "from".',
      remedy: 'Correct one of the two dates.',
    },
    'policy.budget': {
      title: 'A budget that cannot be told from another',
      meaning: 'A budget has one expense account in all its entries, and a name that is not that of a fee: invoices name both by these words.',
      remedy: 'Give one of the two another name.',
    },
    'policy.unitary-fee': {
      title: 'An expense under a unitary fee',
      meaning:
        'Under a unitary fee the adviser pays the expenses of the fund, but for the accounts that fund_pays names. This budget or fee is in force with it.',
      remedy: 'Remove the entry, end it before the unitary fee begins, or add its account to fund_pays.',
    },
  },
}
