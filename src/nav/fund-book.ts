import { type FundEvent } from '../events/event.ts'
import { type Knowledge } from '../events/knowledge.ts'
import { type BenchmarkBook } from '../market/benchmark-book.ts'
import { type PriceBook } from '../market/price-book.ts'
import { type RateBook } from '../market/rate-book.ts'
import { type Fund } from '../reference/fund.ts'
import { type Instrument, type InstrumentId } from '../reference/instrument.ts'

/** All that the books are a function of: the fund with its policies, its instruments, its events, prices, exchange rates and benchmarks. */
export type FundBook = {
  readonly fund: Fund
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>
  /** In any order; booking puts them in its own. */
  readonly events: readonly FundEvent[]
  readonly prices: PriceBook
  readonly rates: RateBook
  readonly benchmarks: BenchmarkBook
  /** Through which point of a log the records were read; the whole folder where undefined. */
  readonly readThrough?: Knowledge | undefined
}
