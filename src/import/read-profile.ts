/** Reads a profile from its YAML. Everything in it that could not work is an issue of the profile, before a row is read. */
import { bad, choice, type Field, good, text, wholeNumber } from '../values/field.ts'
import { type CsvLayout, foreignEncodings } from '../values/foreign-table.ts'
import { formatPlace, type Issue, mostLike, type Place } from '../values/issue.ts'
import { shown } from '../values/shown.ts'
import { optional, required } from '../values/table.ts'
import { asMeant, childAt, itemsAt, readMapping, type SourceTree, type TreeNode } from '../values/tree.ts'
import { isoDates } from './foreign-date.ts'
import { negativeMarks, type NumberFormat, plainNumbers } from './foreign-number.ts'
import { type Condition, type Outcome, type Profile, type RecordMapping, type Rule, signs, type Test, type Value } from './profile.ts'
import { dateFormat, profileContext, scalars } from './profile-field.ts'
import { readInstrumentNames, readValue } from './read-value.ts'
import { type Target, targets } from './target.ts'

export const PROFILE_FORMAT = '1'

export type ProfileReading = { readonly profile: Profile | undefined; readonly issues: readonly Issue[] }

const oneSign = (describes: string, example: string): Field<string> => ({
  describes,
  example,
  read: (value) =>
    value === 'tab' ? good('\t') : value.length === 1 ? good(value) : bad('field.choice', `${describes}: one character`, 'Write the one character, or "tab".'),
  schema: {},
})

export const profileColumns = {
  format: required(choice([PROFILE_FORMAT]), 'Version of the profile format.'),
  name: required(text, 'What the profile is for, in a few words.'),
  reads: required(choice(['csv', 'ofx']), 'csv: rows with a delimiter; ofx: statements in OFX or QFX.'),
  dates: optional(dateFormat, 'How the source writes dates; YYYY-MM-DD where empty. YYYYMMDD* passes over what follows.'),
} as const

export const fileColumns = {
  encoding: optional(choice(foreignEncodings), 'Encoding of the file; utf-8 where empty. windows-1252 reads ISO 8859-1 too.'),
  delimiter: optional(oneSign('what stands between two cells', ';'), 'What stands between two cells; a comma where empty, or "tab".'),
  header_row: optional(wholeNumber(0, 9999), 'Line of the file with the names of the columns, from 1; 0 where it has none. 1 where empty.'),
} as const

export const numberColumns = {
  decimal: optional(choice(['.', ',']), 'Sign before decimals; "." where empty.'),
  thousands: optional(oneSign('what separates thousands', ','), 'Sign between thousands; none where empty.'),
  negative: optional(choice(negativeMarks), 'How a number below zero is marked; by a minus before it where empty.'),
} as const

export const ruleColumns = {
  rows: required(text, 'What the rows are, in a few words; it names them in counts.'),
  skip: optional(text, 'Why these rows are no records. They are counted.'),
  refuse: optional(text, 'Why a book has no place for these rows. Each is a problem of the import.'),
} as const

export const recordColumns = {
  record: required(
    choice(targets.map(({ name }) => name)),
    'What the row becomes: instrument, price, rate, benchmark, a kind of event, or a kind of file in recon/.',
  ),
  amounts_in: optional(text, 'Column of the source with the currency of the amounts; it must be that of the instrument, or else the base currency.'),
} as const

export function readProfile({ root }: SourceTree): ProfileReading {
  const issues: Issue[] = []
  const nested = ['file', 'numbers', 'instruments', 'rules']
  const top = readMapping(profileColumns, nested, root, profileContext, issues)
  const node = asMeant(root, [...Object.keys(profileColumns), ...nested])
  const layout = childAt(node, 'file')
  const given = layout === undefined ? {} : (readMapping(fileColumns, [], layout, profileContext, issues) ?? {})
  const numbers = numbersOf(childAt(node, 'numbers'), issues)
  const instruments = readInstrumentNames(itemsAt(node, 'instruments', issues), issues)
  const rules = itemsAt(node, 'rules', issues).flatMap((item) => ruleOf(item, issues))
  if (rules.length === 0 && issues.length === 0) issues.push(noRules(root.place))
  for (const place of matchesWithoutNames(rules, instruments.length)) issues.push(noInstrumentNames(place))
  if (top === undefined || issues.length > 0) return { profile: undefined, issues }
  const file = top.reads === 'ofx' ? ({ format: 'ofx' } as const) : ({ format: 'csv', ...csvLayoutOf(given) } as const)
  if (top.reads === 'ofx' && layout !== undefined) return { profile: undefined, issues: [layoutOfOfx(layout.place)] }
  return {
    profile: { name: top.name, file, numbers, dates: top.dates ?? isoDates, instruments, rules: rules.map((rule) => withNames(rule, instruments)) },
    issues,
  }
}

