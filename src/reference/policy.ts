/**
 * Policies: the fund's documented choices, each in force from a date. What RULES mark as a convention is one of these
 * settings, never a constant in the code. Each dated entry is a record of its own.
 */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { decimal, type Decimal } from '../values/decimal.ts'
import { anyDecimal, bad, type Field, choice, date, good, identifier, rate, text, wholeNumber } from '../values/field.ts'
import { type Issue } from '../values/issue.ts'
import { instrumentTypes } from './instrument.ts'
import { type Columns, optional, required, type RowOf, type SourceRow } from '../values/table.ts'
import { accounts, type AccountCode } from './chart-of-accounts.ts'
import { accrualSettings, advisoryFeeTerms, budgetTerms, feeTerms } from './expense-policy.ts'

const dated = { from: required(date, 'First day in force.'), through: optional(date, 'Last day in force; without it, until the next entry.') }

/** How a price came about (R5.2). */
export const priceTypes = ['close', 'official-close', 'last', 'bid', 'ask', 'mean', 'evaluated', 'fair-value', 'override'] as const
export type PriceType = (typeof priceTypes)[number]

/** Types of price in one cell, with blanks between them. */
const typesOfPrice: Field<readonly PriceType[]> = {
  describes: `types of price with blanks between them, the first tried first: ${priceTypes.join(', ')}`,
  example: 'close bid',
  read: (value, context) => {
    const types: PriceType[] = []
    for (const word of value.split(/\s+/)) {
      const read = choice(priceTypes).read(word, context)
      if (!read.ok) return read
      types.push(read.value)
    }
    return good(types)
  },
  schema: {},
}

/** A list written in one cell: words with blanks between them. */
const words: Field<readonly string[]> = {
  describes: 'words with blanks between them, the first tried first',
  example: 'close bid',
  read: (value) => ({ ok: true, value: value.split(/\s+/) }),
  schema: {},
}

/** A time of day and the clock it is read from, compared as text: one moment has one way to write it in a book. */
export const timeAtPlace: Field<string> = {
  describes: 'a time of day and its time zone, HH:MM AREA/CITY',
  example: '16:00 America/New_York',
  read: (value) =>
    /^([01]\d|2[0-3]):[0-5]\d (UTC|[A-Z][A-Za-z]+(\/[A-Z][A-Za-z_-]+)+)$/.test(value)
      ? good(value)
      : bad('field.time', 'a time of day with its time zone, HH:MM AREA/CITY or HH:MM UTC', 'Write it as in 16:00 America/New_York or 16:00 Europe/London.'),
  schema: { pattern: '^([01]\\d|2[0-3]):[0-5]\\d (UTC|[A-Z][A-Za-z]+(/[A-Z][A-Za-z_-]+)+)$' },
}

/** Kinds of thing whose observed values are checked with tolerances of their own (R5.12). */
export const assets = ['equity', 'bond', 'fx', 'derivative'] as const
export type Asset = (typeof assets)[number]

export const benchmarkId = identifier<string>('the short name of a benchmark', 'russell-2000')

