import { inFund } from '../changes.ts'
import { type ErrorCase } from '../error-case.ts'

export const policyCases: readonly ErrorCase[] = [
  {
    code: 'policy.dates',
    fault: 'a policy that ends before it begins',
    files: inFund('      mode: half-up', '      mode: half-up\n    - from: 2027-01-01\n      through: 2026-12-31\n      decimals: 2\n      mode: half-up'),
    place: { file: 'fund.yaml', row: 28, column: 'policies.nav_rounding' },
    found: 'through 2026-12-31, from 2027-01-01',
    needed: '"through" on or after "from"',
    remedy: 'Correct one of the two dates.',
  },
  {
    code: 'policy.none-in-force',
    fault: 'a policy that begins after the fund',
    files: inFund('  valuation:\n    - from: 2026-08-20', '  valuation:\n    - from: 2026-09-01'),
    place: { file: 'fund.yaml', row: 36, column: 'policies.valuation' },
    found: "no valuation in force on 2026-08-20, the series' inception; the first begins 2026-09-01",
    needed: 'an entry of policies.valuation whose "from" is on or before it',
    remedy: 'Correct the date, or add the entry that was in force before.',
  },
  {
    code: 'policy.none-in-force',
    fault: 'a policy that ends while the books go on',
    files: inFund('      price_types: close', '      price_types: close\n      through: 2026-08-20'),
    place: { file: 'fund.yaml', row: 36, column: 'policies.valuation' },
    found: 'no valuation in force on 2026-08-21; this entry ends the day before',
    needed: 'an entry of policies.valuation for each day through 2026-08-21',
    remedy: 'Remove "through" from the entry, or add the entry that follows it.',
  },
  {
    code: 'policy.overlap',
    fault: 'two entries for the same days',
    files: inFund('      mode: half-up', '      through: 2026-12-31\n      mode: half-up\n    - from: 2026-12-01\n      decimals: 4\n      mode: half-up'),
    place: { file: 'fund.yaml', row: 29, column: 'policies.nav_rounding' },
    found: 'nav_rounding from 2026-12-01, while the entry on line 25 is in force through 2026-12-31',
    needed: 'one entry in force on any day',
    remedy: 'End the earlier entry the day before, or remove one of the two.',
  },
]
