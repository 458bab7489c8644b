import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { tieout } from '../../../test/command-line.ts'
import { baseBook } from '../../../test/errors/base-book.ts'

const profile = `format: 1
name: Trades of a custodian
reads: csv
dates: DD.MM.YYYY
file: { encoding: windows-1252, delimiter: ";", header_row: 2 }
numbers: { decimal: ",", thousands: "." }
instruments:
  - { column: CUSIP, by: cusip }
  - { column: Name, by: name }
rules:
  - rows: purchases
    when: { Type: BUY }
    make:
      - record: purchase
        columns:
          id: { column: Ref, prefix: c- }
          trade_date: Date
          instrument: { match: instruments }
          quantity: Qty
          price: Price
          net_amount: { column: Amount, sign: reversed }
          entered_by: Dealer
  - rows: sales
    when: { Type: SELL }
    make:
      - record: sale
        columns:
          id: { column: Ref, prefix: c- }
          trade_date: Date
          instrument: { match: instruments }
          quantity: { column: Qty, sign: reversed }
          price: Price
          net_amount: Amount
  - rows: totals
    when: { Type: Total }
    skip: A line of totals.
`

const title = 'Trades of account 7;;;;;;;;\n'
const header = 'Type;Ref;Date;CUSIP;Name;Qty;Price;Amount;Dealer\n'
const purchase = 'BUY;1;21.08.2026;002BLT107;;1.000;40,20;-40.200,00;Soci\xe9t\xe9\n'
const sale = 'SELL;2;21.08.2026;;acme corp.;-120;20,5;2.460,00;\n'
const total = 'Total;;;;;;;-37.740,00;\n'

let folder: string
let book: string
let foreign: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tieout-import-'))
  book = join(folder, 'book')
  foreign = join(folder, 'Trades of August.csv')
  for (const [file, text] of Object.entries(baseBook)) {
    mkdirSync(dirname(join(book, file)), { recursive: true })
    writeFileSync(join(book, file), text)
  }
  writeFileSync(join(folder, 'profile.yaml'), profile)
})

const write = (...rows: readonly string[]): void => writeFileSync(foreign, title + header + rows.join(''), 'latin1')
const run = (...options: readonly string[]) => tieout('import', foreign, '--map', join(folder, 'profile.yaml'), '--into', book, ...options)
const inBook = (file: string): string => readFileSync(join(book, file), 'utf8')

/** Every file of the book with its content. */
const snapshot = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(book, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(book, file)).isFile())
      .toSorted()
      .map((file) => [file, inBook(file)]),
  )

