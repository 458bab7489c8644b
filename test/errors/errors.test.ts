// Every code of an issue has an input that gives it and a message that is compared in full; the list of them is docs/errors.md.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { errorsDoc, errorsDocPath } from '../../scripts/generate-errors-doc.ts'
import { issueCatalogue, issueTopics } from '../../src/app/issue-catalogue.ts'
import { formatPlace } from '../../src/values/issue.ts'
import { baseBook } from './base-book.ts'
import { errorCases } from './cases.ts'
import { issuesOfBook } from './reproduce.ts'

/** Codes that no book can give, with the reason. */
const codesWithoutCase: Readonly<Record<string, string>> = {
  'take-on.missing': 'about books_from of a fund with another inception; tested in src/booking',
  'take-on.unrealized-differs': 'an exception of the first strike; tested in src/booking',
  'take-on.nav-differs': 'an exception of the first strike; tested in src/booking',
  'take-on.par-differs': 'an exception of the first strike; tested in src/booking',
  'income.not-booked': 'follows from the issue of the record it names, which alone is said',
  'income.overdue': 'an exception of a strike a month later; tested in src/booking',
  'income.reclaim-stale': 'an exception of a strike days later; tested in src/booking',
  'statement.uncovered-account': 'found where a report is made; tested in src/statements',
  'statement.account-in-two-lines': 'a fault of the program, found where a report is made; tested in src/statements',
  'statement.distributions': 'found where a report is made; tested in src/statements',
  'statement.footing': 'found where a report is made; tested in src/statements',
  'presentation.unknown-file': 'found where a report is made; tested in src/statements',
  'presentation.no-title': 'found where a report is made; tested in src/statements',
  'presentation.unknown-name': 'found where a report is made; tested in src/statements',
  'compare.unknown-kind': 'about a file compared with; tested in src/app/compare',
  'compare.nothing-stated': 'about a file compared with; tested in src/app/compare',
  'compare.two-balances': 'about a file compared with; tested in src/app/compare',
  'compare.two-accounts': 'about a file compared with; tested in src/app/compare',
  'compare.unknown-class': 'about a file compared with; tested in src/app/compare',
  'compare.repeated-day': 'about a file compared with; tested in src/app/compare',
  'compare.no-common-day': 'about a file compared with; tested in src/app/compare',
  'command.date-outside-calendar': 'about the words of a command; tested in src/cli',
  'command.date-before-inception': 'about the words of a command; tested in src/cli',
  'command.from-after-as-of': 'about the words of a command; tested in src/cli',
  'command.format': 'about the words of a command; tested in src/cli',
  'command.period': 'about the words of a command; tested in src/cli',
  'command.no-such-row': 'about the words of a command; tested in src/cli',
  'command.place': 'about the words of a command; tested in src/cli',
  'command.unknown-figure': 'about the words of a command; tested in src/cli',
  'command.folder-not-empty': 'about the words of a command; tested in src/cli',
  'command.import': 'about the words of a command; tested in src/cli',
  // test/import/profiles.test.ts holds each of them to a test that gives it.
  ...Object.fromEntries(Object.keys(issueTopics.import.codes).map((code) => [code, 'about a file that is imported, and not a book'])),
}

describe('each error', () => {
  test('is not in the book that the cases change', () => expect(issuesOfBook({})).toEqual([]))

  test.each(errorCases.map((each) => [`${each.code}: ${each.fault}`, each] as const))(
    '%s',
    (_, { code, files, at, place, found, needed, remedy, also = [] }) => {
      const issues = issuesOfBook(files, at)
      const { about: _about, impact: _impact, ...issue } = issues.find((one) => one.code === code) ?? { code: 'not raised' }
      expect(issue).toEqual({ code, place, found, needed, remedy })
      expect(issues.filter((one) => one.code !== code).map((one) => `${formatPlace(one.place)} ${one.code}`)).toEqual(also)
      expect(issues.filter((one) => one.code === code)).toHaveLength(1)
    },
  )
})

