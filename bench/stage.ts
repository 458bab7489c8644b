/**
 * One measured process: reads the book and keeps it, or runs the whole of `tieout check`, with the compiled package, and
 * prints what it took as one line of JSON. Run by `bench/run.ts`: stage.ts DIST BOOK books|check
 */
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'

const [dist = '', book = '', what = ''] = process.argv.slice(2)
const load = async (file: string): Promise<unknown> => import(pathToFileURL(join(dist, file)).href)

const laps: Record<string, number> = {}
let last = performance.now()
/** Notes the milliseconds since the lap before. */
const lap = (name: string): void => {
  const now = performance.now()
  laps[name] = now - last
  last = now
}

let netAssets: string | undefined
if (what === 'check') {
  const { main } = (await load('cli/main.js')) as typeof import('../src/cli/main.ts')
  lap('load')
  if ((await main(['check', book, '--quiet'])) !== 0) throw new Error('the book does not tie')
  lap('check')
} else {
  const { eventKindNames, keepBooks, lastDayOf, openBook, readBookFolder } = (await load('index.js')) as typeof import('../src/index.ts')
  lap('load')
  const { folder } = readBookFolder(book, eventKindNames)
  if (folder === undefined) throw new Error('there is no book')
  lap('read')
  const opened = openBook(folder)
  if (opened.book === undefined || opened.issues.length > 0) throw new Error(`the book cannot be opened: ${JSON.stringify(opened.issues.slice(0, 3))}`)
  lap('decode')
  const day = lastDayOf(opened.book)
  const { replay, issues } = keepBooks({ ...opened, book: opened.book }, day, [day])
  if (issues.length > 0) throw new Error(`the books cannot be kept: ${JSON.stringify(issues.slice(0, 3))}`)
  lap('keep')
  netAssets = String(replay.views.get(day)?.strike.netAssets)
}
console.log(JSON.stringify({ laps, netAssets, peakMegabytes: process.resourceUsage().maxRSS / 1024 }))
