declare const brand: unique symbol

/** A `Base` that only the parser or constructor of `Name` may make; the brand exists for the compiler alone. */
export type Branded<Base, Name extends string> = Base & { readonly [brand]: Name }
