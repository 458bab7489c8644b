// `tieout exceptions` and `tieout reconcile` on a book in a folder: what they print, and how they end.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root, tieout } from '../../../test/command-line.ts'

const folder = mkdtempSync(join(tmpdir(), 'tieout-reconcile-'))
const book = join(folder, 'book')
const write = (file: string, ...lines: readonly string[]): void => writeFileSync(join(book, file), `${lines.join('\n')}\n`)
const cash = (balance: string): void => write('recon/custodian-cash.csv', 'date,currency,balance', '2024-03-05,USD,39970.00', `2024-03-06,USD,${balance}`)

beforeAll(() => {
  cpSync(join(root, 'templates/first-book'), book, { recursive: true })
  mkdirSync(join(book, 'recon'))
  // 39,970.00 − 9,005.00 + 10,000.00 = 40,965.00 in the books.
  cash('40955.00')
  write(
    'recon/custodian-items.csv',
    'date,currency,amount,reference,description',
    '2024-03-06,USD,-10.00,FEE-71,wire fee',
    '2024-03-06,USD,-9005.00,purchase-0004,',
    '2024-03-06,USD,10000.00,,wire of A. Newcomer',
    '2024-03-07,USD,-5005.00,purchase-0005,',
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('tieout reconcile', () => {
  test('prints both sides, age, cause and effect of an open break, and fails', async () => {
    const { code, out, err } = await tieout('reconcile', book, '--as-of', '2024-03-07')
    expect([code, err]).toEqual([4, ''])
    expect(out).toContain('Reporting basis, 2024-03-07, USD.')
    expect(out).toMatch(/cash +USD +2024-03-06 +40,955\.00 +40,965\.00 +-10\.00 +USD/)
    expect(out).toContain(`cash USD  USD 10.00 less at the custodian than in the books
  sides   the custodian USD 40955.00; books USD 40965.00, 2024-03-06 (recon/custodian-cash.csv:3)
  age     opened 2024-03-06, 1 business day
`)
    expect(out).toContain('cause   FEE-71, wire fee of 2024-03-06, USD -10.00 (recon/custodian-items.csv:2): at the custodian, not booked')
    expect(out).toContain('1 break open, 1 of them unexplained; 0 escalate.')
  })

  test('says the break alone to stderr under --quiet, and all of it as JSON', async () => {
    const quiet = await tieout('reconcile', book, '--as-of', '2024-03-07', '--quiet')
    expect([quiet.code, quiet.out]).toEqual([4, ''])
    expect(quiet.err).toContain('cash USD  USD 10.00 less')
    const { code, out } = await tieout('reconcile', book, '--as-of', '2024-03-07', '--json')
    expect(code).toBe(4)
    expect(JSON.parse(out)).toMatchObject({
      comparisons: [{ matter: 'cash', subject: 'USD', date: '2024-03-06', ours: '40965.00', theirs: '40955.00', difference: '-10.00', agrees: false }],
      open: [
        {
          opened: '2024-03-06',
          closed: null,
          ageInBusinessDays: 1,
          isEscalated: false,
          causes: [{ kind: 'only there' }],
          exception: { id: 'reconciliation.cash~cash-USD~2024-03-06', state: 'open', isBlocking: false },
        },
      ],
      closed: [],
      items: [{ currency: 'USD', matched: 3, unmatched: [{ kind: 'only there', ageInBusinessDays: 1 }] }],
      laterRows: 0,
    })
  })

  test('ends well where all agrees, and says how many rows are of later days', async () => {
    const { code, out } = await tieout('reconcile', book, '--as-of', '2024-03-05')
    expect(code).toBe(0)
    expect(out).toContain('cash, 2024-03-05: 1')
    expect(out).toContain('5 rows of later days were not looked at.')
    expect(out).toContain('No break is open.')
  })

  test('on a book of which nobody says anything', async () => {
    const { code, out } = await tieout('reconcile', join(root, 'templates/first-book'))
    expect(code).toBe(0)
    expect(out).toContain('Nothing to hold the books against: recon/ has no statement through this day.')
  })
})

describe('tieout exceptions', () => {
  test('has the break, its effect a share and the gates; below half a cent it does not fail', async () => {
    const { code, out } = await tieout('exceptions', book, '--as-of', '2024-03-06')
    expect(code).toBe(0)
    // 10.00 ÷ 10,995.025 shares
    expect(out).toContain('  state   open; 0.0009095 a share, below the threshold')
    expect(out).toMatch(/5 {2}cash: the custodian = the books +1 open, statement of 2024-03-06/)
    expect(out).toContain('NAV of 2024-03-06: 1 exception: 1 open, of which 0 block. The strike is clear.')
  })

  test('at or above it fails, nav says calculated, and a row filled in as printed ends it', async () => {
    cash('40865.00')
    expect((await tieout('exceptions', book, '--as-of', '2024-03-06')).code).toBe(4)
    expect((await tieout('nav', book, '--as-of', '2024-03-06')).out).toMatch(/investor.*calculated/)
    const { out: rows } = await tieout('exceptions', book, '--as-of', '2024-03-06', '--rows')
    const [header, row, ...others] = rows.trimEnd().split('\n')
    expect(others).toEqual([])
    expect(row).toBe('2024-03-06,reconciliation.cash,cash-USD,USD 100.00 less at the custodian than in the books,,,,,,,')
    write('exceptions.csv', header ?? '', (row ?? '').replace(',,,,,,,', ',accepted,bank-error,"letter of 7 March, page 2",J. Doe,2024-03-07,09:05,no'))
    const { code, out } = await tieout('exceptions', book, '--as-of', '2024-03-06', '--all')
    expect(code).toBe(0)
    expect(out).toContain(
      'because bank-error (letter of 7 March, page 2), J. Doe, 2024-03-07 09:05 (exceptions.csv:2); not knowable when the net asset value was struck; no error: it belongs in the next net asset value',
    )
    expect((await tieout('nav', book, '--as-of', '2024-03-06')).out).toMatch(/investor.*clear/)
    expect((await tieout('reconcile', book, '--as-of', '2024-03-06')).code).toBe(0)
    expect((await tieout('check', book)).out).toMatch(/Everything ties; .*1 exception, none open\./)
  })

  test('a decision about facts that are others now is said to hold for nothing, and fails', async () => {
    cash('40864.00')
    const { code, out } = await tieout('exceptions', book, '--as-of', '2024-03-06')
    expect(code).toBe(4)
    expect(out).toContain('Dispositions that hold for nothing')
    expect(out).toContain('exceptions.csv:2 found  exception.facts-changed')
  })
})
