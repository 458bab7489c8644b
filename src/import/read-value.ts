/** Reads how one column of a record is filled: `price: Price` for a column of the source, or a mapping with one of the forms below. */
import { choice, type Field, good, readsDate, readsNumber, text, unsignedDecimal, wholeNumber } from '../values/field.ts'
import { type Issue, mostLike, type Place } from '../values/issue.ts'
import { shown } from '../values/shown.ts'
import { type Column, optional, required } from '../values/table.ts'
import { childAt, readMapping, type TreeNode } from '../values/tree.ts'
import { closedDayRules, type InstrumentName, instrumentKeys, type Named, signRules, type Value } from './profile.ts'
import { dateFormat, profileContext, scalars } from './profile-field.ts'

/** Texts as they stand: a prefix may end in a blank, and a sign between two parts be one. */
const anyText: Field<string> = { describes: 'text', example: '-', read: (value) => good(value), schema: {} }

/** The forms: each by the key that says it, with the other keys it may have. */
export const valueForms = {
  column: { doc: 'one column of the source', keys: ['prefix', 'values', 'blank', 'if_empty', 'sign', 'times', 'date', 'closed_day'] },
  columns: { doc: 'several columns, joined: an id where no column is one', keys: ['between', 'prefix', 'repeats'] },
  constant: { doc: 'the same text in every record', keys: [] },
  sum: { doc: 'the exact sum of several columns, of which an empty one is no part', keys: ['blank', 'sign'] },
  divide: { doc: 'one column over another, rounded once as stated', keys: ['by', 'places', 'rounding', 'sign'] },
  each: {
    doc: 'of the column in `each` that the record is made of: its `cell`, or its `name`',
    keys: ['prefix', 'values', 'blank', 'if_empty', 'sign', 'times', 'date', 'closed_day'],
  },
  match: { doc: 'the instrument that the columns under `instruments` name', keys: [] },
} as const satisfies Readonly<Record<string, { readonly doc: string; readonly keys: readonly string[] }>>
type Form = keyof typeof valueForms

export const valueColumns = {
  column: optional(text, 'A column of the source.'),
  constant: optional(anyText, 'The same in every record.'),
  divide: optional(text, 'The column that is divided.'),
  by: optional(text, 'The column it is divided by.'),
  places: optional(wholeNumber(0, 12), 'Decimal places of the quotient.'),
  rounding: optional(choice(['half-up', 'half-even', 'truncate']), 'How the quotient is rounded to its places.'),
  prefix: optional(anyText, 'Put before the text.'),
  between: optional(anyText, 'Put between the parts.'),
  repeats: optional(choice(['number']), 'number: a text that stands a second time in the file gets "-2" behind it.'),
  if_empty: optional(anyText, 'Taken where the cell is empty.'),
  sign: optional(choice(signRules), 'as-is, absolute, or reversed: what the source writes negative is positive in the book.'),
  times: optional(unsignedDecimal, 'An exact factor.'),
  date: optional(dateFormat, 'How this column writes dates, where it is not as the others.'),
  closed_day: optional(choice(closedDayRules), 'Which business day is taken for a date on which the exchange is closed: before, after, or as-is.'),
  each: optional(choice(['cell', 'name']), 'Of the column in "each": what stands in its cell, or its name.'),
  match: optional(choice(['instruments']), 'The instrument that the columns of "instruments:" name.'),
} as const
const nestedKeys = ['columns', 'sum', 'values', 'blank']

/** `each` is the column of a wide row that the record is made of. */
export function readValue(node: TreeNode, column: Column<unknown>, each: string | undefined, issues: Issue[]): Value | undefined {
  if (node.shape === 'scalar') return node.text === '' ? wrong(node.place, 'nothing', issues) : cell(named(node, node.text), node.place)
  if (node.shape === 'sequence') return wrong(node.place, 'a list', issues)
  const before = issues.length
  const row = readMapping(valueColumns, nestedKeys, node, profileContext, issues)
  if (row === undefined || issues.length > before) return undefined
  const form = formOf(node, issues)
  if (form === undefined) return undefined
  const misplaced = misplacedKey(node, column)
  if (misplaced !== undefined) return wrong(node.place, misplaced, issues)
  if (row.if_empty !== undefined && row.if_empty !== '' && !isReadable(row.if_empty, node.place, column, issues)) return undefined
  const place = node.place
  const texts = (key: string): readonly string[] => {
    const child = childAt(node, key)
    const read = child === undefined ? [] : scalars(child)
    if (read === undefined) wrong((child as TreeNode).place, `"${key}" that is no list of texts`, issues)
    return read ?? []
  }
  const columns = (key: string): readonly Named[] => texts(key).map((name) => named(childAt(node, key) as TreeNode, name))
  const at = (key: string): TreeNode => childAt(node, key) as TreeNode
  const value = valueOf()
  return issues.length > before ? undefined : value

  function valueOf(): Value | undefined {
    if (row === undefined) return undefined
    switch (form as Form) {
      case 'constant':
        return constantOf(row.constant ?? '', at('constant').place, column, issues)
      case 'each':
        if (each === undefined) return wrong(place, '"each" in a record that has no list of that name', issues)
        return row.each === 'name' ? constantOf(each, place, column, issues) : cellOf(each)
      case 'column':
        return cellOf(row.column ?? '')
      case 'columns':
        return {
          of: 'joined',
          place,
          columns: columns('columns'),
          between: row.between ?? '-',
          prefix: row.prefix ?? '',
          numbersRepeats: row.repeats === 'number',
        }
      case 'sum':
        return { of: 'sum', place, columns: columns('sum'), sign: row.sign ?? 'as-is', blank: texts('blank') }
      case 'divide':
        if (row.by === undefined || row.places === undefined || row.rounding === undefined)
          return wrong(place, 'a division that does not say by what, to how many places, or how it is rounded', issues)
        return {
          of: 'quotient',
          place,
          dividend: named(at('divide'), row.divide ?? ''),
          divisor: named(at('by'), row.by),
          places: row.places,
          mode: row.rounding,
          sign: row.sign ?? 'as-is',
        }
      case 'match':
        return { of: 'instrument', place, names: [] }
    }
  }

  function cellOf(name: string): Value {
    return {
      ...cell(named(node, name), place),
      prefix: row?.prefix ?? '',
      values: valuesOf(childAt(node, 'values'), column, issues),
      blank: texts('blank'),
      ifEmpty: row?.if_empty ?? '',
      sign: row?.sign ?? 'as-is',
      times: row?.times === undefined ? undefined : textOf(at('times')),
      dates: row?.date,
      closedDay: row?.closed_day ?? 'as-is',
    }
  }
}

