// Tieout is written for Node 24. Where the machine's own Node is older, a pinned Node 24 is put beside the project
// from npm (folder `toolchain/`, with a lock file of its own) and used instead. Plain JavaScript: it must run on Node 20.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const nodeWanted = 24
const toolchain = join(root, 'toolchain')

/** The exit code where the machine lacks what Tieout needs (EX_UNAVAILABLE of sysexits.h). */
const unavailable = 69

/** The major version of the Node that runs this script. */
export const ownMajor = Number(process.versions.node.split('.')[0])

/** The npm package that carries Node 24 for this machine, or undefined where there is none. */
const carrier = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch) ? `node-linux-${process.arch}` : undefined

/** The Node to run Tieout with, if it is there: this one where it is new enough, else the pinned one. Installs nothing. */
export function findNode() {
  if (ownMajor >= nodeWanted) return process.execPath
  const pinned = pinnedNode()
  return pinned !== undefined && existsSync(pinned) ? pinned : undefined
}

/** The Node to run Tieout with; a pinned Node that is missing or of another version is installed first, and the user is told. */
export function ensureNode() {
  if (ownMajor >= nodeWanted) return process.execPath
  const pinned = pinnedNode()
  if (pinned === undefined) fail(...missingNode())
  if (existsSync(pinned) && installedCarrier() === wantedCarrier()) return pinned
  say(`This is Node ${process.versions.node}; Tieout is written for Node ${nodeWanted}. Putting Node ${wantedCarrier()} into toolchain/ from npm …`)
  runNpm(process.execPath, ['ci'], toolchain)
  if (spawnSync(pinned, ['--version']).status !== 0) {
    fail(`The pinned Node ${wantedCarrier()} does not run on this machine.`, `Install Node ${nodeWanted} (LTS) and run the same command again.`)
  }
  return pinned
}

/**
 * Installs the packages that package-lock.json names where they are missing, or were installed from another lock or for
 * another Node: a stamp in node_modules says which. It is written last, so that an install cut short is made again.
 */
export function ensurePackages(node) {
  const stamp = join(root, 'node_modules', '.tieout-lock')
  const key = installationKey(node)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return
  say('Installing the packages named in package-lock.json …')
  runNpm(node, ['ci', '--include=dev'], root)
  writeFileSync(stamp, key)
}

/** The environment in which `node` and the project's own tools are found first. */
export const environment = (node) => ({
  ...process.env,
  PATH: [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter),
})

/** Runs a command in this terminal, hands on the signals it is sent, and ends this process as the command ended. */
export function become(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => fail(`${command} cannot be run: ${error.message}.`, 'Check that it is there and may be executed.'))
  child.on('exit', (code, signal) => {
    for (const each of signals) process.removeAllListeners(each)
    if (signal === null) process.exit(code)
    process.kill(process.pid, signal)
  })
}

export const say = (text) => process.stderr.write(`${text}\n`)

export function fail(what, remedy) {
  say(`${what}\n${remedy}`)
  process.exit(unavailable)
}

/** What is wrong and what to do where no Node that Tieout can use is there: the arguments of `fail`. */
export const missingNode = () => [
  `Tieout needs Node ${nodeWanted} or newer; this is Node ${process.versions.node} on ${process.platform} ${process.arch}.`,
  carrier === undefined
    ? `Install Node ${nodeWanted} (LTS) and run the same command again.`
    : `Install Node ${nodeWanted} (LTS), or put one beside Tieout and leave yours as it is: npm install --prefix ${toolchain}`,
]

function pinnedNode() {
  return carrier === undefined ? undefined : join(toolchain, 'node_modules', carrier, 'bin', 'node')
}

const readJson = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'))
const wantedCarrier = () => readJson(toolchain, 'package.json').optionalDependencies[carrier]

function installedCarrier() {
  try {
    return readJson(toolchain, 'node_modules', carrier, 'package.json').version
  } catch {
    return undefined
  }
}

function installationKey(node) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const major = node === process.execPath ? ownMajor : nodeWanted
  return `${lock} node ${major} ${process.platform} ${process.arch}\n`
}

/** Runs npm under `node`: the npm that started this script if one did, else the first on the path. Its output is shown only as far as it warns. */
function runNpm(node, args, folder) {
  const started = process.env.npm_execpath
  const [command, ...leading] = started !== undefined && basename(started) === 'npm-cli.js' ? [node, started] : ['npm']
  const { status, error } = spawnSync(command, [...leading, ...args, '--loglevel=error'], {
    cwd: folder,
    env: environment(node),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32' && command === 'npm',
  })
  if (status === 0) return
  fail(
    `npm ${args.join(' ')} failed in ${folder}: ${error?.message ?? `exit code ${status}`}.`,
    'The lines above say why. Check that npm can reach its registry, then run the same command again.',
  )
}
