// Runs the project's jobs: node scripts/run.mjs JOB [arguments …], or npm run JOB.
// Finds a Node 24 (or installs one, see scripts/toolchain.mjs), installs the packages that are missing, then runs the job.
// Plain JavaScript: it must run on Node 20.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { become, ensureNode, ensurePackages, environment, root, say } from './toolchain.mjs'

const tsc = 'node_modules/typescript7/bin/tsc'
const oxfmt = 'node_modules/oxfmt/bin/oxfmt'
const example = ['report', 'examples/small-cap-value-2002', '--format', 'text,html,json', '--out', 'out']

/** Each job is a list of steps, each step the arguments of node. Arguments given by the user follow those of the last step. */
const jobs = {
  start: { steps: [['bin/tieout.mjs', ...example]], says: "make the example book's annual report into out/" },
  test: { steps: [['node_modules/vitest/vitest.mjs', 'run']], says: 'run the tests' },
  check: { check: ['typecheck', 'lint', 'format', 'walls', 'test'], says: 'all that must pass before a commit' },
  typecheck: {
    steps: [
      [tsc, '-p', 'tsconfig.json'],
      [tsc, '-p', 'tsconfig.pure.json'],
    ],
    says: 'check the types; the inner rooms once more without those of Node',
  },
  lint: {
    steps: [['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '--report-unused-disable-directives']],
    says: 'look for likely mistakes',
  },
  format: { steps: [[oxfmt, '--check']], write: [[oxfmt, '--write']], says: 'check the layout of the code; format --write mends it' },
  walls: { steps: [['scripts/check-walls.mjs']], says: 'check which room imports which (walls.ts)' },
  docs: { steps: [['scripts/generate-docs.ts']], says: 'write the generated pages of docs/' },
  convert: { steps: [['examples/etf-daily/convert.ts']], says: 'make a book of the daily holdings that a fund publishes (examples/etf-daily)' },
  bench: { steps: [['bench/run.ts']], says: 'measure' },
  build: { clears: 'dist', steps: [[tsc, '-p', 'tsconfig.build.json']], says: 'compile the package into dist/' },
}

const [name, ...rest] = process.argv.slice(2)
const job = Object.hasOwn(jobs, name ?? '') ? jobs[name] : undefined
if (job === undefined) {
  const width = Math.max(...Object.keys(jobs).map((each) => each.length))
  say(`${name === undefined ? '' : `There is no job "${name}". `}Usage: node scripts/run.mjs JOB [arguments …], where JOB is one of`)
  for (const [each, { says }] of Object.entries(jobs)) say(`  ${each.padEnd(width)}  ${says}`)
  process.exit(name === undefined || name === '--help' ? 0 : 64)
}

process.chdir(root)
const node = ensureNode()
ensurePackages(node)
const options = { cwd: root, env: environment(node) }
if (job.check) check(job.check)
else runSteps(job, rest)

/** Runs all steps but the last in turn, stops at the first that fails, and hands over to the last. */
function runSteps({ steps, write, clears }, args) {
  const writes = write !== undefined && args[0] === '--write'
  const all = writes ? write : steps
  if (clears !== undefined) rmSync(join(root, clears), { recursive: true, force: true })
  for (const step of all.slice(0, -1)) {
    const { status } = spawnSync(node, step, { ...options, stdio: 'inherit' })
    if (status !== 0) process.exit(status ?? 1)
  }
  become(node, [...all.at(-1), ...(writes ? args.slice(1) : args)], options)
}

/** Runs jobs in turn, one line each; the first that fails is shown whole and ends the run. */
function check(names) {
  for (const each of names) {
    const start = performance.now()
    for (const step of jobs[each].steps) {
      const { status, stdout, stderr } = spawnSync(node, step, { ...options, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 30 })
      if (status === 0) continue
      process.stdout.write(stdout ?? '')
      process.stderr.write(stderr ?? '')
      console.log(`${each.padEnd(10)} failed; run it alone with: npm run ${each}`)
      process.exit(status ?? 1)
    }
    console.log(`${each.padEnd(10)} ok  ${((performance.now() - start) / 1000).toFixed(1)} s`)
  }
}
