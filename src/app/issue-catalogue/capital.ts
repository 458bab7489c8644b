import type { CatalogueTopic } from './catalogue-topic.ts'

export const capitalIssues: CatalogueTopic<'capital'> = {
  about: 'Fund shares',
  codes: {
    'capital.no-amount': {
      title: 'An order without dollars and shares',
      meaning: 'A subscription or redemption is for dollars or for fund shares, and the other follows from the net asset value per share. Neither is given.',
      remedy: 'Give the dollars, the shares, or both as the transfer agent reports them.',
    },
    'capital.no-price': {
      title: 'An order without a net asset value',
      meaning:
        'Orders are dealt at the net asset value per share of their trade date (17 CFR 270.22c-1), and the class had none on that day: nothing was struck, or all its shares were redeemed before. This version does not open a class again once all its shares are redeemed.',
      remedy: 'Correct the trade date, or the redemption that took the last shares. The first order of a class is a subscription, on the day the class begins.',
    },
    'capital.price-not-positive': {
      title: 'An order at a net asset value of zero or less',
      meaning:
        'Orders are dealt at the net asset value per share of their trade date (17 CFR 270.22c-1). On that day it was zero or less, and no number of shares is worth the dollars of the order.',
      remedy:
        'Look for what brings net assets that low: a missing record, a wrong price, an entry on the wrong side. If the net asset value is right, remove the order.',
    },
    'capital.too-small': {
      title: 'An order that comes to nothing',
      meaning:
        'At the net asset value per share of its trade date the dollars of the order buy no share, or its shares cost no cent. Booked, it would change the value of the shares of all others. The same is said of an order in kind whose securities and cash are worth nothing together.',
      remedy: 'Correct the amount or the shares, or remove the order.',
    },
    'capital.fee-exceeds-amount': {
      title: 'A redemption fee that leaves nothing',
      meaning:
        'The fee that the fund keeps is a part of the amount of the redemption, and the shareholder is paid the rest. Here nothing would be left to pay.',
      remedy: 'Correct the fee; the amount of a redemption is that before the fee, shares × net asset value.',
    },
    'capital.split-differs': {
      title: 'Shares after a split that are not by its ratio',
      meaning:
        'The transfer agent confirms a number of shares outstanding after a split of fund shares that lies a whole share or more off the ratio. It rounds each account, and that is less. The shares are booked as confirmed; the strike carries the difference as an exception.',
      remedy: 'Compare with the transfer agent: an order that is missing on either side, or a wrong ratio.',
    },
    'capital.insufficient-shares': {
      title: 'A redemption of more shares than are outstanding',
      meaning: 'On the day of the order the class had fewer shares outstanding than are redeemed.',
      remedy: 'Add the missing subscription, or correct the order.',
    },
    'capital.dollars-differ': {
      title: 'Dollars that are not shares × net asset value',
      meaning:
        'An order states both dollars and shares, and they do not agree at the net asset value per share of its trade date within the rounding of both. The order is booked as stated; the strike carries the difference as an exception.',
      remedy: 'Compare price, date, shares and dollars with the transfer agent.',
    },
  },
}
