/** `tieout help [CODE]`: what a problem means and how to mend it; a command; the exit codes. All offline. */
import type { Command } from 'commander'
import { type IssueCode, mostLike } from '../../values/issue.ts'
import { type ExitCode, exitCodeMeanings, exitCodes } from '../exit-code.ts'
import { indented, table } from '../table.ts'
import { type Outlet, type Terminal } from '../terminal.ts'

const EXIT_CODES_TOPIC = 'exit-codes'

export async function runHelp(terminal: Terminal, program: Command, topic: string | undefined): Promise<ExitCode> {
  const { out, err } = terminal
  if (topic === undefined) {
    program.outputHelp()
    return exitCodes.allWell
  }
  const command = program.commands.find((each) => each.name() === topic)
  if (command !== undefined) {
    command.outputHelp()
    return exitCodes.allWell
  }
  if (topic === EXIT_CODES_TOPIC) {
    out.write(exitCodesText(out))
    return exitCodes.allWell
  }
  const { issueCatalogue } = await import('../../app/issue-catalogue.ts')
  const explained = Object.hasOwn(issueCatalogue, topic) ? issueCatalogue[topic as IssueCode] : undefined
  if (explained !== undefined) {
    out.write(explanation(topic, explained, out))
    return exitCodes.allWell
  }
  const meant = mostLike(topic, [...Object.keys(issueCatalogue), ...program.commands.map((each) => each.name()), EXIT_CODES_TOPIC])
  err.write([
    `There is no help on "${topic}".`,
    meant === undefined ? 'Give the code of a problem as it is printed, such as lots.insufficient, or the name of a command.' : `Did you mean "${meant}"?`,
  ])
  return exitCodes.usage
}

type Explained = { readonly title: string; readonly meaning: string; readonly remedy: string }

const explanation = (code: string, { title, meaning, remedy }: Explained, { bold }: Outlet): string[] => [
  `${bold(code)}: ${title}`,
  '',
  ...wrapped(meaning),
  '',
  bold('How to mend it'),
  ...wrapped(remedy),
]

function exitCodesText({ bold }: Outlet): string[] {
  const rows = exitCodeMeanings.flatMap(({ code, meaning }) => wrapped(meaning).map((line, index) => [index === 0 ? String(code) : '', line]))
  const columns = [{ heading: '', align: 'right' } as const, { heading: '', align: 'left' } as const]
  return [bold('Exit codes'), ...indented(table(columns, rows))]
}

const WIDTH = 92 // With the indent and the column of codes, a line still fits 100 columns.

function wrapped(text: string): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > WIDTH) {
        lines.push(line)
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
    lines.push(line)
  }
  return lines
}
