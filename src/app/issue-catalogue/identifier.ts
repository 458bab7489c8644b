import type { CatalogueTopic } from './catalogue-topic.ts'

export const identifierIssues: CatalogueTopic<'identifier'> = {
  about: 'Identifiers of securities and registrants',
  codes: {
    'identifier.form': {
      title: 'An identifier of the wrong form',
      meaning:
        'The text has not the length or the characters of its kind of identifier. Spreadsheets drop leading zeros and turn some CUSIPs into powers of ten.',
      remedy: 'Copy it as text from the source. The message gives the likely one where there is one.',
    },
    'identifier.check-digit': {
      title: 'A wrong check digit',
      meaning:
        'The last digit of a CUSIP, ISIN, SEDOL or FIGI, or the last two of an LEI, follow from the characters before them. Here they do not, so at least one character is wrong.',
      remedy: 'Compare it with the source, character by character: the slip may be in any of them.',
    },
  },
}
