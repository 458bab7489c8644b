/** `tieout import FILE --map PROFILE --into BOOK`: rows of a foreign file become records of a book, all or none; a dry run shows them. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Issue, mostLike } from '../../values/issue.ts'
import { appendRows, csvText } from '../../book/append-rows.ts'
import { readForeignCsv } from '../../book/foreign-csv.ts'
import { readForeignOfx } from '../../book/foreign-ofx.ts'
import { readYaml } from '../../book/yaml.ts'
import { writeFiles } from '../../book/write-files.ts'
import { type ImportPart, type ImportPlan, importTable } from '../../app/import-table.ts'
import { type ForeignTable, type Profile, readOfxTable, readProfile } from '../../app/vocabulary.ts'
import { countedEvents } from '../event-words.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { counted, shownCount } from '../figures.ts'
import { issueReport } from '../issue-report.ts'
import { readBookAndTexts } from '../read-book.ts'
import { jsonHeader, type OutputOptions, refuseRequest, writeJson } from '../reading-command.ts'
import { indented, table as tableLines } from '../table.ts'
import { type Outlet, type Terminal } from '../terminal.ts'

export type ImportOptions = OutputOptions & {
  readonly map: string
  readonly into: string
  readonly name?: string
  readonly dryRun?: boolean
  readonly acceptGoodRows?: boolean
}

// From src/cli/commands and from dist/cli/commands alike.
const shippedProfiles = fileURLToPath(new URL('../../../profiles', import.meta.url))

export function runImport(terminal: Terminal, file: string, options: ImportOptions): ExitCode {
  const { source, opened } = readBookAndTexts(options.into, terminal)
  if (source === undefined || opened.issues.length > 0) return refuse(terminal, options, opened.issues, 'the book is to be mended first')
  const path = profilePath(options.map)
  if (path === undefined) return refuseRequest(terminal, [unknownProfile(options.map)])
  if (!isFile(file)) return refuseRequest(terminal, [noFile(file)])
  const name = options.name ?? nameFrom(file)
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) return refuseRequest(terminal, [badName(name)])

  const { profile, issues: ofProfile } = profileAt(path)
  if (profile === undefined) return refuse(terminal, options, ofProfile, 'the profile is to be mended first')
  const { table, issues: ofFile } = readForeign(file, profile)
  if (table === undefined || ofFile.length > 0) return refuse(terminal, options, ofFile, 'nothing was written')
  const answer = importTable(source, table, profile, {
    name,
    acceptGoodRows: options.acceptGoodRows === true,
    isTaken: (each) => existsSync(join(options.into, each)),
  })
  if (!answer.ok) return refuse(terminal, options, answer.issues, `the ${answer.wrong} is to be mended first`)

  const { plan } = answer
  const isWritten = plan.isAccepted && options.dryRun !== true
  if (isWritten) writeFiles(options.into, filesOf(plan, options.into))
  if (options.json) writeJson(terminal, { ...jsonHeader('import', options.into, plan.issues), ...planJson(plan, profile, isWritten) })
  else {
    if (!options.quiet) terminal.out.write(planText(plan, profile, options, isWritten, terminal.out))
    if (plan.issues.length > 0) terminal.err.write(issueReport(plan.issues, terminal.err, isWritten ? 'these rows were left out' : 'nothing was written'))
  }
  return plan.issues.length === 0 ? exitCodes.allWell : exitCodes.issues
}

/** What the file says, by the profile's account of its form. */
function readForeign(file: string, profile: Profile): { readonly table: ForeignTable | undefined; readonly issues: readonly Issue[] } {
  const bytes = readFileSync(file)
  if (profile.file.format === 'csv') return readForeignCsv(basename(file), bytes, profile.file)
  const { ofx, issues } = readForeignOfx(basename(file), bytes)
  return ofx === undefined ? { table: undefined, issues } : readOfxTable(ofx)
}

