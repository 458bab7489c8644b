/**
 * The style sheet of the report, put into the page as it is. Whoever changes it changes its hash in security-policy.ts;
 * the test beside that file says the new one.
 */

/** Widths for columns of amounts, one class a character count: the page may carry no style of its own on an element. */
const amountWidths = (widest: number): string =>
  Array.from({ length: widest + 1 }, (_, characters) => `.w${characters}{min-width:calc(${characters}ch + var(--tail, 0em))}`).join('')

export const styleSheet = `
/* Colours: every text is at least 4.5:1 on what it stands on, in both schemes. */
:root {
  color-scheme: light dark;
  --paper: #fffefb; --ink: #1b1b1a; --soft: #5c5a55; --line: #a8a399; --tint: #f1eee6; --accent: #0b4f6c; --bad: #9b1c1c; --bad-tint: #fdf0ee;
  --serif: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'URW Palladio L', P052, 'Book Antiqua', 'Liberation Serif', 'Times New Roman', serif;
  --mono: ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #15171a; --ink: #e9e7e2; --soft: #aeb0b4; --line: #5d626a; --tint: #23272c; --accent: #92cdec; --bad: #ffa69e; --bad-tint: #3a1d1b; }
}

/* Page */
* { box-sizing: border-box; }
html { scroll-padding: 4rem 0 2rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 var(--serif); font-variant-numeric: lining-nums; overflow-wrap: break-word; }
main, footer { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }
main:focus, section:focus, nav:focus { outline: none; }
a { color: var(--accent); text-underline-offset: .15em; text-decoration-thickness: 1px; }
a:focus-visible, button:focus-visible, [tabindex='0']:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 1px; }
code, pre { font-family: var(--mono); font-size: .82em; }
code { overflow-wrap: anywhere; }
pre { overflow-x: auto; padding: .75rem 1rem; background: var(--tint); }
h1, h2, h3, h4, h5, h6 { font-weight: 600; line-height: 1.25; text-wrap: balance; break-after: avoid; }
h2 { font-size: 1.65rem; margin: 0 0 1.5rem; }
h3 { font-size: 1.2rem; margin: 2.25rem 0 .6rem; }
h4 { font-size: 1.0625rem; font-style: italic; margin: 1.5rem 0 .35rem; }
h5, h6 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
p { margin: 0 0 .85rem; }
hr { border: 0; border-top: 1px solid var(--line); margin: 1.5rem 0; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem .75rem; background: var(--paper); z-index: 3; }
.skip:focus { top: .5rem; }
.bar { position: sticky; top: 0; z-index: 2; display: flex; justify-content: space-between; gap: 1rem; padding: .45rem 1.25rem; background: var(--paper); border-bottom: 1px solid var(--line); font-size: .875rem; color: var(--soft); }
.bar span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
@media (max-height: 30rem) { .bar { position: static; } }
footer { margin-top: 4rem; padding-top: 1rem; padding-bottom: 3rem; border-top: 1px solid var(--line); font-size: .875rem; color: var(--soft); }
footer p { margin: 0; }

/* Title page and contents */
.cover { padding: clamp(3rem, 14vh, 8rem) 0 clamp(2rem, 8vh, 5rem); }
.cover h1 { margin: 0 0 2.5rem; font-size: clamp(1.9rem, 7vw, 3rem); line-height: 1.15; padding: 1.5rem 0 1.75rem; border-top: 3px double var(--ink); border-bottom: 1px solid var(--ink); }
.cover .year { display: block; font-size: 1.0625rem; font-weight: 400; letter-spacing: .14em; text-transform: uppercase; color: var(--soft); margin-bottom: 1.25rem; }
.cover .fund { display: block; }
.cover p { margin: 0; }
.cover .trust { font-size: 1.25rem; }
.cover .date { color: var(--soft); }
.banner { margin-top: 2.5rem; padding: 1.25rem 1.5rem; border: 2px solid var(--bad); background: var(--bad-tint); }
.banner h2 { margin: 0 0 .5rem; font-size: 1.25rem; color: var(--bad); }
.banner p, .banner ul { margin: 0 0 .6rem; }
.banner .side { white-space: nowrap; font-variant-numeric: tabular-nums lining-nums; }
.contents { padding: 1.5rem 0 3rem; }
.contents ol { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
.contents li { border-bottom: 1px solid var(--line); }
.contents li a { display: block; padding: .45rem 0; color: inherit; text-decoration: none; }
.contents li a:hover { color: var(--accent); text-decoration: underline; }
.hint { margin: 1.5rem 0 0; font-style: italic; color: var(--soft); }
.part { padding: 3.5rem 0 1rem; border-top: 1px solid var(--line); }

/* Text of the fund */
.prose { hyphens: auto; max-width: 40rem; }
.prose ul, .prose ol { padding-left: 1.5rem; }
.prose li { margin: .25rem 0; }
.prose blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 2px solid var(--line); font-style: italic; }
.legend { margin: 0; }
.legend div { display: flex; gap: .75rem; }
.legend dt { min-width: 1.5rem; }
.legend dd { margin: 0; }

/* Statements */
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums lining-nums; }
th { font-weight: inherit; text-align: left; }
.wide { overflow-x: auto; overflow-y: hidden; padding: 2px; margin: 0 -2px; }
.statement { font-size: 1rem; line-height: 1.5rem; }
.statement th, .statement td { padding: .05rem 0; vertical-align: bottom; }
.statement thead th { font-style: italic; color: var(--soft); border-bottom: 1px solid var(--ink); padding-bottom: .4rem; line-height: 1.25; }
.statement thead .amount { text-align: right; padding-left: 1rem; white-space: nowrap; }
.statement tbody th { padding-right: 1rem; text-indent: -1rem; padding-left: 1rem; }
.statement tbody th.level1 { padding-left: 1.9rem; }
.statement tbody th.level2 { padding-left: 2.8rem; }
.statement tbody th.level3 { padding-left: 3.7rem; }
.statement td.amount { text-align: right; white-space: nowrap; width: 1%; }
.countries td.amount { width: 30%; }
.set { display: inline-flex; align-items: baseline; }
.symbol { padding-right: .35em; }
.tail { display: inline-block; text-align: left; }
.parenthesis { --tail: .36em; }
.percent { --tail: .9em; }
.parenthesis-percent { --tail: 1.25em; }
.tail { width: var(--tail); }
${amountWidths(24)}
.ruled > * { border-bottom: 1px solid var(--line); padding-bottom: .3rem !important; }
.ruled-above > * { border-top: 1px solid var(--line); }
.ruled.double > .amount { border-bottom: 3px double var(--ink); }
tr.ruled + tr > *, tbody:has(> .ruled:last-child) + tbody > tr:first-child > * { padding-top: .4rem; }
.after-space > * { padding-top: .8rem !important; }
.heading th { break-after: avoid; }
.statement:not(.schedule) .heading .level0 { font-weight: 600; padding-top: .7rem; }
.statement:not(.schedule, .countries) :is(.ruled, .total) th.level0 { font-weight: 600; }

/* The schedule: quantities, names with leaders, values */
.schedule .lead { text-align: right; width: 1%; white-space: nowrap; padding-right: 1rem; }
.schedule thead .lead { white-space: normal; min-width: 5.5rem; text-align: left; }
.schedule .heading th { font-weight: 600; text-indent: 0; padding-left: 0; }
.schedule .heading.type th { font-size: 1.125rem; padding-bottom: .4rem; }
.statement thead + tbody > tr:first-child > * { padding-top: .5rem; }
.schedule .heading + .heading th { padding-top: .4rem; }
.leaders { display: block; position: relative; overflow: hidden; margin-left: -1rem; padding-left: 1rem; }
.leaders > span::after { content: ''; position: absolute; width: 100%; height: 1.05rem; margin-left: .4em; border-bottom: 1px dotted var(--soft); }

/* Every number is a button that looks like a number. */
.n { font: inherit; font-variant-numeric: inherit; color: inherit; background: none; border: 0; border-radius: 0; margin: 0; padding: 0; text-align: inherit; text-indent: 0; user-select: text; -webkit-user-select: text; white-space: nowrap; }
.n:disabled { color: inherit; }
.set .n { flex: 1; text-align: right; min-height: 1.5rem; }
.n:not(:disabled) { cursor: pointer; }
.n:not(:disabled):hover { color: var(--accent); background: var(--tint); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .18em; }
.n.open { background: var(--accent); color: var(--paper); }

.footnotes { list-style: none; margin: 1.25rem 0 0; padding: 0; font-size: .9rem; color: var(--soft); }
.footnotes li { display: flex; gap: .4em; }
.footnotes .mark { min-width: 1.6em; text-align: right; flex: none; }
.reference { margin-top: .9rem; font-size: .9rem; font-style: italic; color: var(--soft); }

/* Plain tables */
.scroll { overflow-x: auto; padding: 3px; margin: 0 -3px 1rem; }
.plain { font-size: .9rem; line-height: 1.4; }
.plain th, .plain td { padding: .35rem .9rem .35rem 0; vertical-align: top; border-bottom: 1px solid var(--line); }
.plain th:last-child, .plain td:last-child { padding-right: 0; }
.plain thead th { font-style: italic; color: var(--soft); border-bottom-color: var(--ink); vertical-align: bottom; }
.plain .right { text-align: right; white-space: nowrap; }
.identities tbody th { min-width: 13rem; }
.identities .result { white-space: nowrap; }
.identities .breaks > * { color: var(--bad); font-weight: 700; }
.remark { display: block; color: var(--soft); font-style: italic; }
.facts { margin: 0 0 1rem; }
.facts div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .2rem 0; }
.facts dt { flex: 0 0 6.5rem; color: var(--soft); font-style: italic; }
.facts dd { flex: 1 1 12rem; margin: 0; min-width: 0; overflow-wrap: anywhere; }
.remarks { padding-left: 1.2rem; }
.remarks li { margin-bottom: .4rem; }

/* Trustees and officers */
.people article { display: grid; grid-template-columns: 12rem 11rem 1fr; gap: .25rem 1.5rem; padding: 1rem 0; border-top: 1px solid var(--line); font-size: .95rem; line-height: 1.45; break-inside: avoid; }
.people h3, .people h4 { margin: 0; font-size: 1rem; font-style: normal; }
.people p { margin: 0 0 .35rem; }
.people .note { font-style: italic; color: var(--soft); }

/* The derivation of a number */
dialog { position: fixed; inset: 0 0 0 auto; width: min(34rem, 100vw); height: 100%; max-width: none; max-height: none; margin: 0; padding: 0; border: 0; border-left: 1px solid var(--line); background: var(--paper); color: var(--ink); box-shadow: 0 0 2.5rem rgb(0 0 0 / .22); overscroll-behavior: contain; }
dialog::backdrop { background: rgb(0 0 0 / .12); }
@media (prefers-reduced-motion: no-preference) { dialog[open] { animation: slide .16s ease-out; } }
@keyframes slide { from { transform: translateX(2rem); opacity: 0; } }
.panel { padding: 0 1.5rem 2.5rem; font-size: .975rem; line-height: 1.45; overflow-wrap: anywhere; }
.panel-bar { position: sticky; top: 0; z-index: 1; display: flex; align-items: center; gap: .75rem; margin: 0 -1.5rem 1.25rem; padding: .6rem 1.5rem; background: var(--paper); border-bottom: 1px solid var(--line); }
.panel-bar > button { font: inherit; font-size: .9rem; padding: .2rem .7rem; min-height: 2rem; color: var(--ink); background: var(--tint); border: 1px solid var(--line); border-radius: 3px; cursor: pointer; flex: none; }
.panel-bar #derivation-close { margin-left: auto; }
#derivation-path ol { list-style: none; display: flex; flex-wrap: wrap; gap: 0 .4rem; margin: 0 0 1rem; padding: 0; font-size: .85rem; max-height: 6rem; overflow-y: auto; }
#derivation-path li { color: var(--soft); }
#derivation-path li + li::before { content: '\\203A'; padding-right: .4rem; }
.panel h2 { font-size: 1.3rem; margin: 0 0 .2rem; }
.panel h2:focus { outline: none; }
.panel h2 .amount { display: block; margin-top: .3rem; font-size: 1.8rem; font-weight: 400; font-variant-numeric: tabular-nums lining-nums; }
.panel .under { color: var(--soft); font-style: italic; margin: 0 0 1rem; }
.panel h3 { font-size: 1rem; margin: 1.5rem 0 .4rem; }
.panel .facts dt { flex-basis: 5.5rem; }
.panel ul { list-style: none; margin: 0; padding: 0; }
.panel li.item { border-top: 1px solid var(--line); }
.panel li.item:last-child { border-bottom: 1px solid var(--line); }
.step { font: inherit; color: inherit; text-align: left; display: flex; width: 100%; gap: .75rem; align-items: baseline; padding: .4rem .25rem; background: none; border: 0; cursor: pointer; overflow-wrap: anywhere; }
.step:hover { background: var(--tint); }
.step .what { flex: 1 1 auto; min-width: 0; }
.step .name { color: var(--accent); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .15em; }
.step small, .panel .small { display: block; font-size: .85em; color: var(--soft); }
.step .sum { flex: none; max-width: 50%; text-align: right; font-variant-numeric: tabular-nums lining-nums; }
.step .sign { flex: none; width: 1ch; color: var(--soft); }
.text-button { font: inherit; color: var(--accent); background: none; border: 0; padding: .1rem 0; text-align: left; text-decoration: underline; text-underline-offset: .15em; cursor: pointer; min-height: 1.5rem; overflow-wrap: anywhere; }

/* Phones */
@media (max-width: 40rem) {
  body { font-size: 1rem; }
  main, footer { padding-left: 1rem; padding-right: 1rem; }
  .bar { padding-left: 1rem; padding-right: 1rem; }
  .statement { font-size: .94rem; }
  .statement tbody th { padding-right: .5rem; text-indent: -.6rem; padding-left: .6rem; }
  .statement tbody th.level1 { padding-left: 1.1rem; }
  .statement tbody th.level2 { padding-left: 1.6rem; }
  .statement tbody th.level3 { padding-left: 2.1rem; }
  .statement thead .amount { padding-left: .5rem; white-space: normal; min-width: 5.5rem; }
  .leaders { margin-left: -.6rem; padding-left: .6rem; }
  .schedule .lead { padding-right: .5rem; }
  .schedule thead .lead { min-width: 4.2rem; }
  .statement br { display: none; }
  .people article { grid-template-columns: 1fr; }
  .panel { padding-left: 1rem; padding-right: 1rem; }
  .panel-bar { margin-left: -1rem; margin-right: -1rem; padding-left: 1rem; padding-right: 1rem; }
}

/* Paper: black on white, each part on a page of its own, nothing to press. */
@page { margin: 18mm 18mm 20mm; @bottom-right { content: counter(page); font: 9pt serif; } }
@page :first { @bottom-right { content: none; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #333; --line: #777; --tint: #fff; --accent: #000; --bad: #000; --bad-tint: #fff; }
  body { font-size: 10.5pt; line-height: 1.4; }
  main, footer { max-width: none; padding: 0; }
  .bar, .skip, .hint, dialog { display: none !important; }
  a { color: inherit; text-decoration: none; }
  .cover { padding-top: 35%; break-after: page; }
  .part { break-before: page; border: 0; padding: 0; }
  .prose { max-width: none; }
  .prose p { orphans: 3; widows: 3; }
  .wide, .scroll { overflow: visible; }
  .statement { font-size: 9.25pt; line-height: .9rem; }
  .statement thead + tbody > tr:first-child > * { padding-top: .35rem; }
  .ruled > * { padding-bottom: .12rem !important; }
  tr.ruled + tr > *, tbody:has(> .ruled:last-child) + tbody > tr:first-child > * { padding-top: .16rem; }
  .statement:not(.schedule) .heading .level0 { padding-top: .35rem; }
  .after-space > * { padding-top: .5rem !important; }
  .set .n { min-height: 0; }
  .leaders > span::after { height: .68rem; }
  .plain { font-size: 8.5pt; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .schedule tbody:not(:has(> :nth-child(9))) { break-inside: avoid; }
  tr.heading { break-after: avoid; }
  .n.open { background: none; color: inherit; }
  :focus-visible { outline: none !important; }
  h2 { font-size: 15pt; margin-bottom: .7rem; }
  .footnotes, .reference { margin-top: .6rem; font-size: 8.5pt; line-height: 1.3; }
  .people article { grid-template-columns: 9rem 8rem 1fr; font-size: 9pt; padding: .6rem 0; }
  footer { margin-top: 1.5rem; padding-bottom: 0; break-inside: avoid; break-before: avoid; font-size: 8.5pt; }
}
`
