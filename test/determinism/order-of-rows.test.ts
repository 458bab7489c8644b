/**
 * Books are a function of their records, not of the order in which files hold them (DESIGN promise 2). Compared are the book
 * hash, the amount of every figure, every cell as printed, every identity and remark, and what the footing moved. Not compared
 * are the source rows that lineage names, and the order in which a sum lists its terms: those follow the files, and must.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { compareText } from '../../src/values/issue.ts'
import { equals, formatShortDecimal } from '../../src/values/decimal.ts'
import { type ReportDocument } from '../../src/statements/report-document.ts'
import { documentOf, examplePath } from '../support/example-report.ts'
import { figuresBehindCells, tablesOf } from '../lineage/changed-book.ts'
import { readBookFolder } from '../../src/book/read-book-folder.ts'
import { eventKindNames } from '../../src/events/event.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tieout-order-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** A generator of the classic kind (Numerical Recipes): the same shuffle in every run and on every machine. */
function shuffled<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const result = [...items]
  let state = BigInt(seed)
  for (let last = result.length - 1; last > 0; last -= 1) {
    state = (state * 1664525n + 1013904223n) % 4294967296n
    const other = Number((state >> 8n) % BigInt(last + 1))
    ;[result[last], result[other]] = [result[other] as Item, result[last] as Item]
  }
  return result
}

/** Header and rows of a file; no cell of these files spans two lines. */
function linesOf(file: string): { readonly header: string; readonly rows: readonly string[] } {
  const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n')
  return { header, rows }
}

const write = (file: string, header: string, rows: readonly string[]): void => writeFileSync(file, `${[header, ...rows].join('\n')}\n`)

function copyOf(name: string, change: (folder: string) => void): string {
  const folder = join(scratch, name)
  cpSync(examplePath, folder, { recursive: true })
  change(folder)
  return folder
}

const recordFiles = ['instruments.csv', 'events/purchase.csv', 'events/subscription.csv', 'prices/2002-12-31.csv']

const shuffleAll = (folder: string, seed: number): void => {
  for (const file of recordFiles) {
    const { header, rows } = linesOf(join(folder, file))
    write(join(folder, file), header, shuffled(rows, seed))
  }
}

/** Purchases over two files of a folder, the later half first, and prices over two as well. */
function split(folder: string): void {
  const purchases = linesOf(join(folder, 'events/purchase.csv'))
  rmSync(join(folder, 'events/purchase.csv'))
  mkdirSync(join(folder, 'events/purchase'))
  write(join(folder, 'events/purchase/a.csv'), purchases.header, purchases.rows.slice(40))
  write(join(folder, 'events/purchase/b.csv'), purchases.header, purchases.rows.slice(0, 40))
  const prices = linesOf(join(folder, 'prices/2002-12-31.csv'))
  rmSync(join(folder, 'prices/2002-12-31.csv'))
  mkdirSync(join(folder, 'prices/2002'))
  write(join(folder, 'prices/2002/late.csv'), prices.header, prices.rows.slice(10).toReversed())
  write(join(folder, 'prices/early.csv'), prices.header, prices.rows.slice(0, 10))
}

/** All that must not depend on the order of rows. */
function invariantOf({ report, bookHash }: ReportDocument) {
  const ids = figuresBehindCells(report).toSorted(compareText)
  return {
    bookHash,
    figures: ids.map((id) => `${id} = ${formatShortDecimal(report.figures.get(id).amount)}`),
    cells: report.cells.map(
      ({ place, printed, figure, footing }) =>
        `${place} ${printed} ${figure} ${footing === undefined ? '' : `${footing.by} ${footing.by === 'lock' ? '' : footing.movedBy}`}`,
    ),
    identities: report.identities.map(({ id, result, left, right }) => `${id} ${result} ${left} ${right}`),
    remarks: report.remarks.map(({ text }) => text).toSorted(compareText),
    legend: report.legend,
  }
}

const usual = documentOf(examplePath, '2002')

describe('the example in another order', () => {
  test('every record file is among those shuffled', () => {
    const { folder } = readBookFolder(examplePath, eventKindNames)
    expect(
      folder === undefined
        ? []
        : tablesOf(folder)
            .map(({ file }) => file)
            .toSorted(compareText),
    ).toEqual(recordFiles.toSorted(compareText))
  })

  test.each([1, 2002, 19991231])('rows of every file shuffled (seed %i)', (seed) => {
    const folder = copyOf(`shuffled-${seed}`, (to) => shuffleAll(to, seed))
    expect(readFileSync(join(folder, 'events/purchase.csv'), 'utf8')).not.toBe(readFileSync(join(examplePath, 'events/purchase.csv'), 'utf8'))
    expect(invariantOf(documentOf(folder, '2002'))).toEqual(invariantOf(usual))
  })

  test('purchases and prices split over two files each', () => {
    expect(invariantOf(documentOf(copyOf('split', split), '2002'))).toEqual(invariantOf(usual))
  })

  test('split, and shuffled before', () => {
    const folder = copyOf('both', (to) => {
      shuffleAll(to, 7)
      split(to)
    })
    expect(invariantOf(documentOf(folder, '2002'))).toEqual(invariantOf(usual))
  })

  test('the comparison can fail: one cent of cost moved from one holding to another', () => {
    const folder = copyOf('cent', (to) => {
      const { header, rows } = linesOf(join(to, 'events/purchase.csv'))
      write(join(to, 'events/purchase.csv'), header, [
        ...rows.slice(2),
        (rows[0] as string).replace('10721.12', '10721.11'),
        (rows[1] as string).replace('7594.57', '7594.58'),
      ])
    })
    const changed = documentOf(folder, '2002')
    expect(changed.bookHash).not.toBe(usual.bookHash)
    expect(invariantOf(changed).figures).not.toEqual(invariantOf(usual).figures)
    const [here, there] = [changed, usual].map(
      ({ report }) => report.figures.get(report.figures.all().find(({ concept }) => concept === 'investments-at-cost')?.id as never).amount,
    )
    expect(here !== undefined && there !== undefined && equals(here, there)).toBe(true)
  })
})
