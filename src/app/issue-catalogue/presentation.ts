import type { CatalogueTopic } from './catalogue-topic.ts'

export const presentationIssues: CatalogueTopic<'presentation'> = {
  about: 'Presentation of the report',
  codes: {
    'presentation.unknown-file': {
      title: 'A part that no report has',
      meaning: 'A text or table in report/ has a name that no part of the report takes, so it would not be printed.',
      remedy: 'Correct the name of the file, or move it out of the book.',
    },
    'presentation.no-title': {
      title: 'A text without a title',
      meaning: 'A text of the report begins with its title, which also stands in the table of contents.',
      remedy: 'Write a first line "# Title".',
    },
    'presentation.unknown-name': {
      title: 'A name that the report does not know',
      meaning: 'The file report/presentation.yaml names an instrument, an industry or another thing that the book does not have.',
      remedy: 'Correct the name, or remove the line.',
    },
  },
}
