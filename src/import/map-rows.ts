/**
 * The rows of a foreign table as records of a book, by a profile. Each row is taken, skipped by a rule that says why, or an
 * issue; there is no fourth. Nothing is decoded here: what a cell of the book may hold is for the reader of books to judge.
 */
import { type ForeignRow, type ForeignTable, foreignPlace } from '../values/foreign-table.ts'
import { type Issue, mostLike } from '../values/issue.ts'
import { shown } from '../values/shown.ts'
import { allHold } from './condition.ts'
import { fillColumn, type Filling, sourceColumns } from './fill-column.ts'
import { type Difference, type Found, type InstrumentLookup, instrumentLookup, type NamedInstrument } from './instrument-lookup.ts'
import { type Named, type Profile, type RecordMapping, type Rule } from './profile.ts'
import { type Target } from './target.ts'

export type MappedRows = {
  readonly records: readonly MadeRecord[]
  readonly skipped: readonly SkippedRows[]
  /** Rows of which at least one record could not be made. */
  readonly issues: readonly RowIssue[]
  /** Instruments found by a later name than the first that the row gives. */
  readonly differences: readonly (Difference & { readonly row: ForeignRow; readonly instrument: string })[]
  /** Columns of the file with something in them that no rule names. */
  readonly unused: readonly string[]
}

export type MadeRecord = {
  readonly target: Target
  readonly row: ForeignRow
  readonly rule: Rule
  /** By column of the book; a column that is empty is left out. */
  readonly cells: Readonly<Record<string, string>>
  /** By column of the book, those of the source that it comes from. */
  readonly from: Readonly<Record<string, readonly string[]>>
}

export type SkippedRows = { readonly rule: Rule; readonly reason: string; readonly rows: readonly ForeignRow[] }
export type RowIssue = { readonly row: ForeignRow; readonly issue: Issue }

export type MappingReading = { readonly mapped: MappedRows | undefined; readonly issues: readonly Issue[] }

/** The whole is undefined where the profile names columns that the file does not have. */
export function mapRows(profile: Profile, table: ForeignTable, known: Iterable<NamedInstrument>, baseCurrency: string): MappingReading {
  const missing = missingColumns(profile, table)
  if (missing.length > 0) return { mapped: undefined, issues: missing }
  const instruments = instrumentLookup(known)
  const mapping: Mapping = { profile, table, instruments, baseCurrency, occurrences: new Map(), issues: [], records: [], differences: [] }
  const skipped = new Map<Rule, ForeignRow[]>()
  const ruled = table.rows.flatMap((row) => {
    const rule = ruleOf(row, mapping)
    if (rule === undefined) return []
    if (rule.outcome.of === 'skip') skipped.set(rule, appended(skipped.get(rule), row))
    else if (rule.outcome.of === 'refuse') mapping.issues.push({ row, issue: refused(table, row, rule.name, rule.outcome.reason) })
    else return [{ row, rule, records: rule.outcome.records }]
    return []
  })
  // Instruments first: any row may refer to one, wherever in the file it stands.
  for (const { row, rule, records } of ruled) makeRecords(row, rule, records.filter(isInstrument), mapping)
  const broken = new Set(mapping.issues.map(({ row }) => row))
  for (const { row, rule, records } of ruled)
    if (!broken.has(row))
      makeRecords(
        row,
        rule,
        records.filter((record) => !isInstrument(record)),
        mapping,
      )
  const failed = new Set(mapping.issues.map(({ row }) => row))
  return {
    mapped: {
      records: mapping.records.filter(({ row }) => !failed.has(row)),
      skipped: [...skipped].map(([rule, rows]) => ({ rule, rows, reason: rule.outcome.of === 'skip' ? rule.outcome.reason : '' })),
      issues: mapping.issues,
      differences: mapping.differences,
      unused: unusedColumns(profile, table),
    },
    issues: [],
  }
}

/** In place: a file may have a hundred thousand rows to skip. */
function appended(rows: ForeignRow[] | undefined, row: ForeignRow): ForeignRow[] {
  if (rows === undefined) return [row]
  rows.push(row)
  return rows
}

type Mapping = {
  readonly profile: Profile
  readonly table: ForeignTable
  readonly instruments: InstrumentLookup
  readonly baseCurrency: string
  readonly occurrences: Map<string, number>
  readonly issues: RowIssue[]
  readonly records: MadeRecord[]
  readonly differences: MappedRows['differences'][number][]
}

