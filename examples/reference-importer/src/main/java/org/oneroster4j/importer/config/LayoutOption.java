package org.oneroster4j.importer.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.layout.LayoutProfile;

/** The option that says which files to write: the name of a built-in layout, or the path of a layout file. */
final class LayoutOption {
    private LayoutOption() {}

    /**
     * Returns the layout of a name or path.
     *
     * @param start what problems begin with, but for those of a layout file, which say where they are
     * @param problems where they go, in which case some layout is returned
     */
    static LayoutProfile find(@Nullable String layout, String start, List<String> problems) {
        if (layout == null) {
            return LayoutProfile.REFERENCE;
        }
        Optional<LayoutProfile> builtIn = LayoutProfile.builtIn(layout);
        if (builtIn.isPresent()) {
            return builtIn.get();
        }
        try {
            Path file = Path.of(layout);
            if (Files.exists(file)) {
                return LayoutYaml.read(file);
            }
            problems.add(start + "'" + layout + "' is neither a built-in layout ("
                    + LayoutProfile.BUILT_IN.stream().map(LayoutProfile::name).collect(Collectors.joining(", "))
                    + ") nor a file that is there.");
        } catch (InvalidPathException e) {
            problems.add(start + "'" + layout + "' is not a path.");
        } catch (ConfigException e) {
            problems.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            problems.add("The layout file " + layout + " cannot be read: "
                    + e.getClass().getSimpleName() + ".");
        }
        return LayoutProfile.REFERENCE;
    }
}
