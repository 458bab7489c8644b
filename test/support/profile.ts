/** A profile and a table of a test, read from their texts as the command line reads them. */
import { readForeignCsv } from '../../src/book/foreign-csv.ts'
import { readYaml } from '../../src/book/yaml.ts'
import { type ProfileReading, readProfile } from '../../src/import/read-profile.ts'
import { type Profile } from '../../src/import/profile.ts'
import { type ForeignTable } from '../../src/values/foreign-table.ts'

export function profileReading(text: string): ProfileReading {
  const { tree, issues } = readYaml('profile.yaml', new TextEncoder().encode(text))
  if (tree === undefined) throw new Error(`the profile of a test is no YAML: ${issues[0]?.found}`)
  return readProfile(tree)
}

export function profileOf(text: string): Profile {
  const { profile, issues } = profileReading(text)
  if (profile === undefined) throw new Error(`the profile of a test has a problem: ${JSON.stringify(issues)}`)
  return profile
}

export function csvTable(profile: Profile, text: string): ForeignTable {
  if (profile.file.format !== 'csv') throw new Error('the profile of a test is for another form of file')
  const { table, issues } = readForeignCsv('trades.csv', new TextEncoder().encode(text), profile.file)
  if (table === undefined || issues.length > 0) throw new Error(`the table of a test has a problem: ${JSON.stringify(issues)}`)
  return table
}
