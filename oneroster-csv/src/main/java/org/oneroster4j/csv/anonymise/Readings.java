package org.oneroster4j.csv.anonymise;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.oneroster4j.csv.ColumnKind;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.csv.internal.ColumnDecoder;
import org.oneroster4j.csv.internal.RecordMaker;
import org.oneroster4j.model.CellText;

/** As what a text can be read: what takes the place of one that cannot must not be readable either. */
final class Readings {
    private static final List<ColumnKind> KINDS =
            List.of(ColumnKind.DATE, ColumnKind.TIMESTAMP, ColumnKind.YEAR, ColumnKind.BOOLEAN, ColumnKind.NUMBER);

    private static final Map<ColumnKind, ColumnDecoder> DECODERS = decoders();

    private Readings() {}

    private static Map<ColumnKind, ColumnDecoder> decoders() {
        Map<ColumnKind, ColumnDecoder> decoders = new EnumMap<>(ColumnKind.class);
        for (RosterFile<?> file : RosterFile.all()) {
            new RecordMaker<>(file.recordType())
                    .columns()
                    .forEach(decoder -> decoders.put(decoder.column().kind(), decoder));
        }
        return Map.copyOf(decoders);
    }

    /** Tells whether a text, trimmed, is a date. */
    static boolean isDate(String text) {
        return reads(ColumnKind.DATE, text);
    }

    private static boolean reads(ColumnKind kind, String text) {
        ColumnDecoder decoder = DECODERS.get(kind);
        return decoder != null && !text.isEmpty() && decoder.reads(text);
    }

    /** Tells whether another text can be read only as what the first one can be read as, in whatever case. */
    static boolean staysUnreadable(String text, String other) {
        String before = CellText.trimmed(text);
        String after = CellText.trimmed(other);
        for (ColumnKind kind : KINDS) {
            boolean readable = reads(kind, before);
            if (!readable && (reads(kind, after) || reads(kind, after.toUpperCase(Locale.ROOT)))) {
                return false;
            }
        }
        return true;
    }
}
