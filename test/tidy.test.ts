// The style as a test: names, sizes, leftovers, paths that lead nowhere, and what must never be in a file.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { edgeRooms, roomNames, rooms } from '../walls.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const neverRead = new Set(['node_modules', '.git', '.cache', 'dist', 'out', 'coverage'])

/** Every file of the project but what is installed or made, as a path from the root. */
const files = walk('.')
const sources = files.filter((file) => file.startsWith('src/') && file.endsWith('.ts'))
const code = files.filter((file) => /\.(ts|mts|mjs|js)$/.test(file))
const pages = files.filter((file) => file.endsWith('.md'))
const texts = files.filter((file) => !/\.(png|pdf|xlsx|ico|woff2?)$/.test(file))

/** Longer files are listed here with the reason; a file that has become shorter must leave the list. */
const mostLines = 400
const longFiles: Readonly<Record<string, string>> = {}

describe('names and sizes', () => {
  test('files of src/ are named in kebab case, after what they hold', () => {
    const grabBags = /^(utils?|commons?|helpers?|misc|shared|lib|stuff)(-|\.|$)|-(utils?|helpers?|misc)(\.|$)/
    const wrong = sources
      .flatMap((file) => file.split('/').slice(1))
      .filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.test)?(\.ts)?$/.test(name) || grabBags.test(name))
    expect(unique(wrong)).toEqual([])
  })

  test('every folder of src/ is a room of walls.ts, and every room of walls.ts is there', () => {
    const folders = unique(sources.filter((file) => file.split('/').length > 2).map((file) => file.split('/')[1] ?? ''))
    expect(folders.filter((folder) => !Object.hasOwn(rooms, folder))).toEqual([])
    expect(roomNames.filter((room) => !sources.some((file) => file.startsWith(`src/${room}/`)))).toEqual([])
  })

  test('the inner rooms of the compiler and the linter are those of walls.ts', () => {
    const pure = parse<{ exclude: string[] }>('tsconfig.pure.json').exclude.filter((path) => /^src\/[a-z/]+$/.test(path))
    expect(pure.toSorted()).toEqual(edgeRooms.map((room) => `src/${room}`).toSorted())
    const { overrides } = parse<{ overrides: { files: string[] }[] }>('.oxlintrc.json')
    expect(overrides.at(-1)?.files).toEqual([`src/{${edgeRooms.join(',')}}/**/*.ts`])
  })

  test(`no file of src/ has more than ${mostLines} lines without a reason`, () => {
    const long = sources.filter((file) => read(file).split('\n').length - 1 > mostLines)
    expect(long.toSorted()).toEqual(Object.keys(longFiles).toSorted())
  })
})

describe('leftovers', () => {
  test('nothing is left to do in a comment', () => {
    expect(found(code, /\b(TO[D]O|FIX[M]E)\b/)).toEqual([])
  })

  test('no test runs alone, and none is switched off', () => {
    expect(found(code, /\b(describe|it|test|bench)\.(only|skip|todo)\b/)).toEqual([])
  })

  test('a rule of the linter or the compiler is switched off only with a reason', () => {
    const tests = found(code, /(eslint|oxlint)-disable(?!.* -- \S)|@ts-(ignore|nocheck)|@ts-expect-error\s*$/)
    expect(tests.filter((place) => !place.startsWith('test/tidy.test.ts'))).toEqual([])
  })
})

describe('paths', () => {
  test('a path named in a comment leads somewhere', () => {
    const broken = code.flatMap((file) => commentLines(read(file)).flatMap(([line, text]) => pathsIn(text).map((path) => ({ path, place: `${file}:${line}` }))))
    expect(broken.filter(({ path }) => !leadsSomewhere(path)).map(({ path, place }) => `${place} ${path}`)).toEqual([])
  })

  test('a path named on a page leads somewhere', () => {
    const named = pages.flatMap((file) => numbered(read(file)).flatMap(([line, text]) => pathsIn(text).map((path) => ({ path, place: `${file}:${line}` }))))
    expect(named.filter(({ path }) => !leadsSomewhere(path)).map(({ path, place }) => `${place} ${path}`)).toEqual([])
  })

  test('each row of docs/coverage.md names what shows it: tests, folders with tests, or a command', () => {
    const rows = read('docs/coverage.md')
      .split('\n')
      .filter((line) => /^\| (?!line \||---)/.test(line))
      .map((line) => line.slice(2, -2).split(/ ?\| ?/))
    expect(rows.length).toBeGreaterThan(50)
    const wrong = rows.flatMap((cells) => {
      const shownBy = cells.at(-2) ?? ''
      const named = [...shownBy.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '')
      if (shownBy.startsWith('none: ')) return []
      return named.length > 0 && named.every(isTested) ? [] : [`${cells[0]}: ${shownBy}`]
    })
    expect(wrong).toEqual([])
    expect(rows.map((cells) => cells.at(-1) ?? '').filter((state) => !/^(done(; later: .+)?|partial: .+|not begun)(, .+)?$/.test(state))).toEqual([])
  })

  test('a link on a page leads somewhere', () => {
    const broken = pages.flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g)]
        .map((match) => match[1] ?? '')
        .filter((target) => !existsSync(join(root, dirname(file), decodeURI(target))))
        .map((target) => `${file} ${target}`),
    )
    expect(broken).toEqual([])
  })
})

