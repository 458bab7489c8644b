/** Statement of operations (17 CFR 210.6-07), as the fund printed it in 2002. */
import { compare, decimal, product } from '../../values/decimal.ts'
import { type Concept, type Scope, sumOf } from '../concept.ts'
import {
  advisoryFees,
  auditFees,
  changeInUnrealized,
  custodianFees,
  distributionFees,
  dividends,
  expenseOffsets,
  expenseReimbursement,
  foreignTaxWithheld,
  incomeLines,
  insuranceExpense,
  interest,
  minorExpenses,
  miscellaneousExpenses,
  namedExpenses,
  netExpenses,
  netExpensesAfterReimbursement,
  netGain,
  netIncreaseFromOperations,
  netInvestmentIncome,
  otherIncome,
  paymentsByAffiliates,
  realizedCurrency,
  realizedSecurities,
  registrationFees,
  securitiesLendingIncome,
  systemFees,
  totalExpenses,
  totalInvestmentIncome,
  transferAgentExpenses,
} from '../concepts/operations.ts'
import { planned, total } from '../printer.ts'
import { cellLine, heading, line, rule, type TableRow, totalLine } from './table.ts'

export const operationsExhausts = { from: '4000', through: '7999' } as const

/** Captions of expenses that are printed under "Other expenses" until they pass 5% of the total (R8.16). */
const minorCaptions: Readonly<Record<string, string>> = {
  'administrative-services-fees': 'Administrative services fees',
  'legal-fees': 'Legal fees',
  'trustees-fees': 'Trustees’ fees',
  'printing-expenses': 'Printing expenses',
  'dividend-expense': 'Dividends on short positions',
  'interest-expense': 'Interest expense',
  'excise-tax': 'Excise tax',
  recoupment: 'Recoupment of expenses reimbursed',
}

/** The table of a period: which minor expenses have a line of their own depends on its figures. */
export function operations(scope: Scope): readonly TableRow[] {
  const [own, merged] = splitMinor(scope)
  const expenseNames = [...namedExpenses.map(({ name }) => name), ...own.map(({ name }) => name), 'other-expenses']
  return [
    heading(0, 'Investment Income:'),
    line(1, 'Interest', interest, { symbol: true }),
    line(1, 'Dividends', dividends),
    line(1, 'Foreign tax withheld', foreignTaxWithheld),
    line(1, 'Securities lending', securitiesLendingIncome, { show: 'when not zero' }),
    line(1, 'Other income', otherIncome, { show: 'when not zero' }),
    rule,
    totalLine(
      0,
      'Total Investment Income',
      totalInvestmentIncome,
      incomeLines.map(({ name }) => name),
    ),
    rule,
    heading(0, 'Expenses:'),
    line(1, 'Advisory fees', advisoryFees),
    line(1, 'Transfer agent expenses', transferAgentExpenses),
    line(1, 'Registration fees', registrationFees),
    line(1, 'System fees', systemFees),
    line(1, 'Custodian fees', custodianFees),
    line(1, 'Insurance expense', insuranceExpense),
    line(1, 'Audit fees', auditFees),
    line(1, 'Distribution fees - {class}', distributionFees),
    ...own.map((concept) => line(1, minorCaptions[concept.name] ?? concept.name, concept)),
    otherExpenses(merged),
    rule,
    totalLine(0, 'Total Expenses', totalExpenses, expenseNames),
    rule,
    line(0, 'Expense and Fee Offsets', expenseOffsets, { isNegated: true }),
    rule,
    totalLine(0, 'Net Expenses', netExpenses, ['total-expenses', 'expense-offsets']),
    rule,
    line(0, 'Excess Expense Reimbursement', expenseReimbursement, { isNegated: true }),
    rule,
    totalLine(0, 'Net Expenses After Reimbursement', netExpensesAfterReimbursement, ['net-expenses', 'expense-reimbursement']),
    rule,
    totalLine(0, 'Net Investment Income/(Loss)', netInvestmentIncome, ['total-investment-income', '-net-expenses-after-reimbursement']),
    rule,
    heading(0, 'Net Realized and Unrealized Gain/(Loss) on Investments:'),
    line(1, 'Net realized gain/(loss) from securities transactions', realizedSecurities),
    line(1, 'Net realized gain/(loss) from foreign currency transactions', realizedCurrency),
    line(1, 'Payments by affiliates', paymentsByAffiliates, { show: 'when not zero' }),
    line(1, ['Change in net unrealized appreciation/(depreciation) of', 'investments and foreign currency translations'], changeInUnrealized),
    rule,
    totalLine(0, 'Net Realized and Unrealized Gain/(Loss) on Investments', netGain, [
      'realized-securities',
      'realized-foreign-currency',
      'payments-by-affiliates',
      'change-in-unrealized',
    ]),
    rule,
    totalLine(
      0,
      'Net Increase/(Decrease) in Net Assets Resulting from Operations',
      netIncreaseFromOperations,
      ['net-investment-income', 'net-realized-and-unrealized-gain'],
      { symbol: true },
    ),
    rule,
  ]
}

/** R8.16: more than 5% of total expenses is a line of its own; exactly 5% is not. */
function splitMinor(scope: Scope): readonly [own: readonly Concept[], merged: readonly Concept[]] {
  const limit = product(totalExpenses.define(scope).amount, decimal(5n, 2))
  const isOwn = (concept: Concept): boolean => compare(concept.define(scope).amount, limit) > 0
  return [minorExpenses.filter(isOwn), minorExpenses.filter((concept) => !isOwn(concept))]
}

/** The rest in one line: the sum of the footed cells of what is merged. */
function otherExpenses(merged: readonly Concept[]): TableRow {
  const parts = [...merged, miscellaneousExpenses]
  return cellLine(1, 'Other expenses', 'other-expenses', (page) => {
    const figure = sumOf({ name: 'other-expenses', isInstant: false }, parts).define(page.scope)
    return total(
      page,
      'other-expenses',
      figure,
      parts.map((concept) => ({ cell: planned(page, `other-expenses.${concept.name}`, concept), sign: 1 as const })),
    )
  })
}
