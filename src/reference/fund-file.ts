/** Reads fund.yaml: trust, series, classes, providers and dated policies. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { USD, type Currency } from '../values/currency.ts'
import { anyDecimal, bad, choice, currency, date, type Field, type FieldContext, good, identifier, price, text, wholeNumber, yesOrNo } from '../values/field.ts'
import { cik, edgarClassId, edgarSeriesId, fileNumber1933, fileNumber1940 } from '../values/edgar-id.ts'
import { type Issue, type Place } from '../values/issue.ts'
import { lei } from '../values/lei.ts'
import { optional, required, type SourceRow } from '../values/table.ts'
import { asMeant, childAt, itemsAt, readMapping, type SourceTree, type TreeNode } from '../values/tree.ts'
import { type ClassId, type Fund, type MonthDay, type Provider, providerRoles, type Series, type SeriesId, type ShareClass, type Trust } from './fund.ts'
import { closedDay } from './closed-day.ts'
import { calendarFrom, calendarThrough, isBusinessDay, isCovered } from './nyse-calendar.ts'
import { type Policy, policyColumns, policyIssues, policyKinds, type PolicyKind, scopeOf } from './policy.ts'

export const BOOK_FORMAT = '1'

const monthAndDay: Field<MonthDay> = {
  describes: 'a month and day, MM-DD',
  example: '12-31',
  read: (value) => {
    const match = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(value)
    return match === null ? bad('field.date', 'a month and day, MM-DD', 'Write it as in 12-31.') : good({ month: Number(match[1]), day: Number(match[2]) })
  },
  schema: { pattern: '^\\d{2}-\\d{2}$' },
}

export const classIdField = identifier<ClassId>('the id of a class in fund.yaml', 'service')

export const trustColumns = {
  name: required(text, 'Legal name of the registrant.'),
  form: optional(text, 'Legal form and state, as printed: Delaware business trust.'),
  organized: optional(date, 'Date of organization.'),
  cik: optional(cik, 'Central Index Key of the registrant, ten digits.'),
  lei: optional(lei, 'Legal entity identifier of the registrant (R1.4).'),
  address: optional(text, 'Address of its principal office, on one line.'),
  telephone: optional(text, 'Telephone number, as printed.'),
  file_number_1940: optional(fileNumber1940, 'File number under the Investment Company Act of 1940.'),
  file_number_1933: optional(fileNumber1933, 'File number under the Securities Act of 1933.'),
} as const

export const seriesColumns = {
  id: required(identifier<SeriesId>('a short name of the series', 'small-cap-value'), 'Short name of the series: the stream of its records.'),
  name: required(text, 'Name of the series as printed.'),
  noun: optional(text, 'The word its documents use for it; Fund where empty.'),
  base_currency: optional(currency, 'Currency of its books; USD where empty.'),
  inception: required(date, 'First day of operations.'),
  books_from: optional(
    date,
    'Day at whose close the fund was taken on from other books, with the balances, lots and shares of the opening-* files; inception where empty.',
  ),
  fiscal_year_end: required(monthAndDay, 'Last day of the fiscal year, MM-DD.'),
  lei: optional(lei, 'Legal entity identifier of the series (R1.4).'),
  edgar_series_id: optional(edgarSeriesId, 'EDGAR series id, S and nine digits.'),
} as const

export const classColumns = {
  id: required(classIdField, 'Short name of the class.'),
  name: required(text, 'Name of the class as printed.'),
  inception: optional(date, 'First day of the class; that of the series where empty.'),
  par_value: required(anyDecimal, 'Par value a share, in the base currency.'),
  authorized: optional(text, 'Shares authorized, printed only; unlimited where empty.'),
  issue_price: required(price, 'Price of the first shares.'),
  share_decimals: required(wholeNumber(0, 4), 'Places to which shares are issued.'),
  ticker: optional(text, 'Ticker of the class.'),
  edgar_class_id: optional(edgarClassId, 'EDGAR class id, C and nine digits.'),
} as const

export const providerColumns = {
  role: required(choice(providerRoles), 'What it does for the fund.'),
  name: required(text, 'Its name as printed.'),
  affiliated: required(yesOrNo, 'Whether it is an affiliated person of the fund.'),
} as const

/** The base currency is that of the file even where the rest could not be read. */
export type FundFileReading = { readonly fund: Fund | undefined; readonly baseCurrency: Currency; readonly issues: readonly Issue[] }

