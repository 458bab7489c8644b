import type { CatalogueTopic } from './catalogue-topic.ts'

export const referenceIssues: CatalogueTopic<'reference'> = {
  about: 'What records refer to',
  codes: {
    'reference.unknown-instrument': {
      title: 'An instrument that is not in instruments.csv',
      meaning: 'A trade or a price names an instrument that the book does not describe.',
      remedy: 'Correct the id, or add the instrument to instruments.csv.',
    },
    'reference.unknown-class': {
      title: 'A share class that is not in fund.yaml',
      meaning: 'An order or an entry names a class that the fund does not have.',
      remedy: 'Correct the class, or add it to fund.yaml.',
    },
    'reference.unknown-account': {
      title: 'An account that is not in the chart',
      meaning: 'A manual entry names an account code that the chart of accounts does not have.',
      remedy: 'Take a code of the chart of accounts.',
    },
    'reference.quote-unit': {
      title: 'A quote unit of another currency',
      meaning: 'The quote unit of an instrument (GBX, ZAc, ILA) is a hundredth of its own currency, and this one is of another.',
      remedy: 'Correct quote_unit or currency in instruments.csv.',
    },
    'reference.affiliated-issuer': {
      title: 'A security of an affiliated issuer',
      meaning:
        'The instrument is marked as of an issuer that is an affiliated person of the fund. Statements show such investments apart (17 CFR 210.6-04.2), and this version does not.',
      remedy: 'Correct the column "affiliated" in instruments.csv if it is wrong. If it is right, this version cannot keep the holding.',
    },
    'reference.not-an-expense': {
      title: 'An account that holds no expense',
      meaning: 'Budgets and invoices are charged to an expense account of the 5000s, and not to one of the 59s, which reduce expenses.',
      remedy: 'Take an expense account from the chart of accounts.',
    },
    'reference.nothing-renamed': {
      title: 'A change of name without a new name',
      meaning: 'A change of name gives at least one new name or identifier of the security.',
      remedy: 'Fill in what changed, or remove the row.',
    },
  },
}
