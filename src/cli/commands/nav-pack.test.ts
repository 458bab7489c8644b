import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { example, tieout } from '../../../test/command-line.ts'

const folder = (): string => join(mkdtempSync(join(tmpdir(), 'tieout-nav-pack-')), 'out')

describe('tieout nav-pack', () => {
  test('writes the pack of a day in both forms, and says its net asset value and status', async () => {
    const out = folder()
    const ended = await tieout('nav-pack', example, '--out', out)
    expect([ended.code, ended.err]).toEqual([0, ''])
    expect(ended.out).toContain('2002-12-31: Service Shares 10.00. CLEAR.')
    expect(readdirSync(out).toSorted()).toEqual(['nav-pack-2002-12-31.html', 'nav-pack-2002-12-31.txt'])
  })

  test('of a range, with a page that leads to the days, in the form asked for', async () => {
    const out = folder()
    await tieout('nav-pack', example, '--from', '2002-12-31', '--format', 'html', '--out', out)
    expect(readdirSync(out).toSorted()).toEqual(['index.html', 'nav-pack-2002-12-31.html'])
  })

  test('a form that there is not is refused, and nothing is written', async () => {
    const out = folder()
    const ended = await tieout('nav-pack', example, '--format', 'htm', '--out', out)
    expect([ended.code, existsSync(out)]).toEqual([2, false])
    expect(ended.err).toContain('Did you mean "html"?')
  })
})
