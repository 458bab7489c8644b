"""The exact amount of every figure of the example's annual report, worked out a second time.

This script is the origin of the golden expected.json beside it. It reads the CSV files of
examples/small-cap-value-2002 and nothing else: no line of Tieout's code and none of its output. Each figure is
computed from first principles (17 CFR 210.6-04, 6-07, 6-09, Form N-1A Item 13, and the rules named in the comments),
in exact decimals of the standard library. Figures are named as Tieout names them, so that the two can be compared both
ways: none missing, none extra.

    python3 test/golden/figures/expected.py            writes expected.json
    python3 test/golden/figures/expected.py --print    prints it instead
"""

import csv
import json
import re
import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
BOOK = HERE.parents[2] / "examples" / "small-cap-value-2002"

# Facts of fund.yaml.
ISSUE_PRICE = Decimal("10.00")
PAR = Decimal("0.001")
NAV_PLACES = 2
CLASS = "service"

# The fund's one day: it began on the last day of its fiscal year, so the period 2002 is this day alone.
END = "2002-12-31"
BEFORE = "2002-12-30"
YEAR = "2002"

COUNTRIES = {"US": "United States", "BM": "Bermuda"}


def half_up(value: Decimal, places: int) -> Decimal:
    """Away from zero at .5 of the magnitude (R0.3)."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def rows(name: str):
    with open(BOOK / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def total(values) -> Decimal:
    return sum(values, Decimal(0))


def percent(part: Decimal, whole: Decimal, places: int) -> Decimal:
    return half_up(part * 100 / whole, places)


def figures() -> dict[str, Decimal]:
    out: dict[str, Decimal] = {}

    def say(concept: str, when: str, amount, subject: str | None = None, basis: str = "") -> Decimal:
        name = concept + (f"[{subject}]" if subject else "") + f"@{when}" + basis
        assert name not in out, name
        out[name] = Decimal(amount)
        return out[name]

    instruments = {row["id"]: row for row in rows("instruments.csv")}
    purchases = rows("events/purchase.csv")
    subscriptions = rows("events/subscription.csv")
    prices = {row["instrument"]: Decimal(row["price"]) for row in rows(f"prices/{END}.csv")}
    assert all(row["trade_date"] == END for row in purchases + subscriptions)

    # Positions at the close, on trade date: one lot each, nothing sold (R1.13, R3.8, R5.5).
    quantity = {row["instrument"]: Decimal(row["quantity"]) for row in purchases}
    cost = {row["instrument"]: Decimal(row["net_amount"]) for row in purchases}
    value = {name: half_up(units * prices[name], 2) for name, units in quantity.items()}
    assert len(value) == len(purchases)
    for name in value:
        say("position-quantity", END, quantity[name], name)
        say("position-cost", END, cost[name], name)
        say("position-value", END, value[name], name)
    investments = say("investments-at-value", END, total(value.values()))
    at_cost = say("investments-at-cost", END, total(cost.values()))
    unrealized = say("unrealized-appreciation", END, investments - at_cost)

    # Assets: the subscription is paid on its own day; the purchases settle in January (T+3), so their cost is owed.
    sold = total(Decimal(row["amount"]) for row in subscriptions)
    assert all(row["settlement_date"] == END for row in subscriptions)
    balance = say("cash-balance", END, sold)
    cash = say("cash", END, max(balance, say("nothing", END, 0)))
    say("cash-overdrawn", END, min(balance, 0))
    say("borrowings", END, 0)
    for nil in ["receivable-investments-sold", "receivable-shares-sold", "receivable-dividends", "receivable-interest", "other-assets"]:
        say(nil, END, 0)
    assets = say("total-assets", END, investments + cash)
    payable = say("payable-investments-purchased", END, at_cost)
    # No overdraft and no payable distributions are printed; as operands of total liabilities they are figures all the same.
    for nil in ["overdraft", "payable-shares-redeemed", "payable-distributions", "payable-advisory-fee", "accrued-expenses"]:
        say(nil, END, 0)
    liabilities = say("total-liabilities", END, payable)
    net = say("net-assets", END, assets - liabilities)
    say("other-assets-net", END, net - investments)

    # The schedule: by type, by industry and by country (R8.6, R8.9).
    def members(column: str, wanted: str):
        return [name for name in value if instruments[name][column] == wanted]

    types = sorted({instruments[name]["type"] for name in value})
    assert types == ["common-stock"]
    for kind in types:
        held = members("type", kind)
        amount = say("type-value", END, total(value[name] for name in held), kind)
        say("type-cost", END, total(cost[name] for name in held), kind)
        say("type-percent", END, percent(amount, net, 1), kind)
    for industry in {instruments[name]["industry"] for name in value}:
        amount = say("industry-value", END, total(value[name] for name in members("industry", industry)), slug(industry))
        say("industry-percent", END, percent(amount, net, 1), slug(industry))
    shares_of_whole = []
    for country in {instruments[name]["country"] for name in value}:
        subject = slug(COUNTRIES[country])
        amount = say("country-value", END, total(value[name] for name in members("country", country)), subject)
        shares_of_whole.append(say("country-percent", END, percent(amount, investments, 6), subject))
    say("countries-percent", END, total(shares_of_whole))
    invested = say("investments-percent", END, percent(investments, net, 1))
    whole = say("whole", YEAR, 100)
    say("other-assets-net-percent", END, whole - invested)

    # Operations: nothing was earned or paid on the first day; prices fell below cost (17 CFR 210.6-07).
    for nil in ["interest-income", "dividend-income", "foreign-tax-withheld", "securities-lending-income", "other-income"]:
        say(nil, YEAR, 0)
    income = say("total-investment-income", YEAR, 0)
    named = ["advisory-fees", "transfer-agent-expenses", "registration-fees", "system-fees", "custodian-fees", "insurance-expense", "audit-fees", "distribution-fees"]
    minor = ["administrative-services-fees", "legal-fees", "trustees-fees", "printing-expenses", "dividend-expense", "interest-expense", "excise-tax", "recoupment", "miscellaneous-expenses"]
    for nil in named + minor:
        say(nil, YEAR, 0)
    say("other-expenses", YEAR, 0)
    expenses = say("total-expenses", YEAR, 0)
    offsets = say("expense-offsets", YEAR, 0)
    reimbursed = say("expense-reimbursement", YEAR, 0)
    say("net-expenses", YEAR, expenses - offsets)
    net_expenses = say("net-expenses-after-reimbursement", YEAR, expenses - offsets - reimbursed)
    net_income = say("net-investment-income", YEAR, income - net_expenses)
    for nil in ["realized-securities", "realized-foreign-currency", "payments-by-affiliates"]:
        say(nil, YEAR, 0)
    realized = say("net-realized-gain", YEAR, 0)
    before = say("unrealized-appreciation", BEFORE, 0)
    change = say("change-in-unrealized", YEAR, unrealized - before)
    gain = say("net-realized-and-unrealized-gain", YEAR, realized + change)
    operations = say("net-increase-from-operations", YEAR, net_income + gain)

    # Changes in net assets (17 CFR 210.6-09).
    for nil in ["distributions-of-income", "distributions-of-gains", "distributions-of-capital"]:
        say(nil, YEAR, 0)
    distributions = say("total-distributions", YEAR, 0)
    say("shares-sold", YEAR, sold)
    for nil in ["shares-reinvested", "shares-repurchased", "redemption-fees", "transaction-fees", "other-capital-transactions"]:
        say(nil, YEAR, 0)
    capital = say("net-capital-share-transactions", YEAR, sold)
    kept = say("operations-less-distributions", YEAR, operations - distributions)
    increase = say("net-increase-in-net-assets", YEAR, kept + capital)
    opening = say("net-assets", BEFORE, 0)
    assert opening + increase == net
    units = total(Decimal(row["shares"]) for row in subscriptions)
    par = half_up(units * PAR, 2)
    surplus = sold - par
    paid_in = say("paid-in-capital", END, par + surplus)
    say("undistributed-net-investment-income", END, 0)
    say("undistributed-net-realized-gain", END, 0)
    components = say("components-of-net-assets", END, paid_in + unrealized)
    assert components == net
    say("share-count-sold", YEAR, units, CLASS)
    say("share-count-reinvested", YEAR, 0, CLASS)
    say("share-count-repurchased", YEAR, 0, CLASS)
    say("share-count-issued", YEAR, units)
    say("share-count-increase", YEAR, units)
    say("shares-outstanding", BEFORE, 0, CLASS)
    outstanding = say("shares-outstanding", END, units, CLASS)
    say("par-value", END, PAR, CLASS)
    bought = say("purchases-of-securities", YEAR, at_cost)
    proceeds = say("sales-of-securities", YEAR, 0)
    say("purchases-of-governments", YEAR, 0)
    say("sales-of-governments", YEAR, 0)

    # Highlights (Form N-1A Item 13). The NAV book takes portfolio trades a day later (17 CFR 270.2a-4(a)(2)), and the
    # first subscription on its own day, so its one strike is cash alone.
    issue = say("issue-price", END, ISSUE_PRICE, CLASS)
    nav = say("nav-per-share", END, half_up(net / outstanding, NAV_PLACES), CLASS)
    struck = say("net-assets", END, sold, basis="/nav")
    struck_shares = say("shares-outstanding", END, units, CLASS, "/nav")
    # The strike is its investments, none yet, and all else; all else and the shares are the month's records, from its first day.
    month = END[:8] + "01.." + END
    say("investments-at-value", END, 0, basis="/nav")
    say("other-assets-net", END, struck, basis="/nav")
    say("change-in-other-assets-net", month, sold, basis="/nav")
    say("change-in-shares-outstanding", month, units, CLASS, "/nav")
    say("average-net-assets", YEAR, struck / 1, basis="/nav")
    average_shares = say("average-shares", YEAR, struck_shares / 1, CLASS, "/nav")
    income_a_share = say("net-investment-income-per-share", YEAR, half_up(net_income / average_shares, NAV_PLACES), CLASS)
    moved = say("change-in-nav-per-share", YEAR, nav - issue, CLASS)
    distributed = say("distributions-per-share", YEAR, half_up(distributions / average_shares, NAV_PLACES), CLASS)
    say("dividends-per-share", YEAR, 0, CLASS)
    say("gains-distributed-per-share", YEAR, 0, CLASS)
    from_operations = say("total-from-operations-per-share", YEAR, moved + distributed, CLASS)
    say("gain-per-share", YEAR, from_operations - income_a_share, CLASS)
    say("total-return", YEAR, half_up((nav - issue) * 100 / issue, 2), CLASS)

    # Turnover (R9.12): the lesser of purchases and sales, over the mean of the values at the beginning and the end (a period
    # of one day has no month end between them), annualized from its one day (R9.9), divided and rounded once.
    nothing = say("investments-at-value", BEFORE, 0)
    monthly = say("monthly-values", YEAR, nothing + investments)
    points = say("monthly-points", YEAR, 2)
    lesser = say("lesser-of-purchases-and-sales", YEAR, min(bought, proceeds))
    year = say("days-of-the-year", YEAR, 365)
    days = say("days-of-the-period", YEAR, 1)
    numerator = say("portfolio-turnover-numerator", YEAR, lesser * points * year)
    denominator = say("portfolio-turnover-denominator", YEAR, monthly * days)
    say("portfolio-turnover", YEAR, half_up(numerator * 100 / denominator, 0))
    return out


def plain(amount: Decimal) -> str:
    """Plain digits without trailing zeros: 9.92, -0.08, 500000."""
    digits = f"{amount:f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits in ("-0", "") else digits


if __name__ == "__main__":
    text = json.dumps({name: plain(amount) for name, amount in figures().items()}, indent=2, sort_keys=True) + "\n"
    if "--print" in sys.argv[1:]:
        sys.stdout.write(text)
    else:
        (HERE / "expected.json").write_text(text, encoding="utf-8")
