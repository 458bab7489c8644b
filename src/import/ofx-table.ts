/**
 * The records of an OFX file as rows of a table, so that one kind of profile maps both. Every aggregate of a statement is a
 * row: each transaction, position, balance, open order, and each security of the list; none is left out, for a profile to
 * say what becomes of it. RECORD is its tag. A column has the tag of its element; where an aggregate has a tag twice, the
 * second has that of its parent before it (`CURRENCY.CURSYM`). Added to what the file says in the row itself:
 *
 *   STATEMENT.ACCTID, .BROKERID, .BANKID, .CURDEF, .DTASOF, .DTSTART, .DTEND   of the statement that the row stands in
 *   SECID.CUSIP, .ISIN, .SEDOL, .TICKER, .OTHER                               the UNIQUEID, by its UNIQUEIDTYPE
 *   SECNAME, TICKER, SECURITY                                                  what the list of securities says of it
 *   DTVALUE                                                                    DTSETTLE; without it, DTTRADE or DTPOSTED
 *   AMOUNTS                                                                    the currency the amounts of the row are in
 */
import { type ForeignRow, type ForeignTable } from '../values/foreign-table.ts'
import { type Issue } from '../values/issue.ts'
import { childOf, nodesOf, type OfxNode, readOfxTree, valueAt } from './ofx-tree.ts'

export type OfxTableReading = { readonly table: ForeignTable | undefined; readonly issues: readonly Issue[] }

type Source = { readonly file: string; readonly sha256: string; readonly text: string; readonly form: 'sgml' | 'xml' }

/** Of investments, of a bank, of a credit card. */
const statements = ['INVSTMTRS', 'STMTRS', 'CCSTMTRS']
/** Their aggregates are rows; those of a statement that are neither these nor its account are rows themselves. */
const lists = new Set(['INVTRANLIST', 'INVPOSLIST', 'INVOOLIST', 'BANKTRANLIST', 'BALLIST'])
const accounts = new Set(['INVACCTFROM', 'BANKACCTFROM', 'CCACCTFROM'])

export function readOfxTable(source: Source): OfxTableReading {
  const { file, sha256 } = source
  const { root, issues: faults } = readOfxTree(source)
  if (root === undefined) return { table: undefined, issues: faults }
  const refusals = nodesOf(root, ['STATUS']).filter((status) => valueAt(status, 'SEVERITY') === 'ERROR')
  if (refusals.length > 0) return { table: undefined, issues: refusals.map((status) => refused(file, status)) }

  const securities = nodesOf(root, ['SECLIST']).flatMap(({ children }) => children.filter((child) => child.text === undefined))
  const bySecurity = Map.groupBy(securities, (security) => securityKey(childOf(security, 'SECINFO') ?? security))
  const records = [
    ...nodesOf(root, statements).flatMap((statement) => {
      const context = contextOf(statement)
      return recordsOf(statement).map((node) => ({ node, context }))
    }),
    ...securities.map((node) => ({ node, context: [] })),
  ]
  if (records.length === 0 && nodesOf(root, statements).length === 0) return { table: undefined, issues: [noStatement(file)] }

  const header = new Map<string, number>()
  const counts = new Map<string, number>()
  const rows = records.map(({ node, context }): ForeignRow => {
    const count = (counts.get(node.tag) ?? 0) + 1
    counts.set(node.tag, count)
    const cells: string[] = []
    for (const [name, value] of [['RECORD', node.tag] as const, ...context, ...cellsOf(node, bySecurity)]) {
      let position = header.get(name)
      if (position === undefined) header.set(name, (position = header.size))
      cells[position] = value
    }
    return { line: node.line, name: `${node.tag}[${count}]`, cells: Array.from(cells, (cell) => cell ?? '') }
  })
  const whole = rows.map((row) => ({ ...row, cells: [...header.keys()].map((_, position) => row.cells[position] ?? '') }))
  return { table: { file, sha256, header: [...header.keys()], rows: whole }, issues: [] }
}

type Cell = readonly [string, string]

function recordsOf(statement: OfxNode): readonly OfxNode[] {
  return statement.children.flatMap((child) => {
    if (child.text !== undefined || accounts.has(child.tag)) return []
    if (lists.has(child.tag)) return child.children.filter((entry) => entry.text === undefined)
    const inside = childOf(child, 'BALLIST')?.children ?? []
    return [{ ...child, children: child.children.filter(({ tag }) => tag !== 'BALLIST') }, ...inside]
  })
}

