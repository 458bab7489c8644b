// The sample of the library, run as its reader would run it. The figures are those of the rules' worked example (R14.1).
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test('the sample prints the net asset value on both bases, the way between them, and what a printed number is made of', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const printed = execFileSync(process.execPath, ['examples/library/first-nav.ts'], { cwd: root, encoding: 'utf8' })
  expect(printed).toBe(`Janus Aspen Small Cap Value Portfolio, 2002-12-31, in USD
NAV basis        500000.00  10.00 a share
  90 records not in it yet  -488253.00
  value of 90 holdings  484267.73
  left unexplained  0.00
Reporting basis  496014.73  9.92 a share
sal.net-assets/2002 prints 496,015: net-assets@2002-12-31 = 496014.73. The first less the second:
  total-assets@2002-12-31 = 984267.73
  total-liabilities@2002-12-31 = 488253.00
`)
})
