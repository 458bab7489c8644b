import { describe, expect, test } from 'vitest'
import { type BookText, eventsOf, open, shownIssue } from '../../test/support/book.ts'

const header = 'id, line, effective_date, account, class, currency, debit, credit, base_amount, reason'
const entry = (...lines: readonly string[]): BookText => ({ events: { 'manual-entry': [header, ...lines.map((line) => `m1, ${line}`)].join('\n') } })
const issues = (text: BookText): readonly string[] => open(text).issues.map(shownIssue)
const at = (row: number, rest: string): string => `events/manual-entry.csv:${row} ${rest}`

const receipt = '1, 2024-06-04, 1000, , , 3.00, , , interest on cash'
const income = '2, 2024-06-04, 4100, , , , 3.00, ,'

describe('a manual entry is its lines, in the order of their numbers', () => {
  test('two lines, in any order of rows', () => {
    for (const text of [entry(receipt, income), entry(income, receipt)]) {
      expect(eventsOf(text)).toMatchObject([
        {
          id: 'm1',
          kind: 'manual-entry',
          payload: {
            reason: 'interest on cash',
            lines: [
              { account: '1000', side: 'debit', amount: 300n, base: 300n, currency: 'USD' },
              { account: '4100', side: 'credit', amount: 300n, base: 300n },
            ],
          },
        },
      ])
    }
  })

  test('each line knows its row', () => {
    expect(
      eventsOf(entry(income, receipt)).flatMap((event) => (event.kind === 'manual-entry' ? event.payload.lines.map(({ source }) => source.row) : [])),
    ).toEqual([3, 2])
  })

  test('R6.9: EUR 10,000 bought at 1.05: euros and dollars balance, 1011 and 1012 cancel in base', () => {
    const text = entry(
      '1, 2024-06-04, 1010, , EUR, 10000.00, ,         10500.00, euros bought at 1.05',
      '2, 2024-06-04, 1011, , EUR, ,         10000.00, 10500.00,',
      '3, 2024-06-04, 1012, , ,    10500.00, ,         ,',
      '4, 2024-06-04, 1000, , ,    ,         10500.00, ,',
    )
    expect(issues(text)).toEqual([])
    expect(eventsOf(text)).toMatchObject([{ payload: { lines: [{ amount: 1_000_000n, base: 1_050_000n }, {}, { amount: 1_050_000n, base: 1_050_000n }, {}] } }])
  })

  test('yen have no minor unit', () => {
    expect(eventsOf(entry('1, 2024-06-04, 1010, , JPY, 1000, , 6.40, yen', '2, 2024-06-04, 4300, , JPY, , 1000, 6.40,'))).toMatchObject([
      { payload: { lines: [{ amount: 1000n, base: 640n }, {}] } },
    ])
  })
})

describe('R2.2, R6.9: debits equal credits in each currency and in base', () => {
  test.each([
    ['a cent too much', entry(receipt, income.replace('3.00', '3.01')), [at(2, 'debit manual-entry.unbalanced')]],
    ['one line', entry(receipt), [at(2, 'debit manual-entry.unbalanced')]],
    [
      'euros against dollars',
      entry('1, 2024-06-04, 1010, , EUR, 100.00, , 105.00, test', '2, 2024-06-04, 1000, , , , 105.00, ,'),
      [at(2, 'debit manual-entry.unbalanced'), at(2, 'debit manual-entry.unbalanced')],
    ],
    [
      'euros at two rates',
      entry('1, 2024-06-04, 1010, , EUR, 100.00, , 105.00, test', '2, 2024-06-04, 4300, , EUR, , 100.00, 104.00,'),
      [at(2, 'debit manual-entry.unbalanced')],
    ],
    [
      'dollars that are worth other dollars',
      entry('1, 2024-06-04, 1000, , , 100.00, , 90.00, test', '2, 2024-06-04, 4300, , USD, , 100.00, 90.00,'),
      [at(2, 'base_amount manual-entry.base-differs'), at(3, 'base_amount manual-entry.base-differs')],
    ],
    [
      'euros without a counter-value',
      entry('1, 2024-06-04, 1010, , EUR, 100.00, , , test', '2, 2024-06-04, 4300, , EUR, , 100.00, 104.00,'),
      [at(2, 'base_amount manual-entry.no-base-amount')],
    ],
    [
      'half a yen',
      entry('1, 2024-06-04, 1010, , JPY, 100.5, , 1.00, test', '2, 2024-06-04, 4300, , JPY, , 100.5, 1.00,'),
      [at(2, 'debit field.too-many-decimals'), at(3, 'credit field.too-many-decimals')],
    ],
  ])('%s', (_name, text, expected) => {
    expect(issues(text)).toEqual(expected)
    expect(eventsOf(text)).toEqual([])
  })
})

