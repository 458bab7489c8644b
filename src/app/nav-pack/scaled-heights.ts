/** Where figures stand between the lowest and the highest of them: what a chart is drawn by. */
import { compare, type Decimal, divideRound, isZero, product, subtract, decimal } from '../../values/decimal.ts'

export type ScaledHeights = {
  readonly lowest: Decimal
  readonly highest: Decimal
  /** Thousandths from the lowest; 500 where all are equal. */ readonly heights: readonly number[]
}

/** Undefined for fewer than two figures, of which there is nothing to draw. */
export function scaledHeights(figures: readonly Decimal[]): ScaledHeights | undefined {
  const sorted = figures.toSorted(compare)
  const [lowest, highest] = [sorted[0], sorted.at(-1)]
  if (figures.length < 2 || lowest === undefined || highest === undefined) return undefined
  const range = subtract(highest, lowest)
  const thousand = decimal(1000n, 0)
  const heightOf = (figure: Decimal): number => Number(divideRound(product(subtract(figure, lowest), thousand), range, 'half-up', 0).units)
  return { lowest, highest, heights: figures.map((figure) => (isZero(range) ? 500 : heightOf(figure))) }
}
