/**
 * Whether two values of plain data say the same, whichever objects hold them: numbers, bigints, texts, lists, and records by
 * their keys, of which one without a value counts as absent. Maps, functions and the like are the same only if identical.
 */
export function isSameData(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (Array.isArray(left) || Array.isArray(right))
    return Array.isArray(left) && Array.isArray(right) && left.length === right.length && left.every((item, index) => isSameData(item, right[index]))
  if (!isPlain(left) || !isPlain(right)) return false
  return (
    Object.keys(left).every((key) => isSameData(left[key], right[key])) &&
    Object.keys(right).every((key) => right[key] === undefined || Object.hasOwn(left, key))
  )
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
