/**
 * The door of the command line: arguments in, an exit code out (see exit-code.ts). What goes wrong in the three ways there
 * are ends here: wrong words, a fault of the program, the outside world. Wrong data is an answer, not an error.
 */
import { readFileSync } from 'node:fs'
import { CommanderError } from 'commander'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { programOf } from './program.ts'
import { type Terminal, terminalOf } from './terminal.ts'

export async function main(args: readonly string[]): Promise<number> {
  // Whoever reads may stop reading ("tieout journal BOOK | head"): that is no failure. A full disk is.
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? exitCodes.allWell : exitCodes.outside))
  return run(args, terminalOf(process.stdout, process.stderr, process.env))
}

/** The same, with a terminal to write to. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exitCodes.allWell
  const program = programOf(terminal, versionOf(), (ended) => {
    code = ended
  })
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .configureOutput({ writeOut: (text) => terminal.out.write([text.trimEnd()]), writeErr: (text) => terminal.err.write([text.trimEnd()]) })
  }
  try {
    if (args.length === 0) {
      program.outputHelp({ error: true })
      return exitCodes.usage
    }
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.allWell : exitCodes.usage
    return failed(error, terminal)
  }
}

function failed(error: unknown, { err }: Terminal): ExitCode {
  if (isFromOutside(error)) {
    err.write([`The machine refused: ${error.message}`])
    return exitCodes.outside
  }
  const shown = error instanceof Error ? (error.stack ?? error.message) : String(error)
  err.write([
    err.alarming('This is a fault in Tieout, not in your book. Nothing that this run computed is to be used.'),
    'Please report it with the command, this message and, if you can, the book that shows it.',
    '',
    shown,
  ])
  return exitCodes.fault
}

/** Errors of the system have its code (ENOENT, EACCES); errors of the program have none, and those of Node's own checks begin with ERR. */
const isFromOutside = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && typeof (error as NodeJS.ErrnoException).code === 'string'

const versionOf = (): string => (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
