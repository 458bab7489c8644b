// A small valid book, which each case of an error changes in one place.
import { fundText } from '../support/fund-text.ts'

export const baseBook: Readonly<Record<string, string>> = {
  'fund.yaml': fundText({
    inception: '2026-08-20',
    policies: { nav_timing: 'trades: T', valuation: 'price_types: close' },
    shareClass: { id: 'service', name: 'Service Shares' },
  }),
  'instruments.csv': `id,name,type,industry,country,currency,income_producing,income_source,cusip
ACME,Acme Corp.,common-stock,Tools,US,USD,yes,annual report,001ACM105
BOLT,Bolt Inc.,common-stock,Tools,US,USD,no,annual report,002BLT107
CORE,Core Ltd.,common-stock,Water,US,USD,no,annual report,
`,
  'events/subscription.csv': `id,trade_date,class,amount,shares
subscription-0001,2026-08-20,service,100000.00,10000.000
`,
  'events/purchase.csv': `id,trade_date,instrument,quantity,price,net_amount
purchase-0001,2026-08-20,ACME,300,20.00,6000.00
purchase-0002,2026-08-20,ACME,120,20.05,2406.00
purchase-0003,2026-08-20,BOLT,50,40.00,2000.00
`,
  'events/sale.csv': `id,trade_date,instrument,quantity,price,net_amount
sale-0001,2026-08-21,ACME,100,20.50,2050.00
`,
  'prices/2026-08-20.csv': `date,instrument,price,type,source
2026-08-20,ACME,20.10,close,exchange
2026-08-20,BOLT,40.00,close,exchange
`,
  'prices/2026-08-21.csv': `date,instrument,price,type,source
2026-08-21,ACME,20.40,close,exchange
2026-08-21,BOLT,40.20,close,exchange
`,
}
