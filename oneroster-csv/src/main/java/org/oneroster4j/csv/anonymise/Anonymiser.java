package org.oneroster4j.csv.anonymise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.model.CellText;

/**
 * Writes a drop again without the people in it: the same files, rows, ids, references, dates, bytes and defects, with other
 * names, so that the findings are the same, line by line, and so is what a mapping makes of it. For a school whose drop
 * fails and that cannot send it to anybody as it is.
 *
 * <pre>{@code
 * Anonymised done = Anonymiser.of(seed).anonymise(Path.of("drop"), Path.of("to-send"));
 * }</pre>
 *
 * <p><b>Replaced</b> are the cells of users (names, username, userIds, identifier, email, phones, password), the birth date
 * and the places of birth in demographics, the comments of results, all columns that OneRoster does not know, {@code
 * metadata.*} among them; all of a row of a wrong shape but blank cells, words of vocabularies and an id that
 * another row has or refers to; nearly all of
 * another row that the reader rejects; in every other text, the words that are one of those texts. Letters become letters of the same case and script, digits digits, dates dates of the same form; white space,
 * punctuation, marks, quotes and control characters stay. Texts that are equal by {@link CellText#key} get equal
 * replacements wherever they stand, texts that differ get different ones, and none is a text of somebody else in the drop.
 * Where a file breaks off, at a quote that is never closed or at bytes that cannot be decoded, what stands behind that is
 * replaced word for word, or left away where it cannot even be decoded.
 *
 * <p><b>Kept</b> in rows of a right shape are ids and what refers to them, even if they are equal to a username ({@link Anonymised#idsOfPeople} has
 * the number); statuses, roles, sex, races and other words of vocabularies; dates but birth dates; scores; the titles of
 * classes, but for the texts of people in them. A row that has the right number of cells in the wrong order is of a right shape:
 * a name below {@code sourcedId} is an id there. A text that says nothing of anybody is replaced in its own column and not
 * looked for in others: a single letter or digit, a number of up to four digits, a word of a vocabulary, the code of a
 * country or state. A character without a like stays: {@code ß}, a sigma, an emoji. So somebody has to look the result over
 * before it is sent.
 *
 * <p>The same drop under the same seed gives the same bytes. Whoever has the seed can try out names; it is a secret, drawn
 * at random, unless somebody needs the same result twice.
 *
 * <p>Files are read three times, as streams. What is kept in memory are hashes of the different texts, about a hundred
 * bytes for each, and the longest row. Bytes outside replaced cells are those of the file, in a charset that writes every
 * text in one way only, as UTF-8, UTF-16 and those of one byte do. Offsets of bytes are the same, unless a replaced text
 * has one of the few characters that Unicode has twice, such as the sign for Kelvin. Findings of a zip are not found again:
 * what is written is a folder. Immutable; may be used by several threads for several folders.
 */
public final class Anonymiser {
    private final long seed;

    private Anonymiser(long seed) {
        this.seed = seed;
    }

    /**
     * Makes an anonymiser.
     *
     * @param seed decides about the replacements; who knows it can test a guess at a name
     */
    public static Anonymiser of(long seed) {
        return new Anonymiser(seed);
    }

    /**
     * Anonymises a folder, or a zip, which is read in place.
     *
     * @param in the drop, read as UTF-8 or UTF-16
     * @param out a folder that is empty or not there
     * @throws IllegalArgumentException when the folder for the result is neither, or lies in the drop
     * @throws IOException when something cannot be read or written
     * @throws org.oneroster4j.csv.DropUnreadableException when it is a file that is no zip, or a zip that is not read
     */
    public Anonymised anonymise(Path in, Path out) throws IOException {
        Path from = in.toAbsolutePath().normalize();
        if (out.toAbsolutePath().normalize().startsWith(from)) {
            throw new IllegalArgumentException("The folder for the anonymised drop lies in the drop itself");
        }
        return anonymise(OneRosterDrop.open(in, ReadOptions.defaults(), finding -> {}), out);
    }

    /**
     * Anonymises named bytes, read as UTF-8 or UTF-16.
     *
     * @param in the bytes by the name of the file, for example {@code users.csv}; other names are left away
     * @param out a folder that is empty or not there
     * @throws IllegalArgumentException when the folder for the result is neither
     * @throws IOException when something cannot be read or written
     */
    public Anonymised anonymise(Map<String, ByteSource> in, Path out) throws IOException {
        return anonymise(OneRosterDrop.of(in, ReadOptions.defaults(), finding -> {}), out);
    }

    /**
     * Anonymises a drop in the charset and within the limits of its options.
     *
     * @param out a folder that is empty or not there
     * @throws IllegalArgumentException when the folder for the result is neither
     * @throws IOException when something cannot be read or written; then no file is left in the folder
     * @throws org.oneroster4j.csv.DropUnreadableException when the drop is a damaged zip; likewise
     */
    public Anonymised anonymise(OneRosterDrop drop, Path out) throws IOException {
        if (Files.exists(out) && !isEmptyFolder(out)) {
            throw new IllegalArgumentException("The folder for the anonymised drop is not empty");
        }
        try {
            return new Run(drop, out, seed).run();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
