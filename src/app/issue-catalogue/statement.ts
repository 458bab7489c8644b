import type { CatalogueTopic } from './catalogue-topic.ts'

export const statementIssues: CatalogueTopic<'statement'> = {
  about: 'Statements',
  codes: {
    'statement.uncovered-account': {
      title: 'An account that no line of a statement takes',
      meaning: 'An account has a balance, and the statement has no line for it. It would be left out of the report, so the report is not made.',
      remedy: 'Move the balance to an account that has a line, or leave the entry out.',
    },
    'statement.account-in-two-lines': {
      title: 'An account in two lines of a statement',
      meaning: 'Two lines of the statement take the balance of one account, so it would be counted twice. This is a fault of Tieout, not of the book.',
      remedy: 'Report it with the message.',
    },
    'statement.distributions': {
      title: 'Distributions entered by hand',
      meaning:
        'The period has distributions to shareholders that were entered by hand. The financial highlights need their amounts a share, and this version has no kind of event that gives them.',
      remedy: 'Leave the entries out, or report on a period without distributions.',
    },
    'statement.footing': {
      title: 'Printed figures that cannot add',
      meaning:
        'No rounding of the figures lets every total of the statement be the sum of its printed lines while each stays within two units of its exact value.',
      remedy: 'Print in smaller units.',
    },
  },
}
