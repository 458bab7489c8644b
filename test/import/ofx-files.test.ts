// Six real statements, as brokers and fund companies wrote them, lie beside the project and are no part of it. What each holds was
// counted without our reader: grep -oE '<(BUY[A-Z]+|SELL[A-Z]+|INCOME|...)>' FILE | sort | uniq -c; the counts below are its answers.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readForeignOfx } from '../../src/book/foreign-ofx.ts'
import { readOfxTable } from '../../src/import/ofx-table.ts'
import { besideProject } from '../golden/seed/beside-project.ts'
import { emptyBook, imported, newRecords } from './foreign-book.ts'

type Case = {
  /** Rows by tag, from grep. */
  readonly counted: Readonly<Record<string, number>>
  readonly instruments?: readonly (readonly [string, string, string])[]
  readonly made: readonly string[]
  readonly skipped: Readonly<Record<string, number>>
  /** Place in the file and code of each row that a book cannot take. */
  readonly issues: readonly string[]
}

const cases: Readonly<Record<string, Case>> = {
  fidelity: {
    counted: { BUYSTOCK: 8, INCOME: 4, SELLSTOCK: 2, INVBANKTRAN: 3, POSSTOCK: 6, INVBAL: 1, BAL: 18, STOCKINFO: 7 },
    // Movements of cash: of 7 purchases, 2 sales, 4 dividends and 3 by themselves.
    made: ['instrument 7', 'purchase 7', 'sale 2', 'price 6', 'custodian-cash 1', 'custodian-items 16', 'custodian-positions 6'],
    skipped: { 'other balances': 18 },
    issues: [
      // 2012-09-01 was a Saturday.
      'BUYSTOCK[8] DTTRADE date.not-a-business-day',
    ],
  },
  investment_401k: {
    counted: { BUYMF: 1, TRANSFER: 2, POSMF: 3, INV401KBAL: 1, MFINFO: 3 },
    instruments: [
      ['FOO-FUND', 'Foo Index Fund', ''],
      ['BAR-FUND', 'Another name', 'BAR'],
    ],
    made: ['purchase 1', 'price 2', 'custodian-items 1', 'custodian-positions 2'],
    skipped: { 'positions without a price': 1, 'other balances': 1, 'funds and other securities': 3 },
    issues: ['TRANSFER[1] import.refused-row', 'TRANSFER[2] import.refused-row'],
  },
  investment_medium: {
    counted: { INVBANKTRAN: 3, INVBAL: 1, BAL: 4 },
    made: ['custodian-cash 1', 'custodian-items 3'],
    skipped: { 'other balances': 4 },
    issues: [],
  },
  td_ameritrade: {
    counted: { POSSTOCK: 1, POSDEBT: 1, INVBAL: 1, BAL: 13, STOCKINFO: 1, DEBTINFO: 1 },
    made: ['instrument 1', 'price 1', 'custodian-cash 1', 'custodian-positions 1'],
    skipped: { 'other balances': 13, 'funds and other securities': 1 },
    issues: ['POSDEBT[1] import.refused-row'],
  },
  tiaacref: {
    counted: { TRANSFER: 1, POSOTHER: 6, INVBAL: 1, OTHERINFO: 6 },
    instruments: [
      ['BOND', 'CREF Bond Market R3', ''],
      ['TRADITIONAL', 'TIAA Traditional', ''],
      ['REAL-ESTATE', 'TIAA Real Estate', ''],
    ],
    made: ['price 3', 'custodian-cash 1', 'custodian-positions 3'],
    skipped: { 'transfers of nothing': 1, 'funds and other securities': 6 },
    // Their ids do not stand in the list of securities, so that nothing names them but a CUSIP.
    issues: [1, 2, 4].map((number) => `POSOTHER[${number}] SECID.CUSIP import.unknown-instrument`),
  },
  vanguard: {
    counted: { SELLMF: 1, POSMF: 2, MFINFO: 2 },
    made: [],
    skipped: { 'funds and other securities': 2 },
    // Two funds of the list have one CUSIP, so that it names neither.
    issues: ['POSMF[1]', 'POSMF[2]', 'SELLMF[1]'].map((name) => `${name} SECID.CUSIP import.unknown-instrument`),
  },
}

