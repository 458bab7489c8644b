/** The tolerances of the price checks (R5.12): those of the policy, and where it states none the usual ones for the asset. */
import { type CalendarDate } from '../values/calendar-date.ts'
import { type Decimal, decimal } from '../values/decimal.ts'
import { Rate } from '../values/scaled.ts'
import { type SourceRow } from '../values/table.ts'
import { type InstrumentType } from '../reference/instrument.ts'
import { type Asset, type PolicyBook, policyOn } from '../reference/policy.ts'

export type Tolerances = {
  readonly asset: Asset
  /** The entry of the policy. */
  readonly source: SourceRow
  /** Largest change of a day that needs no explanation, as a fraction of the price of the day before. */
  readonly dayMove: Decimal
  /** Largest difference between that change and the change of the index; undefined where none is compared. */
  readonly indexMove: Decimal | undefined
  readonly index: string | undefined
  /** Business days for which a price may stand unchanged: as many, and it is taken for stale. */
  readonly unchangedDays: number
  /** Largest difference from another source, as a fraction of that source's. */
  readonly sourceDifference: Decimal
  /** Calendar days for which a fair value may stand unchanged (R5.9). */
  readonly fairValueDays: number
}

const usual: Readonly<Record<Asset, Omit<Tolerances, 'asset' | 'source' | 'index'>>> = {
  equity: { dayMove: decimal(50n, 3), indexMove: decimal(30n, 3), unchangedDays: 2, sourceDifference: decimal(5n, 3), fairValueDays: 30 },
  bond: { dayMove: decimal(20n, 3), indexMove: undefined, unchangedDays: 5, sourceDifference: decimal(10n, 3), fairValueDays: 30 },
  fx: { dayMove: decimal(15n, 3), indexMove: undefined, unchangedDays: 1, sourceDifference: decimal(25n, 4), fairValueDays: 30 },
  derivative: { dayMove: decimal(50n, 3), indexMove: undefined, unchangedDays: 1, sourceDifference: decimal(10n, 3), fairValueDays: 30 },
}

const assetOfType: Readonly<Record<InstrumentType, Asset>> = { 'common-stock': 'equity', 'preferred-stock': 'equity', 'depositary-receipt': 'equity' }

export const assetOf = (type: InstrumentType): Asset => assetOfType[type]

/** Undefined where no policy price_checks is in force: nothing is checked then. */
export function tolerancesOn(policies: PolicyBook, asset: Asset, date: CalendarDate): Tolerances | undefined {
  const policy = policyOn(policies, 'price_checks', date, asset)
  if (policy === undefined) return undefined
  const { settings, source } = policy
  const { day_move: dayMove, index_move: indexMove, source_difference: sourceDifference } = settings
  const standard = usual[asset]
  return {
    asset,
    source,
    dayMove: dayMove === undefined ? standard.dayMove : Rate.toDecimal(dayMove),
    indexMove: indexMove === undefined ? standard.indexMove : Rate.toDecimal(indexMove),
    index: settings.index,
    unchangedDays: settings.unchanged_days ?? standard.unchangedDays,
    sourceDifference: sourceDifference === undefined ? standard.sourceDifference : Rate.toDecimal(sourceDifference),
    fairValueDays: settings.fair_value_days ?? standard.fairValueDays,
  }
}
