#!/usr/bin/env node
// Starts Tieout: in this process where this is Node 24 or newer, else in the pinned Node 24 of toolchain/.
// Plain JavaScript: it must run on Node 20.
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'
import v8 from 'node:v8'

const modules = fileURLToPath(new URL('../node_modules', import.meta.url))

if (Number.parseInt(process.versions.node, 10) >= 24) {
  // What a day makes is mostly gone with the day. V8 guesses from the first days that it stays, and would then keep it all.
  v8.setFlagsFromString('--no-allocation-site-pretenuring')
  // Compiled code is kept between runs, which halves the start: beside the packages, and nowhere else.
  module.enableCompileCache(`${modules}/.cache/tieout`)
  // A repository has src/, a package dist/ alone: what a build once left in dist/ never stands in for newer sources.
  const source = new URL('../src/cli/main.ts', import.meta.url)
  try {
    const { main } = await import(existsSync(source) ? source.href : new URL('../dist/cli/main.js', import.meta.url).href)
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || !existsSync(source) || existsSync(`${modules}/.tieout-lock`)) throw error
    process.stderr.write('The packages that Tieout needs are not installed.\nRun "npm start" once in its folder: it installs them.\n')
    process.exitCode = 69
  }
} else {
  const { become, fail, findNode, missingNode } = await import('../scripts/toolchain.mjs')
  const node = findNode()
  if (node === undefined) fail(...missingNode())
  become(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)])
}
