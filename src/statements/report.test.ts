/** The report of the first book that "tieout init" writes, changed: what the example of one day cannot show. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { formatDecimal } from '../values/decimal.ts'
import { exampleReport, issuesOfReport, reportOf } from '../../test/support/example-report.ts'
import { breaksOf, movedCells, type Report } from './report.ts'

const template = fileURLToPath(new URL('../../templates/first-book', import.meta.url))

/** A copy of the first book with files put in or replaced. */
function bookWith(files: Readonly<Record<string, string>>): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'tieout-report-')), 'book')
  cpSync(template, folder, { recursive: true })
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content)
  return folder
}

const header = 'id,line,effective_date,account,class,debit,credit,reason\n'

/** Balanced two-line entries: id, date, debit account, credit account, amount. */
const manual = (
  ...entries: readonly (readonly [id: string, date: string, debit: string, credit: string, amount: string])[]
): Readonly<Record<string, string>> => ({
  'events/manual-entry.csv':
    header +
    entries.map(([id, date, debit, credit, amount]) => `${id},1,${date},${debit},,${amount},,by hand\n${id},2,${date},${credit},,,${amount},\n`).join(''),
})

const printed = ({ cells, periodName }: Report, place: string): string =>
  cells.find((cell) => cell.place === `${place}/${periodName}`)?.printed ?? 'no such cell'
const exact = ({ figures }: Report, id: string): string => formatDecimal(figures.get(id as never).amount)

describe('a dividend, and expenses by hand', () => {
  const report = reportOf(
    bookWith({
      // 1,000 held × 1.0004.
      'events/dividend.csv': 'id,ex_date,instrument,rate,withheld\ndividend,2024-03-05,cedar-kettle,1.0004,150.30\n',
      ...manual(
        ['advisory', '2024-03-06', '5000', '2500', '312.20'],
        ['audit', '2024-03-06', '5250', '2560', '200.20'],
        ['legal', '2024-03-06', '5260', '2560', '30.20'],
        ['trustees', '2024-03-06', '5270', '2560', '20.20'],
        ['offset', '2024-03-07', '2560', '5900', '10.40'],
        ['waiver', '2024-03-07', '2500', '5910', '12.40'],
      ),
    }),
    '2024-03-01..2024-03-08',
  )

  test('R8.2: net investment income = 1,000.40 − 150.30 − (562.80 − 10.40 − 12.40) = 310.10', () => {
    expect(exact(report, 'total-investment-income@2024-03-01..2024-03-08')).toBe('850.10')
    expect(exact(report, 'total-expenses@2024-03-01..2024-03-08')).toBe('562.80')
    expect(exact(report, 'net-investment-income@2024-03-01..2024-03-08')).toBe('310.10')
    expect(printed(report, 'soo.net-investment-income')).toBe('310')
  })

  test('reductions print in parentheses, and the columns add', () => {
    expect(printed(report, 'soo.foreign-tax-withheld')).toBe('(150)')
    expect(printed(report, 'soo.expense-offsets')).toMatch(/^\(1[01]\)$/)
    expect(printed(report, 'soo.expense-reimbursement')).toMatch(/^\(1[23]\)$/)
    expect(breaksOf(report)).toEqual([])
  })

  test('R8.16: legal fees are 5.4% of expenses and have a line; trustees’ fees are 3.6% and have none', () => {
    // 30.20 ÷ 562.80 = 5.37%; 20.20 ÷ 562.80 = 3.59%.
    expect(printed(report, 'soo.legal-fees')).toBe('30')
    expect(printed(report, 'soo.trustees-fees')).toBe('no such cell')
    expect(printed(report, 'soo.other-expenses')).toBe('20')
  })

  test('R8.3: no printed figure lies a unit or more from its exact value, sums of cells aside', () => {
    const far = movedCells(report).filter(({ footing }) => footing?.by === 'foot' && (footing.movedBy > 1n || footing.movedBy < -1n))
    expect(far).toEqual([])
  })
})

