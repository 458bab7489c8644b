/**
 * The report as one HTML file that needs nothing else: no network, no other file. Set like a printed annual report; every
 * number in it opens its derivation, down to the row of the file it came from. Without script it reads as it prints.
 */
import { formatLongDate } from '../../values/calendar-date.ts'
import { unreachable } from '../../values/invariant.ts'
import { type DocumentPart, type ReportDocument } from '../../statements/report-document.ts'
import { type Report } from '../../statements/report.ts'
import { type Statement, type StatementId } from '../../statements/statement.ts'
import { clientScript } from './client.ts'
import { securityPolicy } from './security-policy.ts'
import { lineageData } from './lineage-data.ts'
import { markdownHtml } from './markdown.ts'
import { safe, type Html, joined, jsonMarkup, nothing, ownText } from './markup.ts'
import { officersMarkup, trusteesMarkup } from './people.ts'
import { statementTable } from './statement-table.ts'
import { styleSheet } from './style.ts'
import { breakBanner, periodText, tieOutMarkup } from './tie-out.ts'

/** The whole document; ends in a line feed. The same document gives the same bytes. */
export function renderHtml(document: ReportDocument): string {
  const { report, parts, bookHash } = document
  const cover = parts.find(({ part }) => part === 'cover')
  const sections = parts.filter(({ part }) => part !== 'cover' && part !== 'contents').map((part): Section => ({ part, id: sectionId(part) }))
  const name = report.presentation.pageName
  return safe`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${securityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${name}: ${cover?.title ?? 'Report'}, ${report.periodName}</title>
<style>${ownText(styleSheet)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header class="bar"><span>${name}</span><nav aria-label="Page"><a href="#contents">Contents</a></nav></header>
<main id="main" tabindex="-1">
${coverMarkup(report, cover?.title ?? 'Report', sections)}
${joined(
  sections.map((section) => sectionMarkup(section, document, sections)),
  '\n',
)}
</main>
<footer>
<p>${report.fund.series.name}. ${periodText(report)}. Reporting basis (trade date).</p>
<p>Made by Tieout from the book <code>${bookHash}</code>.</p>
</footer>
${panel}
<script type="application/json" id="lineage">${jsonMarkup(lineageData(report))}</script>
<script>${ownText(clientScript)}</script>
</body>
</html>
`.markup
}

type Section = { readonly part: DocumentPart; readonly id: string }

const sectionId = (part: DocumentPart): string =>
  part.part === 'text' ? `text-${part.id}` : part.part === 'statements' ? `statement-${part.statements[0] ?? 'none'}` : part.part

function coverMarkup(report: Report, title: string, sections: readonly Section[]): Html {
  const isYear = /^\d{4}$/.test(report.periodName)
  return safe`<section class="cover" aria-labelledby="title">
<h1 id="title"><span class="year">${isYear ? `${report.periodName} ${title}` : title}</span> <span class="fund">${report.fund.series.name}</span></h1>
<p class="trust">${report.fund.trust.name}</p>
<p class="date">${isYear ? formatLongDate(report.period.through) : periodText(report)}</p>
${breakBanner(report)}
</section>
<nav id="contents" class="contents" aria-labelledby="contents-title" tabindex="-1">
<h2 id="contents-title">Table of Contents</h2>
<ol>${sections.map(({ part, id }) => safe`<li><a href="#${id}">${part.title}</a></li>`)}</ol>
<p class="hint" hidden>Every number of the statements opens its derivation: choose one, with the pointer or with Tab and Enter, and follow it down to the row of the file it came from.</p>
</nav>`
}

const sectionMarkup = (
  { part, id }: Section,
  document: ReportDocument,
  sections: readonly Section[],
): Html => safe`<section id="${id}" class="part ${part.part}" aria-labelledby="${id}-title" tabindex="-1">
<h2 id="${id}-title">${part.title}</h2>
${bodyMarkup(part, id, document, sections)}
</section>`

function bodyMarkup(part: DocumentPart, id: string, document: ReportDocument, sections: readonly Section[]): Html {
  const { report } = document
  switch (part.part) {
    case 'cover':
    case 'contents':
      return nothing
    case 'text':
      return safe`<div class="prose">${markdownHtml(part.markdown, id)}</div>`
    case 'statements':
      return joined(
        part.statements.map((statement) => statementMarkup(report, statement, part.title, sections)),
        '\n',
      )
    case 'legend':
      return safe`<dl class="legend">${report.legend.map(({ symbol, text }) => safe`<div><dt>${symbol}</dt><dd>${text}</dd></div>`)}</dl>`
    case 'trustees':
      return joined(trusteesMarkup(part.trustees))
    case 'officers':
      return officersMarkup(part.officers)
    case 'tie-out':
      return joined(tieOutMarkup(document), '\n')
    default:
      return unreachable(part)
  }
}

/** A statement under the title of its part; one that shares the part has its own title over it. */
function statementMarkup(report: Report, id: StatementId, title: string, sections: readonly Section[]): Html {
  const statement = report.statements.find((candidate) => candidate.id === id)
  if (statement === undefined) return nothing
  const caption = [statement.title, report.presentation.pageName, ...statement.stub].join(', ')
  return safe`${statement.title === title ? nothing : safe`<h3>${statement.title}</h3>`}
<div class="wide">${statementTable(statement, caption)}</div>
${notesMarkup(statement, sections)}`
}

function notesMarkup({ footnotes, reference }: Statement, sections: readonly Section[]): Html {
  const list = footnotes.length === 0 ? nothing : safe`<ul class="footnotes">${footnotes.map((footnote) => footnoteMarkup(footnote, sections))}</ul>`
  return safe`${list}${reference === undefined ? nothing : safe`<p class="reference">${withLinks(reference, sections)}</p>`}`
}

/** '*See Note 3 …', '(1) Portfolio …': the mark hangs before its words. */
function footnoteMarkup(footnote: string, sections: readonly Section[]): Html {
  const [, mark = '', text = ''] = /^\s*(\*+|\([^)\s]+\))?\s*(.*)$/s.exec(footnote) ?? []
  return safe`<li><span class="mark">${mark}</span><span>${withLinks(text, sections)}</span></li>`
}

/** Words that name a part of the report lead to it. */
function withLinks(text: string, sections: readonly Section[]): Html {
  const named = sections.find(({ part }) => text.includes(part.title))
  if (named === undefined) return safe`${text}`
  const at = text.indexOf(named.part.title)
  return safe`${text.slice(0, at)}<a href="#${named.id}">${named.part.title}</a>${text.slice(at + named.part.title.length)}`
}

/** Where a derivation is shown; filled by the script. */
const panel = safe`<dialog id="derivation" aria-labelledby="derivation-title">
<div class="panel">
<div class="panel-bar"><button type="button" id="derivation-back" hidden>Back</button><button type="button" id="derivation-close">Close</button></div>
<nav aria-label="Way here" id="derivation-path" hidden></nav>
<h2 id="derivation-title" tabindex="-1"></h2>
<div id="derivation-body"></div>
</div>
</dialog>`
