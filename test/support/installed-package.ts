/** The package as its user has it: compiled, and installed in a folder of its own beside what it depends on. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Compiles the package and installs it in a new folder; `remove` takes the folder away again. */
export function installPackage(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-package-'))
  const installed = join(folder, 'node_modules/tieout')
  mkdirSync(installed, { recursive: true })
  compile('-p', 'tsconfig.build.json', '--outDir', join(installed, 'dist'))
  copyFileSync(join(root, 'package.json'), join(installed, 'package.json'))
  cpSync(join(root, 'bin'), join(installed, 'bin'), { recursive: true })
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
  for (const name of Object.keys(dependencies)) cpSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Runs the project's compiler in its root; what it finds wrong is the message of what it throws. */
export function compile(...args: readonly string[]): void {
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/typescript7/bin/tsc'), ...args], { cwd: root, encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    throw new Error((error as { readonly stdout: string }).stdout, { cause: error })
  }
}
