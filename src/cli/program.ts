/**
 * The words of the command line. Each command's work is a file of its own, loaded when it is asked for and not before:
 * what stands here of the commands are types, imported as such, since `import { type … }` would still load the file.
 */
import { Command, InvalidArgumentError, Option } from 'commander'
import { type CalendarDate, parseCalendarDate } from '../values/calendar-date.ts'
import type { ExitCode } from './exit-code.ts'
import type { Terminal } from './terminal.ts'
import type { CapitalOptions } from './commands/capital.ts'
import type { CheckOptions } from './commands/check.ts'
import type { CompareOptions } from './commands/compare.ts'
import type { ExceptionsOptions } from './commands/exceptions.ts'
import type { ImportOptions } from './commands/import.ts'
import type { JournalOptions } from './commands/journal.ts'
import type { NavOptions } from './commands/nav.ts'
import type { NavPackOptions } from './commands/nav-pack.ts'
import type { ExplainOptions } from './commands/explain.ts'
import type { ReconcileOptions } from './commands/reconcile.ts'
import type { ReportCommandOptions } from './commands/report.ts'
import type { UsesOptions } from './commands/uses.ts'
import type { ReadingOptions } from './reading-command.ts'
import type { ReportOptions } from './report-command.ts'

/** The program, which tells `finish` how its command ended. */
export function programOf(terminal: Terminal, version: string, finish: (code: ExitCode) => void): Command {
  const program = new Command('tieout')
    .description('Fund accounting and shareholder reporting. Every number ties out.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showHelpAfterError('"tieout --help" lists the commands and their options.')
    .addHelpText('after', `\nA BOOK is a folder with fund.yaml in it; "tieout init DIR" makes one to begin with.\nExit codes: "tieout help exit-codes".\n`)

  program
    .command('init')
    .argument('<DIR>', 'a folder that is not there yet, or is empty')
    .description('make a small working book, to run and to change')
    .action(async (directory: string) => finish((await import('./commands/init.ts')).runInit(terminal, directory)))

  withOutput(program.command('check').argument('<BOOK>', 'folder of the book').description('read and validate everything, keep the books, hold every identity'))
    .option('--assign-ids', 'first write an id into every event that has none')
    .action(async (path: string, options: CheckOptions) => finish((await import('./commands/check.ts')).runCheck(terminal, path, options)))

  withOutput(program.command('import').argument('<FILE>', 'rows of another program: CSV, or a statement in OFX or QFX'))
    .description('take a foreign file into a book, by a profile that says what its columns mean')
    .requiredOption('--map <PROFILE>', 'the profile: a YAML file, or the name of one that comes with Tieout (ofx, ecb-rates, etf-holdings, etf-flows)')
    .requiredOption('--into <BOOK>', 'folder of the book')
    .option('--name <NAME>', 'name of the files that are written; that of FILE where it is left out')
    .option('--dry-run', 'show what would be written, and write nothing')
    .option('--accept-good-rows', 'leave out rows with a problem and take the others; without it, one problem refuses the file')
    .action(async (file: string, options: ImportOptions) => finish((await import('./commands/import.ts')).runImport(terminal, file, options)))

  reading('nav', 'net asset value of a day, its proof, and the bridge to the reporting basis', 'nav')
    .addOption(dateOption('--from <DATE>', 'a table of the business days from this one'))
    .action(async (path: string, options: NavOptions) => finish((await import('./commands/nav.ts')).runNav(terminal, path, options)))

  ofDay('nav-pack', 'what a reviewer of a net asset value asks for, on a page a day, as text and HTML')
    .addOption(dateOption('--from <DATE>', 'a page for each business day from this one, and one that leads to them'))
    .option('--format <FORMATS>', 'formats with commas between them: text, html', 'text,html')
    .option('--out <DIR>', 'folder to write to', 'out')
    .action(async (path: string, options: NavPackOptions) => finish((await import('./commands/nav-pack.ts')).runNavPack(terminal, path, options)))

  ofDay('exceptions', 'exceptions of the strikes with what was decided; fails where an open one blocks')
    .addOption(dateOption('--from <DATE>', 'only what stood on this day or later'))
    .option('--all', 'those that were disposed of, too')
    .option('--rows', 'the open ones as rows of exceptions.csv, to be filled in')
    .action(async (path: string, options: ExceptionsOptions) => finish((await import('./commands/exceptions.ts')).runExceptions(terminal, path, options)))

  ofDay('reconcile', 'the books against custodian, transfer agent and brokers: what agrees, and each break; fails where one is not explained')
    .option('--all', 'what agrees and what is closed, too')
    .action(async (path: string, options: ReconcileOptions) => finish((await import('./commands/reconcile.ts')).runReconcile(terminal, path, options)))

  reading('positions', 'holdings at their value, with the row of each price', 'reporting').action(async (path: string, options: ReadingOptions) =>
    finish((await import('./commands/positions.ts')).runPositions(terminal, path, options)),
  )

  reading('lots', 'open tax lots, with the row of the record that opened each', 'reporting').action(async (path: string, options: ReadingOptions) =>
    finish((await import('./commands/lots.ts')).runLots(terminal, path, options)),
  )

  reading('capital', 'fund shares and the capital paid in for them, from opening to closing, by what moved them', 'nav')
    .addOption(dateOption('--from <DATE>', 'the first day of the range; without it, the first of the books'))
    .action(async (path: string, options: CapitalOptions) => finish((await import('./commands/capital.ts')).runCapital(terminal, path, options)))

  reading('journal', 'journal entries with their causes', 'reporting')
    .option('--account <CODE>', 'only entries with a posting to this account')
    .addOption(dateOption('--from <DATE>', 'only entries of this day and later'))
    .addOption(dateOption('--through <DATE>', 'only entries of this day and earlier; without --as-of, the books of that day'))
    .action(async (path: string, options: JournalOptions) => finish((await import('./commands/journal.ts')).runJournal(terminal, path, options)))

  reading('trial-balance', 'every account with a balance', 'reporting').action(async (path: string, options: ReadingOptions) =>
    finish((await import('./commands/trial-balance.ts')).runTrialBalance(terminal, path, options)),
  )

  withOutput(
    program
      .command('compare')
      .argument('<BOOK>', 'folder of the book')
      .description('a parallel run: the figures of an incumbent beside ours, each difference attributed')
      .requiredOption('--against <FILE>', 'CSV of net asset values, positions or trial balances; may be given several times', listed)
      .addOption(new Option('--kind <KIND>', 'what the files hold, where their headers are not to say').choices(['navs', 'positions', 'trial-balance'])),
  )
    .option('--accounts <FILE>', 'CSV of accounts (account, ours): which of ours each of theirs is')
    .addOption(basisOption('nav for net asset values, reporting for positions and balances'))
    .addOption(dateOption('--from <DATE>', 'only rows of this day and later'))
    .addOption(dateOption('--through <DATE>', 'only rows of this day and earlier'))
    .option('--worst <N>', 'how many of the largest differences are printed', wholeNumber, 5)
    .option('--tolerance-bp <BP>', 'most that a day may differ; of a position or balance, in basis points of net assets', basisPoints)
    .option('--median-bp <BP>', 'most that the median of the daily differences may be', basisPoints)
    .option('--p90-bp <BP>', 'most that the 90th percentile of the daily differences may be', basisPoints)
    .option('--cumulative-bp <BP>', 'most that the level of the last day may be', basisPoints)
    .option('--level-bp <BP>', 'most that the level of any day may be', basisPoints)
    .action(async (path: string, options: CompareOptions) => finish((await import('./commands/compare.ts')).runCompare(terminal, path, options)))

  ofPeriod('report', 'the annual report of a period, as text, HTML and JSON')
    .option('--format <FORMATS>', 'formats with commas between them: text, html, json', 'text,html,json')
    .option('--out <DIR>', 'folder to write to', 'out')
    .action(async (path: string, options: ReportCommandOptions) => finish((await import('./commands/report.ts')).runReport(terminal, path, options)))

  ofPeriod('tie', 'the identities of the report, both sides and tolerance; fails where one breaks').action(async (path: string, options: ReportOptions) =>
    finish((await import('./commands/tie.ts')).runTie(terminal, path, options)),
  )

  ofPeriod(
    'explain',
    'what a printed number was made of, down to rows of the book',
    '<FIGURE>',
    'id of a figure, or place of a cell: sal.net-assets or, with its period, sal.net-assets/2002',
  )
    .option('--depth <N>', 'how many steps down', wholeNumber, 4)
    .option('--all', 'every operand and row, none folded')
    .action(async (path: string, figure: string, options: ExplainOptions) =>
      finish((await import('./commands/explain.ts')).runExplain(terminal, path, figure, options)),
    )

  ofPeriod('uses', 'every figure of the report that a row reaches', '<FILE:ROW>', 'a row of the book: events/purchase.csv:12')
    .option('--field <COLUMN>', 'only what this column of the row reaches')
    .action(async (path: string, place: string, options: UsesOptions) => finish((await import('./commands/uses.ts')).runUses(terminal, path, place, options)))

  program
    .command('help')
    .argument('[CODE]', 'the code of a problem (lots.insufficient), a command, or exit-codes')
    .description('what a problem means and how to mend it')
    .action(async (topic: string | undefined) => finish(await (await import('./commands/help.ts')).runHelp(terminal, program, topic)))

  return program

  function ofPeriod(name: string, description: string, argument?: string, about?: string): Command {
    const command = program.command(name).argument('<BOOK>', 'folder of the book').description(description)
    if (argument !== undefined) command.argument(argument, about)
    return withOutput(command).option(
      '--period <PERIOD>',
      'a fiscal year (2002) or two dates (2002-12-31..2003-06-30); without it, the last fiscal year that ended',
    )
  }

  function ofDay(name: string, description: string): Command {
    return withOutput(program.command(name).argument('<BOOK>', 'folder of the book').description(description)).addOption(
      dateOption('--as-of <DATE>', 'the day; without it, the last with an event or a price'),
    )
  }

  function reading(name: string, description: string, basis: string): Command {
    return ofDay(name, description).addOption(basisOption(basis))
  }
}

const withOutput = (command: Command): Command =>
  command.addOption(new Option('--json', 'print JSON')).addOption(new Option('--quiet', 'print problems only').conflicts('json'))

const basisOption = (without: string): Option =>
  new Option('--basis <BASIS>', `nav: trades and capital by NAV date; reporting: all by effective date; without it, ${without}`).choices(['nav', 'reporting'])

/** What an option is given each time it stands there. */
const listed = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

/** As its text: the command makes a number of it. */
function basisPoints(text: string): string {
  if (!/^\d{1,9}(\.\d{1,9})?$/.test(text)) throw new InvalidArgumentError('Needed is a number of basis points, zero or above, as in 0.5.')
  return text
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('Needed is a whole number from 1.')
  return Number(text)
}

const dateOption = (flags: string, description: string): Option => new Option(flags, `${description} (YYYY-MM-DD)`).argParser(readDate)

function readDate(text: string): CalendarDate {
  const date = parseCalendarDate(text)
  if (date === undefined) throw new InvalidArgumentError('Needed is a date that exists, written YYYY-MM-DD, as in 2002-12-31.')
  return date
}
