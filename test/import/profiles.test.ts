// The profiles that come with the program, and the one that docs/import.md begins with, do what is said of them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { issueTopics } from '../../src/app/issue-catalogue.ts'
import { mapRows } from '../../src/import/map-rows.ts'
import { targets } from '../../src/import/target.ts'
import { root } from '../command-line.ts'
import { csvTable, profileOf, profileReading } from '../support/profile.ts'

const shipped = readdirSync(join(root, 'profiles'))

test.each(shipped)('%s is read without a problem', (file) => expect(profileReading(readFileSync(join(root, 'profiles', file), 'utf8')).issues).toEqual([]))

test('each is named on the page and by the command', () => {
  const page = readFileSync(join(root, 'docs/import.md'), 'utf8')
  const program = readFileSync(join(root, 'src/cli/program.ts'), 'utf8')
  for (const file of shipped) {
    const name = file.replace('.yaml', '')
    expect(page).toContain(`| \`${name}\` |`)
    expect(program).toMatch(new RegExp(`comes with Tieout \\([^)]*\\b${name}\\b`))
  }
})

test('the profile on the page makes of the row on the page what the page says', () => {
  const page = readFileSync(join(root, 'docs/import.md'), 'utf8')
  const profile = profileOf(/```yaml\n([^]*?)```/.exec(page)?.[1] ?? '')
  const row = /Of the row `([^`]+)`/.exec(page)?.[1] ?? ''
  const { mapped } = mapRows(
    profile,
    csvTable(profile, `Title\n\nType;Ref;Date;ISIN;Qty;Price;Amount\n${row}\n`),
    [{ id: 'AMZN', name: 'Amazon', currency: 'USD', isin: 'US0231351067' }],
    'USD',
  )
  expect(page).toContain('a purchase `c-77` of 1000 at 178.22 for 178220.00')
  expect(mapped?.records.map(({ target, cells }) => [target.name, cells])).toEqual([
    ['purchase', { id: 'c-77', trade_date: '2024-03-01', instrument: 'AMZN', quantity: '1000', price: '178.22', net_amount: '178220.00' }],
  ])
})

test('each problem of an import has a test that gives it', () => {
  const tests = ['src/import', 'src/book', 'src/cli/commands'].flatMap((folder) =>
    readdirSync(join(root, folder)).flatMap((file) => (file.endsWith('.test.ts') ? [readFileSync(join(root, folder, file), 'utf8')] : [])),
  )
  expect(Object.keys(issueTopics.import.codes).filter((code) => !tests.some((text) => text.includes(code)))).toEqual([])
})

test.each(targets.map((target) => [target.name, target] as const))('a profile can make each kind of record: %s', (name, { columns, key }) => {
  const filled = Object.entries(columns).map(([column, { field }]) => `          ${column}: { constant: "${field.example}" }\n`)
  const { profile, issues } = profileReading(
    `format: 1\nname: x\nreads: csv\nrules:\n  - rows: all\n    make:\n      - record: ${name}\n        columns:\n${filled.join('')}`,
  )
  expect(issues).toEqual([])
  expect(profile?.rules).toHaveLength(1)
  expect((key ?? []).filter((column) => !Object.hasOwn(columns, column))).toEqual([])
})
