// The rules that hold the code to walls.ts. Run by scripts/check-walls.mjs (npm run walls).
import { edgeRooms, entries, innerRooms, roomNames, rooms } from './walls.ts'

const names = roomNames
const within = (room) => `^src/${room}/`
const test = '[.]test[.]ts$'
const exactly = (file) => `^${file.replaceAll('.', '[.]')}$`
/** The rooms inside a room: they have rules of their own. */
const inside = (room) => names.filter((other) => other.startsWith(`${room}/`)).map(within)
const list = (words) => (words.length === 0 ? 'nothing' : words.join(', '))

/** One rule per room: the rooms it may import. Its tests keep to it too: a test that needs more is one of the whole and belongs in test/. */
const walls = names.map((room) => ({
  name: `${room}-imports`,
  comment: `${room} may import ${list(rooms[room].imports)}. Move the code to the room it belongs in; if the need is real, change walls.ts and ARCHITECTURE.md in the same commit.`,
  severity: 'error',
  from: { path: within(room), pathNot: inside(room) },
  to: { path: '^src/', pathNot: [within(room), ...rooms[room].imports.map(within)] },
}))

/** One rule per room: the npm packages it may import. Tests may use what the developers' tools bring. */
const packages = names.map((room) => {
  const allowed = Object.keys(rooms[room].packages ?? {})
  return {
    name: `${room}-packages`,
    comment: `${room} may import ${list(allowed)} from npm. Do without, or add the package to the room in walls.ts with the reason.`,
    severity: 'error',
    from: { path: within(room), pathNot: [test, ...inside(room)] },
    to: {
      dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
      pathNot: allowed.map((name) => `(^|/)node_modules/${name}/`),
    },
  }
})

export default {
  forbidden: [
    ...walls,
    ...packages,
    {
      name: 'inner-rooms-touch-nothing',
      comment: `Only ${list(edgeRooms)} may import a module of Node. Take what you need as an argument, and read or write it there.`,
      severity: 'error',
      from: { path: innerRooms.map(within), pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'index-is-a-surface',
      comment: 'src/index.ts only hands out what the rooms make: no package, no module of Node, nothing of the command line.',
      severity: 'error',
      from: { path: '^src/index[.]ts$' },
      to: { path: ['^src/cli/', '^[^.]'], pathNot: names.filter((room) => room !== 'cli').map(within) },
    },
    {
      name: 'index-is-for-others',
      comment: 'src/index.ts is for those who use the library. Import from the file that makes the thing.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/index[.]ts$' },
    },
    {
      name: 'no-circular',
      comment: 'A cycle means that the wall between two files is in the wrong place: move what both need into a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: `Neither ${entries.join(' nor ')} needs this file: use it or remove it. (A file that only tests need belongs in test/.)`,
      severity: 'error',
      from: { path: entries.map(exactly) },
      to: { path: '^src/', pathNot: [test, ...entries.map(exactly)], reachable: false },
    },
    {
      name: 'not-to-test',
      comment: 'Production code never imports a test or what serves tests only.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { path: [test, '^(test|bench)/'] },
    },
    {
      name: 'src-stands-alone',
      comment: 'What src/ needs lies in src/ or in a package.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { path: '^(scripts|bin|examples|docs|dist)/' },
    },
    {
      name: 'no-dev-dependency',
      comment: 'Whoever installs the package does not get the developers’ packages: move this one to "dependencies", or do without.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm'] },
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere: check its spelling and its ending (.ts).',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Without this, type-only imports are not seen and the walls have holes.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mts', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}
