/** Cells to CSV text (RFC 4180): quotes only where a cell needs them. What is written here `readCsv` reads back. */

/** One cell as it is written, in quotes where it holds a comma, a quote or a line end. */
export const csvCell = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export const csvLine = (cells: readonly string[]): string => cells.map(csvCell).join(',')
