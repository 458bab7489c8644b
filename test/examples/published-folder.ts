/**
 * An invented folder of daily holdings in the layout of examples/etf-daily, small enough to reckon by hand: a security of Tokyo in
 * dollars, one that splits, one that changes its ticker and is sold, one that changes its CUSIP, a money market fund and cash.
 *
 * | day | value of the positions of the day before moves by | net assets | shares | a share |
 * |---|---|---|---|---|
 * | 06-03 | taken on: 20,000 + 10,000 + 2,000 + 500 + 500.37, and 1,499.63 left over | 34,500.00 | 3,450 | 10.000000 |
 * | 06-04 | 1,000 × 0.10 + 100 × 1.00 | 34,700.00 | 3,450 | 10.057971 |
 * | 06-05 | after 100 shares for 1,005.80: 1,000 × 0.10 + 1,000 × 10.20 − 100 × 101.00 | 35,905.80 | 3,550 | 10.114310 |
 * | 06-06 | not published | 35,905.80 | 3,550 | |
 * | 06-07 | 1,000 × 0.20 + 1,010 × 0.10 | 36,206.80 | 3,550 | 10.199099 |
 * | 06-10 | after 50 shares redeemed at 10.199099, 509.95 | 35,696.85 | 3,500 | 10.199100 |
 */
const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`

const days = ['2024-06-03', '2024-06-04', '2024-06-05', '2024-06-07', '2024-06-10'] as const

/** A row of a security on each day on which it has units and a value. */
const rows = (
  company: string,
  ticker: readonly string[],
  cusip: readonly string[],
  units: readonly (string | undefined)[],
  values: readonly string[],
): readonly string[] =>
  days.flatMap((day, index) =>
    units[index] === undefined
      ? []
      : [`${day},${day},${company},${ticker[index] ?? ticker[0]},${cusip[index] ?? cusip[0]},${units[index]},${values[index]},1.00`],
  )

export const publishedFolder: Readonly<Record<string, string>> = {
  'holdings.csv': lines(
    'file_date,value_date,company,ticker,cusip,shares,market_value,weight_pct',
    ...rows(
      'TOYOTA MOTOR CORP',
      ['7203 JP'],
      ['6900643'],
      ['1000', '1000', '1000', '1000', '1000'],
      ['20000.00', '20100.00', '20200.00', '20400.00', '20400.00'],
    ),
    ...rows(
      'SPLIT CO-A',
      ['SPLT UW'],
      ['037833100', '37833100'],
      ['100', '100', '1010', '1010', '1010'],
      ['10000.00', '10100.00', '10302.00', '10403.00', '10403.00'],
    ),
    ...rows('RENAMED INC', ['OLDT', 'OLDT', 'NEWT'], ['30303M102'], ['50', '50', '50', undefined, undefined], ['2000.00', '2000.00', '2000.00']),
    ...rows(
      'KEEP INC',
      ['KEEP'],
      ['594918104', '594918104', '594918104', '17275R102', '17275R102'],
      ['10', '10', '10', '10', '10'],
      ['500.00', '500.00', '500.00', '500.00', '500.00'],
    ),
    ...rows('EXAMPLE GOVT CASH FUND', [''], ['X9EXAMPLE'], ['500', '500', '500', '500', '500'], ['500.37', '500.37', '500.37', '500.37', '500.37']),
    ...rows('US DOLLAR', ['USD'], [''], ['1000', '1000', '1000', '1000', '1000'], ['1000.00', '1000.00', '1000.00', '1000.00', '1000.00']),
    ...rows('GONE INC', ['GONE'], ['02079K107'], ['0', '0', '0', '0', '0'], ['0.00', '0.00', '0.00', '0.00', '0.00']),
  ),
  'aum-and-flows.csv': lines(
    'date,aum_usd,net_flow_usd',
    '2024-06-03,34500.00,0',
    '2024-06-04,35705.80,1005.80',
    '2024-06-05,35905.80,0',
    '2024-06-07,35696.85,-509.95',
    '2024-06-10,35696.85,0',
  ),
  'nav-per-share.csv': lines(
    'date,aum_usd,shares_outstanding,nav_per_share',
    '2024-06-03,34500.00,3450,10.000000',
    '2024-06-04,35705.80,3550,10.057971',
    '2024-06-05,35905.80,3550,10.114310',
    '2024-06-07,35696.85,3500,10.199099',
    '2024-06-10,35696.85,3500,10.199100',
  ),
  'splits.csv': lines(
    'value_date,ticker,name,shares_before,shares_after,px_before,px_after,ratio',
    '2024-06-05,SPLT,SPLIT CO-A,100,1010,101.00,10.20,10:1',
    '2024-06-05,NOBODY,NOBODY INC,1,2,2.00,1.00,2:1',
  ),
}
