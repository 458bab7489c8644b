/**
 * Measures what daily strikes cost: the same fund over one, two and four years, and with an eighth to double the positions,
 * in CPU time, which depends less than the clock on what else runs on the machine.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type DailyFund, type DailyShape, writeDailyFund } from './daily-fund.ts'
import { median, timed } from './measure.ts'
import type { Lap } from './strikes-stage.ts'

export const strikeShapes: readonly DailyShape[] = [
  { positions: 500, years: 1 },
  { positions: 500, years: 2 },
  { positions: 500, years: 4 },
  { positions: 125, years: 1 },
  { positions: 250, years: 1 },
  { positions: 1_000, years: 1 },
]

export type MeasuredStrikes = {
  readonly fund: Omit<DailyFund, 'folder' | 'investments'>
  readonly exceptions: number
  readonly laps: Readonly<Record<(typeof steps)[number], Lap>>
  readonly peakMegabytes: number
}

const steps = ['read', 'open', 'replay', 'second path'] as const

type Stage = { readonly laps: Record<string, Lap>; readonly days: number; readonly exceptions: number; readonly investments: string }

export function measureStrikes(
  shape: DailyShape,
  { work, dist, runs }: { readonly work: string; readonly dist: string; readonly runs: number },
): MeasuredStrikes {
  const { folder, investments, ...fund } = writeDailyFund(join(work, `strikes-${shape.positions}-${shape.years}`), shape)
  process.stderr.write(`strikes, ${shape.positions} positions, ${fund.days} days …\n`)
  const measured = Array.from({ length: runs }, () => {
    const done = timed(['--expose-gc', fileURLToPath(new URL('strikes-stage.ts', import.meta.url)), dist, folder])
    const stage = JSON.parse(done.output) as Stage
    if (stage.investments !== String(investments))
      throw new Error(`strikes: the engine values what is held at ${stage.investments}, the generator at ${investments}`)
    return { ...stage, peakMegabytes: done.peakMegabytes }
  })
  rmSync(folder, { recursive: true, force: true })
  const lap = (name: string): Lap => ({
    cpu: median(measured.map(({ laps }) => laps[name]?.cpu ?? NaN)),
    clock: median(measured.map(({ laps }) => laps[name]?.clock ?? NaN)),
  })
  return {
    fund,
    exceptions: measured[0]?.exceptions ?? 0,
    laps: Object.fromEntries(steps.map((name) => [name, lap(name)])) as MeasuredStrikes['laps'],
    peakMegabytes: median(measured.map(({ peakMegabytes }) => peakMegabytes)),
  }
}

export function strikesTable(measured: readonly MeasuredStrikes[]): string {
  const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2)
  const header = ['positions', 'days', 'prices', 'trades', 'dividends', ...steps, 'strikes', 'clock', 'ms a day', 'µs a position and day', 'MiB']
  const rows = measured.map(({ fund: { positions, days, prices, trades, dividends }, laps, peakMegabytes }) => {
    const strikes = laps.replay.cpu + laps['second path'].cpu
    const clock = laps.replay.clock + laps['second path'].clock
    const rest = [seconds(strikes), seconds(clock), (strikes / days).toFixed(2), ((strikes * 1000) / prices).toFixed(2), peakMegabytes.toFixed(0)]
    return [...[positions, days, prices, trades, dividends].map(String), ...steps.map((name) => seconds(laps[name].cpu)), ...rest]
  })
  return [
    'Daily strikes: seconds of CPU, all threads, of reading and opening the book, of the replay (the NAV book with all checks) and of the second path; strikes: the last two, and their clock.',
    '',
    `| ${header.join(' | ')} |`,
    `|${header.map(() => '---:|').join('')}`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n')
}
