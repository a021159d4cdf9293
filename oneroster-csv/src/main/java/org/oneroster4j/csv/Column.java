package org.oneroster4j.csv;

import java.util.List;
import java.util.Optional;
import org.oneroster4j.model.IfUnreadable.Loss;
import org.oneroster4j.model.OneRosterFile;

/**
 * A column of a file, as the component of the record describes it.
 *
 * @param name the header, as the specification spells it
 * @param aliases other names under which feeds write it
 * @param kind its type
 * @param required whether its cells must be filled, in every row of a live record
 * @param target the file that a reference names ids of
 * @param targetType the type or role that the record must have to which it refers; absent when any will do
 * @param tokens the words of its vocabulary, empty for other kinds
 * @param loss what a cell that cannot be read costs
 * @param blankRejects whether a blank cell costs the row
 * @param decides whether a blank cell widens what the record means, see {@link org.oneroster4j.model.Decides}
 * @param placeholderBefore the year before which a date counts as unreadable; 0 for none
 */
public record Column(
        String name,
        List<String> aliases,
        ColumnKind kind,
        boolean required,
        Optional<OneRosterFile> target,
        Optional<String> targetType,
        List<String> tokens,
        Loss loss,
        boolean blankRejects,
        boolean decides,
        int placeholderBefore) {

    /** Copies what could be changed from outside. */
    public Column {
        aliases = List.copyOf(aliases);
        tokens = List.copyOf(tokens);
    }
}
