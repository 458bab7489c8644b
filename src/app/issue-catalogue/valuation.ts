import type { CatalogueTopic } from './catalogue-topic.ts'

export const valuationIssues: CatalogueTopic<'valuation'> = {
  about: 'Prices and values',
  codes: {
    'valuation.rate-missing': {
      title: 'No exchange rate of a day',
      meaning: 'Something in a foreign currency is bought, sold, paid or valued on a day of which rates/ has no rate that the policy exchange_rates takes.',
      remedy: 'Add the rate of that day to a file in rates/, or correct the time and sources of the policy.',
    },
    'valuation.price-missing': {
      title: 'A holding without a price',
      meaning:
        'A security is held on a day for which there is no price that the valuation policy takes. The price of an earlier day is never carried over in silence.',
      remedy: 'Add the row that the message gives, or correct the policy if it should take another type or source.',
    },
    'valuation.price-ambiguous': {
      title: 'Several prices and no order between their sources',
      meaning: 'Two sources give a price of the same type for the day, and the valuation policy does not say which goes first.',
      remedy: 'Set price_sources in the valuation policy, or remove one of the prices.',
    },
    'valuation.price-currency': {
      title: 'A price in another currency than its instrument',
      meaning: 'The price row states a currency that is not that of the instrument.',
      remedy: 'Give the price in the currency of the instrument, or correct instruments.csv.',
    },
    'valuation.fee-not-accrued': {
      title: 'A fee that is not accrued',
      meaning:
        'A policy of fund.yaml has a fee in force and the fund has net assets, but this version does not accrue fees. The net asset value is before that fee; the strike carries this as an exception.',
      remedy: 'Enter the accrual as a manual entry (Dr 5000, Cr 2500), or read the net asset value as before fees.',
    },
    'valuation.fair-value-missing': {
      title: 'A holding that only judgement can price, without a fair value',
      meaning:
        'Trading of the security is halted (halts.csv), or its fair value has reached the day of its review and no quotation may be taken. The last price before is no value: a halted security goes to fair value at once.',
      remedy: 'Add a row of type fair-value with its memo to prices/, or end the halt in halts.csv if the security trades again.',
    },
    'valuation.fair-value-evidence': {
      title: 'A fair value without its memo',
      meaning:
        'A price of type fair-value states its level (2 or 3), its method, its evidence, who approved it and the day of the next review; one that adjusts the local close by a factor states its evidence. What it lacks stands in the message. The row was left out.',
      remedy: 'Fill in the columns from the memo. A quotation has a type of its own, such as close or bid.',
    },
    'valuation.fair-value-factor': {
      title: 'A fair value that is not its close times its factor',
      meaning:
        'A fair value with a factor is the local close of its own day, which stays in the book for reference, times that factor. Here it is not, or the close is not there.',
      remedy: 'Add the local close, or correct the factor, the close or the price.',
    },
    'valuation.override-evidence': {
      title: 'An override that two people do not stand for',
      meaning:
        'A price of type override goes before every observed price, so it is taken only with the person who entered it, another one who approved it, a reason and its level in the fair value hierarchy. The row was left out.',
      remedy: 'Fill in entered_by, approved_by, reason and level; or remove the row, and the observed price is taken.',
    },
    'valuation.halt-dates': {
      title: 'Halts whose days do not fit',
      meaning: 'A halt ends before it begins, or two halts of one instrument last on the same day.',
      remedy: 'Correct the dates in halts.csv, or remove one of the two rows.',
    },
    'valuation.rate-ambiguous': {
      title: 'Several exchange rates and no order between them',
      meaning: 'There are rates of one currency and day from several sources or of several times, and no policy says which of them holds.',
      remedy: 'Set time and sources in the policy exchange_rates, or remove one of the rates.',
    },
    'valuation.rate-times': {
      title: 'Exchange rates of several times in one net asset value',
      meaning: 'All rates of one net asset value are of one moment, so that two currencies can be compared through the third. The rates of this day are not.',
      remedy: 'Give the rates of one time; the policy exchange_rates can name it.',
    },
    'valuation.rate-pair': {
      title: 'No pair of currencies with a foreign one in front',
      meaning:
        'The column "currency" names the foreign currency of the pair, and the base currency stands on the other side without being named. Here the two sides are one currency, or the base currency stands in the place of the foreign one.',
      remedy: 'Name the foreign currency, and say with "quote" in which direction the rate is: base-per-foreign or foreign-per-base.',
    },
    'valuation.price-stale': {
      title: 'The price of an earlier day',
      meaning:
        'The valuation policy lets a price of an earlier day stand in for some business days (stale_days), and it did. The strike carries this as an exception, so that no price is used again in silence.',
      remedy: 'Add a price of the day, or a fair value.',
    },
    'valuation.price-zero': {
      title: 'A price of zero',
      meaning: 'A fair value or an override values the holding at nothing. It is an exception on every day, whatever its reason.',
      remedy: 'Clear it with the memo that the row names.',
    },
    'valuation.price-move': {
      title: 'A price that moved far in a day',
      meaning:
        'The price differs from that of the business day before by more than the policy price_checks lets pass. The message says what it comes to per share of the fund; from half a cent on it blocks the approval of the net asset value.',
      remedy: 'Confirm the price by a second source, or correct it.',
    },
    'valuation.price-index-move': {
      title: 'A price that moved otherwise than its index',
      meaning: 'The change of the price and the change of the index that the policy price_checks names for it are further apart than the policy lets pass.',
      remedy: 'Confirm the price by a second source and the news of the day, or correct it.',
    },
    'valuation.price-unit': {
      title: 'A price that looks as if it were in another unit',
      meaning:
        'The price is about ten, a hundred or a thousand times that of the business day before, or such a part of it: pounds in place of pence, or another multiplier.',
      remedy: 'Compare the quote unit, the multiplier and any split with the source.',
    },
    'valuation.price-unchanged': {
      title: 'A price that stands still',
      meaning:
        'The price has been the same for as many business days as the policy price_checks takes for stale. What the exception comes to is what a change within the tolerance would.',
      remedy: 'Ask the source whether the security was quoted; give another price or a fair value if it was not.',
    },
    'valuation.price-sources': {
      title: 'Two sources that differ',
      meaning: 'Another source gives a price of the same type and day, further from the one selected than the policy price_checks lets pass.',
      remedy: 'Ask both sources, and correct the one that is wrong.',
    },
    'valuation.fair-value-unchanged': {
      title: 'A fair value that nobody has changed for long',
      meaning: 'A fair value has been the same for more days than the policy price_checks lets pass, whether it was reviewed or not.',
      remedy: 'Review the memo with the inputs of today.',
    },
    'valuation.fair-value-back-test': {
      title: 'A sale after a fair value',
      meaning: 'A holding with a fair value was sold at another price. The gap is what the fair value was off by, as far as one sale can tell.',
      remedy: 'Note it in the memo; where it is large, review the method and the other values found by it.',
    },
    'valuation.rate-direction': {
      title: 'A rate that looks as if it were quoted the other way round',
      meaning: 'The rate and that of the business day before are about each other’s reciprocal.',
      remedy: 'Correct the column "quote" in one of the two rows.',
    },
    'valuation.rate-move': {
      title: 'A rate that moved far in a day',
      meaning: 'The rate differs from that of the business day before by more than the policy price_checks lets pass for fx.',
      remedy: 'Confirm the rate by a second source, or correct it.',
    },
    'valuation.rate-unchanged': {
      title: 'A rate that stands still',
      meaning: 'The rate has been the same for as many business days as the policy price_checks takes for stale for fx.',
      remedy: 'Ask the source whether the rate is of the day; a currency that is pegged is cleared with that reason.',
    },
    'valuation.rate-sources': {
      title: 'Two sources of a rate that differ',
      meaning: 'Another source gives a rate of the same currency and time, further from the one selected than the policy price_checks lets pass for fx.',
      remedy: 'Ask both sources, and correct the one that is wrong.',
    },
    'valuation.rate-cross': {
      title: 'Three rates that do not close',
      meaning:
        'The rate between two foreign currencies and the rates of both against the base currency are all of one time, and they do not agree within the tolerance of the policy price_checks for fx.',
      remedy: 'Compare each of the three with its source.',
    },
    'valuation.benchmark-missing': {
      title: 'No level of a benchmark',
      meaning: 'A policy compares a move with a benchmark, and benchmarks/ has no level of it on the day or on the business day before.',
      remedy: 'Add the levels, or take the benchmark out of the policy.',
    },
    'valuation.nav-move': {
      title: 'A net asset value that moved otherwise than its benchmark',
      meaning:
        'The return of the day and that of the benchmark are further apart than the policy nav_checks lets pass. The message names the holdings that moved it most.',
      remedy: 'Explain the difference, or find the price, the trade or the accrual that is wrong.',
    },
    'valuation.nav-contribution': {
      title: 'A return that the prices do not explain',
      meaning:
        'Changes of prices and rates of what is held, with income and expenses, leave more of the return of the day unexplained than the policy nav_checks lets pass. Trades at other prices than the closing ones, and their charges, are such a rest; so is an error.',
      remedy: 'Look at the trades of the day; what is left is an error.',
    },
  },
}
