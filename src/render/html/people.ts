/** Trustees and officers: one article a person, in columns where the page is wide enough for them. */
import { type DocumentPart } from '../../statements/report-document.ts'
import { safe, type Html, nothing } from './markup.ts'

type Trustee = Extract<DocumentPart, { part: 'trustees' }>['trustees'][number]
type Officer = Extract<DocumentPart, { part: 'officers' }>['officers'][number]

const groups = [
  { group: 'interested', one: 'Interested Trustee', many: 'Interested Trustees' },
  { group: 'independent', one: 'Independent Trustee', many: 'Independent Trustees' },
] as const

/** Trustees by group; a footnote on a trustee stands with the trustee. */
export const trusteesMarkup = (trustees: readonly Trustee[]): readonly Html[] =>
  groups.flatMap(({ group, one, many }) => {
    const members = trustees.filter((trustee) => trustee.group === group)
    if (members.length === 0) return []
    return [
      safe`<h3>${members.length === 1 ? one : many}</h3>`,
      safe`<div class="people">${members.map((trustee) => person(trustee, 'h4', trusteeDetails(trustee)))}</div>`,
    ]
  })

export const officersMarkup = (officers: readonly Officer[]): Html =>
  safe`<div class="people">${officers.map((officer) => person(officer, 'h3', nothing))}</div>`

const trusteeDetails = ({ portfolios, directorships, note }: Trustee): Html =>
  safe`${portfolios === undefined ? nothing : safe`<p>Portfolios in fund complex overseen: ${portfolios}</p>`}${directorships === undefined ? nothing : safe`<p>Other directorships: ${directorships}</p>`}${note === undefined ? nothing : safe`<p class="note">${note}</p>`}`

function person({ name, age, address, position, served, occupation }: Trustee | Officer, heading: 'h3' | 'h4', details: Html): Html {
  const tag = { markup: heading }
  return safe`<article>
<div><${tag}>${name}</${tag}>${address === undefined ? nothing : safe`<p>${address}</p>`}${age === undefined ? nothing : safe`<p>Age ${age}</p>`}</div>
<div><p>${position}</p><p>${served}</p></div>
<div><p>${occupation}</p>${details}</div>
</article>
`
}
