import { showTrialBalance } from '../../app/show-trial-balance.ts'
import { type ExitCode } from '../exit-code.ts'
import { counted, plainAmount, shownAmount } from '../figures.ts'
import { answerQuestion, type ReadingOptions } from '../reading-command.ts'
import { table } from '../table.ts'
import { type Terminal } from '../terminal.ts'

/** `tieout trial-balance BOOK`: every account with a balance, debits and credits, which are equal. */
export const runTrialBalance = (terminal: Terminal, path: string, options: ReadingOptions): ExitCode =>
  answerQuestion(terminal, path, options, {
    command: 'trial-balance',
    title: 'trial balance',
    basis: 'reporting',
    asOf: () => options.asOf,
    ask: showTrialBalance,
    json: ({ lines, debits, credits }, { book }) => {
      const amount = (value: bigint): string => plainAmount(value, book.fund.series.baseCurrency)
      return {
        lines: lines.map(({ account: { code, name, kind }, debit, credit }) => ({ account: code, name, kind, debit: amount(debit), credit: amount(credit) })),
        totals: { debit: amount(debits), credit: amount(credits) },
      }
    },
    text: ({ lines, debits, credits }, { book }, outlet) => {
      const amount = (value: bigint): string => shownAmount(value, book.fund.series.baseCurrency)
      const side = (value: bigint): string => (value === 0n ? '' : amount(value))
      return table(
        [
          { heading: 'Account', align: 'left' },
          { heading: 'Name', align: 'left' },
          { heading: 'Debit', align: 'decimal' },
          { heading: 'Credit', align: 'decimal' },
        ],
        lines.map(({ account, debit, credit }) => [account.code, account.name, side(debit), side(credit)]),
        [['', `${counted(lines.length, 'account')}; debits equal credits`, amount(debits), amount(credits)]],
        { heading: outlet.bold, rule: outlet.faint },
      )
    },
  })