function contextOf(statement: OfxNode): readonly Cell[] {
  const account = statement.children.find(({ tag }) => accounts.has(tag))
  const list = statement.children.find(({ tag }) => tag === 'INVTRANLIST' || tag === 'BANKTRANLIST')
  const of = (node: OfxNode | undefined, ...tags: readonly string[]): readonly Cell[] =>
    node === undefined ? [] : tags.flatMap((tag): Cell[] => (valueAt(node, tag) === '' ? [] : [[`STATEMENT.${tag}`, valueAt(node, tag)]]))
  return [...of(account, 'BROKERID', 'BANKID', 'ACCTID'), ...of(statement, 'CURDEF', 'DTASOF'), ...of(list, 'DTSTART', 'DTEND')].concat(amountsIn(statement))
}

/** The statement's own currency; a row with another says so itself. */
const amountsIn = (statement: OfxNode): readonly Cell[] => [['AMOUNTS', valueAt(statement, 'CURDEF')]]

function cellsOf(node: OfxNode, securities: ReadonlyMap<string, readonly OfxNode[]>): readonly Cell[] {
  const cells = new Map<string, string>()
  leavesOf(node, '', cells)
  // CURRENCY: the amounts are in CURSYM. ORIGCURRENCY: they were, and are converted (OFX 1.6, 5.2).
  const own = nodesOf(node, ['CURRENCY']).map((currency) => valueAt(currency, 'CURSYM'))[0]
  const id = nodesOf(node, ['SECID'])[0]
  const named = id === undefined ? undefined : onlyOne(securities.get(securityKey(id)) ?? [])
  const type = id === undefined ? '' : valueAt(id, 'UNIQUEIDTYPE').toUpperCase()
  return [
    ...cells,
    ...['DTSETTLE', 'DTTRADE', 'DTPOSTED'].flatMap((tag) => (cells.has(tag) ? [['DTVALUE', cells.get(tag) ?? ''] as const] : [])).slice(0, 1),
    ...(own === undefined ? [] : [['AMOUNTS', own] as const]),
    ...(id === undefined ? [] : [[`SECID.${knownTypes.has(type) ? type : 'OTHER'}`, valueAt(id, 'UNIQUEID')] as const]),
    ...(named === undefined
      ? []
      : [
          ...(['SECNAME', 'TICKER'] as const).flatMap((tag): Cell[] => {
            const value = nodesOf(named, [tag])[0]?.text ?? ''
            return value === '' || cells.has(tag) ? [] : [[tag, value]]
          }),
          ['SECURITY', named.tag] as const,
        ]),
  ]
}

const knownTypes: ReadonlySet<string> = new Set(['CUSIP', 'ISIN', 'SEDOL', 'TICKER'])

/** Two securities of the list under one id say nothing certain of it. */
const onlyOne = (nodes: readonly OfxNode[]): OfxNode | undefined => (nodes.length === 1 ? nodes[0] : undefined)

function securityKey(node: OfxNode): string {
  const id = node.tag === 'SECID' ? node : childOf(node, 'SECID')
  return id === undefined ? '' : `${valueAt(id, 'UNIQUEIDTYPE').toUpperCase()} ${valueAt(id, 'UNIQUEID')}`
}

/** Every element with a text, at any depth, each under a name of its own. */
function leavesOf(node: OfxNode, parent: string, cells: Map<string, string>): void {
  for (const child of node.children) {
    if (child.text === undefined) leavesOf(child, child.tag, cells)
    else if (child.text !== '') cells.set(freeName(child.tag, parent, cells), child.text)
  }
}

function freeName(tag: string, parent: string, taken: ReadonlyMap<string, string>): string {
  const names = parent === '' ? [tag] : [tag, `${parent}.${tag}`]
  let name = names.find((each) => !taken.has(each))
  for (let number = 2; name === undefined; number += 1) {
    const numbered = `${names.at(-1)} (${number})`
    if (!taken.has(numbered)) name = numbered
  }
  return name
}

const refused = (file: string, status: OfxNode): Issue => ({
  code: 'import.ofx',
  place: { file, row: status.line },
  found: `an answer that is an error: ${[valueAt(status, 'CODE'), valueAt(status, 'MESSAGE')].filter((part) => part !== '').join(', ')}`,
  needed: 'a statement',
  remedy: 'Download the statement again; the institution refused this one.',
})

const noStatement = (file: string): Issue => ({
  code: 'import.ofx',
  place: { file },
  found: 'no statement in the file',
  needed: 'a statement of investments (INVSTMTRS), of a bank (STMTRS) or of a card (CCSTMTRS)',
  remedy: 'Download the statement of the account, with its transactions.',
})
