/**
 * The report as JSON: the model that every renderer prints, for programs. Keys stand in one order, no clock is read, the
 * same report gives the same bytes. Two-space indent, a line feed at the end. Amounts are decimal strings ("-3985.27"),
 * never binary fractions; dates are ISO (2002-12-31). A key without a value is left out.
 *
 *   format      "tieout-report/1": changes when a reader of this shape would have to
 *   fund        trust, series { id, name, noun, baseCurrency, inception }, classes [{ id, name }]
 *   period      name, from, through (both within)
 *   basis       "reporting": trade date
 *   bookHash    SHA-256 of the book's records
 *   tiesOut     whether no identity breaks
 *   parts       parts of the document in order: part, title, and file of a given text, ids of the statements
 *   statements  id, title, stub, columns (headings, line by line), leadHeading, rows, footnotes, reference
 *               a row: row, level, caption (its printed lines), hasLeaders, and by place: lead, inCaption, cells
 *   legend      symbol, text
 *   cells       place, figure (id), printed, value (as printed: -3985 for (3,985)), unit (power of ten of a printed unit),
 *               hasSymbol, footing { by, of, movedBy }, because
 *   figures     id, concept, subject, at or from and through, basis, amount (exact), unit, derivation, cite
 *               a derivation: of, with the ids of its operands, or the query it reads
 *   identities  id, title, result, left, right, tolerance, note
 *   movedCells  place, printed, movedBy: what the footing moved from its half-up value, in printed units
 *   remarks     about, text
 */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { type Decimal, formatDecimal } from '../values/decimal.ts'
import { type SourceRow } from '../values/table.ts'
import { type Derivation, type Figure, type LedgerQuery, type Rounding, type ShareQuery, type When } from '../statements/figure.ts'
import { breaksOf, movedCells, type Report } from '../statements/report.ts'
import { type DocumentPart, type ReportDocument } from '../statements/report-document.ts'
import { type CaptionLine, type Cell, type CellFooting, type Row, type Statement } from '../statements/statement.ts'

export const reportFormat = 'tieout-report/1'

type Json = string | number | boolean | undefined | readonly Json[] | { readonly [key: string]: Json }

export function renderJson({ report, parts, bookHash }: ReportDocument): string {
  const json: Json = {
    format: reportFormat,
    fund: fundJson(report),
    period: { name: report.periodName, ...whenJson(report.period) },
    basis: report.basis,
    bookHash,
    tiesOut: breaksOf(report).length === 0,
    parts: parts.map(partJson),
    statements: report.statements.map(statementJson),
    legend: report.legend.map(({ symbol, text }) => ({ symbol, text })),
    cells: report.cells.map(cellJson),
    figures: report.figures.all().map(figureJson),
    identities: report.identities.map(({ id, title, result, left, right, tolerance, note }) => ({ id, title, result, left, right, tolerance, note })),
    movedCells: movedCells(report).map(({ place, printed, footing }) => ({ place, printed, movedBy: movedBy(footing) })),
    remarks: report.remarks.map(({ about, text }) => ({ about, text })),
  }
  return `${JSON.stringify(json, undefined, 2)}\n`
}

const fundJson = ({ fund: { trust, series, classes } }: Report): Json => ({
  trust: trust.name,
  series: {
    id: series.id,
    name: series.name,
    noun: series.noun,
    baseCurrency: series.baseCurrency,
    inception: formatCalendarDate(series.inception),
  },
  classes: classes.map(({ id, name }) => ({ id, name })),
})

const partJson = (part: DocumentPart): Json => ({
  part: part.part,
  title: part.title,
  file: part.part === 'text' ? part.file : undefined,
  statements: part.part === 'statements' ? part.statements : undefined,
})

const statementJson = ({ id, title, stub, columns, leadHeading, rows, footnotes, reference }: Statement): Json => ({
  id,
  title,
  stub,
  columns: columns.map(({ heading }) => ({ heading })),
  leadHeading,
  rows: rows.map(rowJson),
  footnotes,
  reference,
})

