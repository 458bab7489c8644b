// Leaves out of package-lock.json every optional dependency for which the lock has no entry. A registry that does not
// carry all platforms' packages makes such a lock, and `npm ci` then refuses it. Run after each change of dependencies:
// npm install --package-lock-only && node scripts/trim-lock.mjs
import { readFileSync, writeFileSync } from 'node:fs'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))

/** Whether the package installed at `from` would find `name` there or in a folder above, as Node resolves it. */
function isLocked(from, name) {
  for (let folder = from; ; folder = folder.includes('node_modules/') ? folder.slice(0, folder.lastIndexOf('node_modules/')).replace(/\/$/, '') : '') {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in lock.packages) return true
    if (folder === '') return false
  }
}

let leftOut = 0
for (const [folder, entry] of Object.entries(lock.packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (isLocked(folder, name)) continue
    delete entry.optionalDependencies[name]
    leftOut += 1
  }
}
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${leftOut} optional dependencies left out`)
