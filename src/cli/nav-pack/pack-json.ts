/** A NAV pack for another program: texts and lists, amounts in plain digits. */
import { formatCalendarDate } from '../../values/calendar-date.ts'
import { type Decimal, formatDecimal } from '../../values/decimal.ts'
import { type NavPack } from '../../app/vocabulary.ts'
import { exceptionJson, standingJson } from '../exception-lines.ts'
import { plainAmount, plainPrice, plainShares } from '../figures.ts'

const text = (value: Decimal | undefined): string | null => (value === undefined ? null : formatDecimal(value))

export function packJson(pack: NavPack) {
  const { proof, perShare, contributions, expenses, bridge } = pack
  const amount = (value: bigint): string => plainAmount(value, pack.fund.series.baseCurrency)
  const recorded = (effects: NavPack['proof']['income']) => effects.map(({ effect, ...each }) => ({ ...each, effect: amount(effect) }))
  return {
    date: formatCalendarDate(pack.date),
    previous: pack.previous === undefined ? null : formatCalendarDate(pack.previous),
    ...standingJson(pack.standing),
    bookHash: pack.bookHash,
    readThrough: pack.readThrough,
    classes: pack.classes.map((each) => ({
      class: each.classId,
      netAssets: amount(each.netAssets),
      shares: plainShares(each.outstanding, each.shareDecimals),
      sharesBefore: each.before === undefined ? null : plainShares(each.before.outstanding, each.shareDecimals),
      navPerShare: text(each.navPerShare),
      unrounded: text(each.unrounded),
      before: text(each.before?.navPerShare),
      change: text(each.change),
      percent: text(each.percent),
    })),
    benchmark: pack.benchmark === undefined ? null : { name: pack.benchmark.name, level: text(pack.benchmark.level), percent: text(pack.benchmark.percent) },
    proof: {
      opening: amount(proof.opening),
      terms: Object.fromEntries(proof.terms.map(({ term, effect }) => [term, amount(effect)])),
      closing: amount(proof.closing),
      residual: amount(proof.residual),
      holdings: proof.holdings.map(({ instrument, opening, traded, closing, price, dealing, currency, rounding }) => ({
        instrument,
        opening: amount(opening),
        traded: amount(traded),
        price: amount(price),
        dealing: amount(dealing),
        currency: amount(currency),
        rounding: amount(rounding),
        closing: amount(closing),
      })),
      currency: proof.currency.map(({ currency, of, record, effect }) => ({ currency, of: of ?? null, record: record ?? null, effect: amount(effect) })),
      income: recorded(proof.income),
      expenses: recorded(proof.expenses),
      realized: recorded(proof.realized),
      distributions: recorded(proof.distributions),
      capital: proof.capital.map(({ classId, kind, count, shares, effect }) => ({
        class: classId ?? null,
        kind,
        count,
        shares: plainShares(shares, 0),
        effect: amount(effect),
      })),
    },
    perShare:
      perShare === undefined
        ? null
        : {
            opening: text(perShare.opening),
            terms: Object.fromEntries(perShare.terms.map(({ term, perShare: effect }) => [term, text(effect)])),
            closing: text(perShare.closing),
            unexplained: text(perShare.unexplained),
          },
    return:
      contributions === undefined
        ? null
        : {
            total: text(contributions.total),
            holdings: text(contributions.holdings),
            currency: text(contributions.currency),
            income: text(contributions.income),
            dealing: text(contributions.dealing),
            rest: text(contributions.rest),
            isExplained: contributions.isExplained,
            byHolding: contributions.byHolding.map(({ instrument, weight, move, contribution }) => ({
              instrument,
              weight: text(weight),
              move: text(move),
              contribution: text(contribution),
            })),
          },
    expenses: {
      charges: expenses.charges.map(({ charge, account, today, year, budgeted, isWithinTenth, carried }) => ({
        charge,
        account,
        today: amount(today),
        year: amount(year),
        budgeted: budgeted === undefined ? null : amount(budgeted),
        isWithinTenth,
        carriedMinorUnits: text(carried),
      })),
      others: recorded(expenses.others),
      ratioPercent: text(expenses.ratio),
    },
    gates: pack.gates.map(({ statement, ...gate }) => ({ ...gate, statement: statement === undefined ? null : formatCalendarDate(statement) })),
    prices: {
      mix: pack.mix.map(({ value, ...each }) => ({ ...each, value: amount(value) })),
      judged: pack.judged.map(({ instrument, price, level, staleDays }) => ({
        instrument: instrument.id,
        price: plainPrice(price.price),
        type: price.type,
        source: price.supplier,
        level,
        staleDays,
        row: `${price.source.file}:${price.source.row}`,
      })),
    },
    exceptions: pack.exceptions.map(exceptionJson),
    breaks: pack.breaks.map(({ exception, age }) => ({ ...exceptionJson(exception), age })),
    trialBalance: { accounts: pack.trialBalance.accounts, debits: amount(pack.trialBalance.debits), credits: amount(pack.trialBalance.credits) },
    bridge: {
      navNetAssets: amount(bridge.navNetAssets),
      events: bridge.events.map(({ kind, count, effect }) => ({ kind, count, effect: amount(effect) })),
      values: { count: bridge.values.count, effect: amount(bridge.values.effect) },
      currency: amount(bridge.currency),
      accruals: amount(bridge.accruals),
      reportingNetAssets: amount(bridge.reportingNetAssets),
      residual: amount(bridge.residual),
    },
  }
}