/** Each kind of policy with its settings, as they stand under `policies:` in fund.yaml. */
export const policyColumns = {
  nav_timing: {
    ...dated,
    trades: required(
      choice(['T+1', 'T']),
      'NAV in which a portfolio trade first appears: the next business day’s (Rule 2a-4), or its own (R6.3). Capital is always T+1.',
    ),
  },
  nav_rounding: {
    ...dated,
    decimals: required(wholeNumber(2, 6), 'Places of the published net asset value per share (R6.7).'),
    mode: required(choice(['half-up', 'half-even', 'truncate']), 'How it is rounded.'),
  },
  settlement: {
    ...dated,
    method: required(
      choice(['contractual', 'actual']),
      'contractual: cash moves by rule on the settlement date unless a settlement record differs; actual: only by record (R6.4).',
    ),
    capital_days: required(wholeNumber(0, 7), 'Business days from the trade date of fund shares to their cash.'),
  },
  lot_relief: {
    ...dated,
    method: required(choice(['fifo', 'specific']), 'Which tax lots a sale relieves: the oldest first, or those the sale names (R4.2).'),
  },
  valuation: {
    ...dated,
    instrument_type: optional(choice(instrumentTypes), 'Type of security that the entry is for; without it, every type that has no entry of its own.'),
    price_types: required(
      typesOfPrice,
      'Types of price in order of preference (R5.2, R5.3). A fair-value is taken at its place in the list, on a halted security always; an override goes before all.',
    ),
    price_sources: optional(words, 'Sources of quotations in order of preference; needed where two give the same type for one day.'),
    prefer: optional(
      choice(['type', 'source']),
      'type: the best type from any source goes first; source: the first source goes first, with all its types. type where empty.',
    ),
    stale_days: optional(wholeNumber(0, 10), 'Business days for which the price of an earlier day may stand in, flagged as stale (R5.3); none where empty.'),
  },
  exchange_rates: {
    ...dated,
    time: required(timeAtPlace, 'The one time of all rates of a net asset value: the close of the exchange in New York, or 16:00 in London (R5.6).'),
    sources: optional(words, 'Sources in order of preference; needed where two give a rate of one currency for that time.'),
  },
  controls: {
    ...dated,
    impact_per_share: optional(
      anyDecimal,
      'Effect on the net asset value a share, in the base currency, at or above which an open exception blocks a strike (R5.12); 0.005 where empty.',
    ),
    break_days: optional(wholeNumber(0, 30), 'Business days after which an open break escalates (R12.2); 1 where empty.'),
  },
  price_checks: {
    ...dated,
    asset: optional(choice(assets), 'What the entry is for; without it, everything that has no entry of its own.'),
    day_move: optional(
      rate,
      'Largest change from the business day before, as a fraction; where empty 0.05 for equities and derivatives, 0.02 for bonds, 0.015 for rates.',
    ),
    index: optional(benchmarkId, 'Benchmark whose change of the day is compared with that of each price.'),
    index_move: optional(rate, 'Largest difference between the two changes; where empty 0.03 for equities, none for others.'),
    unchanged_days: optional(
      wholeNumber(1, 250),
      'Business days without a change after which a price is taken for stale; where empty 2 for equities, 5 for bonds, 1 for rates and derivatives.',
    ),
    source_difference: optional(
      rate,
      'Largest difference from another source, as a fraction; where empty 0.005 for equities, 0.01 for bonds and derivatives, 0.0025 for rates.',
    ),
    fair_value_days: optional(wholeNumber(1, 366), 'Days for which a fair value may stand unchanged (R5.9); 30 where empty.'),
  },
  nav_checks: {
    ...dated,
    benchmark: required(benchmarkId, 'Benchmark of the fund, with levels in benchmarks/*.csv.'),
    move: optional(rate, 'Largest difference between the returns of a day, as a fraction; 0.005 where empty, 0.0015 is usual for a bond fund (R12.11).'),
    unexplained: optional(rate, 'Largest part of the return that prices, rates, income and expenses leave unexplained; 0.0001 where empty.'),
  },
  income: {
    ...dated,
    depositary_fees: required(
      choice(['expense', 'net-of-dividend']),
      'Where the fee of a depositary goes: to other expenses, as without this policy, or out of dividend income (R3.66).',
    ),
    stale_reclaim_days: optional(
      wholeNumber(1, 9999),
      'Days from the ex-date after which an open reclaim of foreign tax is an exception; none where empty (R3.16).',
    ),
  },
  income_per_share: {
    ...dated,
    method: required(choice(['average-shares']), 'Net investment income per share: over the average of daily shares outstanding (R9.2).'),
  },
  advisory_fee: { ...dated, ...advisoryFeeTerms },
  distribution_fee: { ...dated, ...feeTerms },
  administrative_fee: { ...dated, ...feeTerms },
  expense_accrual: { ...dated, ...accrualSettings },
  expense_budget: { ...dated, ...budgetTerms },
  expense_limit: {
    ...dated,
    rate: required(rate, 'Ceiling on operating expenses, as a fraction of average net assets a year.'),
    by: optional(text, 'Who bears the excess.'),
  },
} as const satisfies Record<string, Columns>