describe('tieout import', () => {
  test('writes the records to files of their own, and the book ties with them', async () => {
    write(purchase, sale, total)
    const { code, out, err } = await run()
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('3 rows: 2 taken, 1 skipped, 0 with a problem.')
    expect(out).toContain('1 row of totals: A line of totals. (lines 5)')
    expect(inBook('events/purchase/Trades-of-August.csv')).toBe(
      'id,entered_by,trade_date,instrument,quantity,price,net_amount\nc-1,Société,2026-08-21,BOLT,1000,40.20,40200.00\n',
    )
    expect(inBook('events/sale/Trades-of-August.csv')).toBe('id,trade_date,instrument,quantity,price,net_amount\nc-2,2026-08-21,ACME,120,20.5,2460.00\n')
    expect((await tieout('check', book)).code).toBe(0)
  })

  test('once more adds nothing; with a row more, that row alone, in a file behind the first', async () => {
    write(purchase, sale)
    await run()
    const before = snapshot()
    const again = await run()
    expect([again.code, again.err]).toEqual([0, ''])
    expect(again.out).toContain('Nothing to write\n  1 purchase that the book has already')
    expect(snapshot()).toEqual(before)

    write(purchase, sale, purchase.replace('BUY;1', 'BUY;3'))
    expect((await run()).code).toBe(0)
    expect(snapshot()).toEqual({ ...before, 'events/purchase/Trades-of-August-2.csv': expect.stringMatching(/^.*\nc-3,.*\n$/) as string })
  })

  test('a column of the book that the profile does not fill may be filled by hand', async () => {
    write(purchase)
    await run()
    const file = 'events/purchase/Trades-of-August.csv'
    writeFileSync(join(book, file), inBook(file).replace('net_amount\n', 'net_amount,time\n').replace('40200.00\n', '40200.00,15:59\n'))
    expect(await run('--quiet')).toEqual({ code: 0, out: '', err: '' })
    expect(readdirSync(join(book, 'events/purchase'))).toEqual(['Trades-of-August.csv'])
  })

  test('refuses a record that the book has with other content, whatever the kind', async () => {
    write(purchase)
    await run()
    const before = snapshot()
    write(purchase.replace('40,20', '40,30'))
    const { code, err } = await run()
    expect(code).toBe(1)
    expect(err).toContain(
      [
        'Trades of August.csv:3  import.changed-record',
        '  found   purchase with id c-1, but another price',
        '  needed  what the book has at events/purchase/Trades-of-August.csv:2, or an id of its own',
      ].join('\n'),
    )
    write(sale.replace('SELL;2', 'SELL;1'))
    expect((await run()).err).toContain('found   sale with id c-1, an id that another kind of record has')
    expect(snapshot()).toEqual(before)
  })

  test('a dry run shows what would be written, and writes nothing', async () => {
    write(purchase, sale, total)
    const before = snapshot()
    const { code, out } = await run('--dry-run')
    expect(code).toBe(0)
    expect(out).toContain('To be written; this is a dry run, and nothing was')
    expect(out).toContain('1 purchase in events/purchase/Trades-of-August.csv')
    expect(out).toContain('c-1  Société     2026-08-21  BOLT        1000      40.20  40200.00')
    expect(snapshot()).toEqual(before)
  })

  test('is all or nothing: one bad row, and nothing is written; each fault is said at its row and column', async () => {
    write(purchase, sale.replace('20,5;', 'x;'), purchase.replace('BUY;1', 'BUY;3').replace('21.08.2026', '22.08.2026'), 'DIV;4;;;;;;;\n')
    const before = snapshot()
    const { code, out, err } = await run()
    expect(code).toBe(1)
    expect(out).toContain('4 rows: 1 taken, 0 skipped, 3 with a problem.')
    expect(err.split('\n').filter((line) => line.startsWith('Trades'))).toEqual([
      'Trades of August.csv:4 Price  import.number',
      'Trades of August.csv:5 Date  date.not-a-business-day',
      'Trades of August.csv:6  import.no-rule',
    ])
    expect(err).toContain('found   2026-08-22, on which the New York Stock Exchange is closed (a Saturday), as trade_date of purchase')
    expect(err).toContain('3 problems; nothing was written.')
    expect(snapshot()).toEqual(before)
  })

  test('--accept-good-rows takes the others, says which were left out, and does not end as if all were well', async () => {
    write(purchase, sale.replace('20,5;', 'x;'))
    const { code, out, err } = await run('--accept-good-rows')
    expect(code).toBe(1)
    expect(out).toContain('2 rows: 1 taken, 0 skipped, 1 with a problem.')
    expect(err).toContain('1 problem; these rows were left out.')
    expect(readdirSync(join(book, 'events')).toSorted()).toEqual(['purchase', 'purchase.csv', 'sale.csv', 'subscription.csv'])
  })

  test('says all of it as JSON', async () => {
    write(purchase, total)
    const { out } = await run('--json', '--dry-run')
    expect(JSON.parse(out)).toMatchObject({
      command: 'import',
      issues: [],
      profile: 'Trades of a custodian',
      file: { name: 'Trades of August.csv', rows: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      written: false,
      rows: { taken: 1, skipped: 1, failed: 0 },
      records: [
        { record: 'purchase', file: 'events/purchase/Trades-of-August.csv', new: 1, present: 0, rows: [{ line: 3, cells: { id: 'c-1', instrument: 'BOLT' } }] },
      ],
      skipped: [{ rule: 'totals', reason: 'A line of totals.', count: 1, rows: [{ line: 4 }] }],
    })
  })

  test('two rows with one id are an issue', async () => {
    write(purchase, purchase)
    expect((await run()).err).toContain('Trades of August.csv:4  import.repeated-record\n  found   purchase with id c-1 a second time\n')
  })

  test('a price that the file says twice is taken once, and two prices are an issue', async () => {
    const prices =
      profile.slice(0, profile.indexOf('rules:')) +
      `rules:
  - rows: lots
    make:
      - record: price
        columns: { date: Date, instrument: { match: instruments }, price: Price, type: { constant: bid }, source: { constant: custodian } }
`
    writeFileSync(join(folder, 'profile.yaml'), prices)
    write(purchase, purchase.replace('1.000', '500'))
    const { code, out } = await run()
    expect(code).toBe(0)
    expect(out).toContain('1 price that the file says more than once, taken once')
    write(purchase.replace('BOLT', '').replace('21.08', '20.08'), purchase.replace('40,20', '41').replace('21.08', '20.08'))
    expect((await run()).err).toContain(
      'import.repeated-record\n  found   price with instrument BOLT, date 2026-08-20, source custodian, type bid a second time, with other content',
    )
  })

  test('movements of cash may be alike in all they say: the second of the file is the second of the book', async () => {
    const items = `${profile.slice(0, profile.indexOf('instruments:'))}rules:
  - rows: movements
    make:
      - record: custodian-items
        columns: { date: Date, currency: { constant: USD }, amount: Amount }
`
    writeFileSync(join(folder, 'profile.yaml'), items)
    write(purchase, purchase)
    expect((await run('--quiet')).code).toBe(0)
    const lines = 'date,currency,amount\n2026-08-21,USD,-40200.00\n2026-08-21,USD,-40200.00\n'
    expect(inBook('recon/custodian-items/Trades-of-August.csv')).toBe(lines)
    write(purchase, purchase, purchase)
    expect((await run()).out).toContain('2 rows of custodian-items that the book has already')
    expect(inBook('recon/custodian-items/Trades-of-August-2.csv')).toBe('date,currency,amount\n2026-08-21,USD,-40200.00\n')
  })

  test('a book with a problem is to be mended first', async () => {
    write(purchase)
    copyFileSync(join(book, 'events/sale.csv'), join(book, 'events/sael.csv'))
    const { code, err } = await run()
    expect(code).toBe(1)
    expect(err).toContain('book.unknown-file')
    expect(err).toContain('the book is to be mended first.')
  })

  test.each([
    ['a folder', ''],
    ['nothing', 'nowhere.csv'],
  ])('%s in the place of the file is a fault of the command line', async (_, name) => {
    const { code, err } = await tieout('import', join(folder, name), '--map', join(folder, 'profile.yaml'), '--into', book)
    expect([code, err.split('\n')[0]]).toEqual([2, 'FILE  command.import'])
  })

  test.each([
    ['a profile that is nowhere', ['--map', 'ofxx'], 'Did you mean "ofx"?'],
    ['a name that no file of a book can have', ['--name', '../out'], "letters, digits, '.', '_' and '-'"],
  ])('%s is a fault of the command line', async (_, options, expected) => {
    write(purchase)
    const { code, err } = await run(...options)
    expect(code).toBe(2)
    expect(err).toContain('command.import')
    expect(err).toContain(expected)
  })
})
