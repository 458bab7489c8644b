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
    'valuation.rate-pair': {
      title: 'No pair of currencies with a foreign one in front',
      meaning:
        'The column "currency" names the foreign currency of the pair, and the base currency stands on the other side without being named. Here the two sides are one currency, or the base currency stands in the place of the foreign one.',
      remedy: 'Name the foreign currency, and say with "quote" in which direction the rate is: base-per-foreign or foreign-per-base.',
    },
    'valuation.fee-not-accrued': {
      title: 'A fee that is not accrued',
      meaning:
        'A policy of fund.yaml has a fee in force and the fund has net assets, but this version does not accrue fees. The net asset value is before that fee; the strike carries this as an exception.',
      remedy: 'Enter the accrual as a manual entry (Dr 5000, Cr 2500), or read the net asset value as before fees.',
    },
  },
}
