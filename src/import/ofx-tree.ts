/**
 * The body of an OFX file as a tree: aggregates hold elements, elements hold a text. In OFX 1 (SGML) an element is not
 * closed: a tag with a text behind it is an element, one with tags behind it an aggregate. A tag that nothing follows and
 * nothing closes is an element without a value, which is outside the standard but written by some; what seemed to be
 * inside it belongs to what it stands in. In OFX 2 (XML) every tag is closed. What fits neither is an issue, never skipped.
 */
import { type Issue } from '../values/issue.ts'
import { shown } from '../values/shown.ts'

export type OfxNode = {
  /** In capitals, as the standard writes it. */
  readonly tag: string
  readonly line: number
  /** The value of an element; undefined for an aggregate. */
  readonly text: string | undefined
  readonly children: readonly OfxNode[]
}

export type OfxTree = { readonly root: OfxNode | undefined; readonly issues: readonly Issue[] }

type Source = { readonly file: string; readonly text: string; readonly form: 'sgml' | 'xml' }

/** The standard nests a dozen aggregates. */
const MOST_LEVELS = 100

type Open = { readonly tag: string; readonly line: number; readonly children: OfxNode[] }

const token = /<!\[CDATA\[([^]*?)\]\]>|<!--[^]*?-->|<\?[^]*?\?>|<(\/?)([A-Za-z][\w.-]*)\s*(\/?)>/g

export function readOfxTree({ file, text, form }: Source): OfxTree {
  const issues: Issue[] = []
  const stack: Open[] = [{ tag: '', line: 1, children: [] }]
  /** An element whose text was read, and whose closing tag may follow. */
  let element: { readonly tag: string; readonly line: number } | undefined
  let pending = ''
  let [position, line] = [0, 1]

  const fault = (found: string, needed: string): void => {
    issues.push({ code: 'import.ofx', place: { file, row: line }, found, needed, remedy: 'Ask the source for a whole file; or correct this place by hand.' })
  }
  const top = (): Open => stack.at(-1) as Open

  /** A text that has been gathered belongs to the tag opened last, which is then an element. */
  const take = (): void => {
    const value = entitiesDecoded(pending).trim()
    const hasSign = pending.includes('<')
    pending = ''
    if (value === '') return
    if (hasSign) fault(`"<" in a text: ${shown(value)}`, 'a tag, or "&lt;" for the sign itself')
    const open = top()
    if (element !== undefined || stack.length === 1 || open.children.length > 0) {
      fault(`a text that no tag stands before: ${shown(value)}`, 'a tag before each value')
      return
    }
    stack.pop()
    top().children.push({ tag: open.tag, line: open.line, text: value, children: [] })
    element = { tag: open.tag, line: open.line }
  }
  /** No closing tag followed. */
  const leaveElement = (): void => {
    if (element !== undefined && form === 'xml') fault(`<${element.tag}> that is not closed`, `</${element.tag}> behind its value, as in all XML`)
    element = undefined
  }
  /** The tag opened last turns out to be an element without a value; its children are its neighbours. */
  const empty = (): void => {
    const open = stack.pop() as Open
    if (form === 'xml') fault(`<${open.tag}> that is not closed`, `</${open.tag}> where it ends, as in all XML`)
    top().children.push({ tag: open.tag, line: open.line, text: '', children: [] }, ...open.children)
  }
  const close = (tag: string): void => {
    if (element?.tag === tag) {
      element = undefined
      return
    }
    leaveElement()
    if (!stack.some((open) => open.tag === tag)) {
      fault(`</${tag}> without a <${tag}>`, 'each closing tag behind its opening one')
      return
    }
    while (top().tag !== tag) empty()
    const { line: opened, children } = stack.pop() as Open
    top().children.push({ tag, line: opened, text: children.length === 0 ? '' : undefined, children })
  }

  for (const match of text.matchAll(token)) {
    const [whole, data, slash, name, closed] = match
    pending += text.slice(position, match.index)
    if (data !== undefined) pending += data.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    else if (name !== undefined) {
      take()
      line += lineEnds(text, position, match.index)
      position = match.index
      const tag = name.toUpperCase()
      if (slash === '/') close(tag)
      else if (stack.length > MOST_LEVELS) {
        fault(`tags within tags, ${MOST_LEVELS} deep`, 'a body whose aggregates are closed')
        return { root: undefined, issues }
      } else {
        leaveElement()
        stack.push({ tag, line, children: [] })
        if (closed === '/') close(tag)
      }
    }
    line += lineEnds(text, position, match.index + whole.length)
    position = match.index + whole.length
  }
  pending += text.slice(position)
  take()
  leaveElement()
  for (const { tag } of stack.slice(1, 2)) fault(`<${tag}> that is not closed: the file ends early`, `</${tag}> at the end`)
  const root = stack[0]?.children.find(({ tag }) => tag === 'OFX')
  if (root === undefined && issues.length === 0) fault('no <OFX>', 'a body between <OFX> and </OFX>')
  return { root: issues.length === 0 ? root : undefined, issues }
}

function lineEnds(text: string, from: number, before: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < before; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** An "&" that begins no entity stands for itself: names of companies are often written with one. */
const entitiesDecoded = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole
    const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

/** The first child of that tag. */
export const childOf = (node: OfxNode, tag: string): OfxNode | undefined => node.children.find((child) => child.tag === tag)

/** The value of the element at the end of the path; '' where there is none. */
export function valueAt(node: OfxNode, ...path: readonly string[]): string {
  let at: OfxNode | undefined = node
  for (const tag of path) at = at && childOf(at, tag)
  return at?.text ?? ''
}

/** All nodes of these tags, at any depth, in the order of the file. */
export const nodesOf = (node: OfxNode, tags: readonly string[]): readonly OfxNode[] =>
  node.children.flatMap((child) => (tags.includes(child.tag) ? [child] : nodesOf(child, tags)))
