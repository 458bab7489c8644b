/** What the pages show of the command line is what it prints: each command is run, and each line shown stands in its output, in order. */
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root, tieout } from './command-line.ts'

type Shown = { readonly command: string; readonly lines: readonly string[] }

/** The commands in the fenced blocks of a page, each with the lines shown under it. A command may stand without "$" where no output is shown. */
function shownIn(page: string): readonly Shown[] {
  const blocks = [...readFileSync(join(root, page), 'utf8').matchAll(/^```\n([^]*?)^```$/gm)].map(([, block = '']) => block)
  return blocks.flatMap((block) => {
    const shown: { readonly command: string; readonly lines: string[] }[] = []
    for (const line of block.trimEnd().split('\n')) {
      const command = /^(?:\$ )?tieout (.+)$/.exec(line)?.[1]
      if (command !== undefined) shown.push({ command, lines: [] })
      else if (line.trim() !== '…') shown.at(-1)?.lines.push(line.trimEnd())
    }
    return shown
  })
}

/** The words of a command as a shell has them; what it writes goes to a folder of the test. */
function wordsOf(command: string): readonly string[] {
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '')
  return words.map((word, index) => (words[index - 1] === '--out' ? join(mkdtempSync(join(tmpdir(), 'tieout-readme-')), word) : word))
}

/** The first line shown that does not stand in the output after those before it. */
function firstNotIn(output: string, lines: readonly string[]): string | undefined {
  const printed = output.split('\n').map((line) => line.trimEnd())
  let from = 0
  return lines.find((line) => {
    const at = printed.indexOf(line, from)
    from = at + 1
    return at === -1
  })
}

describe.each([
  ['README.md', 7],
  ['examples/small-cap-value-2002/README.md', 6],
])('%s', (page, least) => {
  const shown = shownIn(page)

  test(`shows at least ${least} commands`, () => expect(shown.length).toBeGreaterThanOrEqual(least))

  test.each(shown)('tieout $command', async ({ command, lines }) => {
    const { code, out, err } = await tieout(...wordsOf(command))
    expect([code, err]).toEqual([0, ''])
    expect(firstNotIn(out, lines)).toBeUndefined()
  })
})

test('a line that is not printed, or not in this order, is found', () => {
  expect(firstNotIn('one\ntwo  \nthree\n', ['one', 'two', 'three'])).toBeUndefined()
  expect(firstNotIn('one\ntwo\nthree\n', ['two', 'one'])).toBe('one')
  expect(firstNotIn('one\ntwo\nthree\n', ['two', 'four'])).toBe('four')
})
