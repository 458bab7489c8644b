/**
 * Measures how long it takes to keep books of growing size, each in fresh processes of the compiled package, beside an
 * empty Node process as the unit. npm run bench [-- options]; prints a table, and writes nothing but its own temporary folder.
 *
 *   --only NAME     one kind of book: daily, month, deep or strikes
 *   --most TRADES   leave larger books out
 *   --runs COUNT    runs of each, of which the medians are shown (3)
 *   --json          everything measured, as JSON
 *   --out FILE      write what is printed to a file as well
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { installPackage } from '../test/support/installed-package.ts'
import { type BookShape, writeBook, type WrittenBook } from './book-of-trades.ts'
import { median, type Timed, timed } from './measure.ts'
import { measureStrikes, strikeShapes, strikesTable } from './strikes.ts'

const wide = { instruments: 500, salesPercent: 45, saleHundredsMax: 100 } as const
const kinds: Readonly<Record<string, { readonly says: string; readonly trades: readonly number[]; readonly shape: Omit<BookShape, 'trades'> }>> = {
  daily: { says: '500 instruments, five years, a price a day for what is held', trades: [1_000, 10_000, 100_000], shape: { ...wide, over: { years: 5 } } },
  month: { says: '500 instruments, 21 days: trades without many prices', trades: [1_000, 10_000, 100_000], shape: { ...wide, over: { days: 21 } } },
  deep: {
    says: '5 instruments, five years, few sales: deep lots',
    trades: [2_000, 20_000],
    shape: { instruments: 5, salesPercent: 10, saleHundredsMax: 10, over: { years: 5 } },
  },
}

/** Milliseconds of the whole processes and of the parts of the first, and their peak memory. */
type Measured = {
  readonly kind: string
  readonly book: Omit<WrittenBook, 'folder' | 'netAssets'>
  readonly books: { readonly whole: number; readonly read: number; readonly decode: number; readonly keep: number; readonly peakMegabytes: number }
  readonly check: { readonly whole: number; readonly peakMegabytes: number }
}

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, most: { type: 'string' }, runs: { type: 'string' }, json: { type: 'boolean' }, out: { type: 'string' } },
})
const runs = Number(options.runs ?? 3)
const work = mkdtempSync(join(tmpdir(), 'tieout-bench-'))
const installed = installPackage()
try {
  const installedFolder = join(installed.folder, 'node_modules/tieout')
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, load: loadavg()[0]?.toFixed(1) }
  const empty = median(Array.from({ length: 2 * runs + 1 }, () => timed(['-e', '0']).milliseconds))
  const help = median(Array.from({ length: 2 * runs + 1 }, () => timed([join(installedFolder, 'bin/tieout.mjs'), '--help']).milliseconds))
  const measured: Measured[] = []
  for (const [kind, { trades, shape }] of Object.entries(kinds)) {
    if (options.only !== undefined && options.only !== kind) continue
    for (const count of trades) if (count <= Number(options.most ?? Infinity)) measured.push(measure(kind, { ...shape, trades: count }, installedFolder))
  }
  const isAsked = options.only === undefined || options.only === 'strikes'
  const strikes = isAsked ? strikeShapes.map((shape) => measureStrikes(shape, { work, dist: join(installedFolder, 'dist'), runs })) : []
  const text =
    options.json === true
      ? JSON.stringify({ machine, runs, empty, help, measured, strikes }, undefined, 2)
      : [machineText(machine, empty, help), ...(measured.length === 0 ? [] : [table(measured, empty)]), ...(isAsked ? [strikesTable(strikes)] : [])].join(
          '\n\n',
        )
  console.log(text)
  if (options.out !== undefined) writeFileSync(options.out, `${text}\n`)
} finally {
  installed.remove()
  rmSync(work, { recursive: true, force: true })
}

function measure(kind: string, shape: BookShape, installedFolder: string): Measured {
  const { folder, netAssets, ...book } = writeBook(join(work, `${kind}-${shape.trades}`), shape)
  process.stderr.write(`${kind}, ${shape.trades} trades, ${book.prices} prices …\n`)
  const stage = (): Timed & { readonly laps: Record<string, number> } => {
    const done = timed([fileURLToPath(new URL('stage.ts', import.meta.url)), join(installedFolder, 'dist'), folder])
    const { laps, netAssets: found } = JSON.parse(done.output) as { laps: Record<string, number>; netAssets: string }
    if (found !== String(netAssets)) throw new Error(`${kind}, ${shape.trades} trades: the engine finds net assets of ${found}, the generator ${netAssets}`)
    return { ...done, laps }
  }
  const books = Array.from({ length: runs }, stage)
  const checks = Array.from({ length: runs }, () => timed([join(installedFolder, 'bin/tieout.mjs'), 'check', folder, '--quiet']))
  const lap = (name: string): number => median(books.map(({ laps }) => laps[name] ?? NaN))
  rmSync(folder, { recursive: true, force: true })
  return {
    kind,
    book,
    books: {
      whole: median(books.map(({ milliseconds }) => milliseconds)),
      read: lap('read'),
      decode: lap('decode'),
      keep: lap('keep'),
      peakMegabytes: median(books.map(({ peakMegabytes }) => peakMegabytes)),
    },
    check: { whole: median(checks.map(({ milliseconds }) => milliseconds)), peakMegabytes: median(checks.map(({ peakMegabytes }) => peakMegabytes)) },
  }
}

type Machine = { readonly node: string; readonly cpu: string; readonly cores: number; readonly load: string | undefined }

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2)
}

function machineText({ node, cpu, cores, load }: Machine, empty: number, help: number): string {
  return [
    `Node ${node}, ${cores} × ${cpu}, load ${load} as it began; medians of ${runs}, seconds.`,
    `Empty Node process ${seconds(empty)} s; tieout --help ${seconds(help)} s, ×${(help / empty).toFixed(1)}.`,
  ].join('\n')
}

function table(measured: readonly Measured[], empty: number): string {
  const rows = measured.map(({ kind, book, books, check }, index) => {
    const before = measured[index - 1]
    const grows = before?.kind === kind ? `×${(check.whole / before.check.whole).toFixed(1)}` : ''
    const perPrices = book.prices < 100_000 ? '' : seconds((check.whole / book.prices) * 100_000)
    const parts = [books.read, books.decode, books.keep, books.whole].map(seconds)
    const memory = [books.peakMegabytes, check.peakMegabytes].map((megabytes) => megabytes.toFixed(0))
    return [kind, String(book.trades), String(book.prices), ...parts, seconds(check.whole), ...memory, `×${(check.whole / empty).toFixed(0)}`, grows, perPrices]
  })
  const header = ['book', 'trades', 'prices', 'read', 'decode', 'keep', 'whole', 'check', 'MiB', 'MiB check', 'empty Node', 'growth', 's/100k prices']
  return [
    ...Object.entries(kinds).map(([kind, { says }]) => `${kind}: ${says}.`),
    'whole: one process that reads, decodes and keeps the books; check: "tieout check --quiet" (also the view of each month end and the book hash); growth: of check against the row above.',
    '',
    `| ${header.join(' | ')} |`,
    `|${header.map((_, index) => (index === 0 ? '---|' : '---:|')).join('')}`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n')
}