const isInstrument = ({ target }: RecordMapping): boolean => target.part === 'instruments'

function cellsOf(row: ForeignRow, { header }: ForeignTable): (column: string) => string {
  const positions = positionsOf(header)
  return (column) => row.cells[positions.get(column) ?? -1] ?? ''
}

const positionsByHeader = new WeakMap<readonly string[], ReadonlyMap<string, number>>()
function positionsOf(header: readonly string[]): ReadonlyMap<string, number> {
  let positions = positionsByHeader.get(header)
  if (positions === undefined) positionsByHeader.set(header, (positions = new Map(header.map((name, index) => [name, index]))))
  return positions
}

/** The one rule that the row fits; an issue where it fits none, or two. */
function ruleOf(row: ForeignRow, { profile, table, issues }: Mapping): Rule | undefined {
  const cell = cellsOf(row, table)
  const [rule, second] = profile.rules.filter(({ when }) => allHold(when, cell, profile))
  if (rule === undefined) issues.push({ row, issue: noRule(profile, table, row) })
  else if (second !== undefined) issues.push({ row, issue: twoRules(table, row, rule, second) })
  else if (rule.outcome.of === 'make' && row.cells.length !== table.header.length) issues.push({ row, issue: cellCount(table, row) })
  else if (rule.outcome.of === 'make' && !rule.outcome.records.some(({ when }) => allHold(when, cell, profile)))
    issues.push({ row, issue: noRecord(table, row, rule) })
  else return rule
  return undefined
}

function makeRecords(row: ForeignRow, rule: Rule, records: readonly RecordMapping[], mapping: Mapping): void {
  const { profile, table, instruments, occurrences } = mapping
  const filling: Filling = { cell: cellsOf(row, table), numbers: profile.numbers, dates: profile.dates, instruments, occurrences }
  for (const { target, columns, amountsIn, when } of records) {
    if (!allHold(when, filling.cell, profile)) continue
    const named = target.part === 'instruments' ? namedBy(profile, filling) : undefined
    if (named?.ok === true) continue
    if (named?.fault.code === 'import.ambiguous-instrument') {
      addIssue(mapping, row, { ...named.fault, place: foreignPlace(table, row, profile.instruments[0]?.column.name) })
      continue
    }
    const cells: Record<string, string> = {}
    const from: Record<string, readonly string[]> = {}
    let isWhole = true
    for (const [name, value] of columns) {
      const filled = fillColumn(value, (target.columns[name] as Target['columns'][string]).field, filling)
      from[name] = sourceColumns(value).map((column) => column.name)
      if (!filled.ok) {
        isWhole = false
        addIssue(mapping, row, { ...filled.fault, place: foreignPlace(table, row, filled.column) })
      } else {
        if (filled.text !== '') cells[name] = filled.text
        for (const difference of filled.differs ?? []) mapping.differences.push({ ...difference, row, instrument: filled.text })
      }
    }
    const needed = cells['instrument'] === undefined ? mapping.baseCurrency : instruments.currencyOf(cells['instrument'])
    const stated = amountsIn === undefined ? needed : filling.cell(amountsIn.name)
    if (isWhole && stated !== needed && needed !== undefined) {
      isWhole = false
      mapping.issues.push({ row, issue: otherCurrency(table, row, amountsIn?.name ?? '', stated ?? '', needed, cells['instrument']) })
    }
    if (!isWhole) continue
    mapping.records.push({ target, row, rule, cells, from })
    // Without an id it names nothing; the reader of the book says so.
    if (target.part === 'instruments' && cells['id'] !== undefined) instruments.add(cells as NamedInstrument)
  }
}

/** Two records of a row have their instrument from the same cells, and what is wrong with these is said once. */
function addIssue({ issues }: Mapping, row: ForeignRow, issue: Issue): void {
  for (let index = issues.length - 1; index >= 0 && issues[index]?.row === row; index -= 1) {
    const said = issues[index]?.issue
    if (said?.code === issue.code && said.place.column === issue.place.column) return
  }
  issues.push({ row, issue })
}

/** An instrument that the book has, or an earlier row has made, is not made again: the book says what it is. */
const namedBy = ({ instruments }: Profile, { cell, instruments: lookup }: Filling): Found | undefined =>
  instruments.length === 0 ? undefined : lookup.find(instruments.map(({ column, by }) => ({ by, text: cell(column.name) })))

