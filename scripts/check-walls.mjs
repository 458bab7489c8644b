// Checks that the imports of src/ keep to walls.ts. Fails as well when a file of src/ was not looked at: the tool that
// reads the imports finds nothing, and is content, where the compiler it needs is not installed.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, format } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { entries, roomNames } from '../walls.ts'
import { root } from './toolchain.mjs'

process.chdir(root)
const files = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))

const { output } = await cruise(['src'], { ...(await extractOptions('./.dependency-cruiser.mjs')), outputType: 'json' }, undefined, {
  tsConfig: extractTsConfig('tsconfig.json'),
})
const result = JSON.parse(output)
const looked = new Set(result.modules.map((module) => module.source))
const homeless = files.filter((file) => file !== 'src/index.ts' && !roomNames.some((room) => file.startsWith(`src/${room}/`)))
// Without the entries no file could be told to be needed by none of them.
const absent = entries.filter((entry) => !existsSync(entry))
const missed = files.filter((file) => !looked.has(file))

const problems = [
  ...missed
    .slice(0, 1)
    .map(
      (file) =>
        `${missed.length} of ${files.length} files of src/ were not looked at, first ${file}. Run npm ci: TypeScript 6 must be there under the name "typescript".`,
    ),
  ...homeless.map((file) => `${file} is in no room: put it into one, or add a room to walls.ts.`),
  ...absent.map((entry) => `${entry} is not there, so what it needs cannot be told: mend "entries" in walls.ts.`),
  ...(result.summary.error > 0 ? [(await format(result, { outputType: 'err-long' })).output] : []),
]
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exit(1)
console.log(`${files.length} files keep to walls.ts`)
