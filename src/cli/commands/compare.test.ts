/** The words of "tieout compare": what it prints, as text and as JSON, and how it ends. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tieout } from '../../../test/command-line.ts'

let folder = ''
let book = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tieout-compare-'))
  book = join(folder, 'book')
  await tieout('init', book)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const against = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

describe('compare', () => {
  test('ends with 0 where nothing differs', async () => {
    const same = against('same.csv', 'date,nav\n2024-03-04,10.06\n2024-03-05,10.05\n')
    const { code, out, err } = await tieout('compare', book, '--against', same)
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('2 rows from 2024-03-04 through 2024-03-05; 2 without a difference of the day.\n')
    expect(out).toContain('  Differences beyond rounding and tolerance: 0\n')
  })

  test('ends with 3 where a tolerance is passed, and 0 where it is not', async () => {
    // (10.06 − 10.07) ÷ 10.07 = −9.93 bp, which stays.
    const file = against('apart.csv', 'date,nav,note\n2024-03-04,10.07,late\n2024-03-05,10.06,\n')
    const beyond = await tieout('compare', book, '--against', file, '--tolerance-bp', '9')
    expect([beyond.code, beyond.err]).toEqual([3, 'BEYOND TOLERANCE Largest daily difference: 9.930 bp, tolerance 9\n'])
    expect(beyond.out).toContain('Columns of the file that are read over: note.\n')
    expect(beyond.out).toMatch(/^ {2}2024-03-04 +10\.06 +10\.07 +-9\.930 +-9\.930 +-9\.930 unexplained: /m)
    expect((await tieout('compare', book, '--against', file, '--tolerance-bp', '10', '--level-bp', '10')).code).toBe(0)
  })

  test('takes several files, and what JSON says is what the text says', async () => {
    const navs = against('navs.csv', 'date,nav\n2024-03-07,10.32\n')
    const positions = against('positions.csv', 'date,security,quantity\n2024-03-07,Alder Bicycle Works,50\n2024-03-07,Nobody Inc.,5\n')
    const balances = against('balances.csv', 'date,account,balance\n2024-03-07,1000,35960.00\n')
    const args = ['compare', book, '--against', navs, '--against', positions, '--against', balances]
    const { code, out } = await tieout(...args)
    expect(code).toBe(3)
    expect(out).toContain(`Nobody Inc. (1 row, the first ${positions}:3)`)
    const json = JSON.parse((await tieout(...args, '--json')).out) as {
      comparisons: { kind: string; basis: string }[]
      verdicts: { measure: string; isWithin: boolean }[]
    }
    expect(json.comparisons.map(({ kind, basis }) => `${kind} ${basis}`)).toEqual(['navs nav', 'positions reporting', 'trial-balance reporting'])
    expect(json.verdicts.filter(({ isWithin }) => !isWithin).map(({ measure }) => measure)).toEqual(['differences', 'unmatched', 'differences'])
  })

  test('a wrong file is said with its row, and nothing is compared', async () => {
    const file = against('wrong.csv', 'date,nav\n2024-03-04,"1,006.00"\n2024-03-05,10.05\n')
    const { code, out, err } = await tieout('compare', book, '--against', file)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(`${file}:2 nav  field.number`)
  })

  test('needs a file, and tolerances that are numbers', async () => {
    expect((await tieout('compare', book)).code).toBe(2)
    expect((await tieout('compare', book, '--against', 'x.csv', '--median-bp', '-1')).code).toBe(2)
    expect((await tieout('compare', book, '--against', join(folder, 'none.csv'))).code).toBe(74)
  })
})
