/** A fault in Tieout itself, never in the user's data: the program stops, and nothing it computed is to be trusted. */
export class InvariantFailure extends Error {
  override readonly name = 'InvariantFailure'
}

/** States what must be true here if the program is right; wrong data is an `Issue` instead. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (condition === false || condition === undefined || condition === null) throw new InvariantFailure(message)
}

/** Closes a `switch` over a union: a new member fails to compile here. */
export function unreachable(value: never): never {
  const shown = JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part)) // JSON has no bigint
  throw new InvariantFailure(`unreachable: ${shown}`)
}