describe('the catalogue', () => {
  const catalogued = Object.keys(issueCatalogue).toSorted()

  test('has every code of a case, and a case for every code', () => {
    const covered = [...errorCases.map(({ code }) => code as string), ...Object.keys(codesWithoutCase)]
    expect([...new Set(covered)].toSorted()).toEqual(catalogued)
    expect(errorCases.filter(({ code }) => Object.hasOwn(codesWithoutCase, code))).toEqual([])
  })

  test('has every code that stands in the sources, and no other', () => {
    const sources = fileURLToPath(new URL('../../src/', import.meta.url))
    const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith(join('app', 'issue-catalogue')),
    )
    const topics = Object.keys(issueTopics).join('|')
    const codes = files.flatMap((file) =>
      [...readFileSync(join(sources, file), 'utf8').matchAll(new RegExp(`'((?:${topics})\\.[a-z][a-z-]*)'`, 'g'))].map(([, code]) => code as string),
    )
    expect([...new Set(codes)].filter((code) => !/\.(yaml|csv|md)$/.test(code)).toSorted()).toEqual(catalogued)
  })

  test('says each thing in whole sentences', () => {
    for (const { title, meaning, remedy } of Object.values(issueCatalogue)) {
      expect(title).toMatch(/^[A-Z].*[^.]$/)
      expect(meaning).toMatch(/^[A-Z][^]*[.]$/)
      expect(remedy).toMatch(/^[A-Z][^]*[.]$/)
    }
  })

  test('is on disk as docs/errors.md; "npm run docs" mends it', () => expect(readFileSync(errorsDocPath, 'utf8')).toBe(errorsDoc()))
})

const shown = (changes: Parameters<typeof issuesOfBook>[0]): readonly string[] =>
  issuesOfBook(changes).map(({ place, code }) => `${formatPlace(place)} ${code}`)
const replaced = (file: string, from: string, to: string): string => (baseBook[file] as string).replace(from, to)

