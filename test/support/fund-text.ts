/** The fund.yaml of a small fund: one class, its policies in force from inception. */
export type FundText = {
  readonly inception?: string
  /** The day at whose close the fund was taken on; policies are in force from it. */
  readonly booksFrom?: string
  /** USD where it is not given. */
  readonly baseCurrency?: string
  /** The settings of a policy in place of those below, from inception or from a date of their own: `['trades: T', 'from: 2024-06-05, trades: T+1']`. */
  readonly policies?: Readonly<Record<string, string | readonly string[]>>
  /** Keys of the one class in place of those below: `{ par_value: '0.01' }`. */
  readonly shareClass?: Readonly<Record<string, string>>
}

const defaultPolicies: Readonly<Record<string, string>> = {
  nav_timing: 'trades: T+1',
  nav_rounding: 'decimals: 2, mode: half-up',
  settlement: 'method: contractual, capital_days: 1',
  lot_relief: 'method: fifo',
  valuation: 'price_types: close bid',
  income_per_share: 'method: average-shares',
}

const defaultClass: Readonly<Record<string, string>> = { id: 'a', name: 'Class A', par_value: '0.001', issue_price: '10.00', share_decimals: '3' }

export function fundText({ inception = '2024-06-03', booksFrom, baseCurrency = 'USD', policies = {}, shareClass = {} }: FundText): string {
  const entry = (settings: string): string =>
    (settings.startsWith('from:') ? settings : `from: ${booksFrom ?? inception}, ${settings}`).split(/, (?=\w+:)/).join('\n      ')
  return `format: 1

trust:
  name: Example Trust

series:
  id: example
  name: Example Fund
  base_currency: ${baseCurrency}
  inception: ${inception}${booksFrom === undefined ? '' : `\n  books_from: ${booksFrom}`}
  fiscal_year_end: 12-31

classes:
  - ${Object.entries({ ...defaultClass, ...shareClass })
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n    ')}

policies:
${Object.entries({ ...defaultPolicies, ...policies })
  .map(
    ([kind, settings]) =>
      `  ${kind}:\n${[settings]
        .flat()
        .map((text) => `    - ${entry(text)}`)
        .join('\n')}`,
  )
  .join('\n')}
`
}