function rowJson(row: Row): Json {
  if (row.row !== 'line' && row.row !== 'heading') return { row: row.row }
  const inCaption = row.caption.flatMap((line) => line.flatMap((part) => (typeof part === 'string' ? [] : [part.place])))
  return {
    row: row.row,
    level: row.level,
    caption: row.caption.map(captionJson),
    hasLeaders: row.row === 'line' ? row.hasLeaders : undefined,
    lead: row.row === 'line' ? row.lead?.place : undefined,
    inCaption: inCaption.length === 0 ? undefined : inCaption,
    cells: row.row === 'line' ? row.cells.map(({ place }) => place) : undefined,
  }
}

const captionJson = (line: CaptionLine): string => line.map((part) => (typeof part === 'string' ? part : part.printed)).join('')

const cellJson = ({ place, figure, printed, value, unit, hasSymbol, footing, because }: Cell): Json => ({
  place,
  figure,
  printed,
  value: value === undefined ? undefined : formatDecimal(value),
  unit,
  hasSymbol,
  footing: footing === undefined ? undefined : { by: footing.by, of: footing.by === 'cells' ? footing.of : undefined, movedBy: movedBy(footing) },
  because,
})

const movedBy = (footing: CellFooting | undefined): string | undefined => (footing === undefined || footing.by === 'lock' ? undefined : String(footing.movedBy))

const figureJson = ({ id, concept, context, amount, unit, derivation, cite }: Figure): Json => ({
  id,
  concept,
  subject: context.subject,
  ...whenJson(context.when),
  basis: context.basis,
  amount: formatDecimal(amount),
  unit,
  derivation: derivationJson(derivation),
  cite,
})

const whenJson = (when: When): { readonly [key: string]: string } =>
  'at' in when ? { at: formatCalendarDate(when.at) } : { from: formatCalendarDate(when.from), through: formatCalendarDate(when.through) }

/** The derivation as it is, its dates, numbers and periods as texts; each property has one meaning in all of the kinds. */
const derivationJson = (derivation: Derivation): Json => propertiesJson(derivation)

type KeysOf<Union> = Union extends unknown ? keyof Union : never
type PropertyName = KeysOf<Derivation> | keyof LedgerQuery | keyof ShareQuery | keyof Rounding | keyof SourceRow

/** Every property that a derivation can have, in the order in which they are written. */
const propertyOrder = Object.keys({
  of: 0,
  measure: 0,
  query: 0,
  accounts: 0,
  classId: 0,
  positive: 0,
  kinds: 0,
  exceptKinds: 0,
  isNegated: 0,
  translated: 0,
  currency: 0,
  source: 0,
  file: 0,
  row: 0,
  sha256: 0,
  name: 0,
  what: 0,
  value: 0,
  because: 0,
  terms: 0,
  minuend: 0,
  subtrahend: 0,
  factors: 0,
  ratios: 0,
  numerator: 0,
  denominator: 0,
  isPercent: 0,
  figure: 0,
  item: 0,
  instrument: 0,
  date: 0,
  period: 0,
  from: 0,
  through: 0,
  days: 0,
  rounding: 0,
  mode: 0,
  scale: 0,
} satisfies Readonly<Record<PropertyName, 0>>)

const dates: ReadonlySet<string> = new Set(['date', 'from', 'through'])

const propertiesJson = (record: object): Json =>
  Object.fromEntries(
    Object.entries(record)
      .toSorted(([left], [right]) => propertyOrder.indexOf(left) - propertyOrder.indexOf(right))
      .map(([name, value]: [string, unknown]) => [name, dates.has(name) && value !== undefined ? formatCalendarDate(value as CalendarDate) : valueJson(value)]),
  )

function valueJson(value: unknown): Json {
  if (Array.isArray(value)) return value.map(valueJson)
  if (isDecimal(value)) return formatDecimal(value)
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'object' && value !== null) return propertiesJson(value)
  return value as Json
}

const isDecimal = (value: unknown): value is Decimal =>
  typeof value === 'object' && value !== null && 'units' in value && typeof value.units === 'bigint' && 'scale' in value
