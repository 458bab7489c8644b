// The package as it is published: compiled, imported by name from a folder that knows nothing of this repository, and
// its types as a program that uses them sees them.
import { execFileSync } from 'node:child_process'
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compile, installPackage } from '../support/installed-package.ts'

let installed: ReturnType<typeof installPackage>

beforeAll(() => {
  installed = installPackage()
})
afterAll(() => installed.remove())

const write = (name: string, text: string): string => {
  const path = join(installed.folder, name)
  writeFileSync(path, text)
  return path
}

test('Node imports the package by its name, and the first line of a program works', () => {
  cpSync(fileURLToPath(new URL('../../examples/small-cap-value-2002', import.meta.url)), join(installed.folder, 'book'), { recursive: true })
  const program = write(
    'program.mjs',
    `import { amountToDecimal, eventKindNames, formatDecimal, keepBooks, lastDayOf, openBook, readBookFolder } from 'tieout'
const opened = openBook(readBookFolder('book', eventKindNames).folder)
const { replay } = keepBooks(opened, lastDayOf(opened.book), [])
console.log(formatDecimal(amountToDecimal(replay.last.strike.netAssets, 'USD')))
`,
  )
  expect(execFileSync(process.execPath, [program], { cwd: installed.folder, encoding: 'utf8' })).toBe('500000.00\n')
})

test('a program that uses the types compiles, and one that mixes kinds of number does not', () => {
  const options = ['--ignoreConfig', '--strict', '--noEmit', '--target', 'es2024', '--module', 'nodenext', '--types', '']
  const sound = write(
    'sound.ts',
    `import { type Amount, type Cell, type FundBook, type Issue, type JournalEntry, keepBooks, lastDayOf, type OpenedBook, type Replay, type Strike } from 'tieout'
export const strikesOf = (opened: OpenedBook & { readonly book: FundBook }): readonly Strike[] => keepBooks(opened, lastDayOf(opened.book), []).replay.strikes
export const netAssets = ({ last }: Replay): Amount | undefined => last?.strike.netAssets
export const causes = (journal: readonly JournalEntry[]): readonly string[] => journal.map(({ cause }) => (cause.by === 'record' ? cause.record : cause.rule))
export const places = (issues: readonly Issue[], cells: readonly Cell[]): readonly string[] => [...issues.map(({ place }) => place.file), ...cells.map(({ place }) => place)]
`,
  )
  compile(...options, sound)
  const mixed = write('mixed.ts', `import { type Amount, type Shares } from 'tieout'\nexport const wrong = (shares: Shares): Amount => shares\n`)
  expect(() => compile(...options, mixed)).toThrow(/mixed\.ts.*is not assignable to type 'Amount'/s)
})