const csvLayoutOf = ({
  encoding,
  delimiter,
  header_row,
}: {
  encoding?: CsvLayout['encoding'] | undefined
  delimiter?: string | undefined
  header_row?: number | undefined
}): CsvLayout => ({
  encoding: encoding ?? 'utf-8',
  delimiter: delimiter ?? ',',
  headerRow: header_row ?? 1,
})

function numbersOf(node: TreeNode | undefined, issues: Issue[]): NumberFormat {
  if (node === undefined) return plainNumbers
  const row = readMapping(numberColumns, ['symbols'], node, profileContext, issues)
  const symbols = textsAt(node, 'symbols', issues)
  const format = { decimal: row?.decimal ?? '.', thousands: row?.thousands ?? '', negative: row?.negative ?? 'minus', symbols } as const
  if (format.decimal === format.thousands)
    issues.push({
      code: 'import.number-format',
      place: node.place,
      found: `"${format.decimal}" before decimals and between thousands`,
      needed: 'two different signs',
      remedy: 'State both: decimal: "," and thousands: ".", or the reverse.',
    })
  return format
}

function ruleOf(node: TreeNode, issues: Issue[]): Rule[] {
  const row = readMapping(ruleColumns, ['when', 'make'], node, profileContext, issues)
  const conditions = conditionsOf(childAt(node, 'when'), issues)
  const records = itemsAt(node, 'make', issues).flatMap((item) => recordOf(item, issues))
  if (row === undefined) return []
  const outcomes: Outcome[] = [
    ...(childAt(node, 'make') === undefined ? [] : [{ of: 'make', records } as const]),
    ...(row.skip === undefined ? [] : [{ of: 'skip', reason: row.skip } as const]),
    ...(row.refuse === undefined ? [] : [{ of: 'refuse', reason: row.refuse } as const]),
  ]
  const [outcome] = outcomes
  if (outcome === undefined || outcomes.length > 1) {
    issues.push({
      code: 'import.rule',
      place: node.place,
      found:
        outcome === undefined ? `rule "${row.rows}" that does nothing with its rows` : `rule "${row.rows}" with ${outcomes.map(({ of }) => of).join(' and ')}`,
      needed: 'one of make, skip and refuse',
      remedy: 'Say what the rows become (make), why they are no records (skip), or why the book has no place for them (refuse).',
    })
    return []
  }
  return [{ place: node.place, name: row.rows, when: conditions, outcome }]
}

function recordOf(node: TreeNode, issues: Issue[]): RecordMapping[] {
  const row = readMapping(recordColumns, ['columns', 'each'], node, profileContext, issues)
  const target = targets.find(({ name }) => name === row?.record)
  const given = childAt(node, 'columns')
  if (target === undefined) return []
  const entries = given?.shape === 'mapping' ? [...given.entries] : []
  for (const [name, { place }] of entries) if (target.columns[name] === undefined) issues.push(unknownTarget(target, name, place))
  for (const [name, { isRequired, field }] of Object.entries(target.columns)) {
    if (isRequired && given?.shape === 'mapping' && !given.entries.has(name))
      issues.push({
        code: 'import.unfilled-column',
        place: given.place,
        found: `no "${name}"`,
        needed: `every required column of ${target.name}: ${name} is ${field.describes}`,
        remedy: 'Name the column of the source that holds it, or a constant.',
      })
  }
  if (given?.shape !== 'mapping') issues.push(noColumns(target, node.place))
  const amountsIn = row?.amounts_in === undefined ? undefined : { name: row.amounts_in, place: node.place }
  const eachNode = childAt(node, 'each')
  // A wide row makes a record of each of these columns; what is wrong with one is wrong with all, and said once.
  const each = eachNode === undefined ? [undefined] : textsAt(node, 'each', issues)
  const seen = new Set<string>()
  return each.map((name) => {
    const found: Issue[] = []
    const columns = new Map<string, Value>()
    for (const [key, { value }] of entries) {
      const column = target.columns[key]
      const read = column === undefined ? undefined : readValue(value, column, name, found)
      if (read !== undefined) columns.set(key, read)
    }
    for (const issue of found) {
      const said = `${formatPlace(issue.place)} ${issue.code} ${issue.found}`
      if (!seen.has(said)) issues.push(issue)
      seen.add(said)
    }
    return { place: node.place, target, columns, amountsIn, when: name === undefined ? [] : [cellOf(name, columns, eachNode?.place ?? node.place)] }
  })
}

/** A record of a wide row is made where its cell holds something. */
function cellOf(name: string, columns: ReadonlyMap<string, Value>, place: Place): Condition {
  const blank = [...columns.values()].flatMap((value) => (value.of === 'cell' && value.column.name === name ? value.blank : []))
  return { column: { name, place }, test: { of: 'is_not', texts: ['', ...blank] } }
}

