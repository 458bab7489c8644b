/** The temporary folder of a run of tests: whatever tests leave in `tmpdir()` goes with it. Vitest calls both before and after all tests. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// Node reads TMPDIR, and on Windows TEMP; workers have the environment of the process that starts them.
const variables = ['TMPDIR', 'TEMP', 'TMP'] as const

let folder: string | undefined

export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'tieout-tests-'))
  for (const name of variables) process.env[name] = folder
}

export function teardown(): void {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
}
