// `tieout capital` on the example and on the first book: what it prints, and what a program reads.
import { describe, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { example, tieout } from '../../../test/command-line.ts'

describe('tieout capital', () => {
  test('RULES 14.1: 50,000 shares for 500,000.00, par 50.00 and surplus 499,950.00', async () => {
    const { code, out, err } = await tieout('capital', example)
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('NAV basis, 2002-12-31, USD.')
    expect(out).toMatch(/^Sold +1 +50,000\.000 +500,000\.00$/m)
    expect(out).toContain('Capital is par of 50.00 (3000) and paid-in surplus of 499,950.00 (3010).')
    expect(JSON.parse((await tieout('capital', example, '--json')).out)).toMatchObject({
      format: 1,
      command: 'capital',
      from: '2002-12-31',
      classes: [
        {
          class: 'service',
          opening: { shares: '0.000', capital: '0.00' },
          activity: [{ term: 'sold', count: 1, shares: '50000.000', capital: '500000.00' }],
          closing: { shares: '50000.000', capital: '500000.00' },
          tiesTo: { outstanding: '50000.000', '3000': '50.00', '3010': '499950.00' },
          days: [{ date: '2002-12-31' }],
        },
      ],
    })
  })

  test('--from: the range opens with what was before it; a range in which nothing moved says so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tieout-capital-'))
    const book = join(folder, 'book')
    await tieout('init', book)
    const of = async (...args: readonly string[]): Promise<unknown> => JSON.parse((await tieout('capital', book, ...args, '--json')).out) as unknown
    const whole = (await of()) as { classes: { closing: unknown; days: { date: string; closing: unknown }[] }[] }
    const [first, ...later] = whole.classes[0]?.days ?? []
    expect(later.length).toBeGreaterThan(0)
    expect(await of('--from', later[0]?.date ?? '')).toMatchObject({ classes: [{ opening: first?.closing, closing: whole.classes[0]?.closing }] })
    expect((await tieout('capital', book, '--from', '2024-03-08')).out).toContain('Nothing moved in these days.')
    expect((await tieout('capital', book, '--from', '2024-04-08', '--as-of', '2024-03-08')).code).not.toBe(0)
    rmSync(folder, { recursive: true, force: true })
  })
})
