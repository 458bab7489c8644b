import type { CatalogueTopic } from './catalogue-topic.ts'

export const incomeIssues: CatalogueTopic<'income'> = {
  about: 'Dividends, interest and other income',
  codes: {
    'income.pay-before-ex': {
      title: 'Paid before it is income',
      meaning: 'The pay date is earlier than the ex-date, or than the day of which an income is. A receivable would be paid before it exists.',
      remedy: 'Correct one of the two dates.',
    },
    'income.tax': {
      title: 'Tax stated twice, or a reclaim of nothing',
      meaning:
        'Tax withheld is a rate or an amount, and so is what is reclaimed of it: by the treaty rate, or an amount. Two statements of one thing could differ, and a reclaim needs a tax that was withheld, at a rate not below that of the treaty.',
      remedy: 'Keep the one that the source states, and give what was withheld.',
    },
    'income.tax-exceeds': {
      title: 'More taken than there is',
      meaning:
        'Tax withheld and the fee of the depositary are more than the dividend, or more is reclaimed than was withheld, or the tax of the treaty rate is more.',
      remedy: 'Compare rates, amounts and the position with the advice of the custodian.',
    },
    'income.part-exceeds-rate': {
      title: 'A part of the rate above the rate',
      meaning: 'The rate of a dividend holds all of it; the part that is a distribution of long-term gains cannot be more.',
      remedy: 'Give the whole rate in "rate", and in "capital_gain" the part of it.',
    },
    'income.rate-zero': {
      title: 'A dividend of nothing',
      meaning: 'A rate of 0 cancels a dividend that was booked, and needs its id in the column "reverses".',
      remedy: 'Give the rate, or name the dividend that is cancelled.',
    },
    'income.informed-before-ex': {
      title: 'Informed before the ex-date',
      meaning:
        'The column "informed" is for dividends that became known after their ex-date, and moves them to the net asset value of that day. This date is earlier.',
      remedy: 'Empty the column, or correct the date.',
    },
    'income.knowable': {
      title: 'A late dividend without a word on why',
      meaning:
        'What becomes known after a net asset value was struck is booked in the next one. Whether the one before was in error depends on whether the dividend could have been known: announced and missed, or first published later.',
      remedy: 'Fill in "knowable" with yes or no, and who approved it.',
    },
    'income.correction-undated': {
      title: 'A correction without its day',
      meaning: 'A record that reverses a dividend is booked in the net asset value of the day on which it became known, and does not say which.',
      remedy: 'Fill in "informed".',
    },
    'income.correction-early': {
      title: 'A correction known no later than what it corrects',
      meaning: 'A dividend is reversed after it was booked. This correction became known on the same day or before.',
      remedy: 'Correct the date; or correct the first record in its own row, where no net asset value was struck with it.',
    },
    'income.correction-differs': {
      title: 'A correction of another dividend',
      meaning: 'A correction has the instrument, the ex-date and the currency of the dividend it reverses: the reversal is effective on the same day.',
      remedy: 'Correct the id; or cancel the dividend with a rate of 0, and enter the right one by itself.',
    },
    'income.corrected-twice': {
      title: 'One dividend corrected by two records',
      meaning: 'Two records reverse the same dividend. The second would reverse what no longer stands.',
      remedy: 'Let the second reverse the first, or remove one of them.',
    },
    'income.unknown-dividend': {
      title: 'No such dividend',
      meaning: 'A correction or a reclaim names an id that is no dividend of the book.',
      remedy: 'Correct the id, or add the dividend.',
    },
    'income.not-booked': {
      title: 'A correction of what was not booked',
      meaning: 'The dividend to be reversed could not be booked itself.',
      remedy: 'Mend what is wrong with that record first.',
    },
    'income.no-reclaim': {
      title: 'No reclaim is open',
      meaning: 'The record has cash or a loss of a reclaim that the dividend does not have, or that came already.',
      remedy: 'Remove the record, or correct the dividend it names. After a correction of the dividend, name the record that corrects it.',
    },
    'income.exceeds-reclaim': {
      title: 'More than was reclaimed',
      meaning: 'More came, or was given up, than is still open of the reclaim.',
      remedy: 'Correct the amount, or the dividend by a record that reverses it.',
    },
    'income.amount': {
      title: 'Interest neither stated nor to be found',
      meaning: 'Interest is the amount that the bank states, or balance × rate × days ÷ 360. The row has both, or neither in full.',
      remedy: 'Give the amount alone, or the balance with its rate.',
    },
    'income.period': {
      title: 'A period that ends before it begins',
      meaning: 'The first day of the period of interest is after the last.',
      remedy: 'Correct one of the two dates.',
    },
    'income.lending': {
      title: 'More given away than earned',
      meaning:
        'Of securities lending, the rebate to the borrower and the share of the agent are more than was earned, or the share of the agent is stated twice.',
      remedy: 'Correct the amounts, and keep one statement of the share of the agent.',
    },
    'income.no-position': {
      title: 'A dividend on what was not held',
      meaning: 'An observation on the strike: the fund had no position at the close before the ex-date, so the dividend is booked as nothing.',
      remedy: 'Remove the row; or check the ex-date and the dates of the trades, if the custodian expects the dividend.',
    },
    'income.missed': {
      title: 'A dividend that net asset values were struck without',
      meaning:
        'An exception of the strike in which it is booked: the dividend was announced before and missed, so those from its ex-date on may be in error. The amount a share says by how much.',
      remedy: 'Hold it against the limits of the policy on errors, and decide with the adviser.',
    },
    'income.received-differs': {
      title: 'Other cash than expected',
      meaning: 'An exception of the strike: part of an income came by its pay date, and the rest did not.',
      remedy: 'Enter the rest when it comes; where the rate or the tax was another, correct the record.',
    },
    'income.overdue': {
      title: 'Income long overdue',
      meaning: 'An exception of the strike: cash of an income is open more than 30 days after its pay date.',
      remedy: 'Claim it. Where it will not come, correct the record.',
    },
    'income.reclaim-stale': {
      title: 'A reclaim grown old',
      meaning: 'An exception of the strike: foreign tax is still to be reclaimed after more days than the policy income allows.',
      remedy: 'Ask the custodian; write off what will not come.',
    },
  },
}