function profileAt(path: string): ReturnType<typeof readProfile> {
  const { tree, issues } = readYaml(path, readFileSync(path))
  if (tree === undefined || issues.length > 0) return { profile: undefined, issues }
  return readProfile(tree)
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

/** A file, or the name of one that comes with the program. */
function profilePath(map: string): string | undefined {
  if (isFile(map)) return map
  const shipped = join(shippedProfiles, `${map}.yaml`)
  return /^[\w-]+$/.test(map) && existsSync(shipped) ? shipped : undefined
}

/** `Trades 2024-03.csv` is imported as `Trades-2024-03`. */
const nameFrom = (file: string): string =>
  basename(file)
    .replace(/\.[A-Za-z0-9]+$/, '')
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')

/** Instruments first: whatever refers to them is written after them. */
const filesOf = ({ parts }: ImportPlan, book: string) =>
  parts
    .filter(({ added }) => added.length > 0)
    .map(({ target, file, header, added }) => {
      const rows = added.map(({ cells }) => cells)
      return { file, text: target.part === 'instruments' ? appendRows(readFileSync(join(book, file), 'utf8'), rows) : csvText(header, rows) }
    })

const ROWS_SHOWN = 3
const LINES_NAMED = 12

function planText(plan: ImportPlan, profile: Profile, options: ImportOptions, isWritten: boolean, outlet: Outlet): string[] {
  const { table, parts, taken, failed, skipped, unused } = plan
  const skippedCount = table.rows.length - taken - failed
  const changed = parts.filter(({ added }) => added.length > 0)
  const state =
    changed.length === 0
      ? 'Nothing to write'
      : isWritten
        ? 'Written'
        : plan.isAccepted
          ? 'To be written; this is a dry run, and nothing was'
          : 'Not to be written while a row has a problem'
  return [
    outlet.bold(`${profile.name}: ${table.file} into ${options.into}`),
    `${counted(table.rows.length, 'row')}: ${shownCount(taken)} taken, ${shownCount(skippedCount)} skipped, ${shownCount(failed)} with a problem.`,
    '',
    outlet.bold(state),
    ...indented(changed.flatMap((part) => partText(part, outlet))),
    ...thereText(parts),
    '',
    ...(skipped.length === 0
      ? []
      : [
          outlet.bold('Skipped, as the profile says'),
          ...indented(skipped.map(({ rule, reason, rows }) => `${counted(rows.length, 'row')} of ${rule.name}: ${reason} ${outlet.faint(linesOf(rows))}`)),
          '',
        ]),
    ...differencesText(plan, outlet),
    ...(unused.length === 0 ? [] : [`Columns with something in them that the profile does not use: ${unused.join(', ')}.`, '']),
  ].slice(0, -1)
}

function partText({ target, file, header, added }: ImportPart, outlet: Outlet): string[] {
  const filled = header.filter((name) => added.some(({ cells }) => cells[name] !== undefined))
  const columns = filled.map((heading) => ({ heading, align: 'left' }) as const)
  // Instruments are few, and a person is to look at each of them.
  const shown = target.part === 'instruments' ? added : added.slice(0, ROWS_SHOWN)
  return [
    `${countedRecords(target, added.length)} in ${file}`,
    ...indented([
      ...tableLines(
        columns,
        shown.map(({ cells }) => filled.map((name) => cells[name] ?? '')),
        [],
        { heading: outlet.faint, rule: outlet.faint },
      ),
      ...(shown.length < added.length ? [`… and ${shownCount(added.length - shown.length)} more`] : []),
    ]),
  ]
}

const thereText = (parts: readonly ImportPart[]): string[] =>
  indented(
    parts.flatMap(({ target, present, repeated }) => [
      ...(present === 0 ? [] : [`${countedRecords(target, present)} that the book has already`]),
      ...(repeated === 0 ? [] : [`${countedRecords(target, repeated)} that the file says more than once, taken once`]),
    ]),
  )

const differencesText = ({ differences }: ImportPlan, outlet: Outlet): string[] => {
  const lines = new Set(
    differences.map(({ by, text, inBook, instrument }) => `${instrument}: ${by} ${text} in the file, ${inBook} in instruments.csv; matched by what comes next`),
  )
  return lines.size === 0 ? [] : [outlet.bold('Matched in spite of a difference'), ...indented([...lines]), '']
}

const countedRecords = ({ part, name }: ImportPart['target'], count: number): string =>
  part === 'recon' ? `${counted(count, 'row')} of ${name}` : countedEvents(name, count)

const linesOf = (rows: ImportPlan['skipped'][number]['rows']): string => {
  const named = rows.slice(0, LINES_NAMED).map(({ line, name }) => name ?? String(line))
  return `(${rows[0]?.name === undefined ? 'lines ' : ''}${named.join(', ')}${rows.length > named.length ? ' …' : ''})`
}

const planJson = ({ table, parts, taken, failed, skipped, differences, unused }: ImportPlan, profile: Profile, isWritten: boolean) => ({
  profile: profile.name,
  file: { name: table.file, sha256: table.sha256, rows: table.rows.length },
  written: isWritten,
  rows: { taken, skipped: table.rows.length - taken - failed, failed },
  records: parts.map(({ target, file, added, present, repeated }) => ({
    record: target.name,
    file,
    new: added.length,
    present,
    repeated,
    rows: added.map(({ cells, row }) => ({ line: row.line, ...(row.name === undefined ? {} : { name: row.name }), cells })),
  })),
  skipped: skipped.map(({ rule, reason, rows }) => ({
    rule: rule.name,
    reason,
    count: rows.length,
    rows: rows.map(({ line, name }) => ({ line, ...(name === undefined ? {} : { name }) })),
  })),
  differences: differences.map(({ row, instrument, by, text, inBook }) => ({ line: row.line, instrument, by, inFile: text, inBook })),
  unusedColumns: unused,
})

function refuse(terminal: Terminal, options: ImportOptions, issues: readonly Issue[], outcome: string): ExitCode {
  if (options.json) writeJson(terminal, { ...jsonHeader('import', options.into, issues), written: false })
  else terminal.err.write(issueReport(issues, terminal.err, outcome))
  return exitCodes.issues
}

function unknownProfile(map: string): Issue {
  const shipped = readdirSync(shippedProfiles).flatMap((name) => (name.endsWith('.yaml') ? [name.slice(0, -'.yaml'.length)] : []))
  const meant = mostLike(map, shipped)
  return {
    code: 'command.import',
    place: { file: '--map' },
    found: `"${map}", which is no file`,
    needed: `the path of a profile, or one that comes with Tieout: ${shipped.join(', ')}`,
    remedy: meant === undefined ? 'Correct the path.' : `Did you mean "${meant}"?`,
  }
}

const noFile = (file: string): Issue => ({
  code: 'command.import',
  place: { file: 'FILE' },
  found: `"${file}", which is no file`,
  needed: 'the file to import',
  remedy: 'Correct the path.',
})

const badName = (name: string): Issue => ({
  code: 'command.import',
  place: { file: '--name' },
  found: `"${name}"`,
  needed: "a name for the files that are written: letters, digits, '.', '_' and '-', beginning with a letter or digit",
  remedy: 'Give a name with --name.',
})
