package org.oneroster4j.csv.anonymise;

import org.oneroster4j.model.CellText;

/** What becomes of the texts of a drop, by what is known of them. All results are as long as what they stand for. */
interface Sink {
    /** A text of a person. */
    String whole(String text);

    /** A name of a person. */
    String name(String text);

    /** A code that says where a person comes from, which everywhere else is a common word. */
    String code(String text);

    /** An id of another row, in a row of a wrong shape. */
    String id(String text);

    /** A text that is not of a person and may have such texts in it. */
    String inside(String text);

    /** A text of a row whose columns may have shifted, that may be of a person therefore. */
    String doubtful(String text);

    /** A word out of a part of a file that nobody reads, of which nobody knows whether it is of a person. */
    String unread(String word, boolean ofPeople);

    /** Learns the texts and changes none. */
    record Learning(Knowledge knowledge) implements Sink {
        private static final int LONGEST_CODE = 3;
        private static final int SHORTEST_PART = 3;

        @Override
        public String whole(String text) {
            knowledge.value(text);
            return text;
        }

        /** A title may have one of several names of a teacher in it. */
        @Override
        public String name(String text) {
            knowledge.value(text);
            Tokens tokens = new Tokens(text);
            for (int i = 0; i < tokens.size() && tokens.size() > 1; i++) {
                if (tokens.isWord(i) && tokens.end(i) - tokens.start(i) >= SHORTEST_PART) {
                    knowledge.value(text.substring(tokens.start(i), tokens.end(i)));
                }
            }
            return text;
        }

        @Override
        public String code(String text) {
            if (CellText.trimmed(text).length() > LONGEST_CODE) {
                knowledge.value(text);
            } else {
                knowledge.word(text);
            }
            return text;
        }

        /** It stays where it is an id, so that it does not become a text of a person. */
        @Override
        public String id(String text) {
            return text;
        }

        @Override
        public String inside(String text) {
            knowledge.words(text);
            return text;
        }

        @Override
        public String doubtful(String text) {
            knowledge.value(text);
            return text;
        }

        @Override
        public String unread(String word, boolean ofPeople) {
            if (ofPeople) {
                knowledge.value(word);
            } else {
                knowledge.word(word);
            }
            return word;
        }
    }

    /** Replaces the texts. */
    record Replacing(Replacements replacements) implements Sink {
        @Override
        public String whole(String text) {
            return replacements.of(text);
        }

        @Override
        public String name(String text) {
            return replacements.of(text);
        }

        @Override
        public String code(String text) {
            return replacements.of(text);
        }

        @Override
        public String id(String text) {
            return replacements.of(text);
        }

        @Override
        public String inside(String text) {
            return replacements.inside(text);
        }

        /** What is too general to be looked for stays, as it stays in the rows that this one may be equal to. */
        @Override
        public String doubtful(String text) {
            return replacements.inside(text);
        }

        @Override
        public String unread(String word, boolean ofPeople) {
            return General.isWord(Knowledge.key(word)) ? word : replacements.of(word);
        }
    }
}