export type PolicyKind = keyof typeof policyColumns
export type PolicySettings<Kind extends PolicyKind> = RowOf<(typeof policyColumns)[Kind]>

export type Policy<Kind extends PolicyKind = PolicyKind> = {
  readonly source: SourceRow
  readonly kind: Kind
  readonly from: CalendarDate
  /** Last day in force, or undefined for open. */
  readonly through: CalendarDate | undefined
  /** What the entry is for, where a kind has entries side by side; undefined for all else. */
  readonly scope: string | undefined
  readonly settings: PolicySettings<Kind>
}

export const policyKinds = Object.keys(policyColumns) as readonly PolicyKind[]

/** Kinds without which no net asset value can be struck. */
export const requiredPolicyKinds: readonly PolicyKind[] = ['nav_timing', 'nav_rounding', 'settlement', 'lot_relief', 'valuation', 'income_per_share']

/** Fees on net assets (R7.1). */
export const feePolicyKinds = ['advisory_fee', 'distribution_fee', 'administrative_fee'] as const satisfies readonly PolicyKind[]
export type FeePolicyKind = (typeof feePolicyKinds)[number]

/** What is held against the day, where fund.yaml does not say otherwise. */
export type Controls = { readonly impactPerShare: Decimal; readonly breakDays: number }

export function controlsOn(policies: PolicyBook, on: CalendarDate): Controls {
  const settings = policyOn(policies, 'controls', on)?.settings
  return {
    impactPerShare: settings?.impact_per_share ?? decimal(5n, 3), // Half a cent: the least that can move a NAV printed to the cent.
    breakDays: settings?.break_days ?? 1,
  }
}

/** All dated entries, by kind and in order of date. */
export type PolicyBook = ReadonlyMap<PolicyKind, readonly Policy[]>

/** What an entry is for: the type of security, where the kind has a column for it. */
export const scopeOf = (settings: PolicySettings<PolicyKind>): string | undefined =>
  'instrument_type' in settings ? settings.instrument_type : 'asset' in settings ? settings.asset : undefined

/** The entry in force on `date` for `scope`, or else the one for all; undefined where there is neither. */
export function policyOn<Kind extends PolicyKind>(policies: PolicyBook, kind: Kind, on: CalendarDate, scope?: string): Policy<Kind> | undefined {
  const entries = policies.get(kind) ?? []
  return (scope === undefined ? undefined : inForce<Kind>(entries, on, scope)) ?? inForce<Kind>(entries, on, undefined)
}

function inForce<Kind extends PolicyKind>(entries: readonly Policy[], on: CalendarDate, scope: string | undefined): Policy<Kind> | undefined {
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index] as Policy<Kind>
    if (entry.scope === scope && entry.from <= on) return entry.through === undefined || on <= entry.through ? entry : undefined
  }
  return undefined
}

/** The budgets in force on `date`, each once, in the order of their entries. */
export function budgetsOn(policies: PolicyBook, on: CalendarDate): readonly Policy<'expense_budget'>[] {
  const entries = (policies.get('expense_budget') ?? []) as readonly Policy<'expense_budget'>[]
  const latest = new Map<string, Policy<'expense_budget'>>()
  for (const entry of entries) if (entry.from <= on) latest.set(entry.settings.id, entry)
  return [...latest.values()].filter(({ through }) => through === undefined || on <= through)
}

/** The entry of a budget that is in force on the day, or was last before it, or else is its first. */
export function budgetEntryFor(policies: PolicyBook, id: string, day: CalendarDate): Policy<'expense_budget'> | undefined {
  const entries = ((policies.get('expense_budget') ?? []) as readonly Policy<'expense_budget'>[]).filter(({ settings }) => settings.id === id)
  return entries.findLast(({ from }) => from <= day) ?? entries[0]
}

/** Whether the adviser pays the expense out of its unitary fee (R7.5). */
export const borneByAdviser = ({ settings }: Policy<'advisory_fee'>, expense: AccountCode): boolean =>
  settings.unitary === 'yes' && settings.up_to !== 'yes' && expense !== accounts.advisoryFee && settings.fund_pays?.includes(expense) !== true

