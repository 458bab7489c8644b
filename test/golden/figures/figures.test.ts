/**
 * Every figure of the example's report against amounts that a second program in another language worked out from the same
 * rows (expected.py): none missing, none extra, each exact.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { formatShortDecimal } from '../../../src/values/decimal.ts'
import { figuresBehindCells } from '../../lineage/changed-book.ts'
import { exampleReport } from '../../support/example-report.ts'

const script = fileURLToPath(new URL('expected.py', import.meta.url))
const golden = readFileSync(new URL('expected.json', import.meta.url), 'utf8')

describe('figures of the example, worked out independently', () => {
  const report = exampleReport()

  test('every figure behind a cell, and all that it is made of, has the amount that expected.py found', () => {
    const found = Object.fromEntries(figuresBehindCells(report).map((id) => [id, formatShortDecimal(report.figures.get(id).amount)]))
    expect(found).toEqual(JSON.parse(golden))
    expect(Object.keys(found).length).toBeGreaterThan(490)
  })

  test('worked by hand: NAV is 496,014.73 ÷ 50,000 = 9.9202946, and the return (9.92 − 10.00) ÷ 10.00', () => {
    const expected = JSON.parse(golden) as Record<string, string>
    expect(expected['net-assets@2002-12-31']).toBe('496014.73')
    expect(expected['nav-per-share[service]@2002-12-31']).toBe('9.92')
    expect(expected['total-return[service]@2002']).toBe('-0.8')
  })
})

const python = spawnSync('python3', ['--version'], { encoding: 'utf8' })

test.skipIf(python.status !== 0)('expected.json is what expected.py prints (skipped where there is no python3)', () => {
  const run = spawnSync('python3', [script, '--print'], { encoding: 'utf8' })
  expect(run.stderr).toBe('')
  expect(run.stdout).toBe(golden)
})
