package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.csv.Profile;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.csv.anonymise.Anonymiser;
import org.oneroster4j.model.ImportMode;

/** What is wrong with a sound drop that has one defect is wrong with it without its people too. */
class AnonymiserDefectsTest {
    @TempDir
    private Path folder = Path.of("");

    private int runs;

    /** One in some of the generated defects: all of them would take as long as the whole build. */
    @Test
    void everyKindOfDefectGivesTheSameFindings() throws IOException {
        int step = 29;
        for (ImportMode mode : List.of(ImportMode.BULK, ImportMode.DELTA)) {
            int number = 0;
            for (RosterFile<?> file : RosterFile.all()) {
                FileDefects defects = new FileDefects(file, mode);
                List<GeneratedCase> cases = new ArrayList<>(defects.cells());
                cases.addAll(LayoutDefects.of(defects));
                for (GeneratedCase one : cases) {
                    if (number++ % step == 0) {
                        assertSameFindings(one, mode);
                    }
                }
            }
        }
    }

    private void assertSameFindings(GeneratedCase one, ImportMode mode) throws IOException {
        Path before = Files.createDirectories(folder.resolve("before" + runs));
        SoundDrop.write(before, SoundDrop.MANIFEST, SoundDrop.text(SoundDrop.manifest(mode)));
        one.writeTo(before);
        Path after = folder.resolve("after" + runs++);
        Anonymiser.of(runs).anonymise(before, after);
        for (Profile profile : Profile.values()) {
            assertThat(Told.of(after, one.read(), profile))
                    .as(one.name())
                    .isEqualTo(Told.of(before, one.read(), profile));
        }
    }
}
