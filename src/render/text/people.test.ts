import { expect, test } from 'vitest'
import { officerBlocks, type Trustee, trusteeBlocks, trusteesHead } from './people.ts'
import { paginate } from './paginate.ts'

const source = { file: 'report/trustees.csv', row: 2, sha256: '' }
const trustee = (name: string, group: Trustee['group'], rest: Partial<Trustee> = {}): Trustee => ({
  name,
  group,
  age: 59,
  address: '100 Fillmore Street, Denver, CO 80206',
  position: 'Trustee',
  served: '9/93-Present',
  occupation: 'Consultant',
  portfolios: 59,
  directorships: 'N/A',
  note: undefined,
  source,
  ...rest,
})
const linesOf = (people: readonly Trustee[]): readonly string[] => paginate(trusteeBlocks(people, 'Portfolio'), 1000, 1000).flat()

test('name, age and address beside post and occupation, by group, with a mark for each footnote', () => {
  expect(linesOf([trustee('B', 'independent', { note: 'Retired in 2003.' }), trustee('A', 'interested', { note: 'Holds office at the adviser.' })])).toEqual([
    'Interested Trustee',
    '',
    'A**                    Trustee                  Consultant',
    '100 Fillmore Street    9/93-Present             Other directorships: N/A',
    'Denver, CO 80206       Portfolios overseen: 59',
    'Age 59',
    '',
    'Independent Trustee',
    '',
    'B*                     Trustee                  Consultant',
    '100 Fillmore Street    9/93-Present             Other directorships: N/A',
    'Denver, CO 80206       Portfolios overseen: 59',
    'Age 59',
    '-'.repeat(80),
    '',
    '* Retired in 2003.',
    '** Holds office at the adviser.',
  ])
})

test('long names and occupations are wrapped in their columns', () => {
  const lines = linesOf([
    trustee('Maximiliana Theodora von Hohenstaufen-Wittelsbach, Jr.', 'independent', {
      occupation: 'Director of the museum. '.repeat(20),
      address: undefined,
      age: undefined,
    }),
  ])
  expect(Math.max(...[...trusteesHead, ...lines].map((line) => line.length))).toBe(80)
  expect(lines[2]).toMatch(/^Maximiliana Theodora +Trustee +Director of the museum\./)
})

test('an officer with little to say has a short entry; none, no lines', () => {
  expect(officerBlocks([])).toEqual([])
  expect(
    officerBlocks([{ name: 'C', age: undefined, address: undefined, position: 'Treasurer', served: '10/02-Present', occupation: 'Runs accounting.', source }]),
  ).toEqual([{ gap: 1, lines: ['C                      Treasurer                Runs accounting.', '                       10/02-Present', '-'.repeat(80)] }])
})