/** Reads the whole file; the fund is undefined where something it cannot do without could not be read. */
export function readFundFile(tree: SourceTree): FundFileReading {
  const issues: Issue[] = []
  const { file } = tree
  const root = asMeant(tree.root, ['format', ...sections])
  const baseCurrency = baseCurrencyOf(root)
  const context: FieldContext = { baseCurrency }
  const sourceOf = (node: TreeNode): SourceRow => ({ file, row: node.place.row ?? 1, sha256: tree.sha256 })

  const top = readMapping({ format: required(choice([BOOK_FORMAT]), 'Version of the book format.') }, sections, tree.root, context, issues)
  // A file that is no mapping, or of another format, is not read on: all that would be said of it follows from that.
  if (root.shape !== 'mapping' || issues.some(({ code, place }) => place.column === 'format' && code === 'field.choice'))
    return { fund: undefined, baseCurrency, issues }
  const trust = readSection('trust', (node): Trust | undefined => {
    const row = readMapping(trustColumns, [], node, context, issues)
    return (
      row && {
        source: sourceOf(node),
        name: row.name,
        form: row.form,
        organized: row.organized,
        cik: row.cik,
        lei: row.lei,
        address: row.address,
        telephone: row.telephone,
        fileNumber1940: row.file_number_1940,
        fileNumber1933: row.file_number_1933,
      }
    )
  })
  const series = readSection('series', (node): Series | undefined => {
    const row = readMapping(seriesColumns, [], node, context, issues)
    return (
      row && {
        source: sourceOf(node),
        id: row.id,
        name: row.name,
        noun: row.noun ?? 'Fund',
        baseCurrency: row.base_currency ?? USD,
        inception: row.inception,
        booksFrom: row.books_from ?? row.inception,
        fiscalYearEnd: row.fiscal_year_end,
        lei: row.lei,
        edgarSeriesId: row.edgar_series_id,
      }
    )
  })
  const classes = itemsAt(root, 'classes', issues).flatMap((node): ShareClass[] => {
    const row = readMapping(classColumns, [], node, context, issues)
    if (row === undefined) return []
    return [
      {
        source: sourceOf(node),
        statedAt: { parValue: sourceOf(childAt(node, 'par_value') ?? node), issuePrice: sourceOf(childAt(node, 'issue_price') ?? node) },
        id: row.id,
        name: row.name,
        inception: row.inception ?? series?.inception ?? (0 as CalendarDate),
        parValue: row.par_value,
        authorized: row.authorized ?? 'unlimited',
        issuePrice: row.issue_price,
        shareDecimals: row.share_decimals,
        ticker: row.ticker,
        edgarClassId: row.edgar_class_id,
      },
    ]
  })
  const providers = itemsAt(root, 'providers', issues).flatMap((node): Provider[] => {
    const row = readMapping(providerColumns, [], node, context, issues)
    return row === undefined ? [] : [{ source: sourceOf(node), role: row.role, name: row.name, isAffiliated: row.affiliated }]
  })
  const policies = readPolicies(childAt(root, 'policies'), context, sourceOf, issues)

  if (childAt(root, 'classes')?.shape === 'sequence' && classes.length > 1) issues.push(severalClasses(classes, file))
  if (classes.length === 0 && !issues.some(({ place }) => place.column?.startsWith('classes'))) issues.push(missingSection('classes'))
  const firstDay = series === undefined ? [] : firstDayIssues(series, childAt(root, 'series') ?? root)
  issues.push(...firstDay)
  if (childAt(root, 'policies') === undefined) issues.push(missingSection('policies'))
  else if (series !== undefined)
    issues.push(...policyIssues(policies, series.booksFrom, file, firstDay.length === 0 ? doubtfulPolicies(issues) : new Set(policyKinds)))
  if (top === undefined || trust === undefined || series === undefined || classes.length === 0 || !isCovered(series.booksFrom))
    return { fund: undefined, baseCurrency, issues }
  return { fund: { trust, series, classes, providers, policies }, baseCurrency, issues }

  function readSection<Section>(key: string, read: (node: TreeNode) => Section | undefined): Section | undefined {
    const node = childAt(root, key)
    if (node !== undefined) return read(node)
    issues.push(missingSection(key))
    return undefined
  }

  function missingSection(key: string): Issue {
    return {
      code: 'yaml.missing-key',
      place: { file, column: key },
      found: `no ${key}`,
      needed: `a section "${key}:"`,
      remedy: 'Compare with the book that "tieout init" writes.',
    }
  }
}

