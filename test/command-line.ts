/** The command line as tests run it: in this process, writing to no terminal, or as a process of its own. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from '../src/cli/main.ts'
import { terminalOf } from '../src/cli/terminal.ts'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** From the root, where tests run. */
export const example = 'examples/small-cap-value-2002'

export type Ended = { readonly code: number; readonly out: string; readonly err: string }

/** In this process. */
export async function tieout(...args: readonly string[]): Promise<Ended> {
  let [out, err] = ['', '']
  const terminal = terminalOf({ write: (text) => (out += text) }, { write: (text) => (err += text) }, {})
  const code = await run(args, terminal)
  return { code, out, err }
}

/** As a process of its own, with no more of the environment than is given. */
export function spawned(args: readonly string[], options: { readonly env?: Record<string, string>; readonly node?: readonly string[] } = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...(options.node ?? []), join(root, 'src/cli/main.ts'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', ...options.env },
  })
  return { code: status ?? -1, out: stdout, err: stderr }
}
