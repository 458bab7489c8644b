import type { CatalogueTopic } from './catalogue-topic.ts'

export const yamlIssues: CatalogueTopic<'yaml'> = {
  about: 'YAML files',
  codes: {
    'yaml.syntax': {
      title: 'Not YAML',
      meaning: 'The line breaks the form of the file: its indentation, a colon, a quote or a bracket. None of the file was read.',
      remedy: 'Check the line and the one above: indentation by blanks and never by tabs, a colon and a blank behind each key, closed quotes and brackets.',
    },
    'yaml.not-plain': {
      title: 'YAML beyond keys, lists and texts',
      meaning:
        'The file uses an anchor, an alias, a tag, a directive or a second document. They let a line mean what stands elsewhere, and a book is to be read as it stands.',
      remedy: 'Write the value out where it is used. A text that begins with "&", "*" or "!" goes in quotes.',
    },
    'yaml.unknown-key': {
      title: 'A key that the format does not have',
      meaning: 'The key is not one of those that belong in its place. If it is much like one that is missing, its value was checked as if it were that one.',
      remedy: 'Correct the key, or remove it.',
    },
    'yaml.repeated-key': {
      title: 'A key twice',
      meaning: 'One key stands twice in one place, and it is not certain which value holds.',
      remedy: 'Remove one of the two. Items of a list each begin with "- ".',
    },
    'yaml.missing-key': {
      title: 'A required key or section is not there',
      meaning: 'Something that Tieout cannot do without is absent from the file or has no value.',
      remedy: 'Add it; "tieout init" writes a book that has them all.',
    },
    'yaml.wrong-shape': {
      title: 'A list where keys belong, or the reverse',
      meaning: 'Keys with values, a list and a single value are different things, and another one is needed in this place.',
      remedy: 'Compare the lines with the book that "tieout init" writes; each item of a list begins with "- ".',
    },
  },
}
