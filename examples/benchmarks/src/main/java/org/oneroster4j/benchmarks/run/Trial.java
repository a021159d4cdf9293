package org.oneroster4j.benchmarks.run;

import java.util.Locale;
import org.oneroster4j.benchmarks.drop.DropSize;
import org.oneroster4j.benchmarks.drop.Ids;

/** A contender and the drop that it works on. */
record Trial(String contender, DropSize size, Ids ids) {

    static Trial of(String contender, DropSize size) {
        return new Trial(contender, size, Ids.UUID);
    }

    /** Returns the name of the folder of its drop. */
    String dropName() {
        return (size + "-" + ids).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return contender + "-" + dropName();
    }
}
