/** What the first strike of a fund that was taken on says of the balances it was taken on with. */
import { formatCalendarDate } from '../values/calendar-date.ts'
import { minorUnitDigits } from '../values/currency.ts'
import { compare, decimal, formatDecimal, formatShortDecimal } from '../values/decimal.ts'
import { type Issue } from '../values/issue.ts'
import { Price, Shares } from '../values/scaled.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { type Fund } from '../reference/fund.ts'
import { type OpeningEvent } from '../events/event.ts'
import { parAmount } from '../capital/fund-shares.ts'
import { baseBalance, type Balances } from '../ledger/balances.ts'
import { type JournalEntry, signedBase } from '../ledger/journal-entry.ts'
import { netAssetsOf, strikeClasses } from './strike.ts'

/** `marks` are the entries that set the valuation accounts on the day: with true balances and prices they move nothing. */
export function takeOnExceptions(openings: readonly OpeningEvent[], marks: readonly JournalEntry[], balances: Balances, fund: Fund): readonly Issue[] {
  const currency = fund.series.baseCurrency
  const printed = (amount: bigint): string => formatDecimal(decimal(amount, minorUnitDigits(currency)))
  const [first] = openings
  const moved = marks
    .flatMap(({ postings }) => postings)
    .filter(({ account }) => account === accounts.investmentsUnrealized || account === accounts.currencyUnrealized)
    .reduce((total, each) => total + signedBase(each), 0n)
  const issues: Issue[] = []
  if (moved !== 0n && first !== undefined) {
    const row = openings.find((event) => event.kind === 'opening-balance' && event.payload.account === accounts.investmentsUnrealized) ?? first
    const at = baseBalance(balances, (account) => account === accounts.investmentsUnrealized || account === accounts.currencyUnrealized)
    issues.push({
      code: 'take-on.unrealized-differs',
      place: { file: row.source.file, row: row.source.row },
      found: `unrealized appreciation of ${printed(at - moved)} taken on`,
      needed: `${printed(at)}: what the lots are worth at the prices and rates of the day, less their cost`,
      remedy: `Compare prices, lots and the balances of 1190 and 1192; ${printed(moved)} was posted to the change in unrealized of the day.`,
      about: { item: 'unrealized', date: formatCalendarDate(row.effectiveDate), effect: printed(moved < 0n ? -moved : moved) },
    })
  }
  for (const event of openings) {
    if (event.kind !== 'opening-shares') continue
    const { classId, shares, netAssetValue } = event.payload
    const shareClass = fund.classes.find(({ id }) => id === classId)
    const struck = strikeClasses(netAssetsOf(balances), new Map([[classId, shares]]), fund, event.effectiveDate).find((each) => each.classId === classId)
    const place = { file: event.source.file, row: event.source.row }
    if (struck?.navPerShare !== undefined && compare(struck.navPerShare, Price.toDecimal(netAssetValue)) !== 0) {
      issues.push({
        code: 'take-on.nav-differs',
        place: { ...place, column: 'net_asset_value' },
        found: `${formatShortDecimal(Price.toDecimal(netAssetValue))} a share published`,
        needed: `${formatDecimal(struck.navPerShare)}: net assets of ${printed(struck.netAssets)} ÷ ${formatShortDecimal(Shares.toDecimal(shares))} shares`,
        remedy: 'Compare the balances, lots, prices and shares with the books before. Orders of the day deal at the value published.',
        about: { item: classId, date: formatCalendarDate(event.effectiveDate) },
      })
    }
    const par = -baseBalance(balances, (account) => account === accounts.par)
    if (shareClass !== undefined && par !== parAmount(shares, shareClass.parValue, currency)) {
      issues.push({
        code: 'take-on.par-differs',
        place: { ...place, column: 'shares' },
        found: `par of ${printed(par)} taken on`,
        needed: `${printed(parAmount(shares, shareClass.parValue, currency))} = ${formatShortDecimal(Shares.toDecimal(shares))} shares × ${formatDecimal(shareClass.parValue)} (R1.8)`,
        remedy: 'Move the difference between 3000 and 3010.',
        // Par and what was paid in over it are one in net assets.
        about: { item: classId, date: formatCalendarDate(event.effectiveDate), effect: printed(0n) },
      })
    }
  }
  return issues
}
