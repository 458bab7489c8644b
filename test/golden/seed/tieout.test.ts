/** Our text, read and added up again by a program that shares nothing with ours and was written for the real report. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renderText } from '../../../src/render/text/render-text.ts'
import { exampleDocument } from '../../support/example-report.ts'
import { besideProject } from './beside-project.ts'

const script = besideProject('rules/tieout.py')
const hasPython = spawnSync('python3', ['--version']).status === 0

test('a foreign program ties out the text: 69 identities, all but T68, T72 and T74, as on the report of 2002', ({ skip }) => {
  if (script === undefined) return skip('the program does not lie beside the project: ../shared/rules/tieout.py')
  if (!hasPython) return skip('python3 is not installed')
  const folder = mkdtempSync(join(tmpdir(), 'tieout-'))
  try {
    const file = join(folder, 'report.txt')
    writeFileSync(file, renderText(exampleDocument()))
    const { stdout, stderr, status } = spawnSync('python3', [script, file, folder], { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain("'TIES': 69")
    expect([...stdout.matchAll(/^\| (T\d+) \|.*\| DOES NOT TIE \|/gm)].map(([, id]) => id)).toEqual(['T68', 'T72', 'T74'])
    expect(stdout).toContain('rows 90 industries 56 multi 13 starred 38 shares 31422')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
