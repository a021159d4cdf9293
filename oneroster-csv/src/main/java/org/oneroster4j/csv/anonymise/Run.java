package org.oneroster4j.csv.anonymise;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.internal.ColumnDecoder;
import org.oneroster4j.csv.internal.CsvRecords;
import org.oneroster4j.csv.internal.RawRecord;
import org.oneroster4j.csv.internal.RawRecords;
import org.oneroster4j.csv.internal.RowShape;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.OneRosterFile;

/** One drop anonymised: its ids are learnt, then its texts, then it is written. For one thread, once. */
final class Run {
    private final OneRosterDrop drop;
    private final Path out;
    private final long seed;
    private final Map<String, ByteSource> files = new TreeMap<>();
    private final Knowledge knowledge = new Knowledge();
    private final Map<String, Map<String, Long>> replaced = new TreeMap<>();
    private final Map<String, Boolean> trailingBlanks = new HashMap<>();
    private final List<Path> written = new ArrayList<>();
    private long idsOfPeople;

    Run(OneRosterDrop drop, Path out, long seed) {
        this.drop = drop;
        this.out = out;
        this.seed = seed;
        String misspelt = drop.fileName(OneRosterFile.COURSE_RESOURCES);
        drop.files().forEach((name, bytes) -> {
            if (OneRosterFile.ofFileName(name).isPresent() || name.equals(misspelt)) {
                files.put(name, bytes);
            }
        });
    }

    private static OneRosterFile file(String name) {
        return OneRosterFile.ofFileName(name).orElse(OneRosterFile.COURSE_RESOURCES);
    }

    Anonymised run() throws IOException {
        for (String name : files.keySet()) {
            learnIds(name);
        }
        knowledge.settleIds();
        for (String name : files.keySet()) {
            learnTexts(name);
        }
        Replacements replacements =
                new Replacements(seed, new Letters(drop.options().charset()), knowledge);
        Files.createDirectories(out);
        boolean done = false;
        try {
            for (String name : files.keySet()) {
                write(name, new Sink.Replacing(replacements));
            }
            done = true;
        } finally {
            if (!done) {
                // Half of a drop could be taken for all of it.
                for (Path file : written) {
                    Files.deleteIfExists(file);
                }
            }
        }
        return new Anonymised(
                List.copyOf(files.keySet()), replaced, idsOfPeople, drop.files().size() - files.size());
    }

    private RawRecords open(String name) throws IOException {
        ReadOptions options = drop.options();
        ByteSource bytes = files.getOrDefault(name, InputStream::nullInputStream);
        return new RawRecords(bytes.open(), name, CsvRecords.Dialect.of(options));
    }

    private void learnIds(String name) throws IOException {
        try (RawRecords records = open(name)) {
            @Nullable RawRecord header = records.next();
            if (header == null || file(name) == OneRosterFile.MANIFEST) {
                return;
            }
            Layout layout = layout(name, header);
            for (@Nullable RawRecord record = records.next(); record != null; record = records.next()) {
                Layout.Verdict verdict = layout.verdict(record);
                String[] cells = record.cells();
                knowledge.id(layout.id(cells), verdict.broken() && !verdict.showsId());
                if (!verdict.broken()) {
                    learnReferences(layout, cells);
                }
            }
        }
    }

    private Layout layout(String name, RawRecord header) {
        return Layout.of(
                file(name),
                header.cells(),
                () -> trailingBlanks.computeIfAbsent(name, any -> allHaveTrailingBlanks(name)));
    }

