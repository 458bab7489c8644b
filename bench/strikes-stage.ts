/**
 * One measured process: a book read, decoded, replayed and proved by the second path with the compiled package. Prints the
 * CPU and the clock of each step as one line of JSON. Run by `bench/strikes.ts`: strikes-stage.ts DIST BOOK
 */
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'

setFlagsFromString('--no-allocation-site-pretenuring') // As bin/tieout.mjs does.
const [dist = '', folder = ''] = process.argv.slice(2)
const from = async <Module>(file: string): Promise<Module> => (await import(pathToFileURL(join(dist, file)).href)) as Module

/** CPU of all threads, garbage collection and compiling included, and the clock, in milliseconds. */
export type Lap = { readonly cpu: number; readonly clock: number }
const laps: Record<string, Lap> = {}
let last = { cpu: process.cpuUsage(), clock: performance.now() }
const lap = (name: string): void => {
  globalThis.gc?.() // Each step pays for its own garbage.
  const { user, system } = process.cpuUsage(last.cpu)
  laps[name] = { cpu: (user + system) / 1000, clock: performance.now() - last.clock }
  last = { cpu: process.cpuUsage(), clock: performance.now() }
}

const { readBookFolder, openBook, eventKindNames, lastDayOf } = await from<typeof import('../src/index.ts')>('index.js')
const { replay } = await from<typeof import('../src/nav/replay.ts')>('nav/replay.js')
const { assertSecondPath } = await from<typeof import('../src/app/keep-books.ts')>('app/keep-books.js')
lap('load')
const files = readBookFolder(folder, eventKindNames)
if (files.folder === undefined || files.issues.length > 0) throw new Error(`the book cannot be read: ${JSON.stringify(files.issues.slice(0, 3))}`)
lap('read')
const { book, issues } = openBook(files.folder)
if (book === undefined || issues.length > 0) throw new Error(`the book cannot be opened: ${JSON.stringify(issues.slice(0, 3))}`)
lap('open')
const kept = replay(book, lastDayOf(book))
if (kept.issues.length > 0) throw new Error(`the books cannot be kept: ${JSON.stringify(kept.issues.slice(0, 3))}`)
lap('replay')
assertSecondPath(kept)
lap('second path')
const strike = kept.strikes.at(-1)
const exceptions = kept.strikes.reduce((total, each) => total + each.exceptions.length, 0)
console.log(JSON.stringify({ laps, days: kept.strikes.length, exceptions, investments: String(strike?.investments), netAssets: String(strike?.netAssets) }))