describe('a second period', () => {
  const folder = bookWith({})
  const whole = reportOf(folder, '2024-03-01..2024-03-08')
  const second = reportOf(folder, '2024-03-05..2024-03-08')

  test('begins where the first ended: Monday’s closing is Tuesday’s beginning', () => {
    const first = reportOf(folder, '2024-03-01..2024-03-04')
    expect(printed(second, 'socna.net-assets-at-beginning')).toBe(printed(first, 'socna.net-assets'))
    expect(printed(second, 'highlights.nav-at-beginning')).toBe(printed(first, 'highlights.nav-at-end'))
    expect(printed(second, 'socna.shares-outstanding-at-beginning')).toBe(printed(first, 'socna.shares-outstanding'))
  })

  test('ends where the whole ends, and its identities hold', () => {
    expect(printed(second, 'sal.net-assets')).toBe(printed(whole, 'sal.net-assets'))
    expect(breaksOf(second)).toEqual([])
    expect(breaksOf(whole)).toEqual([])
  })

  test('R1.6: only a period that begins with the fund has the note on its beginning', () => {
    const notes = (report: Report): readonly string[] => report.statements.flatMap(({ footnotes }) => footnotes).filter((note) => note.startsWith('(1)'))
    expect(notes(whole)).not.toEqual([])
    expect(notes(second)).toEqual([])
  })

  test('R6.16: a period may end on a weekend; Friday’s prices mark it', () => {
    const sunday = reportOf(folder, '2024-03-01..2024-03-10')
    expect(printed(sunday, 'sal.investments-at-value')).toBe(printed(whole, 'sal.investments-at-value'))
    expect(breaksOf(sunday)).toEqual([])
  })
})

describe('an overdraft', () => {
  test('R2.1: is a liability, never negative cash', () => {
    const report = reportOf(bookWith(manual(['fine', '2024-03-08', '5290', '1000', '50000.00'])), '2024-03-01..2024-03-08')
    expect(printed(report, 'sal.cash')).toBe('--')
    expect(printed(report, 'sal.overdraft')).toBe('19,245') // 30,755.00 − 50,000.00
    expect(breaksOf(report)).toEqual([])
  })
})

describe('what cannot be reported', () => {
  test('R8.2: an account with a balance that no line takes stops the report and is named', () => {
    expect(issuesOfReport(bookWith(manual(['shorts', '2024-03-05', '1000', '2300', '10.00'])), '2024-03-01..2024-03-08')).toEqual([
      ['statement.uncovered-account', 'a balance of account 2300 Dividends and interest payable on short positions, which no line takes'],
    ])
  })

  test('distributions by hand have no amount a share', () => {
    const codes = issuesOfReport(bookWith(manual(['paid', '2024-03-05', '3150', '1000', '10.00'])), '2024-03-01..2024-03-08').map(([code]) => code)
    expect(codes).toEqual(['statement.distributions'])
  })

  test('a presentation that names what the book does not have', () => {
    const presentation = 'schedule:\n  symbol_on: [alder-bicycel]\n  break_before: [Banking]\n'
    const folder = bookWith({})
    cpSync(fileURLToPath(new URL('../../examples/small-cap-value-2002/report', import.meta.url)), join(folder, 'report'), { recursive: true })
    writeFileSync(join(folder, 'report/presentation.yaml'), presentation)
    expect(issuesOfReport(folder, '2024-03-01..2024-03-08').map(([code]) => code)).toEqual(['presentation.unknown-name', 'presentation.unknown-name'])
  })

  test('a text without a title, and a text that no report has', () => {
    const folder = bookWith({})
    cpSync(fileURLToPath(new URL('../../examples/small-cap-value-2002/report', import.meta.url)), join(folder, 'report'), { recursive: true })
    writeFileSync(join(folder, 'report/presentation.yaml'), 'family: classic-2002\n')
    writeFileSync(join(folder, 'report/letter.md'), 'No title here.\n')
    writeFileSync(join(folder, 'report/leter.md'), '# A letter\n')
    expect(issuesOfReport(folder, '2024-03-01..2024-03-08').map(([code]) => code)).toEqual(['presentation.unknown-file', 'presentation.no-title'])
  })
})

describe('the example', () => {
  test('ships AMB Property and Amerigroup as printed, with a remark (RULES D3, D4)', () => {
    const { remarks, legend } = exampleReport()
    expect(remarks.map(({ about }) => about)).toEqual(['highlights.average-net-assets', 'soi.holding.amerigroup', 'soi.holding.amb-property'])
    expect(legend).toEqual([{ symbol: '*', text: 'Non-income-producing security' }])
  })
})