describe('a real statement', () => {
  test.for(Object.keys(cases))('%s: every record of the file is a row, and each row is taken, skipped or an issue', async (name, { skip }) => {
    const file = besideProject(`cases/ofx/${name}.ofx`)
    if (file === undefined) return skip(`the file does not lie beside the project: ../shared/cases/ofx/${name}.ofx`)
    const { counted, instruments, made, skipped, issues } = cases[name] as Case
    const { ofx } = readForeignOfx('statement.ofx', readFileSync(file))
    if (ofx === undefined) throw new Error('the file cannot be read')
    const { table } = readOfxTable(ofx)
    const rows = Object.fromEntries([...Map.groupBy(table?.rows ?? [], ({ cells }) => cells[0] ?? '')].map(([tag, of]) => [tag, of.length]))
    expect(rows).toEqual(counted)

    const book = emptyBook('2009-12-01', instruments)
    const first = await imported(file, 'ofx', book)
    expect(newRecords(first)).toEqual(made)
    expect(Object.fromEntries(first.skipped.map(({ rule, count }) => [rule, count]))).toEqual(skipped)
    expect(first.issues.map(({ place, code }) => `${place.column} ${code}`).toSorted()).toEqual(issues.toSorted())
    const total = Object.values(counted).reduce((sum, count) => sum + count, 0)
    expect(first.rows.taken + first.rows.skipped + first.rows.failed).toBe(total)
    expect(first.written).toBe(true)

    const second = await imported(file, 'ofx', book)
    expect(second.records.map((part) => part.new)).toEqual(second.records.map(() => 0))
    expect(second.issues).toEqual(first.issues)
  })

  test('what the fidelity file says of its trades stands in the book to the last digit', async ({ skip }) => {
    const file = besideProject('cases/ofx/fidelity.ofx')
    if (file === undefined) return skip('the file does not lie beside the project: ../shared/cases/ofx/fidelity.ofx')
    const { records } = await imported(file, 'ofx', emptyBook('2009-12-01'))
    const cells = (kind: string) => records.find(({ record }) => record === kind)?.rows.map((row) => row.cells) ?? []
    expect(cells('purchase')[0]).toEqual({
      id: 'ofx-01234567890-0123456789020201120120720',
      trade_date: '2012-07-20',
      instrument: 'INTC',
      quantity: '100.00',
      price: '25.635',
      commission: '7.95',
      fees: '0.00',
      net_amount: '2571.45',
    })
    expect(cells('sale')[1]).toMatchObject({ trade_date: '2012-08-01', quantity: '0.035', price: '137.142857143', net_amount: '4.80' })
    // The totals of the trades, taken from the bytes of the file by a pattern and added in cents; the trade of a Saturday, 22.50, is left out.
    const totals = [...readFileSync(file, 'latin1').matchAll(/<(?:BUY|SELL)STOCK>.*?<TOTAL>([-+])0*(\d+)\.(\d\d)00</g)].map(
      ([, sign, whole, cents]) => (sign === '-' ? 1 : -1) * Number(`${whole}${cents}`),
    )
    const inCents = (kind: string): number => cells(kind).reduce((sum, each) => sum + Number((each['net_amount'] ?? '').replace('.', '')), 0)
    expect(totals).toHaveLength(10)
    expect(inCents('purchase') - inCents('sale')).toBe(totals.reduce((sum, amount) => sum + amount, 0) - 2250)
    // A price of the statement of Saturday, 2012-09-08, is the close of Friday.
    expect(cells('price').map((each) => each['date'])).toEqual(Array.from({ length: 6 }, () => '2012-09-07'))
  })
})