function conditionsOf(node: TreeNode | undefined, issues: Issue[]): readonly Condition[] {
  if (node === undefined) return []
  if (node.shape !== 'mapping') {
    issues.push(wrongCondition(node.place))
    return []
  }
  return [...node.entries].flatMap(([name, { place, value }]): Condition[] => {
    const column = { name, place }
    if (value.shape !== 'mapping') {
      const texts = scalars(value)
      if (texts === undefined) issues.push(wrongCondition(value.place))
      return texts === undefined ? [] : [{ column, test: { of: 'is', texts } }]
    }
    return [...value.entries].flatMap(([word, entry]) => {
      const test = testOf(word, scalars(entry.value))
      if (test === undefined) issues.push(wrongCondition(entry.place))
      return test === undefined ? [] : [{ column, test }]
    })
  })
}

function testOf(word: string, texts: readonly string[] | undefined): Test | undefined {
  if (texts === undefined) return undefined
  switch (word) {
    case 'is':
    case 'is_not':
    case 'begins':
    case 'contains':
      return { of: word, texts }
    case 'sign': {
      const known = signs.filter((sign) => texts.includes(sign))
      return known.length === texts.length && known.length > 0 ? { of: 'sign', signs: known } : undefined
    }
    case 'exchange':
      return texts[0] === 'open' || texts[0] === 'closed' ? { of: 'exchange', isOpen: texts[0] === 'open' } : undefined
    case 'empty':
      return texts[0] === 'yes' || texts[0] === 'no' ? { of: 'empty', isEmpty: texts[0] === 'yes' } : undefined
    default:
      return undefined
  }
}

function textsAt(node: TreeNode, key: string, issues: Issue[]): readonly string[] {
  return itemsAt(node, key, issues).flatMap((item) => (item.shape === 'scalar' ? [item.text] : []))
}

/** A match that names no columns of its own takes those of the profile. */
const withNames = (rule: Rule, instruments: Profile['instruments']): Rule =>
  rule.outcome.of !== 'make'
    ? rule
    : {
        ...rule,
        outcome: {
          of: 'make',
          records: rule.outcome.records.map((record) => ({
            ...record,
            columns: new Map(
              [...record.columns].map(([name, value]) => [
                name,
                value.of === 'instrument' && value.names.length === 0 ? { ...value, names: instruments } : value,
              ]),
            ),
          })),
        },
      }

const matchesWithoutNames = (rules: readonly Rule[], known: number): readonly Place[] =>
  known > 0
    ? []
    : rules.flatMap(({ outcome }) =>
        outcome.of === 'make'
          ? outcome.records.flatMap(({ columns }) =>
              [...columns.values()].flatMap((value) => (value.of === 'instrument' && value.names.length === 0 ? [value.place] : [])),
            )
          : [],
      )

const noInstrumentNames = (place: Place): Issue => ({
  code: 'import.value',
  place,
  found: 'an instrument to be matched, and nothing to match it by',
  needed: 'a list "instruments:" in the profile: columns of the source, each with what it names (cusip, isin, sedol, figi, ticker, name or id)',
  remedy: 'Add it, as in "instruments: [{ column: CUSIP, by: cusip }]".',
})

const unknownTarget = ({ name: kind, columns }: Target, name: string, place: Place): Issue => {
  const meant = mostLike(name, Object.keys(columns))
  return {
    code: 'import.unknown-target',
    place,
    found: `column ${shown(name)} of ${kind}`,
    needed: `one of ${Object.keys(columns).join(', ')}`,
    remedy: meant === undefined ? 'Remove the line.' : `Did you mean "${meant}"?`,
  }
}

const noColumns = ({ name, columns }: Target, place: Place): Issue => ({
  code: 'import.unfilled-column',
  place,
  found: `${name} without "columns:"`,
  needed: `the columns of ${name}: ${Object.keys(columns).join(', ')}`,
  remedy: 'Say under "columns:" where each comes from.',
})

const wrongCondition = (place: Place): Issue => ({
  code: 'import.condition',
  place,
  found: 'a condition that is not understood',
  needed:
    'COLUMN: text, COLUMN: [texts], or COLUMN: with is, is_not, begins, contains, sign (negative, zero, positive), empty (yes, no) or exchange (open, closed)',
  remedy: 'Write it as in "when: { Type: [BUY, B], Quantity: { sign: positive } }".',
})

const noRules = (place: Place): Issue => ({
  code: 'import.rule',
  place,
  found: 'no rule',
  needed: 'a list "rules:", a rule for each sort of row that the source has',
  remedy: 'Begin with a copy of a profile that comes with Tieout.',
})

const layoutOfOfx = (place: Place): Issue => ({
  code: 'import.value',
  place,
  found: 'a layout of the file, for OFX',
  needed: 'no "file:", since an OFX file states its own encoding and has no columns to separate',
  remedy: 'Remove it.',
})
