package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.testing.Drops;
import org.oneroster4j.testing.TextDrop;

/** A record fails in the same way whether the reader checks it or the validator of whoever holds it. */
class SameConstraintsProperties {
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator(
                    Set.of(Locale.ENGLISH), Locale.ENGLISH, context -> Locale.ENGLISH, false))
            .buildValidatorFactory()
            .getValidator();

    @Property
    void readerAndValidatorFindTheSame(@ForAll("messy") TextDrop drop) {
        Map<String, ByteSource> files = new HashMap<>();
        drop.bytes().forEach((name, bytes) -> files.put(name, () -> new ByteArrayInputStream(bytes)));
        List<Finding> findings = new ArrayList<>();
        OneRosterDrop opened = OneRosterDrop.of(files, ReadOptions.defaults().withValidate(true), findings::add);
        for (RosterFile<?> file : RosterFile.all()) {
            compare(opened, file, findings);
        }
    }

    private static <T extends RosterRecord> void compare(
            OneRosterDrop drop, RosterFile<T> file, List<Finding> findings) {
        try (var rows = drop.rows(file)) {
            for (Row<T> row : rows) {
                Set<String> byReader = new TreeSet<>();
                findings.stream()
                        .filter(finding -> finding.code() == CsvFindingCode.INVALID_VALUE)
                        .forEach(finding -> byReader.add(finding.location().columnName() + " "
                                + finding.details().get(0)));
                findings.clear();
                Set<String> byValidator = new TreeSet<>();
                row.record()
                        .filter(record -> RecordStatus.isLive(record.status()))
                        .ifPresent(record -> VALIDATOR.validate(record).forEach(violation -> {
                            String column = violation
                                    .getPropertyPath()
                                    .iterator()
                                    .next()
                                    .getName();
                            // Of a cell that could not be read something was told already.
                            if (!row.isUnreadable(column)) {
                                byValidator.add(column + " " + violation.getMessage());
                            }
                        }));

                assertThat(byReader).isEqualTo(byValidator);
            }
        }
    }

    @Provide
    Arbitrary<TextDrop> messy() {
        return Drops.messy();
    }
}