const textOf = (node: TreeNode): string => (node.shape === 'scalar' ? node.text : '')
const named = (node: TreeNode, name: string): Named => ({ name, place: node.place })

const cell = (column: Named, place: Place) =>
  ({
    of: 'cell',
    place,
    column,
    prefix: '',
    values: undefined,
    blank: [],
    ifEmpty: '',
    sign: 'as-is',
    times: undefined,
    dates: undefined,
    closedDay: 'as-is',
  }) as const

function formOf(node: TreeNode, issues: Issue[]): Form | undefined {
  const keys = node.shape === 'mapping' ? [...node.entries.keys()] : []
  const [form, ...others] = (Object.keys(valueForms) as Form[]).filter((key) => keys.includes(key))
  if (form === undefined || others.length > 0)
    return wrong(
      node.place,
      form === undefined ? 'a value that says neither where it comes from nor what it is' : `${[form, ...others].join(' and ')} together`,
      issues,
    )
  const idle = keys.find((key) => key !== form && !(valueForms[form].keys as readonly string[]).includes(key))
  return idle === undefined ? form : wrong(node.place, `"${idle}" beside "${form}", where it does nothing`, issues)
}

/** A word that a column of this kind does nothing with: a date has no sign. */
function misplacedKey(node: TreeNode, { field }: Column<unknown>): string | undefined {
  const has = (key: string): boolean => childAt(node, key) !== undefined
  const said = (key: string, kind: string): string => `"${key}" in a column of ${kind}`
  const kind = readsNumber(field) ? 'numbers' : readsDate(field) ? 'dates' : 'texts'
  const idle =
    kind === 'numbers'
      ? ['date', 'closed_day', 'prefix']
      : kind === 'dates'
        ? ['sign', 'times', 'sum', 'divide', 'prefix']
        : ['date', 'closed_day', 'sign', 'times', 'sum', 'divide']
  const found = idle.find(has)
  if (found !== undefined) return said(found, kind)
  const beside = has('values') ? ['sign', 'times', 'date', 'closed_day', 'prefix'].find(has) : undefined
  return beside === undefined ? undefined : `"${beside}" beside "values", which says the whole word`
}

/** What stands in the profile is read as it would be in the book, so that a slip is said once and not for each row. */
function constantOf(given: string, place: Place, column: Column<unknown>, issues: Issue[]): Value | undefined {
  return isReadable(given, place, column, issues) ? { of: 'constant', place, text: given } : undefined
}

/** Amounts are read with the currency of the book, so that their places are not judged here. */
function isReadable(given: string, place: Place, { field }: Column<unknown>, issues: Issue[]): boolean {
  const read = field.read(given, profileContext)
  if (read.ok || read.fault.code === 'field.too-many-decimals') return true
  issues.push({ code: read.fault.code, place, found: shown(given), needed: read.fault.needed, remedy: read.fault.remedy })
  return false
}

function valuesOf(node: TreeNode | undefined, column: Column<unknown>, issues: Issue[]): ReadonlyMap<string, string> | undefined {
  if (node === undefined) return undefined
  if (node.shape !== 'mapping') return wrong(node.place, '"values" that are no list of words', issues)
  const values = new Map<string, string>()
  for (const [source, { value }] of node.entries) {
    const given = textOf(value)
    if (given === '' || isReadable(given, value.place, column, issues)) values.set(source, given)
  }
  return values
}

export const nameColumns = {
  column: required(text, 'A column of the source.'),
  by: required(choice(instrumentKeys), 'What of instruments.csv it names.'),
} as const

export const readInstrumentNames = (items: readonly TreeNode[], issues: Issue[]): readonly InstrumentName[] =>
  items.flatMap((item) => {
    const row = readMapping(nameColumns, [], item, profileContext, issues)
    return row === undefined ? [] : [{ column: { name: row.column, place: item.place }, by: row.by }]
  })

function wrong(place: Place, found: string, issues: Issue[]): undefined {
  const meant = mostLike(found, Object.keys(valueForms))
  issues.push({
    code: 'import.value',
    place,
    found,
    needed: 'a column of the source by its name, or one of column, columns, constant, sum, divide and match, with what belongs to it',
    remedy:
      meant === undefined
        ? 'Write it as in "price: Price", "price: { column: Price, times: 0.01 }" or "type: { constant: close }".'
        : `Did you mean "${meant}"?`,
  })
  return undefined
}
