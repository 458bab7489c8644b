// The report in a real browser: a number opens its derivation, the way down ends in a row of the book, the keyboard is enough,
// and nothing is asked of the network. Without Chromium at /usr/bin/chromium these tests say so and pass over.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderHtml } from '../../src/render/html/render-html.ts'
import { exampleDocument } from '../support/example-report.ts'

const executablePath = '/usr/bin/chromium'
const hasChromium = existsSync(executablePath)
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const banks = 'soi.industry-percent.common-stock.commercial-banks/2002'

if (!hasChromium) console.log(`test/html: passed over, there is no ${executablePath} (apt-get install chromium)`)

describe.runIf(hasChromium)('the report in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-html-'))
  const file = pathToFileURL(join(folder, 'report.html')).href
  let browser: Browser

  beforeAll(async () => {
    writeFileSync(join(folder, 'report.html'), renderHtml(exampleDocument()))
    browser = await chromium.launch({ executablePath, args })
  })

  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  /** The page, with everything it complained of or asked for. */
  async function opened(options: Parameters<Browser['newPage']>[0] = {}, place = ''): Promise<{ page: Page; troubles: string[] }> {
    const page = await browser.newPage(options)
    const troubles: string[] = []
    page.on('console', (message) => troubles.push(`console: ${message.text()}`))
    page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== file) troubles.push(`request: ${request.url()}`)
    })
    await page.goto(`${file}${place === '' ? '' : `#${place}`}`)
    return { page, troubles }
  }

  const number = (page: Page, place: string) => page.locator(`[id="${place}"]`)
  const panel = (page: Page) => page.locator('#derivation')
  const focusedId = (page: Page): Promise<string> => page.evaluate('document.activeElement.id')

  test('Commercial Banks 24.2% leads down to the price of a bank, and back', async () => {
    const { page, troubles } = await opened()
    await number(page, banks).click()
    const shown = panel(page)
    expect(await shown.innerText()).toMatch(/Commercial Banks\s+24\.2%[\s\S]*R8\.6[\s\S]*The first ÷ the second, in percent, rounded half-up to 1 place\./)
    await shown.getByRole('button', { name: /^Industry value: Commercial banks/ }).click()
    expect(await shown.innerText()).toContain('120,264.10 USD')
    await shown.getByRole('button', { name: /Position value: TriCo Bancshares/ }).click()
    expect(await shown.innerText()).toContain('Quantity × price × multiplier')
    await shown.getByRole('button', { name: /^prices\/2002-12-31\.csv:\d+/ }).click()
    expect(await shown.innerText()).toMatch(/prices\/2002-12-31\.csv:\d+[\s\S]*SHA-256[\s\S]*Read by[\s\S]*Position value: TriCo Bancshares/)
    await shown.getByRole('button', { name: 'Back' }).click()
    expect(await shown.getByRole('heading', { level: 2 }).innerText()).toContain('Position value: TriCo Bancshares')
    await shown.getByRole('navigation').getByRole('button', { name: 'Commercial Banks', exact: true }).click()
    expect(await shown.getByRole('heading', { level: 2 }).innerText()).toContain('24.2%')
    expect(troubles).toEqual([])
    await page.close()
  })

  test('the keyboard is enough: Tab to a number, Enter opens, Escape closes, the focus returns', async () => {
    const { page } = await opened()
    await page.locator('#statement-sal').focus()
    await page.keyboard.press('Tab')
    expect(await focusedId(page)).toBe('sal.investments-at-cost/2002')
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
    await page.keyboard.press('Enter')
    expect(await focusedId(page)).toBe('derivation-title')
    expect(await page.getByRole('dialog', { name: 'Investments at cost $488,253' }).isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await panel(page).isVisible()).toBe(false)
    expect(await focusedId(page)).toBe('sal.investments-at-cost/2002')
    await page.close()
  })

  test('a number says what it is; N/A says why', async () => {
    const { page } = await opened()
    expect(await number(page, 'sal.total-assets/2002').getAttribute('aria-label')).toBe('984,268, Total Assets')
    await number(page, 'highlights.net-expense-ratio/2002').click()
    expect(await panel(page).innerText()).toContain('R9.11: its denominator, average net assets, is printed as nil')
    await page.close()
  })

  test('a figure tells where else it stands, and a link leads there', async () => {
    const { page } = await opened()
    await number(page, 'sal.net-assets/2002').click()
    await panel(page).getByRole('link', { name: 'Net Assets, End of Period (in thousands)' }).click()
    expect(await panel(page).isVisible()).toBe(false)
    expect(await focusedId(page)).toBe('highlights.net-assets/2002')
    await page.close()
  })

  test('with the panel open, another number opens its own; a press elsewhere closes it', async () => {
    const { page } = await opened({ viewport: { width: 1280, height: 900 } })
    await number(page, banks).click()
    const box = await number(page, 'soi.quantity.first-financial/2002').boundingBox()
    await page.mouse.click((box?.x ?? 0) + 4, (box?.y ?? 0) + 8)
    expect(await panel(page).getByRole('heading', { level: 2 }).innerText()).toContain('First Financial Corp., Shares or Principal Amount')
    await page.mouse.click(20, 400)
    expect(await panel(page).isVisible()).toBe(false)
    await page.close()
  })

  test('a link to a place opens what stands there', async () => {
    const { page } = await opened({}, banks)
    expect(await panel(page).getByRole('heading', { level: 2 }).innerText()).toContain('Commercial Banks')
    await page.close()
  })

  test('every number opens, and no derivation has a hole', async () => {
    const { page, troubles } = await opened()
    const holes = await page.evaluate(`[...document.querySelectorAll('button.n')].filter((button) => {
      button.click()
      const text = document.getElementById('derivation').innerText
      document.getElementById('derivation').close()
      return /undefined|NaN|\\[object/.test(text) || !text.includes(button.id)
    }).map(({ id }) => id)`)
    expect(holes).toEqual([])
    expect(troubles).toEqual([])
    await page.close()
  })

  test('without script it reads in full, and its numbers are plain', async () => {
    const { page } = await opened({ javaScriptEnabled: false })
    expect(await page.locator('#statement-sal').innerText()).toMatch(/Total Assets\s+984,268/)
    expect(await number(page, 'sal.total-assets/2002').isDisabled()).toBe(true)
    expect(await page.locator('.hint').isVisible()).toBe(false)
    await page.close()
  })

  test.each([320, 390, 640, 1280])('at a width of %i nothing is beside the page', async (width) => {
    const { page } = await opened({ viewport: { width, height: 700 } })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    await number(page, banks).click()
    expect(await page.evaluate(`document.getElementById('derivation').scrollWidth <= ${width}`)).toBe(true)
    await page.close()
  })

  test('on paper there is no panel and no navigation, and it is black on white', async () => {
    const { page } = await opened({ colorScheme: 'dark' })
    await number(page, banks).click()
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await panel(page).isVisible()).toBe(false)
    expect(await page.locator('.bar').isVisible()).toBe(false)
    expect(await page.evaluate('[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]')).toEqual([
      'rgb(255, 255, 255)',
      'rgb(0, 0, 0)',
    ])
    await page.close()
  })

  const axe = axeSource()
  describe.runIf(axe !== undefined)('accessibility', () => {
    test.each(['light', 'dark'] as const)('axe finds nothing, %s, closed and open', async (colorScheme) => {
      const { page } = await opened({ colorScheme, reducedMotion: 'reduce' })
      await page.evaluate(axe ?? '')
      const found = (): Promise<unknown> =>
        page.evaluate(`axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.length + ' ' + nodes[0].html))`)
      expect(await found()).toEqual([])
      await number(page, banks).click()
      await panel(page)
        .getByRole('button', { name: /^Industry value/ })
        .click()
      expect(await found()).toEqual([])
      await page.close()
    })
  })
})

/** axe-core's script, or undefined where the package is not installed. */
function axeSource(): string | undefined {
  try {
    return readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  } catch {
    return undefined
  }
}