    /** Tells whether blank cells beyond the header are a habit of the sender: in a row alone they show that its cells shifted. */
    private boolean allHaveTrailingBlanks(String name) {
        try (RawRecords records = open(name)) {
            @Nullable RawRecord header = records.next();
            int columns = header == null ? 0 : header.cells().length;
            int length = -1;
            for (@Nullable RawRecord record = records.next(); record != null; record = records.next()) {
                String[] cells = record.cells();
                if (RowShape.isBlank(cells)) {
                    continue;
                }
                boolean isLonger = cells.length > columns && RowShape.isBlank(cells, columns, cells.length);
                if (!isLonger || (length >= 0 && length != cells.length)) {
                    return false;
                }
                length = cells.length;
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void learnReferences(Layout layout, String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            Layout.Place place = layout.place(i);
            @Nullable ColumnDecoder decoder = place.decoder();
            if (place.kind() == CellKind.REFERENCE && decoder != null) {
                for (String item : decoder.isList() ? cells[i].split(",", -1) : new String[] {cells[i]}) {
                    knowledge.reference(CellText.trimmed(item));
                }
            }
        }
    }

    private void learnTexts(String name) throws IOException {
        Sink sink = new Sink.Learning(knowledge);
        try (RawRecords records = open(name)) {
            @Nullable RawRecord header = records.next();
            boolean ofPeople = file(name) == OneRosterFile.USERS;
            if (header != null) {
                Layout layout = layout(name, header);
                Treatment treatment = new Treatment(layout, knowledge, sink);
                ofPeople = layout.isOfPeople();
                @Nullable RawRecord first = records.next();
                treatment.header(header, isLonger(header, first));
                header.with(header.cells(), sink::whole);
                for (@Nullable RawRecord record = first; record != null; record = records.next()) {
                    treatment.row(record);
                    record.with(record.cells(), sink::whole);
                }
            }
            boolean people = ofPeople;
            new FileText(word -> sink.unread(word, people), text -> {}).take(records);
        }
    }

    private void write(String name, Sink sink) throws IOException {
        Path file = out.resolve(name);
        try (RawRecords records = open(name)) {
            @Nullable RawRecord header = records.next();
            try (var bytes = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
                written.add(file);
                // Its encoder refuses what the charset lacks; closing it closes the bytes too, behind those that are
                // bad.
                OutputStreamWriter text =
                        new OutputStreamWriter(bytes, records.charset().newEncoder());
                if (records.hasMark()) {
                    text.append('\uFEFF');
                }
                if (header != null) {
                    writeRecords(name, header, records, sink, text);
                }
                new FileText(word -> sink.unread(word, false), piece -> append(text, piece)).take(records);
                text.flush();
                if (records.undecodable().isPresent()) {
                    bytes.write(bad(records));
                }
            }
        }
    }

    private void writeRecords(String name, RawRecord header, RawRecords records, Sink sink, OutputStreamWriter text) {
        Layout layout = layout(name, header);
        Treatment treatment = new Treatment(layout, knowledge, sink);
        @Nullable RawRecord first = records.next();
        String[] names = treatment.header(header, isLonger(header, first));
        append(text, header.with(counted(name, layout, header.cells(), names), sink::whole));
        for (@Nullable RawRecord record = first; record != null; record = records.next()) {
            String[] cells = record.cells();
            String id = layout.id(cells);
            if (!id.isEmpty() && knowledge.isTelling(Knowledge.key(id))) {
                idsOfPeople++;
            }
            append(text, record.with(counted(name, layout, cells, treatment.row(record)), sink::whole));
        }
    }

    private static boolean isLonger(RawRecord header, @Nullable RawRecord first) {
        return first == null || header.cells().length > first.cells().length;
    }

    private static void append(OutputStreamWriter text, String piece) {
        try {
            text.append(piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String[] counted(String name, Layout layout, String[] before, String[] after) {
        for (int i = 0; i < before.length; i++) {
            if (!before[i].equals(after[i])) {
                replaced.computeIfAbsent(name, any -> new TreeMap<>())
                        .merge(layout.place(i).name(), 1L, Long::sum);
            }
        }
        return after;
    }

    /** Bytes that cannot be decoded either, in the charsets that are known; of others the bytes themselves. */
    private static byte[] bad(RawRecords records) {
        return switch (records.charset().name()) {
            case "UTF-8" -> new byte[] {(byte) 0xFF};
            case "UTF-16LE", "UTF-16BE" -> new byte[] {0};
            default -> records.undecodable().orElseThrow();
        };
    }
}
