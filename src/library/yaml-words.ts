/** What the YAML parser remarks on, said so that one who writes an agreement knows what to do. */
import type { ErrorCode, YAMLError, YAMLWarning } from 'yaml';
import type { Bilingual } from './data-error.js';

const words: Partial<Record<ErrorCode, Bilingual>> = {
  TAB_AS_INDENT: {
    sv: 'Raden är indragen med tabb; dra in med mellanslag',
    en: 'The line is indented with a tab; indent with spaces',
  },
  MULTIPLE_DOCS: {
    sv: 'Här börjar ett dokument till (---); en fil är ett dokument',
    en: 'Here begins another document (---); a file is one document',
  },
  BAD_INDENT: {
    sv: 'Indraget stämmer inte med raderna ovanför',
    en: 'The indentation does not agree with the lines above',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    sv: 'Raden har två kolon; sätt citattecken om texten',
    en: 'The line has two colons; put quotation marks around the text',
  },
  MULTILINE_IMPLICIT_KEY: {
    sv: 'Raden är varken «namn: värde» eller en del av texten ovanför',
    en: 'The line is neither “name: value” nor a part of the text above',
  },
  MISSING_CHAR: {
    sv: 'Här saknas ett tecken: ett citattecken, en klammer eller ett kolon',
    en: 'A character is missing here: a quotation mark, a bracket or a colon',
  },
  BAD_SCALAR_START: {
    sv: 'En text får inte börja med det här tecknet; sätt citattecken om den',
    en: 'A text may not begin with this character; put quotation marks around it',
  },
  TAG_RESOLVE_FAILED: { sv: 'Märken (!märke) tas inte emot', en: 'Tags (!tag) are not accepted' },
};

/** What an error or a warning of the parser means. */
export const saidByParser = ({ code, message }: YAMLError | YAMLWarning): Bilingual =>
  words[code] ?? {
    sv: 'Raden går inte att läsa som YAML',
    en: `The line cannot be read as YAML: ${message.replace(/\.$/, '')}`,
  };
