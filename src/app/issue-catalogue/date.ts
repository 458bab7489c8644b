import type { CatalogueTopic } from './catalogue-topic.ts'

export const dateIssues: CatalogueTopic<'date'> = {
  about: 'Dates and the calendar',
  codes: {
    'date.not-a-business-day': {
      title: 'A trade, price or rate of a day on which the exchange was closed',
      meaning:
        'Trades, orders and prices are dated on business days of the New York Stock Exchange, and this day was a weekend, a holiday or a day of closing. No net asset value is struck on it, so a price of that day would never be used.',
      remedy: 'Compare with the confirmation or the source of the price. The message names the business days on either side.',
    },
    'date.before-inception': {
      title: 'A date before the fund began',
      meaning: 'The record is dated before the inception of the series.',
      remedy: 'Correct the date, or the inception in fund.yaml.',
    },
    'date.outside-calendar': {
      title: 'A date that the calendar does not cover',
      meaning: 'The calendar of the exchange is kept for the years 1990 to 2035 only. Most often the year is mistyped.',
      remedy: 'Correct the date.',
    },
  },
}