const sections = ['trust', 'series', 'classes', 'providers', 'policies']

/** Kinds of policy of which something could not be read; 'policies' is a path's first step. */
export const doubtfulPolicies = (issues: readonly Issue[]): ReadonlySet<string> =>
  new Set(
    issues.flatMap(({ code, place }) =>
      place.column?.startsWith('policies.') === true && code !== 'yaml.unknown-key' ? [place.column.split('.')[1] as string] : [],
    ),
  )

/** The day the books begin is one the calendar covers; where the fund was taken on, a business day on which it existed. */
function firstDayIssues({ source, inception, booksFrom }: Series, node: TreeNode): Issue[] {
  const placeOf = (key: string): Place => childAt(node, key)?.place ?? { file: source.file, row: source.row, column: `series.${key}` }
  if (!isCovered(booksFrom)) {
    return [
      {
        code: 'date.outside-calendar',
        place: placeOf(booksFrom === inception ? 'inception' : 'books_from'),
        found: formatCalendarDate(booksFrom),
        needed: `a date from ${formatCalendarDate(calendarFrom)} to ${formatCalendarDate(calendarThrough)}, which the calendar covers`,
        remedy: 'Correct the date; books that begin earlier need a calendar of their own.',
      },
    ]
  }
  if (booksFrom === inception) return []
  if (!isBusinessDay(booksFrom)) return [{ place: placeOf('books_from'), ...closedDay(booksFrom) }]
  if (booksFrom > inception) return []
  return [
    {
      code: 'fund.books-before-inception',
      place: placeOf('books_from'),
      found: formatCalendarDate(booksFrom),
      needed: `${formatCalendarDate(inception)}, the inception of the series, or later`,
      remedy: 'Correct one of the two dates; leave books_from out where the books begin with the fund.',
    },
  ]
}

function readPolicies(
  given: TreeNode | undefined,
  context: FieldContext,
  sourceOf: (node: TreeNode) => SourceRow,
  issues: Issue[],
): ReadonlyMap<PolicyKind, readonly Policy[]> {
  const policies = new Map<PolicyKind, readonly Policy[]>()
  if (given === undefined) return policies
  const node = asMeant(given, policyKinds)
  readMapping({}, policyKinds, given, context, issues)
  for (const kind of policyKinds) {
    const entries = itemsAt(node, kind, issues).flatMap((item): Policy[] => {
      const settings = readMapping(policyColumns[kind], [], item, context, issues)
      return settings === undefined
        ? []
        : [{ source: sourceOf(item), kind, from: settings.from, through: settings.through, scope: scopeOf(settings), settings }]
    })
    if (entries.length > 0)
      policies.set(
        kind,
        entries.toSorted((a, b) => a.from - b.from || a.source.row - b.source.row),
      )
  }
  return policies
}

/** Read ahead of everything else: amounts cannot be read without it. A fault in it is reported with its section. */
function baseCurrencyOf(root: TreeNode): Currency {
  const series = childAt(root, 'series')
  const node = series && childAt(series, 'base_currency')
  if (node?.shape !== 'scalar') return USD
  const read = currency.read(node.text, { baseCurrency: USD })
  return read.ok ? read.value : USD
}

const severalClasses = (classes: readonly ShareClass[], file: string): Issue => ({
  code: 'fund.several-classes',
  place: { file, row: (classes[1] as ShareClass).source.row, column: 'classes.1' },
  found: `${classes.length} classes: ${classes.map(({ id }) => id).join(', ')}`,
  needed: 'one class',
  remedy: 'This version does not allocate among classes; keep one class in the book.',
})
