/**
 * What the page may do: run our own style sheet and script, known by their hashes, and nothing else. Should a text of the
 * book ever escape its place, a browser still neither runs nor loads anything it brings.
 */

/** SHA-256 of the style sheet and of the script, in base64. The test beside this file compares them with the files. */
export const styleHash = 'sha256-ZEecy2x7guFQ5zVR1HK7UKoODuCNzL9L3kUcs9AwFs0='
export const scriptHash = 'sha256-L6n25sqMZp+lhnvSjZpX67Y8OEVw0OyDXvp7zgOqm+4='
/** Of what a sheet adds to the style sheet. */
export const sheetStyleHash = 'sha256-MxdJZOrXHXEiHXPGCYln8mnpEizAQRZF5NOrEs393SU='

export const securityPolicy = `default-src 'none'; style-src '${styleHash}'; script-src '${scriptHash}'; base-uri 'none'; form-action 'none'`

/** A sheet has no script. */
export const sheetPolicy = `default-src 'none'; style-src '${styleHash}' '${sheetStyleHash}'; base-uri 'none'; form-action 'none'`
