/** `tieout init DIR`: the book of templates/first-book, copied as it stands. */
import { cpSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { issueLines } from '../issue-report.ts'
import { indented, table } from '../table.ts'
import { type Terminal } from '../terminal.ts'

// From src/cli/commands and from dist/cli/commands alike.
const template = fileURLToPath(new URL('../../../templates/first-book', import.meta.url))

export function runInit({ out, err }: Terminal, directory: string): ExitCode {
  const status = statSync(directory, { throwIfNoEntry: false })
  if (status !== undefined && (!status.isDirectory() || readdirSync(directory).length > 0)) {
    err.write(
      issueLines(
        {
          code: 'command.folder-not-empty',
          place: { file: directory },
          found: status.isDirectory() ? 'a folder with files in it' : 'a file',
          needed: 'a folder that is empty or not there yet',
          remedy: 'Give another name; nothing was written.',
        },
        err,
      ),
    )
    return exitCodes.usage
  }
  mkdirSync(directory, { recursive: true })
  cpSync(template, directory, { recursive: true, errorOnExist: true, force: false })
  const shown = /^[\w./~-]+$/.test(directory) ? directory : `"${directory}"`
  const columns = [{ heading: '', align: 'left' } as const, { heading: '', align: 'left' } as const]
  out.write([
    out.bold(`A book was written to ${directory}.`),
    ...indented(
      table(columns, [
        ['fund.yaml', 'the fund, its class and its policies, with comments'],
        ['instruments.csv', 'five securities'],
        ['events/', 'a subscription, seven purchases, a sale, a second subscription'],
        ['prices/', 'closing prices of each business day'],
        ['README.md', 'the book in one page, to check by hand'],
      ]),
    ),
    '',
    'Try next:',
    ...indented(
      table(columns, [
        [`tieout check ${shown}`, 'read everything, keep the books, hold every identity'],
        [`tieout nav ${shown}`, 'the net asset value of the last day'],
        [`tieout nav ${shown} --from 2024-03-01`, 'of every day'],
        [`tieout positions ${shown}`, 'what the fund holds'],
        [`tieout report ${shown} --period 2024-03-01..2024-03-08`, 'the report of these days, written to out/'],
      ]),
    ),
  ])
  return exitCodes.allWell
}
