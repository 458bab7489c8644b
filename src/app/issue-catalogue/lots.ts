import type { CatalogueTopic } from './catalogue-topic.ts'

export const lotsIssues: CatalogueTopic<'lots'> = {
  about: 'Tax lots',
  codes: {
    'lots.insufficient': {
      title: 'A sale of more than is held',
      meaning: 'On the day of the sale the fund held fewer units of the instrument, or of the lot named, than are sold. Short positions are not kept.',
      remedy: 'Add the missing purchase, or correct the quantity, the date or the instrument of the sale.',
    },
    'lots.selection-missing': {
      title: 'No lots named',
      meaning: 'The policy lot_relief is "specific", several lots are open, and the sale does not say which of them it relieves.',
      remedy: 'Fill in the column "lots" as ID:QUANTITY, or let the policy be "fifo".',
    },
    'lots.selection-differs': {
      title: 'Lots that do not add to the sale',
      meaning: 'The quantities in "lots" add to more or less than the quantity sold.',
      remedy: 'Correct the quantities of the lots, or the quantity sold.',
    },
    'lots.unknown-lot': {
      title: 'A lot that is not open',
      meaning: 'The sale names a lot that was never opened for this instrument, that was opened later, or that is sold already.',
      remedy: 'Name an open lot, by the id of the purchase that opened it.',
    },
  },
}