function columnsOf({ instruments, rules }: Profile): readonly Named[] {
  return [
    ...instruments.map(({ column }) => column),
    ...rules.flatMap(({ when, outcome }) => [
      ...when.map(({ column }) => column),
      ...(outcome.of === 'make'
        ? outcome.records.flatMap(({ columns, amountsIn }) => [...columns.values()].flatMap(sourceColumns).concat(amountsIn ?? []))
        : []),
    ]),
  ]
}

/** Of an OFX file every column may be absent: it has only those that some record of it fills. */
function missingColumns(profile: Profile, { header, file }: ForeignTable): readonly Issue[] {
  if (profile.file.format === 'ofx') return []
  const seen = new Set<string>()
  return columnsOf(profile).flatMap(({ name, place }) => {
    if (header.includes(name) || seen.has(name)) return []
    seen.add(name)
    const meant = mostLike(name, header)
    const issue: Issue = {
      code: 'import.unknown-column',
      place,
      found: `column ${shown(name)}, which ${file} does not have`,
      needed: `one of ${header.join(', ')}`,
      remedy: meant === undefined ? 'Correct the name, or "header_row" of the profile.' : `Did you mean "${meant}"?`,
    }
    return [issue]
  })
}

function unusedColumns(profile: Profile, { header, rows }: ForeignTable): readonly string[] {
  const used = new Set(columnsOf(profile).map(({ name }) => name))
  return header.filter((name, position) => !used.has(name) && rows.some(({ cells }) => (cells[position] ?? '') !== ''))
}

function noRule(profile: Profile, table: ForeignTable, row: ForeignRow): Issue {
  const cell = cellsOf(row, table)
  const asked = [...new Set(profile.rules.flatMap(({ when }) => when.map(({ column }) => column.name)))].filter((name) => cell(name) !== '')
  return {
    code: 'import.no-rule',
    place: foreignPlace(table, row),
    found: `a row that no rule of the profile fits${asked.length === 0 ? '' : `: ${asked.map((name) => `${name} ${shown(cell(name))}`).join(', ')}`}`,
    needed: `a row of one of these sorts: ${profile.rules.map(({ name }) => name).join(', ')}`,
    remedy: 'Add a rule to the profile that makes a record of such rows, or skips them and says why.',
  }
}

const twoRules = (table: ForeignTable, row: ForeignRow, first: Rule, second: Rule): Issue => ({
  code: 'import.two-rules',
  place: foreignPlace(table, row),
  found: `a row that fits two rules: "${first.name}" and "${second.name}"`,
  needed: 'one rule for each row',
  remedy: 'Narrow "when" of one of the two; a row that becomes two records has both under one "make".',
})

const noRecord = (table: ForeignTable, row: ForeignRow, { name }: Rule): Issue => ({
  code: 'import.no-record',
  place: foreignPlace(table, row),
  found: `a row of ${name} of which every cell that could become a record is empty`,
  needed: 'at least one record of each row that is taken',
  remedy: 'Skip such rows by a rule of the profile.',
})

const refused = (table: ForeignTable, row: ForeignRow, name: string, reason: string): Issue => ({
  code: 'import.refused-row',
  place: foreignPlace(table, row),
  found: `a row of ${name}`,
  needed: `what a book has a place for: ${reason}`,
  remedy: 'Enter what it did to the fund by hand, and leave the row out with --accept-good-rows.',
})

const otherCurrency = (table: ForeignTable, row: ForeignRow, column: string, stated: string, needed: string, instrument: string | undefined): Issue => ({
  code: 'import.currency',
  place: foreignPlace(table, row, column),
  found: stated === '' ? 'amounts of which the currency is not said' : `amounts in ${shown(stated)}`,
  needed: instrument === undefined ? `${needed}, the base currency of the books` : `${needed}, the currency of ${instrument} in instruments.csv`,
  remedy: 'Correct the currency of the instrument, or enter the record by hand from a confirmation in that currency.',
})

const cellCount = ({ file, header }: ForeignTable, row: ForeignRow): Issue => ({
  code: 'csv.cell-count',
  place: foreignPlace({ file }, row),
  found: `${row.cells.length} cells`,
  needed: `${header.length} cells, as the header has`,
  remedy: 'Look for a delimiter inside a text without quotes; a line of totals is skipped by a rule of the profile.',
})
