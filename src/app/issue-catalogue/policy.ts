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
  },
}
