/** The page on the command line says what the program has: its commands, their options, their JSON, the exit codes. */
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { example, root, tieout } from '../../test/command-line.ts'
import { exitCodeMeanings } from './exit-code.ts'
import { programOf } from './program.ts'
import { terminalOf } from './terminal.ts'

const silent = { write: () => undefined }
const { commands } = programOf(terminalOf(silent, silent, {}), '0.0.0', () => {})
const page = readFileSync(join(root, 'docs/command-line.md'), 'utf8')

/** The cells of each row of the table whose header begins with `first`. */
function tableOf(first: string, after = ''): readonly (readonly string[])[] {
  const lines = page.slice(page.indexOf(after)).split('\n')
  const header = lines.findIndex((line) => line.startsWith(`| ${first} |`))
  const end = lines.findIndex((line, index) => index > header && !line.startsWith('|'))
  return lines.slice(header + 2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

const optionsIn = (text: string): readonly string[] => [...new Set([...text.matchAll(/--[a-z][a-z0-9-]*/g)].map(([name]) => name))].toSorted()

const jsonMembers = tableOf('command', '## JSON')
const header = ['format', 'command', 'path', 'issues']
const afterHeader = ['fund', 'basis', 'asOf', 'navDate', 'period', 'bookHash']

describe('docs/command-line.md', () => {
  test('names every command in order, with its arguments', () => {
    const usages = commands.map((command) => ['tieout', command.name(), ...command.registeredArguments.map((argument) => argument.name())].join(' '))
    expect(tableOf('command').map(([usage = '']) => usage.replaceAll('`', ''))).toEqual(usages)
  })

  test('names the options of each, those that several share in a sentence that names the commands', () => {
    const shared = ['--as-of', '--basis', '--json', '--period', '--quiet']
    const rows = new Map(tableOf('command').map(([usage = '', , options = '']) => [usage.split(' ')[1]?.replaceAll('`', '') ?? '', options]))
    const sentences = page.split('\n\n')
    for (const command of commands) {
      const options = command.options.map(({ long }) => long ?? '').filter((name) => name !== '--help')
      expect([command.name(), ...optionsIn(rows.get(command.name()) ?? '')]).toEqual([
        command.name(),
        ...options.filter((name) => !shared.includes(name)).toSorted(),
      ])
      for (const name of ['--as-of', '--period']) {
        const sentence = sentences.find((text) => text.includes(`take \`${name}`)) ?? ''
        expect([command.name(), name, sentence.split(' take ')[0]?.includes(`\`${command.name()}\``)]).toEqual([command.name(), name, options.includes(name)])
      }
      expect([command.name(), options.includes('--json') && options.includes('--quiet')]).toEqual([command.name(), !['init', 'help'].includes(command.name())])
    }
  })

  test('has the exit codes with their meanings', () => {
    const plain = tableOf('code').map(([code, meaning]) => [code, meaning?.replaceAll('`', '"')])
    expect(plain).toEqual(exitCodeMeanings.map(({ code, meaning }) => [String(code), meaning]))
  })

  test.each([
    ['check'],
    ['nav'],
    ['nav', '--from', '2002-12-31'],
    ['nav-pack', '--out', join(mkdtempSync(join(tmpdir(), 'tieout-json-')), 'out')],
    ['exceptions'],
    ['reconcile'],
    ['positions'],
    ['lots'],
    ['journal', '--account', '1000'],
    ['trial-balance'],
    ['report', '--out', join(mkdtempSync(join(tmpdir(), 'tieout-json-')), 'out')],
    ['tie'],
    ['explain', 'sal.net-assets'],
    ['uses', 'events/purchase.csv:12'],
  ])('has every member of the JSON of %s', async (...args) => {
    const [command = '', ...rest] = args
    const { out } = await tieout(command, example, ...rest, '--json')
    const [, members = ''] = jsonMembers.find(([name]) => name === `\`${rest[0] === '--from' ? 'nav --from' : command}\``) ?? []
    const keys = Object.keys(JSON.parse(out) as object)
    expect(keys.slice(0, 4)).toEqual(header)
    const named = [...(command === 'check' ? ['fund'] : afterHeader), ...[...members.matchAll(/`(\w+)`/g)].map(([, name]) => name)]
    expect(keys.slice(4).filter((key) => !named.includes(key))).toEqual([])
  })
})