describe('what leaves with the project', () => {
  test('no file names the host of a registry, or a path of one machine', () => {
    // A letter in brackets keeps the pattern from finding itself.
    expect(found(texts, /registry\.npm[j]s|registry\.yarn[p]kg|npmmirro[r]|(?<![\w.])\/(wor[k]|home\/\w+|Users\/\w+)\//)).toEqual([])
  })

  test('every dependency is pinned to one version', () => {
    const loose = ['package.json', 'toolchain/package.json'].flatMap((file) => {
      const manifest = parse<Record<string, Record<string, string> | undefined>>(file)
      return ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap((group) =>
        Object.entries(manifest[group] ?? {})
          .filter(([, version]) => !/^(npm:[\w@/.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
          .map(([name, version]) => `${file} ${name} ${version}`),
      )
    })
    expect(loose).toEqual([])
  })

  test('the lock files say what, and not from where', () => {
    expect(found(['package-lock.json', 'toolchain/package-lock.json'], /"resolved"/)).toEqual([])
  })

  test('the Apache License, Version 2.0, is there to the letter', () => {
    expect(createHash('sha256').update(read('LICENSE')).digest('hex')).toBe('cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30')
    expect(existsSync(join(root, 'NOTICE'))).toBe(true)
  })
})

function walk(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`
    if (neverRead.has(entry.name)) return []
    return entry.isDirectory() ? walk(path) : entry.isFile() ? [path] : []
  })
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** The content of a JSON file, taken to be of the given shape. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- The shape is the caller's to name.
function parse<Shape>(file: string): Shape {
  return JSON.parse(read(file)) as Shape
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)]
}

/** The lines of a text with their numbers. */
function numbered(text: string): readonly (readonly [number, string])[] {
  return text.split('\n').map((line, index) => [index + 1, line] as const)
}

/** The lines of code that are a comment, or end in one. */
function commentLines(text: string): readonly (readonly [number, string])[] {
  return numbered(text)
    .map(([line, content]) => [line, /^\s*(?:\/\/|\/\*|\*)(.*)|(?<!:)\/\/ (.*)/.exec(content)?.slice(1).join('') ?? ''] as const)
    .filter(([, comment]) => comment !== '')
}

/** Where a pattern is found: file, line and what the line says there. */
function found(among: readonly string[], pattern: RegExp): readonly string[] {
  return among.flatMap((file) =>
    numbered(read(file))
      .filter(([, text]) => pattern.test(text))
      .map(([line, text]) => `${file}:${line} ${pattern.exec(text)?.[0]}`),
  )
}

/**
 * The paths of this project that a line of text names: those that begin with one of its folders, and those of a file in
 * a room ("events/order.ts" is in src/). A part in capitals, a star or an ellipsis stands for any name: only what is before it counts.
 */
function pathsIn(text: string): readonly string[] {
  const folders = ['src', 'test', 'docs', 'bin', 'scripts', 'bench', 'examples', 'toolchain', '.ci']
  const whole = [...text.matchAll(new RegExp(`(?<![\\w./-])(?:${folders.map((folder) => folder.replace('.', '\\.')).join('|')})/[\\w./*…{}<>-]*`, 'g'))].map(
    ([path]) => path,
  )
  const inRooms = [...text.matchAll(new RegExp(`(?<![\\w./-])(?:${roomNames.join('|')})/[\\w/-]+(?:\\.test)?\\.ts\\b`, 'g'))].map(([path]) => `src/${path}`)
  return [...whole, ...inRooms].map(withoutPlaceholder).map((path) => path.replace(/[./]+$/, ''))
}

function withoutPlaceholder(path: string): string {
  const parts = path.split('/')
  const first = parts.findIndex((part) => /[*…{}<>]/.test(part) || (/^[A-Z][A-Z-]+(\.\w+)*$/.test(part) && !part.endsWith('.md')))
  return (first === -1 ? parts : parts.slice(0, first)).join('/')
}

/** Whether it is a test, a folder with tests in it, or a command that runs checks. */
function isTested(name: string): boolean {
  const scripts = Object.keys(parse<{ scripts: Record<string, string> }>('package.json').scripts)
  if (name === '.ci/run' || scripts.some((script) => name === `npm run ${script}`)) return true
  return files.some((file) => file.endsWith('.test.ts') && (file === name || file.startsWith(`${name}/`)))
}

function leadsSomewhere(path: string): boolean {
  return statSync(join(root, path), { throwIfNoEntry: false }) !== undefined
}