describe('a consequence of another fault is not reported', () => {
  const late = 'prices/2026-08-21.csv'
  const tooMany = replaced('events/sale.csv', ',100,20.50,2050.00', ',400,20.50,8200.00')

  test.each([
    [
      'a sale of what an unreadable purchase bought',
      { 'events/purchase.csv': replaced('events/purchase.csv', '2026-08-20,ACME,120', '2026-08-2x,ACME,120'), 'events/sale.csv': tooMany },
      ['events/purchase.csv:3 trade_date field.date'],
    ],
    [
      'a sale of what a purchase on a holiday bought',
      { 'events/purchase.csv': replaced('events/purchase.csv', 'purchase-0002,2026-08-20', 'purchase-0002,2026-08-22'), 'events/sale.csv': tooMany },
      ['events/purchase.csv:3 trade_date date.not-a-business-day'],
    ],
    [
      'a sale of what a purchase with a repeated id bought',
      { 'events/purchase.csv': replaced('events/purchase.csv', 'purchase-0002', 'purchase-0001'), 'events/sale.csv': tooMany },
      ['events/purchase.csv:3 id record.repeated-id'],
    ],
    [
      'a sale of what a purchase without an amount bought',
      { 'events/purchase.csv': replaced('events/purchase.csv', '20.05,2406.00', ','), 'events/sale.csv': tooMany },
      ['events/purchase.csv:3 price trade.no-amount'],
    ],
    [
      'a sale of what a purchase with a wrong amount bought',
      { 'events/purchase.csv': replaced('events/purchase.csv', '2406.00', '2604.00'), 'events/sale.csv': tooMany },
      ['events/purchase.csv:3 net_amount trade.amount-differs'],
    ],
    [
      'a sale of what a purchase in a row of too many cells bought',
      { 'events/purchase.csv': replaced('events/purchase.csv', '2406.00', '2,406.00'), 'events/sale.csv': tooMany },
      ['events/purchase.csv:3 csv.cell-count'],
    ],
    [
      'a sale of what a purchase of a misspelt instrument bought',
      { 'events/purchase.csv': replaced('events/purchase.csv', 'ACME,120', 'ACNE,120'), 'events/sale.csv': tooMany },
      ['events/purchase.csv:3 instrument reference.unknown-instrument'],
    ],
    [
      'a missing price whose row could not be read',
      { [late]: replaced(late, '2026-08-21,BOLT,40.20', '2026-08-21,BOLT,40.2O') },
      [`${late}:3 price field.number`],
    ],
    ['a missing price of a misspelt instrument', { [late]: replaced(late, 'BOLT', 'BOLTT') }, [`${late}:3 instrument reference.unknown-instrument`]],
    [
      'trades and prices of an instrument that could not be read',
      { 'instruments.csv': replaced('instruments.csv', '002BLT107', '002BLT108') },
      ['instruments.csv:3 cusip identifier.check-digit'],
    ],
    [
      'whatever rests on a file that could not be read',
      { 'instruments.csv': Uint8Array.from([0x69, 0x64, 0xe9]) },
      ['instruments.csv book.incomplete', 'instruments.csv:1 file.encoding'],
    ],
    [
      'sales and settlements of purchases in a file that could not be read',
      { 'events/purchase.csv': '', 'events/settlement.csv': 'id,settlement_date,of\nsettlement-0001,2026-08-21,purchase-0001\n' },
      ['events/purchase.csv book.incomplete', 'events/purchase.csv:1 csv.no-header'],
    ],
    [
      'missing prices of a file that could not be read',
      { [late]: Uint8Array.from([0xff, 0xfe, 0x41, 0]) },
      [`${late} book.incomplete`, `${late}:1 file.encoding`],
    ],
    [
      'missing prices of a misspelt folder',
      { 'prices/2026-08-20.csv': undefined, [late]: undefined, 'price/2026-08-21.csv': baseBook[late] as string },
      ['price/ book.incomplete', 'price/ book.unknown-file'],
    ],
    [
      'an entry out of balance for a line that could not be read',
      {
        'events/manual-entry.csv':
          'id,line,effective_date,account,debit,credit,reason\ne-1,1,2026-08-21,5290,25.00,,Bank charge\ne-1,2,2026-08-21,1000,,"25,00",\n',
      },
      ['events/manual-entry.csv:3 credit field.number'],
    ],
    [
      'the settlement of a sale that is refused',
      {
        'events/sale.csv': replaced('events/sale.csv', ',100,20.50,2050.00', ',500,20.50,10250.00'),
        'events/settlement.csv': 'id,settlement_date,of\nsettlement-0001,2026-08-21,sale-0001\n',
      },
      ['events/sale.csv:2 quantity lots.insufficient'],
    ],
    [
      'trades of an instrument whose id could not be read',
      { 'instruments.csv': replaced('instruments.csv', 'BOLT,', ',') },
      ['instruments.csv:3 id field.required'],
    ],
    [
      'an order at a net asset value of nothing, where a sale could not be read',
      {
        'events/manual-entry.csv':
          'id,line,effective_date,account,debit,credit,reason\ne-1,1,2026-08-20,5290,200000.00,,Loss\ne-1,2,2026-08-20,1000,,200000.00,\n',
        'events/subscription.csv': `${baseBook['events/subscription.csv']}subscription-0002,2026-08-21,service,500.00,\n`,
        'events/sale.csv': replaced('events/sale.csv', ',100,', ',1OO,'),
        'prices/2026-08-24.csv': (baseBook[late] as string).replaceAll('08-21', '08-24'),
      },
      ['events/sale.csv:2 quantity field.number'],
    ],
    ['a price missing in a file without a header', { [late]: replaced(late, 'date,instrument,price,type,source\n', '') }, [`${late}:1 csv.no-header`]],
    [
      'a policy not in force because its entry could not be read',
      { 'fund.yaml': replaced('fund.yaml', 'method: fifo', 'method: lifo') },
      ['fund.yaml:34 policies.lot_relief.0.method field.choice'],
    ],
  ] as const)('%s', (_, changes, expected) => expect(shown(changes)).toEqual(expected))

  test('a fault hides no other: the missing price of one day beside the unreadable price of another instrument', () => {
    expect(shown({ [late]: 'date,instrument,price,type,source\n2026-08-21,ACME,twenty,close,exchange\n' })).toEqual([
      'prices/ BOLT valuation.price-missing',
      `${late}:2 price field.number`,
    ])
  })

  test.each([
    [
      'a purchase: its price, its date and its instrument',
      { 'events/purchase.csv': replaced('events/purchase.csv', '2026-08-20,ACME,120,20.05', '2026-08-23,ACNE,120,20.0512345678') },
      ['3 instrument reference.unknown-instrument', '3 price field.too-many-decimals', '3 trade_date date.not-a-business-day'],
    ],
    [
      'a purchase: its quantity and an id that another has',
      { 'events/purchase.csv': replaced('events/purchase.csv', 'purchase-0002,2026-08-20,ACME,120', 'purchase-0001,2026-08-20,ACME,12O') },
      ['3 id record.repeated-id', '3 quantity field.number'],
    ],
    [
      'a purchase whose id an unreadable one has before it',
      {
        'events/purchase.csv': replaced('events/purchase.csv', '2026-08-20,ACME,300', '2026-08-20,ACME,3OO').replace('purchase-0002', 'purchase-0001'),
        'events/sale.csv': undefined,
      },
      ['2 quantity field.number', '3 id record.repeated-id'],
    ],
    [
      'a purchase: no amount, and a date before the fund began',
      { 'events/purchase.csv': replaced('events/purchase.csv', '2026-08-20,ACME,120,20.05,2406.00', '2026-08-19,ACME,120,,') },
      ['3 price trade.no-amount', '3 trade_date date.before-inception'],
    ],
    [
      'a redemption: its shares and its class',
      { 'events/redemption.csv': 'id,trade_date,class,shares\nredemption-0001,2026-08-22,servise,1O\n' },
      ['2 class reference.unknown-class', '2 shares field.number', '2 trade_date date.not-a-business-day'],
    ],
    [
      'a settlement: its amount, its date and its trade',
      { 'events/settlement.csv': 'id,settlement_date,of,amount\nsettlement-0001,2062-08-21,purchase-0009,1O\n' },
      ['2 amount field.number', '2 of settlement.unknown-trade', '2 settlement_date date.outside-calendar'],
    ],
    [
      'a settlement before its trade, which has a fault of its own',
      {
        'events/purchase.csv': replaced('events/purchase.csv', '2026-08-20,BOLT,50,40.00,2000.00', '2026-08-24,BOLT,50,4O.00,2000.00'),
        'events/settlement.csv': 'id,settlement_date,of\nsettlement-0001,2026-08-21,purchase-0003\n',
      },
      ['4 price field.number', '2 settlement_date settlement.before-trade'],
    ],
    [
      'an entry: one line unreadable, another of an unknown class, and its date, said once',
      {
        'events/manual-entry.csv':
          'id,line,effective_date,account,class,debit,credit,reason\ne-1,1,2026-08-19,5290,,25.00,,Bank charge\ne-1,2,2026-08-19,3010,servise,,25.00,\ne-1,3,2026-08-19,1000,,"1,00",,\n',
      },
      ['2 effective_date date.before-inception', '3 class reference.unknown-class', '4 debit field.number'],
    ],
    [
      'a price: its figure, its date and its instrument',
      { [late]: replaced(late, '2026-08-21,BOLT,40.20', '2026-08-21,BOLT,40.20,close,exchange\n2026-08-22,BOLD,4O.20') },
      ['4 date date.not-a-business-day', '4 instrument reference.unknown-instrument', '4 price field.number'],
    ],
    [
      'a file without a required column: what stands in the others',
      { 'events/sale.csv': 'id,trade_date,instrument\nsale-0001,2026-08-22,ACME\n' },
      ['1 quantity csv.missing-column', '2 trade_date date.not-a-business-day'],
    ],
  ] as const)('a bad cell hides nothing else of its row. %s', (_, changes, expected) => {
    expect(shown(changes).map((line) => line.replace(/^[^:]*:/, ''))).toEqual(expected)
  })

  test('a price missing on several days is said once, with the days', () => {
    const days = ['2026-08-24', '2026-08-25']
    const issues = issuesOfBook({
      [late]: replaced(late, '2026-08-21,BOLT,40.20,close,exchange\n', ''),
      ...Object.fromEntries(days.map((day) => [`prices/${day}.csv`, `date,instrument,price,type,source\n${day},ACME,20.00,close,exchange\n`])),
    })
    expect(issues.map(({ found }) => found)).toEqual([
      'no price of Bolt Inc. on 2026-08-21, and lot purchase-0003 (events/purchase.csv:4) is held; nor on 2 later days through 2026-08-25',
    ])
  })
})
