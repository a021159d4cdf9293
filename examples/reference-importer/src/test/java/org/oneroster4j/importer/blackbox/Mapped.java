package org.oneroster4j.importer.blackbox;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.impero.ImperoMapper;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.model.Roster;
import org.oneroster4j.testing.TextDrop;

/**
 * A drop as the libraries alone read and map it, without files.
 *
 * @param input what was read
 * @param roster what became of it
 */
record Mapped(Roster input, ImperoRoster roster) {
    static Mapped of(TextDrop drop, MappingSettings settings) {
        Map<String, ByteSource> files = new LinkedHashMap<>();
        drop.bytes().forEach((name, bytes) -> files.put(name, () -> new ByteArrayInputStream(bytes)));
        Roster input = OneRosterDrop.of(files, ReadOptions.defaults(), finding -> {});
        return new Mapped(input, ImperoMapper.map(input, settings, finding -> {}));
    }
}
