/**
 * One measured process: reads a book and keeps its books with the compiled package, and prints what each step took as one
 * line of JSON. Run by `bench/run.ts`: stage.ts DIST BOOK
 */
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'

setFlagsFromString('--no-allocation-site-pretenuring') // As bin/tieout.mjs does.
const [dist = '', book = ''] = process.argv.slice(2)
const laps: Record<string, number> = {}
let last = performance.now()
/** Notes the milliseconds since the lap before. */
const lap = (name: string): void => {
  const now = performance.now()
  laps[name] = now - last
  last = now
}

const tieout = (await import(pathToFileURL(join(dist, 'index.js')).href)) as typeof import('../src/index.ts')
lap('load')
const { folder } = tieout.readBookFolder(book, tieout.eventKindNames)
if (folder === undefined) throw new Error('there is no book')
lap('read')
const opened = tieout.openBook(folder)
if (opened.book === undefined || opened.issues.length > 0) throw new Error(`the book cannot be opened: ${JSON.stringify(opened.issues.slice(0, 3))}`)
lap('decode')
const day = tieout.lastDayOf(opened.book)
const { replay, issues } = tieout.keepBooks({ ...opened, book: opened.book }, day, [day])
if (issues.length > 0) throw new Error(`the books cannot be kept: ${JSON.stringify(issues.slice(0, 3))}`)
lap('keep')
console.log(JSON.stringify({ laps, netAssets: String(replay.views.get(day)?.strike.netAssets) }))