describe('a class without shares', () => {
  test('R9.11: all redeemed: no net asset value, no return, and no identity breaks on it', () => {
    // 10,000 and 995.025 shares out (RULES R3.1: 10,000 ÷ 10.05 = 995.0249), all redeemed on the last day.
    const report = reportOf(bookWith({ 'events/redemption.csv': 'id,trade_date,class,shares\nout,2024-03-08,investor,10995.025\n' }), '2024-03-01..2024-03-08')
    for (const place of ['sal.nav-per-share', 'highlights.nav-at-end', 'highlights.total-return', 'highlights.gain']) expect(printed(report, place)).toBe('N/A')
    expect(printed(report, 'sal.shares-outstanding')).toBe('--')
    expect(breaksOf(report)).toEqual([])
  })

  test('R9.11: before the first subscription there is nothing to divide by', () => {
    const late = 'id,trade_date,class,shareholder,amount,shares,settlement_date\nfirst,2024-03-04,investor,A,1000.00,,2024-03-04\n'
    const folder = bookWith({
      'events/subscription.csv': late,
      'events/purchase.csv': 'id,trade_date,instrument,quantity,price,commission\n',
      'events/sale.csv': 'id,trade_date,instrument,quantity,price,commission,fees\n',
    })
    const before = reportOf(folder, '2024-03-01..2024-03-03')
    expect(['soi.total-percent', 'soi.other-percent', 'sal.nav-per-share', 'highlights.total-return'].map((place) => printed(before, place))).toEqual([
      'N/A',
      'N/A',
      'N/A',
      'N/A',
    ])
    expect(breaksOf(before)).toEqual([])
    const after = reportOf(folder, '2024-03-04..2024-03-08')
    expect([printed(after, 'highlights.nav-at-beginning'), printed(after, 'highlights.total-return')]).toEqual(['10.00', '0.00%'])
  })
})

describe('names that come out alike in ids', () => {
  test('are two industries with two figures', () => {
    const instruments = (text: string): string => text.replace(/Banks?\b[^,]*/, 'Oil & Gas')
    const folder = bookWith({})
    const file = join(folder, 'instruments.csv')
    const rows = readFileSync(file, 'utf8').trimEnd().split('\n')
    const column = (rows[0] as string).split(',').indexOf('industry')
    const renamed = rows.map((row, index) =>
      index === 0
        ? row
        : row
            .split(',')
            .with(column, index % 2 === 0 ? 'Oil & Gas' : 'Oil Gas')
            .join(','),
    )
    writeFileSync(file, `${renamed.map(instruments).join('\n')}\n`)
    const report = reportOf(folder, '2024-03-01..2024-03-08')
    const industries = report.figures.all().filter(({ concept }) => concept === 'industry-value')
    expect(industries.map(({ id }) => id)).toEqual(['industry-value[oil-gas]@2024-03-08', 'industry-value[oil-gas-2]@2024-03-08'])
    expect(breaksOf(report)).toEqual([])
  })
})

/** A fund of one instrument with one subscription, at a price. */
const oneDayFund = (issuePrice: string, amount: string, shares: string, quantity: string, cost: string, price: string): string => {
  const folder = bookWith({
    'events/subscription.csv': `id,trade_date,class,shareholder,amount,shares,settlement_date\nfirst,2024-03-01,investor,A,${amount},${shares},2024-03-01\n`,
    'events/purchase.csv': `id,trade_date,instrument,quantity,net_amount\nbuy,2024-03-01,alder-bicycle,${quantity},${cost}\n`,
    'events/sale.csv': 'id,trade_date,instrument,quantity,price,commission,fees\n',
    'prices/2024-03.csv': `date,instrument,price,type,source\n2024-03-01,alder-bicycle,${price},close,x\n2024-03-04,alder-bicycle,${price},close,x\n`,
  })
  const file = join(folder, 'fund.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/issue_price: 10\.00/, `issue_price: ${issuePrice}`))
  return folder
}

describe('identities do not break on sound books', () => {
  test('T54: fractional shares at a high price', () => {
    expect(breaksOf(reportOf(oneDayFund('1000.00', '100500.00', '100.500', '100', '5000.00', '50.00'), '2024-03-01..2024-03-04'))).toEqual([])
  })

  test.each(['7.05', '7.13', '7.17', '7.23', '7.29'])('T64, T66: a low issue price, with the holding at %s', (price) => {
    expect(breaksOf(reportOf(oneDayFund('7.00', '70000.00', '10000.000', '1000', '7000.00', price), '2024-03-01..2024-03-04'))).toEqual([])
  })
})