describe('what a line must be', () => {
  test.each([
    ['no reason', entry(receipt.replace('interest on cash', ''), income), [at(2, 'reason manual-entry.no-reason')]],
    ['two dates', entry(receipt, income.replace('06-04', '06-05')), [at(3, 'effective_date manual-entry.dates')]],
    ['a line number twice', entry(receipt, income.replace('2,', '1,')), [at(3, 'line manual-entry.repeated-line')]],
    ['a debit and a credit', entry(receipt.replace('3.00, ,', '3.00, 3.00,'), income), [at(2, 'debit manual-entry.side')]],
    ['neither', entry(receipt.replace('3.00', ''), income), [at(2, 'debit manual-entry.side')]],
    ['an account that is not there', entry(receipt.replace('1000', '1001'), income), [at(2, 'account reference.unknown-account')]],
    ['capital without a class', entry(receipt, income.replace('4100', '3010')), [at(3, 'class manual-entry.class')]],
  ])('%s', (_name, text, expected) => {
    expect(issues(text)).toEqual(expected)
  })

  test('a class that is not there', () => {
    expect(issues(entry(receipt, income.replace('4100, ,', '3010, z,')))).toEqual([at(3, 'class reference.unknown-class')])
  })

  test.each(['1100', '1190', '6000', '7000', '3000', '1300', '1310', '2100', '2110', '9000'])('%s is kept by a sub-ledger: refused', (account) => {
    expect(issues(entry(receipt, income.replace('4100, ,', account === '3000' ? '3000, a,' : `${account}, ,`)))).toEqual([
      at(3, 'account manual-entry.controlled-account'),
    ])
  })

  test.each([
    ['3100', 'opening-account'],
    ['3200', 'opening-account'],
    ['3400', 'opening-account'],
    ['3090', 'reclassification'],
    ['3190', 'reclassification'],
    ['3290', 'reclassification'],
  ])('%s would not foot in the statements: refused', (account, code) => {
    expect(issues(entry(receipt, income.replace('4100, ,', `${account}, a,`)))).toEqual([at(3, `account manual-entry.${code}`)])
  })

  test.each(['1000', '3010', '5290', '2560', '3150'])('%s is not', (account) => {
    expect(issues(entry(receipt, income.replace('4100, ,', account.startsWith('3') ? `${account}, a,` : `${account}, ,`)))).toEqual([])
  })

  test('one wrong line: the entry is left out whole, and is not called unbalanced besides', () => {
    const text = entry(receipt, '2, 2024-06-04, 4100, , , , 3.001, ,')
    expect(issues(text)).toEqual([at(3, 'credit field.too-many-decimals')])
    expect(eventsOf(text)).toEqual([])
  })

  test('an entry is never booked without a line that could not be read, even where the others balance', () => {
    const text = entry(receipt, income, '3, 2024-06-04, 1000, , , 1OO.00, , ,', '4, 2024-06-04, 4100, , , , 1OO.00, ,')
    expect(issues(text)).toEqual([at(4, 'debit field.number'), at(5, 'credit field.number')])
    expect(eventsOf(text)).toEqual([])
  })

  test('the entries beside it are read', () => {
    const text: BookText = { events: { 'manual-entry': [header, `m1, ${receipt}`, `m2, ${receipt}`, `m2, ${income}`].join('\n') } }
    expect(eventsOf(text).map(({ id }) => id)).toEqual(['m2'])
  })
})
