/**
 * When a US equity trade settles regular way: a number of business days after the trade date, by the cycle in force on
 * that date (R1.14). The payable or receivable stands open until then (R3.8, R3.9). A source's own settlement date
 * goes before this one; the cycle of fund shares is a policy of the fund and not here.
 */
import { calendarDate, type CalendarDate } from '../values/calendar-date.ts'
import { invariant } from '../values/invariant.ts'
import { addBusinessDays, calendarFrom } from './nyse-calendar.ts'

export type SettlementCycle = {
  /** The first trade date it holds for; it holds until the next cycle's. */
  readonly from: CalendarDate
  /** Business days from trade date to settlement date. */
  readonly days: number
  readonly source: string
}

/** By trade date, ascending. */
export const settlementCycles: readonly SettlementCycle[] = [
  { from: calendarFrom, days: 5, source: 'NASD Uniform Practice Code, section 12(b), before its amendment of 1995 (NASD Notice to Members 95-36)' },
  {
    from: calendarDate(1995, 6, 7),
    days: 3,
    source: '17 CFR 240.15c6-1, adopted by Release 34-33023 (58 FR 52891, 1993), effective by Release 34-34952 (1994)',
  },
  { from: calendarDate(2017, 9, 5), days: 2, source: '17 CFR 240.15c6-1(a) as amended by Release 34-80295 (82 FR 15564, 2017)' },
  { from: calendarDate(2024, 5, 28), days: 1, source: '17 CFR 240.15c6-1(a) as amended by Release 34-96930 (88 FR 13872, 2023)' },
]

/** The cycle in force on a trade date, which the NYSE calendar covers. */
export function settlementCycle(tradeDate: CalendarDate): SettlementCycle {
  const cycle = settlementCycles.findLast(({ from }) => from <= tradeDate)
  invariant(cycle !== undefined, 'a trade date is not before the first settlement cycle')
  return cycle
}

/**
 * The settlement date of a trade, counting trading days of the NYSE: Tuesday 2002-12-31, T+3, is Monday 2003-01-06.
 *
 * R1.14 has one calendar drive, and that is the reading here. The market counts the days on which the banks and the
 * depository settle, so the two part in three places, where a source should give the date itself:
 * - Columbus Day and Veterans Day, and Martin Luther King Day before 1998: the exchange trades, nothing settles. The trades
 *   of 1995-10-05 settled on 10-11 (NASD Notice to Members 95-77), here on 10-10.
 * - A day on which the exchange alone closes, as 2007-01-02: the depository settled (DTCC's announcement), here it does not.
 * - The change to T+3 had two double settlement days (NASD Notice to Members 95-26): some of the last trades before
 *   1995-06-07 settled sooner than T+5.
 * A calendar of settlement days, named by the market, is the setting that would mend the first two.
 */
export const settlementDate = (tradeDate: CalendarDate): CalendarDate => addBusinessDays(tradeDate, settlementCycle(tradeDate).days)
