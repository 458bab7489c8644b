import { add, auditBudget, change, lines, manualEntry, policy } from '../changes.ts'
import { type ErrorCase } from '../error-case.ts'

export const referenceCases: readonly ErrorCase[] = [
  {
    code: 'reference.nothing-renamed',
    fault: 'a change of name that changes none',
    files: { 'events/name-change.csv': 'id,effective_date,instrument,name\nname-0001,2026-08-21,ACME,\n' },
    place: { file: 'events/name-change.csv', row: 2, column: 'name' },
    found: 'no new name and no new identifier',
    needed: 'at least one of name, exchange, ticker, cusip, isin, sedol and figi',
    remedy: 'Fill in what changed, or remove the row.',
  },
  {
    code: 'reference.affiliated-issuer',
    fault: 'a purchase of a security of an affiliate',
    files: {
      'instruments.csv': lines(
        'id,name,type,industry,country,currency,income_producing,income_source,affiliated',
        'ACME,Acme Corp.,common-stock,Tools,US,USD,yes,annual report,',
        'BOLT,Bolt Inc.,common-stock,Tools,US,USD,no,annual report,yes',
        'CORE,Core Ltd.,common-stock,Water,US,USD,no,annual report,',
      ),
    },
    place: { file: 'events/purchase.csv', row: 4, column: 'instrument' },
    found: 'BOLT, whose issuer is an affiliated person of the fund',
    needed: 'an instrument of an unaffiliated issuer',
    remedy: 'This version does not keep investments in affiliates apart, as statements must (17 CFR 210.6-04.2).',
  },
  {
    code: 'reference.unknown-account',
    fault: 'an account that is not in the chart',
    files: manualEntry('entry-0001,1,2026-08-21,5299,,,25.00,,,Bank charge', 'entry-0001,2,2026-08-21,1000,,,,25.00,,'),
    place: { file: 'events/manual-entry.csv', row: 2, column: 'account' },
    found: '"5299"',
    needed: 'an account code of the chart, four digits',
    remedy: 'Did you mean 5300 (Dividends on short positions)?',
  },
  {
    code: 'reference.unknown-class',
    fault: 'a class that fund.yaml does not have',
    files: { 'events/subscription.csv': change(',service,', ',servise,') },
    place: { file: 'events/subscription.csv', row: 2, column: 'class' },
    found: '"servise"',
    needed: 'a class of fund.yaml: service',
    remedy: 'Did you mean "service"?',
  },
  {
    code: 'reference.unknown-instrument',
    fault: 'a misspelt instrument of a sale',
    files: { 'events/sale.csv': change('ACME', 'ACNE') },
    place: { file: 'events/sale.csv', row: 2, column: 'instrument' },
    found: '"ACNE"',
    needed: 'an id of instruments.csv',
    remedy: 'Did you mean "ACME"?',
  },
  {
    code: 'reference.unknown-instrument',
    fault: 'an instrument that instruments.csv does not have',
    files: { 'prices/2026-08-21.csv': add('2026-08-21,ZINC,5.00,close,exchange') },
    place: { file: 'prices/2026-08-21.csv', row: 4, column: 'instrument' },
    found: '"ZINC"',
    needed: 'an id of instruments.csv',
    remedy: 'Add the instrument to instruments.csv, or correct the id.',
  },
  {
    code: 'reference.quote-unit',
    fault: 'a quote unit of another currency',
    files: {
      'instruments.csv': (base) =>
        base.replace('cusip\n', 'cusip,quote_unit\n').replace('001ACM105', '001ACM105,').replace('002BLT107', '002BLT107,GBX').replace(/,\n$/, ',,\n'),
    },
    place: { file: 'instruments.csv', row: 3, column: 'quote_unit' },
    found: 'GBX, a unit of GBP',
    needed: 'a unit of USD, the currency of the instrument, or nothing',
    remedy: 'Correct one of the two.',
  },
  {
    code: 'reference.not-an-expense',
    fault: 'a budget on an account that reduces expenses',
    files: policy(...auditBudget.with(3, "      account: '5910'")),
    place: { file: 'fund.yaml', row: 44, column: 'policies.expense_budget.0.account' },
    found: '"5910"',
    needed: 'the code of an expense account, such as 5250 for audit fees',
    remedy: 'Take an account of the 5000s that holds an expense.',
  },
]