/** Entries of one kind that are in force on the same day, and required kinds with none at inception; of `doubtful` kinds an entry could not be read. */
export function policyIssues(policies: PolicyBook, inception: CalendarDate, file: string, doubtful: ReadonlySet<string> = new Set()): Issue[] {
  const issues: Issue[] = []
  for (const [kind, entries] of successions(policies)) {
    for (const [index, entry] of entries.entries()) {
      const place = { file, row: entry.source.row, column: `policies.${kind}` }
      if (entry.through !== undefined && entry.through < entry.from) {
        issues.push({
          code: 'policy.dates',
          place,
          found: `through ${formatCalendarDate(entry.through)}, from ${formatCalendarDate(entry.from)}`,
          needed: '"through" on or after "from"',
          remedy: 'Correct one of the two dates.',
        })
      }
      const earlier = entries.slice(0, index).findLast(({ scope }) => scope === entry.scope)
      if (earlier === undefined) continue
      if (earlier.from === entry.from || (earlier.through !== undefined && earlier.through >= entry.from)) {
        issues.push({
          code: 'policy.overlap',
          place,
          found: `${kind} from ${formatCalendarDate(entry.from)}, while the entry on line ${earlier.source.row} is in force ${earlier.through === undefined ? `from ${formatCalendarDate(earlier.from)}` : `through ${formatCalendarDate(earlier.through)}`}`,
          needed: 'one entry in force on any day',
          remedy: 'End the earlier entry the day before, or remove one of the two.',
        })
      }
    }
  }
  for (const kind of requiredPolicyKinds) {
    if (policyOn(policies, kind, inception) === undefined && !doubtful.has(kind)) {
      const first = policies.get(kind)?.find(({ scope }) => scope === undefined)
      issues.push({
        code: 'policy.none-in-force',
        place: { file, ...(first === undefined ? {} : { row: first.source.row }), column: `policies.${kind}` },
        found: `no ${kind} in force on ${formatCalendarDate(inception)}, the series' inception${first === undefined ? '' : `; the first begins ${formatCalendarDate(first.from)}`}`,
        needed: `an entry of policies.${kind} whose "from" is on or before it`,
        remedy:
          first === undefined ? 'Add one; "tieout init" writes a book that has them all.' : 'Correct the date, or add the entry that was in force before.',
      })
    }
  }
  return issues
}

/** Entries of which each ends the one before: those of a kind, and of budgets those of one name. */
function successions(policies: PolicyBook): readonly (readonly [PolicyKind, readonly Policy[]])[] {
  return [...policies].flatMap(([kind, entries]): (readonly [PolicyKind, readonly Policy[]])[] =>
    kind === 'expense_budget'
      ? [...Map.groupBy(entries, ({ settings }) => (settings as PolicySettings<'expense_budget'>).id).values()].map((same) => [kind, same] as const)
      : [[kind, entries] as const],
  )
}

/** Required kinds with none in force on a day after inception, up to `through`: without them no net asset value can be struck. */
export function policyGaps(policies: PolicyBook, inception: CalendarDate, through: CalendarDate): Issue[] {
  return requiredPolicyKinds.flatMap((kind) => {
    const entries = (policies.get(kind) ?? []).filter(({ scope }) => scope === undefined)
    const ended = entries.find(
      ({ through: last }, index) => last !== undefined && last >= inception && last < through && (entries[index + 1]?.from ?? through + 1) > last + 1,
    )
    if (ended?.through === undefined) return []
    return [
      {
        code: 'policy.none-in-force' as const,
        place: { file: ended.source.file, row: ended.source.row, column: `policies.${kind}` },
        found: `no ${kind} in force on ${formatCalendarDate((ended.through + 1) as CalendarDate)}; this entry ends the day before`,
        needed: `an entry of policies.${kind} for each day through ${formatCalendarDate(through)}`,
        remedy: 'Remove "through" from the entry, or add the entry that follows it.',
      },
    ]
  })
}
