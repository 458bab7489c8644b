/** One process, measured from outside; and what is in the middle of several. */
import { spawnSync } from 'node:child_process'

export type Timed = { readonly milliseconds: number; readonly peakMegabytes: number; readonly output: string }

/** Runs Node in a fresh process, which says at its end how much memory it had at most. */
export function timed(args: readonly string[]): Timed {
  const atExit = "data:text/javascript,process.on('exit', () => process.stderr.write(`${process.resourceUsage().maxRSS}`))"
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', atExit, ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  const milliseconds = performance.now() - start
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`)
  return { milliseconds, peakMegabytes: Number(/\d+$/.exec(stderr)?.[0]) / 1024, output: stdout }
}

export function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] as number
}
