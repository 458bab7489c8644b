// The holdings and flows that a real fund published each day lie beside the project and are no part of it. Counted by a script of
// its own: 3,185 rows of holdings on 90 days, 90 of them cash (no ticker), the others of 37 tickers, each on a day once; 90 rows of flows, 46 of
// them above zero and 44 below.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tieout } from '../command-line.ts'
import { besideProject } from '../golden/seed/beside-project.ts'
import { emptyBook, imported, newRecords } from './foreign-book.ts'

const holdings = besideProject('cases/etf-daily-2022/holdings.csv')
const flows = besideProject('cases/etf-daily-2022/aum-and-flows.csv')

test('holdings become instruments and prices: each price gives the market value back within its rounding', async ({ skip }) => {
  if (holdings === undefined) return skip('the file does not lie beside the project: ../shared/cases/etf-daily-2022/holdings.csv')
  const book = emptyBook('2022-05-27')
  const first = await imported(holdings, 'etf-holdings', book)
  expect(first.issues).toEqual([])
  expect(newRecords(first)).toEqual(['instrument 37', 'price 3095', 'custodian-positions 3095'])
  expect(first.skipped.map(({ rule, count }) => `${rule} ${count}`)).toEqual(['cash 90'])

  const lines = readFileSync(holdings, 'utf8').split('\n')
  const prices = first.records.find(({ record }) => record === 'price')?.rows ?? []
  const wrong = prices.filter(({ line, cells }) => {
    const [shares = '', value = ''] = (lines[line - 1] ?? '').split(',').slice(-3)
    // In units of 10^-4 dollars: |price × shares − value| is at most half a unit of the price for each share.
    const units = (text: string): bigint => BigInt(text.replace('.', '')) * 10n ** BigInt(4 - (text.split('.')[1] ?? '').length)
    const difference = units(cells['price'] ?? '') * BigInt(shares) - units(value)
    return 2n * (difference < 0n ? -difference : difference) > BigInt(shares)
  })
  expect(wrong).toEqual([])

  const second = await imported(holdings, 'etf-holdings', book)
  expect(newRecords(second)).toEqual(['price 0', 'custodian-positions 0'])
  expect(second.records[0]?.present).toBe(3095)
})

test('flows become subscriptions and redemptions, and the book ties', async ({ skip }) => {
  if (flows === undefined) return skip('the file does not lie beside the project: ../shared/cases/etf-daily-2022/aum-and-flows.csv')
  const book = emptyBook('2022-05-27')
  // The assets of the first day before its flow: 9113980500 - 104471200.
  mkdirSync(join(book, 'events/subscription'), { recursive: true })
  writeFileSync(join(book, 'events/subscription/opening.csv'), 'id,trade_date,class,amount\nopening,2022-05-27,shares,9009509300\n')
  const answer = await imported(flows, 'etf-flows', book)
  expect(answer.issues).toEqual([])
  expect(newRecords(answer)).toEqual(['subscription 46', 'redemption 44'])
  // net_flow_usd of the first two days: 104471200 and -44095800.
  const amounts = answer.records.map(({ rows }) => [rows[0]?.cells['trade_date'], rows[0]?.cells['amount']])
  expect(amounts).toEqual([
    ['2022-05-27', '104471200'],
    ['2022-05-31', '44095800'],
  ])
  expect(await tieout('check', book, '--quiet')).toEqual({ code: 0, out: '', err: '' })
})
